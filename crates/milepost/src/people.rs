//! Who the ids in the ledger stand for. The ledger cannot forget, so names and mails are kept
//! beside it, in notes that can be erased.

pub mod login;
pub mod password;
pub mod secret;
pub mod teams;
pub mod totp;

use std::collections::BTreeMap;

use ledger::time::{Day, Moment};
use serde::{Deserialize, Serialize};

use crate::texts::t;
use teams::{Team, Was};

/// Persons and accounts by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// Salespeople and everyone else who acts.
    pub persons: BTreeMap<String, Person>,
    /// What accounts are called, where the ledger holds only their ids.
    pub accounts: BTreeMap<String, String>,
    /// What campaigns are called, where touches hold only their ids.
    pub campaigns: BTreeMap<String, String>,
    /// The teams that are or were part of others, by their names.
    pub teams: BTreeMap<String, Team>,
    /// How far persons are in the course, by their ids.
    pub learned: BTreeMap<String, Learned>,
}

/// What somebody made of the questions of the course.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// When they answered last.
    pub last: Moment,
    /// How many answers were right then …
    pub right: usize,
    /// … of so many.
    pub asked: usize,
    /// The best share of right answers so far.
    pub best: f64,
    /// How often they answered.
    pub times: u32,
}

/// A person who acts in the ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// What to call them.
    pub name: String,
    /// Where to write to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// The team or department they belong to today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Those they belonged to before, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Was>,
}

impl Person {
    /// Puts them into a team, or into none, from a day on; for ever where they were in none before.
    pub fn join(&mut self, team: Option<String>, since: Option<Day>) {
        match since {
            Some(since) => teams::change(&mut self.team, &mut self.before, team, since),
            None => (self.team, self.before) = (team, Vec::new()),
        }
    }
}

/// Whether two names are the same in any case of letters, blanks around the second aside.
#[must_use]
pub fn alike(name: &str, wanted: &str) -> bool {
    let lower = |text| str::chars(text).flat_map(char::to_lowercase);
    lower(name).eq(lower(wanted.trim()))
}

impl People {
    /// A person's name, or the id where no name is known or it was erased.
    #[must_use]
    pub fn person<'a>(&'a self, id: &'a str) -> &'a str {
        self.persons.get(id).map_or(id, |person| &person.name)
    }

    /// A person's team today.
    #[must_use]
    pub fn team(&self, id: &str) -> Option<&str> {
        self.persons.get(id)?.team.as_deref()
    }

    /// An account's name, or the id where no name is known.
    #[must_use]
    pub fn account<'a>(&'a self, id: &'a str) -> &'a str {
        self.accounts.get(id).map_or(id, String::as_str)
    }

    /// A campaign's name, or what stands in its place.
    #[must_use]
    pub fn campaign<'a>(&'a self, id: &'a str) -> &'a str {
        self.campaigns.get(id).map_or(id, String::as_str)
    }

    /// Whether a person goes by this id or this name, in any case of letters.
    #[must_use]
    pub fn is_called(&self, id: &str, wanted: &str) -> bool {
        id == wanted || alike(self.person(id), wanted)
    }

    /// The id of whoever is meant by an id, a name or a mail address; an id goes before a name.
    ///
    /// # Errors
    /// If several are called so.
    pub fn find(&self, called: &str) -> Result<Option<String>, String> {
        let called = called.trim();
        if self.persons.contains_key(called) {
            return Ok(Some(called.to_owned()));
        }
        let is_mail = |mail: &str| mail.eq_ignore_ascii_case(called);
        let fits = |(id, person): &(&String, &Person)| {
            self.is_called(id, called) || person.mail.as_deref().is_some_and(is_mail)
        };
        let mut found = self.persons.iter().filter(fits).map(|(id, _)| id);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(t!("live-several-called", person = called)),
            (one, _) => Ok(one.cloned()),
        }
    }

    /// Keeps what is known of persons already where nothing newer is said.
    /// A team that is another one has held since a day.
    pub fn keep(&mut self, before: &People, since: Day) {
        for (id, person) in &mut self.persons {
            let Some(known) = before.persons.get(id) else { continue };
            person.mail = person.mail.take().or_else(|| known.mail.clone());
            let team = person.team.take().or_else(|| known.team.clone());
            (person.team, person.before) = (known.team.clone(), known.before.clone());
            person.join(team, known.team.is_some().then_some(since));
        }
    }

    /// Takes over what `newer` says.
    pub fn extend(&mut self, newer: People) {
        self.persons.extend(newer.persons);
        self.accounts.extend(newer.accounts);
        self.campaigns.extend(newer.campaigns);
        self.teams.extend(newer.teams);
    }
}
