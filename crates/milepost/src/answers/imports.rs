//! What was imported, when, by whom, and what was undone again.

use ledger::time::Moment;
use serde::{Deserialize, Serialize};

use super::Answer;
use super::table::{Cell, Table};
use crate::texts::t;

/// The imports, the latest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ImportsAnswer {
    /// Each of them.
    pub imports: Vec<Imported>,
}

/// One import.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Imported {
    /// When its facts were recorded: what names it.
    pub at: Moment,
    /// The names of its files.
    pub files: Vec<String>,
    /// Who brought them, by id.
    #[serde(default)]
    pub by: Option<String>,
    /// Facts that were new.
    pub added: u64,
    /// When it was undone, if it was.
    #[serde(default)]
    pub undone: Option<Moment>,
}

/// What came of undoing one.
#[derive(Clone, Debug, Serialize)]
pub struct ImportUndone {
    /// The import.
    pub at: Moment,
    /// Facts that count no more.
    pub facts: u64,
    /// Deals that they were about.
    pub deals: usize,
    /// Those of them of which somebody has recorded something here since; that stays.
    pub worked_on: usize,
}

impl Answer for ImportsAnswer {
    fn sentence(&self) -> String {
        let undone = self.imports.iter().filter(|import| import.undone.is_some()).count();
        match (self.imports.len(), undone) {
            (0, _) => t!("answers-imports-none").into(),
            (all, 0) => t!("answers-imports-all", n = all),
            (all, undone) => t!("answers-imports-undone", n = all, undone = undone),
        }
    }

    fn tables(&self) -> Vec<Table> {
        let row = |import: &Imported| {
            vec![
                Cell::Text(import.at.to_string()),
                Cell::Text(import.files.join(", ")),
                Cell::text(import.by.as_deref()),
                Cell::Count(usize::try_from(import.added).unwrap_or(usize::MAX)),
                import.undone.map_or(Cell::Empty, |at| Cell::Text(at.to_string())),
            ]
        };
        let columns = vec!["at", "files", "by", "added", "undone"];
        vec![Table {
            title: t!("answers-imports-title").into(),
            columns,
            rows: self.imports.iter().map(row).collect(),
        }]
    }
}

impl Answer for ImportUndone {
    fn sentence(&self) -> String {
        let facts = t!("answers-imports-facts", facts = self.facts, deals = self.deals);
        match self.worked_on {
            0 => facts,
            some => format!("{facts} {}", t!("answers-imports-kept", n = some)),
        }
    }

    fn tables(&self) -> Vec<Table> {
        Vec::new()
    }
}
