//! Why an act is no milestone, with the figures that say so.

use super::lives::{Act, Lives};
use super::measure::Found;
use crate::stats::contrast::Ratio;
use crate::stats::quantile::quantile;

/// Acts that come first with the end, or after it, in this share of the closed deals that have them
/// are outcomes.
const WITH_END: f64 = 0.8;
/// In this share of deals an act is there from the first moment: it begins them.
const BEGINS: f64 = 0.9;
/// An act that comes in this share of the deals that have it or another comes with that other.
const WITH_ANOTHER: f64 = 0.9;
/// In more sales than this an act is frequent; in fewer than `SOME` it is rare.
const FREQUENT: f64 = 0.6;
const SOME: f64 = 0.1;
/// So often in one deal, on average, come acts that are routine.
const ROUTINE: f64 = 1.8;

/// What an act is, if no milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It always comes with another.
    Redundant,
    /// It is frequent, ours to do, and changes nothing.
    SellerOnly,
    /// It comes in some sales, and changes nothing that a sale needs.
    Optional,
    /// It says nothing.
    NoEffect,
    /// It is the win or the loss, or follows it.
    Outcome,
}

/// The evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// It is how a win or a loss is written down.
    IsTheEnd,
    /// So often it comes with the end or after it.
    ComesWithEnd(f64),
    /// It comes with a milestone, or an act, in this share of the deals that have either; the days
    /// between them at the median.
    ComesWith {
        /// The other.
        other: String,
        /// The share.
        share: f64,
        /// The days.
        days: f64,
    },
    /// Every deal begins with it.
    Begins,
    /// So few deals have it that nothing can be told.
    Rare(u32),
    /// Deals have it only from this age on, in days.
    Late(f64),
    /// It changes nothing, or nothing that a sale needs.
    Changes {
        /// The share of sales that have it.
        support: f64,
        /// What it does to the odds of a sale at the same place, for as long, and as old.
        odds: Ratio,
        /// What it does to the pace of the next step.
        pace: Ratio,
        /// Stages that open the way to the end, won or lost: they move no odds.
        flat: bool,
    },
}

/// An act that is no milestone.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// Its raw name.
    pub event: String,
    /// A stage of the source system.
    pub stage: bool,
    /// What it is.
    pub verdict: Verdict,
    /// Why.
    pub because: Because,
    /// Deals that have it.
    pub deals: u32,
}

/// Whether an act is an outcome.
pub(super) fn is_outcome(act: &Act) -> bool {
    act.end || (act.closed > 0 && f64::from(act.with_end) >= WITH_END * f64::from(act.closed))
}

/// An outcome's verdict.
pub(super) fn outcome(act: &Act) -> Dropped {
    let share = f64::from(act.with_end) / f64::from(act.closed.max(1));
    let because = if act.end { Because::IsTheEnd } else { Because::ComesWithEnd(share) };
    dropped(act, Verdict::Outcome, because)
}

/// The verdict on a twin of another act.
pub(super) fn twin(act: &Act, other: &str) -> Dropped {
    let because = Because::ComesWith { other: other.to_owned(), share: 1.0, days: 0.0 };
    dropped(act, Verdict::Redundant, because)
}

/// The verdict on an act that too few deals have.
pub(super) fn rare(act: &Act) -> Dropped {
    dropped(act, Verdict::NoEffect, Because::Rare(act.deals))
}

/// What is known of an act beside the pass.
pub(super) struct Known<'a> {
    pub(super) lives: &'a Lives,
    /// The milestones, in order.
    pub(super) path: &'a [usize],
    /// By act: its share among sales.
    pub(super) support: &'a [f64],
    pub(super) flat: &'a [usize],
}

impl Known<'_> {
    /// The verdict on an act that was measured given the milestones.
    pub(super) fn judge(&self, act: usize, found: &Found) -> Dropped {
        let what = &self.lives.acts[act];
        let support = self.support[act];
        let is_flat = self.flat.contains(&act);
        let changes = || Because::Changes {
            support,
            odds: found.odds.ratio(),
            pace: found.gate.ratio(),
            flat: is_flat,
        };
        let ages = self.ages(act);
        if self.begins(act, &ages) {
            return dropped(what, Verdict::NoEffect, Because::Begins);
        }
        if let Some((other, share, days)) = self.companion(act) {
            let other = self.lives.acts[other].name.clone();
            let because = Because::ComesWith { other, share, days };
            return dropped(what, Verdict::Redundant, because);
        }
        let times = f64::from(what.times.0) / f64::from(what.deals.max(1));
        if what.ours || (!is_flat && (support >= FREQUENT || (support >= SOME && times >= ROUTINE)))
        {
            return dropped(what, Verdict::SellerOnly, changes());
        }
        if is_flat {
            return dropped(what, Verdict::NoEffect, changes());
        }
        if let Some(age) = self.late(&ages) {
            return dropped(what, Verdict::NoEffect, Because::Late(age));
        }
        let verdict = if support >= SOME { Verdict::Optional } else { Verdict::NoEffect };
        dropped(what, verdict, changes())
    }

    /// The deals' ages when they first have it, in order.
    fn ages(&self, act: usize) -> Vec<f64> {
        let steps = self.lives.lives.iter().flat_map(|life| self.lives.steps(life));
        let mut ages: Vec<f64> = steps.filter(|s| s.act == act).map(|s| s.at).collect();
        ages.sort_by(f64::total_cmp);
        ages
    }

    fn begins(&self, _: usize, ages: &[f64]) -> bool {
        let first = ages.iter().filter(|age| **age <= super::lives::TOGETHER).count();
        first as f64 >= BEGINS * self.lives.lives.len() as f64
    }

    /// Only deals that outlive half of all others have it.
    fn late(&self, ages: &[f64]) -> Option<f64> {
        let mut ends: Vec<f64> = self.lives.lives.iter().map(|life| life.end).collect();
        ends.sort_by(f64::total_cmp);
        let first = quantile(ages, 0.02)?;
        (first >= quantile(&ends, 0.5)?).then_some(first)
    }

    /// The milestone that it comes with, how often, and the days between them.
    fn companion(&self, act: usize) -> Option<(usize, f64, f64)> {
        let found = self.path.iter().map(|milestone| {
            let (share, gaps) = together(self.lives, act, *milestone);
            (*milestone, share, quantile(&gaps, 0.5).unwrap_or(0.0))
        });
        found.filter(|(_, share, _)| *share >= WITH_ANOTHER).max_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// The share of the deals with either act that have both, and the days between them, in order.
pub(super) fn together(lives: &Lives, one: usize, other: usize) -> (f64, Vec<f64>) {
    let (mut either, mut gaps) = (0, Vec::new());
    for life in &lives.lives {
        let at = |act: usize| lives.steps(life).iter().find(|s| s.act == act).map(|s| s.at);
        let (first, second) = (at(one), at(other));
        either += usize::from(first.is_some() || second.is_some());
        gaps.extend(first.zip(second).map(|(a, b)| (a - b).abs()));
    }
    gaps.sort_by(f64::total_cmp);
    (gaps.len() as f64 / f64::from(u32::try_from(either.max(1)).unwrap_or(u32::MAX)), gaps)
}

fn dropped(act: &Act, verdict: Verdict, because: Because) -> Dropped {
    Dropped { event: act.name.clone(), stage: act.stage, verdict, because, deals: act.deals }
}
