//! What a text can be filled with. A number stays one, so that a text can tell one deal from two.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
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
