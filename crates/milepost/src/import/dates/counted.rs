//! Dates written as one bare number: days as Excel counts them, seconds or milliseconds since 1970,
//! or eight digits `20261123`. The four ranges do not meet, so a number says itself what it counts;
//! whether it is a date at all is for the column to know.

use jiff::civil;
use jiff::tz::TimeZone;
use ledger::time::{DAY_MS, Day, Moment};

use crate::import::dates::written::FIRST_YEAR;
use crate::import::dates::{ReadDate, place};

/// What a bare number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Days since 1899-12-30, from 1954-10-03 to 2099-12-31.
    Days,
    /// Seconds since 1970, from 1990 to 2099.
    Seconds,
    /// Milliseconds since 1970, from 1990 to 2099.
    Millis,
    /// The digits of year, month and day.
    Digits,
}

const FIRST_DAY: f64 = 20_000.0;
const END_OF_DAYS: f64 = 73_051.0;
const FIRST_SECOND: f64 = 631_152_000.0;
const END_OF_SECONDS: f64 = 4_102_444_800.0;

/// Days from the first day of Excel's calendar to 1970-01-01.
const EXCEL_TO_1970: i64 = 25_569;

pub(super) fn is_number(cell: &str) -> bool {
    number(cell).is_some()
}

pub(super) fn kind(cell: &str) -> Option<Kind> {
    match number(cell)? {
        n if (FIRST_DAY..END_OF_DAYS).contains(&n) => Some(Kind::Days),
        n if (FIRST_SECOND..END_OF_SECONDS).contains(&n) => Some(Kind::Seconds),
        n if (FIRST_SECOND..END_OF_SECONDS).contains(&(n / 1000.0)) => Some(Kind::Millis),
        _ => digits(cell).map(|_| Kind::Digits),
    }
}

pub(super) fn read(cell: &str, wanted: Kind, zone: &TimeZone) -> Option<ReadDate> {
    if kind(cell)? != wanted {
        return None;
    }
    match wanted {
        Kind::Days => days(number(cell)?, zone),
        Kind::Seconds => Some(ReadDate { moment: Moment(whole(number(cell)? * 1e3)), timed: true }),
        Kind::Millis => Some(ReadDate { moment: Moment(whole(number(cell)?)), timed: true }),
        Kind::Digits => {
            let moment = Day::from_civil(digits(cell)?).start_in(zone);
            Some(ReadDate { moment, timed: false })
        }
    }
}

/// Digits and at most one decimal sign, nothing else: no minus, no exponent.
fn number(cell: &str) -> Option<f64> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    if whole.is_empty() || whole.len() > 15 || !digits(whole) || !digits(part) {
        return None;
    }
    if part.is_empty() { whole.parse().ok() } else { format!("{whole}.{part}").parse().ok() }
}

fn digits(cell: &str) -> Option<civil::Date> {
    if cell.len() != 8 {
        return None;
    }
    let all: i32 = cell.parse().ok()?;
    let month = i8::try_from(all / 100 % 100).ok()?;
    let day = i8::try_from(all % 100).ok()?;
    let date = civil::Date::new(i16::try_from(all / 10_000).ok()?, month, day).ok()?;
    (date.year() >= FIRST_YEAR && date.year() < 2200).then_some(date)
}

/// Excel keeps the time of day as a fraction, good to the millisecond.
fn days(serial: f64, zone: &TimeZone) -> Option<ReadDate> {
    let ms = whole(serial * DAY_MS as f64);
    let (days, clock) = (ms.div_euclid(DAY_MS) - EXCEL_TO_1970, ms.rem_euclid(DAY_MS));
    let day = Day(i32::try_from(days).ok()?);
    if clock == 0 {
        return Some(ReadDate { moment: day.start_in(zone), timed: false });
    }
    let midnight = day.civil().to_datetime(civil::Time::midnight());
    let at = midnight.checked_add(jiff::Span::new().try_milliseconds(clock).ok()?).ok()?;
    Some(ReadDate { moment: place(at, zone, 0), timed: true })
}

#[expect(clippy::cast_possible_truncation, reason = "callers pass numbers far below 2^53")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}
