//! How the dates of a whole column are written, or what only the user can say about them.

use crate::import::dates::counted::{self, Kind};
use crate::import::dates::written::{self, Numbers, Parts};
use crate::import::dates::{DateOrder, DateStyle};
use crate::texts::t;

/// What only the user can say about a column of dates. Each reads on from the column's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateDoubt {
    /// No number above 12 tells the day from the month.
    #[error("{}", t!("problems-date-order", sample = .sample, day = .day_first, month = .month_first))]
    Order {
        /// A cell that shows it.
        sample: String,
        /// It, read day first.
        day_first: String,
        /// It, read month first.
        month_first: String,
    },
    /// The numbers above 12 contradict one another.
    #[error("{}", t!("problems-date-split", day = .day_first, month = .month_first))]
    Split {
        /// A cell with the day first.
        day_first: String,
        /// A cell with the month first.
        month_first: String,
    },
    /// The cells are bare numbers that count different things.
    #[error("{}", t!("problems-date-mixed", one = .one, other = .other))]
    Mixed {
        /// A cell of one kind.
        one: String,
        /// A cell of another.
        other: String,
    },
    /// The cells do not hold dates.
    #[error("{}", t!("problems-not-a-date", sample = .sample))]
    NotDates {
        /// A cell that shows it.
        sample: String,
    },
}

/// Sees the cells of one column and finds how its dates are written.
#[derive(Clone, Debug, Default)]
pub struct DateStudy {
    seen: u64,
    written: u64,
    iso_first: bool,
    day_first: Evidence,
    month_first: Evidence,
    either: Evidence,
    /// Dates that read day first by the custom of their dots, or the same in either order.
    by_custom: Evidence,
    counted: Vec<(Kind, Evidence)>,
    odd_numbers: Evidence,
    strange: Evidence,
}

/// How many cells say something, and the first of them.
#[derive(Clone, Debug, Default)]
struct Evidence {
    cells: u64,
    sample: String,
}

impl Evidence {
    fn add(&mut self, cell: &str) {
        if self.cells == 0 {
            cell.clone_into(&mut self.sample);
        }
        self.cells += 1;
    }

    /// Whether the others are so few that they must be slips.
    fn outweighs(&self, other: &Evidence) -> bool {
        self.cells > 0 && other.cells * 10 <= self.cells
    }
}

impl DateStudy {
    /// Takes in a cell; a blank one says nothing.
    pub fn feed(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.seen += 1;
        match written::read(cell).map(|written| written.date) {
            Some(Parts::Known(_)) => {
                self.written += 1;
                self.iso_first |= self.seen == 1 && written::starts_with_year(cell);
            }
            Some(Parts::Numbers(numbers)) => self.weigh(cell, &numbers),
            None => self.count(cell),
        }
    }

    fn weigh(&mut self, cell: &str, numbers: &Numbers) {
        let reads = |order| numbers.date(order).is_some();
        let same = numbers.first == numbers.second;
        let says = match (reads(DateOrder::Dmy), reads(DateOrder::Mdy)) {
            (false, false) => return self.strange.add(cell),
            (true, true) if same || numbers.dotted => &mut self.by_custom,
            (true, true) => &mut self.either,
            (true, false) => &mut self.day_first,
            (false, true) => &mut self.month_first,
        };
        says.add(cell);
        self.written += 1;
    }

    fn count(&mut self, cell: &str) {
        let Some(kind) = counted::kind(cell) else {
            let odd =
                if counted::is_number(cell) { &mut self.odd_numbers } else { &mut self.strange };
            return odd.add(cell);
        };
        if let Some((_, cells)) = self.counted.iter_mut().find(|(known, _)| *known == kind) {
            return cells.add(cell);
        }
        let mut first = Evidence::default();
        first.add(cell);
        self.counted.push((kind, first));
    }

    /// Whether nothing more needs to be seen: the first date was written with its year in full at
    /// the front, as ISO has it. [`DateStudy::end`] can then be called at once.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.iso_first
    }

    /// How many cells were seen that were not blank.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// How many of them are dates when read as text, leaving out bare numbers such as `45631`,
    /// which are dates only in a column that is known to hold dates.
    #[must_use]
    pub fn dates(&self) -> u64 {
        self.written
    }

    /// The style of the column, with the order that the user names, or else the one it shows.
    pub fn end(&self, named: Option<DateOrder>) -> Result<DateStyle, DateDoubt> {
        let counted: u64 = self.counted.iter().map(|(_, cells)| cells.cells).sum();
        if counted > self.written {
            return Ok(DateStyle { order: named, counted: Some(self.counted_kind()?) });
        }
        if self.written == 0 && self.seen > 0 && named.is_none() {
            return Err(self.not_dates());
        }
        let order = if named.is_some() { named } else { self.order()? };
        Ok(DateStyle { order, counted: None })
    }

    /// A number can be of this kind by chance, so all must be; of the long ones a few may be slips.
    fn counted_kind(&self) -> Result<Kind, DateDoubt> {
        match self.counted.as_slice() {
            [(Kind::Days, _)] if self.odd_numbers.cells > 0 => Err(self.not_dates()),
            [(kind, cells)] if cells.outweighs(&self.odd_numbers) => Ok(*kind),
            [(_, one), (_, other), ..] => {
                Err(DateDoubt::Mixed { one: one.sample.clone(), other: other.sample.clone() })
            }
            _ => Err(self.not_dates()),
        }
    }

    fn not_dates(&self) -> DateDoubt {
        let odd = if self.strange.cells > 0 { &self.strange } else { &self.odd_numbers };
        DateDoubt::NotDates { sample: odd.sample.clone() }
    }

    fn order(&self) -> Result<Option<DateOrder>, DateDoubt> {
        let (day, month) = (&self.day_first, &self.month_first);
        if day.outweighs(month) {
            return Ok(Some(DateOrder::Dmy));
        }
        if month.outweighs(day) {
            return Ok(Some(DateOrder::Mdy));
        }
        if day.cells > 0 {
            let (day_first, month_first) = (day.sample.clone(), month.sample.clone());
            return Err(DateDoubt::Split { day_first, month_first });
        }
        if self.either.cells > 0 {
            return Err(ambiguous(&self.either.sample));
        }
        Ok((self.by_custom.cells > 0).then_some(DateOrder::Dmy))
    }
}

fn ambiguous(sample: &str) -> DateDoubt {
    let reading = |order| {
        let date = written::read(sample).and_then(|cell| cell.date.resolve(Some(order)));
        date.map_or_else(String::new, |date| {
            let (day, year) = (date.day().to_string(), date.strftime("%Y").to_string());
            t!("problems-written-date", day = day, month = date.month(), year = year)
        })
    };
    let (day_first, month_first) = (reading(DateOrder::Dmy), reading(DateOrder::Mdy));
    DateDoubt::Order { sample: sample.to_owned(), day_first, month_first }
}
