//! Changing settings: the file is read, changed, checked and only then put in place of the old one.

use std::path::{Path, PathBuf};

use toml::Table;

use super::{Settings, Unusable};
use crate::texts::t;

/// Where the settings of a ledger are.
#[must_use]
pub fn place(ledger: &Path) -> PathBuf {
    ledger.with_file_name("milepost.toml")
}

/// What somebody wants to have set; nothing takes the setting away.
#[derive(Clone, Debug, Default)]
pub struct Changed {
    /// Of answers.
    pub currency: Option<String>,
    /// By its IANA name.
    pub time_zone: Option<String>,
    /// A month's number.
    pub fiscal_year_start: Option<String>,
    /// `4-4-5` and the like.
    pub fiscal_weeks: Option<String>,
    /// On which weeks begin.
    pub first_weekday: Option<String>,
    /// A code: `en`, `de`.
    pub language: Option<String>,
    /// `own` or `all`.
    pub owners_see: Option<String>,
}

impl Changed {
    /// Writes the settings beside a ledger. Comments in the file are lost, everything else stays.
    ///
    /// # Errors
    /// If they would not be right, or the file cannot be written: then the old one stays.
    pub fn write(&self, ledger: &Path) -> Result<(), Unusable> {
        Draft::of(ledger, |table| self.put(table))?.put()
    }

    fn put(&self, table: &mut Table) -> Result<(), String> {
        put(table, "currency", self.currency.as_ref());
        put(table, "time_zone", self.time_zone.as_ref());
        put(table, "language", self.language.as_ref());
        put(table, "fiscal_weeks", self.fiscal_weeks.as_ref());
        put(table, "first_weekday", self.first_weekday.as_ref());
        put(table, "fiscal_year_start", None);
        if let Some(month) = &self.fiscal_year_start {
            let wrong = |_| t!("live-settings-no-month", month = month);
            let month: i64 = month.parse().map_err(wrong)?;
            table.insert("fiscal_year_start".into(), month.into());
        }
        let access = table.entry("access").or_insert_with(|| Table::new().into());
        let access = access.as_table_mut().ok_or(t!("live-settings-access"))?;
        put(access, "owners_see", self.owners_see.as_ref());
        Ok(())
    }
}

/// New settings that are right and not written yet.
pub(super) struct Draft {
    file: PathBuf,
    text: String,
}

impl Draft {
    /// The settings beside a ledger with something changed.
    pub(super) fn of(
        ledger: &Path,
        change: impl FnOnce(&mut Table) -> Result<(), String>,
    ) -> Result<Draft, Unusable> {
        let file = place(ledger);
        let name = file.display().to_string();
        let wrong = |why: String| Unusable::Wrong(name.clone(), why);
        let old = match std::fs::read_to_string(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Unusable::Unwritable(name, error));
            }
            read => read.unwrap_or_default(),
        };
        let mut table: Table = toml::from_str(&old).map_err(|error| wrong(error.to_string()))?;
        change(&mut table).map_err(wrong)?;
        let text = toml::to_string(&table).map_err(|error| wrong(error.to_string()))?;
        Settings::parse(&text).map_err(wrong)?;
        Ok(Draft { file, text })
    }

    /// Puts them in place of the old ones.
    pub(super) fn put(self) -> Result<(), Unusable> {
        let Draft { file, text } = self;
        let new = file.with_extension("toml.new");
        let failed = |error| Unusable::Unwritable(file.display().to_string(), error);
        std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, &file)).map_err(failed)
    }
}

pub(super) fn put(table: &mut Table, key: &str, value: Option<&String>) {
    match value {
        Some(value) => table.insert(key.into(), value.trim().into()),
        None => table.remove(key),
    };
}
