//! What is known of an open deal at a moment: what its odds may depend on.
//!
//! Everything here could be read off the deal's page on that day: no fact that became known later, and
//! nothing about how it ended.

use ledger::book::Book;
use ledger::commitment::End;
use ledger::deal::{Deal, Entry, Paper, State, What};
use ledger::money::Money;
use ledger::names::Sym;
use ledger::path::Path;
use ledger::time::{Day, Moment};

use super::design::Bits;

/// What is known of a deal after some of its facts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Facts {
    /// Whether it can still be won.
    pub(super) open: bool,
    /// 0 before the first milestone, else the number of the furthest one, counted from 1.
    pub(super) place: usize,
    /// Since when it is there.
    pub(super) since: Moment,
    /// When this run of it began.
    pub(super) opened: Moment,
    /// When the latest fact happened.
    pub(super) last: Moment,
    /// How many facts there are.
    pub(super) count: u32,
    /// How often it went back to an earlier milestone.
    pub(super) backs: u32,
    /// How often it was closed and is open again.
    pub(super) reopened: u32,
    /// What it is worth.
    pub(super) amount: Option<Money>,
    /// The day on which it is expected to close.
    pub(super) close: Option<Day>,
    /// How often that day was put off or brought forward.
    pub(super) moved: u32,
    /// What its customer agreed to do next, and by when.
    pub(super) due: Option<(Sym, Day)>,
    /// How the salesperson rates it.
    pub(super) category: Option<Sym>,
    /// Where it came from.
    pub(super) source: Option<Sym>,
    /// What sort of deal it is.
    pub(super) kind: Option<Sym>,
    /// Whose it is; where nobody's, who did something last.
    pub(super) owner: Option<Sym>,
    /// Which raw names were met in this run, one bit each.
    pub(super) seen: u128,
    /// The raw name of what happened last.
    pub(super) name: Option<Sym>,
}

impl Facts {
    /// Before the first fact.
    pub(super) fn none(opened: Moment) -> Facts {
        Facts {
            open: false,
            place: 0,
            since: opened,
            opened,
            last: opened,
            count: 0,
            backs: 0,
            reopened: 0,
            amount: None,
            close: None,
            moved: 0,
            due: None,
            category: None,
            source: None,
            kind: None,
            owner: None,
            seen: 0,
            name: None,
        }
    }

    /// Takes one more fact of a deal, of which is read what was known before `cut`; after it the deal is at `path`
    /// and in `state`.
    pub(super) fn learn(
        &mut self,
        path: &Path,
        state: State,
        entry: &Entry,
        (book, deal, cut): (&Book, &Deal, Moment),
        bits: &Bits,
    ) {
        let open = state == State::Open;
        if open && !self.open {
            self.begin(entry.at);
        }
        self.open = open;
        let place = path.current.map_or(0, |milestone| milestone + 1);
        if place != self.place {
            self.backs += u32::from(place < self.place);
            self.place = place;
            self.since = entry.at;
        }
        self.last = entry.at;
        self.count += 1;
        self.name = entry.name.or(self.name);
        self.seen |= entry.name.map_or(0, |name| bits.of(name));
        if entry.what == What::TakenBack {
            self.commit_anew(entry, (book, deal, cut));
        } else {
            self.commit(entry, book);
        }
        let Some(values) = book.values(entry) else { return };
        self.amount = values.amount.or(self.amount);
        if let Some(close) = values.expected_close {
            self.moved += u32::from(self.close.is_some_and(|before| before != close));
            self.close = Some(close);
        }
        self.category = values.category.or(self.category);
        self.source = values.source.or(self.source);
        self.kind = values.kind.or(self.kind);
        self.owner = values.owner.or(self.owner);
    }

    /// A run begins: the first one, or the deal is open again.
    fn begin(&mut self, at: Moment) {
        if self.count > 0 {
            self.reopened += 1;
            self.seen = 0;
            self.opened = at;
            self.since = at;
        }
    }

    fn commit(&mut self, entry: &Entry, book: &Book) {
        if !matches!(
            entry.what,
            What::CommitmentMade
                | What::CommitmentKept
                | What::CommitmentBroken
                | What::CommitmentRenegotiated
        ) {
            return;
        }
        match book.paper(entry) {
            Some(Paper::Made(made)) => self.due = Some((made.id, made.due)),
            Some(Paper::Ended { commitment, end }) => {
                let Some((id, due)) = &mut self.due else { return };
                match end {
                    _ if id != commitment => {}
                    End::NewDate(day) => *due = *day,
                    End::Kept | End::Broken => self.due = None,
                }
            }
            _ => {}
        }
    }

    /// Where something was taken back, what is agreed is read once more from what still counts of all facts so far.
    fn commit_anew(&mut self, last: &Entry, (book, deal, cut): (&Book, &Deal, Moment)) {
        let before = deal.entries.iter().take_while(|entry| !std::ptr::eq(*entry, last));
        let known = || before.clone().filter(|entry| entry.known < cut);
        let taken_back = book.taken_back(known().chain([last]));
        self.due = None;
        for entry in known().filter(|entry| !taken_back.contains(&entry.known)) {
            self.commit(entry, book);
        }
    }
}

#[cfg(test)]
mod tests {
    use ledger::book::Book;
    use ledger::event::{Event, Fact};
    use ledger::path::{Path, Reader};
    use ledger::time::{Day, Moment};

    use super::super::design::Bits;
    use super::Facts;
    use crate::tests_support::{day, on, process};

    /// By when the customer has agreed to something, as known before a moment.
    fn due(events: &[Event], cut: Moment) -> Option<i32> {
        let book = Book::of(Moment::MAX, events);
        let (deal, bits) = (book.deal("D").unwrap(), Bits::new(&book));
        let (mut facts, mut path) = (Facts::none(deal.opened_at), Path::default());
        Reader::new(&process(), &book).read_known(deal, cut, &mut path, |path, state, entry| {
            facts.learn(path, state, entry, (&book, deal, cut), &bits);
        });
        facts.due.map(|(_, due)| due.0)
    }

    #[test]
    fn what_was_taken_back_is_agreed_until_then_and_no_longer() {
        let (commitment, milestone) = (|| "K".to_owned(), "Trial".to_owned());
        let made =
            Fact::CommitmentMade { commitment: commitment(), milestone, due: Day(9), by: None };
        let moved = Fact::CommitmentRenegotiated { commitment: commitment(), due: Day(20) };
        let back = |said_at| Fact::TakenBack { said_at: day(said_at) };
        let facts = [
            Fact::DealOpened,
            made,
            moved,
            back(2),
            Fact::CommitmentKept { commitment: commitment() },
            back(4),
            back(5),
        ];
        let mut events: Vec<Event> =
            facts.into_iter().zip(0..).map(|(fact, at)| on(at, "D", fact)).collect();
        // What is recorded later than it happened is not lost by a taking back that was known before it.
        let mut late =
            on(2, "D", Fact::CommitmentRenegotiated { commitment: commitment(), due: Day(30) });
        (late.known_at, late.order) = (day(8), 1);
        events.push(late);
        let expected = [None, None, Some(9), Some(20), Some(9), None, Some(9), None, None, None];
        for (cut, expected) in (0..).zip(expected) {
            assert_eq!(due(&events, day(cut)), expected, "before day {cut}");
        }
        events.truncate(6);
        assert_eq!(due(&events, Moment::MAX), Some(9), "what was kept is open again");
    }
}
