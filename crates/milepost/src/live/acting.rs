//! Who acts while a request is served. It goes with the request and not through every hand, so that no page
//! can forget to ask: what is read is what this person may see, what is written bears their name.

use std::sync::{Arc, Weak};

use ledger::book::Book;
use ledger::time::Moment;

use super::{Live, Trouble, lock};
use crate::answers::Refusal;
use crate::people::login::{Role, Who};
use crate::texts::t;

/// So many parts of books are kept: one for each who sees a part and works now.
const MOST: usize = 64;

tokio::task_local! { static WHO: Who; }

/// A book of which somebody sees a part, or a part of it that follows one process.
pub(super) struct Narrowed {
    whole: Weak<Book>,
    to: To,
    pub(super) part: Arc<Book>,
}

/// What a book is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum To {
    Owners(Vec<String>),
    Process(String),
}

/// Serves a request as somebody.
pub async fn acting_as<F: Future>(who: Who, request: F) -> F::Output {
    WHO.scope(who, request).await
}

/// The same for work that waits for nothing.
pub fn acting_here<T>(who: Who, work: impl FnOnce() -> T) -> T {
    WHO.sync_scope(who, work)
}

/// Who acts; nobody on the command line, which may do everything that may be done with the file.
#[must_use]
pub fn who() -> Option<Who> {
    WHO.try_with(Clone::clone).ok()
}

impl Live {
    /// What whoever acts may see of a book.
    pub(super) fn seen(&self, book: Arc<Book>) -> Arc<Book> {
        let Some(owners) = who().and_then(|who| who.sees) else { return book };
        let is_theirs = |owner: &str| owners.iter().any(|own| own == owner);
        let part = || Some(book.of_owners(is_theirs));
        self.narrow(&book, To::Owners(owners.clone()), part)
    }

    /// The deals of a book that a question is about: of the process that is named, else of all processes or, where it
    /// is asked of one, of the main one. Says which process is meant, if one is.
    #[must_use]
    pub fn under(
        &self,
        book: Arc<Book>,
        process: Option<&str>,
        whole: bool,
    ) -> (Arc<Book>, Option<String>) {
        let followed = book.followed(Moment::MAX);
        let several = followed.len() > 1;
        let main = followed.first().filter(|_| several && !whole).map(|main| main.name.clone());
        let Some(name) = process.map(str::to_owned).or(main) else { return (book, None) };
        let part = self.narrow(&book, To::Process(name.clone()), || book.following(&name));
        (part, Some(name))
    }

    /// A part of a book, made once; the book itself where it has no such part.
    fn narrow(&self, book: &Arc<Book>, to: To, part: impl FnOnce() -> Option<Book>) -> Arc<Book> {
        let mut kept = lock(&self.narrowed);
        let same = |kept: &&Narrowed| kept.whole.as_ptr() == Arc::as_ptr(book) && kept.to == to;
        if let Some(found) = kept.iter().find(same) {
            return Arc::clone(&found.part);
        }
        let Some(part) = part().map(Arc::new) else { return Arc::clone(book) };
        kept.retain(|kept| kept.whole.strong_count() > 0);
        kept.truncate(MOST - 1);
        kept.insert(0, Narrowed { whole: Arc::downgrade(book), to, part: Arc::clone(&part) });
        part
    }

    /// Refuses a write that whoever acts may not do; gives the name that it bears.
    pub(super) fn actor(
        &self,
        deal: Option<&str>,
        said: Option<&str>,
    ) -> Result<Option<String>, Trouble> {
        let Some(who) = who() else { return Ok(said.map(str::to_owned)) };
        if who.role < Role::Rep {
            return Err(Refusal(t!("live-only-looks").into()).into());
        }
        if let (Some(deal), Some(_)) = (deal, &who.sees)
            && self.all(Moment::MAX)?.deal(deal).is_some()
            && self.book(Moment::MAX)?.deal(deal).is_none()
        {
            return Err(Refusal(t!("live-no-deal-seen", deal = deal)).into());
        }
        Ok(who.person.or_else(|| said.map(str::to_owned)))
    }
}
