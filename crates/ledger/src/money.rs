//! Money is a whole number of minor units (cents) and an ISO 4217 currency. Never a float.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU8, Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An ISO 4217 currency, as its three letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// An amount in the minor units of its currency.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    minicbor::Encode,
    minicbor::Decode,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Money {
    /// Minor units: cents for EUR and USD, whole yen for JPY.
    #[n(0)]
    pub minor: i64,
    /// What they are minor units of.
    #[n(1)]
    pub currency: Currency,
}

/// A text that names no currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an ISO 4217 currency; write three letters, such as EUR or USD")]
pub struct NotACurrency(pub String);

impl Currency {
    /// US dollar.
    pub const USD: Currency = Currency(*b"USD");
    /// Euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// Its three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimal places its minor unit stands for: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn places(self) -> u32 {
        // The list is searched by text, and amounts are read by the million: each code is looked up once.
        const UNKNOWN: u8 = u8::MAX;
        static PLACES: [AtomicU8; 26 * 26 * 26] = [const { AtomicU8::new(UNKNOWN) }; 26 * 26 * 26];
        let letter = |byte: u8| usize::from(byte.wrapping_sub(b'A')) % 26;
        let [a, b, c] = self.0.map(letter);
        let kept = &PLACES[(a * 26 + b) * 26 + c];
        let places = kept.load(Ordering::Relaxed);
        if places != UNKNOWN {
            return u32::from(places);
        }
        let known = iso_currency::Currency::from_code(self.code());
        let places = known.and_then(iso_currency::Currency::exponent).unwrap_or(2);
        kept.store(u8::try_from(places).unwrap_or(2), Ordering::Relaxed);
        u32::from(places)
    }

    /// Minor units in one whole unit, as a float for display and statistics.
    #[must_use]
    pub fn scale(self) -> f64 {
        10_f64.powi(i32::try_from(self.places()).unwrap_or(2))
    }
}

impl Money {
    /// An amount written in whole units, rounded half away from zero to the minor unit.
    /// `None` if it does not fit.
    #[must_use]
    pub fn from_major(amount: f64, currency: Currency) -> Option<Money> {
        let minor = (amount * currency.scale()).round();
        let fits = minor.is_finite() && minor.abs() < 9.0e18;
        #[expect(clippy::cast_possible_truncation, reason = "checked on the line above")]
        fits.then_some(Money { minor: minor as i64, currency })
    }

    /// The amount in whole units, for display and statistics only.
    #[must_use]
    pub fn major(self) -> f64 {
        self.minor as f64 / self.currency.scale()
    }
}

impl fmt::Display for Money {
    /// `1234.50 EUR`: exact, without grouping.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.currency.places();
        let unit = 10_u64.pow(places);
        let sign = if self.minor < 0 { "-" } else { "" };
        let size = self.minor.unsigned_abs();
        write!(f, "{sign}{}", size / unit)?;
        if places > 0 {
            write!(f, ".{:0width$}", size % unit, width = places as usize)?;
        }
        write!(f, " {}", self.currency)
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        let code = text.trim().to_ascii_uppercase();
        match iso_currency::Currency::from_code(&code) {
            Some(_) => code.as_bytes().try_into().map(Currency),
            None => return Err(NotACurrency(text.to_owned())),
        }
        .map_err(|_| NotACurrency(text.to_owned()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" })
    }
}

impl<C> minicbor::Encode<C> for Currency {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(self.code())?.ok()
    }
}

impl<'b, C> minicbor::Decode<'b, C> for Currency {
    /// Any three letters are read: a currency that ISO has since withdrawn stays readable.
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let wrong = |_| minicbor::decode::Error::message("a currency is three letters");
        d.str()?.as_bytes().try_into().map(Currency).map_err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money};

    fn money(minor: i64, code: &str) -> Money {
        Money { minor, currency: code.parse().unwrap() }
    }

    #[test]
    fn amounts_print_in_their_own_minor_unit() {
        assert_eq!(money(123_450, "EUR").to_string(), "1234.50 EUR");
        assert_eq!(money(-5, "EUR").to_string(), "-0.05 EUR");
        assert_eq!(money(1200, "JPY").to_string(), "1200 JPY");
        assert_eq!(money(1_234_567, "KWD").to_string(), "1234.567 KWD");
        assert_eq!(money(i64::MIN, "USD").to_string(), "-92233720368547758.08 USD");
    }

    #[test]
    fn whole_units_round_to_the_minor_unit() {
        assert_eq!(Money::from_major(1_117_100.0, Currency::USD), Some(money(111_710_000, "USD")));
        assert_eq!(Money::from_major(0.005, Currency::EUR), Some(money(1, "EUR")));
        assert_eq!(Money::from_major(f64::NAN, Currency::EUR), None);
        assert_eq!(Money::from_major(1e30, Currency::EUR), None);
    }

    #[test]
    fn only_iso_codes_are_currencies() {
        assert!("ZZZ".parse::<Currency>().is_err());
        assert_eq!(" eur ".parse::<Currency>().unwrap(), Currency::EUR);
    }
}
