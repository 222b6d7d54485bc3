//! What the company has set, for programs. Of a password it is only said whether there is one and where it comes from.

use ledger::money::Currency;
use ledger::time::Moment;
use serde::Serialize;

use super::Answer;
use super::table::{Cell, Table};
use crate::settings::{Mail, OwnersSee, Settings, weekday_name};
use crate::texts::t;

/// The settings as they stand in the file.
#[derive(Clone, Debug, Serialize)]
pub struct SettingsAnswer {
    /// Of answers; none is the deals' own.
    pub currency: Option<Currency>,
    /// Of answers; none is that of whoever asks.
    pub language: Option<&'static str>,
    /// By its IANA name.
    pub time_zone: String,
    /// A month, from 1 to 12.
    pub fiscal_year_start: i8,
    /// `4-4-5` and the like; none is the calendar's months.
    pub fiscal_weeks: Option<String>,
    /// On which weeks begin.
    pub first_weekday: &'static str,
    /// Whose deals reps see: `all` or `own`.
    pub owners_see: &'static str,
    /// How mail is sent; none is, without.
    pub mail: Option<MailLine>,
    /// What came of sending the week the last time.
    pub last_mail: Option<LastMail>,
}

/// The mail server, and when the week goes out.
#[derive(Clone, Debug, Serialize)]
pub struct MailLine {
    /// Its name.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// `tls`, `starttls` or `none`.
    pub tls: &'static str,
    /// Whom mails are from.
    pub from: String,
    /// The name that the server knows us by.
    pub user: Option<String>,
    /// Where the password comes from: `file` or `environment`; none where there is none.
    pub password: Option<&'static str>,
    /// Where people open the pages.
    pub address: Option<String>,
    /// A day of the week.
    pub day: &'static str,
    /// From 0 to 23, in the company's time zone.
    pub hour: i8,
}

/// What came of sending the week.
#[derive(Clone, Debug, Serialize)]
pub struct LastMail {
    /// When.
    pub at: Moment,
    /// Letters that the server took.
    pub sent: usize,
    /// Why others were not sent.
    pub failed: Vec<String>,
}

impl SettingsAnswer {
    /// What is set; `password` says where that of the mail server comes from.
    #[must_use]
    pub fn of(
        set: &Settings,
        password: Option<&'static str>,
        last_mail: Option<LastMail>,
    ) -> SettingsAnswer {
        let sees = match set.owners_see {
            OwnersSee::All => "all",
            OwnersSee::Own => "own",
        };
        SettingsAnswer {
            currency: set.currency,
            language: set.language.map(crate::texts::Tongue::code),
            time_zone: set.zone.iana_name().unwrap_or("UTC").to_owned(),
            fiscal_year_start: set.fiscal.start,
            fiscal_weeks: set.fiscal.weeks.map(|weeks| weeks.name()),
            first_weekday: weekday_name(set.first_weekday),
            owners_see: sees,
            mail: set.mail.as_ref().map(|mail| MailLine::of(mail, password)),
            last_mail,
        }
    }
}

impl MailLine {
    fn of(mail: &Mail, password: Option<&'static str>) -> MailLine {
        MailLine {
            server: mail.server.clone(),
            port: mail.port,
            tls: mail.tls.name(),
            from: mail.from.clone(),
            user: mail.user.clone(),
            password,
            address: mail.address.clone(),
            day: weekday_name(mail.day),
            hour: mail.hour,
        }
    }
}

impl Answer for SettingsAnswer {
    fn sentence(&self) -> String {
        t!("settings-lead").into()
    }

    fn tables(&self) -> Vec<Table> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let currency = self.currency.map(|currency| currency.code().to_owned());
        let mut set = vec![
            ("currency", Cell::text(currency.as_deref())),
            ("language", Cell::text(self.language)),
            ("time_zone", text(&self.time_zone)),
            ("fiscal_year_start", text(&self.fiscal_year_start.to_string())),
            ("fiscal_weeks", Cell::text(self.fiscal_weeks.as_deref())),
            ("first_weekday", text(self.first_weekday)),
            ("owners_see", text(self.owners_see)),
        ];
        if let Some(mail) = &self.mail {
            set.extend([
                ("mail_server", text(&mail.server)),
                ("mail_port", text(&mail.port.to_string())),
                ("mail_tls", text(mail.tls)),
                ("mail_from", text(&mail.from)),
                ("mail_user", Cell::text(mail.user.as_deref())),
                ("mail_password", Cell::text(mail.password)),
                ("mail_address", Cell::text(mail.address.as_deref())),
                ("mail_day", text(mail.day)),
                ("mail_hour", text(&mail.hour.to_string())),
            ]);
        }
        let rows = set.into_iter().map(|(name, value)| vec![text(name), value]).collect();
        let title = t!("page-settings").into();
        vec![Table { title, columns: vec!["setting", "value"], rows }]
    }
}
