//! Why a deal's odds are what they are: what each group of facts adds, in points that add up.
//!
//! # Formula
//! In each part of the time ahead log odds are a sum over groups of columns. The average open deal has
//! the mean of each group; let `v(S)` be the odds in the period of a deal that has its own values in the
//! groups `S` and the mean elsewhere. A group's share is its Shapley value, its gain averaged over all
//! orders in which groups can be taken up (Shapley 1953): with `n` groups,
//! `sum over S without g of |S|! (n - |S| - 1)! / n! (v(S + g) - v(S))`. They are exact, and add up to the
//! odds of the deal less those of the average one.

use ledger::time::Moment;

use super::estimate::Odd;
use super::hazard::chance;
use super::model::{Ground, Model};
use crate::hands::in_pieces;

/// What a column is about; the groups by which odds are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// The milestone, and what happened on the way.
    Milestone,
    /// How long it is at the milestone, and how long it is open.
    Age,
    /// How long nothing happened, and how much did.
    Quiet,
    /// What it is worth, and how round the figure is.
    Amount,
    /// The day on which it is expected to close, and how often that moved.
    CloseDate,
    /// What the customer agreed to do next.
    Commitment,
    /// How the salesperson rates it.
    Category,
    /// Where it came from, and what sort of deal it is.
    Source,
    /// Whose it is.
    Owner,
    /// The time of the month and of the quarter.
    Calendar,
}

/// How many groups there are.
pub const GROUPS: usize = 10;

impl Group {
    /// Every group, in order.
    pub const ALL: [Group; GROUPS] = [
        Group::Milestone,
        Group::Age,
        Group::Quiet,
        Group::Amount,
        Group::CloseDate,
        Group::Commitment,
        Group::Category,
        Group::Source,
        Group::Owner,
        Group::Calendar,
    ];
}

/// Deals that are explained, at most: those that add most.
const MOST: usize = 400;
const SETS: usize = 1 << GROUPS;

/// For each part of the time ahead, what each group adds to the log odds.
pub(super) type Parts = Vec<[f64; GROUPS]>;

/// The odds of the average deal, and for each deal what each group adds to them; nothing for deals
/// beyond the largest few hundred.
pub(super) fn explain(
    model: &Model,
    ground: &Ground,
    open: &[Odd],
    date: Moment,
) -> (f64, Vec<Option<[f64; GROUPS]>>) {
    let all: Vec<Parts> = in_pieces(open, |odd| model.parts(ground, &odd.facts, date));
    let Some(first) = all.first() else { return (0.0, Vec::new()) };
    let mut mean = vec![[0.0; GROUPS]; first.len()];
    for parts in &all {
        for (mean, own) in mean.iter_mut().flatten().zip(parts.iter().flatten()) {
            *mean += own / all.len() as f64;
        }
    }
    let mut largest: Vec<usize> = (0..open.len()).collect();
    largest.sort_by(|a, b| open[*b].expected().total_cmp(&open[*a].expected()).then(a.cmp(b)));
    let mut found = vec![None; open.len()];
    for i in largest.into_iter().take(MOST) {
        found[i] = Some(shares(&all[i], &mean, model.begins()));
    }
    let base =
        odds(&mean.iter().map(|part| part.iter().sum()).collect::<Vec<f64>>(), model.begins());
    (base, found)
}

/// The chance of a win in the period, from the log odds of each part.
fn odds(parts: &[f64], begins: usize) -> f64 {
    let (mut left, mut before) = (1.0, 0.0);
    for (part, log_odds) in parts.iter().enumerate() {
        if part == begins {
            before = 1.0 - left;
        }
        left *= 1.0 - chance(*log_odds);
    }
    1.0 - left - before
}

/// The Shapley values of the groups.
fn shares(own: &Parts, mean: &Parts, begins: usize) -> [f64; GROUPS] {
    let log_odds = |set: usize, part: usize| -> f64 {
        let from = |g: usize| if set >> g & 1 == 1 { own[part][g] } else { mean[part][g] };
        (0..GROUPS).map(from).sum()
    };
    let value = |set: usize| {
        odds(&(0..own.len()).map(|part| log_odds(set, part)).collect::<Vec<_>>(), begins)
    };
    let values: Vec<f64> = (0..SETS).map(value).collect();
    let weights = weights();
    let mut shares = [0.0; GROUPS];
    for (set, before) in values.iter().enumerate() {
        let weight = weights[set.count_ones() as usize];
        for (g, share) in shares.iter_mut().enumerate().filter(|(g, _)| set >> g & 1 == 0) {
            *share += weight * (values[set | 1 << g] - before);
        }
    }
    shares
}

/// For sets of each size: the share of orders in which exactly they come before a given group.
fn weights() -> [f64; GROUPS + 1] {
    let mut weights = [0.0; GROUPS + 1];
    let mut weight = 1.0 / GROUPS as f64;
    for (size, place) in weights.iter_mut().enumerate().take(GROUPS) {
        *place = weight;
        weight *= (size + 1) as f64 / (GROUPS - size - 1).max(1) as f64;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, odds, shares};

    #[test]
    fn shares_add_up_and_what_does_not_differ_adds_nothing() {
        let mean = vec![[-0.3; GROUPS]; 3];
        let mut own = mean.clone();
        for (part, numbers) in own.iter_mut().enumerate() {
            numbers[2] = 1.0 + part as f64;
            numbers[5] = -0.9;
        }
        let found = shares(&own, &mean, 1);
        let all = |parts: &[[f64; GROUPS]]| {
            odds(&parts.iter().map(|part| part.iter().sum()).collect::<Vec<f64>>(), 1)
        };
        assert!((found.iter().sum::<f64>() - (all(&own) - all(&mean))).abs() < 1e-12);
        assert!((0..GROUPS).filter(|g| *g != 2 && *g != 5).all(|g| found[g].abs() < 1e-12));
        assert!(found[2] > 0.0 && found[5] < 0.0);
    }

    /// Two that differ alike have the same share: half each.
    #[test]
    fn alike_groups_share_alike() {
        let mean = vec![[0.0; GROUPS]];
        let mut own = mean.clone();
        (own[0][0], own[0][9]) = (0.7, 0.7);
        let found = shares(&own, &mean, 0);
        let half = (super::chance(1.4) - 0.5) / 2.0;
        assert!((found[0] - half).abs() < 1e-12 && (found[9] - half).abs() < 1e-12);
    }
}
