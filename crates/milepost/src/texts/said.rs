//! What a text can be filled with. A number stays one, so that a text can tell one deal from two.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use ledger::money::Currency;
use ledger::time::Day;

/// Something that a text says.
pub trait Said {
    /// As the catalogue takes it.
    fn said(&self) -> FluentValue<'_>;
}

impl<T: Said + ?Sized> Said for &T {
    fn said(&self) -> FluentValue<'_> {
        (**self).said()
    }
}

impl Said for str {
    fn said(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Said for String {
    fn said(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl Said for Cow<'_, str> {
    fn said(&self) -> FluentValue<'_> {
        self.as_ref().into()
    }
}

impl Said for Day {
    fn said(&self) -> FluentValue<'_> {
        super::date(*self).into()
    }
}

impl Said for Currency {
    fn said(&self) -> FluentValue<'_> {
        self.code().into()
    }
}

/// A number as it is counted: English writes it without thousands apart.
pub struct Bare(u64);

/// A number that English writes without thousands apart: `12345`.
#[must_use]
pub fn bare(number: u64) -> Bare {
    Bare(number)
}

impl Said for Bare {
    fn said(&self) -> FluentValue<'_> {
        // A selector such as `[0]` tells numbers apart by their options too: only those that need them have other ones.
        let options =
            FluentNumberOptions { use_grouping: self.0 < 1000, ..FluentNumberOptions::default() };
        FluentNumber::new(self.0 as f64, options).into()
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => { $(
        impl Said for $kind {
            fn said(&self) -> FluentValue<'_> {
                (*self).into()
            }
        }
    )* };
}

numbers! { usize u8 u16 u32 u64 i8 i16 i32 i64 f64 }

#[cfg(test)]
mod tests {
    use super::bare;
    use crate::texts::{Tongue, speaking_here, t};

    #[test]
    fn a_bare_number_is_counted_and_not_parted_in_english() {
        let deals = |n| t!("words-deals", n = bare(n));
        assert_eq!([0, 1, 12345].map(deals), ["no deals", "1 deal", "12345 deals"]);
        let german = speaking_here(Tongue::German, || [0, 1, 12345].map(deals));
        assert_eq!(german, ["keine Deals", "1 Deal", "12.345 Deals"]);
    }
}
