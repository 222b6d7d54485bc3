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
use super::lives::Known;
use super::looks::Looks;
use super::runs::Won;
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
            for part in 0..passed {
                ahead.row(part, &row.facts, *date, ground.calendar, &mut own);
                // What comes first is the level, which they have in common.
                if part == 0 {
                    shared.push(own[0]);
                    columns.begin(&shared);
                }
                columns.part(&own[1..]);
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
        Known { runs, looks }: &Known,
        now: Moment,
        window: Window,
        before: Option<&Model>,
    ) -> Option<Model> {
        let design = seen.design.clone();
        let since = runs.first.unwrap_or(now);
        let ahead = Ahead::new(window, ground.places, design.columns(), now.days_since(since));
        let (mut sample, mut sold) = (Sample::of(&seen.columns), BTreeSet::new());
        let all = looks.part(window).share == 1;
        for alike in seen.looks.chunk_by(|a, b| a.0 == b.0) {
            let date = alike[0].0;
            let passed = ahead.passed(date, now);
            if passed == 0 {
                break;
            }
            let weight = 0.5_f64.powf(now.days_since(date) / HALF_LIFE_DAYS);
            let parts: Vec<(Moment, Moment)> =
                (0..passed).map(|part| ahead.span(part, date)).collect();
            let wins = alike.iter().map(|(_, deal)| {
                runs.first_win(*deal, date).filter(|win| win.at < parts[passed - 1].1)
            });
            let wins: Vec<Option<&Won>> = wins.collect();
            let stands_for = if all {
                vec![1.0; passed]
            } else {
                stand_for(&wins, &runs.won, looks.open_at(date), date, &parts)
            };
            for ((_, deal), win) in alike.iter().zip(wins) {
                sold.extend(win.map(|win| (*deal, win.at)));
                let part = win.map(|win| part_of(win, &parts));
                let stands_for = part.map_or(1.0, |part| stands_for[part]);
                sample.next(
                    part.map_or(passed, |part| part + 1),
                    win.is_some(),
                    weight,
                    stands_for,
                );
            }
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

/// The part of the time ahead in which a sale was made.
fn part_of(win: &Won, parts: &[(Moment, Moment)]) -> usize {
    parts.iter().take_while(|(from, _)| *from <= win.at).count().saturating_sub(1)
}

/// In each part of the time ahead of a date, how many sales one of the sample stands for, so that in the sample as many
/// of those at risk are won as of all that were `open`: where a sample is taken all sales are known, and luck of the
/// sample would else be taken for a property of the date.
fn stand_for(
    sample: &[Option<&Won>],
    won: &[Won],
    open: usize,
    date: Moment,
    parts: &[(Moment, Moment)],
) -> Vec<f64> {
    let until = parts[parts.len() - 1].1;
    let count = |wins: &mut dyn Iterator<Item = &Won>| {
        let mut counts = vec![0.0; parts.len()];
        // Who was lost and opened again after the date does not count on either side.
        wins.filter(|win| win.opened <= date).for_each(|win| counts[part_of(win, parts)] += 1.0);
        counts
    };
    let among = count(&mut sample.iter().copied().flatten());
    let from = won.partition_point(|win| win.at < date);
    let all = count(&mut won[from..].iter().take_while(|win| win.at < until));
    let (mut at_risk, mut here) = (open as f64, sample.len() as f64);
    let one = |(all, among): (f64, f64)| {
        let stands_for =
            if among > 0.0 && at_risk > 0.0 { all / at_risk * here / among } else { 1.0 };
        (at_risk, here) = (at_risk - all, here - among);
        stands_for.clamp(0.5, 2.0)
    };
    all.into_iter().zip(among).map(one).collect()
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

#[cfg(test)]
mod tests {
    use super::stand_for;
    use crate::forecast::runs::Won;
    use crate::tests_support::day;

    /// Of a hundred deals 40 are won in the first ten days and 15 of the other 60 in the next; of a sample of twenty 5
    /// and 3. One that was opened later counts on neither side, nor does one that was won later.
    #[test]
    fn a_sample_sells_as_often_as_all() {
        let sold = |deal: u32, on| Won::on(deal, day(0), day(on));
        let mut won: Vec<Won> = (0..40).map(|deal| sold(deal, 31)).collect();
        won.push(Won::on(100, day(35), day(36)));
        won.extend((40..55).map(|deal| sold(deal, 45)));
        won.push(sold(55, 60));
        let of = |deal: u32| won.iter().find(|win| win.deal == deal && deal < 43);
        let sample: Vec<Option<&Won>> = (35..55).map(of).collect();
        let parts = [(day(30), day(40)), (day(40), day(50))];
        let each = stand_for(&sample, &won, 100, day(30), &parts);
        assert!((each[0] - 0.4 * 20.0 / 5.0).abs() < 1e-12, "{each:?}");
        assert!((each[1] - 0.25 * 15.0 / 3.0).abs() < 1e-12, "{each:?}");
    }
}
