//! Texts that must not be seen: what they say is given only to who asks for it by name, never to a log.

use sha2::{Digest, Sha256};

/// A password, a token or a key. Printed for a programmer it says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// A new one of 256 random bits.
    #[must_use]
    pub fn of_bits(bits: [u8; 32]) -> Secret {
        Secret(hex(&bits))
    }

    /// What it says.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of a random one: it tells the right one from others and cannot be turned back.
    #[must_use]
    pub fn mark(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hexadecimal digits as bytes; nothing where they are none.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_not_printed() {
        let secret = Secret::new("correct horse");
        let told = format!("{secret:?} {:?}", Some(&secret));
        assert!(!told.contains("horse") && !told.contains(&secret.mark()), "{told}");
        assert_eq!(secret.reveal(), "correct horse");
        assert_ne!(secret.mark(), Secret::new("correct horsE").mark());
    }
}
