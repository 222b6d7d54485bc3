//! How mail is sent: the company's own server, and when the week goes out. Without a server no mail is sent, and
//! nothing leaves this machine.

use std::path::PathBuf;

use jiff::civil::Weekday;
use serde::Deserialize;

use super::WEEKDAYS;
use crate::texts::t;

/// The server, and when.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The server's name.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is kept from others.
    pub tls: Tls,
    /// Whom mails are from: `Milepost <milepost@example.com>`.
    pub from: String,
    /// The name that the server knows us by, if it asks for one.
    pub user: Option<String>,
    /// The file that holds the password, from the folder of the settings on; `MILEPOST_SMTP_PASSWORD` goes before it.
    pub password_file: Option<PathBuf>,
    /// Where people open the pages, such as `https://milepost.example.com`: links in mails lead there.
    pub address: Option<String>,
    /// The day on which the week goes out …
    pub day: Weekday,
    /// … and from which hour on, in the company's time zone.
    pub hour: i8,
}

/// How the way to a server is kept from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// From the first byte on, usually port 465.
    Tls,
    /// After a greeting, usually port 587; without it nothing is sent.
    #[default]
    Starttls,
    /// Not at all: for a server on this machine.
    None,
}

impl Tls {
    /// All of them, with their names in the settings.
    pub const ALL: [(Tls, &str); 3] =
        [(Tls::Starttls, "starttls"), (Tls::Tls, "tls"), (Tls::None, "none")];

    /// Its name in the settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        Tls::ALL.iter().find(|(tls, _)| *tls == self).map_or("", |(_, name)| name)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    server: String,
    port: Option<u16>,
    #[serde(default)]
    tls: Tls,
    from: String,
    user: Option<String>,
    password_file: Option<PathBuf>,
    address: Option<String>,
    day: Option<String>,
    hour: Option<i8>,
}

impl File {
    pub(super) fn mail(self) -> Result<Mail, String> {
        let day = self.day.unwrap_or_else(|| "monday".into()).to_lowercase();
        let day = WEEKDAYS.iter().find(|(name, _)| *name == day).map(|(_, day)| *day);
        let usual = match self.tls {
            Tls::Tls => 465,
            Tls::Starttls => 587,
            Tls::None => 25,
        };
        let hour = self.hour.unwrap_or(7);
        if !(0..24).contains(&hour) {
            return Err(t!("live-settings-mail-hour").into());
        }
        if !self.from.contains('@') {
            return Err(t!("live-settings-mail-from").into());
        }
        let address = self.address.map(|address| address.trim_end_matches('/').to_owned());
        Ok(Mail {
            server: self.server,
            port: self.port.unwrap_or(usual),
            tls: self.tls,
            from: self.from,
            user: self.user,
            password_file: self.password_file,
            address,
            day: day.ok_or(t!("live-settings-mail-day"))?,
            hour,
        })
    }
}
