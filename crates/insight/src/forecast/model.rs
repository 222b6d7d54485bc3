//! The odds of open deals: hazards of a win, learned from every deal at every past date.
//!
//! Past dates lie a week or two apart. A deal that was open at one of them is followed through the parts
//! of the time ahead that had passed: won in a part, or not. Deals that were lost stay in the count
//! without a win (the subdistribution of Fine and Gray 1999; when each date is looked at is known, so
//! that censoring is by the calendar alone), so that one hazard gives the chance of a win, with loss
//! as the competing risk. Time that has not passed is not counted: nobody's silence counts as a no.

use std::collections::BTreeSet;

use ledger::book::Book;
use ledger::time::Moment;

use super::ahead::{Ahead, Calendar, MOST_PARTS};
use super::design::{Bits, Design, Sparse};
use super::estimate::Window;
use super::facts::Facts;
use super::hazard::{Columns, Fitted, Sample, chance, fit, log_odds};
use super::looks::Looks;
use super::runs::Cut;
use super::why::{GROUPS, Parts};

/// How much more every effect is held back for each look that sees the same sale.
const SEEN_AGAIN: f64 = 0.7;

/// What was seen this many days ago counts half: companies change.
const HALF_LIFE_DAYS: f64 = 365.0;

/// Learned hazards.
#[derive(Clone)]
pub(super) struct Model {
    design: Design,
    ahead: Ahead,
    fitted: Fitted,
}

/// What all models of a book share.
pub(super) struct Ground<'a> {
    pub(super) book: &'a Book,
    pub(super) bits: &'a Bits,
    /// For each deal, a number that its id alone decides.
    pub(super) marks: &'a [u32],
    pub(super) places: usize,
    pub(super) calendar: &'a Calendar,
    pub(super) worth: &'a (dyn Fn(&Facts) -> Option<f64> + Sync),
}

/// Looks at deals as numbers: what models of one design learn from, each as far as its date lets it.
pub(super) struct Seen {
    design: Design,
    columns: Columns,
    /// For each of its rows, when which deal was looked at; by that moment.
    looks: Vec<(Moment, usize)>,
}

impl Ground<'_> {
    /// The columns that looks give; `usual` serves where no amount is known.
    fn design(&self, looks: Looks, window: Window, usual: f64) -> Design {
        let rows = looks.to_learn(window, self.marks);
        let rows: Vec<_> = rows.map(|(at, row)| (*at, &row.facts)).collect();
        Design::learn(&rows, self.places, self.book, self.bits, usual, self.worth)
    }
}

impl Seen {
    /// Looks that are known before `until`, in columns that the `first` of them give.
    pub(super) fn afresh(
        ground: &Ground,
        (first, usual): (Looks, f64),
        (looks, until): (Looks, Moment),
        window: Window,
    ) -> Seen {
        Seen::of(ground, ground.design(first, window, usual), looks, until, window)
    }

    /// The same in the columns of a model.
    pub(super) fn by(
        model: &Model,
        ground: &Ground,
        (looks, until): (Looks, Moment),
        window: Window,
    ) -> Seen {
        Seen::of(ground, model.design.clone(), looks, until, window)
    }

    fn of(ground: &Ground, design: Design, all: Looks, until: Moment, window: Window) -> Seen {
        let ahead = Ahead::new(window, ground.places, design.columns(), 0.0);
        let (mut columns, mut looks) = (Columns::default(), Vec::new());
        let (mut shared, mut own) = (Sparse::new(), Vec::new());
        for (date, row) in all.to_learn(window, ground.marks) {
            let passed = ahead.passed(*date, until);
            if passed == 0 {
                break;
            }
            design.row(&row.facts, *date, (ground.worth)(&row.facts), &mut shared);
            columns.begin(&shared);
            for part in 0..passed {
                ahead.row(part, &row.facts, *date, ground.calendar, &mut own);
                columns.part(&own);
            }
            looks.push((*date, row.deal));
        }
        Seen { design, columns, looks }
    }
}

impl Model {
    /// Learns from what was known before `now`, for a window; from `before`, a model of some weeks
    /// earlier, where there is one. `None` if nothing has been won or no part of the time ahead has
    /// passed.
    pub(super) fn learn(
        ground: &Ground,
        seen: &Seen,
        runs: &Cut,
        now: Moment,
        window: Window,
        before: Option<&Model>,
    ) -> Option<Model> {
        let design = seen.design.clone();
        let since = runs.first.unwrap_or(now);
        let ahead = Ahead::new(window, ground.places, design.columns(), now.days_since(since));
        let (mut sample, mut sold) = (Sample::of(&seen.columns), BTreeSet::new());
        let (mut at, mut passed, mut weight) = (Moment::MIN, 0, 0.0);
        for ((date, deal), (_, parts)) in seen.looks.iter().zip(seen.columns.each()) {
            if *date > at {
                at = *date;
                passed = ahead.passed(at, now);
                weight = 0.5_f64.powf(now.days_since(at) / HALF_LIFE_DAYS);
            }
            if passed == 0 {
                break;
            }
            let won = runs.first_win(*deal, *date).map(|win| win.at);
            let came = |part: usize| {
                let (from, to) = ahead.span(part, *date);
                let here = won.is_some_and(|won| won >= from && won < to);
                let at_risk = part < passed && won.is_none_or(|won| won >= from);
                (here && at_risk, if at_risk { weight } else { 0.0 })
            };
            let within = won.filter(|won| *won < ahead.span(passed - 1, *date).1);
            sold.extend(within.map(|won| (*deal, won)));
            sample.next((0..parts.len()).map(came));
        }
        let (parts, won) = sample.counts();
        if won == 0 {
            return None;
        }
        let mut penalties = design.penalties();
        penalties.extend(ahead.penalties());
        // What is seen again and again is not so many facts: a sale in sight of six looks is held back as one.
        let looks = won as f64 / sold.len() as f64;
        #[expect(clippy::cast_possible_truncation, reason = "a few")]
        let held = (looks * SEEN_AGAIN).max(1.0) as f32;
        for penalty in &mut penalties {
            *penalty *= held;
        }
        let guess = before.map_or_else(
            || {
                let mut guess = vec![0.0; penalties.len()];
                let share = won as f64 / parts as f64;
                guess[design.columns()] = (share / (1.0 - share).max(1e-6)).ln();
                Fitted::guess(guess)
            },
            |model| model.fitted.clone(),
        );
        let fitted = fit(&sample, &penalties, guess);
        Some(Model { design, ahead, fitted })
    }

    /// The chances that a deal is won before the period, and by the end of each of its parts.
    pub(super) fn odds(&self, ground: &Ground, facts: &Facts, date: Moment) -> Chances {
        let (mut shared, mut own) = (Sparse::new(), Vec::new());
        self.design.row(facts, date, (ground.worth)(facts), &mut shared);
        let (mut left, mut odds) = (1.0, Chances::default());
        for part in 0..self.ahead.parts() {
            self.ahead.row(part, facts, date, ground.calendar, &mut own);
            left *= 1.0 - chance(log_odds(&shared, &own, &self.fitted.weights));
            match part.checked_sub(self.ahead.begins) {
                Some(within) => odds.by[within] = 1.0 - left,
                None => odds.before = 1.0 - left,
            }
        }
        odds
    }
}

/// The chances that a deal is won: before the period, and by the end of each of its parts, nothing after the last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chances {
    pub(super) before: f64,
    pub(super) by: [f64; MOST_PARTS],
}

/// What pictures and explanations need.
impl Model {
    /// When the period begins and when each of its parts ends, in days from the date of the forecast.
    pub(super) fn edges(&self) -> &[f64] {
        self.ahead.edges()
    }

    /// The part with which the period begins.
    pub(super) fn begins(&self) -> usize {
        self.ahead.begins
    }

    /// For each part of the time ahead, what each group of columns adds to the log odds.
    pub(super) fn parts(&self, ground: &Ground, facts: &Facts, date: Moment) -> Parts {
        let (mut shared, mut own) = (Sparse::new(), Vec::new());
        self.design.row(facts, date, (ground.worth)(facts), &mut shared);
        let mut common = [0.0; GROUPS];
        for (column, value) in &shared {
            let group = self.design.group(*column) as usize;
            common[group] += f64::from(*value) * self.fitted.weights[*column as usize];
        }
        let part = |part| {
            self.ahead.row(part, facts, date, ground.calendar, &mut own);
            let mut sums = common;
            for (column, value) in &own {
                let group = self.ahead.group(*column) as usize;
                sums[group] += f64::from(*value) * self.fitted.weights[*column as usize];
            }
            sums
        };
        (0..self.ahead.parts()).map(part).collect()
    }
}
