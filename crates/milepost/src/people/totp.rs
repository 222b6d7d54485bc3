//! The second factor: six digits that change every thirty seconds (TOTP, RFC 6238, over HMAC-SHA-1).

use hmac::{Hmac, KeyInit, Mac};
use ledger::time::Moment;
use sha1::Sha1;
use subtle::ConstantTimeEq;

const STEP_MILLIS: i64 = 30_000;
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The step that a moment lies in.
fn step(now: Moment) -> u64 {
    u64::try_from(now.0 / STEP_MILLIS).unwrap_or_default()
}

/// The step whose code was given: this one, the last or the next, as clocks differ; and none at or before
/// `used`, so that a code that was seen over somebody's shoulder is worth nothing.
#[must_use]
pub fn accept(key: &[u8], code: &str, now: Moment, used: u64) -> Option<u64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let now = step(now);
    let steps = [now, now.saturating_sub(1), now + 1];
    let fits = |at: &u64| bool::from(digits(key, *at, 6).as_bytes().ct_eq(code.as_bytes()));
    steps.into_iter().filter(|at| *at > used).find(fits)
}

/// The code of a step (HOTP, RFC 4226).
fn digits(key: &[u8], step: u64, length: usize) -> String {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(key) else { return String::new() };
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0xf);
    let four = [hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]];
    let power = 10_u64.pow(u32::try_from(length).unwrap_or(6));
    format!("{:0length$}", u64::from(u32::from_be_bytes(four)) % power)
}

/// A key as people type it into their telephone (Base32).
#[must_use]
pub fn base32(key: &[u8]) -> String {
    let (mut bits, mut held, mut out) = (0_u32, 0_u32, String::new());
    for byte in key {
        (bits, held) = ((bits << 8) | u32::from(*byte), held + 8);
        while held >= 5 {
            held -= 5;
            out.push(char::from(LETTERS[(bits >> held & 31) as usize]));
        }
        bits &= (1 << held) - 1;
    }
    if held > 0 {
        out.push(char::from(LETTERS[(bits << (5 - held) & 31) as usize]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{accept, base32, digits, step};
    use ledger::time::Moment;

    const KEY: &[u8] = b"12345678901234567890";

    /// RFC 6238, appendix B, the rows of SHA1.
    #[test]
    fn the_published_vectors_hold() {
        for (seconds, code) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(digits(KEY, step(Moment(seconds * 1000)), 8), code);
        }
        // RFC 4648, section 10.
        for (text, coded) in [("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(base32(text.as_bytes()), coded);
        }
    }

    #[test]
    fn a_code_counts_once_and_near_its_time() {
        let now = Moment(59_000);
        assert_eq!(accept(KEY, "287 082", now, 0), Some(1));
        assert_eq!(accept(KEY, "287082", now, 1), None);
        assert_eq!(accept(KEY, "287082", Moment(89_000), 0), Some(1));
        assert_eq!(accept(KEY, "287082", Moment(120_000), 0), None);
        assert_eq!(accept(KEY, "", now, 0), None);
    }
}
