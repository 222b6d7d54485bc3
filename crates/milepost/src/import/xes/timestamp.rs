//! Times as XES writes them: `2011-10-01T00:38:44.546+02:00`, read by hand because every event has one.

use jiff::civil;
use jiff::tz::Offset;
use ledger::time::{DAY_MS, Moment};

/// A time, and whether the file said in which zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: Moment,
    pub(super) zoneless: bool,
}

/// Reads a time; without an offset it is in UTC, and a day alone is its first moment.
pub(super) fn timestamp(text: &str) -> Option<Stamp> {
    quick(text.as_bytes()).or_else(|| slow(text.trim()))
}

/// The usual shape, or nothing.
fn quick(text: &[u8]) -> Option<Stamp> {
    let (head, mut rest) = text.split_at_checked(19)?;
    let shape = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if shape.iter().any(|(at, mark)| head[*at] != *mark) {
        return None;
    }
    let days = days(digits(&head[..4])?, digits(&head[5..7])?, digits(&head[8..10])?)?;
    let (hour, minute) = (digits(&head[11..13])?, digits(&head[14..16])?);
    let second = digits(&head[17..])?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let mut ms = ((hour * 60 + minute) * 60 + second) * 1000;
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
        let (fraction, after) = fraction.split_at(length);
        ms += milliseconds(fraction)?;
        rest = after;
    }
    let minutes = offset(rest)?;
    let at = Moment(days * DAY_MS + ms - minutes * 60_000);
    Some(Stamp { at, zoneless: rest.is_empty() })
}

/// A number of at most nine digits.
fn digits(text: &[u8]) -> Option<i64> {
    text.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
}

/// The first three digits of a fraction; finer ones are left off.
fn milliseconds(fraction: &[u8]) -> Option<i64> {
    let kept = &fraction[..fraction.len().min(3)];
    let scale = [0, 100, 10, 1][kept.len()];
    (!kept.is_empty()).then(|| digits(kept))?.map(|n| n * scale)
}

/// Minutes east of UTC in `Z`, `+02:00` or nothing.
fn offset(text: &[u8]) -> Option<i64> {
    match text {
        [] | [b'Z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?);
            let east = hours * 60 + minutes;
            (hours <= 23 && minutes <= 59).then_some(if *sign == b'+' { east } else { -east })
        }
        _ => None,
    }
}

/// Days since 1970-01-01, with years that begin in March so that the leap day comes last.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let longest = *lengths.get(usize::try_from(month - 1).ok()?)?;
    if day < 1 || day > longest {
        return None;
    }
    let year = year - i64::from(month < 3);
    let months = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leaps + (153 * months + 2) / 5 + day - 719_469)
}

/// Every other shape of ISO 8601.
fn slow(text: &str) -> Option<Stamp> {
    if let Ok(at) = text.parse() {
        return Some(Stamp { at, zoneless: false });
    }
    let local: civil::DateTime = text.parse().ok()?;
    let at = Offset::UTC.to_timestamp(local).ok()?;
    Some(Stamp { at: Moment(at.as_millisecond()), zoneless: true })
}

#[cfg(test)]
mod tests {
    use jiff::tz::Offset;
    use ledger::time::Moment;
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{quick, slow, timestamp};

    #[test]
    fn the_usual_shapes_are_read() {
        for (text, at) in [
            ("2011-10-01T00:38:44.546+02:00", "2011-09-30T22:38:44.546Z"),
            ("2011-10-01T00:38:44+02:00", "2011-09-30T22:38:44Z"),
            ("2011-10-01T00:38:44.5-03:30", "2011-10-01T04:08:44.5Z"),
            ("2012-02-29T23:59:59.9999999Z", "2012-02-29T23:59:59.999Z"),
            ("2011-10-01T00:38:44", "2011-10-01T00:38:44Z"),
            ("2011-10-01 00:38:44+02", "2011-09-30T22:38:44Z"),
            ("2011-10-01T00:38+02:00", "2011-09-30T22:38:00Z"),
            (" 2011-10-01T00:38:44Z ", "2011-10-01T00:38:44Z"),
            ("2011-10-01", "2011-10-01T00:00:00Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ] {
            let found = timestamp(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.at.to_string(), at, "{text}");
        }
    }

    #[test]
    fn a_missing_offset_is_told() {
        assert!(timestamp("2011-10-01T00:38:44").unwrap().zoneless);
        assert!(timestamp("2011-10-01").unwrap().zoneless);
        assert!(!timestamp("2011-10-01T00:38:44Z").unwrap().zoneless);
        assert!(!timestamp("2011-10-01 00:38+00").unwrap().zoneless);
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "?",
            "2011-02-29T00:00:00Z",
            "2011-13-01T00:00:00Z",
            "1317429524",
            "2011-10-01T24:00:01Z",
            "2011-10-01T00:60:00Z",
            "2011-10-01T00:00:00.Z",
            "2011-10-01T00:00:00+99:00",
            "2011-10-0éT00:00:00Z",
            "01.10.2011",
        ] {
            assert_eq!(timestamp(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_agree(ms in -62_000_000_000_000_i64..253_000_000_000_000, hours in -14_i8..=14) {
            let at = jiff::Timestamp::from_millisecond(ms).unwrap();
            let text = at.display_with_offset(Offset::constant(hours)).to_string();
            prop_assert_eq!(quick(text.as_bytes()).map(|s| s.at), Some(Moment(ms)));
            prop_assert_eq!(slow(&text).map(|s| s.at), Some(Moment(ms)));
        }

        #[test]
        fn nothing_makes_it_panic(text in "\\PC{0,40}", near in "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[-+.Z:0-9]{0,20}") {
            timestamp(&text);
            // What the quick way takes, the slow way must not contradict.
            if let (Some(a), Some(b)) = (quick(near.as_bytes()), slow(&near)) {
                prop_assert_eq!(a.at, b.at, "{}", near);
            }
        }
    }
}
