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

/// What is left to read of a cell.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn pass(&mut self, these: &[char]) -> bool {
        let before = self.0.len();
        self.0 = self.0.trim_start_matches(these);
        self.0.len() < before
    }

    fn pass_one(&mut self, this: char) -> bool {
        let after = self.0.strip_prefix(this);
        self.0 = after.unwrap_or(self.0);
        after.is_some()
    }

    /// Passes a word in any case.
    fn pass_word(&mut self, word: &str) -> bool {
        let found = self.0.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        if found {
            self.0 = &self.0[word.len()..];
        }
        found
    }

    /// A number of at most four digits, with how many it has.
    fn number(&mut self) -> Option<(i16, usize)> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let number = self.0[..digits].parse().ok().filter(|_| digits <= 4)?;
        self.0 = &self.0[digits..];
        Some((number, digits))
    }

    fn small_number(&mut self) -> Option<i16> {
        self.number().filter(|(_, digits)| *digits <= 2).map(|(number, _)| number)
    }

    /// A year of two or four digits, in full.
    fn year(&mut self) -> Option<i16> {
        match self.number()? {
            (year, 4) => Some(year),
            (year, 2) => Some(in_full(year)),
            _ => None,
        }
    }

    /// The longest prefix of letters, if it is one of these words or its first three letters.
    fn named(&mut self, names: &[&str]) -> Option<i16> {
        let letters = self.0.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = self.0[..letters].to_ascii_lowercase();
        let known = |name: &&str| {
            word == **name || word == name[..3] || word == "sept" && *name == "september"
        };
        let place = names.iter().position(known).filter(|_| letters >= 3)?;
        self.0 = &self.0[letters..];
        i16::try_from(place + 1).ok()
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

    fn time(&mut self) -> Option<civil::Time> {
        let hour = self.small_number()?;
        let minute = if self.pass_one(':') { self.small_number()? } else { return None };
        let second = if self.pass_one(':') { self.small_number()? } else { 0 };
        let nanos = self.fraction();
        self.pass(&[' ', '\u{a0}', '\u{202f}']);
        let hour = self.half_of_day(hour)?;
        // A leap second is kept within its minute.
        let second = if second == 60 { 59 } else { second };
        let small = |n: i16| i8::try_from(n).ok();
        civil::Time::new(small(hour)?, small(minute)?, small(second)?, nanos).ok()
    }

    /// The fraction of a second, cut to milliseconds.
    fn fraction(&mut self) -> i32 {
        let Some(digits) = self.0.strip_prefix(['.', ',']) else { return 0 };
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        self.0 = &digits[length..];
        let ms = digits[..length].bytes().chain(*b"000").take(3);
        ms.fold(0, |ms, digit| ms * 10 + i32::from(digit - b'0')) * 1_000_000
    }

    fn half_of_day(&mut self, hour: i16) -> Option<i16> {
        let afternoon = match () {
            () if self.pass_word("a.m.") || self.pass_word("am") => false,
            () if self.pass_word("p.m.") || self.pass_word("pm") => true,
            () => return Some(hour),
        };
        self.pass(&[' ']);
        (1..=12).contains(&hour).then_some(hour % 12 + if afternoon { 12 } else { 0 })
    }

    /// `Some(None)` where no zone is written, `None` where one is that cannot be read.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.0.is_empty() {
            return Some(None);
        }
        let utc = self.pass_word("Z") || self.pass_word("UTC") || self.pass_word("GMT");
        let sign = match () {
            () if self.pass_one('+') => 1,
            () if self.pass_one('-') || self.pass_one('\u{2212}') => -1,
            () => return utc.then_some(Some(0)),
        };
        let (hours, minutes) = match self.number()? {
            (hours, 1 | 2) if self.pass_one(':') => (hours, self.small_number()?),
            (hours, 1 | 2) => (hours, 0),
            (both, 4) => (both / 100, both % 100),
            _ => return None,
        };
        // Some write both: `+0000 UTC`.
        self.pass(&[' ']);
        let _ = self.pass_word("UTC");
        let real = hours <= 18 && minutes < 60;
        real.then_some(Some(sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60)))
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
