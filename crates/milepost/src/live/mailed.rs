//! Who had their week by mail, and what came of sending it. Notes, not facts: nothing about the company follows
//! from them.

use ledger::time::{Day, Moment};
use serde::{Deserialize, Serialize};

use super::logins::LOGINS;
use super::{Live, Trouble};
use crate::clock;
use crate::people::login::Login;
use crate::settings::{Mail, Settings};
use crate::texts::Tongue;

const MAILED: &str = "mailed";
const OUTCOME: &str = "mail";

/// What came of sending the week the last time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// When.
    pub at: Moment,
    /// Letters that the server took.
    pub sent: usize,
    /// Why others were not sent.
    #[serde(default)]
    pub failed: Vec<String>,
}

impl Live {
    /// Whether somebody had the week that begins on a day.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn was_mailed(&self, person: &str, week: Day) -> Result<bool, Trouble> {
        let noted = self.note(MAILED, person)?;
        Ok(noted.is_some_and(|day| day == week.to_string().as_bytes()))
    }

    /// Notes that somebody had it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn note_mailed(&self, person: &str, week: Day) -> Result<(), Trouble> {
        let mut store = self.store();
        let mut change = store.begin(clock::now())?;
        change.put_note(MAILED, person, Some(week.to_string().as_bytes()))?;
        change.commit()?;
        Ok(())
    }

    /// How mail is sent, as it is set by now: unlike other settings it holds at once.
    #[must_use]
    pub fn mail(&self) -> Option<Mail> {
        Settings::beside(&self.path).map_or_else(|_| self.settings.mail.clone(), |now| now.mail)
    }

    /// What came of it the last time.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn mail_outcome(&self) -> Result<Option<Outcome>, Trouble> {
        let noted = self.note(OUTCOME, "last")?;
        Ok(noted.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// Notes what came of it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn note_mail_outcome(&self, outcome: &Outcome) -> Result<(), Trouble> {
        self.keep(OUTCOME, "last", outcome)
    }

    /// Whether somebody wants their week by mail: everybody with a login does until they say otherwise.
    ///
    /// # Errors
    /// If they have no login.
    pub fn wants_mail(&self, person: &str) -> Result<bool, Trouble> {
        Ok(!self.login(person)?.no_mail)
    }

    /// The language that somebody is written to in: their own, else the company's.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn tongue_of(&self, person: &str) -> Result<Tongue, Trouble> {
        Ok(self.own_tongue(person)?.or(self.settings.language).unwrap_or_default())
    }

    /// The language that somebody chose, if they did.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn own_tongue(&self, person: &str) -> Result<Option<Tongue>, Trouble> {
        Ok(self.kept_note::<Login>(LOGINS, person)?.and_then(|login| login.tongue))
    }

    /// Sets the language that somebody chose; without one, their browser says it.
    ///
    /// # Errors
    /// If they have no login, or it cannot be written.
    pub fn set_tongue(&self, person: &str, tongue: Option<Tongue>) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        login.tongue = tongue;
        self.keep(LOGINS, person, &login)
    }

    /// Sets whether they do.
    ///
    /// # Errors
    /// If they have no login, or it cannot be written.
    pub fn set_wants_mail(&self, person: &str, wants: bool) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        login.no_mail = !wants;
        self.keep(LOGINS, person, &login)
    }
}
