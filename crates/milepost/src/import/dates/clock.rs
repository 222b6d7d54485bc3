//! The time of day and the zone that stand behind a date.

use jiff::civil;

use crate::import::dates::rest::Rest;

impl Rest<'_> {
    pub(super) fn time(&mut self) -> Option<civil::Time> {
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
    pub(super) fn offset(&mut self) -> Option<Option<i32>> {
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
