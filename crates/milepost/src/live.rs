//! The store and the book it folds to: the only place where bytes and facts meet.
//!
//! Books are kept ready (`books.rs`), and what every request asks first (`reading.rs`). Every write goes
//! through a decision of the ledger or comes from an import.

pub mod acting;
mod audit;
mod books;
pub mod calls;
mod given;
mod imports;
mod kept;
mod late;
mod learned;
pub mod logins;
pub mod mailed;
pub mod many;
mod reading;
mod refused;
pub mod stored;
pub mod views;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ledger::book::Book;
use ledger::codec;
use ledger::decide::{CompanyIntent, Draft, Intent, decide_company, decide_seen, take_back};
use ledger::event::Event;
use ledger::time::{Day, Moment};

use crate::answers::{AsOf, Lens};
use crate::clock;
use crate::import::known::Known;
use crate::import::notes::Report;
use crate::import::{DryRun, ImportError, Options, dry_run, import};
use crate::people::People;
use crate::settings::{self, Settings};
use crate::store::{Append, Position, SqliteStore, Store, StoreError};
use crate::texts::t;

/// An open ledger.
pub struct Live {
    store: Mutex<Box<dyn Store>>,
    reading: Mutex<reading::Reading>,
    books: books::Books,
    narrowed: Mutex<Vec<acting::Narrowed>>,
    tries: Mutex<logins::Tries>,
    answers: kept::Kept,
    settings: Settings,
    path: PathBuf,
}

/// What can go wrong with an open ledger, in a sentence that says what to do.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each passes on the sentence of its room")]
pub enum Trouble {
    #[error("{}", stored::said(.0))]
    Store(#[from] StoreError),
    #[error(transparent)]
    Settings(#[from] settings::Unusable),
    #[error("{}", refused::said(.0))]
    Refused(#[from] ledger::decide::Refusal),
    #[error(transparent)]
    Asked(#[from] crate::answers::Refusal),
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error("{}", t!("live-unreadable", event = .0.to_string(), why = .1.to_string()))]
    Unreadable(u64, codec::Unreadable),
    #[error("{}", t!("live-write", why = .0.to_string()))]
    Write(#[from] io::Error),
}

/// What `verify` found.
pub struct Verified {
    /// Events that were looked at.
    pub events: u64,
    /// Each damage in a sentence; empty if there is none.
    pub damage: Vec<String>,
}

/// Opening and reading.
impl Live {
    /// Opens a ledger for writing, and makes one where there is none.
    ///
    /// # Errors
    /// If the file cannot be used, or the settings beside it.
    pub fn open(path: &Path) -> Result<Live, Trouble> {
        Live::with(SqliteStore::open(path)?, path)
    }

    /// Opens a ledger that exists, for reading.
    ///
    /// # Errors
    /// If there is none, or it cannot be used.
    pub fn open_existing(path: &Path) -> Result<Live, Trouble> {
        Live::with(SqliteStore::open_existing(path)?, path)
    }

    fn with(store: SqliteStore, path: &Path) -> Result<Live, Trouble> {
        let settings = Settings::beside(path)?;
        let store: Box<dyn Store> = Box::new(store);
        Ok(Live {
            store: Mutex::new(store),
            reading: Mutex::new(reading::Reading::open(path)?),
            books: books::Books::default(),
            narrowed: Mutex::default(),
            tries: Mutex::default(),
            answers: kept::Kept::default(),
            settings,
            path: path.to_owned(),
        })
    }

    /// What the company has set.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The deals as known before `cut`: all that whoever acts may see.
    ///
    /// # Errors
    /// If the store or an event in it cannot be read.
    pub fn book(&self, cut: Moment) -> Result<Arc<Book>, Trouble> {
        Ok(self.seen(self.all(cut)?))
    }

    /// Hands every event to `each`, in the order in which they were recorded.
    fn read(&self, mut each: impl FnMut(&Event<&str>)) -> Result<(), Trouble> {
        let mut unreadable = None;
        self.store().read(Position(0), &mut |position, bytes| match codec::decode(bytes) {
            Ok(event) => each(&event),
            Err(error) => {
                unreadable.get_or_insert(Trouble::Unreadable(position.0, error));
            }
        })?;
        unreadable.map_or(Ok(()), Err)
    }

    /// Writes every event as a line of JSON.
    ///
    /// # Errors
    /// If the store cannot be read or `out` not be written.
    pub fn export(&self, out: &mut dyn Write) -> Result<(), Trouble> {
        let mut failed = None;
        self.read(|event| {
            if failed.is_none() {
                let line = serde_json::to_writer(&mut *out, event).map_err(io::Error::from);
                failed = line.and_then(|()| out.write_all(b"\n")).err();
            }
        })?;
        failed.map_or(Ok(()), |error| Err(error.into()))
    }

    /// Copies the ledger to a new file.
    ///
    /// # Errors
    /// If the copy cannot be made.
    pub fn backup(&self, to: &Path) -> Result<(), Trouble> {
        Ok(self.store().backup(to)?)
    }

    /// Checks every byte of every event, and that every event can be read.
    ///
    /// # Errors
    /// If the store cannot be read at all.
    pub fn verify(&self) -> Result<Verified, Trouble> {
        let mut unreadable = Vec::new();
        let checked = self.store().verify(&mut |position, bytes| {
            if let Err(error) = codec::decode(bytes) {
                let (event, why) = (position.0.to_string(), error.to_string());
                unreadable.push(t!("live-damaged", event = event, why = why));
            }
        })?;
        let mut damage: Vec<String> = checked.damage.iter().map(stored::damage).collect();
        damage.extend(unreadable);
        Ok(Verified { events: checked.events, damage })
    }

    fn store(&self) -> MutexGuard<'_, Box<dyn Store>> {
        lock(&self.store)
    }
}

const PERSONS: &str = "person";
const ACCOUNTS: &str = "account";
const CAMPAIGNS: &str = "campaign";
const TEAMS: &str = "team";

/// Writing.
impl Live {
    /// Decides on an intent about a deal and records what follows. Returns the kinds of the facts.
    ///
    /// # Errors
    /// The rule that forbids it, or why it could not be recorded.
    pub fn record(
        &self,
        deal: &str,
        intent: &Intent,
        actor: Option<&str>,
    ) -> Result<Vec<&'static str>, Trouble> {
        self.record_on(deal, intent, None, actor)
    }

    /// The same for somebody who has seen so many facts of the deal (`ledger::decide::revision`): refused
    /// if there are more by now. No intent is the opposite of what was recorded last.
    ///
    /// # Errors
    /// The rule that forbids it, or why it could not be recorded.
    pub fn record_seen(
        &self,
        deal: &str,
        seen: usize,
        intent: Option<&Intent>,
        on: Option<Day>,
        actor: Option<&str>,
    ) -> Result<Vec<&'static str>, Trouble> {
        let decide = |lens: &Lens| {
            let newest = (lens.book, &lens.process);
            decide_seen(newest, deal, (seen, lens.as_of.moment), intent.cloned())
        };
        let on = on.filter(|_| intent.is_some());
        self.write(decide, Some(deal), (self.happened(deal, on)?, actor))
    }

    /// Takes back what was recorded last of a deal, by its opposite.
    ///
    /// # Errors
    /// If it has none, or why it could not be recorded.
    pub fn take_back(&self, deal: &str, actor: Option<&str>) -> Result<Vec<&'static str>, Trouble> {
        self.write(|lens| take_back(lens.book, deal), Some(deal), (None, actor))
    }

    /// Decides on an intent about the company and records what follows.
    ///
    /// # Errors
    /// The rule that forbids it, or why it could not be recorded.
    pub fn record_company(&self, intent: &CompanyIntent) -> Result<Vec<&'static str>, Trouble> {
        self.write(|lens| decide_company(lens.book, intent.clone()), None, (None, None))
    }

    /// Decides on the newest book of all that is recorded, known yet or not. If another program
    /// wrote in between, decides again on what is true now.
    fn write(
        &self,
        decide: impl Fn(&Lens) -> Result<Vec<Draft>, ledger::decide::Refusal>,
        deal: Option<&str>,
        (happened, actor): (Option<Moment>, Option<&str>),
    ) -> Result<Vec<&'static str>, Trouble> {
        let actor = self.actor(deal, actor)?;
        let signed = (deal, actor.as_deref());
        loop {
            let now = clock::now();
            let head = self.head()?;
            let book = self.all(Moment::MAX)?;
            if deal.is_some_and(|deal| is_written(&book, deal, now)) {
                continue;
            }
            let people = People::default();
            let as_of = AsOf::now(now, &self.settings);
            let lens = Lens::new(as_of, &book, None, &people, &self.settings)?;
            let lens = deal.into_iter().fold(lens, Lens::about);
            let drafts = decide(&lens)?;
            let kinds = drafts.iter().map(|draft| draft.fact.kind()).collect();
            let times = (happened.unwrap_or(now), now);
            let events: Vec<Event> =
                drafts.into_iter().zip(0..).map(|(d, i)| stamp(d, i, times, signed)).collect();
            if self.append_after(Some(head), &events, &people)? {
                return Ok(kinds);
            }
        }
    }

    /// Imports files, all or nothing. `progress` is told how many bytes of how many are read.
    ///
    /// # Errors
    /// If no file can be used, or the store cannot be written.
    pub fn import(
        &self,
        files: &[PathBuf],
        options: &Options,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Report, Trouble> {
        loop {
            let head = self.head()?;
            let (known, before) = (self.known()?, self.people()?);
            let mut store = self.store();
            let mut append = store.begin(options.recorded_at)?;
            if append.head() != head {
                continue;
            }
            let mut bytes = Vec::new();
            let mut push = |event: &Event<&str>| {
                bytes.clear();
                codec::encode(event, &mut bytes);
                append.push(&bytes).map_err(Into::into)
            };
            let (mut report, _) = import(files, options, known, &mut push, progress)?;
            report.people.keep(&before, self.settings.day_of(options.recorded_at));
            note(append.as_mut(), &report.people)?;
            imports::note(append.as_mut(), (options.recorded_at, files), &report)?;
            append.commit()?;
            return Ok(report);
        }
    }

    /// What an import would do to the ledger at `path`, which need not exist. Writes nothing.
    ///
    /// # Errors
    /// If no file can be used, or the ledger cannot be read.
    pub fn try_import(
        path: &Path,
        files: &[PathBuf],
        options: &Options,
    ) -> Result<DryRun, Trouble> {
        const SAMPLES: usize = 5;
        let known =
            if path.exists() { Live::open_existing(path)?.known()? } else { Known::default() };
        Ok(dry_run(files, options, known, SAMPLES)?)
    }

    fn known(&self) -> Result<Known, Trouble> {
        let mut undone = Vec::new();
        loop {
            let mut known = Known::without(undone);
            self.read(|event| known.take(event))?;
            match known.torn() {
                None => return Ok(known),
                Some(all) => undone = all.to_vec(),
            }
        }
    }

    /// Appends events and notes who is who, all or nothing.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn append(&self, events: &[Event], people: &People) -> Result<(), Trouble> {
        self.append_after(None, events, people).map(|_| ())
    }

    /// The same, but only if `head` is still the last position: says whether it was.
    fn append_after(
        &self,
        head: Option<Position>,
        events: &[Event],
        people: &People,
    ) -> Result<bool, Trouble> {
        let mut store = self.store();
        let mut append = store.begin(clock::now())?;
        if head.is_some_and(|head| head != append.head()) {
            return Ok(false);
        }
        let mut bytes = Vec::new();
        for event in events {
            bytes.clear();
            codec::encode(event, &mut bytes);
            append.push(&bytes)?;
        }
        note(append.as_mut(), people)?;
        append.commit()?;
        Ok(true)
    }
}

/// Writes who is who beside the events.
fn note(append: &mut dyn Append, people: &People) -> Result<(), Trouble> {
    for (id, person) in &people.persons {
        let person = serde_json::to_vec(person).map_err(io::Error::from)?;
        append.put_note(PERSONS, id, Some(&person))?;
    }
    for (name, team) in &people.teams {
        let team = serde_json::to_vec(team).map_err(io::Error::from)?;
        append.put_note(TEAMS, name, Some(&team))?;
    }
    for (room, names) in [(ACCOUNTS, &people.accounts), (CAMPAIGNS, &people.campaigns)] {
        for (id, name) in names {
            append.put_note(room, id, Some(name.as_bytes()))?;
        }
    }
    Ok(())
}

/// Whether a deal was written to at this very moment. A write is known by its moment, so that the next one waits for
/// another: a thousandth of a second at most.
fn is_written(book: &Book, deal: &str, now: Moment) -> bool {
    book.deal(deal).is_some_and(|deal| deal.entries.iter().any(|entry| entry.known == now))
}

fn stamp(
    draft: Draft,
    order: i32,
    (happened, now): (Moment, Moment),
    (deal, actor): (Option<&str>, Option<&str>),
) -> Event {
    Event {
        id: clock::new_id(),
        deal: deal.map(str::to_owned),
        happened_at: happened,
        known_at: now,
        recorded_at: now,
        order,
        actor: actor.map(str::to_owned),
        system: "milepost".into(),
        external_id: None,
        fact: draft.fact,
        values: draft.values,
    }
}

/// A panic elsewhere leaves only caches and connections behind these locks, never half a write.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
