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
/// For replays a model learns what is new every four weeks.
const UPDATED: i64 = 4 * WEEK;
/// For a forecast every two weeks, while the record is young every day: where two weeks ago it was shorter than this share of
/// what it is now.
const RELEARNED: i64 = 2 * WEEK;
const LITTLE_NEW: f64 = 0.95;
/// Its columns are chosen anew every sixteen weeks, and until then it goes on from where it was.
const RENEWED: i64 = 16 * WEEK;
/// In a young company every four: where the record was shorter than this share of what it is now.
const RIPE: f64 = 0.8;

/// What forecasts are made from.
pub(super) struct Maker<'a> {
    book: &'a Book,
    places: usize,
    window: Window,
    seed: u64,
    worth: Worth,
    lives: Lives<'a>,
    calendar: Calendar,
    /// When the first fact was known.
    first: Moment,
    /// Whether odds are explained.
    pub(super) explains: bool,
    needed: Needs,
    /// When the columns of a model are chosen, and the dates at which it learns.
    learning: BTreeMap<Moment, Vec<Moment>>,
    /// Models by the dates at which they learn.
    models: BTreeMap<Moment, Model>,
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
        let dated = needed.iter().chain(dates);
        let recent = dates.iter().map(|date| latest(*date, first));
        let updates = dated.map(|date| floor(*date, UPDATED)).chain(recent);
        let mut learning: BTreeMap<Moment, Vec<Moment>> = BTreeMap::new();
        for date in distinct(updates) {
            learning.entry(renewed(date, first)).or_default().push(date);
        }
        let needs = Needs {
            learned: learning
                .iter()
                .flat_map(|(day, dates)| dates.iter().chain([day]))
                .copied()
                .collect(),
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
            first,
            explains: false,
            needed: needs,
            learning,
            models: BTreeMap::new(),
            said: BTreeMap::new(),
        }
    }

    /// Learns the models, and makes the estimates that the records of the dates need.
    pub(super) fn prepare(&mut self) {
        // The latest first: they take longest.
        let learning: Vec<(&Moment, &Vec<Moment>)> = self.learning.iter().rev().collect();
        let learned = side_by_side(&learning, |(day, dates)| self.learn(**day, dates));
        self.models = learned.into_iter().flatten().collect();
        self.said = self.replay(&self.needed.replayed);
    }

    /// Estimates at past dates with enough closed deals.
    fn replay(&self, dates: &[Moment]) -> BTreeMap<Moment, Said> {
        let say = |date: &Moment| {
            let (known, wins) = self.enough(*date).ok()?;
            let model = self.models.get(&floor(*date, UPDATED));
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

    /// Models at some dates, whose columns are chosen on a day before. Dates that learn from the same deals and weeks
    /// share the looks that were turned into numbers.
    fn learn(&self, day: Moment, dates: &[Moment]) -> BTreeMap<Moment, Model> {
        let part = |date: &Moment| self.lives.looks_before(*date).part(self.window);
        let mut alike = dates.chunk_by(|a, b| part(a) == part(b)).peekable();
        let until = alike.peek().filter(|dates| part(&dates[0]) == part(&day));
        let until = until.and_then(|dates| dates.last()).copied().unwrap_or(day);
        let Some((mut seen, first)) = self.learn_afresh(day, until) else {
            let alone = |date: &Moment| Some((*date, self.learn_afresh(*date, *date)?.1));
            return dates.iter().filter_map(alone).collect::<BTreeMap<_, _>>();
        };
        let mut learned = BTreeMap::new();
        for dates in alike {
            let last = dates[dates.len() - 1];
            if part(&last) != part(&until) {
                let looks = (self.lives.looks_before(last), last);
                seen = self.on_ground(|g| Seen::by(&first, g, looks, self.window));
            }
            for date in dates {
                let known = self.lives.before(*date);
                let before = learned.get(&floor(*date, UPDATED)).unwrap_or(&first);
                let model = self.fit(&seen, &known, *date, Some(before));
                learned.extend(model.map(|model| (*date, model)));
            }
        }
        learned
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
        self.on_ground(|g| Model::learn(g, seen, known, date, self.window, before))
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
        let model = self.models.get(&latest(date, self.first));
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

/// The last of moments that lie so far apart.
fn floor(date: Moment, apart: i64) -> Moment {
    Moment(date.0 - date.0.rem_euclid(apart))
}

/// Its floor, if a record that begins with a `first` moment was hardly shorter then.
fn floor_if(date: Moment, apart: i64, first: Moment, share: f64) -> Option<Moment> {
    let day = floor(date, apart);
    (day.days_since(first) >= share * date.days_since(first)).then_some(day)
}

/// When the model of a forecast last learned what was new.
fn latest(date: Moment, first: Moment) -> Moment {
    floor_if(date, RELEARNED, first, LITTLE_NEW).unwrap_or(date)
}

/// When the columns of a model were chosen.
fn renewed(date: Moment, first: Moment) -> Moment {
    floor_if(date, RENEWED, first, RIPE).unwrap_or_else(|| floor(date, UPDATED))
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
