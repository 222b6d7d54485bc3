//! Answers that take long to make are kept while nothing changes that they rest on: the book they were
//! asked of, the day, who is who, the process, and the question itself. Whoever asks while one is being
//! made waits for it, so that it is made once. Memory only: nothing is written.

use std::any::Any;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, Weak};

use ledger::book::Book;
use ledger::time::{Day, Moment};

use super::{Live, Trouble, lock};
use crate::answers::{Lens, Question, Refusal};
use crate::people::People;

/// So many answers are kept.
const ANSWERS: usize = 32;

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
}

impl Key {
    fn is(&self, other: &Key) -> bool {
        Weak::ptr_eq(&self.book, &other.book)
            && (self.day, self.moment) == (other.day, other.moment)
            && self.process == other.process
            && self.question == other.question
            && (Arc::ptr_eq(&self.people, &other.people) || self.people == other.people)
    }
}

type Slot = Arc<OnceLock<Arc<dyn Any + Send + Sync>>>;

/// Answers by what they rest on, the latest asked first.
#[derive(Default)]
pub(super) struct Kept(Mutex<VecDeque<(Key, Slot)>>);

impl Kept {
    fn slot(&self, key: Key) -> Slot {
        let mut kept = lock(&self.0);
        kept.retain(|(key, _)| key.book.strong_count() > 0);
        let place = kept.iter().position(|(other, _)| other.is(&key));
        let found = place.and_then(|place| kept.remove(place)).unwrap_or((key, Slot::default()));
        let slot = Arc::clone(&found.1);
        kept.push_front(found);
        kept.truncate(ANSWERS);
        slot
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
        let Some((text, book)) = question.key().zip(self.held(lens.book)) else {
            return Ok(Arc::new(self.answer_once(question, lens, process)?));
        };
        let key = Key {
            book: Arc::downgrade(&book),
            day: lens.as_of.day,
            moment,
            process: process.map(str::to_owned),
            people: self.same_people(lens.people),
            question: format!("{} {text}", std::any::type_name::<Q>()),
        };
        let slot = self.answers.slot(key);
        let mut failed = None;
        let kept = slot.get_or_init(|| match self.answer_once(question, lens, process) {
            Ok(answer) => Arc::new(answer),
            Err(trouble) => {
                failed = Some(trouble);
                Arc::new(())
            }
        });
        let found = Arc::clone(kept).downcast::<Result<Q::Answer, Refusal>>();
        match (found, failed) {
            (Ok(answer), _) => Ok(answer),
            (Err(_), Some(trouble)) => Err(trouble),
            // Another's attempt failed; ours may not.
            (Err(_), None) => Ok(Arc::new(self.answer_once(question, lens, process)?)),
        }
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
        let book = self.book(earlier.moment)?;
        let then = Lens::new(earlier, &book, process, lens.people, lens.settings);
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
