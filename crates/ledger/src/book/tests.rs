//! Laws of the fold.

use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use super::Book;
use crate::codec::{decode, encode};
use crate::deal::State;
use crate::event::{Event, Fact, Outcome, Values};
use crate::id::EventId;
use crate::money::{Currency, Money};
use crate::path::Reader;
use crate::process::{Milestone, Process};
use crate::time::{Day, Moment};

const MILESTONES: [&str; 3] = ["Need", "Trial", "Terms"];

fn process() -> Process {
    let milestones = MILESTONES.map(Milestone::named).to_vec();
    Process { name: "Sale".into(), milestones, ..Process::default() }
}

fn fact() -> impl Strategy<Value = Fact> {
    let milestone = || select(&MILESTONES[..]).prop_map(str::to_owned);
    prop_oneof![
        Just(Fact::DealOpened),
        Just(Fact::DealChanged),
        (milestone(), any::<bool>()).prop_map(|(milestone, stage)| Fact::MilestoneReached {
            milestone,
            stage,
            evidence: None
        }),
        milestone().prop_map(|milestone| Fact::MilestoneUndone { milestone, reason: None }),
        Just(Fact::DealWon { event: None }),
        Just(Fact::DealLost { event: None, reason: None }),
        Just(Fact::DealReopened),
        milestone().prop_map(|name| Fact::ActivityLogged { name, kind: None }),
        selling(),
        (0..100_i64).prop_map(|at| Fact::TakenBack { said_at: Moment(at) }),
    ]
}

/// One call and one commitment.
fn selling() -> impl Strategy<Value = Fact> {
    let (call, commitment) = (|| "C".to_owned(), || "K".to_owned());
    let planned = move |at| Fact::CallPlanned {
        call: call(),
        objective: "Sign it".into(),
        milestone: None,
        fallback: None,
        planned_for: Moment(at),
    };
    let outcome = Outcome::Continuation;
    let made = move |due| Fact::CommitmentMade {
        commitment: commitment(),
        milestone: "Terms".into(),
        due: Day(due),
        by: None,
    };
    prop_oneof![
        (0..99_i64).prop_map(planned),
        Just(Fact::CallHeld { call: call(), outcome, gained: Vec::new(), note: None }),
        (0..99).prop_map(made),
        Just(Fact::CommitmentKept { commitment: commitment() }),
        (0..99).prop_map(move |due| Fact::CommitmentRenegotiated {
            commitment: commitment(),
            due: Day(due)
        }),
    ]
}

/// Events of three deals; no two bear the same order, so that their order is beyond doubt.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let one = (0..3_u8, 0..50_i64, 0..50_i64, fact(), proptest::option::of(0..1000_i64));
    proptest::collection::vec(one, 0..40).prop_map(|drawn| {
        drawn.into_iter().zip(0..).map(|(told, order)| event(told, order)).collect()
    })
}

fn event((deal, at, lag, fact, amount): (u8, i64, i64, Fact, Option<i64>), order: i32) -> Event {
    let amount = amount.map(|minor| Money { minor, currency: Currency::EUR });
    Event {
        id: EventId::v7(Moment(at), u128::from(order.unsigned_abs())),
        deal: Some(format!("D{deal}")),
        happened_at: Moment(at),
        known_at: Moment(at + lag),
        recorded_at: Moment(at + lag),
        order,
        actor: None,
        system: "test".into(),
        external_id: None,
        fact,
        values: Values { amount, ..Values::default() },
    }
}

/// All that a book says of its deals, in the order of their ids.
fn told(book: &Book) -> Vec<String> {
    let reader = Reader::new(&process(), book);
    let mut lines: Vec<String> = book
        .deals()
        .iter()
        .map(|deal| {
            let (id, path) = (book.text(deal.id), reader.read(deal));
            let state = (deal.state, deal.opened_at, deal.closed_at, deal.last_at, deal.reopened);
            let calls = deal.calls.iter().map(|call| (call.plan.as_ref(), call.held.as_ref()));
            let calls: Vec<_> = calls.map(|(p, h)| (p.map(|p| p.at), h.map(|h| h.at))).collect();
            let agreed: Vec<_> = deal.commitments.iter().map(|c| (c.due, c.ended)).collect();
            format!("{id} {state:?} {:?} {path:?} {calls:?} {agreed:?}", deal.known.amount)
        })
        .collect();
    lines.sort();
    lines
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter(events in events(), seed in any::<u64>()) {
        let straight = Book::of(Moment::MAX, &events);
        let mut shuffled = events;
        shuffled.sort_by_key(|event| event.id.0.wrapping_mul(u128::from(seed | 1)));
        assert_eq!(told(&straight), told(&Book::of(Moment::MAX, &shuffled)));
    }

    #[test]
    fn a_past_book_never_changes_when_later_events_arrive(events in events(), cut in 0..100_i64) {
        let cut = Moment(cut);
        let then: Vec<Event> = events.iter().filter(|e| e.known_at < cut).cloned().collect();
        assert_eq!(told(&Book::of(cut, &events)), told(&Book::of(Moment::MAX, &then)));
    }

    #[test]
    fn a_book_that_grows_is_the_book_of_all(events in events(), at in 0..40_usize) {
        let (early, late) = events.split_at(at.min(events.len()));
        let mut grown = Book::of(Moment::MAX, early);
        for event in late {
            grown.push(event);
        }
        grown.settle();
        assert_eq!(told(&grown), told(&Book::of(Moment::MAX, &events)));
    }

    #[test]
    fn a_copy_that_grows_leaves_the_book_as_it_was(
        events in events(),
        at in 0..40_usize,
        cut in 0..100_i64,
    ) {
        let (early, late) = events.split_at(at.min(events.len()));
        let book = Book::of(Moment(cut), early);
        let before = told(&book);
        let mut grown = book.clone();
        for event in late {
            grown.push(event);
            grown.settle();
        }
        assert_eq!(told(&grown), told(&Book::of(Moment(cut), &events)));
        assert_eq!(told(&book), before);
    }

    #[test]
    fn a_book_serves_the_moments_at_which_it_would_be_the_same(
        events in events(),
        cut in 0..100_i64,
        at in 0..100_i64,
    ) {
        let mut book = Book::of(Moment(cut), &events);
        if book.serves(Moment(at)) {
            book.move_to(Moment(at));
            assert_eq!(told(&book), told(&Book::of(Moment(at), &events)));
            assert_eq!(book.cut(), Moment(at));
        }
    }

    #[test]
    fn events_survive_the_store_and_json(events in events()) {
        for event in &events {
            let mut stored = Vec::new();
            encode(event, &mut stored);
            let json = serde_json::to_string(event).unwrap();
            assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), event);
            let read = serde_json::to_string(&decode(&stored).unwrap()).unwrap();
            assert_eq!(read, json);
        }
    }
}

/// Facts of one deal, a day apart.
fn deal(facts: &[Fact]) -> Book {
    let events = facts
        .iter()
        .zip(0..)
        .map(|(fact, i)| event((1, i64::from(i) * crate::time::DAY_MS, 0, fact.clone(), None), i));
    Book::of(Moment::MAX, &events.collect::<Vec<_>>())
}

fn stage(milestone: &str) -> Fact {
    Fact::MilestoneReached { milestone: milestone.into(), stage: true, evidence: None }
}

fn done(name: &str) -> Fact {
    Fact::ActivityLogged { name: name.into(), kind: None }
}

#[test]
fn a_stage_set_back_takes_later_milestones_back_and_an_activity_does_not() {
    let read = |facts: &[Fact]| {
        let book = deal(facts);
        Reader::new(&process(), &book).read(&book.deals()[0])
    };
    let back = read(&[stage("Need"), stage("Terms"), stage("Trial")]);
    assert_eq!((back.current, back.steps_back(), back.next()), (Some(1), 1, Some(2)));
    let again = read(&[done("Need"), done("Terms"), done("Need")]);
    assert_eq!((again.current, again.since.day().0), (Some(2), 1));
    assert_eq!(again.skipped().collect::<Vec<_>>(), [1]);
    let after_the_end = read(&[done("Need"), Fact::DealWon { event: None }, done("Terms")]);
    assert_eq!(after_the_end.current, Some(0));
}

#[test]
fn a_stage_after_the_end_reopens_the_deal() {
    let lost = Fact::DealLost { event: None, reason: None };
    let book = deal(&[stage("Need"), lost.clone(), stage("Need"), lost.clone(), lost]);
    let deal = &book.deals()[0];
    assert_eq!((deal.state, deal.reopened), (State::Lost, 1));
    assert_eq!(deal.closed_at.map(|at| at.day().0), Some(3));
}

#[test]
fn the_latest_word_on_a_quota_and_on_spend_holds() {
    let (from, to) = (crate::time::Day(1), crate::time::Day(30));
    let amount = |minor| Money { minor, currency: Currency::EUR };
    let spent = |minor| Fact::SpendRecorded {
        source: "Web".into(),
        campaign: None,
        from,
        to,
        amount: amount(minor),
    };
    let quota = |minor| Fact::QuotaSet { owner: None, from, to, amount: amount(minor) };
    let facts = [(9, spent(7)), (2, spent(5)), (2, quota(5)), (9, quota(7))];
    let told = facts.into_iter().zip(0..).map(|((at, fact), i)| event((1, at, 0, fact, None), i));
    let book = Book::of(Moment::MAX, &told.collect::<Vec<_>>());
    let spends: Vec<_> = book.spends().iter().map(|s| s.amount.minor).collect();
    let quotas: Vec<_> = book.quotas().iter().map(|q| q.amount.minor).collect();
    assert_eq!((spends, quotas), (vec![7], vec![7]));
}
