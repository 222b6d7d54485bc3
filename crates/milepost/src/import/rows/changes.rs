//! Rows that each are a change of one property of a deal.

use ledger::event::{Fact, Values};
use ledger::problem::Kind;

use crate::import::cells::Cells;
use crate::import::mapping::Field;
use crate::import::notes::Tally;
use crate::import::rows::steps::{ended, order, set_to};
use crate::import::rows::{Desk, Halt};
use crate::import::writer::fact;

/// One row a change.
pub(super) fn change(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let Some(property) = cells.plan.property(cells.row) else {
        desk.notes.count(Tally::OtherProperties);
        return Ok(());
    };
    let deal = cells.deal()?;
    let at = cells.when(&[Field::At])?;
    let value = cells.text(Field::Value);
    let mut values = Values::default();
    let what = match (property, value) {
        (Field::Created, _) => Fact::DealOpened,
        (Field::Currency, _) => return Ok(()),
        (_, None) => return Ok(()),
        (Field::Stage, Some(stage)) => {
            let stage = cells.look.stages.get(stage).map_or(stage, String::as_str);
            set_to(stage, cells.look.outcomes.of(stage), None)
        }
        (Field::Status, Some(status)) => match cells.look.outcomes.of(status) {
            Some(end) => ended(end, Some(status), None),
            None if status.eq_ignore_ascii_case("open") => Fact::DealReopened,
            None => return Ok(()),
        },
        (property, Some(value)) => {
            set(property, value, deal, cells, desk, &mut values)?;
            Fact::DealChanged
        }
    };
    // A deal that begins is open: that reopens nothing.
    if matches!(what, Fact::DealReopened)
        && cells.text(Field::OldValue).is_none_or(|old| cells.look.outcomes.of(old).is_none())
    {
        return Ok(());
    }
    let mut event = fact(&cells.plan.found.system, Some(deal), at, what);
    event.actor = cells.text(Field::Actor);
    event.external_id = cells.text(Field::Id);
    event.values = values;
    event.order = order(cells, desk, Some(deal), at);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

fn set<'r>(
    property: Field,
    value: &'r str,
    deal: &str,
    cells: &Cells<'r>,
    desk: &mut Desk<'_, '_>,
    values: &mut Values<&'r str>,
) -> Result<(), Halt> {
    match property {
        Field::Amount => {
            let code = cells.plan.currencies.get(deal).map(String::as_str);
            values.amount = Some(cells.money(value, code, desk.notes)?);
        }
        Field::CloseDate => {
            let read = cells.plan.dates[Field::CloseDate as usize].read(value, &cells.look.zone);
            let bad = || (Kind::BadDate, format!("'{value}' as the close date"));
            values.expected_close = Some(cells.day_of(read.ok_or_else(bad)?.moment));
        }
        Field::Name => values.name = Some(value),
        Field::Account => values.account = Some(value),
        Field::Owner => values.owner = cells.look.id_of(value).or(Some(value)),
        Field::Source => values.source = Some(value),
        Field::DealKind => values.kind = Some(value),
        Field::Category => values.category = Some(value),
        Field::Pipeline => {
            values.pipeline = Some(cells.look.pipelines.get(value).map_or(value, String::as_str));
        }
        _ => return Err((Kind::NoEvent, format!("nothing is done with '{value}'")).into()),
    }
    Ok(())
}
