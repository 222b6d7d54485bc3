//! One cell with a written number, taken apart before the column has said which sign begins the
//! decimals.
//!
//! ```text
//! cell = ( or - or currency, in any order; digits and separators; e3 or K, M, B; % , currency, - or )
//! ```

use crate::import::numbers::Mark;

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
    pub(super) body: &'a str,
    /// Whether it has an exponent as computers write it.
    pub(super) scientific: bool,
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
