//! Each rule, as a person would meet it.

use super::{
    Agreed, CompanyIntent, Draft, Intent, Log, Refusal, decide, decide_company, take_back,
};
use crate::book::Book;
use crate::deal::State;
use crate::event::{Event, Fact, Outcome, Values};
use crate::id::EventId;
use crate::money::{Currency, Money};
use crate::path::{Path, Reader};
use crate::process::{Milestone, Process};
use crate::time::{Day, Moment};

/// A ledger of one deal, `D1`, that takes intents one after the other.
pub(super) struct Try {
    pub(super) events: Vec<Event>,
    process: Process,
}

impl Try {
    pub(super) fn new() -> Try {
        let milestones = ["Need agreed", "Trial held"].map(Milestone::named).to_vec();
        let process = Process { name: "Sale".into(), milestones, ..Process::default() };
        let mut ledger = Try { events: Vec::new(), process };
        ledger.to("D1", Intent::Open(Values::default())).unwrap();
        ledger
    }

    fn to(&mut self, deal: &str, intent: Intent) -> Result<Vec<&'static str>, Refusal> {
        let book = Book::of(Moment::MAX, &self.events);
        let drafts = decide(&book, &self.process, deal, intent)?;
        Ok(self.write(deal, drafts, 0))
    }

    /// Records facts as one write, of something that happened so many moments ago.
    fn write(&mut self, deal: &str, drafts: Vec<Draft>, ago: i64) -> Vec<&'static str> {
        let kinds = drafts.iter().map(|draft| draft.fact.kind()).collect();
        let now = Moment(i64::try_from(self.events.len()).unwrap());
        let stamp = |(draft, order): (Draft, i32)| Event {
            id: EventId::v7(now, order.unsigned_abs().into()),
            deal: Some(deal.into()),
            happened_at: Moment((now.0 - ago).max(0)),
            known_at: now,
            recorded_at: now,
            order,
            actor: None,
            system: "test".into(),
            external_id: None,
            fact: draft.fact,
            values: draft.values,
        };
        self.events.extend(drafts.into_iter().zip(0..).map(stamp));
        kinds
    }

    /// The same as `d1`, of something that happened so many moments ago.
    pub(super) fn late(&mut self, intent: Intent, ago: i64) -> Result<Vec<&'static str>, Refusal> {
        let drafts = decide(&self.book(), &self.process, "D1", intent)?;
        Ok(self.write("D1", drafts, ago))
    }

    /// Takes back what was recorded last.
    pub(super) fn back(&mut self) -> Result<Vec<&'static str>, Refusal> {
        let drafts = take_back(&self.book(), "D1")?;
        Ok(self.write("D1", drafts, 0))
    }

    pub(super) fn book(&self) -> Book {
        Book::of(Moment::MAX, &self.events)
    }

    pub(super) fn path(&self, book: &Book) -> Path {
        Reader::new(&self.process, book).read(book.deal("D1").unwrap())
    }

    pub(super) fn d1(&mut self, intent: Intent) -> Result<Vec<&'static str>, Refusal> {
        self.to("D1", intent)
    }
}

pub(super) fn reach(milestone: &str) -> Intent {
    Intent::Reach { milestone: milestone.into(), evidence: None }
}

pub(super) fn held(call: &str, outcome: Outcome, gained: &[&str]) -> Intent {
    let gained = gained.iter().map(|name| (*name).to_owned()).collect();
    Intent::HoldCall(Log { gained, ..log(call, outcome) })
}

pub(super) fn log(call: &str, outcome: Outcome) -> Log {
    let (call, gained) = (call.into(), Vec::new());
    Log { call, outcome, gained, fallback: false, agreed: None, note: None }
}

pub(super) fn by(milestone: Option<&str>, due: i32) -> Option<Agreed> {
    let milestone = milestone.map(str::to_owned);
    Some(Agreed { commitment: "K".into(), milestone, due: Day(due) })
}

pub(super) fn plan(objective: &str, fallback: Option<&str>) -> Intent {
    Intent::PlanCall {
        call: "C1".into(),
        objective: objective.into(),
        milestone: Some("Need agreed".into()),
        fallback: fallback.map(str::to_owned),
        planned_for: Moment(99),
        anyway: false,
    }
}

pub(super) fn commit(commitment: &str) -> Intent {
    let (commitment, milestone) = (commitment.into(), "trial held".into());
    Intent::Commit { commitment, milestone, due: Day(9), by: None }
}

#[test]
fn a_deal_is_opened_once() {
    let mut ledger = Try::new();
    let twice = ledger.d1(Intent::Open(Values::default()));
    assert_eq!(twice, Err(Refusal::DealExists("D1".into())));
    assert_eq!(ledger.to("D2", reach("Trial held")), Err(Refusal::NoDeal("D2".into())));
}

#[test]
fn milestones_are_reached_once_and_can_be_taken_back() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(reach("need AGREED")), Ok(vec!["MilestoneReached"]));
    let twice = ledger.d1(reach("Need agreed"));
    assert_eq!(twice, Err(Refusal::Reached("Need agreed".into(), Day(0))));
    let undo = |name: &str| Intent::Undo { milestone: name.into(), reason: None };
    assert_eq!(ledger.d1(undo("Trial held")), Err(Refusal::NotReached("Trial held".into())));
    assert_eq!(ledger.d1(undo("Need agreed")), Ok(vec!["MilestoneUndone"]));
    assert_eq!(ledger.d1(reach("Need agreed")), Ok(vec!["MilestoneReached"]));
    let unknown = ledger.d1(reach("Signed")).unwrap_err().to_string();
    assert!(unknown.contains("Need agreed, Trial held"), "{unknown}");
}

#[test]
fn a_closed_deal_takes_no_steps_until_it_is_reopened() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(Intent::Reopen), Err(Refusal::NotClosed));
    assert_eq!(ledger.d1(Intent::Win(Values::default())), Ok(vec!["DealWon"]));
    assert_eq!(ledger.d1(reach("Trial held")), Err(Refusal::Closed(State::Won)));
    assert_eq!(ledger.d1(Intent::Lose { reason: None }), Err(Refusal::Closed(State::Won)));
    assert_eq!(ledger.d1(Intent::Reopen), Ok(vec!["DealReopened"]));
    assert_eq!(ledger.d1(Intent::Lose { reason: None }), Ok(vec!["DealLost"]));
}

#[test]
fn a_call_has_an_objective_and_an_advance_gains_something() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(plan(" ", None)), Err(Refusal::NoObjective));
    let good = plan("Agree to a workshop on Tuesday", None);
    assert_eq!(ledger.d1(good), Ok(vec!["CallPlanned"]));
    let nothing = ledger.d1(held("C9", Outcome::Advance, &[]));
    assert_eq!(nothing, Err(Refusal::NothingGained));
    let both = ledger.d1(held("C1", Outcome::Advance, &["Need agreed", "Trial held"]));
    assert_eq!(both, Ok(vec!["CallHeld", "MilestoneReached", "MilestoneReached"]));
    let again = ledger.d1(held("C1", Outcome::Continuation, &[]));
    assert_eq!(again, Err(Refusal::Held("C1".into())));
    assert_eq!(ledger.d1(held("C2", Outcome::Order, &[])), Ok(vec!["CallHeld", "DealWon"]));
}

#[test]
fn an_objective_names_what_the_customer_does_or_is_planned_anyway() {
    let mut ledger = Try::new();
    let refused = ledger.d1(plan("present the product", None)).unwrap_err().to_string();
    assert!(refused.contains("what should the customer agree to do next?"), "{refused}");
    assert!(refused.ends_with("For example: Agree to Need agreed and name the day"), "{refused}");
    let Intent::PlanCall { call, objective, milestone, fallback, planned_for, .. } =
        plan("present the product", None)
    else {
        unreachable!()
    };
    let anyway = true;
    let kept = Intent::PlanCall { call, objective, milestone, fallback, planned_for, anyway };
    assert_eq!(ledger.d1(kept), Ok(vec!["CallPlanned"]));
}

#[test]
fn an_advance_gains_what_was_planned_now_or_by_a_day() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(plan("Sign it", None)), Ok(vec!["CallPlanned"]));
    let agreed = Log { agreed: by(None, 20), ..log("C1", Outcome::Advance) };
    assert_eq!(ledger.d1(Intent::HoldCall(agreed)), Ok(vec!["CallHeld", "CommitmentMade"]));
    let later = Log { agreed: by(Some("need agreed"), 30), ..log("C2", Outcome::Continuation) };
    let later = ledger.d1(Intent::HoldCall(later));
    assert_eq!(later, Ok(vec!["CallHeld", "CommitmentRenegotiated"]));
    let gained = ledger.d1(held("C3", Outcome::Advance, &["Need agreed"]));
    assert_eq!(gained, Ok(vec!["CallHeld", "CommitmentKept", "MilestoneReached"]));
    let nothing = Log { agreed: by(None, 40), ..log("C4", Outcome::Continuation) };
    let nothing = ledger.d1(Intent::HoldCall(nothing));
    assert_eq!(nothing, Err(Refusal::NothingAgreed(Day(40))));
}

#[test]
fn the_fallback_is_gained_where_one_was_planned() {
    let mut ledger = Try::new();
    let fallback = |call: &str, agreed| {
        Intent::HoldCall(Log { fallback: true, agreed, ..log(call, Outcome::Advance) })
    };
    assert_eq!(ledger.d1(fallback("C0", None)), Err(Refusal::NoFallback));
    assert_eq!(ledger.d1(plan("Sign it", Some("Send the bills"))), Ok(vec!["CallPlanned"]));
    let sent = ledger.d1(fallback("C1", by(None, 9)));
    assert_eq!(sent, Ok(vec!["CallHeld", "CommitmentMade"]));
    let book = Book::of(Moment::MAX, &ledger.events);
    let deal = book.deal("D1").unwrap();
    assert_eq!(book.text(deal.commitments[0].milestone), "Send the bills");
    assert!(deal.calls[0].gained_fallback());
    assert_eq!(ledger.d1(Intent::Keep { commitment: "K".into() }), Ok(vec!["CommitmentKept"]));
}

#[test]
fn a_commitment_kept_reaches_its_milestone() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(commit("K1")), Ok(vec!["CommitmentMade"]));
    let later = Intent::Renegotiate { commitment: "K1".into(), due: Day(20) };
    assert_eq!(ledger.d1(later), Ok(vec!["CommitmentRenegotiated"]));
    let keep = Intent::Keep { commitment: "K1".into() };
    assert_eq!(ledger.d1(keep.clone()), Ok(vec!["CommitmentKept", "MilestoneReached"]));
    assert_eq!(ledger.d1(keep), Err(Refusal::NoCommitment("K1".into())));
    assert_eq!(ledger.d1(commit("K2")), Ok(vec!["CommitmentMade"]));
    let broken = Intent::Break { commitment: "K2".into(), reason: None };
    assert_eq!(ledger.d1(broken), Ok(vec!["CommitmentBroken"]));
}

#[test]
fn values_must_say_something_and_amounts_are_not_negative() {
    let mut ledger = Try::new();
    assert_eq!(ledger.d1(Intent::Change(Values::default())), Err(Refusal::NothingNew));
    let amount = |minor| Values {
        amount: Some(Money { minor, currency: Currency::EUR }),
        ..Values::default()
    };
    assert_eq!(ledger.d1(Intent::Change(amount(-1))), Err(Refusal::Negative));
    assert_eq!(ledger.d1(Intent::Change(amount(100))), Ok(vec!["DealChanged"]));
}

#[test]
fn a_process_gets_its_version_when_it_is_published() {
    let mut ledger = Try::new();
    let publish = |ledger: &Try, process: Process| {
        let book = Book::of(Moment::MAX, &ledger.events);
        decide_company(&book, CompanyIntent::Publish(process))
    };
    let first = publish(&ledger, ledger.process.clone()).unwrap().remove(0);
    let Fact::ProcessPublished { process } = &first.fact else { panic!("{first:?}") };
    assert_eq!((process.version, process.provisional), (1, false));
    let mut event = ledger.events[0].clone();
    (event.deal, event.fact) = (None, first.fact.clone());
    ledger.events.push(event);
    assert_eq!(publish(&ledger, ledger.process.clone()), Err(Refusal::NothingNew));
    let mut changed = ledger.process.clone();
    changed.milestones.push(Milestone::named("Terms agreed"));
    let second = publish(&ledger, changed).unwrap().remove(0);
    assert!(matches!(second.fact, Fact::ProcessPublished { process } if process.version == 2));
    assert!(publish(&ledger, Process::default()).is_err());
}

#[test]
fn rates_and_periods_make_sense() {
    let book = Book::before(Moment::MAX);
    let rate = |to, rate| {
        let intent = CompanyIntent::SetRate { from: Currency::EUR, to, rate, day: Day(1) };
        decide_company(&book, intent)
    };
    assert_eq!(rate(Currency::EUR, 1.0), Err(Refusal::Rate));
    assert_eq!(rate(Currency::USD, f64::NAN), Err(Refusal::Rate));
    assert!(rate(Currency::USD, 1.08).is_ok());
    let amount = Money { minor: 1, currency: Currency::EUR };
    let quota = CompanyIntent::SetQuota { owner: None, from: Day(5), to: Day(4), amount };
    assert_eq!(decide_company(&book, quota), Err(Refusal::Backwards(Day(5), Day(4))));
}
