//! Texts held once and named by a small number, so that ten million facts fit in memory.

use std::hash::BuildHasher;
use std::num::NonZeroU32;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// A text of a book: ask the book what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(NonZeroU32);

/// Texts, each once, in the order of their first appearance.
///
/// They lie one after another in one allocation, and the table holds only their numbers: a large
/// ledger looks up a deal's id for every fact, and what it touches must stay in the processor's cache.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: String,
    ends: Vec<u32>,
    places: HashTable<Sym>,
}

impl Sym {
    /// Counted from 0 in order of first appearance.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Names {
    /// The number of a text, given to it now if it has none.
    pub fn intern(&mut self, text: &str) -> Sym {
        let hash = hash(text);
        if let Some(sym) = self.places.find(hash, |sym| self.text(*sym) == text) {
            return *sym;
        }
        self.texts.push_str(text);
        self.ends.push(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        let count = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let sym = Sym(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN));
        let (texts, ends) = (&self.texts, &self.ends);
        self.places.insert_unique(hash, sym, |sym| self::hash(slice(texts, ends, *sym)));
        sym
    }

    /// The number of a text, if it has one.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.places.find(hash(text), |sym| self.text(*sym) == text).copied()
    }

    /// What a number stands for.
    #[must_use]
    pub fn text(&self, sym: Sym) -> &str {
        slice(&self.texts, &self.ends, sym)
    }

    /// All texts in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.texts[start as usize..*end as usize])
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Fixed, so that the same events give the same book, bit by bit.
pub(crate) const HASHER: FixedState = FixedState::with_seed(0);

/// A number from another collection gives nothing rather than a panic.
fn slice<'a>(texts: &'a str, ends: &[u32], sym: Sym) -> &'a str {
    let index = sym.index();
    let start = index.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied());
    let end = ends.get(index).copied();
    start.zip(end).and_then(|(s, e)| texts.get(s as usize..e as usize)).unwrap_or("")
}

fn hash(text: &str) -> u64 {
    HASHER.hash_one(text)
}

#[cfg(test)]
mod tests {
    use super::Names;

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
}
