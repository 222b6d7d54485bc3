//! Rows about activities, leads, spend and quotas.

use ledger::event::Fact;
use ledger::problem::Kind;
use ledger::time::{Day, Moment};

use crate::import::cells::Cells;
use crate::import::mapping::Field;
use crate::import::notes::Tally;
use crate::import::rows::{Desk, Halt};
use crate::import::writer::fact;
use crate::texts::t;

/// Something that was done about one deal or several. It is known once it has happened.
pub(super) fn activity(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let id = cells.text(Field::Id);
    let linked = id.and_then(|id| cells.look.links.get(id));
    let named = cells.text(Field::Deal).into_iter().flat_map(|deals| deals.split(';'));
    let deals = named.map(str::trim).chain(linked.into_iter().flatten().map(String::as_str));
    let deals: Vec<&str> = deals.filter(|d| desk.out.known.book.deal(d).is_some()).collect();
    if deals.is_empty() {
        return Err((
            Kind::UnknownDeal,
            cells.text(Field::Deal).unwrap_or(t!("problems-no-deal")).to_owned(),
        )
            .into());
    }
    let at = cells.when(&[Field::At, Field::Created])?;
    let created = cells.moment(Field::Created)?.unwrap_or(at);
    let kind = cells.text(Field::Kind).or(cells.plan.found.table.kind.as_deref());
    let name = cells.text(Field::Event).or(kind).ok_or_else(|| (Kind::NoEvent, String::new()))?;
    for deal in deals {
        let logged = Fact::ActivityLogged { name, kind };
        let mut event = fact(&cells.plan.found.system, Some(deal), at, logged);
        event.known_at = at.max(created);
        event.actor = cells.text(Field::Actor);
        event.external_id = id;
        desk.out.write(&mut event, desk.notes, cells.row.line)?;
    }
    Ok(())
}

/// A lead met our marketing; that it became a deal is known only since then.
pub(super) fn lead(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let lead = cells
        .text(Field::Id)
        .ok_or_else(|| (Kind::NoDeal, t!("problems-lead-no-id").to_owned()))?;
    let at = cells.when(&[Field::Created, Field::ConvertedAt, Field::Modified])?;
    let touch = Fact::TouchRecorded {
        lead,
        source: cells.text(Field::Source),
        medium: cells.text(Field::Medium),
        campaign: cells.text(Field::Campaign),
        page: cells.text(Field::Page),
    };
    let converted = cells.moment(Field::ConvertedAt)?.or(cells.moment(Field::Modified)?);
    // Of several deals the first one is what the lead became.
    let deal = cells.text(Field::Deal).and_then(|deals| deals.split(';').next()).map(str::trim);
    let became = deal.map(|deal| (Some(deal), converted.unwrap_or(desk.out.recorded_at)));
    for (deal, known_at) in [Some((None, at)), became].into_iter().flatten() {
        let mut event = fact(&cells.plan.found.system, deal, at, touch.clone());
        event.known_at = known_at.max(at);
        event.external_id = Some(lead);
        desk.out.write(&mut event, desk.notes, cells.row.line)?;
    }
    latest(cells, lead, at, desk)
}

/// Where the lead came from last, where the row says that too: one more touch.
fn latest(
    cells: &Cells<'_>,
    lead: &str,
    first: Moment,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Halt> {
    let (source, at) = (cells.text(Field::LatestSource), cells.moment(Field::LatestAt)?);
    let (Some(source), Some(at)) = (source, at.filter(|at| *at > first)) else { return Ok(()) };
    let touch = Fact::TouchRecorded {
        lead,
        source: Some(source),
        medium: None,
        campaign: None,
        page: None,
    };
    let mut event = fact(&cells.plan.found.system, None, at, touch);
    event.external_id = Some(lead);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

/// Money spent on marketing, where the row says how much and when.
pub(super) fn spend(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let amount = cells.amount(desk.notes)?.filter(|money| money.minor != 0);
    let from = cells.day(Field::From)?;
    let (Some(amount), Some(from)) = (amount, from) else { return Ok(()) };
    let campaign = cells.text(Field::Campaign);
    let source = cells.text(Field::Source).or(campaign);
    let source = source.ok_or_else(|| (Kind::NoEvent, t!("problems-no-source").to_owned()))?;
    let to =
        cells.day(Field::To)?.unwrap_or_else(|| end_of_period(from, cells.plan.period)).max(from);
    let known = cells.moment(Field::Modified)?.unwrap_or(desk.out.recorded_at);
    let start = from.start_in(&cells.look.zone);
    let mut event = fact(
        &cells.plan.found.system,
        None,
        start,
        Fact::SpendRecorded { source, campaign, from, to, amount },
    );
    event.known_at = known;
    event.external_id = cells.text(Field::Id);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

/// A quota. Quotas are set before their period begins.
pub(super) fn quota(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let from = cells.day(Field::From)?.ok_or_else(|| (Kind::NoDate, String::new()))?;
    let amount = cells
        .amount(desk.notes)?
        .ok_or_else(|| (Kind::BadAmount, t!("problems-quota-empty").to_owned()))?;
    let to = cells.day(Field::To)?;
    if to.is_none() {
        desk.notes.count(Tally::EndlessQuotas);
    }
    let to = to.unwrap_or_else(|| end_of_period(from, cells.plan.period));
    let start = from.start_in(&cells.look.zone);
    let set = Fact::QuotaSet { owner: cells.owner(), from, to, amount };
    let mut event = fact(&cells.plan.found.system, None, start, set);
    event.known_at = known_since(cells, desk, start)?;
    event.external_id = cells.text(Field::Id);
    Ok(desk.out.write(&mut event, desk.notes, cells.row.line)?)
}

fn known_since(cells: &Cells<'_>, desk: &mut Desk<'_, '_>, start: Moment) -> Result<Moment, Halt> {
    if let Some(known) = cells.any_moment(&[Field::Modified, Field::Created])? {
        return Ok(known);
    }
    if desk.options.strict {
        return Ok(desk.out.recorded_at);
    }
    desk.notes.count(Tally::Quotas);
    Ok(start)
}

fn end_of_period(from: Day, months: i32) -> Day {
    let next = from.civil().checked_add(jiff::Span::new().months(months));
    next.map_or(from, |next| Day::from_civil(next).plus(-1))
}
