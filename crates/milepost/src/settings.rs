//! What the company has set. Read from `milepost.toml` beside the ledger, if there is one.

mod changed;
mod fiscal;
mod mail;
mod server;
mod sources;

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use ledger::money::Currency;
use ledger::time::{Day, Moment};
use serde::Deserialize;

use crate::texts::Tongue;
use crate::texts::t;

pub use changed::{Changed, place};
use fiscal::weekday;
pub use fiscal::{Fiscal, WEEKDAYS, Weeks, weekday_name};
pub use mail::{Mail, Tls};
pub use server::MailChanged;
pub use sources::SourceRules;

/// What can be set; everything has a default.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The currency that answers are given in; by default the one that the deals are in.
    pub currency: Option<Currency>,
    /// Whose midnight begins a day; UTC until it is set.
    pub zone: TimeZone,
    /// How years are divided.
    pub fiscal: Fiscal,
    /// The day on which weeks begin.
    pub first_weekday: Weekday,
    /// How the names of sources are tidied.
    pub sources: SourceRules,
    /// Whose deals an owner sees, once there are logins.
    pub owners_see: OwnersSee,
    /// How mail is sent; none is, without.
    pub mail: Option<Mail>,
    /// The language of answers; without, that of whoever asks, and English.
    pub language: Option<Tongue>,
}

/// Whose deals a rep sees; a manager sees those of the team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OwnersSee {
    /// Their own.
    Own,
    /// Everybody's.
    #[default]
    All,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Access {
    owners_see: OwnersSee,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    currency: Option<Currency>,
    time_zone: Option<String>,
    fiscal_year_start: Option<i8>,
    fiscal_weeks: Option<String>,
    first_weekday: Option<String>,
    sources: sources::File,
    access: Access,
    mail: Option<mail::File>,
    language: Option<String>,
}

/// A settings file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It cannot be read.
    #[error("{}", t!("live-settings-unreadable", file = .0, why = .1.to_string()))]
    Unreadable(String, std::io::Error),
    /// It cannot be written.
    #[error("{}", t!("live-settings-unwritable", file = .0, why = .1.to_string()))]
    Unwritable(String, std::io::Error),
    /// It is not right.
    #[error("{}", t!("live-settings-wrong", file = .0, why = .1))]
    Wrong(String, String),
}

impl Unusable {
    /// What is not right, for who has no file before them: a form was filled in.
    #[must_use]
    pub fn why(&self) -> String {
        match self {
            Unusable::Wrong(_, why) => why.trim_start_matches("[mail] ").to_owned(),
            other => other.to_string(),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        let sources = SourceRules::with(&sources::File::default()).unwrap_or_default();
        Settings {
            currency: None,
            zone: TimeZone::UTC,
            fiscal: Fiscal::default(),
            first_weekday: Weekday::Monday,
            sources,
            owners_see: OwnersSee::All,
            mail: None,
            language: None,
        }
    }
}

impl Settings {
    /// The day that a moment falls on in the company's time zone.
    #[must_use]
    pub fn day_of(&self, moment: Moment) -> Day {
        let stamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::MAX);
        Day::from_civil(stamp.to_zoned(self.zone.clone()).date())
    }

    /// The time of day of a moment, in the company's time zone.
    #[must_use]
    pub fn time_of(&self, moment: Moment) -> String {
        let stamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::MAX);
        stamp.to_zoned(self.zone.clone()).strftime("%H:%M:%S").to_string()
    }

    /// The first day of the week that a day lies in.
    #[must_use]
    pub fn week_of(&self, day: Day) -> Day {
        day.plus(-i32::from(self.first_weekday.until(day.civil().weekday())))
    }

    /// The settings beside a ledger.
    ///
    /// # Errors
    /// As for [`Settings::read`].
    pub fn beside(ledger: &Path) -> Result<Settings, Unusable> {
        Settings::read(&place(ledger))
    }

    /// The settings in a file; the defaults where it does not exist.
    ///
    /// # Errors
    /// If the file exists and cannot be read or is not right.
    pub fn read(path: &Path) -> Result<Settings, Unusable> {
        let place = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let set = Settings::parse(&text).map_err(|why| Unusable::Wrong(place, why))?;
                Ok(set.found_beside(path))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Settings::default()),
            Err(error) => Err(Unusable::Unreadable(place, error)),
        }
    }

    /// The same, with the file of the password where it is named from the settings on.
    fn found_beside(mut self, path: &Path) -> Settings {
        let file = self.mail.as_mut().and_then(|mail| mail.password_file.as_mut());
        if let (Some(file), Some(folder)) = (file, path.parent()) {
            *file = folder.join(&file);
        }
        self
    }

    /// The settings in a text.
    ///
    /// # Errors
    /// What is not right, in words.
    pub fn parse(text: &str) -> Result<Settings, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let zone = match &file.time_zone {
            Some(name) => TimeZone::get(name).map_err(|_| t!("live-settings-zone", zone = name))?,
            None => TimeZone::UTC,
        };
        let start = file.fiscal_year_start.unwrap_or(1);
        if !(1..=12).contains(&start) {
            return Err(t!("live-settings-month").into());
        }
        let weeks = |months: &String| Weeks::parse(months, file.first_weekday.as_deref());
        let fiscal = Fiscal { start, weeks: file.fiscal_weeks.as_ref().map(weeks).transpose()? };
        let first_weekday = weekday(file.first_weekday.as_deref().unwrap_or("monday"))?;
        let sources = SourceRules::with(&file.sources)?;
        let owners_see = file.access.owners_see;
        let mail = file.mail.map(mail::File::mail).transpose()?;
        let known = |code: &String| {
            let why = t!("live-settings-language");
            Tongue::of(code).ok_or(why)
        };
        let language = file.language.as_ref().map(known).transpose()?;
        let currency = file.currency;
        Ok(Settings { currency, zone, fiscal, first_weekday, sources, owners_see, mail, language })
    }
}

#[cfg(test)]
mod tests {
    use ledger::time::Day;

    use super::Settings;

    #[test]
    fn a_week_begins_where_the_company_says() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let monday = Settings::default();
        assert_eq!(monday.week_of(day("2026-11-29")), day("2026-11-23"));
        assert_eq!(monday.week_of(day("2026-11-23")), day("2026-11-23"));
        let sunday = Settings::parse("first_weekday = 'sunday'").unwrap();
        assert_eq!(sunday.week_of(day("2026-11-29")), day("2026-11-29"));
        assert_eq!(sunday.week_of(day("2026-11-28")), day("2026-11-22"));
    }

    #[test]
    fn settings_are_read_and_faults_are_named() {
        let set = Settings::parse("currency = 'EUR'\ntime_zone = 'Europe/Berlin'").unwrap();
        assert_eq!(set.currency.unwrap().code(), "EUR");
        assert_eq!(set.zone.iana_name(), Some("Europe/Berlin"));
        for (wrong, named) in [
            ("currency = 'euro'", "euro"),
            ("time_zone = 'Berlin'", "Europe/Berlin"),
            ("fiscal_year_start = 13", "1 to 12"),
            ("first_weekday = 'someday'", "such as sunday"),
            ("colour = 'red'", "colour"),
            ("language = 'klingon'", "\"de\""),
            ("[sources]\nnames.A = ['x']\nnames.B = ['X']", "[sources]"),
        ] {
            let why = Settings::parse(wrong).unwrap_err();
            assert!(why.contains(named), "{why}");
        }
    }
}
