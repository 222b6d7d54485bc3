//! How the numbers of a whole column are written, or what only the user can say about them.

use crate::import::numbers::digits::Grouping;
use crate::import::numbers::written;
use crate::import::numbers::{Decimal, NumberStyle, ReadNumber};
use crate::texts::{decimal, t};

/// What only the user can say about a column of numbers. Each reads on from the column's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberDoubt {
    /// The sign may group thousands or begin decimals.
    #[error(
        "{}",
        t!("problems-number-sign", sample = .sample, thousands = .thousands, fraction = .fraction)
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
    #[error("{}", t!("problems-number-split", point = .point, comma = .comma))]
    Split {
        /// A cell with a decimal point.
        point: String,
        /// A cell with a decimal comma.
        comma: String,
    },
    /// The cells do not hold numbers.
    #[error("{}", t!("problems-not-a-number", sample = .sample))]
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

/// As the language writes it, with the decimals that it has.
fn written_out(number: &ReadNumber) -> String {
    let text = number.value().to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    decimal(number.value(), decimals)
}

fn ambiguous(sample: &str) -> NumberDoubt {
    let reading = |decimal| {
        let number = NumberStyle::named(decimal).read(sample);
        number.map_or_else(|| t!("problems-no-number").to_owned(), |number| written_out(&number))
    };
    let (point, comma) = (reading(Decimal::Point), reading(Decimal::Comma));
    let point_groups = sample.contains(',');
    let (thousands, fraction) = if point_groups { (point, comma) } else { (comma, point) };
    NumberDoubt::Sign { sample: sample.to_owned(), thousands, fraction }
}
