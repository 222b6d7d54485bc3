//! Why an act is no milestone, with the figures that say so.

use super::company::Company;
use super::lives::{Act, Lives, TOGETHER};
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
    pub(super) company: &'a Company<'a>,
    /// By act: its share among sales.
    pub(super) support: &'a [f64],
    pub(super) flat: &'a [usize],
}

impl Known<'_> {
    /// The verdict on an act that was measured given the milestones.
    pub(super) fn judge(&self, act: usize, found: &Found) -> Dropped {
        let (verdict, because) = self.why(act, found);
        dropped(&self.lives.acts[act], verdict, because)
    }

    fn why(&self, act: usize, found: &Found) -> (Verdict, Because) {
        let (what, support) = (&self.lives.acts[act], self.support[act]);
        let flat = self.flat.contains(&act);
        let changes = || Because::Changes {
            support,
            odds: found.odds.ratio(),
            pace: found.gate.ratio(),
            flat,
        };
        if self.company.begins(act, TOGETHER) >= BEGINS {
            return (Verdict::NoEffect, Because::Begins);
        }
        if let Some((place, share)) = self.company.closest(act, WITH_ANOTHER) {
            let other = self.lives.acts[self.path[place]].name.clone();
            let days = quantile(&self.company.gaps(act, place), 0.5).unwrap_or(0.0);
            return (Verdict::Redundant, Because::ComesWith { other, share, days });
        }
        if flat {
            return (Verdict::NoEffect, changes());
        }
        let times = f64::from(what.times.0) / f64::from(what.deals.max(1));
        let routine = support >= FREQUENT || (support >= SOME && times >= ROUTINE);
        if what.ours || routine {
            return (Verdict::SellerOnly, changes());
        }
        if let Some(age) = self.company.late(act) {
            return (Verdict::NoEffect, Because::Late(age));
        }
        (if support >= SOME { Verdict::Optional } else { Verdict::NoEffect }, changes())
    }
}

fn dropped(act: &Act, verdict: Verdict, because: Because) -> Dropped {
    Dropped { event: act.name.clone(), stage: act.stage, verdict, because, deals: act.deals }
}
