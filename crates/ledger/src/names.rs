//! Texts held once and named by a small number, so that ten million facts fit in memory.

use std::hash::BuildHasher;
use std::num::NonZeroU32;
use std::sync::Arc;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// A text of a book: ask the book what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(NonZeroU32);

/// Texts, each once, in the order of their first appearance. Copies share all but the latest.
#[derive(Clone, Debug, Default)]
pub struct Names {
    shared: Arc<Part>,
    latest: Part,
}

/// So many latest texts at most: they are what a copy copies.
const LATEST: usize = 4096;

/// Texts that lie one after another in one allocation; the table holds only their numbers: a large
/// ledger looks up a deal's id for every fact, and what it touches must stay in the processor's cache.
#[derive(Clone, Debug, Default)]
struct Part {
    texts: String,
    ends: Vec<u32>,
    places: HashTable<u32>,
}

impl Sym {
    /// Counted from 0 in order of first appearance.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    fn at(index: usize) -> Sym {
        let count = u32::try_from(index + 1).unwrap_or(u32::MAX);
        Sym(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
    }
}

impl Names {
    /// The number of a text, given to it now if it has none.
    pub fn intern(&mut self, text: &str) -> Sym {
        let hash = hash(text);
        if let Some(sym) = self.find_hashed(hash, text) {
            return sym;
        }
        if self.latest.ends.len() == LATEST {
            let latest = std::mem::take(&mut self.latest);
            let shared = Arc::make_mut(&mut self.shared);
            latest.iter().for_each(|text| shared.add(self::hash(text), text));
        }
        match Arc::get_mut(&mut self.shared).filter(|_| self.latest.ends.is_empty()) {
            Some(own) => own.add(hash, text),
            None => self.latest.add(hash, text),
        }
        Sym::at(self.len() - 1)
    }

    /// The number of a text, if it has one.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.find_hashed(hash(text), text)
    }

    fn find_hashed(&self, hash: u64, text: &str) -> Option<Sym> {
        let shared = self.shared.ends.len();
        let found = self.shared.find(hash, text);
        found.or_else(|| Some(shared + self.latest.find(hash, text)?)).map(Sym::at)
    }

    /// What a number stands for. One from another collection gives nothing rather than a panic.
    #[must_use]
    pub fn text(&self, sym: Sym) -> &str {
        let (index, shared) = (sym.index(), self.shared.ends.len());
        match index.checked_sub(shared) {
            None => self.shared.text(index),
            Some(later) => self.latest.text(later),
        }
    }

    /// All texts in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.shared.iter().chain(self.latest.iter())
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shared.ends.len() + self.latest.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Part {
    fn add(&mut self, hash: u64, text: &str) {
        self.texts.push_str(text);
        let place = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.ends.push(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        let (texts, ends) = (&self.texts, &self.ends);
        let rehash = |place: &u32| self::hash(slice(texts, ends, *place as usize));
        self.places.insert_unique(hash, place, rehash);
    }

    fn find(&self, hash: u64, text: &str) -> Option<usize> {
        let is = |place: &u32| self.text(*place as usize) == text;
        self.places.find(hash, is).map(|place| *place as usize)
    }

    fn text(&self, place: usize) -> &str {
        slice(&self.texts, &self.ends, place)
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.texts[start as usize..*end as usize])
    }
}

/// Fixed, so that the same events give the same book, bit by bit.
pub(crate) const HASHER: FixedState = FixedState::with_seed(0);

fn slice<'a>(texts: &'a str, ends: &[u32], place: usize) -> &'a str {
    let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied());
    let end = ends.get(place).copied();
    start.zip(end).and_then(|(s, e)| texts.get(s as usize..e as usize)).unwrap_or("")
}

fn hash(text: &str) -> u64 {
    HASHER.hash_one(text)
}

#[cfg(test)]
mod tests {
    use super::{LATEST, Names};

    #[test]
    fn a_text_has_one_number_and_keeps_it() {
        let mut names = Names::default();
        let syms: Vec<_> = ["a", "", "bé", "a", "c", ""].map(|t| names.intern(t)).to_vec();
        assert_eq!((syms[0], syms[1]), (syms[3], syms[5]));
        assert_eq!(
            syms.iter().map(|s| names.text(*s)).collect::<Vec<_>>(),
            ["a", "", "bé", "a", "c", ""]
        );
        assert_eq!(names.iter().collect::<Vec<_>>(), ["a", "", "bé", "c"]);
        assert_eq!((names.find("c"), names.find("d")), (Some(syms[4]), None));
    }

    #[test]
    fn a_copy_goes_its_own_way() {
        let mut names = Names::default();
        for i in 0..10 {
            names.intern(&format!("before {i}"));
        }
        let copy = names.clone();
        for i in 0..3 * LATEST {
            let sym = names.intern(&format!("after {i}"));
            assert_eq!((sym.index(), names.intern(&format!("after {i}"))), (10 + i, sym));
        }
        assert_eq!((copy.len(), copy.find("after 0")), (10, None));
        assert!(names.iter().zip(0..).all(|(text, i)| names.find(text).unwrap().index() == i));
        assert_eq!(names.text(names.find("before 3").unwrap()), "before 3");
    }
}
