//! Columns of text to moments. A column is studied as a whole before its first date is read.
//!
//! A [`DateStudy`] sees every cell and ends in a [`DateStyle`], or in a [`DateDoubt`] that only the
//! user can settle. Which number is the day is decided by the numbers above 12 in the whole column;
//! with dots (`02.03.2024`) the day comes first unless they say otherwise. Years of two digits are
//! 1969 to 2068. Years before 1900 are not read: they are slips of the pen.

mod clock;
mod counted;
mod rest;
mod study;
mod written;

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;
use ledger::time::{Day, Moment};

use crate::import::dates::counted::Kind;
pub use crate::import::dates::study::{DateDoubt, DateStudy};
use crate::import::dates::written::Written;
use crate::texts::t;

/// The order of day, month and year where all three are numbers and the year is not written in
/// full at the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// How the dates of one column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyle {
    order: Option<DateOrder>,
    counted: Option<Kind>,
}

/// A date read from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadDate {
    /// When: of a date alone, the start of that day in the zone.
    pub moment: Moment,
    /// Whether a time of day was written.
    pub timed: bool,
}

impl DateStyle {
    /// The style that the user names for a column; ISO dates are read in any style.
    #[must_use]
    pub fn named(order: DateOrder) -> DateStyle {
        DateStyle { order: Some(order), counted: None }
    }

    /// The order of day, month and year, where the column shows or needs one.
    #[must_use]
    pub fn order(&self) -> Option<DateOrder> {
        self.order.filter(|_| self.counted.is_none())
    }

    /// Whether its dates are bare numbers: counts of days or seconds, or `20261123`.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.counted.is_some()
    }

    /// Reads a cell. `None` if it is not a date of this style.
    #[must_use]
    pub fn read(&self, cell: &str, zone: &TimeZone) -> Option<ReadDate> {
        let cell = cell.trim();
        if let Some(date) = self.counted.and_then(|kind| counted::read(cell, kind, zone)) {
            return Some(date);
        }
        let Written { date, time, offset } = written::read(cell)?;
        let date = date.resolve(self.order)?;
        let Some(time) = time else {
            return Some(ReadDate { moment: Day::from_civil(date).start_in(zone), timed: false });
        };
        let moment = match offset {
            Some(seconds) => place(date.to_datetime(time), &TimeZone::UTC, i64::from(seconds)),
            None => place(date.to_datetime(time), zone, 0),
        };
        Some(ReadDate { moment, timed: true })
    }
}

/// Clock time that a zone skips or has twice is taken as the usual calendars do: the later of the
/// skipped, the first of the two.
fn place(clock: civil::DateTime, zone: &TimeZone, ahead_s: i64) -> Moment {
    let stamp = zone.to_ambiguous_timestamp(clock).compatible();
    let ms = stamp.map_or_else(
        |_| Day::from_civil(clock.date()).start().0 + ms_of_day(clock.time()),
        jiff::Timestamp::as_millisecond,
    );
    Moment(ms - ahead_s * 1000)
}

fn ms_of_day(time: civil::Time) -> i64 {
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60;
    (seconds + i64::from(time.second())) * 1000 + i64::from(time.millisecond())
}

impl fmt::Display for DateStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.counted, self.order) {
            (Some(Kind::Days), _) => t!("problems-dates-days"),
            (Some(Kind::Seconds), _) => t!("problems-dates-seconds"),
            (Some(Kind::Millis), _) => t!("problems-dates-millis"),
            (Some(Kind::Digits), _) => t!("problems-dates-digits"),
            (None, Some(DateOrder::Dmy)) => t!("problems-dates-dmy"),
            (None, Some(DateOrder::Mdy)) => t!("problems-dates-mdy"),
            (None, Some(DateOrder::Ymd)) => t!("problems-dates-ymd"),
            (None, None) => t!("problems-dates-iso"),
        })
    }
}

impl FromStr for DateOrder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "dmy" => Ok(DateOrder::Dmy),
            "mdy" => Ok(DateOrder::Mdy),
            "ymd" => Ok(DateOrder::Ymd),
            _ => Err(t!("problems-no-order", text = text)),
        }
    }
}

#[cfg(test)]
mod tests;
