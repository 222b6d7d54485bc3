//! Columns of text to numbers and amounts. A column is studied as a whole before its first number
//! is read.
//!
//! A [`NumberStudy`] sees every cell and ends in a [`NumberStyle`], or in a [`NumberDoubt`] that
//! only the user can settle: `1.234` alone may be a thousand or one. A number is read **exactly**,
//! as decimal digits, and becomes minor units of a currency without passing through a float.

mod digits;
mod signs;
mod study;
mod written;

use std::fmt;
use std::str::FromStr;

use ledger::money::{Currency, Money};

pub use crate::import::numbers::signs::Mark;
pub use crate::import::numbers::study::{NumberDoubt, NumberStudy};
use crate::import::numbers::written::Written;
use crate::texts::t;

/// The sign that stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

/// How the numbers of one column are written. No decimal sign: none was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberStyle {
    decimal: Option<Decimal>,
}

impl NumberStyle {
    /// The style that the user names for a column.
    #[must_use]
    pub fn named(decimal: Decimal) -> NumberStyle {
        NumberStyle { decimal: Some(decimal) }
    }

    /// Reads a cell. `None` if it is not a number of this style.
    #[must_use]
    pub fn read(&self, cell: &str) -> Option<ReadNumber> {
        let written = written::read(cell.trim())?;
        let (digits, places) = written.digits(self.decimal)?;
        let Written { negative, exponent, percent, mark, .. } = written;
        let (number, power) = (if negative { -digits } else { digits }, exponent - places);
        Some(ReadNumber { number, power, percent, mark })
    }
}

/// A number read from a cell: `number` × 10^`power`, exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadNumber {
    number: i128,
    power: i32,
    /// Whether a percent sign was written.
    pub percent: bool,
    /// The currency it is marked with, if any.
    pub mark: Option<Mark>,
}

impl ReadNumber {
    /// Its value; `75%` is 0.75.
    #[must_use]
    pub fn value(&self) -> f64 {
        let power = if self.percent { self.power - 2 } else { self.power };
        format!("{}e{power}", self.number).parse().unwrap_or(f64::NAN)
    }

    /// As an amount of the currency it is marked with, else of `house`, the company's own; rounded
    /// half away from zero to the minor unit. `None` for a percentage and for what does not fit.
    #[must_use]
    pub fn money(&self, house: Currency) -> Option<Money> {
        let currency = self.mark.map_or(house, |mark| mark.currency(house));
        let power = self.power.checked_add(i32::try_from(currency.places()).ok()?)?;
        let minor = shift(self.number, power).filter(|_| !self.percent)?;
        i64::try_from(minor).ok().map(|minor| Money { minor, currency })
    }
}

/// `number` × 10^`power`, rounded half away from zero.
fn shift(number: i128, power: i32) -> Option<i128> {
    let Some(factor) = 10_i128.checked_pow(power.unsigned_abs()) else {
        return (number == 0 || power < 0).then_some(0);
    };
    if power >= 0 {
        return number.checked_mul(factor);
    }
    let (whole, rest) = (number / factor, number % factor);
    let away = if rest.abs() >= factor - rest.abs() { number.signum() } else { 0 };
    Some(whole + away)
}

impl fmt::Display for NumberStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.decimal {
            Some(Decimal::Point) => t!("problems-decimal-point"),
            Some(Decimal::Comma) => t!("problems-decimal-comma"),
            None => t!("problems-decimal-whole"),
        })
    }
}

impl FromStr for Decimal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "point" | "." => Ok(Decimal::Point),
            "comma" | "," => Ok(Decimal::Comma),
            _ => Err(t!("problems-no-sign", text = text)),
        }
    }
}

#[cfg(test)]
mod tests;
