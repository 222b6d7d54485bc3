//! The fiscal year: of calendar months, or of weeks. A year of weeks begins on the first weekday nearest to the first
//! day of its month; each quarter has 13 weeks in three months, such as 4, 4 and 5; where 53 weeks fit, the last month
//! has one more. A fiscal year bears the number of the calendar year in which one of months ends.

use crate::texts::t;
use jiff::civil::{Date, Weekday};
use ledger::time::Day;

/// How the company divides its years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fiscal {
    /// The month in which the year starts, 1 to 12.
    pub start: i8,
    /// Months by weeks; calendar months if absent.
    pub weeks: Option<Weeks>,
}

/// Months that are counted in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// Of the first, second and third month of each quarter; 13 together.
    pub months: [i32; 3],
    /// The day on which weeks begin.
    pub first: Weekday,
}

impl Default for Fiscal {
    fn default() -> Fiscal {
        Fiscal { start: 1, weeks: None }
    }
}

impl Weeks {
    /// `4-4-5`, `4-5-4` or `5-4-4`, and a weekday's name; Monday if none is said.
    ///
    /// # Errors
    /// What it should be.
    pub fn parse(months: &str, first: Option<&str>) -> Result<Weeks, String> {
        let months = match months.trim() {
            "4-4-5" => [4, 4, 5],
            "4-5-4" => [4, 5, 4],
            "5-4-4" => [5, 4, 4],
            other => {
                return Err(t!("live-settings-weeks", weeks = other));
            }
        };
        let first = weekday(first.unwrap_or("monday"))?;
        Ok(Weeks { months, first })
    }

    /// As it is written in the settings.
    #[must_use]
    pub fn name(&self) -> String {
        self.months.map(|weeks| weeks.to_string()).join("-")
    }
}

/// A weekday by its name.
///
/// # Errors
/// What it should be.
pub(super) fn weekday(name: &str) -> Result<Weekday, String> {
    let name = name.trim().to_lowercase();
    let found = WEEKDAYS.iter().find(|(known, _)| *known == name);
    Ok(found.map(|(_, day)| *day).ok_or(t!("live-settings-weekday"))?)
}

/// Weekdays and their names.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The name of a weekday.
#[must_use]
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, of)| *of == day).map_or("", |(name, _)| name)
}

impl Fiscal {
    /// The year and the month of it, from 0 to 11, that a day lies in.
    #[must_use]
    pub fn place(&self, day: Day) -> (i16, i32) {
        let first = day.civil().year() - 1;
        let within = |year: &i16| self.month(*year, 0) <= day;
        let year = (first..=first + 2).rev().find(within).unwrap_or(first);
        let month = (0..12).rev().find(|month| self.month(year, *month) <= day).unwrap_or(0);
        (year, month)
    }

    /// The first day of a month of a year, counted from 0; those from 12 on are of later years.
    #[must_use]
    pub fn month(&self, year: i16, month: i32) -> Day {
        let years = i16::try_from(month.div_euclid(12)).unwrap_or(0);
        let (year, month) = (year.saturating_add(years), month.rem_euclid(12));
        match &self.weeks {
            None => {
                let months = i32::from(self.start) - 1 + month;
                let starts = self.begins_in(year) + i16::try_from(months / 12).unwrap_or(0);
                first_of(starts, i8::try_from(months % 12 + 1).unwrap_or(1))
            }
            Some(weeks) => {
                let quarters = month / 3 * 13;
                let within: i32 = weeks.months.iter().take((month % 3) as usize).sum();
                self.first_week(year, weeks.first).plus((quarters + within) * 7)
            }
        }
    }

    /// The calendar year in which a fiscal year begins.
    fn begins_in(&self, year: i16) -> i16 {
        if self.start == 1 { year } else { year - 1 }
    }

    fn first_week(&self, year: i16, first: Weekday) -> Day {
        let day = first_of(self.begins_in(year), self.start);
        let after = i32::from(day.civil().weekday().since(first));
        day.plus(if after <= 3 { -after } else { 7 - after })
    }
}

fn first_of(year: i16, month: i8) -> Day {
    Date::new(year, month, 1).map_or(Day(i32::MAX), Day::from_civil)
}

#[cfg(test)]
mod tests {
    use super::{Fiscal, Weeks};

    /// The retail calendar of the National Retail Federation: 4-5-4, from the Sunday nearest to 1 February. Its
    /// year 2023 had 53 weeks.
    #[test]
    fn the_retail_calendar_is_as_published() {
        let weeks = Weeks::parse("4-5-4", Some("Sunday")).ok();
        let retail = Fiscal { start: 2, weeks };
        // The year that ends in: the NRF's 2023 is our 2024.
        for (year, month, first) in [
            (2024, 0, "2023-01-29"),
            (2024, 1, "2023-02-26"),
            (2024, 2, "2023-04-02"),
            (2024, 11, "2023-12-31"),
            (2025, 0, "2024-02-04"),
            (2026, 0, "2025-02-02"),
            (2027, 0, "2026-02-01"),
        ] {
            assert_eq!(retail.month(year, month).to_string(), first, "{year} {month}");
        }
        assert_eq!(retail.place("2024-02-03".parse().unwrap()), (2024, 11));
        assert_eq!(retail.place("2024-02-04".parse().unwrap()), (2025, 0));
    }

    #[test]
    fn years_follow_one_another_without_a_gap() {
        for months in ["4-4-5", "4-5-4", "5-4-4"] {
            for start in 1..=12 {
                let fiscal = Fiscal { start, weeks: Weeks::parse(months, None).ok() };
                for year in 2000..2060 {
                    let weeks = (fiscal.month(year, 12).0 - fiscal.month(year, 0).0) / 7;
                    assert!(weeks == 52 || weeks == 53, "{months} {start} {year}: {weeks}");
                    for month in 0..12 {
                        let first = fiscal.month(year, month);
                        assert_eq!(fiscal.place(first), (year, month));
                        let last = fiscal.month(year, month + 1).plus(-1);
                        assert_eq!(fiscal.place(last), (year, month));
                    }
                }
            }
        }
    }
}
