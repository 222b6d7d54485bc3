//! The method's own record: forecasts made at past dates from only what was known then, beside what
//! came, and beside the run rate.

use ledger::time::{DAY_MS, Moment};

use super::NEEDED;
use super::estimate::{Estimate, Window, World};
use crate::history::History;

/// Replayed dates lie so many days apart.
const EVERY_DAYS: i64 = 14;
/// At most so many dates are replayed.
const MOST: usize = 26;
/// Spells that are read for all replays together, about; bounds the time for large companies.
const WORK: usize = 12_000_000;
/// The level is corrected as if so many more replays had been right.
const PRIOR: f64 = 3.0;
/// Fewer replays say nothing about errors.
const FEWEST: usize = 4;
/// A replay that was off by more than this factor counts as off by this factor: the first months of a
/// record would else rule the range for years.
const WORST: f64 = 2.5;
/// The relative error that is assumed where nothing is known: half as much again or a third less.
const UNKNOWN_ERROR: f64 = 0.5;

/// What past forecasts said and what came.
pub(super) struct Record {
    points: Vec<Point>,
    /// The replayed span in lengths of the period: errors of overlapping periods are one error.
    independent: f64,
    /// What came over what was said.
    pub(super) level: f64,
    /// The weight of the method in a blend with the run rate.
    pub(super) weight: f64,
}

struct Point {
    said: f64,
    run_rate: f64,
    came: f64,
}

impl Record {
    /// Replays the method at dates whose whole period lies before `now`.
    pub(super) fn replay(world: &World, history: &History, now: Moment, window: Window) -> Record {
        let most = (WORK / history.spells.len().max(1)).clamp(FEWEST, MOST);
        let mut points = Vec::new();
        let mut date = Moment(now.0 - window.end());
        while points.len() < most {
            let then = History::known_before(date, world.book, world.process);
            if then.runs.iter().filter(|run| run.end.is_some()).count() < NEEDED {
                break;
            }
            let (from, to) = window.at(date);
            points.push(Point {
                said: Estimate::make(world, &then, date, window).total(),
                run_rate: world.run_rate(&then, date, window),
                came: world.won_between(history, from, to),
            });
            date = date.plus_days(-EVERY_DAYS);
        }
        let span = points.len() as f64 * (EVERY_DAYS * DAY_MS) as f64;
        let independent = (span / window.length().max(DAY_MS) as f64).max(1.0);
        let mut record = Record { points, independent, level: 1.0, weight: 1.0 };
        record.judge();
        record
    }

    /// How many dates were replayed.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    fn judge(&mut self) {
        if self.points.len() < FEWEST {
            return;
        }
        let n = self.points.len() as f64;
        let said: f64 = self.points.iter().map(|p| p.said).sum();
        let came: f64 = self.points.iter().map(|p| p.came).sum();
        if said <= 0.0 {
            return;
        }
        let prior = PRIOR * said / n;
        self.level = ((came + prior) / (said + prior)).clamp(0.5, 2.0);
        let square = |off: f64| off * off;
        let ours: f64 = self.points.iter().map(|p| square(p.said * self.level - p.came)).sum();
        let theirs: f64 = self.points.iter().map(|p| square(p.run_rate - p.came)).sum();
        if ours + theirs > 0.0 {
            self.weight = theirs / (ours + theirs);
        }
    }

    fn blend(&self, said: f64, run_rate: f64) -> f64 {
        self.weight * self.level * said + (1.0 - self.weight) * run_rate
    }

    /// What every part of an estimate is multiplied by, so that the whole is the corrected blend.
    pub(super) fn factor(&self, estimate: &Estimate, run_rate: f64) -> f64 {
        let said = estimate.total();
        if said <= 0.0 { 1.0 } else { (self.blend(said, run_rate) / said).clamp(0.25, 4.0) }
    }

    /// The root mean square of the logarithms of what came over what the blend said, widened for
    /// the few independent periods it was learned from. `None` with too few replays.
    pub(super) fn error(&self) -> Option<f64> {
        if self.points.len() < FEWEST {
            return None;
        }
        let mean = self.points.iter().map(|p| p.came).sum::<f64>() / self.points.len() as f64;
        let floor = 0.02 * mean + f64::MIN_POSITIVE;
        let off = |p: &Point| {
            let ratio = (p.came + floor) / (self.blend(p.said, p.run_rate) + floor);
            ratio.ln().clamp(-WORST.ln(), WORST.ln())
        };
        let squares: f64 = self.points.iter().map(|p| off(p) * off(p)).sum();
        let widened = 1.0 + 2.0 / self.independent;
        Some((squares / self.points.len() as f64 * widened).sqrt())
    }

    /// The error to reckon with.
    pub(super) fn error_or_wide(&self) -> f64 {
        self.error().unwrap_or(UNKNOWN_ERROR)
    }
}
