//! Columns of text to numbers and amounts. A column is studied as a whole before its first number
//! is read.
//!
//! A [`NumberStudy`] sees every cell and ends in a [`NumberStyle`], or in a [`NumberDoubt`] that
//! only the user can settle: `1.234` alone may be a thousand or one. A number is read **exactly**,
//! as decimal digits, and becomes minor units of a currency without passing through a float.

mod signs;
mod written;

use std::fmt;
use std::str::FromStr;

use ledger::money::{Currency, Money};

pub use crate::import::numbers::signs::Mark;
use crate::import::numbers::written::{Grouping, Written};

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

/// What only the user can say about a column of numbers. Each reads on from the column's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberDoubt {
    /// The sign may group thousands or begin decimals.
    #[error(
        "'{sample}' could be {thousands} or {fraction}; say which with --decimal point or \
         --decimal comma"
    )]
    Sign {
        /// A cell that shows it.
        sample: String,
        /// It, if the sign groups thousands.
        thousands: String,
        /// It, if the sign begins decimals.
        fraction: String,
    },
    /// Both signs begin decimals.
    #[error(
        "'{point}' has a decimal point and '{comma}' a decimal comma; say which one is meant with \
         --decimal point or --decimal comma"
    )]
    Split {
        /// A cell with a decimal point.
        point: String,
        /// A cell with a decimal comma.
        comma: String,
    },
    /// The cells do not hold numbers.
    #[error("'{sample}' is not a number")]
    NotNumbers {
        /// A cell that shows it.
        sample: String,
    },
}

/// Sees the cells of one column and finds how its numbers are written.
#[derive(Clone, Debug, Default)]
pub struct NumberStudy {
    seen: u64,
    numbers: u64,
    point: (u64, String),
    comma: (u64, String),
    either: Option<String>,
    strange: Option<String>,
}

impl NumberStudy {
    /// Takes in a cell; a blank one says nothing.
    pub fn feed(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.seen += 1;
        let grouping = written::read(cell).and_then(|written| written.grouping());
        let sample = |known: &mut Option<String>| {
            known.get_or_insert_with(|| cell.to_owned());
        };
        match grouping {
            None => return sample(&mut self.strange),
            Some(Grouping::Plain) => {}
            Some(Grouping::Either) => sample(&mut self.either),
            Some(Grouping::Decimal(decimal)) => {
                let shown = match decimal {
                    Decimal::Point => &mut self.point,
                    Decimal::Comma => &mut self.comma,
                };
                if shown.0 == 0 {
                    cell.clone_into(&mut shown.1);
                }
                shown.0 += 1;
            }
        }
        self.numbers += 1;
    }

    /// How many cells were seen that were not blank.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// How many of them are numbers.
    #[must_use]
    pub fn numbers(&self) -> u64 {
        self.numbers
    }

    /// Whether so many cells have shown one decimal sign, and none the other, that one which does
    /// would be a slip of its row.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let (point, comma) = (self.point.0, self.comma.0);
        point.max(comma) >= 1000 && point.min(comma) == 0
    }

    /// The style of the column, with the decimal sign that the user names, or else the one it shows.
    pub fn end(&self, named: Option<Decimal>) -> Result<NumberStyle, NumberDoubt> {
        if let (0, Some(sample)) = (self.numbers, &self.strange) {
            return Err(NumberDoubt::NotNumbers { sample: sample.clone() });
        }
        let decimal = if named.is_some() { named } else { self.decimal()? };
        Ok(NumberStyle { decimal })
    }

    /// Up to one cell in ten that contradicts the others is taken for a slip of its row.
    fn decimal(&self) -> Result<Option<Decimal>, NumberDoubt> {
        let (point, comma) = (self.point.0, self.comma.0);
        if point > 0 && comma * 10 <= point {
            return Ok(Some(Decimal::Point));
        }
        if comma > 0 && point * 10 <= comma {
            return Ok(Some(Decimal::Comma));
        }
        match &self.either {
            _ if point > 0 => {
                Err(NumberDoubt::Split { point: self.point.1.clone(), comma: self.comma.1.clone() })
            }
            Some(sample) => Err(ambiguous(sample)),
            None => Ok(None),
        }
    }
}

fn ambiguous(sample: &str) -> NumberDoubt {
    let reading = |decimal| {
        let number = NumberStyle::named(decimal).read(sample);
        number.map_or_else(|| "no number".to_owned(), |number| number.value().to_string())
    };
    let (point, comma) = (reading(Decimal::Point), reading(Decimal::Comma));
    let point_groups = sample.contains(',');
    let (thousands, fraction) = if point_groups { (point, comma) } else { (comma, point) };
    NumberDoubt::Sign { sample: sample.to_owned(), thousands, fraction }
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
            Some(Decimal::Point) => "decimal point",
            Some(Decimal::Comma) => "decimal comma",
            None => "whole numbers",
        })
    }
}

impl FromStr for Decimal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "point" | "." => Ok(Decimal::Point),
            "comma" | "," => Ok(Decimal::Comma),
            _ => Err(format!("'{text}' is not a decimal sign; say point or comma")),
        }
    }
}

#[cfg(test)]
mod tests;
