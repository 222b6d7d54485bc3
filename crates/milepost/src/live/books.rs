//! The books that are kept ready. After a write the next reader makes the newer book of a copy of the one
//! before, which takes as long as its new facts are many; only a moment that was never asked for is folded
//! from the beginning.

use std::sync::{Arc, Mutex, mpsc};

use ledger::book::Book;
use ledger::codec;
use ledger::time::Moment;

use super::{Live, Trouble, lock};
use crate::store::{Position, SqliteStore, Store};

/// Decoded events that are folded at once: few enough to stay in the processor's cache.
const TOGETHER: usize = 512;

/// How many books are kept ready at most …
pub(super) const BOOKS: usize = 8;
/// … and how many events lie in those of past days, which share nothing with the newest.
const EVENTS: u64 = 4_000_000;

/// Books, the latest asked first, each with the position up to which the ledger was read.
#[derive(Default)]
pub(super) struct Books {
    kept: Mutex<Vec<(Position, Arc<Book>)>>,
    /// The imports that are known to be undone.
    undone: Mutex<Vec<Moment>>,
    /// Held while a book is folded from the beginning: who comes second finds it done.
    folding: Mutex<()>,
}

impl Books {
    fn find(&self, head: Position, cut: Moment) -> Option<Arc<Book>> {
        let mut kept = lock(&self.kept);
        let place = kept.iter().position(|(at, book)| *at >= head && book.serves(cut))?;
        let found = kept.remove(place);
        let book = Arc::clone(&found.1);
        kept.insert(0, found);
        Some(book)
    }

    /// A book that was right for `cut` before the last facts were recorded.
    fn older(&self, cut: Moment) -> Option<(Position, Arc<Book>)> {
        lock(&self.kept).iter().find(|(_, book)| book.serves(cut)).cloned()
    }

    /// Keeps a book in the place of the one it was made of.
    fn keep(&self, at: Position, book: &Arc<Book>, older: Option<&Arc<Book>>) {
        let mut kept = lock(&self.kept);
        kept.retain(|(_, other)| older.is_none_or(|older| !Arc::ptr_eq(older, other)));
        kept.insert(0, (at, Arc::clone(book)));
        kept.truncate(BOOKS);
        let mut events = 0;
        let mut first = true;
        kept.retain(|(_, book)| {
            events += book.events();
            std::mem::take(&mut first) || events <= EVENTS.max(2 * book.events())
        });
    }

    /// The kept book behind a reference.
    pub(super) fn behind(&self, book: &Book) -> Option<Arc<Book>> {
        let is = |kept: &&Arc<Book>| std::ptr::eq(Arc::as_ptr(kept), book);
        lock(&self.kept).iter().map(|(_, kept)| kept).find(is).cloned()
    }
}

impl Live {
    /// All deals as known before `cut`, whoever asks.
    pub(super) fn all(&self, cut: Moment) -> Result<Arc<Book>, Trouble> {
        let head = self.head()?;
        if let Some(book) = self.books.find(head, cut) {
            return Ok(book);
        }
        if let Some(older) = self.books.older(cut) {
            return self.catch_up(older, cut);
        }
        let _alone = lock(&self.books.folding);
        if let Some(book) = self.books.find(head, cut) {
            return Ok(book);
        }
        let (at, book) = self.fold(cut)?;
        let book = Arc::new(book);
        self.books.keep(at, &book, None);
        Ok(book)
    }

    fn catch_up(
        &self,
        (mut at, older): (Position, Arc<Book>),
        cut: Moment,
    ) -> Result<Arc<Book>, Trouble> {
        let mut book = Book::clone(&older);
        book.move_to(cut);
        let mut unreadable = None;
        self.read_after(at, &mut |position, bytes| {
            at = position;
            match codec::decode(bytes) {
                Ok(event) => book.push(&event),
                Err(error) => {
                    unreadable.get_or_insert(Trouble::Unreadable(position.0, error));
                }
            }
        })?;
        unreadable.map_or(Ok(()), Err)?;
        if book.torn().is_some() {
            (at, book) = self.fold(cut)?;
        }
        book.settle();
        let book = Arc::new(book);
        self.books.keep(at, &book, Some(&older));
        Ok(book)
    }

    /// Folds from the beginning; once more where an import turns out to be undone that was not known to be.
    fn fold(&self, cut: Moment) -> Result<(Position, Book), Trouble> {
        loop {
            let undone = lock(&self.books.undone).clone();
            let (at, book) = self.fold_without(cut, undone)?;
            match book.torn() {
                None => return Ok((at, book)),
                Some(undone) => *lock(&self.books.undone) = undone.to_vec(),
            }
        }
    }

    /// Reads and folds side by side: reading waits for the disk, folding for the processor.
    fn fold_without(&self, cut: Moment, undone: Vec<Moment>) -> Result<(Position, Book), Trouble> {
        // A connection of its own: a long read must not keep others from short ones.
        let store = SqliteStore::open_existing(self.path())?;
        std::thread::scope(|scope| {
            let (send, receive) = mpsc::sync_channel::<Events>(4);
            let folding = scope.spawn(move || {
                let mut book = Book::without(cut, undone);
                for events in receive {
                    events.fold_into(&mut book)?;
                }
                book.settle();
                Ok(book)
            });
            let (mut events, mut last) = (Events::default(), Position(0));
            let read = store.read(Position(0), &mut |position, bytes| {
                last = position;
                if events.push(position, bytes) {
                    // If folding has failed, its reason is told below.
                    let _ = send.send(std::mem::take(&mut events));
                }
            });
            let _ = send.send(events);
            drop(send);
            let folded = folding.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            read?;
            folded.map(|book| (last, book))
        })
    }
}

/// Stored events on their way from reading to folding.
#[derive(Default)]
struct Events {
    /// The position before the first one.
    before: u64,
    ends: Vec<usize>,
    bytes: Vec<u8>,
}

impl Events {
    /// Says whether there are enough to send them on.
    fn push(&mut self, position: Position, event: &[u8]) -> bool {
        if self.ends.is_empty() {
            self.before = position.0 - 1;
        }
        self.bytes.extend_from_slice(event);
        self.ends.push(self.bytes.len());
        self.bytes.len() > 1 << 20
    }

    fn fold_into(&self, book: &mut Book) -> Result<(), Trouble> {
        let mut decoded = Vec::with_capacity(TOGETHER);
        let mut start = 0;
        for (end, position) in self.ends.iter().zip(self.before + 1..) {
            let event = codec::decode(&self.bytes[start..*end]);
            decoded.push(event.map_err(|error| Trouble::Unreadable(position, error))?);
            start = *end;
            if decoded.len() == TOGETHER {
                book.push_all(&decoded);
                decoded.clear();
            }
        }
        book.push_all(&decoded);
        Ok(())
    }
}
