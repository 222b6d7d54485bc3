//! Makes forecasts at one or many dates from one reading of the book.
//!
//! Deals are looked at on a grid of days that is the same for every forecast, so that an estimate made
//! for one date's record serves the records of all later ones. Estimates do not depend on one another:
//! they are made side by side, and put together in the order of their dates.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::process::Process;
use ledger::time::{DAY_MS, Moment};

use super::ahead::Calendar;
use super::arrivals::Arrivals;
use super::build::Build;
use super::estimate::{Estimate, Odd, Window, Wins, Worth};
use super::facts::Facts;
use super::lives::{Known, Lives, Row};
use super::looks::{Needs, Part};
use super::model::{Ground, Model, Seen};
use super::openings::Openings;
use super::range::{Luck, Share};
use super::replay::{EVERY_DAYS, MOST, Past, RECENT, Record, Said};
use super::steps::Stands;
use super::{Ask, Basis, DealOdds, Forecast, NEEDED, Periods, TooLittle, why};
use crate::hands::side_by_side;

/// Days between two looks at the deals.
const WEEK: i64 = 7 * DAY_MS;
/// A model is learned afresh every four weeks; between these days it goes on from there.
const RENEWED: i64 = 4 * WEEK;

/// What forecasts are made from.
pub(super) struct Maker<'a> {
    book: &'a Book,
    places: usize,
    window: Window,
    seed: u64,
    worth: Worth,
    lives: Lives<'a>,
    calendar: Calendar,
    /// Whether odds are explained.
    pub(super) explains: bool,
    needed: Needs,
    /// The days on which a model is learned afresh.
    renewals: Vec<Moment>,
    /// Models by the dates on which they are learned afresh.
    models: BTreeMap<Moment, Model>,
    /// Models by the dates of the forecasts.
    current: BTreeMap<Moment, Model>,
    /// What was said at past dates.
    said: BTreeMap<Moment, Said>,
}

impl<'a> Maker<'a> {
    /// Reads the book, for forecasts at some dates.
    pub(super) fn read(
        book: &'a Book,
        process: &Process,
        ask: &Ask,
        window: Window,
        dates: &[Moment],
    ) -> Maker<'a> {
        let last = dates.iter().copied().max().unwrap_or(ask.as_of);
        let entries = book.deals().iter().flat_map(|deal| &deal.entries);
        let first = entries.map(|entry| entry.known).filter(|known| *known < last).min();
        let first = first.unwrap_or(last);
        let grid = grid(first, last);
        let moments: Vec<Moment> = grid.iter().chain(dates).copied().collect();
        let needed: Vec<Moment> =
            distinct(dates.iter().flat_map(|date| replayed(&grid, *date, window)));
        let renewals: Vec<Moment> = distinct(needed.iter().chain(dates).map(|date| renewed(*date)));
        let needs = Needs {
            learned: renewals.iter().chain(dates).copied().collect(),
            replayed: needed,
            asked: dates.to_vec(),
        };
        let lives = Lives::read(book, process, moments, window, &needs);
        let calendar = Calendar::between(first, Moment(last.0 + window.end()));
        let (worth, seed) = (Worth::new(book, ask), ask.seed);
        Maker {
            book,
            places: process.milestones.len() + 1,
            window,
            seed,
            worth,
            lives,
            calendar,
            explains: false,
            needed: needs,
            renewals,
            models: BTreeMap::new(),
            current: BTreeMap::new(),
            said: BTreeMap::new(),
        }
    }

    /// Learns the models, and makes the estimates that the records of the dates need.
    pub(super) fn prepare(&mut self) {
        let learned = side_by_side(&self.renewals, |day| (*day, self.learn(*day)));
        for (day, (model, dates)) in learned {
            self.models.extend(model.map(|model| (day, model)));
            self.current.extend(dates);
        }
        self.said = self.replay(&self.needed.replayed);
    }

    /// Estimates at past dates with enough closed deals.
    fn replay(&self, dates: &[Moment]) -> BTreeMap<Moment, Said> {
        let say = |date: &Moment| {
            let (known, wins) = self.enough(*date).ok()?;
            let model = self.models.get(&renewed(*date));
            let at = self.at(*date);
            let part = Part::to_replay(self.lives.open_at(at).len());
            let taken = |row: &&Row| part.takes(self.lives.marks[row.deal]);
            let rows: Vec<&Row> = self.lives.rows_at(at).iter().filter(taken).collect();
            let estimate = self.estimate((&known, &wins), &rows, model, *date);
            let running = *date..Moment(date.0 + self.window.end());
            let build = if self.needed.asked.iter().any(|asked| running.contains(asked)) {
                Build::learn(model, &estimate, (&wins, &|_| true), self.window)
            } else {
                Build::default()
            };
            let stands = Stands::of(&rows, *date);
            Some((*date, Said::new(*date, &estimate, self.lives.open_at(at), (stands, build))))
        };
        side_by_side(dates, say).into_iter().flatten().collect()
    }

    /// A model that is learned afresh on a day, if there is enough for one, and those of the dates that go on from it.
    /// Dates that learn from the same deals and weeks share the looks that were turned into numbers.
    fn learn(&self, day: Moment) -> (Option<Model>, Vec<(Moment, Model)>) {
        let part = |date: Moment| self.lives.looks_before(date).part(self.window);
        let dates = self.needed.asked.iter().copied().filter(|date| renewed(*date) == day);
        let alike = dates.clone().filter(|date| part(*date) == part(day));
        let (seen, model) = self.learn_afresh(day, alike.max().unwrap_or(day)).unzip();
        let go_on = |date: Moment| {
            let Some((seen, model)) = seen.as_ref().zip(model.as_ref()) else {
                return Some((date, self.learn_afresh(date, date)?.1));
            };
            let own = (part(date) != part(day)).then(|| {
                let looks = (self.lives.looks_before(date), date);
                self.on_ground(|g| Seen::by(model, g, looks, self.window))
            });
            let known = self.lives.before(date);
            Some((date, self.fit(own.as_ref().unwrap_or(seen), &known, date, Some(model))?))
        };
        let dates = dates.filter_map(go_on).collect();
        (model, dates)
    }

    /// A model of a day, from looks as numbers up to a later one.
    fn learn_afresh(&self, day: Moment, until: Moment) -> Option<(Seen, Model)> {
        let (known, wins) = self.enough(day).ok()?;
        let all = (self.lives.looks_before(until), until);
        let first = (known.looks, wins.usual);
        let seen = self.on_ground(|g| Seen::afresh(g, first, all, self.window));
        let model = self.fit(&seen, &known, day, None)?;
        Some((seen, model))
    }

    fn fit(
        &self,
        seen: &Seen,
        known: &Known,
        date: Moment,
        before: Option<&Model>,
    ) -> Option<Model> {
        self.on_ground(|g| Model::learn(g, seen, &known.runs, date, self.window, before))
    }

    /// What was known at a date, if enough deals were closed.
    fn enough(&self, date: Moment) -> Result<(Known<'_>, Wins), TooLittle> {
        let known = self.lives.before(date);
        let closed = known.runs.closed;
        if closed < NEEDED {
            return Err(TooLittle { closed, needed: NEEDED });
        }
        let wins = self.worth.wins(&known);
        Ok((known, wins))
    }

    fn on_ground<T>(&self, work: impl FnOnce(&Ground) -> T) -> T {
        let worth = |facts: &Facts| self.worth.of(facts);
        work(&Ground {
            book: self.book,
            bits: &self.lives.bits,
            marks: &self.lives.marks,
            places: self.places,
            calendar: &self.calendar,
            worth: &worth,
        })
    }

    fn estimate(
        &self,
        known: (&Known, &Wins),
        rows: &[&Row],
        model: Option<&Model>,
        date: Moment,
    ) -> Estimate {
        let (worth, window) = (&self.worth, self.window);
        self.on_ground(|g| Estimate::make(g, worth, known, rows, (model, date), window))
    }

    /// The index of a moment.
    fn at(&self, date: Moment) -> usize {
        self.lives.moments().partition_point(|moment| *moment < date)
    }

    /// The forecast at a date, for a period that begins `from`.
    pub(super) fn forecast(&self, date: Moment, from: Moment) -> Result<Forecast, TooLittle> {
        let (known, wins) = self.enough(date)?;
        let model = self.current.get(&date);
        let rows: Vec<&Row> = self.lives.rows_at(self.at(date)).iter().collect();
        let estimate = self.estimate((&known, &wins), &rows, model, date);
        let past = Past::of(&self.said, date, self.window);
        let record = Record::judge(&past, &wins, &estimate);
        let asked = self.asked(wins);
        let mut made = self.put_together(&estimate, &record, &known, &asked, date, from);
        if let Some(model) = model.filter(|_| self.explains) {
            let (base, why) = self.on_ground(|g| why::explain(model, g, &estimate.open, date));
            made.base = base;
            let asks = |deal| self.worth.asks(deal);
            made.build = Build::learn(Some(model), &estimate, (&asked, &asks), self.window);
            for (odds, why) in made.deals.iter_mut().zip(why) {
                odds.why = why;
            }
        }
        Ok(made)
    }

    /// Forecasts at many dates, each for the days that start with it.
    pub(super) fn forecasts(&self, dates: &[Moment]) -> Vec<Result<Forecast, TooLittle>> {
        side_by_side(dates, |date| self.forecast(*date, *date))
    }

    fn put_together(
        &self,
        estimate: &Estimate,
        record: &Record,
        known: &Known,
        asked: &Wins,
        date: Moment,
        from: Moment,
    ) -> Forecast {
        let factor = record.factor(estimate);
        let deals: Vec<DealOdds> =
            estimate.open.iter().map(|odd| self.odds(odd, estimate.growth * factor)).collect();
        let until = date.min(Moment(date.0 + self.window.end()));
        let won_so_far = asked.between((from, until)) + 0.0;
        let won = asked.within((from, until)).map(|win| (win.deal, win.value)).collect();
        let part = self.part(known, asked, estimate, date);
        let (open, new) = (
            deals.iter().map(|odds| odds.expected).sum::<f64>() + 0.0,
            record.new_business(&Estimate { new: part.clone(), open: Vec::new(), ..*estimate })
                * factor,
        );
        let (size, width) = (asked.size(), record.width());
        let luck = Luck { past: part.past, width, size, seed: self.seed };
        let basis = Basis {
            closed: estimate.closed.0,
            won: estimate.closed.1,
            replays: record.len(),
            level: record.level,
            weight: record.weights[0],
            error: record.error(),
        };
        let mean = won_so_far + open + new;
        let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let ends_in_days = days(self.window.end());
        let begins_in_days = days(self.window.end() - self.window.length());
        let mut made = Forecast {
            mean,
            p10: mean,
            p50: mean,
            p90: mean,
            won_so_far,
            open,
            new,
            deals,
            won,
            basis,
            base: 0.0,
            begins_in_days,
            ends_in_days,
            periods: Periods(Vec::new(), Share { variance: 1.0, off: 0.0 }),
            build: Build::default(),
            scale: estimate.growth * factor,
            luck,
        };
        made.periods = made.redraw(&|odds| odds.p_win_in_period, new);
        [made.p10, made.p50, made.p90] = [0.1, 0.5, 0.9].map(|q| made.periods.quantile(q));
        made
    }

    fn odds(&self, odd: &Odd, scale: f64) -> DealOdds {
        let p_win_in_period = odd.by_end - odd.before;
        let amount = if self.worth.asks(odd.deal) { odd.amount } else { 0.0 };
        let expected = p_win_in_period * amount * scale;
        let (deal, p_win) = (odd.deal, odd.by_end);
        DealOdds { deal, p_win_in_period, p_win, amount, expected, why: None }
    }

    /// The wins of deals that are asked for.
    fn asked(&self, mut wins: Wins) -> Wins {
        wins.all.retain(|win| self.worth.asks(win.deal));
        wins
    }

    /// New business of the kind that is asked for.
    fn part(&self, known: &Known, asked: &Wins, estimate: &Estimate, date: Moment) -> Arrivals {
        if self.worth.asks_all {
            return estimate.new.clone();
        }
        let opened = known.runs.opened().filter(|opened| self.worth.asks(opened.deal as usize));
        Arrivals::learn(&Openings::of(opened), asked, date, self.window)
    }
}

/// When the model was last learned afresh.
fn renewed(date: Moment) -> Moment {
    Moment(date.0 - date.0.rem_euclid(RENEWED))
}

/// Each moment once, in order.
fn distinct(moments: impl Iterator<Item = Moment>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = moments.collect();
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// The days on which deals are looked at: every seventh since 1970.
fn grid(first: Moment, last: Moment) -> Vec<Moment> {
    let (begin, end) = (first.0.div_euclid(WEEK) + 1, last.0.div_euclid(WEEK));
    (begin..=end).map(|week| Moment(week * WEEK)).collect()
}

/// The dates of the grid that a forecast at `date` replays: those whose whole period has passed, and the newest of
/// those of which a part has.
fn replayed(grid: &[Moment], date: Moment, window: Window) -> Vec<Moment> {
    let before = grid.iter().filter(|moment| **moment < date);
    let on = before.filter(|moment| moment.0.rem_euclid(EVERY_DAYS * DAY_MS) == 0);
    let (whole, partly): (Vec<Moment>, Vec<Moment>) =
        on.rev().partition(|moment| moment.0 + window.end() <= date.0);
    partly.into_iter().take(RECENT).chain(whole.into_iter().take(MOST)).collect()
}
