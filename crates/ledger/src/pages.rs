//! A list in pages that its copies share: a copy costs one count a page, and a change copies one page only.
//! So a book that is read stays as it is while the next one, some facts later, is made beside it.

use std::ops::Index;
use std::sync::Arc;

/// Items on a page: few enough that copying one is quick, enough that counting pages is.
const ITEMS: usize = 64;

/// The items of all pages in order.
pub type Items<'a, T> = std::iter::FlatMap<
    std::slice::Iter<'a, Arc<Vec<T>>>,
    std::slice::Iter<'a, T>,
    fn(&'a Arc<Vec<T>>) -> std::slice::Iter<'a, T>,
>;

/// A growing list whose copies share what is the same.
#[derive(Clone, Debug)]
pub struct Pages<T> {
    pages: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for Pages<T> {
    fn default() -> Pages<T> {
        Pages { pages: Vec::new(), len: 0 }
    }
}

impl<T> Pages<T> {
    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The item at a place, counted from 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&T> {
        self.pages.get(place / ITEMS)?.get(place % ITEMS)
    }

    /// The first item.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// All items in order.
    pub fn iter(&self) -> Items<'_, T> {
        self.pages.iter().flat_map(|page| page.iter())
    }

    /// The pages in order; all are full but the last.
    #[must_use]
    pub fn pages(&self) -> &[Arc<Vec<T>>] {
        &self.pages
    }
}

impl<T: Clone> Pages<T> {
    pub(crate) fn push(&mut self, item: T) {
        match self.pages.last_mut().filter(|page| page.len() < ITEMS) {
            Some(page) => Arc::make_mut(page).push(item),
            None => self.pages.push(Arc::new(vec![item])),
        }
        self.len += 1;
    }

    /// The item at a place, to be changed: its page is now this list's own.
    pub(crate) fn own(&mut self, place: usize) -> &mut T {
        &mut Arc::make_mut(&mut self.pages[place / ITEMS])[place % ITEMS]
    }

    /// The pages that have an item of a kind, to be changed, with the place of each page's first item.
    pub(crate) fn own_where(
        &mut self,
        wanted: impl Fn(usize, &T) -> bool,
    ) -> impl Iterator<Item = (usize, &mut Vec<T>)> {
        let pages = self.pages.iter_mut().enumerate().map(|(page, items)| (page * ITEMS, items));
        let wanted = move |(first, items): &(usize, &mut Arc<Vec<T>>)| {
            items.iter().zip(*first..).any(|(item, place)| wanted(place, item))
        };
        pages.filter(wanted).map(|(first, items)| (first, Arc::make_mut(items)))
    }
}

impl<T> Index<usize> for Pages<T> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        &self.pages[place / ITEMS][place % ITEMS]
    }
}

impl<'a, T> IntoIterator for &'a Pages<T> {
    type Item = &'a T;
    type IntoIter = Items<'a, T>;

    fn into_iter(self) -> Items<'a, T> {
        self.iter()
    }
}

impl<T: Clone> FromIterator<T> for Pages<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Pages<T> {
        let mut pages = Pages::default();
        for item in items {
            pages.push(item);
        }
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn a_copy_stays_as_it_was_and_shares_the_other_pages() {
        let mut new: Pages<usize> = (0..200).collect();
        let old = new.clone();
        *new.own(70) = 1000;
        new.push(200);
        assert_eq!(old.iter().copied().collect::<Vec<_>>(), (0..200).collect::<Vec<_>>());
        assert_eq!((new[70], new[200], new.len()), (1000, 200, 201));
        let shared = |page: usize| std::sync::Arc::ptr_eq(&old.pages()[page], &new.pages()[page]);
        assert_eq!([0, 1, 2, 3].map(shared), [true, false, true, false]);
    }

    #[test]
    fn only_pages_that_have_one_are_owned() {
        let mut new: Pages<usize> = (0..200).collect();
        let old = new.clone();
        for (first, items) in new.own_where(|place, item| place == 130 && *item == 130) {
            items[130 - first] = 0;
        }
        assert_eq!((old[130], new[130]), (130, 0));
        let shared = |page: usize| std::sync::Arc::ptr_eq(&old.pages()[page], &new.pages()[page]);
        assert_eq!([0, 1, 2, 3].map(shared), [true, true, false, true]);
    }
}
