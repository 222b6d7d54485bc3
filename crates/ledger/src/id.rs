//! Identity of events: UUIDs of version 7, whose first 48 bits are a time in milliseconds.
//!
//! An imported fact's id is *made from the fact*: its moment and a hash of what it says. The same
//! row read twice is therefore the same event, and the ledger takes it once.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::time::Moment;

/// A UUID, version 7 (RFC 9562).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u128);

/// A text that is not a UUID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a UUID, such as 019aaf3c-5c00-7000-8000-000000000000")]
pub struct NotAnId(pub String);

impl EventId {
    /// A version 7 UUID of a moment and 74 bits (the lowest of `bits`), random or hashed.
    #[must_use]
    pub fn v7(at: Moment, bits: u128) -> EventId {
        let millis = u128::from(at.0.max(0).unsigned_abs()) & 0xFFFF_FFFF_FFFF;
        let high = (bits >> 62) & 0xFFF;
        let low = bits & 0x3FFF_FFFF_FFFF_FFFF;
        EventId(millis << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
    }

    /// The id of an imported fact: SHA-256 over `content`, which must hold all that tells this fact
    /// from others (source system, row, deal, kind, values).
    #[must_use]
    pub fn of_fact(at: Moment, content: &[u8]) -> EventId {
        let digest = Sha256::digest(content);
        let bits = digest.iter().take(16).fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
        EventId::v7(at, bits)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = format!("{:032x}", self.0);
        let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
        f.write_str(&parts.join("-"))
    }
}

impl FromStr for EventId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let hex: String = text.chars().filter(|c| *c != '-').collect();
        let right = text.len() == 36 && hex.len() == 32 && !hex.starts_with('+');
        let number = u128::from_str_radix(&hex, 16).ok().filter(|_| right);
        number.map(EventId).ok_or_else(|| NotAnId(text.to_owned()))
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for EventId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EventId".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "uuid" })
    }
}

impl<C> minicbor::Encode<C> for EventId {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&self.0.to_be_bytes())?.ok()
    }
}

impl<'b, C> minicbor::Decode<'b, C> for EventId {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let bytes = d.bytes()?.try_into();
        bytes
            .map(|b| EventId(u128::from_be_bytes(b)))
            .map_err(|_| minicbor::decode::Error::message("an id has 16 bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::EventId;
    use crate::time::Moment;

    #[test]
    fn ids_are_version_7_sort_by_time_and_read_back() {
        let early = EventId::v7(Moment(1_000), u128::MAX);
        let late = EventId::v7(Moment(2_000), 0);
        assert!(early < late);
        for id in [early, late] {
            let text = id.to_string();
            assert_eq!((&text[14..15], text.parse()), ("7", Ok(id)));
            assert!(matches!(&text[19..20], "8" | "9" | "a" | "b"));
        }
        assert!("not-an-id".parse::<EventId>().is_err());
    }

    #[test]
    fn the_same_fact_has_the_same_id() {
        let id = EventId::of_fact(Moment(5), b"csv|D1|won");
        assert_eq!(id, EventId::of_fact(Moment(5), b"csv|D1|won"));
        assert_ne!(id, EventId::of_fact(Moment(5), b"csv|D1|lost"));
    }
}
