//! Coming in: who has a login, who holds a session or a token. All of it lies in notes beside the ledger,
//! which can be erased; of passwords and tokens only what cannot be turned back.

pub mod keep;
mod tries;

use ledger::time::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Live, Trouble, lock};
use crate::answers::Refusal;
use crate::clock;
use crate::people::login::{Login, Pass, Role, Scope, Who};
use crate::people::password::Hashed;
use crate::people::secret::Secret;
use crate::people::totp;
use crate::settings::OwnersSee;
use crate::texts::t;

pub(super) use tries::Tries;

pub(super) const LOGINS: &str = "login";
const SESSIONS: &str = "session";
const TOKENS: &str = "token";
const INVITES: &str = "invite";

const HOUR: i64 = 3_600_000;
const SESSION: i64 = 14 * 24 * HOUR;
const INVITE: i64 = 48 * HOUR;

/// What somebody types to come in.
#[derive(Debug)]
pub struct Entry {
    /// Their mail address.
    pub mail: String,
    /// Their password.
    pub password: Secret,
    /// The code of the second factor, or a recovery code.
    pub code: Option<String>,
    /// Where they come from.
    pub from: String,
    /// What they look through.
    pub browser: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Came {
    /// They are in: the session's secret.
    In(Secret),
    /// The password is right; now the second factor.
    SecondFactor,
}

impl Live {
    /// Whether anybody has a login: until then, whoever sits at this machine may do everything.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn has_logins(&self) -> Result<bool, Trouble> {
        Ok(!self.notes(LOGINS)?.is_empty())
    }

    /// Checks what somebody typed, and lets them in.
    ///
    /// # Errors
    /// If they are not to come in: one sentence, whatever was wrong.
    pub fn come_in(&self, entry: &Entry) -> Result<Came, Trouble> {
        let keys =
            [format!("at {}", entry.from), format!("as {}", entry.mail.trim().to_lowercase())];
        let now = clock::now();
        // One at a time: the lock bounds the memory that guessing can take.
        let mut tries = lock(&self.tries);
        if let Some(minutes) = tries.wait(&keys, now) {
            return Err(Refusal(t!("live-too-many-tries", minutes = minutes)).into());
        }
        let found = self.login_of(&entry.mail)?;
        let hashed = found.as_ref().and_then(|(_, login)| login.password.as_ref());
        let right = match hashed {
            Some(hashed) => hashed.is(&entry.password),
            None => {
                Hashed::pretend(&entry.password);
                false
            }
        };
        let Some((id, mut login)) = found.filter(|_| right) else {
            tries.failed(&keys, now);
            return Err(Refusal(t!("live-wrong-login").into()).into());
        };
        if login.second.as_ref().is_some_and(|second| second.on) {
            let Some(code) = &entry.code else { return Ok(Came::SecondFactor) };
            if !passes_second(&mut login, code, now) {
                tries.failed(&keys, now);
                return Err(Refusal(t!("live-wrong-code").into()).into());
            }
            self.keep(LOGINS, &id, &login)?;
        }
        tries.forget(&keys[1]);
        Ok(Came::In(self.open_session(&id, &entry.browser)?))
    }

    /// A new session.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn open_session(&self, person: &str, browser: &str) -> Result<Secret, Trouble> {
        self.let_in(SESSIONS, person, browser, SESSION, Vec::new())
    }

    /// A new API token; its secret is given this once.
    ///
    /// # Errors
    /// If the person has no login, no scope is named, or it cannot be written.
    pub fn new_token(
        &self,
        person: &str,
        name: &str,
        scopes: Vec<Scope>,
        days: i64,
    ) -> Result<Secret, Trouble> {
        self.login(person)?;
        if scopes.is_empty() || name.trim().is_empty() || !(1..=3650).contains(&days) {
            let why = t!("live-token-needs");
            return Err(Refusal(why.into()).into());
        }
        self.let_in(TOKENS, person, name.trim(), days * 24 * HOUR, scopes)
    }

    /// A link that lets a person choose a password, once, within two days.
    ///
    /// # Errors
    /// If the person has no login, or it cannot be written.
    pub fn invite(&self, person: &str) -> Result<Secret, Trouble> {
        self.login(person)?;
        self.end_passes(INVITES, person, None)?;
        self.let_in(INVITES, person, "invitation", INVITE, Vec::new())
    }

    /// Whom an invitation is for.
    ///
    /// # Errors
    /// If it is not known, used or too old.
    pub fn invited(&self, secret: &Secret) -> Result<String, Trouble> {
        let pass: Option<Pass> = self.kept_note(INVITES, &secret.mark())?;
        let fresh = pass.filter(|pass| pass.until > clock::now());
        let old = || Refusal(t!("live-old-link").into());
        Ok(fresh.ok_or_else(old)?.person)
    }

    /// Sets a password; whoever was in with the old one is out.
    ///
    /// # Errors
    /// If it is too short or the person has no login.
    pub fn set_password(&self, person: &str, password: &Secret) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        login.password = Some(Hashed::of(password, clock::bits()).map_err(Refusal)?);
        self.keep(LOGINS, person, &login)?;
        self.end_passes(INVITES, person, None)?;
        self.end_passes(SESSIONS, person, None)
    }

    /// Who holds a session.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn who_holds(&self, session: &Secret) -> Result<Option<Who>, Trouble> {
        self.holder(SESSIONS, session)
    }

    /// Who holds a token.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn who_bears(&self, token: &Secret) -> Result<Option<Who>, Trouble> {
        self.holder(TOKENS, token)
    }

    fn holder(&self, room: &str, secret: &Secret) -> Result<Option<Who>, Trouble> {
        let mark = secret.mark();
        let pass: Option<Pass> = self.kept_note(room, &mark)?;
        let Some(pass) = pass.filter(|pass| pass.until > clock::now()) else { return Ok(None) };
        let Some(login) = self.kept_note::<Login>(LOGINS, &pass.person)? else { return Ok(None) };
        let sees = self.sees(&pass.person, login.role)?;
        let scopes = (room == TOKENS).then_some(pass.scopes);
        let (role, tongue, person) = (login.role, login.tongue, Some(pass.person));
        Ok(Some(Who { person, role, sees, scopes, pass: Some(mark), tongue }))
    }

    /// Whose deals somebody sees.
    fn sees(&self, person: &str, role: Role) -> Result<Option<Vec<String>>, Trouble> {
        match (self.settings.owners_see, role) {
            (OwnersSee::Own, Role::Rep) => Ok(Some(vec![person.to_owned()])),
            (OwnersSee::Own, Role::Manager) => {
                let people = self.people()?;
                let today = self.settings.day_of(clock::now());
                let team = people.team(person);
                let same = |id: &&String| team.is_some_and(|team| people.is_in(id, team, today));
                let mates = people.persons.keys().filter(same).cloned();
                Ok(Some(mates.chain([person.to_owned()]).collect()))
            }
            _ => Ok(None),
        }
    }

    fn let_in(
        &self,
        room: &str,
        person: &str,
        name: &str,
        time: i64,
        scopes: Vec<Scope>,
    ) -> Result<Secret, Trouble> {
        let (secret, since) = (Secret::of_bits(clock::bits()), clock::now());
        let name = name.chars().take(120).collect();
        let until = Moment(since.0 + time);
        self.keep(
            room,
            &secret.mark(),
            &Pass { person: person.into(), name, since, until, scopes },
        )?;
        Ok(secret)
    }

    /// Ends sessions, tokens or invitations of a person: one, or all.
    fn end_passes(&self, room: &str, person: &str, mark: Option<&str>) -> Result<(), Trouble> {
        let all = self.passes(room, person)?;
        let ended: Vec<_> =
            all.into_iter().filter(|(at, _)| mark.is_none_or(|mark| mark == at)).collect();
        self.forget(ended.iter().map(|(mark, _)| (room, mark.as_str())))
    }

    fn passes(&self, room: &str, person: &str) -> Result<Vec<(String, Pass)>, Trouble> {
        let all = self.kept_notes::<Pass>(room)?;
        Ok(all.into_iter().filter(|(_, pass)| pass.person == person).collect())
    }

    pub(super) fn kept_note<T: DeserializeOwned>(
        &self,
        room: &str,
        key: &str,
    ) -> Result<Option<T>, Trouble> {
        let note = self.note(room, key)?;
        Ok(note.and_then(|note| serde_json::from_slice(&note).ok()))
    }

    pub(super) fn kept_notes<T: DeserializeOwned>(
        &self,
        room: &str,
    ) -> Result<Vec<(String, T)>, Trouble> {
        let notes = self.notes(room)?.into_iter();
        Ok(notes.filter_map(|(k, v)| Some((k, serde_json::from_slice(&v).ok()?))).collect())
    }

    pub(super) fn keep(
        &self,
        room: &str,
        key: &str,
        value: &impl Serialize,
    ) -> Result<(), Trouble> {
        let bytes = serde_json::to_vec(value).map_err(std::io::Error::from)?;
        let mut store = self.store();
        let mut change = store.begin(clock::now())?;
        change.put_note(room, key, Some(&bytes))?;
        change.commit()?;
        Ok(())
    }

    pub(super) fn forget<'a>(
        &self,
        notes: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), Trouble> {
        let mut store = self.store();
        let mut change = store.begin(clock::now())?;
        for (room, key) in notes {
            change.put_note(room, key, None)?;
        }
        change.commit()?;
        Ok(())
    }
}

/// Takes a code of the second factor or one of the recovery codes, which is then gone.
fn passes_second(login: &mut Login, code: &str, now: Moment) -> bool {
    let Some(second) = &mut login.second else { return true };
    if let Some(step) = totp::accept(&second.key, code, now, second.used) {
        second.used = step;
        return true;
    }
    let mark = Secret::new(code.trim().to_lowercase()).mark();
    let before = second.recovery.len();
    second.recovery.retain(|kept| *kept != mark);
    second.recovery.len() < before
}
