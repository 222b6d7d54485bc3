//! Passwords: Argon2id (RFC 9106), with what OWASP holds to be enough: 19 MiB, two passes, one lane.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use super::secret::{Secret, hex, unhex};
use crate::texts::{bare, t};

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// The shortest password that is taken.
pub const SHORTEST: usize = 12;
/// The longest: no use is made of sending a book.
const LONGEST: usize = 256;

/// What is kept of a password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashed {
    memory_kib: u32,
    passes: u32,
    salt: String,
    hash: String,
}

impl std::fmt::Debug for Hashed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hashed(…)")
    }
}

impl Hashed {
    /// Of a password, with a random salt. What is too short or too long is refused.
    ///
    /// # Errors
    /// Says how long it must be.
    pub fn of(password: &Secret, salt: [u8; 16]) -> Result<Hashed, String> {
        let length = password.reveal().chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) {
            return Err(t!(
                "live-password-length",
                shortest = bare(SHORTEST as u64),
                longest = bare(LONGEST as u64)
            ));
        }
        let hash =
            derive(password, &salt, MEMORY_KIB, PASSES).ok_or(t!("live-password-not-hashed"))?;
        let (salt, hash) = (hex(&salt), hex(&hash));
        Ok(Hashed { memory_kib: MEMORY_KIB, passes: PASSES, salt, hash })
    }

    /// Whether a password is the one.
    #[must_use]
    pub fn is(&self, password: &Secret) -> bool {
        let salt = unhex(&self.salt).unwrap_or_default();
        let found = derive(password, &salt, self.memory_kib, self.passes);
        let wanted = unhex(&self.hash).unwrap_or_default();
        found.is_some_and(|found| found.as_slice().ct_eq(wanted.as_slice()).into())
    }

    /// Takes as long as a true check: who asks for somebody unknown must not see it by the clock.
    pub fn pretend(password: &Secret) {
        std::hint::black_box(derive(password, &[0; 16], MEMORY_KIB, PASSES));
    }
}

fn derive(password: &Secret, salt: &[u8], memory_kib: u32, passes: u32) -> Option<[u8; 32]> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut out = [0; 32];
    argon.hash_password_into(password.reveal().as_bytes(), salt, &mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Hashed, derive};
    use crate::people::secret::{Secret, hex};

    #[test]
    fn only_the_password_fits_and_nothing_is_printed() {
        let hashed = Hashed::of(&Secret::new("a long enough one"), [7; 16]).unwrap();
        assert!(hashed.is(&Secret::new("a long enough one")));
        assert!(!hashed.is(&Secret::new("a long enough two")));
        assert!(!format!("{hashed:?}").contains(&hashed.hash));
        assert!(Hashed::of(&Secret::new("short"), [7; 16]).unwrap_err().contains("12"));
    }

    /// From the test file of the reference implementation: version 0x13, t=2, m=64 KiB, p=1.
    #[test]
    fn it_is_argon2id() {
        let found = derive(&Secret::new("password"), b"somesalt", 65_536, 2).unwrap();
        let right = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
        assert_eq!(hex(&found), right);
    }
}
