//! A memo reads what changed, and only that.

use std::cell::Cell;
use std::sync::Arc;

use crate::book::Book;
use crate::event::{Event, Fact, Values};
use crate::id::EventId;
use crate::time::Moment;

fn event(n: i64, deal: i64, fact: Fact) -> Event {
    Event {
        id: EventId::v7(Moment(n), 1),
        deal: Some(format!("D{deal}")),
        happened_at: Moment(n),
        known_at: Moment(n),
        recorded_at: Moment(n),
        order: 0,
        actor: None,
        system: "test".into(),
        external_id: None,
        fact,
        values: Values::default(),
    }
}

fn later(book: &Book, event: &Event) -> Book {
    let mut next = book.clone();
    next.push(event);
    next.settle();
    next
}

#[test]
fn only_the_page_of_a_new_fact_is_read_again() {
    let opened: Vec<Event> = (0..300).map(|n| event(n, n, Fact::DealOpened)).collect();
    let book = Book::of(Moment::MAX, &opened);
    let (reads, wholes) = (Cell::new(0), Cell::new(0));
    let won = |book: &Book| {
        let parts = book.by_page("won", |deals| {
            reads.set(reads.get() + 1);
            deals.iter().filter(|deal| !deal.is_open()).count()
        });
        let sum = |_: &_| {
            wholes.set(wholes.get() + 1);
            parts.iter().sum::<usize>()
        };
        (*book.of_parts("won", &parts, sum), reads.replace(0), wholes.replace(0))
    };
    assert_eq!(won(&book), (0, 5, 1));
    assert_eq!(won(&book), (0, 0, 0));
    let next = later(&book, &event(400, 130, Fact::DealWon { event: None }));
    assert_eq!(won(&next), (1, 1, 1));
    // A page that gives the same as before makes no whole anew.
    let next = later(&next, &event(401, 10, Fact::DealChanged));
    assert_eq!(won(&next), (1, 1, 0));
    // The older book has its own answer still.
    assert_eq!(won(&book).0, 0);
}

#[test]
fn what_is_kept_is_told_apart_by_key_and_kind() {
    let book = Book::of(Moment::MAX, &[event(0, 0, Fact::DealOpened)]);
    let one = book.by_page("a", <[_]>::len);
    let two = book.by_page("b", |deals| deals.len() + 1);
    let text = book.by_page("a", |deals| deals.len().to_string());
    assert_eq!(one.iter().chain(two.iter()).collect::<Vec<_>>(), [&1, &2]);
    assert_eq!(text.iter().collect::<Vec<_>>(), ["1"]);
    let sum = |parts: &_| super::Parts::<usize>::iter(parts).sum::<usize>();
    let (a, b) = (book.of_parts("sum", &one, sum), book.of_parts("sum", &two, sum));
    assert_eq!((*a, *b), (1, 2));
    assert!(Arc::ptr_eq(&b, &book.of_parts("sum", &two, sum)));
}
