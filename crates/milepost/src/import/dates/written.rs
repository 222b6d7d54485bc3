//! One cell with a written date, taken apart before the column has said which number is the day.
//!
//! ```text
//! cell  = [weekday] date [time] [zone]
//! date  = 2026-11-23 | 2026/11/23 | 23-11-26 | 23.11.2026 | 15 Apr, 2021 | 15-Apr-21 | April 15th, 2021
//! time  = 9:30 | 09:30:00 | 09:30:00.123 | 9:30 PM          zone = Z | UTC | +02:00 | +0200 | GMT+2
//! ```
//!
//! Month names are English. Named zones such as CET are not read: several places share a name.

use jiff::civil;

use crate::import::dates::DateOrder;
use crate::import::dates::rest::Rest;

/// The first year that is read.
pub(super) const FIRST_YEAR: i16 = 1900;

/// Years of two digits below this one are of this century.
const PIVOT: i16 = 69;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) date: Parts,
    pub(super) time: Option<civil::Time>,
    /// Seconds ahead of UTC.
    pub(super) offset: Option<i32>,
}

/// A date, or three numbers that are one in some order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Known(civil::Date),
    Numbers(Numbers),
}

/// Three numbers, the first two below 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) first: i16,
    pub(super) second: i16,
    pub(super) third: i16,
    pub(super) full_year: bool,
    pub(super) dotted: bool,
}

impl Parts {
    pub(super) fn resolve(&self, order: Option<DateOrder>) -> Option<civil::Date> {
        match self {
            Parts::Known(date) => Some(*date),
            Parts::Numbers(numbers) => numbers.date(order?),
        }
    }
}

impl Numbers {
    pub(super) fn date(&self, order: DateOrder) -> Option<civil::Date> {
        let Numbers { first, second, third, full_year, .. } = *self;
        let last_year = if full_year { third } else { in_full(third) };
        match order {
            DateOrder::Dmy => date(last_year, second, first),
            DateOrder::Mdy => date(last_year, first, second),
            DateOrder::Ymd if full_year => None,
            DateOrder::Ymd => date(in_full(first), second, third),
        }
    }
}

fn in_full(year: i16) -> i16 {
    if year < PIVOT { 2000 + year } else { 1900 + year }
}

fn date(year: i16, month: i16, day: i16) -> Option<civil::Date> {
    let date = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year >= FIRST_YEAR).then_some(date)
}

/// Whether a cell starts with four digits and a separator.
pub(super) fn starts_with_year(cell: &str) -> bool {
    let head = cell.bytes().take_while(u8::is_ascii_digit).count();
    head == 4 && matches!(cell.as_bytes().get(4), Some(b'-' | b'/' | b'.'))
}

/// Takes a trimmed cell apart.
pub(super) fn read(cell: &str) -> Option<Written> {
    iso(cell.as_bytes()).or_else(|| any(cell))
}

/// The shapes that almost every machine writes, without a search.
fn iso(cell: &[u8]) -> Option<Written> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, rest @ ..] = cell else { return None };
    let year = i16::from(two(*y0, *y1)?) * 100 + i16::from(two(*y2, *y3)?);
    let date = date(year, i16::from(two(*m0, *m1)?), i16::from(two(*d0, *d1)?))?;
    let (time, offset) = match rest {
        [] => (None, None),
        [b'T' | b' ', h0, h1, b':', m0, m1, b':', s0, s1, rest @ ..] => {
            let (ms, rest) = match rest {
                [b'.', a, b, c, rest @ ..] => {
                    (i32::from(two(b'0', *a)?) * 100 + i32::from(two(*b, *c)?), rest)
                }
                rest => (0, rest),
            };
            let offset = match rest {
                [] => None,
                b"Z" => Some(0),
                _ => return None,
            };
            let (hour, minute, second) = (two(*h0, *h1)?, two(*m0, *m1)?, two(*s0, *s1)?);
            (Some(civil::Time::new(hour, minute, second, ms * 1_000_000).ok()?), offset)
        }
        _ => return None,
    };
    Some(Written { date: Parts::Known(date), time, offset })
}

fn two(tens: u8, ones: u8) -> Option<i8> {
    let both = tens.is_ascii_digit() && ones.is_ascii_digit();
    both.then(|| i8::try_from((tens - b'0') * 10 + (ones - b'0')).unwrap_or(0))
}

fn any(cell: &str) -> Option<Written> {
    let mut rest = Rest(cell);
    rest.pass_weekday();
    let date = rest.date()?;
    let mut between = rest.pass(&[' ', ',', 'T', 't', '\u{a0}', '\u{202f}']);
    between |= rest.pass_word("at");
    if rest.0.is_empty() {
        return (!between).then_some(Written { date, time: None, offset: None });
    }
    rest.pass(&[' ']);
    let time = if between { rest.time() } else { None };
    let (time, offset) = (time?, rest.offset()?);
    rest.0.is_empty().then_some(Written { date, time: Some(time), offset })
}

impl Rest<'_> {
    /// A year of two or four digits, in full.
    fn year(&mut self) -> Option<i16> {
        match self.number()? {
            (year, 4) => Some(year),
            (year, 2) => Some(in_full(year)),
            _ => None,
        }
    }

    fn pass_weekday(&mut self) {
        if self.named(&WEEKDAYS).is_some() {
            self.pass(&['.', ',', ' ']);
        }
    }

    fn month(&mut self) -> Option<i16> {
        let month = self.named(&MONTHS)?;
        self.pass_one('.');
        Some(month)
    }

    fn date(&mut self) -> Option<Parts> {
        if let Some(month) = self.month() {
            self.pass(&GAPS);
            let day = self.day()?;
            self.pass(&GAPS);
            return date(self.year()?, month, day).map(Parts::Known);
        }
        let (first, digits) = self.number()?;
        if digits == 4 {
            return self.after_year(first);
        }
        self.pass_ordinal();
        let mut named = Rest(self.0);
        named.pass(&GAPS);
        named.pass_one('.');
        named.pass(&GAPS);
        if let Some(month) = named.month() {
            named.pass(&GAPS);
            self.0 = named.0;
            return date(self.year()?, month, first).map(Parts::Known);
        }
        self.numbers(first).filter(|_| digits <= 2).map(Parts::Numbers)
    }

    fn day(&mut self) -> Option<i16> {
        let day = self.small_number()?;
        self.pass_ordinal();
        Some(day)
    }

    fn pass_ordinal(&mut self) {
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| self.pass_word(ending));
    }

    fn after_year(&mut self, year: i16) -> Option<Parts> {
        let separator = self.separator()?;
        let month = self.month().or_else(|| self.small_number())?;
        let day = if self.pass_one(separator) { self.small_number()? } else { return None };
        date(year, month, day).map(Parts::Known)
    }

    fn numbers(&mut self, first: i16) -> Option<Numbers> {
        let separator = self.separator()?;
        let second = self.small_number()?;
        if !self.pass_one(separator) {
            return None;
        }
        let (third, digits) = self.number()?;
        let full_year = digits == 4;
        let dotted = separator == '.';
        (full_year || digits == 2).then_some(Numbers { first, second, third, full_year, dotted })
    }

    fn separator(&mut self) -> Option<char> {
        let next = self.0.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.pass_one(next).then_some(next)
    }
}

const GAPS: [char; 5] = [' ', ',', '-', '/', '\u{a0}'];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
