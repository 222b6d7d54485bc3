//! Every write has its opposite: all of it, in one write, and the opposite of that restores it.

use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use super::super::tests::{Try, by, commit, held, log, plan, reach};
use super::super::{Intent, Log, Refusal};
use crate::book::Book;
use crate::commitment::Commitment;
use crate::deal::State;
use crate::event::{Outcome, Values};
use crate::money::{Currency, Money};
use crate::time::{Day, Moment};

/// All that a page shows of the deal's standing. Milestones that are reached again and ends that are said again are
/// of the day on which that was said, so that their dates are left out.
fn shown(ledger: &Try, book: &Book) -> String {
    let deal = book.deal("D1").unwrap();
    let path = ledger.path(book);
    let reached: Vec<bool> = path.reached.iter().map(Option::is_some).collect();
    let (known, calls, agreed) = (&deal.known, &deal.calls, &deal.commitments);
    format!("{:?} {reached:?} {:?} {known:?} {calls:?} {agreed:?}", deal.state, path.current)
}

fn opened() -> Try {
    let mut ledger = Try::new();
    ledger.d1(Intent::Change(worth(1))).unwrap();
    ledger
}

fn worth(minor: i64) -> Values {
    Values { amount: Some(Money { minor, currency: Currency::EUR }), ..Values::default() }
}

fn commitment(ledger: &Try) -> Commitment {
    ledger.book().deal("D1").unwrap().commitments[0].clone()
}

fn state(ledger: &Try) -> State {
    ledger.book().deal("D1").unwrap().state
}

#[test]
fn a_planned_call_is_cancelled_and_planned_again() {
    let mut ledger = Try::new();
    let calls = |ledger: &Try| ledger.book().deal("D1").unwrap().calls.len();
    ledger.d1(plan("Sign it", None)).unwrap();
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    assert_eq!(calls(&ledger), 0);
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    assert_eq!(calls(&ledger), 1);
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    assert_eq!(calls(&ledger), 0);
    assert_eq!(ledger.d1(plan("Sign it", None)), Ok(vec!["CallPlanned"]), "it may be planned anew");
    assert_eq!(calls(&ledger), 1);
}

#[test]
fn a_call_that_was_logged_is_taken_back_with_all_that_it_brought() {
    let mut ledger = Try::new();
    ledger.d1(plan("Sign it", None)).unwrap();
    ledger.d1(commit("K1")).unwrap();
    let before = shown(&ledger, &ledger.book());
    let gained = held("C1", Outcome::Order, &["Need agreed", "Trial held"]);
    let wrote = ["CallHeld", "MilestoneReached", "CommitmentKept", "MilestoneReached", "DealWon"];
    assert_eq!(ledger.late(gained, 2).unwrap(), wrote);
    let after = shown(&ledger, &ledger.book());
    let back = ["DealReopened", "MilestoneUndone", "MilestoneUndone", "TakenBack"];
    assert_eq!(ledger.back().unwrap(), back);
    assert_eq!(shown(&ledger, &ledger.book()), before);
    let again = ["MilestoneReached", "MilestoneReached", "DealWon", "TakenBack"];
    assert_eq!(ledger.back().unwrap(), again);
    assert_eq!(shown(&ledger, &ledger.book()), after, "on the day on which it was held");
    assert_eq!(ledger.back().unwrap(), back);
    let lost = held("C1", Outcome::NoSale, &[]);
    assert_eq!(ledger.d1(lost), Ok(vec!["CallHeld", "DealLost"]), "it may be logged otherwise");
    assert_eq!(ledger.back(), Ok(vec!["DealReopened", "TakenBack"]));
}

#[test]
fn a_commitment_is_again_what_it_was() {
    let mut ledger = Try::new();
    let id = || "K1".to_owned();
    ledger.d1(commit("K1")).unwrap();
    ledger.d1(Intent::Renegotiate { commitment: id(), due: Day(20) }).unwrap();
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    let open = commitment(&ledger);
    assert_eq!((open.due, open.renegotiated, open.is_open()), (Day(9), 0, true));
    ledger.d1(Intent::Keep { commitment: id() }).unwrap();
    assert_eq!(ledger.back(), Ok(vec!["MilestoneUndone", "TakenBack"]));
    assert!(commitment(&ledger).is_open());
    ledger.d1(Intent::Break { commitment: id(), reason: None }).unwrap();
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    assert!(commitment(&ledger).is_open());
    assert_eq!(ledger.back(), Ok(vec!["TakenBack"]));
    assert_eq!(commitment(&ledger).ended.map(|(kept, _)| kept), Some(false));
    let mut ledger = Try::new();
    ledger.d1(commit("K1")).unwrap();
    ledger.back().unwrap();
    assert!(ledger.book().deal("D1").unwrap().commitments.is_empty());
    let none = ledger.d1(Intent::Keep { commitment: id() });
    assert_eq!(none, Err(Refusal::NoCommitment(id())));
}

#[test]
fn a_past_day_knows_nothing_of_what_was_taken_back_later() {
    let mut ledger = Try::new();
    ledger.d1(plan("Sign it", None)).unwrap();
    let agreed = Log { agreed: by(None, 20), ..log("C1", Outcome::Advance) };
    ledger.d1(Intent::HoldCall(agreed)).unwrap();
    let then = Moment(i64::try_from(ledger.events.len()).unwrap());
    let (before, told) = (Book::of(then, &ledger.events), shown(&ledger, &ledger.book()));
    ledger.back().unwrap();
    assert_eq!(shown(&ledger, &Book::of(then, &ledger.events)), told);
    assert_eq!(shown(&ledger, &before), told);
    let now = ledger.book();
    let deal = now.deal("D1").unwrap();
    assert!(deal.calls[0].held.is_none() && deal.commitments.is_empty());
}

#[test]
fn what_has_no_opposite_is_refused() {
    let mut ledger = Try::new();
    assert_eq!(ledger.back(), Err(Refusal::NoOpposite), "the opening of a deal");
    ledger.d1(Intent::Change(worth(1))).unwrap();
    assert_eq!(ledger.back(), Err(Refusal::NoOpposite), "a value that was not known before");
    ledger.d1(Intent::Win(Values::default())).unwrap();
    assert_eq!(ledger.back(), Ok(vec!["DealReopened"]));
    assert_eq!(state(&ledger), State::Open);
}

fn intent() -> impl Strategy<Value = Intent> {
    let name = || select(&["Need agreed", "Trial held"][..]);
    let call = || select(&["C1", "C2"][..]);
    let outcomes = [Outcome::Order, Outcome::Advance, Outcome::Continuation, Outcome::NoSale];
    let agreed = proptest::option::of((proptest::option::of(name()), 1..50));
    let told = (call(), select(outcomes.to_vec()), proptest::option::of(name()), agreed);
    let logged = (told, any::<bool>()).prop_map(|((call, outcome, gained, agreed), fallback)| {
        let agreed = agreed.and_then(|(name, due)| by(name, due));
        let gained = gained.into_iter().map(str::to_owned).collect();
        Intent::HoldCall(Log { gained, agreed, fallback, ..log(call, outcome) })
    });
    let known = || "K".to_owned();
    prop_oneof![
        4 => logged,
        2 => any::<bool>().prop_map(|else_| plan("Sign it", else_.then_some("Send the bills"))),
        2 => Just(commit("K")),
        1 => Just(Intent::Keep { commitment: known() }),
        1 => Just(Intent::Break { commitment: known(), reason: None }),
        1 => (1..50).prop_map(move |due| Intent::Renegotiate { commitment: known(), due: Day(due) }),
        1 => name().prop_map(reach),
        1 => name().prop_map(|name| Intent::Undo { milestone: name.into(), reason: None }),
        1 => (1..99_i64).prop_map(|minor| Intent::Change(worth(minor))),
        1 => Just(Intent::Win(Values::default())),
        1 => Just(Intent::Lose { reason: Some("price".into()) }),
        2 => Just(Intent::Reopen),
    ]
}

proptest! {
    #[test]
    fn a_write_and_its_opposite_leave_what_there_was(
        intents in proptest::collection::vec((intent(), any::<bool>()), 1..14),
    ) {
        let mut ledger = opened();
        for (intent, stays) in intents {
            let before = shown(&ledger, &ledger.book());
            // A change to what is known already changes nothing, and so has no opposite.
            let Ok(_) = ledger.d1(intent) else { continue };
            let after = shown(&ledger, &ledger.book());
            if after == before {
                continue;
            }
            ledger.back().unwrap();
            assert_eq!(shown(&ledger, &ledger.book()), before);
            if stays {
                ledger.back().unwrap();
                assert_eq!(shown(&ledger, &ledger.book()), after);
            }
        }
    }
}
