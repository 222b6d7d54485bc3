//! Setting the mail server. The password is written to a file of its own that only its owner may read, never into the
//! settings, and to nowhere else: nothing here gives it back.

use std::fs::{OpenOptions, remove_file, rename};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use toml::Table;

use super::changed::{Draft, place, put};
use super::{Mail, Settings, Tls, Unusable, weekday_name};
use crate::texts::t;

/// The file beside the ledger that holds a password that was typed.
const PASSWORD: &str = "milepost.smtp-password";

/// What somebody wants to have set; nothing takes the setting away, and without a server no mail is sent.
#[derive(Clone, Debug, Default)]
pub struct MailChanged {
    /// The server's name.
    pub server: Option<String>,
    /// A number.
    pub port: Option<String>,
    /// `tls`, `starttls` or `none`.
    pub tls: Option<String>,
    /// Whom mails are from.
    pub from: Option<String>,
    /// The name that the server knows us by.
    pub user: Option<String>,
    /// Where people open the pages.
    pub address: Option<String>,
    /// A day of the week.
    pub day: Option<String>,
    /// From 0 to 23.
    pub hour: Option<String>,
}

impl MailChanged {
    /// What is set.
    #[must_use]
    pub fn of(mail: &Mail) -> MailChanged {
        MailChanged {
            server: Some(mail.server.clone()),
            port: Some(mail.port.to_string()),
            tls: Some(mail.tls.name().to_owned()),
            from: Some(mail.from.clone()),
            user: mail.user.clone(),
            address: mail.address.clone(),
            day: Some(weekday_name(mail.day).to_owned()),
            hour: Some(mail.hour.to_string()),
        }
    }

    /// Writes it beside a ledger. No password keeps the one there is.
    ///
    /// # Errors
    /// If it would not be right, or a file cannot be written: then what was set stays.
    pub fn write(&self, ledger: &Path, password: Option<&str>) -> Result<(), Unusable> {
        let before = Settings::beside(ledger)?.mail.filter(|mail| mail.password_file.is_some());
        let draft = Draft::of(ledger, |table| {
            if password.is_none() && before.is_some_and(|before| self.leads_elsewhere(&before)) {
                return Err(t!("live-settings-mail-again").into());
            }
            self.put(table, password.is_some())
        })?;
        let file = place(ledger).with_file_name(PASSWORD);
        let failed = |error| Unusable::Unwritable(file.display().to_string(), error);
        if let Some(password) = password {
            keep(&file, password).map_err(failed)?;
        }
        draft.put()?;
        if self.user.is_none() || self.server.is_none() {
            forget(&file).map_err(failed)?;
        }
        Ok(())
    }

    fn put(&self, table: &mut Table, typed: bool) -> Result<(), String> {
        let Some(server) = &self.server else {
            table.remove("mail");
            return Ok(());
        };
        if typed && self.user.is_none() {
            return Err(t!("live-settings-mail-user").into());
        }
        if self.from.is_none() {
            return Err(t!("live-settings-mail-from").into());
        }
        let is_link =
            |address: &String| ["https://", "http://"].iter().any(|s| address.starts_with(s));
        if !self.address.as_ref().is_none_or(is_link) {
            return Err(t!("live-settings-mail-address").into());
        }
        let mail = table.entry("mail").or_insert_with(|| Table::new().into());
        let mail = mail.as_table_mut().ok_or(t!("live-settings-mail-table"))?;
        put(mail, "server", Some(server));
        put(mail, "tls", self.tls.as_ref());
        put(mail, "from", self.from.as_ref());
        put(mail, "user", self.user.as_ref());
        put(mail, "address", self.address.as_ref());
        put(mail, "day", self.day.as_ref());
        number(mail, "port", self.port.as_ref(), 1..=65535, t!("live-settings-mail-port"))?;
        number(mail, "hour", self.hour.as_ref(), 0..=23, t!("live-settings-mail-hour"))?;
        if typed {
            mail.insert("password_file".into(), PASSWORD.into());
        } else if self.user.is_none() {
            mail.remove("password_file");
        }
        Ok(())
    }

    /// Whether it has the password sent to another server than before, or in the clear: who may only set a server must
    /// not come by the password of another one.
    #[must_use]
    pub fn leads_elsewhere(&self, before: &Mail) -> bool {
        let Some(server) = &self.server else { return false };
        let bares = self.tls.as_deref() == Some(Tls::None.name()) && before.tls != Tls::None;
        self.user.is_some() && (!server.trim().eq_ignore_ascii_case(&before.server) || bares)
    }
}

fn number(
    table: &mut Table,
    key: &str,
    said: Option<&String>,
    range: std::ops::RangeInclusive<i64>,
    wrong: &str,
) -> Result<(), String> {
    table.remove(key);
    if let Some(said) = said {
        let number = said.trim().parse().ok().filter(|number| range.contains(number));
        table.insert(key.into(), number.ok_or(wrong)?.into());
    }
    Ok(())
}

/// Only its owner may read it, from its first byte on.
fn keep(file: &Path, password: &str) -> io::Result<()> {
    let new: PathBuf = file.with_extension("smtp-password.new");
    forget(&new)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&new)?;
    out.write_all(password.as_bytes())?;
    out.sync_all()?;
    rename(&new, file)
}

fn forget(file: &Path) -> io::Result<()> {
    match remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{MailChanged, PASSWORD};
    use crate::settings::Settings;

    fn post() -> MailChanged {
        let said = |text: &str| Some(text.to_owned());
        let (server, from, user) = (said("smtp.example.com"), said("a@b.example"), said("post"));
        MailChanged { server, from, user, tls: said("starttls"), ..MailChanged::default() }
    }

    #[test]
    fn a_password_lies_apart_and_leaves_with_its_user() {
        let folder = TempDir::new().unwrap();
        let ledger = folder.path().join("milepost.db");
        fs::write(folder.path().join("milepost.toml"), "[sources]\nnames.A = ['x']\n").unwrap();
        post().write(&ledger, Some("secret word")).unwrap();
        let secret = folder.path().join(PASSWORD);
        assert_eq!(fs::read_to_string(&secret).unwrap(), "secret word");
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(
                &fs::metadata(&secret).unwrap().permissions(),
            );
            assert_eq!(mode & 0o777, 0o600);
        }
        let text = fs::read_to_string(folder.path().join("milepost.toml")).unwrap();
        assert!(text.contains("[sources") && !text.contains("secret word"), "{text}");
        let mail = Settings::beside(&ledger).unwrap().mail.unwrap();
        assert_eq!((mail.port, mail.password_file), (587, Some(secret.clone())));

        post().write(&ledger, None).unwrap();
        assert!(secret.exists(), "nothing typed keeps it");
        MailChanged { user: None, ..post() }.write(&ledger, None).unwrap();
        assert!(!secret.exists());
        post().write(&ledger, Some("secret word")).unwrap();
        MailChanged { server: None, ..post() }.write(&ledger, None).unwrap();
        assert!(Settings::beside(&ledger).unwrap().mail.is_none() && !secret.exists());
    }

    #[test]
    fn a_password_is_not_handed_to_another_server() {
        let folder = TempDir::new().unwrap();
        let ledger = folder.path().join("milepost.db");
        post().write(&ledger, Some("secret word")).unwrap();
        let said = |text: &str| Some(text.to_owned());
        for other in [
            MailChanged { server: said("smtp.evil.example"), ..post() },
            MailChanged { tls: said("none"), ..post() },
        ] {
            let why = other.write(&ledger, None).unwrap_err().to_string();
            assert!(why.contains("password again"), "{why}");
            other.write(&ledger, Some("another")).unwrap();
            post().write(&ledger, Some("secret word")).unwrap();
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_changes_nothing() {
        let folder = TempDir::new().unwrap();
        let ledger = folder.path().join("milepost.db");
        post().write(&ledger, Some("secret word")).unwrap();
        let said = |text: &str| Some(text.to_owned());
        for (wrong, named) in [
            (MailChanged { port: said("many"), ..post() }, "65535"),
            (MailChanged { hour: said("24"), ..post() }, "0 to 23"),
            (MailChanged { from: None, ..post() }, "mail address"),
            (MailChanged { from: said("post"), ..post() }, "mail address"),
            (MailChanged { tls: said("secret"), ..post() }, "starttls"),
            (MailChanged { address: said("example.com"), ..post() }, "https://"),
            (MailChanged { user: None, ..post() }, "user"),
        ] {
            let why = wrong.write(&ledger, Some("other")).unwrap_err().to_string();
            assert!(why.contains(named), "{why}");
        }
        assert_eq!(fs::read_to_string(folder.path().join(PASSWORD)).unwrap(), "secret word");
    }
}
