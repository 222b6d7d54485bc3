//! Tables: what the terminal, CSV and pages have in common.

use ledger::time::Day;

/// Rows under named columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it shows, in a few words.
    pub title: String,
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// Each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

/// A value, with what it means for how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A word for a state or a kind.
    Word {
        /// As programs read it, in no language.
        code: String,
        /// As people do.
        said: String,
    },
    /// A deal's id: a link on a page.
    Deal(String),
    /// A number of things.
    Count(usize),
    /// Whole units of the reporting currency.
    Money(f64),
    /// A share between 0 and 1.
    Share(f64),
    /// A length of time in days.
    Days(f64),
    /// A date.
    Day(Day),
    /// Yes or no.
    Flag(bool),
    /// Milestones reached and not, in the order of the process, and whether the deal is still open.
    Path(Vec<bool>),
}

impl Cell {
    /// A word for a state or a kind, as programs and as people read it.
    #[must_use]
    pub fn word(code: &str, said: &str) -> Cell {
        Cell::Word { code: code.to_owned(), said: said.to_owned() }
    }

    /// Words, or nothing.
    #[must_use]
    pub fn text(text: Option<&str>) -> Cell {
        text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
    }

    /// Money, or nothing.
    #[must_use]
    pub fn money(amount: Option<f64>) -> Cell {
        amount.map_or(Cell::Empty, Cell::Money)
    }
}
