//! Whether the milestones tell as much about new deals as the whole log: learned from the older deals,
//! tried on the newer ones, at a few ages that all deals pass.

use super::lives::{Life, Lives};
use crate::stats::logistic::{Row, fit as learn, log_loss};
use crate::stats::quantile::quantile;

/// Deals are looked at when they are as old as this share of them ever gets.
const AGES: [f64; 4] = [0.2, 0.4, 0.6, 0.8];
/// Learned from this share of the deals, the oldest ones.
const OLDER: f64 = 0.7;
/// The whole log is its so many most frequent acts.
const WIDEST: usize = 60;
/// Deals looked at, at most.
const MOST: usize = 8_000;
const RIDGE: f64 = 1.0;

/// How far off the odds of new deals are: the log loss, on deals that were not learned from.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Fit {
    /// Deals that it was tried on.
    pub deals: usize,
    /// Knowing nothing but a deal's age.
    pub nothing: f64,
    /// Knowing its milestones too.
    pub milestones: f64,
    /// Knowing its stages, where the source system has some.
    pub stages: Option<f64>,
    /// Knowing everything in the log.
    pub whole_log: f64,
}

impl Fit {
    /// What the milestones tell, as a share of what the whole log tells; absent where it tells nothing.
    #[must_use]
    pub fn kept(&self) -> Option<f64> {
        let all = self.nothing - self.whole_log;
        (all > 0.005).then(|| (self.nothing - self.milestones) / all)
    }
}

/// Tries the milestones `path` against the whole log. `None` with too few deals to try.
pub(super) fn fit(lives: &Lives, path: &[usize]) -> Option<Fit> {
    let mut closed: Vec<&Life> = lives.lives.iter().filter(|life| life.won.is_some()).collect();
    closed.sort_by_key(|life| life.opened);
    let step = closed.len().div_ceil(MOST).max(1);
    let closed: Vec<&Life> = closed.into_iter().step_by(step).collect();
    let mut ends: Vec<f64> = closed.iter().map(|life| life.end).collect();
    ends.sort_by(f64::total_cmp);
    let ages: Vec<f64> = AGES.iter().filter_map(|share| quantile(&ends, *share)).collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length"
    )]
    let split = (closed.len() as f64 * OLDER) as usize;
    let (older, newer) = closed.split_at(split);
    let both = |won: bool| newer.iter().filter(|life| life.won == Some(won)).count();
    if both(true).min(both(false)) < 5 {
        return None;
    }
    let off = |acts: &[usize]| {
        let rows = |deals: &[&Life]| rows(lives, deals, &ages, acts);
        log_loss(&learn(&rows(older), ages.len() + acts.len(), RIDGE), &rows(newer))
    };
    let mut all: Vec<usize> = (0..lives.acts.len()).collect();
    all.truncate(WIDEST);
    all.extend(path.iter().filter(|act| **act >= WIDEST));
    let stages: Vec<usize> = all.iter().copied().filter(|act| lives.acts[*act].stage).collect();
    Some(Fit {
        deals: newer.len(),
        nothing: off(&[]),
        milestones: off(path),
        stages: (!stages.is_empty()).then(|| off(&stages)),
        whole_log: off(&all),
    })
}

/// Each deal at each age that it passed: the age, and which acts it had by then.
fn rows(lives: &Lives, deals: &[&Life], ages: &[f64], acts: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    for life in deals {
        for (i, age) in ages.iter().enumerate().filter(|(_, age)| **age < life.end) {
            let had = lives.steps(life).iter().filter(|step| step.at <= *age);
            let place = |act: usize| acts.iter().position(|other| *other == act);
            let mut ones = vec![i];
            ones.extend(had.filter_map(|step| Some(ages.len() + place(step.act)?)));
            rows.push(Row { ones, happened: life.won == Some(true), weight: life.weight });
        }
    }
    rows
}
