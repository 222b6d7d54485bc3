//! What every request asks first: how far the ledger goes, and who is who. A connection of its own, so that
//! nobody who reads waits for a write to reach the disk; read anew only after a change.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{ACCOUNTS, CAMPAIGNS, Live, PERSONS, TEAMS, Trouble, learned, lock};
use crate::people::{People, Person};
use crate::store::{CHANGES, Position, SqliteStore, Store, StoreError};

/// The rooms that people are made of.
const ROOMS: [&str; 5] = [PERSONS, ACCOUNTS, CAMPAIGNS, TEAMS, learned::LEARNED];

/// A connection for reading, and what it has read.
pub(super) struct Reading {
    store: Box<dyn Store>,
    version: Option<u64>,
    head: Position,
    /// The count of changes of each room.
    changes: BTreeMap<String, Vec<u8>>,
    people: Option<Arc<People>>,
}

impl Reading {
    pub(super) fn open(path: &Path) -> Result<Reading, StoreError> {
        let store = Box::new(SqliteStore::open_existing(path)?);
        let (head, changes) = (Position(0), BTreeMap::new());
        Ok(Reading { store, version: None, head, changes, people: None })
    }

    /// Looks whether anything was written since it looked last.
    fn look(&mut self) -> Result<(), StoreError> {
        let version = self.store.version()?;
        if self.version == Some(version) {
            return Ok(());
        }
        self.head = self.store.head()?;
        let changes: BTreeMap<_, _> = self.store.notes(CHANGES)?.into_iter().collect();
        if ROOMS.iter().any(|room| changes.get(*room) != self.changes.get(*room)) {
            self.people = None;
        }
        (self.changes, self.version) = (changes, Some(version));
        Ok(())
    }
}

impl Live {
    /// The position of the last event.
    pub(super) fn head(&self) -> Result<Position, Trouble> {
        let mut reading = lock(&self.reading);
        reading.look()?;
        Ok(reading.head)
    }

    /// One note.
    pub(super) fn note(&self, room: &str, key: &str) -> Result<Option<Vec<u8>>, Trouble> {
        Ok(lock(&self.reading).store.note(room, key)?)
    }

    /// The notes of a room.
    pub(super) fn notes(&self, room: &str) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
        Ok(lock(&self.reading).store.notes(room)?)
    }

    /// Hands over what was recorded after a position.
    pub(super) fn read_after(
        &self,
        after: Position,
        each: &mut crate::store::EachEvent,
    ) -> Result<(), Trouble> {
        Ok(lock(&self.reading).store.read(after, each)?)
    }

    /// Who is who.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn people(&self) -> Result<Arc<People>, Trouble> {
        let mut reading = lock(&self.reading);
        reading.look()?;
        if let Some(people) = &reading.people {
            return Ok(Arc::clone(people));
        }
        let people = Arc::new(people(reading.store.as_ref())?);
        reading.people = Some(Arc::clone(&people));
        Ok(people)
    }

    /// Those people, shared where they are the ones who are kept.
    pub(super) fn same_people(&self, people: &People) -> Arc<People> {
        let kept = lock(&self.reading).people.clone();
        let same = kept.filter(|kept| std::ptr::eq(Arc::as_ptr(kept), people));
        same.unwrap_or_else(|| Arc::new(people.clone()))
    }
}

fn people(store: &dyn Store) -> Result<People, StoreError> {
    let names = |room| -> Result<BTreeMap<String, String>, StoreError> {
        let named = |(id, name): (String, Vec<u8>)| (id, String::from_utf8_lossy(&name).into());
        Ok(store.notes(room)?.into_iter().map(named).collect())
    };
    let persons = store.notes(PERSONS)?.into_iter().filter_map(|(id, bytes)| {
        serde_json::from_slice::<Person>(&bytes).ok().map(|person| (id, person))
    });
    let teams = store.notes(TEAMS)?.into_iter();
    let teams = teams.filter_map(|(name, b)| Some((name, serde_json::from_slice(&b).ok()?)));
    let learned = store.notes(learned::LEARNED)?.into_iter();
    let learned = learned.filter_map(|(id, b)| Some((id, serde_json::from_slice(&b).ok()?)));
    Ok(People {
        persons: persons.collect(),
        accounts: names(ACCOUNTS)?,
        campaigns: names(CAMPAIGNS)?,
        teams: teams.collect(),
        learned: learned.collect(),
    })
}
