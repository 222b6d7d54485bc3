//! One cell with a written number, taken apart before the column has said which sign begins the
//! decimals.
//!
//! ```text
//! cell = ( or - or currency, in any order; digits and separators; e3 or K, M, B; % , currency, - or )
//! ```
//!
//! Thousands are grouped by point, comma, space of any width or apostrophe, in threes; groups of
//! two before the last three are India's.

use crate::import::numbers::{Decimal, Mark};

/// More digits than any amount has, and few enough that no product of them overflows.
const MOST_DIGITS: usize = 30;

/// Beyond this no number can be an amount or a share of anything.
const LARGEST_EXPONENT: i32 = 400;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written<'a> {
    pub(super) negative: bool,
    /// The power of ten that `e3` or `K` stands for.
    pub(super) exponent: i32,
    pub(super) percent: bool,
    pub(super) mark: Option<Mark>,
    /// Digits and separators.
    body: &'a str,
    /// Whether it has an exponent as computers write it.
    scientific: bool,
}

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

/// Takes a trimmed cell apart.
pub(super) fn read(cell: &str) -> Option<Written<'_>> {
    let first = cell.find(|c: char| c.is_ascii_digit())?;
    let last = cell.rfind(|c: char| c.is_ascii_digit())?;
    let leading_sign = cell[..first].ends_with(['.', ',']);
    // In `Fr.5` the point belongs to the letters.
    let first = first - usize::from(leading_sign && !letter_before(cell, first - 1));
    let (body, exponent) = split_exponent(&cell[first..=last])?;
    let scientific = exponent.is_some();
    let exponent = exponent.unwrap_or(0);
    let mut written =
        Written { negative: false, exponent, percent: false, mark: None, body, scientific };
    let mut around = Around { brackets: (false, false), signs: 0 };
    around.before(&cell[..first], &mut written)?;
    around.behind(&cell[last + 1..], &mut written)?;
    let (open, closed) = around.brackets;
    if open != closed || around.signs + usize::from(open) > 1 {
        return None;
    }
    written.negative |= open;
    Some(written)
}

fn letter_before(cell: &str, at: usize) -> bool {
    cell[..at].chars().next_back().is_some_and(char::is_alphabetic)
}

fn split_exponent(body: &str) -> Option<(&str, Option<i32>)> {
    let Some((mantissa, exponent)) = body.split_once(['e', 'E']) else { return Some((body, None)) };
    let exponent: i32 = exponent.parse().ok()?;
    (exponent.abs() <= LARGEST_EXPONENT).then_some((mantissa, Some(exponent)))
}

/// What stands before and behind the digits.
struct Around {
    brackets: (bool, bool),
    signs: usize,
}

impl Around {
    fn before(&mut self, text: &str, written: &mut Written<'_>) -> Option<()> {
        let mut rest = text.trim();
        while let Some(c) = rest.chars().next() {
            match c {
                '(' if !self.brackets.0 => self.brackets.0 = true,
                '-' | '\u{2212}' | '+' => self.sign(c, written),
                _ => {
                    let end = rest.find(['(', '-', '\u{2212}', '+', ' ']).unwrap_or(rest.len());
                    set_mark(&rest[..end], written)?;
                    rest = rest[end..].trim_start();
                    continue;
                }
            }
            rest = rest[c.len_utf8()..].trim_start();
        }
        Some(())
    }

    fn behind(&mut self, text: &str, written: &mut Written<'_>) -> Option<()> {
        let mut rest = text.trim();
        if let Some((power, after)) = multiplier(rest) {
            written.exponent += power;
            rest = after.trim_start();
        }
        while let Some(c) = rest.chars().next() {
            match c {
                ')' if !self.brackets.1 => self.brackets.1 = true,
                '-' | '\u{2212}' => self.sign(c, written),
                '%' if !written.percent => written.percent = true,
                _ => {
                    let end = rest.find([')', '-', '\u{2212}', '%', ' ']).unwrap_or(rest.len());
                    set_mark(&rest[..end], written)?;
                    rest = rest[end..].trim_start();
                    continue;
                }
            }
            rest = rest[c.len_utf8()..].trim_start();
        }
        Some(())
    }

    fn sign(&mut self, sign: char, written: &mut Written<'_>) {
        self.signs += 1;
        written.negative = sign != '+';
    }
}

fn set_mark(text: &str, written: &mut Written<'_>) -> Option<()> {
    let mark = Mark::read(text.trim())?;
    written.mark.replace(mark).is_none().then_some(())
}

/// `K`, `M`, `B` and their kin right behind the digits, if nothing of a word follows.
fn multiplier(text: &str) -> Option<(i32, &str)> {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let power = match &text[..letters] {
        "k" | "K" => 3,
        "m" | "M" | "mn" | "Mn" | "Mio" => 6,
        "b" | "B" | "bn" | "Bn" | "Mrd" => 9,
        _ => return None,
    };
    Some((power, text[letters..].strip_prefix('.').unwrap_or(&text[letters..])))
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
