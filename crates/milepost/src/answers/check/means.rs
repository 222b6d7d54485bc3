//! What each fault of the record means for a forecast, and how much it harms one.

use ledger::problem::Kind;

use crate::texts::key;

/// A kind of fault that is looked for.
pub(super) struct Fault {
    /// Its problem.
    pub(super) kind: Kind,
    /// How much it harms a forecast where every deal has it: 3 spoils it, 1 blurs it.
    pub(super) harm: f64,
    /// The key of what it means for the forecast.
    pub(super) means: &'static str,
}

const fn fault(kind: Kind, harm: f64, means: &'static str) -> Fault {
    Fault { kind, harm, means }
}

/// Every kind of fault of the record. The order is that of the counts in `Eye::look`.
pub(super) const FAULTS: &[Fault] = &[
    fault(Kind::BackDated, 2.0, key!("answers-check-back-dated")),
    fault(Kind::SkippedMilestone, 1.5, key!("answers-check-skipped")),
    fault(Kind::StepBack, 1.0, key!("answers-check-step-back")),
    fault(Kind::RolledCloseDate, 1.0, key!("answers-check-rolled")),
    fault(Kind::PastCloseDate, 2.0, key!("answers-check-past")),
    fault(Kind::SameMoment, 2.0, key!("answers-check-same-moment")),
    fault(Kind::NoOwner, 0.5, key!("answers-check-no-owner")),
    fault(Kind::NoAmount, 2.0, key!("answers-check-no-amount")),
    fault(Kind::NoHistory, 3.0, key!("answers-check-no-history")),
    fault(Kind::ReopenedDeal, 1.0, key!("answers-check-reopened")),
    fault(Kind::InTheFuture, 3.0, key!("answers-check-future")),
    fault(Kind::BeforeItsLead, 2.0, key!("answers-check-before-lead")),
    fault(Kind::FarAmount, 3.0, key!("answers-check-far")),
];

/// Leads without a source: they are counted among leads, not among deals.
pub(super) const NO_SOURCE: Fault = fault(Kind::NoSource, 0.5, key!("answers-check-no-source"));
