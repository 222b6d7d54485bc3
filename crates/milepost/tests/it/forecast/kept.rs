//! Kept answers: the same answer is given again, and a new fact, name or day makes a new one.

use std::sync::Arc;

use ledger::book::Book;
use ledger::decide::Intent;
use milepost::answers::forecast::{Forecast, ForecastAnswer};
use milepost::answers::{AsOf, Lens};
use milepost::live::Live;
use milepost::people::{People, Person};

use super::{TODAY, company};

type Told = Arc<Result<ForecastAnswer, milepost::answers::Refusal>>;

fn ask(live: &Live, day: &str, question: &Forecast) -> Told {
    let as_of = AsOf::start_of(day.parse().unwrap(), live.settings());
    let (book, people): (Arc<Book>, _) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
    let lens = Lens::new(as_of, &book, None, &people, live.settings()).unwrap();
    live.answer(question, &lens, None, Some(as_of.moment)).unwrap()
}

#[test]
fn an_answer_is_kept_until_anything_it_rests_on_changes() {
    let folder = tempfile::tempdir().unwrap();
    let live = Live::open(&folder.path().join("x.db")).unwrap();
    live.append(&company(150).events, &People::default()).unwrap();
    let question = Forecast::default();
    let first = ask(&live, TODAY, &question);
    assert!(Arc::ptr_eq(&first, &ask(&live, TODAY, &question)));
    let other = Forecast { period: "28d".parse().unwrap(), ..Forecast::default() };
    assert!(!Arc::ptr_eq(&first, &ask(&live, TODAY, &other)));
    assert!(!Arc::ptr_eq(&first, &ask(&live, "2026-07-11", &question)));

    let ana = Person { name: "Ana Alba".into(), ..Person::default() };
    let people = People { persons: [("ana".into(), ana)].into(), ..People::default() };
    live.append(&[], &people).unwrap();
    let named = ask(&live, TODAY, &question);
    let owners = |told: &Told| -> Vec<String> {
        let deals = &told.as_ref().as_ref().unwrap().deals;
        deals.iter().filter_map(|deal| deal.owner.clone()).collect()
    };
    assert!(!owners(&first).contains(&"Ana Alba".into()));
    assert!(owners(&named).contains(&"Ana Alba".into()));

    let open = named.as_ref().as_ref().unwrap().deals[0].id.clone();
    let lose = Intent::Lose { reason: None };
    live.record(&open, &lose, None).unwrap();
    let ahead = "2100-01-01";
    let later = ask(&live, ahead, &question);
    assert!(later.as_ref().as_ref().unwrap().deals.iter().all(|deal| deal.id != open));
}

#[test]
fn asked_at_once_it_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let live = Live::open(&folder.path().join("x.db")).unwrap();
    live.append(&company(150).events, &People::default()).unwrap();
    ask(&live, TODAY, &Forecast { period: "1d".parse().unwrap(), ..Forecast::default() });
    let question = Forecast::default();
    let told: Vec<Told> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..4).map(|_| scope.spawn(|| ask(&live, TODAY, &question))).collect();
        asking.into_iter().map(|asked| asked.join().unwrap()).collect()
    });
    assert!(told.iter().all(|one| Arc::ptr_eq(one, &told[0])));
}
