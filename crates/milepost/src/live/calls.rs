//! Calls and commitments as they are written by page, command line and program alike: what is left out is
//! what was proposed, and a log without a name speaks of the planned call that waits.

use ledger::book::Book;
use ledger::call::Call;
use ledger::commitment::End;
use ledger::deal::Deal;
use ledger::decide::{Agreed, Intent, Log};
use ledger::event::Outcome;
use ledger::objective::with_day;
use ledger::time::{Day, Moment};

use super::{Live, Trouble};
use crate::answers::call::{CallSheet, LogCall, PlanCall, Planned, Recorded};
use crate::answers::{AsOf, Lens, Question, Refusal};
use crate::clock;
use crate::texts::t;

/// A call that somebody wants to plan. What is left out is proposed.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The new call's id, so that a form that is sent twice plans one call.
    pub call: Option<String>,
    /// What the customer should agree to do.
    pub objective: Option<String>,
    /// By when; a proposed objective brings its own day.
    pub by: Option<Day>,
    /// Without a day, even if one is proposed.
    pub no_day: bool,
    /// The milestone that it leads to.
    pub milestone: Option<String>,
    /// What to ask for otherwise.
    pub fallback: Option<String>,
    /// The day of the call.
    pub on: Option<Day>,
    /// Even if the objective names no act of the customer.
    pub anyway: bool,
}

/// A call that somebody wants to log.
#[derive(Clone, Debug)]
pub struct Held {
    /// The planned call; the one that waits if it is left out.
    pub call: Option<String>,
    /// Nobody planned it, even if another one waits.
    pub unplanned: bool,
    /// How it ended.
    pub ending: Ending,
    /// Milestones that were gained; what was planned, if none is named.
    pub gained: Vec<String>,
    /// The step that the customer agreed to.
    pub next: Option<String>,
    /// By when.
    pub due: Option<Day>,
    /// What was said.
    pub note: Option<String>,
    /// The day on which it was held; if left out, the day it was planned for, unless that has not come.
    pub on: Option<Day>,
}

/// How a call ended, as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// What was planned, or the milestones named: by the day planned, if one was.
    Gained,
    /// The same, and the customer has done it already.
    Done,
    /// The fallback.
    Fallback,
    /// The talk goes on; nothing was agreed.
    Continuation,
    /// The customer said no.
    NoSale,
    /// The customer bought.
    Order,
}

impl Ending {
    /// Every ending and what forms and flags call it.
    pub const ALL: &[(Ending, &str)] = &[
        (Ending::Gained, "gained"),
        (Ending::Done, "done"),
        (Ending::Fallback, "fallback"),
        (Ending::Continuation, "continuation"),
        (Ending::NoSale, "no-sale"),
        (Ending::Order, "order"),
    ];

    /// What is recorded of it.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::Gained | Ending::Done | Ending::Fallback => Outcome::Advance,
            Ending::Continuation => Outcome::Continuation,
            Ending::NoSale => Outcome::NoSale,
            Ending::Order => Outcome::Order,
        }
    }
}

impl Live {
    /// Plans a call.
    ///
    /// # Errors
    /// If the objective names no act of the customer, or the deal takes no calls.
    pub fn plan_call(
        &self,
        deal: &str,
        plan: Plan,
        actor: Option<&str>,
    ) -> Result<Recorded, Trouble> {
        let asked = PlanCall { id: deal.into(), milestone: plan.milestone };
        let proposed = self.look(deal, &asked)?;
        let own = plan.objective.as_ref().is_some_and(|text| *text != proposed.objective);
        let by = if own || plan.no_day { plan.by } else { plan.by.or(proposed.by) };
        let objective = plan.objective.unwrap_or(proposed.objective);
        let fallback = plan.fallback.unwrap_or(proposed.fallback);
        let fallback = Some(fallback.trim().to_owned()).filter(|text| !text.is_empty());
        let on = plan.on.unwrap_or(proposed.on);
        let today = self.settings().day_of(clock::now());
        if on < today {
            return Err(Refusal(t!("live-day-passed", day = on)).into());
        }
        if let Some(by) = by.filter(|by| *by < on) {
            let sentence = t!("live-agreed-late", on = on, by = by);
            return Err(Refusal(sentence).into());
        }
        let call = plan.call.unwrap_or_else(|| clock::new_id().to_string());
        let intent = Intent::PlanCall {
            call: call.clone(),
            objective: with_day(&objective, by),
            milestone: proposed.milestone.clone(),
            fallback: fallback.clone(),
            planned_for: on.start_in(&self.settings().zone),
            anyway: plan.anyway,
        };
        let recorded = match self.is_planned(deal, &call)? {
            true => Vec::new(),
            false => self.record(deal, &intent, actor)?,
        };
        Ok(Recorded {
            deal: deal.into(),
            recorded,
            call: Some(call),
            milestone: proposed.milestone,
            objective: Some(objective),
            by,
            on: Some(on),
            fallback,
            ..Recorded::default()
        })
    }

    fn is_planned(&self, deal: &str, call: &str) -> Result<bool, Trouble> {
        let book = self.book(Moment::MAX)?;
        Ok(book.deal(deal).and_then(|deal| find_call(&book, deal, call)).is_some())
    }

    /// Logs a call. A day that was agreed makes a commitment, in the same write.
    ///
    /// # Errors
    /// The rule that forbids it, or why it could not be recorded.
    pub fn log_call(
        &self,
        deal: &str,
        held: Held,
        actor: Option<&str>,
    ) -> Result<Recorded, Trouble> {
        let sheet = self.look(deal, &LogCall { id: deal.into() })?;
        let plan = planned(&sheet, &held);
        let had_objective = Some(plan.is_some());
        let waited = plan.map(|plan| plan.on).filter(|on| *on < sheet.as_of.day);
        let on = held.on.or(waited).unwrap_or(sheet.as_of.day);
        let due = held.due.or_else(|| planned_day(&held, plan, on));
        let another = held.call.filter(|id| sheet.planned.iter().all(|call| call.call != *id));
        let call = plan.map(|plan| plan.call.clone()).or(another);
        let call = call.unwrap_or_else(|| clock::new_id().to_string());
        let agreed = due.map(|due| {
            let commitment = clock::new_id().to_string();
            Agreed { commitment, milestone: held.next, due }
        });
        let log = Log {
            call: call.clone(),
            outcome: held.ending.outcome(),
            gained: held.gained,
            fallback: held.ending == Ending::Fallback,
            agreed,
            note: held.note,
        };
        let recorded = match self.is_logged(deal, &log)? {
            true => Vec::new(),
            false => self.record_on(deal, &Intent::HoldCall(log), Some(on), actor)?,
        };
        Ok(Recorded {
            deal: deal.into(),
            recorded,
            call: Some(call),
            had_objective,
            held_on: Some(on).filter(|on| *on < sheet.as_of.day),
            ..Recorded::default()
        })
    }

    /// Whether this call was logged with the same ending before: a form that is sent twice logs one call.
    fn is_logged(&self, deal: &str, log: &Log) -> Result<bool, Trouble> {
        let book = self.book(Moment::MAX)?;
        let call = book.deal(deal).and_then(|deal| find_call(&book, deal, &log.call));
        let held = call.and_then(|call| call.held.as_ref());
        Ok(held.is_some_and(|held| held.outcome == log.outcome))
    }

    /// Says what became of what a customer agreed to: of the commitment that is due first, if none is
    /// named.
    ///
    /// # Errors
    /// If there is none that is open.
    pub fn end_commitment(
        &self,
        deal: &str,
        commitment: Option<String>,
        end: End,
        reason: Option<String>,
        actor: Option<&str>,
    ) -> Result<Recorded, Trouble> {
        let first = self.first_commitment(deal)?;
        let missing = || Refusal(t!("live-nothing-agreed", deal = deal));
        let commitment = commitment.or(first).ok_or_else(missing)?;
        let intent = match end {
            End::Kept => Intent::Keep { commitment },
            End::Broken => Intent::Break { commitment, reason },
            End::NewDate(due) => Intent::Renegotiate { commitment, due },
        };
        let recorded = self.record(deal, &intent, actor)?;
        Ok(Recorded { deal: deal.into(), recorded, ..Recorded::default() })
    }

    fn first_commitment(&self, deal: &str) -> Result<Option<String>, Trouble> {
        let book = self.book(AsOf::now(clock::now(), self.settings()).moment)?;
        let missing = || ledger::decide::Refusal::NoDeal(deal.into());
        let found = book.deal(deal).ok_or_else(missing)?;
        Ok(found.live_commitment().map(|c| book.text(c.id).to_owned()))
    }

    /// Asks of what is known of a deal now.
    fn look<Q: Question>(&self, deal: &str, question: &Q) -> Result<Q::Answer, Trouble> {
        let as_of = AsOf::now(clock::now(), self.settings());
        let (book, people) = (self.book(as_of.moment)?, self.people()?);
        let lens = Lens::new(as_of, &book, None, &people, self.settings())?.about(deal);
        Ok(question.ask(&lens)?)
    }
}

fn find_call<'a>(book: &Book, deal: &'a Deal, call: &str) -> Option<&'a Call> {
    let id = book.sym(call)?;
    deal.calls.iter().find(|call| call.id == id)
}

/// The planned call that a log speaks of.
fn planned<'a>(sheet: &'a CallSheet, held: &Held) -> Option<&'a Planned> {
    match &held.call {
        _ if held.unplanned => None,
        None => sheet.call.as_ref(),
        // A call that another program has named: it may be new.
        Some(id) => sheet.planned.iter().find(|call| call.call == *id),
    }
}

/// The day that was planned for what was gained, unless it lay before the call or something else is said.
fn planned_day(held: &Held, plan: Option<&Planned>, on: Day) -> Option<Day> {
    let as_planned = held.ending == Ending::Gained && held.gained.is_empty();
    let as_planned = as_planned && held.next.is_none();
    plan.filter(|_| as_planned)?.by.filter(|by| *by >= on)
}
