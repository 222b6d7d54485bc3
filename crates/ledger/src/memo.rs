//! What was read from the pages of a book, kept while they are the same: after a new fact only the page of its
//! deal is read again. A memo is shared by a book and the books made of copies of it, and changes no answer.

use std::any::{Any, TypeId};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use crate::book::Book;
use crate::deal::Deal;

/// So many readings are kept, the latest asked ones.
const READINGS: usize = 64;

/// What each page of deals gave, in the order of the pages.
#[derive(Debug)]
pub struct Parts<T>(Arc<Vec<Arc<T>>>);

impl<T> Clone for Parts<T> {
    fn clone(&self) -> Parts<T> {
        Parts(Arc::clone(&self.0))
    }
}

impl<T> Parts<T> {
    /// Each page's part.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(AsRef::as_ref)
    }
}

/// Readings by what they are called and give.
#[derive(Default)]
pub(crate) struct Memo {
    pages: Mutex<VecDeque<Kept<Reading>>>,
    wholes: Mutex<VecDeque<Kept<Whole>>>,
}

struct Kept<T> {
    what: TypeId,
    key: String,
    kept: T,
}

struct Reading {
    /// Weak holds keep the addresses from being given to other pages.
    pages: Vec<Weak<Vec<Deal>>>,
    /// The `Parts` of some type.
    parts: Arc<dyn Any + Send + Sync>,
}

struct Whole {
    of: Weak<dyn Any + Send + Sync>,
    made: Arc<dyn Any + Send + Sync>,
}

impl Book {
    /// What `read` makes of each page of deals. `key` says what is read and all that it rests on but the
    /// deals; pages that are as they were when it was asked last are not read again.
    pub fn by_page<T>(&self, key: &str, read: impl Fn(&[Deal]) -> T) -> Parts<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let pages = self.deals().pages();
        let before = find(&mut lock(&self.memo().pages), TypeId::of::<T>(), key, |reading| {
            let parts = Arc::clone(&reading.parts).downcast::<Vec<Arc<T>>>().ok()?;
            Some((reading.pages.clone(), parts))
        });
        let (known, old) = before.unwrap_or_default();
        let same = |i: usize| known.get(i).is_some_and(|k| k.as_ptr() == Arc::as_ptr(&pages[i]));
        if known.len() == pages.len() && (0..pages.len()).all(same) {
            return Parts(old);
        }
        let part = |i: usize| match old.get(i) {
            Some(part) if same(i) => Arc::clone(part),
            part => {
                let new = read(&pages[i]);
                part.filter(|part| ***part == new).map_or_else(|| Arc::new(new), Arc::clone)
            }
        };
        let parts: Vec<Arc<T>> = (0..pages.len()).map(part).collect();
        let equal = |(a, b): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b);
        let unchanged = old.len() == parts.len() && old.iter().zip(&parts).all(equal);
        let parts = if unchanged { old } else { Arc::new(parts) };
        let kept: Arc<dyn Any + Send + Sync> = Arc::<Vec<Arc<T>>>::clone(&parts);
        let reading = Reading { pages: pages.iter().map(Arc::downgrade).collect(), parts: kept };
        keep(&mut lock(&self.memo().pages), TypeId::of::<T>(), key, reading);
        Parts(parts)
    }

    /// What `make` makes of all parts, made again only when one of them is another. `key` says what is made
    /// and all that it rests on but the parts.
    pub fn of_parts<P, T>(
        &self,
        key: &str,
        parts: &Parts<P>,
        make: impl FnOnce(&Parts<P>) -> T,
    ) -> Arc<T>
    where
        P: Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let of: Arc<dyn Any + Send + Sync> = Arc::<Vec<Arc<P>>>::clone(&parts.0);
        let found = find(&mut lock(&self.memo().wholes), TypeId::of::<T>(), key, |whole| {
            let same = std::ptr::addr_eq(whole.of.as_ptr(), Arc::as_ptr(&of));
            Arc::clone(&whole.made).downcast::<T>().ok().filter(|_| same)
        });
        found.unwrap_or_else(|| {
            let made = Arc::new(make(parts));
            let kept: Arc<dyn Any + Send + Sync> = Arc::<T>::clone(&made);
            let whole = Whole { of: Arc::downgrade(&of), made: kept };
            keep(&mut lock(&self.memo().wholes), TypeId::of::<T>(), key, whole);
            made
        })
    }
}

/// What is kept under a key, moved to the front.
fn find<T, U>(
    all: &mut VecDeque<Kept<T>>,
    what: TypeId,
    key: &str,
    take: impl FnOnce(&T) -> Option<U>,
) -> Option<U> {
    let place = all.iter().position(|kept| kept.what == what && kept.key == key)?;
    let found = all.remove(place)?;
    all.push_front(found);
    take(&all.front()?.kept)
}

fn keep<T>(all: &mut VecDeque<Kept<T>>, what: TypeId, key: &str, kept: T) {
    all.retain(|other| other.what != what || other.key != key);
    all.push_front(Kept { what, key: key.to_owned(), kept });
    all.truncate(READINGS);
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Memo {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Memo")
    }
}

#[cfg(test)]
mod tests;
