//! The earlier day that a forecast is compared with.

use std::fmt;
use std::str::FromStr;

use ledger::time::Day;

use super::super::Refusal;
use crate::texts::t;

/// An earlier day as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// `7d`: so many days ago.
    Days(i32),
    /// `2026-11-16`.
    Day(Day),
}

impl Since {
    /// The day that it is, asked on `today`.
    ///
    /// # Errors
    /// If it is not earlier.
    pub fn day(self, today: Day) -> Result<Day, Refusal> {
        let day = match self {
            Since::Days(days) => today.plus(-days),
            Since::Day(day) => day,
        };
        if day < today {
            return Ok(day);
        }
        Err(Refusal(t!("answers-forecast-not-before", day = day, today = today)))
    }
}

impl FromStr for Since {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Since, Refusal> {
        let text = text.trim();
        let digits = text.strip_suffix('d').filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
        let days = digits.and_then(|n| n.parse().ok()).filter(|days| (1..=3660).contains(days));
        let day = || text.parse().ok().map(Since::Day);
        days.map(Since::Days)
            .or_else(day)
            .ok_or_else(|| Refusal(t!("answers-forecast-no-since", text = text)))
    }
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Since::Days(days) => write!(f, "{days}d"),
            Since::Day(day) => write!(f, "{day}"),
        }
    }
}
