//! Every fact that can be appended. Nothing in the ledger is updated or deleted: a mistake is
//! answered by another fact.
//!
//! Field numbers (`#[n(…)]`) are the stored format and a contract: they are never reused, and new
//! fields are optional. `schemas/event.json` is the same contract for the JSON form.
//!
//! `S` is how texts are held: `String` in programs, `&str` when events stream out of the store.

mod values;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::id::EventId;
use crate::money::{Currency, Money};
use crate::process::Process;
use crate::time::{Day, Moment};

pub use values::Values;

/// One fact, with its three times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Encode, Decode)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "S: Deserialize<'de> + Ord"))]
pub struct Event<S = String> {
    /// Its identity; a fact read twice has one id.
    #[n(0)]
    pub id: EventId,
    /// The deal it is about; absent where it concerns the company or a lead.
    #[n(1)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal: Option<S>,
    /// When it happened in the world.
    #[n(2)]
    pub happened_at: Moment,
    /// When the source system first knew it. "As of" cuts here.
    #[n(3)]
    pub known_at: Moment,
    /// When it was appended to this ledger.
    #[n(4)]
    pub recorded_at: Moment,
    /// Order among facts of one deal and one moment: lower is earlier; ties keep ledger order.
    #[n(5)]
    #[serde(default, skip_serializing_if = "is_zero")]
    pub order: i32,
    /// The id of the person who did or entered it. Names live elsewhere and can be erased.
    #[n(6)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<S>,
    /// The source system: `milepost`, `csv`, `salesforce`, …
    #[n(7)]
    pub system: S,
    /// The row's id in the source system, where it has one.
    #[n(8)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<S>,
    /// What happened.
    #[n(9)]
    #[serde(flatten)]
    pub fact: Fact<S>,
    /// What is known of the deal from this moment on.
    #[n(10)]
    #[cbor(decode_bound = "S: Ord + Decode<'bytes, Ctx>", encode_bound = "S: Ord + Encode<Ctx>")]
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values<S>,
}

/// What happened. Deals, calls and commitments are named by their ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Encode, Decode)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "type", bound(deserialize = "S: Deserialize<'de>"))]
pub enum Fact<S = String> {
    /// A version of the process holds from now on.
    #[n(0)]
    ProcessPublished {
        /// The whole version.
        #[n(0)]
        process: Process,
    },
    /// A possible sale begins.
    #[n(1)]
    DealOpened,
    /// Something known of the deal changed; `values` says what.
    #[n(2)]
    DealChanged,
    /// The customer took a step.
    #[n(3)]
    MilestoneReached {
        /// The raw name; a process says which milestone it stands for.
        #[n(0)]
        milestone: S,
        /// The source system *set the deal's stage* to this, so that an earlier stage takes later
        /// ones back. Without it, reaching an earlier milestone late undoes nothing.
        #[n(1)]
        #[serde(default, skip_serializing_if = "is_false")]
        stage: bool,
        /// What proves it.
        #[n(2)]
        #[serde(skip_serializing_if = "Option::is_none")]
        evidence: Option<S>,
    },
    /// A milestone turned out not to have been reached.
    #[n(4)]
    MilestoneUndone {
        /// The raw name.
        #[n(0)]
        milestone: S,
        /// Why.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<S>,
    },
    /// The sale is made.
    #[n(5)]
    DealWon {
        /// What the source system calls it: "Closed Won".
        #[n(0)]
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<S>,
    },
    /// The sale will not be made.
    #[n(6)]
    DealLost {
        /// What the source system calls it.
        #[n(0)]
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<S>,
        /// Why it was lost.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<S>,
    },
    /// A won or lost deal is open again.
    #[n(7)]
    DealReopened,
    /// A customer contact is planned, with its commitment objective.
    #[n(8)]
    CallPlanned {
        /// The call's id.
        #[n(0)]
        call: S,
        /// What the customer should agree to do.
        #[n(1)]
        objective: S,
        /// The milestone that the objective leads to.
        #[n(2)]
        #[serde(skip_serializing_if = "Option::is_none")]
        milestone: Option<S>,
        /// What to ask for if the objective is not gained.
        #[n(3)]
        #[serde(skip_serializing_if = "Option::is_none")]
        fallback: Option<S>,
        /// When the call is to be held.
        #[n(4)]
        planned_for: Moment,
    },
    /// A customer contact took place.
    #[n(9)]
    CallHeld {
        /// The call's id; a call without a plan has a new one.
        #[n(0)]
        call: S,
        /// How it ended.
        #[n(1)]
        outcome: Outcome,
        /// The milestones gained.
        #[n(2)]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        gained: Vec<S>,
        /// What was said.
        #[n(3)]
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<S>,
    },
    /// The customer agreed to a next step by a date.
    #[n(10)]
    CommitmentMade {
        /// The commitment's id.
        #[n(0)]
        commitment: S,
        /// The milestone that the customer agreed to.
        #[n(1)]
        milestone: S,
        /// By when.
        #[n(2)]
        due: Day,
        /// Who on the customer's side, by id or role.
        #[n(3)]
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<S>,
    },
    /// The customer did what was agreed.
    #[n(11)]
    CommitmentKept {
        /// The commitment's id.
        #[n(0)]
        commitment: S,
    },
    /// The customer did not.
    #[n(12)]
    CommitmentBroken {
        /// The commitment's id.
        #[n(0)]
        commitment: S,
        /// Why.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<S>,
    },
    /// A new date was agreed.
    #[n(13)]
    CommitmentRenegotiated {
        /// The commitment's id.
        #[n(0)]
        commitment: S,
        /// The new date.
        #[n(1)]
        due: Day,
    },
    /// A raw event of a source system, kept for discovery.
    #[n(14)]
    ActivityLogged {
        /// Its raw name.
        #[n(0)]
        name: S,
        /// What sort of record it was: `task`, `event`, `email`, a life-cycle transition.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<S>,
    },
    /// A lead met our marketing. `deal` on the event is the deal that the lead became.
    #[n(15)]
    TouchRecorded {
        /// The lead's id.
        #[n(0)]
        lead: S,
        /// Where it came from.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<S>,
        /// By what medium.
        #[n(2)]
        #[serde(skip_serializing_if = "Option::is_none")]
        medium: Option<S>,
        /// By which campaign.
        #[n(3)]
        #[serde(skip_serializing_if = "Option::is_none")]
        campaign: Option<S>,
        /// Where it landed.
        #[n(4)]
        #[serde(skip_serializing_if = "Option::is_none")]
        page: Option<S>,
    },
    /// Money spent on marketing.
    #[n(16)]
    SpendRecorded {
        /// On which source.
        #[n(0)]
        source: S,
        /// On which campaign.
        #[n(1)]
        #[serde(skip_serializing_if = "Option::is_none")]
        campaign: Option<S>,
        /// First day of the period.
        #[n(2)]
        from: Day,
        /// Last day of the period.
        #[n(3)]
        to: Day,
        /// How much.
        #[n(4)]
        amount: Money,
    },
    /// A quota for a period.
    #[n(17)]
    QuotaSet {
        /// Whose, by id; absent for the whole force.
        #[n(0)]
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<S>,
        /// First day of the period.
        #[n(1)]
        from: Day,
        /// Last day of the period.
        #[n(2)]
        to: Day,
        /// How much.
        #[n(3)]
        amount: Money,
    },
    /// An exchange rate of a day.
    #[n(18)]
    RateSet {
        /// One unit of this currency …
        #[n(0)]
        from: Currency,
        /// … in units of this one …
        #[n(1)]
        to: Currency,
        /// … is this decimal number …
        #[n(2)]
        rate: S,
        /// … from this day on.
        #[n(3)]
        day: Day,
    },
    /// A forecast that was given: what the program said on a day. Nothing about the company follows from it.
    #[n(19)]
    ForecastGiven {
        /// First day of the period.
        #[n(0)]
        from: Day,
        /// Last day of the period.
        #[n(1)]
        to: Day,
        /// Expected on average.
        #[n(2)]
        mean: Money,
        /// 1 in 10 such periods bring less.
        #[n(3)]
        p10: Money,
        /// Half of them do.
        #[n(4)]
        p50: Money,
        /// 1 in 10 bring more.
        #[n(5)]
        p90: Money,
        /// The program that gave it, with its version.
        #[n(6)]
        method: S,
    },
    /// An import was a mistake: what it brought counts no more, as of any moment. Which facts the ledger has is
    /// not something that a company learns, so this is known of every past too, as the import's own facts are.
    #[n(20)]
    ImportUndone {
        /// The moment at which its facts were recorded.
        #[n(0)]
        imported_at: Moment,
    },
    /// A write was a mistake: what it said of the deal's calls and commitments counts no more. If it was itself a
    /// taking back, what that took back counts again. Milestones, wins and losses have facts of their own for this.
    #[n(21)]
    TakenBack {
        /// The moment since which it was known.
        #[n(0)]
        said_at: Moment,
    },
}

/// How a call ended (Huthwaite). "We'll be in touch" is a continuation: nothing was gained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cbor(index_only)]
pub enum Outcome {
    /// The customer bought.
    #[n(0)]
    Order,
    /// The customer agreed to a step that moves the sale forward.
    #[n(1)]
    Advance,
    /// The talk goes on; no step was agreed.
    #[n(2)]
    Continuation,
    /// The customer said no.
    #[n(3)]
    NoSale,
}

impl<S: AsRef<str>> Fact<S> {
    /// The name of its kind, as in the JSON form.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::ProcessPublished { .. } => "ProcessPublished",
            Fact::DealOpened => "DealOpened",
            Fact::DealChanged => "DealChanged",
            Fact::MilestoneReached { .. } => "MilestoneReached",
            Fact::MilestoneUndone { .. } => "MilestoneUndone",
            Fact::DealWon { .. } => "DealWon",
            Fact::DealLost { .. } => "DealLost",
            Fact::DealReopened => "DealReopened",
            Fact::CallPlanned { .. } => "CallPlanned",
            Fact::CallHeld { .. } => "CallHeld",
            Fact::CommitmentMade { .. } => "CommitmentMade",
            Fact::CommitmentKept { .. } => "CommitmentKept",
            Fact::CommitmentBroken { .. } => "CommitmentBroken",
            Fact::CommitmentRenegotiated { .. } => "CommitmentRenegotiated",
            Fact::ActivityLogged { .. } => "ActivityLogged",
            Fact::TouchRecorded { .. } => "TouchRecorded",
            Fact::SpendRecorded { .. } => "SpendRecorded",
            Fact::QuotaSet { .. } => "QuotaSet",
            Fact::RateSet { .. } => "RateSet",
            Fact::ForecastGiven { .. } => "ForecastGiven",
            Fact::ImportUndone { .. } => "ImportUndone",
            Fact::TakenBack { .. } => "TakenBack",
        }
    }

    /// The raw name that the fact carries: a milestone, an outcome as the source calls it, or an
    /// activity.
    #[must_use]
    pub fn raw_name(&self) -> Option<&str> {
        match self {
            Fact::MilestoneReached { milestone, .. } | Fact::MilestoneUndone { milestone, .. } => {
                Some(milestone.as_ref())
            }
            Fact::DealWon { event } | Fact::DealLost { event, .. } => {
                event.as_ref().map(AsRef::as_ref)
            }
            Fact::ActivityLogged { name, .. } => Some(name.as_ref()),
            _ => None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(n: &i32) -> bool {
    *n == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(b: &bool) -> bool {
    !*b
}
