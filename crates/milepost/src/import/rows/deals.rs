//! Rows that each are a deal as it is now: a snapshot, with or without dates of its stages.
//!
//! **A snapshot says nothing about the past.** What moves is known only since the row's last
//! modification, else since the import, and only where it differs from what history says. What is set
//! when a deal is created counts as known since then, where nothing shows a change.

use ledger::deal::State;
use ledger::event::{Event, Fact, Values};
use ledger::problem::Kind;
use ledger::time::Moment;

use crate::import::ImportError;
use crate::import::cells::Cells;
use crate::import::known::Telling;
use crate::import::mapping::Field;
use crate::import::notes::Tally;
use crate::import::outcome::End;
use crate::import::rows::origin::Origin;
use crate::import::rows::past::{Past, Slot};
use crate::import::rows::steps::{ended, set_to};
use crate::import::rows::{Desk, Halt};
use crate::import::writer::{FIRST, fact};
use crate::texts::t;

/// One row a deal.
pub(super) fn deal(cells: &Cells<'_>, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
    let deal = cells.deal()?;
    if cells.flag(Field::Deleted) == Some(true) || cells.text(Field::Status) == Some("deleted") {
        desk.notes.count(Tally::Deleted);
        return Ok(());
    }
    if cells.text(Field::Deal).is_none() {
        desk.notes.count(Tally::NamedDeals);
    }
    let created = cells.or_note(cells.moment(Field::Created), desk.notes);
    let modified = cells.or_note(cells.moment(Field::Modified), desk.notes);
    let import = desk.out.recorded_at;
    let telling = desk.out.known.telling(deal, modified.unwrap_or(import));
    let snapshot = Snapshot { cells, deal, created, modified, telling, import };
    snapshot.dated_steps(desk)?;
    desk.out.known.book.settle();
    let past = Past::of(&desk.out.known.book, deal);
    let origins = desk.origins.of(deal);
    snapshot.beginnings(&past, &origins, desk)?;
    let end = snapshot.end(&past, desk)?;
    let values = cells.values(desk.notes);
    let (fresh, changes) = snapshot.compare(&past, &values, desk);
    snapshot.open(&past, fresh, end.as_ref(), desk)?;
    for (at, values) in changes {
        let mut event = snapshot.fact(at, Fact::DealChanged);
        event.values = values;
        snapshot.write(&mut event, desk)?;
    }
    snapshot.stage(&past, end.is_some(), desk)?;
    end.map_or(Ok(()), |mut end| snapshot.write(&mut end, desk))?;
    Ok(())
}

struct Snapshot<'c, 'r> {
    cells: &'c Cells<'r>,
    deal: &'r str,
    created: Option<Moment>,
    modified: Option<Moment>,
    telling: Telling,
    import: Moment,
}

impl<'r> Snapshot<'_, 'r> {
    /// The columns with dates of stages and milestones.
    fn dated_steps(&self, desk: &mut Desk<'_, '_>) -> Result<(), ImportError> {
        let plan = self.cells.plan;
        let mut dated = Vec::new();
        for (step, style) in plan.found.steps.iter().zip(&plan.steps_dates) {
            let cell = self.cells.row.get(step.column).trim();
            match style.read(cell, &self.cells.look.zone) {
                Some(date) => dated.push((date.moment, step)),
                None if cell.is_empty() => {}
                None => {
                    let column = &plan.headers[step.column];
                    let found = t!("problems-in-column", cell = cell, column = column);
                    desk.notes.fault((Kind::BadDate, found), self.cells.row.line);
                }
            }
        }
        // Stable: at one moment, the columns stand in the order of the process.
        dated.sort_by_key(|(at, _)| *at);
        let mut before = None;
        for (at, step) in dated {
            let order = before.filter(|(same, _)| *same == at).map_or(0, |(_, order)| order + 1);
            before = Some((at, order));
            let stage = self.cells.look.stages.get(&step.name).unwrap_or(&step.name).as_str();
            let what = match self.cells.look.outcomes.of(stage) {
                Some(end) => ended(end, Some(stage), self.cells.text(Field::Reason)),
                None => {
                    Fact::MilestoneReached { milestone: stage, stage: step.set, evidence: None }
                }
            };
            let mut event = self.fact(at, what);
            event.order = order;
            self.write(&mut event, desk)?;
        }
        Ok(())
    }

    /// What the deal began with, as the first changes tell.
    fn beginnings(
        &self,
        past: &Past,
        origins: &[Origin],
        desk: &mut Desk<'_, '_>,
    ) -> Result<(), ImportError> {
        let Some(created) = self.created.or(past.opened) else { return Ok(()) };
        for origin in origins.iter().filter(|o| o.changed_at > created) {
            let known = |slot: &Slot| past.has_before(*slot, origin.changed_at);
            let what = match &origin.stage {
                Some(_) if past.has_step_before(origin.changed_at) => continue,
                Some(stage) => set_to(stage, None, None),
                None if Slot::ALL.iter().any(|s| s.of(&origin.values).is_some() && known(s)) => {
                    continue;
                }
                None if origin.values.is_empty() => continue,
                None => Fact::DealChanged,
            };
            let system = &self.cells.plan.found.system;
            let mut event = fact(system, Some(self.deal), created, what);
            event.values = borrowed(&origin.values);
            event.order = FIRST + 1;
            desk.out.write_once(&mut event, desk.notes)?;
        }
        Ok(())
    }

    /// Since when a value is known that the history does not have, where `last` is when another one
    /// was set. None where an earlier row says that this one cannot be: what that row said counts.
    fn since(&self, last: Option<Moment>) -> Option<Moment> {
        let Some(last) = last else { return Some(self.modified.unwrap_or(self.import)) };
        let newer = self.modified.filter(|modified| *modified > last);
        match self.telling {
            Telling::First => Some(newer.unwrap_or(self.import)),
            Telling::Newer if self.modified.is_none() => Some(self.import),
            Telling::Newer => newer,
            Telling::Late => None,
        }
    }

    /// The end of the deal, if it has one that the history does not show.
    fn end(&self, past: &Past, desk: &mut Desk<'_, '_>) -> Result<Option<Event<&'r str>>, Halt> {
        let cells = self.cells;
        let status =
            cells.text(Field::Status).map(|status| (status, cells.look.outcomes.of(status)));
        let stage = cells.stage();
        let named = cells.end(stage).map(|end| (stage, end));
        let named = named.or_else(|| status.and_then(|(word, end)| Some((Some(word), end?))));
        let named = named.or(self.dated_end(stage.is_some() || status.is_some())?);
        let Some((name, end)) = named else { return Ok(None) };
        let state = if end == End::Won { State::Won } else { State::Lost };
        if past.state(None) == state || past.state(self.modified) == state {
            return Ok(None);
        }
        let Some(known) = self.since(past.last_step()) else {
            let stage = name.unwrap_or_default();
            self.contradicts(desk, t!("problems-stage-of", stage = stage, deal = self.deal));
            return Ok(None);
        };
        let exact = match end {
            End::Won => cells.any_moment(&[Field::WonAt, Field::ClosedAt])?,
            End::Lost => cells.any_moment(&[Field::LostAt, Field::ClosedAt])?,
        };
        let what = ended(end, name, cells.text(Field::Reason));
        if let Some(at) = exact {
            return Ok(Some(self.fact(at, what)));
        }
        let close = cells.or_note(cells.moment(Field::CloseDate), desk.notes);
        let close = close
            .filter(|close| *close < known && past.last_step().is_none_or(|last| *close >= last));
        let mut event = self.fact(close.unwrap_or(known), what);
        event.known_at = known;
        self.tell(desk, "won and lost", known);
        Ok(Some(event))
    }

    /// Where neither a stage nor a status is kept, the date of the end says that there was one.
    fn dated_end(&self, is_told: bool) -> Result<Option<(Option<&'r str>, End)>, Halt> {
        if is_told {
            return Ok(None);
        }
        let won = self.cells.moment(Field::WonAt)?.map(|at| (at, End::Won));
        let lost = self.cells.moment(Field::LostAt)?.map(|at| (at, End::Lost));
        let last = won.into_iter().chain(lost).max_by_key(|(at, _)| *at);
        Ok(last.map(|(_, end)| (None, end)))
    }

    /// What counts as known since creation, and what is known since some later moment.
    fn compare(
        &self,
        past: &Past,
        now: &Values<&'r str>,
        desk: &mut Desk<'_, '_>,
    ) -> (Values<&'r str>, Vec<(Moment, Values<&'r str>)>) {
        let mut fresh = Values::default();
        let mut changes: Vec<(Moment, Values<&'r str>)> = Vec::new();
        for slot in Slot::ALL {
            let Some(worth) = slot.of(now) else { continue };
            let last = past.last(slot);
            if last.is_some_and(|(was, _)| was == worth) || past.was(slot, worth, self.modified) {
                continue;
            }
            let Some(at) = self.since(last.map(|(_, at)| at)) else {
                let deal = self.deal;
                self.contradicts(
                    desk,
                    t!("problems-another", what = slot.word().replace(' ', "-"), deal = deal),
                );
                continue;
            };
            if last.is_none() && slot.is_descriptor() && !desk.options.strict {
                desk.notes.count(Tally::FromCreation(slot.word()));
                slot.copy(now, &mut fresh);
                continue;
            }
            self.tell(desk, slot.word(), at);
            match changes.iter_mut().find(|(same, _)| *same == at) {
                Some((_, values)) => slot.copy(now, values),
                None => {
                    let mut values = Values::default();
                    slot.copy(now, &mut values);
                    changes.push((at, values));
                }
            }
        }
        (fresh, changes)
    }

    fn open(
        &self,
        past: &Past,
        fresh: Values<&'r str>,
        end: Option<&Event<&str>>,
        desk: &mut Desk<'_, '_>,
    ) -> Result<(), ImportError> {
        let started = self.created.or(past.first);
        let since = self.modified.unwrap_or(self.import);
        // A deal cannot have ended before it began.
        let at = started.unwrap_or_else(|| end.map_or(since, |end| since.min(end.happened_at)));
        let opened = past.opened;
        let what = if opened.is_some() { Fact::DealChanged } else { Fact::DealOpened };
        if opened.is_some() && fresh.is_empty() {
            return Ok(());
        }
        let mut event = self.fact(opened.unwrap_or(at), what);
        if started.is_none() {
            event.known_at = since;
        }
        event.values = fresh;
        event.order = FIRST;
        self.write(&mut event, desk)
    }

    /// The stage of an open deal, where it differs from what is known.
    fn stage(&self, past: &Past, ends: bool, desk: &mut Desk<'_, '_>) -> Result<(), Halt> {
        let Some(stage) = self.cells.stage() else { return Ok(()) };
        let closed = ends || self.cells.end(Some(stage)).is_some() || self.is_closed_by_status();
        let exact = self.cells.moment(Field::StageAt)?;
        if self.cells.look.outcomes.of(stage).is_some() || (closed && exact.is_none()) {
            return Ok(());
        }
        let open = |at| closed || past.state(at) == State::Open;
        let then = self.modified.or(exact);
        let was = then.is_some() && past.was_stage(stage, then) && open(then);
        if was || (past.last_stage() == Some(stage) && open(None)) {
            return Ok(());
        }
        let Some(since) = self.since(past.last_step()) else {
            self.contradicts(desk, t!("problems-stage-of", stage = stage, deal = self.deal));
            return Ok(());
        };
        // A deal opened again since then did not take the step anew at that moment.
        let exact = exact.filter(|at| open(None) || past.last_step().is_none_or(|last| *at > last));
        let at = exact.unwrap_or(since);
        if exact.is_none() {
            self.tell(desk, "stage", at);
        }
        Ok(self.write(&mut self.fact(at, set_to(stage, None, None)), desk)?)
    }

    fn is_closed_by_status(&self) -> bool {
        let status = self.cells.text(Field::Status);
        status.is_some_and(|status| self.cells.look.outcomes.of(status).is_some())
    }

    fn contradicts(&self, desk: &mut Desk<'_, '_>, found: String) {
        desk.notes.fault((Kind::Contradiction, found), self.cells.row.line);
    }

    fn tell(&self, desk: &mut Desk<'_, '_>, what: &'static str, at: Moment) {
        let tally =
            if at == self.import { Tally::FromImport(what) } else { Tally::FromModified(what) };
        desk.notes.count(tally);
    }

    fn fact(&self, at: Moment, what: Fact<&'r str>) -> Event<&'r str> {
        fact(&self.cells.plan.found.system, Some(self.deal), at, what)
    }

    fn write(
        &self,
        event: &mut Event<&'r str>,
        desk: &mut Desk<'_, '_>,
    ) -> Result<(), ImportError> {
        desk.out.write_once(event, desk.notes)
    }
}

fn borrowed(values: &Values<String>) -> Values<&str> {
    Values {
        name: values.name.as_deref(),
        account: values.account.as_deref(),
        owner: values.owner.as_deref(),
        source: values.source.as_deref(),
        kind: values.kind.as_deref(),
        category: values.category.as_deref(),
        pipeline: values.pipeline.as_deref(),
        amount: values.amount,
        expected_close: values.expected_close,
        fields: None,
    }
}
