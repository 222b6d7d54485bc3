//! What a customer agreed to: a milestone and a date. Open, kept, broken or renegotiated.

use crate::names::Sym;
use crate::time::{Day, Moment};

/// A commitment and what became of it.
#[derive(Clone, Debug)]
pub struct Commitment {
    /// Its id.
    pub id: Sym,
    /// The milestone that was agreed to.
    pub milestone: Sym,
    /// By when; the latest date agreed.
    pub due: Day,
    /// Who agreed.
    pub by: Option<Sym>,
    /// When it was made.
    pub made_at: Moment,
    /// How often a new date was agreed.
    pub renegotiated: u32,
    /// Whether it was kept, and when it ended; `None` while it is open.
    pub ended: Option<(bool, Moment)>,
}

/// What can become of an open commitment.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// The customer did what was agreed.
    Kept,
    /// The customer did not.
    Broken,
    /// Another date was agreed.
    NewDate(Day),
}

impl Commitment {
    /// Whether the customer still has it to keep.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether it is open and its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open() && self.due < today
    }

    pub(crate) fn end(&mut self, end: End, at: Moment) {
        match end {
            End::Kept => self.ended = Some((true, at)),
            End::Broken => self.ended = Some((false, at)),
            End::NewDate(due) => {
                self.due = due;
                self.renegotiated += 1;
            }
        }
    }
}
