//! One estimate at one date, before it is corrected by the record of earlier ones.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::money::{Currency, Money};
use ledger::time::{DAY_MS, Moment};

use super::Ask;
use super::ahead::MOST_PARTS;
use super::arrivals::Arrivals;
use super::facts::Facts;
use super::lives::{Known, Row};
use super::model::{Chances, Ground, Model};
use super::openings::Openings;
use super::runs::Won;
use crate::hands::in_pieces;
use crate::stats::quantile::median;

/// A period as seen from a date: so many milliseconds ahead, so many long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    ahead: i64,
    length: i64,
}

impl Window {
    /// The part of a period that lies ahead.
    pub(super) fn new(now: Moment, from: Moment, to: Moment) -> Window {
        let start = from.max(now);
        Window { ahead: start.0 - now.0, length: (to.0 - start.0).max(0) }
    }

    /// The same period as seen from another date.
    pub(super) fn at(self, date: Moment) -> (Moment, Moment) {
        let from = date.0 + self.ahead;
        (Moment(from), Moment(from + self.length))
    }

    /// How far ahead it ends, in milliseconds.
    pub(super) fn end(self) -> i64 {
        self.ahead + self.length
    }

    /// How long it is, in milliseconds.
    pub(super) fn length(self) -> i64 {
        self.length
    }
}

/// The mean is that of this many periods, a week apart.
const MOST_PERIODS: i64 = 104;

/// How far single periods are from their mean before looking, and how many periods that is worth.
const USUAL_SCATTER: f64 = 0.3;
const SCATTER_WORTH: f64 = 1.0;

/// What deals are worth, and which are asked for.
#[derive(Clone)]
pub(super) struct Worth {
    /// The reporting currency for one unit of another.
    rates: BTreeMap<Currency, f64>,
    /// For each deal, whether it is asked for.
    asked: Vec<bool>,
    /// Whether all of them are.
    pub(super) asks_all: bool,
}

impl Worth {
    pub(super) fn new(book: &Book, ask: &Ask) -> Worth {
        let mut rates = BTreeMap::new();
        let mut asked = Vec::with_capacity(book.deals().len());
        for deal in book.deals() {
            let amount = (ask.amount)(deal);
            asked.push(amount != Some(0.0));
            if let (Some(own), Some(amount)) = (deal.known.amount, amount)
                && own.minor != 0
                && amount != 0.0
            {
                rates.insert(own.currency, amount / own.major());
            }
        }
        let asks_all = asked.iter().all(|asked| *asked);
        Worth { rates, asked, asks_all }
    }

    /// Whether a deal is asked for.
    pub(super) fn asks(&self, deal: usize) -> bool {
        self.asked[deal]
    }

    /// An amount in the reporting currency.
    pub(super) fn report(&self, amount: Money) -> f64 {
        amount.major() * self.rates.get(&amount.currency).copied().unwrap_or(1.0)
    }

    /// What a deal is worth as known at a moment.
    pub(super) fn of(&self, facts: &Facts) -> Option<f64> {
        facts.amount.map(|amount| self.report(amount))
    }

    /// All wins; those without a known amount count as the median one.
    pub(super) fn wins(&self, known: &Known) -> Wins {
        let won = &known.runs.won;
        let value = |won: &Won| won.amount.map(|amount| self.report(amount));
        let values: Vec<Option<f64>> = won.iter().map(value).collect();
        let mut amounts: Vec<f64> = values.iter().flatten().copied().filter(|v| *v > 0.0).collect();
        let usual = median(&mut amounts).unwrap_or(0.0);
        let win = |(won, value): (&Won, Option<f64>)| Win {
            deal: won.deal as usize,
            opened: won.opened,
            at: won.at,
            again: Moment::MAX,
            value: value.unwrap_or(usual),
        };
        let mut all: Vec<Win> = won.iter().zip(values).map(win).collect();
        for (place, next) in known.runs.won_again() {
            all[place].again = won[next].at;
        }
        Wins { all, usual }
    }
}

/// A win, with what it brought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Win {
    pub(super) deal: usize,
    pub(super) opened: Moment,
    pub(super) at: Moment,
    /// When the deal, opened again, was won once more; the end of time if it was not.
    again: Moment,
    pub(super) value: f64,
}

/// Which sales count for a period.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Of {
    /// All.
    All,
    /// Those of deals that were not open yet when it was forecast.
    NewBusiness,
}

/// Every win that was known.
pub(super) struct Wins {
    /// In the order of time.
    pub(super) all: Vec<Win>,
    /// The median sale.
    pub(super) usual: f64,
}

impl Wins {
    /// What was won from a moment on and before another.
    pub(super) fn between(&self, span: (Moment, Moment)) -> f64 {
        self.within(span).map(|win| win.value).sum()
    }

    /// Wins from a moment on and before another. A deal that was won twice between them was sold once: the last win
    /// counts.
    pub(super) fn within(&self, (from, to): (Moment, Moment)) -> impl Iterator<Item = &Win> {
        let wins = self.since(from);
        let wins = &wins[..wins.partition_point(|win| win.at < to)];
        wins.iter().filter(move |win| win.again >= to)
    }

    /// Wins from a moment on.
    fn since(&self, from: Moment) -> &[Win] {
        &self.all[self.all.partition_point(|win| win.at < from)..]
    }

    /// What so many past periods brought, the newest first: that which ends now, and those that end whole weeks before.
    /// Each win is looked at once.
    pub(super) fn by_week(&self, now: Moment, window: Window, periods: i64, of: Of) -> Vec<f64> {
        const WEEK: i64 = 7 * DAY_MS;
        // The first of these weeks back that is no later than a moment.
        let back_to =
            |moment: i64| now.0.saturating_sub(moment).saturating_add(WEEK - 1).div_euclid(WEEK);
        let mut sums = vec![0.0; usize::try_from(periods).unwrap_or(0)];
        for win in self.since(Moment(now.0 - window.length() - periods * WEEK)) {
            // The period begins no later than the win and ends after it, and not after the deal was won once more.
            let mut first = back_to(win.at.0 + window.length()).max(back_to(win.again.0)).max(0);
            if of == Of::NewBusiness {
                first = first.max(back_to(win.opened.0 + window.end()));
            }
            for week in first..back_to(win.at.0).min(periods) {
                sums[usize::try_from(week).unwrap_or(0)] += win.value;
            }
        }
        sums
    }

    /// What wins brought on average, each weighed by what it brought.
    pub(super) fn size(&self) -> f64 {
        let squares: f64 = self.all.iter().map(|win| win.value * win.value).sum();
        squares / self.all.iter().map(|win| win.value).sum::<f64>().max(f64::MIN_POSITIVE)
    }

    /// What the last period of the same length brought.
    pub(super) fn run_rate(&self, now: Moment, window: Window) -> f64 {
        self.between((Moment(now.0 - window.length()), now))
    }

    /// What past periods of the same length brought on average, a week apart, and how far single ones are
    /// from that, over it; the last one's pace where none has passed.
    fn mean(&self, known: &Known, now: Moment, window: Window) -> (f64, f64) {
        let first = known.runs.first.unwrap_or(now);
        let whole = (now.0 - window.length() - first.0).div_euclid(7 * DAY_MS) + 1;
        let past = self.by_week(now, window, whole.clamp(0, MOST_PERIODS), Of::All);
        let (n, sum) = (past.len() as f64, past.iter().sum::<f64>());
        let squares: f64 = past.iter().map(|brought| brought * brought).sum();
        let days = window.length() as f64 / DAY_MS as f64;
        if n == 0.0 {
            let pace = self.between((first, now)) / now.days_since(first).max(1.0) * days;
            return (pace, USUAL_SCATTER);
        }
        let mean = sum / n;
        let apart = (n * 7.0 / days).max(0.0);
        let seen = (squares / n / (mean * mean).max(f64::MIN_POSITIVE) - 1.0).max(0.0);
        let variance =
            (apart * seen + SCATTER_WORTH * USUAL_SCATTER.powi(2)) / (apart + SCATTER_WORTH);
        (mean, variance.sqrt())
    }
}

/// An open deal at a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Odd {
    pub(super) deal: usize,
    /// The chances of a win before the period, and by its end.
    pub(super) before: f64,
    pub(super) by_end: f64,
    /// The same by the end of each part of the period.
    pub(super) by: [f64; MOST_PARTS],
    /// What it is worth now.
    pub(super) amount: f64,
    pub(super) facts: Facts,
}

/// One estimate at one date.
pub(super) struct Estimate {
    /// The open deals.
    pub(super) open: Vec<Odd>,
    /// What a win brings, over what the deal was worth before.
    pub(super) growth: f64,
    /// Deals not opened yet.
    pub(super) new: Arrivals,
    /// What the last period of the same length brought.
    pub(super) run_rate: f64,
    /// What all periods of the same length brought on average.
    pub(super) mean: f64,
    /// How far single periods are from that on average, over it.
    pub(super) scatter: f64,
    /// Deals closed before, and won ones among them.
    pub(super) closed: (usize, usize),
}

impl Estimate {
    /// Applies the method at a date, from what was known then.
    pub(super) fn make(
        ground: &Ground,
        worth: &Worth,
        (known, wins): (&Known, &Wins),
        rows: &[&Row],
        (model, now): (Option<&Model>, Moment),
        window: Window,
    ) -> Estimate {
        let odd = |row: &&Row| {
            let odds = model.map(|model| model.odds(ground, &row.facts, now));
            let Chances { before, by } = odds.unwrap_or_default();
            let by_end = by.iter().copied().fold(before, f64::max);
            let amount = worth.of(&row.facts).unwrap_or(wins.usual);
            Odd { deal: row.deal, before, by_end, by, amount, facts: row.facts }
        };
        let (mean, scatter) = wins.mean(known, now, window);
        Estimate {
            open: in_pieces(rows, odd),
            growth: growth(worth, known, wins, now, window),
            new: Arrivals::learn(&Openings::of(known.runs.opened()), wins, now, window),
            run_rate: wins.run_rate(now, window),
            mean,
            scatter,
            closed: (known.runs.closed, wins.all.len()),
        }
    }

    /// The coefficient of variation that the luck of single deals and of new business gives what comes.
    pub(super) fn luck(&self) -> f64 {
        let odds = |odd: &Odd| odd.by_end - odd.before;
        let single = |odd: &Odd| odds(odd) * (1.0 - odds(odd)) * (odd.amount * self.growth).powi(2);
        let open: f64 = self.open.iter().map(single).sum();
        let past = &self.new.past;
        let mean = past.iter().sum::<f64>() / past.len().max(1) as f64;
        let off: f64 = past.iter().map(|got| (got - mean).powi(2)).sum();
        let new = if mean > 0.0 {
            off / past.len() as f64 * (self.new.windows / mean).powi(2)
        } else {
            0.0
        };
        (open + new).sqrt() / (self.total_open() + self.new.windows).max(f64::MIN_POSITIVE)
    }

    /// What it says open deals will bring.
    pub(super) fn total_open(&self) -> f64 {
        self.open.iter().map(Odd::expected).sum::<f64>() * self.growth
    }
}

impl Odd {
    /// What it brings on average, if its amount stays.
    pub(super) fn expected(&self) -> f64 {
        (self.by_end - self.before) * self.amount
    }
}

/// A level is learned from this many wins as much as it is held at one.
const PRIOR: f64 = 30.0;

/// So many deals at dates are looked at, the latest ones.
const LATEST: usize = 200_000;

/// What wins brought over what their deals were worth at dates before.
fn growth(worth: &Worth, known: &Known, wins: &Wins, now: Moment, window: Window) -> f64 {
    let (mut then, mut came, mut n) = (0.0, 0.0, 0.0);
    let moments = known.looks.moments;
    let passed = moments.partition_point(|moment| window.at(*moment).1 <= now);
    for look in known.looks.sold_before(passed, LATEST) {
        let (from, to) = window.at(moments[look.at as usize]);
        let deal = look.deal as usize;
        let win = known.runs.first_win(deal, from).filter(|win| win.at < to);
        let amount = worth.report(look.amount);
        if let Some(win) = win.filter(|_| amount > 0.0) {
            then += amount;
            came += win.amount.map_or(wins.usual, |amount| worth.report(amount));
            n += 1.0;
        }
    }
    if then <= 0.0 {
        return 1.0;
    }
    let prior = PRIOR * then / n;
    ((came + prior) / (then + prior)).clamp(0.3, 3.0)
}

#[cfg(test)]
mod tests {
    use ledger::time::Moment;

    use super::{Of, Win, Window, Wins};
    use crate::demo::dice::Dice;
    use crate::tests_support::day;

    /// Whole weeks back, what is added up win by win is what each period has by itself.
    #[test]
    fn each_win_is_in_the_periods_that_it_was_made_in() {
        let mut dice = Dice::new(4, 1);
        let mut win = |deal: u32| {
            let opened = i64::from(dice.between(0, 300));
            let at = opened + i64::from(dice.between(0, 60));
            let again = if dice.chance(0.1) { day(at + 20) } else { Moment::MAX };
            let (deal, value) = (deal as usize, 1.0 + f64::from(deal));
            Win { deal, opened: day(opened), at: day(at), again, value }
        };
        let mut all: Vec<Win> = (0..400).map(&mut win).collect();
        all.sort_by_key(|win| win.at);
        let (wins, now) = (Wins { all, usual: 1.0 }, day(330));
        for (from, to) in [(0, 28), (10, 100)] {
            let window = Window::new(now, now.plus_days(from), now.plus_days(to));
            let [all, new] = [Of::All, Of::NewBusiness].map(|of| wins.by_week(now, window, 30, of));
            for (week, (all, new)) in (0..).zip(all.into_iter().zip(new)) {
                let date = Moment(now.plus_days(-7 * week).0 - window.end());
                let span = window.at(date);
                let late = wins.within(span).filter(|win| win.opened >= date);
                assert!((all - wins.between(span)).abs() < 1e-9, "{week}");
                assert!((new - late.map(|win| win.value).sum::<f64>()).abs() < 1e-9, "{week}");
            }
        }
    }
}
