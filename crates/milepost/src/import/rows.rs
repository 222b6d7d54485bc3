//! Rows to facts, one function for each shape of table.

pub(super) mod beside;
pub(super) mod changes;
pub(super) mod deals;
pub(super) mod origin;
pub(super) mod past;
pub(super) mod steps;

use crate::import::cells::Cells;
use crate::import::mapping::Shape;
use crate::import::notes::{Fault, Notes};
use crate::import::rows::origin::Origins;
use crate::import::writer::Writer;
use crate::import::{ImportError, Options};

/// Where the facts of a row go, and what is said about them.
pub(super) struct Desk<'d, 'a> {
    pub(super) out: &'d mut Writer<'a>,
    pub(super) notes: &'d mut Notes,
    pub(super) options: &'d Options,
    pub(super) origins: &'d mut Origins,
}

/// Why a row ends early.
pub(super) enum Halt {
    /// It cannot be used.
    Fault(Fault),
    /// Nothing can go on.
    Error(ImportError),
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Halt {
        Halt::Fault(fault)
    }
}

impl From<ImportError> for Halt {
    fn from(error: ImportError) -> Halt {
        Halt::Error(error)
    }
}

/// Makes the facts of a row.
pub(super) fn read(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    match cells.plan.shape() {
        Shape::Events => steps::event(cells, desk),
        Shape::Stages => steps::stage(cells, desk),
        Shape::Changes => changes::change(cells, desk),
        Shape::Deals => deals::deal(cells, desk),
        Shape::Activities => beside::activity(cells, desk),
        Shape::Leads => beside::lead(cells, desk),
        Shape::Spend => beside::spend(cells, desk),
        Shape::Quotas => beside::quota(cells, desk),
        _ => Ok(()),
    }
}
