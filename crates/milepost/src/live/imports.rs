//! Imports as they were made, and their undoing. Nothing leaves the ledger: a fact says that what an import brought
//! counts no more, and every book is made without it.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;

use ledger::codec;
use ledger::event::{Event, Fact, Values};
use ledger::time::Moment;

use super::acting::who;
use super::{Live, Trouble};
use crate::answers::Refusal;
use crate::answers::imports::{ImportUndone, Imported, ImportsAnswer};
use crate::clock;
use crate::import::notes::Report;
use crate::store::Append;
use crate::texts::t;

/// The notes that tell of imports, by the moment of each.
const IMPORTS: &str = "import";

/// Notes an import beside its facts.
pub(super) fn note(
    append: &mut dyn Append,
    (at, files): (Moment, &[PathBuf]),
    report: &Report,
) -> Result<(), Trouble> {
    if report.added == 0 {
        return Ok(());
    }
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let files = files.iter().filter_map(name).collect();
    let by = who().and_then(|who| who.person);
    put(append, &Imported { at, files, by, added: report.added, undone: None })
}

fn put(append: &mut dyn Append, import: &Imported) -> Result<(), Trouble> {
    let told = serde_json::to_vec(import).map_err(io::Error::from)?;
    Ok(append.put_note(IMPORTS, &import.at.to_string(), Some(&told))?)
}

/// What an import has brought, and who has worked with it since.
#[derive(Default)]
struct Brought {
    facts: u64,
    deals: HashSet<String>,
    worked_on: HashSet<String>,
    undone: bool,
}

impl Live {
    /// What was imported, the latest first.
    ///
    /// # Errors
    /// If the ledger cannot be read.
    pub fn imports(&self) -> Result<ImportsAnswer, Trouble> {
        let notes = self.notes(IMPORTS)?.into_iter();
        let mut imports: Vec<Imported> =
            notes.filter_map(|(_, told)| serde_json::from_slice(&told).ok()).collect();
        imports.sort_by_key(|import| std::cmp::Reverse(import.at));
        Ok(ImportsAnswer { imports })
    }

    /// Undoes an import: its facts count no more, as of any moment.
    ///
    /// # Errors
    /// If there was none at that moment, it was undone before, or the ledger cannot be written.
    pub fn undo_import(&self, at: Moment) -> Result<ImportUndone, Trouble> {
        let actor = self.actor(None, None)?;
        let brought = self.brought(at)?;
        if brought.undone {
            return Err(Refusal(t!("live-undone-before", at = at.to_string())).into());
        }
        if brought.facts == 0 {
            let why = t!("live-nothing-imported", at = at.to_string());
            return Err(Refusal(why).into());
        }
        let now = clock::now();
        let event = Event {
            id: clock::new_id(),
            deal: None,
            happened_at: now,
            known_at: now,
            recorded_at: now,
            order: 0,
            actor,
            system: "milepost".to_owned(),
            external_id: None,
            fact: Fact::ImportUndone { imported_at: at },
            values: Values::default(),
        };
        let noted = self.imports()?.imports.into_iter().find(|import| import.at == at);
        let mut store = self.store();
        let mut append = store.begin(now)?;
        let mut bytes = Vec::new();
        codec::encode(&event, &mut bytes);
        append.push(&bytes)?;
        if let Some(import) = noted {
            put(append.as_mut(), &Imported { undone: Some(now), ..import })?;
        }
        append.commit()?;
        Ok(ImportUndone {
            at,
            facts: brought.facts,
            deals: brought.deals.len(),
            worked_on: brought.worked_on.len(),
        })
    }

    fn brought(&self, at: Moment) -> Result<Brought, Trouble> {
        let mut brought = Brought::default();
        self.read(|event| {
            if let Fact::ImportUndone { imported_at } = &event.fact {
                brought.undone |= *imported_at == at;
                return;
            }
            let own = event.system == "milepost";
            if !own && event.recorded_at == at {
                brought.facts += 1;
                brought.deals.extend(event.deal.map(str::to_owned));
            } else if let Some(deal) =
                event.deal.filter(|deal| own && brought.deals.contains(*deal))
            {
                brought.worked_on.insert(deal.to_owned());
            }
        })?;
        Ok(brought)
    }
}
