//! Rows that each are one thing that happened in a deal: our own events, and the history of stages.

use ledger::event::{Event, Fact};
use ledger::problem::Kind;
use ledger::time::Moment;

use crate::import::cells::Cells;
use crate::import::mapping::Field;
use crate::import::outcome::End;
use crate::import::rows::{Desk, Halt};
use crate::import::writer::fact;

/// One row an event.
pub(super) fn event(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let name = cells.text(Field::Event);
    let deal = cells.deal()?;
    let name = name.ok_or_else(|| (Kind::NoEvent, String::new()))?;
    let at = cells.when(&[Field::At])?;
    let what = match cells.look.outcomes.of(name) {
        Some(end) => ended(end, Some(name), cells.text(Field::Reason)),
        None => Fact::ActivityLogged { name, kind: cells.text(Field::Kind) },
    };
    write(cells, desk, fact(&cells.plan.found.system, Some(deal), at, what))
}

/// One row a stage that a deal was set to, or a change of its values while it stayed there.
pub(super) fn stage(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let deal = cells.deal()?;
    let at = cells.when(&[Field::At, Field::Created])?;
    let what = match cells.stage() {
        Some(stage) => set_to(stage, cells.end(Some(stage)), cells.text(Field::Reason)),
        None if cells.plan.found.has(Field::Amount) => Fact::DealChanged,
        None => return Err((Kind::NoEvent, String::new()).into()),
    };
    write(cells, desk, fact(&cells.plan.found.system, Some(deal), at, what))
}

fn write<'r>(
    cells: &Cells<'r>,
    desk: &mut Desk<'_, '_>,
    mut event: Event<&'r str>,
) -> Result<(), Halt> {
    event.known_at = cells.moment(Field::KnownAt)?.unwrap_or(event.happened_at);
    event.actor = cells.text(Field::Actor);
    event.external_id = cells.text(Field::Id);
    event.values = cells.values(desk.notes);
    event.order = order(cells, desk, event.deal, event.happened_at);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

/// The row's place among those of the same deal and moment.
pub(super) fn order(
    cells: &Cells<'_>,
    desk: &mut Desk<'_, '_>,
    deal: Option<&str>,
    at: Moment,
) -> i32 {
    deal.map_or(0, |deal| desk.out.tie(deal, at, cells.plan.newest_first))
}

/// A stage that the source system set.
pub(super) fn set_to<'r>(
    stage: &'r str,
    end: Option<End>,
    reason: Option<&'r str>,
) -> Fact<&'r str> {
    match end {
        Some(end) => ended(end, Some(stage), reason),
        None => Fact::MilestoneReached { milestone: stage, stage: true, evidence: None },
    }
}

pub(in crate::import) fn ended<'r>(
    end: End,
    event: Option<&'r str>,
    reason: Option<&'r str>,
) -> Fact<&'r str> {
    match end {
        End::Won => Fact::DealWon { event },
        End::Lost => Fact::DealLost { event, reason },
    }
}
