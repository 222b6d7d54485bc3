//! One event of every kind, with every field that it can carry: what the stored formats are tested
//! with. Only built for tests.

use std::collections::BTreeMap;

use crate::event::{Event, Fact, Outcome, Values};
use crate::id::EventId;
use crate::money::{Currency, Money};
use crate::process::{Milestone, Process};
use crate::time::{Day, Moment};

/// One event of every kind.
pub(crate) fn every_kind() -> Vec<Event> {
    let facts = company().into_iter().chain(deal()).chain(selling());
    facts.zip(1..).map(|(fact, i)| event(fact, i)).collect()
}

/// An event with everything that can stand around a fact.
pub(crate) fn event(fact: Fact, i: i64) -> Event {
    let at = Moment(1_700_000_000_000 + i * 1_001);
    Event {
        id: EventId::of_fact(at, format!("{i}").as_bytes()),
        deal: some("D-1"),
        happened_at: at,
        known_at: Moment(at.0 + 5_000),
        recorded_at: Moment(at.0 + 10_000),
        order: i32::try_from(i - 5).unwrap_or(0),
        actor: some("p-ana"),
        system: "salesforce".into(),
        external_id: some("008X"),
        fact,
        values: values(),
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn values() -> Values {
    Values {
        name: some("Müller & Söhne: 40 seats"),
        account: some("A-7"),
        owner: some("p-ana"),
        source: some("Referral"),
        kind: some("New Business"),
        amount: Some(Money { minor: -1_234_567_890_123, currency: Currency::EUR }),
        expected_close: Some(Day(20_000)),
        category: some("Commit"),
        pipeline: some("Sales"),
        fields: Some(BTreeMap::from([("Region".into(), "北".into())])),
    }
}

fn company() -> Vec<Fact> {
    let amount = Money { minor: 50_000, currency: Currency::USD };
    let (from, to) = (Day(19_000), Day(19_030));
    let milestone = Milestone {
        name: "Trial held".into(),
        meaning: "They used it".into(),
        evidence: "A log".into(),
        objective: "Agree to a trial".into(),
        departments: vec!["Service".into()],
        usual_days: Some(12.5),
        events: vec!["Trial".into(), "POC".into()],
    };
    let process = Process {
        name: "Sale".into(),
        version: 3,
        provisional: false,
        milestones: vec![milestone],
        pipelines: vec!["Default".into()],
        ..Process::default()
    };
    vec![
        Fact::ProcessPublished { process },
        Fact::TouchRecorded {
            lead: "L1".into(),
            source: some("Web"),
            medium: some("cpc"),
            campaign: some("Spring"),
            page: some("/start"),
        },
        Fact::SpendRecorded { source: "Web".into(), campaign: some("Spring"), from, to, amount },
        Fact::QuotaSet { owner: some("p-ana"), from, to, amount },
        Fact::RateSet {
            from: Currency::EUR,
            to: Currency::USD,
            rate: "1.0825".into(),
            day: Day(19_000),
        },
        Fact::ForecastGiven {
            from,
            to,
            mean: amount,
            p10: amount,
            p50: amount,
            p90: amount,
            method: "milepost 0.1.0".into(),
        },
        Fact::ImportUndone { imported_at: Moment(1_700_000_000_000) },
    ]
}

fn deal() -> Vec<Fact> {
    let milestone = || "Trial held".to_owned();
    vec![
        Fact::DealOpened,
        Fact::DealChanged,
        Fact::MilestoneReached { milestone: milestone(), stage: true, evidence: some("mail") },
        Fact::MilestoneReached { milestone: milestone(), stage: false, evidence: None },
        Fact::MilestoneUndone { milestone: milestone(), reason: some("wrong deal") },
        Fact::DealWon { event: some("Closed Won") },
        Fact::DealLost { event: some("Closed Lost"), reason: some("price") },
        Fact::DealReopened,
        Fact::ActivityLogged { name: "Customer briefing".into(), kind: some("event") },
    ]
}

fn selling() -> Vec<Fact> {
    let outcomes =
        [Outcome::Order, Outcome::Advance, Outcome::Continuation, Outcome::NoSale].into_iter();
    let held = outcomes.map(|outcome| Fact::CallHeld {
        call: "C1".into(),
        outcome,
        gained: vec!["Trial held".into(), "Terms agreed".into()],
        note: some("They want it"),
    });
    let planned = Fact::CallPlanned {
        call: "C1".into(),
        objective: "Agree to a trial".into(),
        milestone: some("Trial held"),
        fallback: some("Meet the buyer"),
        planned_for: Moment(1_800_000_000_000),
    };
    let commitment = || "K1".to_owned();
    let promises = [
        Fact::CommitmentMade {
            commitment: commitment(),
            milestone: "Trial held".into(),
            due: Day(19_999),
            by: some("buyer"),
        },
        Fact::CommitmentKept { commitment: commitment() },
        Fact::CommitmentBroken { commitment: commitment(), reason: some("ill") },
        Fact::CommitmentRenegotiated { commitment: commitment(), due: Day(20_001) },
    ];
    let back = Fact::TakenBack { said_at: Moment(1_700_000_000_000) };
    std::iter::once(planned).chain(held).chain(promises).chain([back]).collect()
}
