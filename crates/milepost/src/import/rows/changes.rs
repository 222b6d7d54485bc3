//! Rows that each are a change of one property of a deal.

use ledger::event::{Fact, Values};
use ledger::problem::Kind;
use ledger::time::Moment;

use crate::import::cells::Cells;
use crate::import::mapping::Field;
use crate::import::notes::{Fault, Tally};
use crate::import::rows::origin::Origin;
use crate::import::rows::steps::{ended, order, set_to};
use crate::import::rows::{Desk, Halt};
use crate::import::writer::fact;
use crate::texts::t;

/// One row a change.
pub(super) fn change(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let Some(property) = cells.plan.property(cells.row) else {
        desk.notes.count(Tally::OtherProperties);
        return Ok(());
    };
    let deal = cells.deal()?;
    let at = cells.when(&[Field::At])?;
    if let Some(old) = cells.text(Field::OldValue) {
        remember(property, old, at, cells, desk)?;
    }
    let Some((what, values)) = said(property, cells, desk)? else { return Ok(()) };
    let mut event = fact(&cells.plan.found.system, Some(deal), at, what);
    event.actor = cells.text(Field::Actor);
    event.external_id = cells.text(Field::Id);
    event.values = values;
    event.order = order(cells, desk, Some(deal), at);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

/// The old value of a first change is what the deal began with.
fn remember(
    property: Field,
    old: &str,
    at: Moment,
    cells: &Cells<'_>,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Fault> {
    let stage = (property == Field::Stage)
        .then(|| cells.look.stages.get(old).map_or(old, String::as_str).to_owned());
    let values = if stage.is_some() { Values::default() } else { set(property, old, cells, desk)? };
    let values = owned(&values);
    desk.origins.add(cells.deal()?, Origin { property, changed_at: at, values, stage });
    Ok(())
}

type Said<'r> = Option<(Fact<&'r str>, Values<&'r str>)>;

fn said<'r>(
    property: Field,
    cells: &Cells<'r>,
    desk: &mut Desk<'_, '_>,
) -> Result<Said<'r>, Fault> {
    let plain = |fact| Ok(Some((fact, Values::default())));
    if property == Field::Created {
        return plain(Fact::DealOpened);
    }
    let Some(value) = cells.text(Field::Value) else { return Ok(None) };
    let outcomes = &cells.look.outcomes;
    match property {
        Field::Stage => {
            let stage = cells.look.stages.get(value).map_or(value, String::as_str);
            plain(set_to(stage, outcomes.of(stage), None))
        }
        Field::Status => match outcomes.of(value) {
            Some(end) => plain(ended(end, Some(value), None)),
            // A deal that begins is open: that reopens nothing.
            None => {
                let was_closed = cells.text(Field::OldValue).and_then(|old| outcomes.of(old));
                let open = value.eq_ignore_ascii_case("open") && was_closed.is_some();
                Ok(open.then(|| (Fact::DealReopened, Values::default())))
            }
        },
        Field::Currency => Ok(None),
        _ => Ok(Some((Fact::DealChanged, set(property, value, cells, desk)?))),
    }
}

/// A property's value as a value of the deal.
fn set<'r>(
    property: Field,
    value: &'r str,
    cells: &Cells<'r>,
    desk: &mut Desk<'_, '_>,
) -> Result<Values<&'r str>, Fault> {
    let mut values = Values::default();
    match property {
        Field::Amount => values.amount = Some(cells.money(value, None, desk.notes)?),
        Field::CloseDate => {
            let read = cells.plan.dates[Field::CloseDate as usize].read(value, &cells.look.zone);
            let bad = || (Kind::BadDate, t!("problems-close-date", value = value));
            values.expected_close = Some(cells.day_of(read.ok_or_else(bad)?.moment));
        }
        Field::Name => values.name = Some(value),
        Field::Account => values.account = Some(value),
        Field::Owner => values.owner = Some(cells.look.id_of(value).unwrap_or(value)),
        Field::Source => values.source = Some(value),
        Field::DealKind => values.kind = Some(value),
        Field::Category => values.category = Some(value),
        Field::Pipeline => {
            let pipeline = cells.look.pipelines.get(value);
            values.pipeline = Some(pipeline.map_or(value, String::as_str));
        }
        _ => {}
    }
    Ok(values)
}

fn owned(values: &Values<&str>) -> Values<String> {
    let own = |text: Option<&str>| text.map(str::to_owned);
    Values {
        name: own(values.name),
        account: own(values.account),
        owner: own(values.owner),
        source: own(values.source),
        kind: own(values.kind),
        category: own(values.category),
        pipeline: own(values.pipeline),
        amount: values.amount,
        expected_close: values.expected_close,
        fields: None,
    }
}
