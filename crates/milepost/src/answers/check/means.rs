//! What each fault of the record means for a forecast, and how much it harms one.

use ledger::problem::Kind;

/// A kind of fault that is looked for.
pub(super) struct Fault {
    /// Its problem.
    pub(super) kind: Kind,
    /// How much it harms a forecast where every deal has it: 3 spoils it, 1 blurs it.
    pub(super) harm: f64,
    /// What it means for the forecast.
    pub(super) means: &'static str,
}

const fn fault(kind: Kind, harm: f64, means: &'static str) -> Fault {
    Fault { kind, harm, means }
}

/// Every kind of fault of the record. The order is that of the counts in `Eye::look`.
pub(super) const FAULTS: &[Fault] = &[
    fault(
        Kind::BackDated,
        2.0,
        "On a given day deals are further than the record shows, so forecasts made that day come out too low.",
    ),
    fault(
        Kind::SkippedMilestone,
        1.5,
        "The odds and the time from the milestone passed over are learned from fewer deals than went through it.",
    ),
    fault(
        Kind::StepBack,
        1.0,
        "A milestone that can be taken back says less about the sale: its odds are lower and its range is wider.",
    ),
    fault(
        Kind::RolledCloseDate,
        1.0,
        "The close dates named for these deals say little about when they will close.",
    ),
    fault(
        Kind::PastCloseDate,
        2.0,
        "The close date says nothing of these deals; a forecast that believed it would miss them or count them at once.",
    ),
    fault(
        Kind::SameMoment,
        2.0,
        "The time between these steps is unknown, so the forecast has less to tell when deals will close.",
    ),
    fault(
        Kind::NoOwner,
        0.5,
        "These deals count in the total, but in no salesperson's or team's forecast.",
    ),
    fault(Kind::NoAmount, 2.0, "These deals have no worth of their own in the forecast."),
    fault(
        Kind::NoHistory,
        3.0,
        "Nobody can tell what was known while these deals were open, so they teach the forecast little and cannot test it.",
    ),
    fault(
        Kind::ReopenedDeal,
        1.0,
        "Wins and losses that were taken back make the odds and the time to close less certain.",
    ),
    fault(Kind::InTheFuture, 3.0, "A forecast would take what has not happened for a fact."),
    fault(
        Kind::BeforeItsLead,
        2.0,
        "The time from the first touch to the end is unknown; it counts as none.",
    ),
    fault(
        Kind::FarAmount,
        3.0,
        "One such amount outweighs many deals: the forecast and the worth of its source rest on it.",
    ),
];

/// Leads without a source: they are counted among leads, not among deals.
pub(super) const NO_SOURCE: Fault = fault(
    Kind::NoSource,
    0.5,
    "These leads count in all leads, but say nothing of which marketing works.",
);
