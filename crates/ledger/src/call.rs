//! A customer contact: planned with a commitment objective, then held.

use crate::event::Outcome;
use crate::names::Sym;
use crate::time::Moment;

/// A call, planned or held or both.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its id.
    pub id: Sym,
    /// What was planned; absent for a call that was only logged.
    pub plan: Option<Plan>,
    /// What came of it; absent while it lies ahead.
    pub held: Option<Held>,
}

/// What a call is for.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The agreement wanted from the customer.
    pub objective: Sym,
    /// The milestone it leads to.
    pub milestone: Option<Sym>,
    /// What to ask for otherwise.
    pub fallback: Option<Sym>,
    /// When it is to be held.
    pub at: Moment,
}

/// What came of a call.
#[derive(Clone, Debug)]
pub struct Held {
    /// When it was held.
    pub at: Moment,
    /// How it ended.
    pub outcome: Outcome,
    /// The milestones gained.
    pub gained: Vec<Sym>,
    /// What was said.
    pub note: Option<Sym>,
}

impl Call {
    /// A call that nobody had planned.
    pub(crate) fn unplanned(id: Sym, held: Held) -> Call {
        Call { id, plan: None, held: Some(held) }
    }

    /// Whether it was held and gained the fallback: an advance that names no milestone.
    #[must_use]
    pub fn gained_fallback(&self) -> bool {
        let held = self.held.as_ref();
        held.is_some_and(|held| held.outcome == Outcome::Advance && held.gained.is_empty())
    }

    /// Whether it began with a commitment objective; a call that was only logged did not.
    #[must_use]
    pub fn has_objective(&self) -> bool {
        self.plan.is_some()
    }
}
