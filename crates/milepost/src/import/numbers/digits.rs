//! Digits and their separators, read with a decimal sign, and what they show about it.
//!
//! Thousands are grouped by point, comma, space of any width or apostrophe, in threes; groups of
//! two before the last three are India's.

use crate::import::numbers::Decimal;
use crate::import::numbers::written::Written;

/// More digits than any amount has, and few enough that no product of them overflows.
const MOST_DIGITS: usize = 30;

/// What a cell shows about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// No point and no comma.
    Plain,
    /// This sign begins the decimals, or would.
    Decimal(Decimal),
    /// One sign, which may be either.
    Either,
}

impl Decimal {
    fn sign(self) -> char {
        match self {
            Decimal::Point => '.',
            Decimal::Comma => ',',
        }
    }

    fn of(sign: char) -> Decimal {
        if sign == '.' { Decimal::Point } else { Decimal::Comma }
    }

    fn other(self) -> Decimal {
        if self == Decimal::Point { Decimal::Comma } else { Decimal::Point }
    }
}

impl Written<'_> {
    /// What its separators show; `None` if it is no number in either style.
    pub(super) fn grouping(&self) -> Option<Grouping> {
        let reads = |decimal| self.digits(Some(decimal)).is_some();
        let both = (reads(Decimal::Point), reads(Decimal::Comma));
        match (self.body.rfind(['.', ',']), both) {
            (None, (true, _)) => Some(Grouping::Plain),
            (Some(_), (true, true)) => Some(self.one_sign()),
            (_, (true, false)) => Some(Grouping::Decimal(Decimal::Point)),
            (_, (false, true)) => Some(Grouping::Decimal(Decimal::Comma)),
            (_, (false, false)) => None,
        }
    }

    /// One sign and three digits behind it: thousands, unless no thousands are written that way.
    fn one_sign(&self) -> Grouping {
        let sign = self.body.chars().rfind(|c| matches!(c, '.' | ',')).unwrap_or('.');
        if self.scientific || self.body.starts_with('0') {
            return Grouping::Decimal(Decimal::of(sign));
        }
        Grouping::Either
    }

    /// Its digits as one whole number, and how many of them are decimals. Decimals beyond
    /// [`MOST_DIGITS`] are cut: rounding half away from zero never looks at them.
    pub(super) fn digits(&self, decimal: Option<Decimal>) -> Option<(i128, i32)> {
        let sign = decimal.map_or('\0', Decimal::sign);
        let (whole, decimals) = self.body.split_once(sign).unwrap_or((self.body, ""));
        let group = decimal.map_or('\0', |decimal| decimal.other().sign());
        let starts_at_sign = whole.is_empty() && !decimals.is_empty();
        if !(starts_at_sign || well_grouped(whole, group)) || !all_digits(decimals) {
            return None;
        }
        let whole = whole.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
        let room = MOST_DIGITS.checked_sub(whole.clone().count())?;
        let kept = &decimals.as_bytes()[..decimals.len().min(room)];
        let digits = whole.chain(kept.iter().copied());
        let number = digits.fold(0, |n: i128, digit| n * 10 + i128::from(digit - b'0'));
        Some((number, i32::try_from(kept.len()).ok()?))
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Digits alone, or groups of three behind one kind of separator.
fn well_grouped(whole: &str, group: char) -> bool {
    if all_digits(whole) {
        return !whole.is_empty();
    }
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return false };
    let known = separator == group || is_space(separator) || is_apostrophe(separator);
    let groups: Vec<&str> = whole.split(separator).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return false };
    let middle_width = middle.first().map_or(3, |group| group.len());
    let fits = |group: &&str| group.len() == middle_width && all_digits(group);
    known
        && (1..=middle_width).contains(&first.len())
        && all_digits(first)
        && (2..=3).contains(&middle_width)
        && middle.iter().all(fits)
        && last.len() == 3
        && all_digits(last)
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}
