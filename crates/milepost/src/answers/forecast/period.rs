//! Periods as people name them. Quarters are those of the fiscal year; a fiscal year bears the
//! number of the calendar year in which it ends. Both days of a period belong to it.

use std::fmt;
use std::str::FromStr;

use ledger::time::Day;
use serde::{Deserialize, Serialize};

use super::super::Refusal;
use crate::settings::Fiscal;
use crate::texts::t;

/// The longest period that can be asked for: ten years.
const MOST_DAYS: i32 = 3660;

/// A period as it was named; which days it has depends on the day it is asked on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PeriodName {
    /// The fiscal month of the day.
    ThisMonth,
    /// The one after.
    NextMonth,
    /// The fiscal quarter of the day.
    ThisQuarter,
    /// The one after.
    #[default]
    NextQuarter,
    /// `2027-Q1`: a quarter, 1 to 4, of a fiscal year.
    Quarter(i16, i8),
    /// `2027-01`: a calendar month.
    Month(i16, i8),
    /// `28d`: so many days, the day itself being the first.
    Days(i32),
    /// `2027-01-01..2027-01-31`.
    Range(Day, Day),
}

/// The days of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl PeriodName {
    /// Its days, asked on `today`, in a company that divides its years like this.
    #[must_use]
    pub fn days(self, today: Day, fiscal: &Fiscal) -> Period {
        let (year, month) = fiscal.place(today);
        let quarter = month / 3 * 3;
        let months = |year, first: i32, count: i32| Period {
            from: fiscal.month(year, first),
            to: fiscal.month(year, first + count).plus(-1),
        };
        match self {
            PeriodName::ThisMonth => months(year, month, 1),
            PeriodName::NextMonth => months(year, month + 1, 1),
            PeriodName::ThisQuarter => months(year, quarter, 3),
            PeriodName::NextQuarter => months(year, quarter + 3, 3),
            PeriodName::Quarter(year, quarter) => months(year, 3 * (i32::from(quarter) - 1), 3),
            PeriodName::Month(year, month) => calendar_month(year, month),
            PeriodName::Days(days) => Period { from: today, to: today.plus(days - 1) },
            PeriodName::Range(from, to) => Period { from, to },
        }
    }
}

fn calendar_month(year: i16, month: i8) -> Period {
    let calendar = Fiscal::default();
    let first = i32::from(month) - 1;
    Period { from: calendar.month(year, first), to: calendar.month(year, first + 1).plus(-1) }
}

impl FromStr for PeriodName {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<PeriodName, Refusal> {
        let text = text.trim();
        let named = match text.to_lowercase().as_str() {
            "this-month" => Some(PeriodName::ThisMonth),
            "next-month" => Some(PeriodName::NextMonth),
            "this-quarter" => Some(PeriodName::ThisQuarter),
            "next-quarter" => Some(PeriodName::NextQuarter),
            other => days(other).or_else(|| range(other)).or_else(|| month_or_quarter(other)),
        };
        named.ok_or_else(|| {
            let most = MOST_DAYS.to_string();
            Refusal(t!("answers-forecast-no-period", text = text, most = most))
        })
    }
}

fn days(text: &str) -> Option<PeriodName> {
    let number = text.strip_suffix('d').filter(|n| n.bytes().all(|b| b.is_ascii_digit()))?;
    let count = number.parse().ok().filter(|count| (1..=MOST_DAYS).contains(count))?;
    Some(PeriodName::Days(count))
}

fn range(text: &str) -> Option<PeriodName> {
    let (from, to) = text.split_once("..")?;
    let (from, to): (Day, Day) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    let length = to.0.checked_sub(from.0)?;
    (0..MOST_DAYS).contains(&length).then_some(PeriodName::Range(from, to))
}

fn month_or_quarter(text: &str) -> Option<PeriodName> {
    let (year, part) = text.split_once('-')?;
    let year = year.parse().ok().filter(|y| year.len() == 4 && (1..=9998).contains(y))?;
    if let Some(quarter) = part.strip_prefix('q') {
        let quarter = quarter.parse().ok().filter(|q| quarter.len() == 1 && (1..=4).contains(q))?;
        return Some(PeriodName::Quarter(year, quarter));
    }
    let month = part.parse().ok().filter(|m| part.len() == 2 && (1..=12).contains(m))?;
    Some(PeriodName::Month(year, month))
}

impl fmt::Display for PeriodName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PeriodName::ThisMonth => f.write_str("this-month"),
            PeriodName::NextMonth => f.write_str("next-month"),
            PeriodName::ThisQuarter => f.write_str("this-quarter"),
            PeriodName::NextQuarter => f.write_str("next-quarter"),
            PeriodName::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            PeriodName::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PeriodName::Days(days) => write!(f, "{days}d"),
            PeriodName::Range(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

impl TryFrom<String> for PeriodName {
    type Error = Refusal;

    fn try_from(text: String) -> Result<PeriodName, Refusal> {
        text.parse()
    }
}

impl From<PeriodName> for String {
    fn from(name: PeriodName) -> String {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::PeriodName;
    use crate::settings::{Fiscal, Weeks};

    #[test]
    fn quarters_of_weeks() {
        let weeks = Weeks::parse("4-4-5", None).ok();
        let fiscal = Fiscal { start: 1, weeks };
        for (name, today, expected) in [
            ("2026-Q1", "2020-01-01", "2025-12-29..2026-03-29"),
            ("this-quarter", "2026-11-23", "2026-09-28..2027-01-03"),
            ("next-quarter", "2026-11-23", "2027-01-04..2027-04-04"),
            ("this-month", "2026-11-23", "2026-11-23..2027-01-03"),
            ("2026-11", "2026-11-23", "2026-11-01..2026-11-30"),
        ] {
            let period: PeriodName = name.parse().unwrap();
            let days = period.days(today.parse().unwrap(), &fiscal);
            assert_eq!(format!("{}..{}", days.from, days.to), expected, "{name} on {today}");
        }
    }

    /// The period's days, asked on a day, in a fiscal year that starts with a month.
    fn days(name: &str, today: &str, fiscal_start: i8) -> String {
        let period: PeriodName = name.parse().unwrap();
        let fiscal = Fiscal { start: fiscal_start, weeks: None };
        let days = period.days(today.parse().unwrap(), &fiscal);
        format!("{}..{}", days.from, days.to)
    }

    #[test]
    fn calendar_years_end_and_begin() {
        for (name, today, expected) in [
            ("this-quarter", "2026-12-31", "2026-10-01..2026-12-31"),
            ("next-quarter", "2026-12-31", "2027-01-01..2027-03-31"),
            ("this-quarter", "2027-01-01", "2027-01-01..2027-03-31"),
            ("this-month", "2026-12-31", "2026-12-01..2026-12-31"),
            ("next-month", "2026-12-01", "2027-01-01..2027-01-31"),
            ("2027-Q1", "2020-01-01", "2027-01-01..2027-03-31"),
            ("2026-q4", "2020-01-01", "2026-10-01..2026-12-31"),
            ("2026-12", "2020-01-01", "2026-12-01..2026-12-31"),
            ("28d", "2026-12-20", "2026-12-20..2027-01-16"),
            ("1d", "2026-12-31", "2026-12-31..2026-12-31"),
            ("2026-12-24..2027-01-02", "2020-01-01", "2026-12-24..2027-01-02"),
        ] {
            assert_eq!(days(name, today, 1), expected, "{name} on {today}");
        }
    }

    #[test]
    fn leap_years_have_their_day() {
        for (name, today, expected) in [
            ("2028-02", "2026-01-01", "2028-02-01..2028-02-29"),
            ("2027-02", "2026-01-01", "2027-02-01..2027-02-28"),
            ("2100-02", "2026-01-01", "2100-02-01..2100-02-28"),
            ("this-quarter", "2028-02-29", "2028-01-01..2028-03-31"),
            ("2d", "2028-02-28", "2028-02-28..2028-02-29"),
        ] {
            assert_eq!(days(name, today, 1), expected, "{name} on {today}");
        }
        assert_eq!(days("2028-Q1", "2026-01-01", 12), "2027-12-01..2028-02-29");
    }

    #[test]
    fn a_fiscal_year_bears_the_number_of_the_year_it_ends_in() {
        for (name, today, start, expected) in [
            ("2027-Q1", "2020-01-01", 2, "2026-02-01..2026-04-30"),
            ("2027-Q4", "2020-01-01", 2, "2026-11-01..2027-01-31"),
            ("2027-Q1", "2020-01-01", 10, "2026-10-01..2026-12-31"),
            ("this-quarter", "2027-01-31", 2, "2026-11-01..2027-01-31"),
            ("next-quarter", "2027-01-31", 2, "2027-02-01..2027-04-30"),
            ("this-quarter", "2027-01-15", 4, "2027-01-01..2027-03-31"),
            ("this-quarter", "2027-01-15", 12, "2026-12-01..2027-02-28"),
            ("next-month", "2027-01-15", 12, "2027-02-01..2027-02-28"),
        ] {
            assert_eq!(days(name, today, start), expected, "{name} on {today} from {start}");
        }
    }

    #[test]
    fn names_read_back_and_others_are_refused() {
        for name in ["next-quarter", "2027-Q1", "2027-01", "28d", "2027-01-01..2027-01-31"] {
            assert_eq!(name.parse::<PeriodName>().unwrap().to_string(), name);
        }
        for wrong in [
            "",
            "quarter",
            "2027-Q5",
            "2027-Q0",
            "2027-13",
            "2027-1",
            "27-01",
            "0d",
            "-5d",
            "+5d",
            "99999d",
            "2027-01-31..2027-01-01",
            "2027-02-30..2027-03-01",
            "2027",
            "dd",
        ] {
            let why = wrong.parse::<PeriodName>().unwrap_err().to_string();
            assert!(why.starts_with(&format!("'{wrong}' is no period; write")), "{why}");
        }
    }
}
