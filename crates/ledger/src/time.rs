//! Moments and days. Pure: nothing here can ask what time it is.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Milliseconds in a day of 24 hours.
pub const DAY_MS: i64 = 86_400_000;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A calendar day: days since 1970-01-01, in the company's own time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A text that is not a moment or a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a date; write it as 2026-11-23 or 2026-11-23T09:30:00Z")]
pub struct NotATime(pub String);

impl Moment {
    /// Before everything that can be recorded.
    pub const MIN: Moment = Moment(i64::MIN);
    /// After everything that can be recorded.
    pub const MAX: Moment = Moment(i64::MAX);

    /// The day that this moment falls on, counted in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(DAY_MS)).unwrap_or(i32::MAX))
    }

    /// Days from `earlier` to this moment, with their fraction; negative if it lies before.
    #[must_use]
    pub fn days_since(self, earlier: Moment) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / DAY_MS as f64
    }

    /// This moment moved by whole days of 24 hours.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Moment {
        Moment(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }
}

impl Day {
    /// The day with this year, month and day of the month, if the calendar has it.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        civil::Date::new(year, month, day).ok().map(Day::from_civil)
    }

    /// The same day as a calendar date.
    #[must_use]
    pub fn civil(self) -> civil::Date {
        // In eras of 400 years that begin on a first of March (Hinnant 2013): forecasts ask for millions of dates.
        let days = i64::from(self.0) + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let year = era * 400 + year + i64::from(month >= 10);
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = i16::try_from(year).ok();
        let month_and_day = i8::try_from(month).ok().zip(i8::try_from(day).ok());
        let date = year.zip(month_and_day);
        let date = date.and_then(|(year, (month, day))| civil::Date::new(year, month, day).ok());
        date.unwrap_or(civil::Date::MAX)
    }

    /// The day of a calendar date.
    #[must_use]
    pub fn from_civil(date: civil::Date) -> Day {
        Day(EPOCH.until(date).map_or(i32::MAX, |span| span.get_days()))
    }

    /// Its first moment, counted in UTC.
    #[must_use]
    pub fn start(self) -> Moment {
        Moment(i64::from(self.0) * DAY_MS)
    }

    /// Its first moment in a time zone: where clocks skip midnight, the first moment after it.
    #[must_use]
    pub fn start_in(self, zone: &TimeZone) -> Moment {
        let midnight = self.civil().to_datetime(civil::Time::midnight());
        let stamp = zone.to_ambiguous_timestamp(midnight).compatible();
        stamp.map_or_else(|_| self.start(), |t| Moment(t.as_millisecond()))
    }

    /// The day that lies `days` later.
    #[must_use]
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

const EPOCH: civil::Date = civil::date(1970, 1, 1);

impl fmt::Display for Moment {
    /// ISO 8601 in UTC: `2026-11-23T09:30:00Z`, with milliseconds only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(stamp) => write!(f, "{stamp}"),
            Err(_) => f.write_str(if self.0 < 0 { "the beginning" } else { "the end of time" }),
        }
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `2026-11-23`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.civil())
    }
}

impl FromStr for Moment {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let stamp: Result<jiff::Timestamp, _> = text.parse();
        stamp.map(|t| Moment(t.as_millisecond())).map_err(|_| NotATime(text.to_owned()))
    }
}

impl FromStr for Day {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let wrong = || NotATime(text.to_owned());
        if text.len() != 10 {
            return Err(wrong());
        }
        text.parse::<civil::Date>().map(Day::from_civil).map_err(|_| wrong())
    }
}

macro_rules! as_text {
    ($kind:ty, $format:literal) => {
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                text.parse().map_err(de::Error::custom)
            }
        }
        #[cfg(test)]
        impl schemars::JsonSchema for $kind {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($kind).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": $format })
            }
        }
    };
}
as_text!(Moment, "date-time");
as_text!(Day, "date");

macro_rules! as_number {
    ($kind:ident, $read:ident, $write:ident) => {
        impl<C> minicbor::Encode<C> for $kind {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.$write(self.0)?.ok()
            }
        }
        impl<'b, C> minicbor::Decode<'b, C> for $kind {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                d.$read().map($kind)
            }
        }
    };
}
as_number!(Moment, i64, i64);
as_number!(Day, i32, i32);

#[cfg(test)]
mod tests {
    use super::{Day, Moment};

    #[test]
    fn dates_are_those_of_the_calendar() {
        let mut date = jiff::civil::date(1896, 2, 28);
        let mut day = Day::from_civil(date);
        while date.year() < 2104 {
            assert_eq!(day.civil(), date);
            (date, day) = (date.tomorrow().unwrap(), day.plus(1));
        }
        assert_eq!(Day(-719_163).civil(), jiff::civil::date(0, 12, 31));
        assert_eq!(Day(i32::MAX).civil(), jiff::civil::Date::MAX);
    }

    #[test]
    fn moments_and_days_print_and_read_back() {
        for text in ["2026-11-23T09:30:00Z", "1969-12-31T23:59:59.999Z", "2012-02-29T00:00:00Z"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        for text in ["2026-11-23", "1969-12-31", "2012-02-29"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        assert!("2026-02-30".parse::<Day>().is_err());
        assert!("23.11.2026".parse::<Day>().is_err());
    }

    #[test]
    fn a_moment_before_1970_falls_on_its_own_day() {
        let moment: Moment = "1969-12-31T12:00:00Z".parse().unwrap();
        assert_eq!(moment.day().to_string(), "1969-12-31");
    }

    #[test]
    fn a_day_starts_where_its_zone_says() {
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(2));
        let day: Day = "2026-07-01".parse().unwrap();
        assert_eq!(day.start_in(&zone).to_string(), "2026-06-30T22:00:00Z");
    }
}
