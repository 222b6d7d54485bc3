//! Texts held once and named by a small number, so that ten million facts fit in memory.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use foldhash::fast::FixedState;

/// A text of a book: ask the book what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(NonZeroU32);

/// Texts, each once, in the order of their first appearance.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: Vec<Arc<str>>,
    places: HashMap<Arc<str>, Sym, FixedState>,
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
        if let Some(sym) = self.places.get(text) {
            return *sym;
        }
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        let count = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let sym = Sym(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN));
        self.places.insert(text, sym);
        sym
    }

    /// The number of a text, if it has one.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.places.get(text).copied()
    }

    /// What a number stands for.
    #[must_use]
    pub fn text(&self, sym: Sym) -> &str {
        self.texts.get(sym.index()).map_or("", |text| text)
    }

    /// All texts in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref)
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
