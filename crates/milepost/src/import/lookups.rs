//! Names behind ids: what users, teams, accounts, stages and pipelines are called.
//!
//! Names of persons go to `People` and never into facts. Where a file knows a person only by name or
//! mail, the facts carry an id made from it.

use std::collections::{BTreeSet, HashMap};

use jiff::tz::TimeZone;
use ledger::money::Currency;
use sha2::{Digest, Sha256};

use crate::import::cells::Line;
use crate::import::mapping::{Field, Shape};
use crate::import::outcome::{Outcomes, end_by_flags, flag};
use crate::people::{People, Person};

/// What one import knows beside the facts.
#[derive(Debug)]
pub(super) struct Lookups {
    pub(super) zone: TimeZone,
    pub(super) currency: Option<Currency>,
    /// Of deals that name theirs somewhere.
    pub(super) currencies: HashMap<String, Currency>,
    pub(super) people: People,
    pub(super) outcomes: Outcomes,
    pub(super) stages: HashMap<String, String>,
    pub(super) pipelines: HashMap<String, String>,
    /// The deals of an activity.
    pub(super) links: HashMap<String, BTreeSet<String>>,
    teams: HashMap<String, String>,
    /// By what they are called in the files.
    ids: HashMap<String, String>,
}

impl Lookups {
    pub(super) fn new(zone: TimeZone, currency: Option<Currency>, outcomes: Outcomes) -> Lookups {
        Lookups {
            zone,
            currency,
            outcomes,
            currencies: HashMap::new(),
            people: People::default(),
            stages: HashMap::new(),
            pipelines: HashMap::new(),
            links: HashMap::new(),
            teams: HashMap::new(),
            ids: HashMap::new(),
        }
    }

    /// Learns the names in a row of a table of names; says whether there was something to learn.
    pub(super) fn learn(&mut self, cells: Line<'_>) -> bool {
        let (id, name) = (cells.text(Field::Id), cells.text(Field::Name));
        let own = |text: Option<&str>| text.map(str::to_owned);
        match (cells.plan.shape(), own(id), own(name)) {
            (Shape::People, Some(id), _) => return self.learn_person(id, cells),
            (Shape::Members, Some(id), _) => return self.learn_member(&id, cells),
            (Shape::StageNames, id, Some(name)) => self.learn_stage(id, name, cells),
            (Shape::Links, Some(id), _) => {
                let Some(deal) = cells.text(Field::Deal) else { return false };
                self.links.entry(id).or_default().insert(deal.to_owned());
            }
            (Shape::Teams, Some(id), Some(name)) => _ = self.teams.insert(id, name),
            (Shape::Accounts, Some(id), Some(name)) => _ = self.people.accounts.insert(id, name),
            (Shape::Pipelines, Some(id), Some(name)) => _ = self.pipelines.insert(id, name),
            _ => return false,
        }
        true
    }

    fn learn_person(&mut self, id: String, cells: Line<'_>) -> bool {
        let parts = [cells.text(Field::FirstName), cells.text(Field::LastName)];
        let joined = parts.iter().flatten().copied().collect::<Vec<_>>().join(" ");
        let mail = cells.text(Field::Mail);
        let name = cells.text(Field::Name).map(str::to_owned);
        let name = name.or(Some(joined).filter(|n| !n.is_empty())).or(mail.map(str::to_owned));
        let Some(name) = name else { return false };
        let team = cells.text(Field::Team);
        let team = team.map(|team| self.teams.get(team).map_or(team, String::as_str).to_owned());
        for word in [Some(name.as_str()), mail].into_iter().flatten() {
            self.ids.insert(word.to_owned(), id.clone());
        }
        self.people
            .persons
            .insert(id, Person { name, mail: mail.map(str::to_owned), team, ..Person::default() });
        true
    }

    fn learn_member(&mut self, id: &str, cells: Line<'_>) -> bool {
        let team = cells.text(Field::Team).and_then(|team| self.teams.get(team));
        let (Some(person), Some(team)) = (self.people.persons.get_mut(id), team) else {
            return false;
        };
        person.team = Some(team.clone());
        true
    }

    fn learn_stage(&mut self, id: Option<String>, name: String, cells: Line<'_>) {
        let yes = |field| cells.text(field).and_then(flag);
        if let Some(end) = end_by_flags(yes(Field::Won), yes(Field::Closed)) {
            self.outcomes.learn(&name, end);
        }
        if let Some(id) = id {
            self.stages.insert(id, name);
        }
    }

    /// Makes sure that a person known by name or mail has an id.
    pub(super) fn meet(&mut self, called: &str) {
        let called = called.trim();
        if called.is_empty() || self.ids.contains_key(called) {
            return;
        }
        let digest = Sha256::digest(called.to_lowercase().as_bytes());
        let hex: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let id = format!("p-{hex}");
        let mail = called.contains('@').then(|| called.to_owned());
        let person = Person { name: called.to_owned(), mail, ..Person::default() };
        self.people.persons.entry(id.clone()).or_insert(person);
        self.ids.insert(called.to_owned(), id);
    }

    /// The id of a person who was met.
    pub(super) fn id_of(&self, called: &str) -> Option<&str> {
        self.ids.get(called.trim()).map(String::as_str)
    }

    /// Remembers the name of an account or person that a row gives beside its id.
    pub(super) fn name(&mut self, id: Option<&str>, name: Option<&str>, person: bool) {
        let (Some(id), Some(name)) = (id, name) else { return };
        if person && !self.people.persons.contains_key(id) {
            let person = Person { name: name.to_owned(), ..Person::default() };
            self.people.persons.insert(id.to_owned(), person);
        } else if !person && !self.people.accounts.contains_key(id) {
            self.people.accounts.insert(id.to_owned(), name.to_owned());
        }
    }

    /// Remembers what a campaign is called. Reports of Salesforce cut its ids to 15 letters.
    pub(super) fn name_campaign(&mut self, id: Option<&str>, name: Option<&str>) {
        const SHORT: usize = 15;
        let (Some(id), Some(name)) = (id, name) else { return };
        let short = id.get(..SHORT).filter(|_| id.len() == SHORT + 3);
        for id in [Some(id), short].into_iter().flatten() {
            self.people.campaigns.insert(id.to_owned(), name.to_owned());
        }
    }
}
