//! Keeping logins: adding a person, changing a role, the second factor, erasing somebody.

use ledger::time::Day;
use serde::Serialize;

use super::super::learned::LEARNED;
use super::super::{Live, PERSONS, Trouble, lock};
use super::{INVITES, LOGINS, SESSIONS, TOKENS, passes_second};
use crate::answers::Refusal;
use crate::clock;
use crate::people::login::{Login, Pass, Role, Second};
use crate::people::password::Hashed;
use crate::people::secret::Secret;
use crate::people::{People, Person, alike, totp};
use crate::texts::t;

/// Somebody, as an admin sees them.
#[derive(Clone, Debug, Serialize)]
pub struct Member {
    /// Their id in the ledger.
    pub id: String,
    /// Who they are.
    #[serde(flatten)]
    pub person: Person,
    /// What they may do; none where they have no login.
    pub role: Option<Role>,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
}

/// What is shown once while a second factor is set up.
#[derive(Debug)]
pub struct Setup {
    /// The key, to be typed into a telephone.
    pub key: Secret,
    /// Codes that each let in once without the telephone.
    pub recovery: Vec<Secret>,
}

impl Live {
    /// Adds a person, or gives one who is known by this mail or id a login. Gives the id.
    ///
    /// # Errors
    /// If the mail is none or somebody else's, or they have a login already.
    pub fn add_person(
        &self,
        id: Option<&str>,
        person: Person,
        role: Role,
    ) -> Result<String, Trouble> {
        let mail = person.mail.as_deref().map(str::trim).unwrap_or_default().to_owned();
        if !mail.contains('@') || person.name.trim().is_empty() {
            return Err(Refusal(t!("live-login-needs").into()).into());
        }
        let people = self.people()?;
        let by_mail = people.find(&mail).map_err(Refusal)?;
        let meant = id.map(|id| people.find(id).map(|found| found.unwrap_or(id.trim().to_owned())));
        let id = match (meant.transpose().map_err(Refusal)?, by_mail) {
            (Some(id), Some(other)) if id != other => {
                return Err(Refusal(t!("live-mail-taken", mail = mail, other = other)).into());
            }
            (Some(id), _) | (None, Some(id)) => id,
            (None, None) => clock::new_id().to_string(),
        };
        if self.kept_note::<Login>(LOGINS, &id)?.is_some() {
            return Err(Refusal(t!("live-has-login", person = id)).into());
        }
        let mut known = people.persons.get(&id).cloned().unwrap_or_default();
        if let Some(team) = person.team {
            let today = self.settings.day_of(clock::now());
            known.join(Some(team), known.team.is_some().then_some(today));
        }
        let person = Person { name: person.name.trim().to_owned(), mail: Some(mail), ..known };
        let persons = [(id.clone(), person)].into();
        self.append(&[], &People { persons, ..People::default() })?;
        self.keep(
            LOGINS,
            &id,
            &Login { role, password: None, second: None, no_mail: false, tongue: None },
        )?;
        Ok(id)
    }

    /// Makes the owner's login, the first of all.
    ///
    /// # Errors
    /// If there is one already, or what is said will not do.
    pub fn found(&self, person: Person, password: &Secret) -> Result<String, Trouble> {
        let _one_at_a_time = lock(&self.tries);
        if self.has_logins()? {
            return Err(Refusal(t!("live-first-login").into()).into());
        }
        let hashed = Hashed::of(password, clock::bits()).map_err(Refusal)?;
        let id = self.add_person(None, person, Role::Admin)?;
        let login = Login { password: Some(hashed), ..self.login(&id)? };
        self.keep(LOGINS, &id, &login)?;
        Ok(id)
    }

    /// Everybody that is known.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn members(&self) -> Result<Vec<Member>, Trouble> {
        let logins = self.kept_notes::<Login>(LOGINS)?;
        let find = |id: &str| logins.iter().find(|(of, _)| of == id).map(|(_, login)| login);
        let member = |(id, person): (String, Person)| {
            let login = find(&id);
            let second = login.and_then(|login| login.second.as_ref());
            let second_factor = second.is_some_and(|second| second.on);
            Member { role: login.map(|login| login.role), second_factor, id, person }
        };
        Ok(self.people()?.persons.clone().into_iter().map(member).collect())
    }

    /// The id of a person by id, name or mail.
    ///
    /// # Errors
    /// If nobody or more than one is called so.
    pub fn person_called(&self, called: &str) -> Result<String, Trouble> {
        let unknown = || Refusal(t!("live-nobody-called", person = called));
        Ok(self.people()?.find(called).map_err(Refusal)?.ok_or_else(unknown)?)
    }

    /// Gives somebody another role.
    ///
    /// # Errors
    /// If nobody would be left to keep people and settings.
    pub fn set_role(&self, person: &str, role: Role) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        if role != Role::Admin {
            self.another_admin(person)?;
        }
        login.role = role;
        self.keep(LOGINS, person, &login)
    }

    /// Puts somebody into a team, or into none, since a day; by default since today, and for ever where they
    /// were in none.
    ///
    /// # Errors
    /// If nobody bears this id.
    pub fn set_team(
        &self,
        id: &str,
        team: Option<String>,
        since: Option<Day>,
    ) -> Result<(), Trouble> {
        let unknown = || Refusal(t!("live-nobody-bears", person = id));
        let mut person = self.people()?.persons.get(id).cloned().ok_or_else(unknown)?;
        let today = self.settings.day_of(clock::now());
        person.join(team, since.or(person.team.is_some().then_some(today)));
        let persons = [(id.to_owned(), person)].into();
        self.append(&[], &People { persons, ..People::default() })
    }

    /// Makes a team part of another one, or of none, since a day; by default since today, and for ever where it
    /// was part of none.
    ///
    /// # Errors
    /// If the one lies in the other already, or nobody is in it.
    pub fn set_over(
        &self,
        name: &str,
        under: Option<String>,
        since: Option<Day>,
    ) -> Result<(), Trouble> {
        let (people, today) = (self.people()?, self.settings.day_of(clock::now()));
        let all = people.all_teams(today);
        let called = |wanted: &str| all.keys().find(|name| alike(name, wanted)).copied();
        let Some(name) = called(name) else {
            let known: Vec<&str> = all.keys().copied().collect();
            let why = t!("live-no-team", team = name, teams = known.join(", "));
            return Err(Refusal(why).into());
        };
        let under =
            under.map(|under| called(&under).map_or(under.trim().to_owned(), str::to_owned));
        if let Some(under) = under.as_deref().filter(|under| people.lies_in(under, name, today)) {
            let why = t!("live-team-part", under = under, team = name);
            return Err(Refusal(why).into());
        }
        let mut team = people.teams.get(name).cloned().unwrap_or_default();
        team.belong(under, since.or(team.under.is_some().then_some(today)));
        let teams = [(name.to_owned(), team)].into();
        self.append(&[], &People { teams, ..People::default() })
    }

    /// Erases who somebody is: name, mail, login, sessions and tokens. Their id stays in the ledger.
    ///
    /// # Errors
    /// If nobody would be left to keep people and settings.
    pub fn erase_person(&self, person: &str) -> Result<(), Trouble> {
        if self.kept_note::<Login>(LOGINS, person)?.is_some() {
            self.another_admin(person)?;
        }
        let mut notes: Vec<_> =
            [PERSONS, LOGINS, LEARNED].map(|room| (room, person.to_owned())).into();
        for room in [SESSIONS, TOKENS, INVITES] {
            notes.extend(self.passes(room, person)?.into_iter().map(|(mark, _)| (room, mark)));
        }
        self.forget(notes.iter().map(|(room, key)| (*room, key.as_str())))
    }

    fn another_admin(&self, person: &str) -> Result<(), Trouble> {
        let logins = self.kept_notes::<Login>(LOGINS)?;
        let is_other = |(id, login): &(String, Login)| id != person && login.role == Role::Admin;
        if logins.iter().any(is_other) {
            return Ok(());
        }
        Err(Refusal(t!("live-last-admin").into()).into())
    }

    /// Sessions or tokens of a person.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn open_passes(&self, person: &str, tokens: bool) -> Result<Vec<(String, Pass)>, Trouble> {
        let now = clock::now();
        let all = self.passes(if tokens { TOKENS } else { SESSIONS }, person)?;
        Ok(all.into_iter().filter(|(_, pass)| pass.until > now).collect())
    }

    /// Ends a session or a token of a person.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_pass(&self, person: &str, mark: &str) -> Result<(), Trouble> {
        self.end_passes(SESSIONS, person, Some(mark))?;
        self.end_passes(TOKENS, person, Some(mark))
    }

    /// Begins a second factor; it counts once a code was right.
    ///
    /// # Errors
    /// If the person has no login.
    pub fn begin_second(&self, person: &str) -> Result<Setup, Trouble> {
        let mut login = self.login(person)?;
        let key = clock::bits::<20>().to_vec();
        let recovery: Vec<Secret> = (0..8)
            .map(|_| totp::base32(&clock::bits::<10>()))
            .map(|code| Secret::new(code.to_lowercase()))
            .collect();
        let marks = recovery.iter().map(Secret::mark).collect();
        let setup = Setup { key: Secret::new(totp::base32(&key)), recovery };
        login.second = Some(Second { key, used: 0, recovery: marks, on: false });
        self.keep(LOGINS, person, &login)?;
        Ok(setup)
    }

    /// Turns the second factor on with a code.
    ///
    /// # Errors
    /// If the code is not right.
    pub fn confirm_second(&self, person: &str, code: &str) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        if login.second.is_none() || !passes_second(&mut login, code, clock::now()) {
            return Err(Refusal(t!("live-code-shown").into()).into());
        }
        if let Some(second) = &mut login.second {
            second.on = true;
        }
        self.keep(LOGINS, person, &login)
    }

    /// Turns the second factor off.
    ///
    /// # Errors
    /// If the person has no login.
    pub fn end_second(&self, person: &str) -> Result<(), Trouble> {
        let mut login = self.login(person)?;
        login.second = None;
        self.keep(LOGINS, person, &login)
    }

    /// Whether a password is a person's own: asked before what matters is changed.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_password(&self, person: &str, password: &Secret) -> Result<(), Trouble> {
        let (keys, now) = ([format!("own {person}")], clock::now());
        let mut tries = lock(&self.tries);
        if let Some(minutes) = tries.wait(&keys, now) {
            return Err(Refusal(t!("live-too-many-tries", minutes = minutes)).into());
        }
        let login = self.login(person)?;
        if login.password.is_some_and(|hashed| hashed.is(password)) {
            return Ok(());
        }
        tries.failed(&keys, now);
        Err(Refusal(t!("live-not-your-password").into()).into())
    }

    pub(in crate::live) fn login(&self, person: &str) -> Result<Login, Trouble> {
        let none = || Refusal(t!("live-no-login", person = person));
        Ok(self.kept_note(LOGINS, person)?.ok_or_else(none)?)
    }

    pub(super) fn login_of(&self, mail: &str) -> Result<Option<(String, Login)>, Trouble> {
        let people = self.people()?;
        let is =
            |p: &Person| p.mail.as_deref().is_some_and(|m| m.eq_ignore_ascii_case(mail.trim()));
        let mut ids = people.persons.iter().filter(|(_, person)| is(person)).map(|(id, _)| id);
        ids.find_map(|id| Some(self.kept_note(LOGINS, id).transpose()?.map(|l| (id.clone(), l))))
            .transpose()
    }
}
