//! Answers that take long to make are kept while nothing changes that they rest on: the book they were
//! asked of, the day, who is who, the process, and the question itself. Whoever asks while one is being
//! made waits for it, so that it is made once. Memory only: nothing is written.
//!
//! In a large ledger somebody always writes, and an answer that takes seconds would never be ready: a page may
//! show the one before, say of when it is, and have the next one made meanwhile.

use std::any::Any;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::Instant;

use ledger::book::Book;
use ledger::time::{Day, Moment};

use super::acting::who;
use super::{Live, Trouble, lock};
use crate::answers::{Lens, Question, Refusal};
use crate::clock;
use crate::people::People;
use crate::texts::{Tongue, tongue};

/// So many answers are kept.
const ANSWERS: usize = 32;

/// A ledger of so many events is large: answers that are kept take seconds there.
const LARGE: u64 = 500_000;

/// After an answer was made anew, so many times as long none is.
const RESTS: u32 = 4;

/// What an answer rests on.
struct Key {
    /// A weak hold keeps the address from being given to another book.
    book: Weak<Book>,
    day: Day,
    /// Absent where "now" was asked: an answer holds for its day.
    moment: Option<Moment>,
    process: Option<String>,
    people: Arc<People>,
    question: String,
    /// Whose deals whoever asks may see, if not all.
    sees: Option<Vec<String>>,
    /// Answers have sentences in them.
    tongue: Tongue,
}

impl Key {
    fn is(&self, other: &Key) -> bool {
        Weak::ptr_eq(&self.book, &other.book) && self.asks(other)
    }

    /// Whether it asks the same, of this book or an earlier one.
    fn asks(&self, other: &Key) -> bool {
        (self.day, self.moment) == (other.day, other.moment)
            && self.process == other.process
            && self.question == other.question
            && self.sees == other.sees
            && self.tongue == other.tongue
            && (Arc::ptr_eq(&self.people, &other.people) || self.people == other.people)
    }
}

type Slot = Arc<OnceLock<Made>>;

/// An answer, and when it was begun.
#[derive(Clone)]
struct Made {
    answer: Arc<dyn Any + Send + Sync>,
    since: Moment,
}

/// Answers by what they rest on, the latest asked first.
#[derive(Default)]
pub(super) struct Kept {
    all: Mutex<VecDeque<(Key, Slot)>>,
    /// Held while an answer is made anew beside those who ask, and until when it was rested before.
    renewing: Mutex<Option<Instant>>,
}

/// An answer, and of when it is if newer facts are not in it yet.
pub(crate) type Lately<A> = (Arc<Result<A, Refusal>>, Option<Moment>);

impl Kept {
    fn slot(&self, key: Key) -> Slot {
        let mut kept = lock(&self.all);
        let place = kept.iter().position(|(other, _)| other.is(&key));
        let found = place.and_then(|place| kept.remove(place)).unwrap_or((key, Slot::default()));
        // Of those that ask the same, one that is made is enough beside this one.
        let mut made = false;
        kept.retain(|(other, slot)| {
            !other.asks(&found.0) || (slot.get().is_some() && !std::mem::replace(&mut made, true))
        });
        let slot = Arc::clone(&found.1);
        kept.push_front(found);
        kept.truncate(ANSWERS);
        slot
    }

    /// What was answered to the same question, and whether that is of the same book.
    fn lately(&self, key: &Key) -> Option<(Made, bool)> {
        let kept = lock(&self.all);
        let made = |(other, slot): &(Key, Slot)| Some((slot.get()?.clone(), other.is(key)));
        let mut found = kept.iter().filter(|(other, _)| other.asks(key)).filter_map(made);
        let first = found.next()?;
        if first.1 { Some(first) } else { Some(found.find(|(_, same)| *same).unwrap_or(first)) }
    }
}

impl Live {
    /// Answers a question, from what is kept if it was asked before. `process` and `moment` are what was
    /// asked for by name, if anything was.
    ///
    /// # Errors
    /// If the ledger cannot be read. The inner error is the question's own refusal.
    pub fn answer<Q: Question>(
        &self,
        question: &Q,
        lens: &Lens,
        process: Option<&str>,
        moment: Option<Moment>,
    ) -> Result<Arc<Result<Q::Answer, Refusal>>, Trouble> {
        let Some(key) = self.key(question, lens, process, moment) else {
            return Ok(Arc::new(self.answer_once(question, lens, process)?));
        };
        let slot = self.answers.slot(key);
        let (mut failed, since) = (None, clock::now());
        let kept = slot.get_or_init(|| match self.answer_once(question, lens, process) {
            Ok(answer) => Made { answer: Arc::new(answer), since },
            Err(trouble) => {
                failed = Some(trouble);
                Made { answer: Arc::new(()), since }
            }
        });
        let found = Arc::clone(&kept.answer).downcast::<Result<Q::Answer, Refusal>>();
        match (found, failed) {
            (Ok(answer), _) => Ok(answer),
            (Err(_), Some(trouble)) => Err(trouble),
            // Another's attempt failed; ours may not.
            (Err(_), None) => Ok(Arc::new(self.answer_once(question, lens, process)?)),
        }
    }

    /// The same for a page: in a large ledger it may be the answer from before the last facts, with its moment.
    ///
    /// # Errors
    /// If the ledger cannot be read. The inner error is the question's own refusal.
    pub(crate) fn answer_lately<Q: Question>(
        &self,
        question: &Q,
        lens: &Lens,
        process: Option<&str>,
        moment: Option<Moment>,
    ) -> Result<Lately<Q::Answer>, Trouble> {
        let key = self.key(question, lens, process, moment);
        let large = lens.book.events() >= LARGE && moment.is_none();
        let lately = key.filter(|_| large).and_then(|key| self.answers.lately(&key));
        if let Some((made, same)) = lately
            && let Ok(answer) = made.answer.downcast::<Result<Q::Answer, Refusal>>()
        {
            return Ok((answer, (!same).then_some(made.since)));
        }
        Ok((self.answer(question, lens, process, moment)?, None))
    }

    /// What was answered to a question last, if it was asked since the start, and of when that is if newer facts
    /// are not in it yet. Nothing is made for it.
    pub(crate) fn kept_lately<Q: Question>(
        &self,
        question: &Q,
        lens: &Lens,
        process: Option<&str>,
        moment: Option<Moment>,
    ) -> Option<Lately<Q::Answer>> {
        let (made, same) = self.answers.lately(&self.key(question, lens, process, moment)?)?;
        let answer = made.answer.downcast::<Result<Q::Answer, Refusal>>().ok()?;
        Some((answer, (!same).then_some(made.since)))
    }

    /// Makes an answer anew while nobody waits for it: one at a time, and with rests, so that pages that
    /// somebody waits for come first. Says whether it did.
    pub fn renew(&self, make: impl FnOnce()) -> bool {
        let Ok(mut rested) = self.answers.renewing.try_lock() else { return false };
        if rested.is_some_and(|until| Instant::now() < until) {
            return false;
        }
        let start = Instant::now();
        make();
        *rested = Some(Instant::now() + RESTS * start.elapsed());
        true
    }

    /// What an answer rests on, if it is one that is kept.
    fn key<Q: Question>(
        &self,
        question: &Q,
        lens: &Lens,
        process: Option<&str>,
        moment: Option<Moment>,
    ) -> Option<Key> {
        let (text, book) = question.key().zip(self.held(lens.book))?;
        Some(Key {
            book: Arc::downgrade(&book),
            day: lens.as_of.day,
            moment,
            process: process.map(str::to_owned),
            people: self.same_people(lens.people),
            question: format!("{} {text}", std::any::type_name::<Q>()),
            sees: who().and_then(|who| who.sees),
            tongue: tongue(),
        })
    }

    /// Answers a question once, beside what was known at an earlier moment if it compares with one.
    ///
    /// # Errors
    /// If the ledger cannot be read. The inner error is the question's own refusal.
    pub fn answer_once<Q: Question>(
        &self,
        question: &Q,
        lens: &Lens,
        process: Option<&str>,
    ) -> Result<Result<Q::Answer, Refusal>, Trouble> {
        let earlier = match question.earlier(lens) {
            Ok(Some(earlier)) => earlier,
            Ok(None) => return Ok(question.ask(lens)),
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (book, named) = self.under(self.book(earlier.moment)?, process, Q::WHOLE);
        let then = match named {
            Some(name) => Lens::new(earlier, &book, Some(&name), lens.people, lens.settings),
            None => Lens::whole(earlier, &book, lens.people, lens.settings),
        };
        Ok(then.and_then(|then| question.compare(lens, &then)))
    }

    /// The kept book behind a reference.
    fn held(&self, book: &Book) -> Option<Arc<Book>> {
        let is = |kept: &&Arc<Book>| std::ptr::eq(Arc::as_ptr(kept), book);
        self.books
            .behind(book)
            .or_else(|| lock(&self.narrowed).iter().map(|kept| &kept.part).find(is).cloned())
    }
}
