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
        let file = place(ledger);
        let name = file.display().to_string();
        let wrong = |why: String| Unusable::Wrong(name.clone(), why);
        let failed = |error| Unusable::Unwritable(name.clone(), error);
        let old = match std::fs::read_to_string(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(failed(error));
            }
            read => read.unwrap_or_default(),
        };
        let mut table: Table = toml::from_str(&old).map_err(|error| wrong(error.to_string()))?;
        put(&mut table, "currency", self.currency.as_ref());
        put(&mut table, "time_zone", self.time_zone.as_ref());
        put(&mut table, "language", self.language.as_ref());
        put(&mut table, "fiscal_weeks", self.fiscal_weeks.as_ref());
        put(&mut table, "first_weekday", self.first_weekday.as_ref());
        put(&mut table, "fiscal_year_start", None);
        if let Some(month) = &self.fiscal_year_start {
            let month: i64 =
                month.parse().map_err(|_| wrong(t!("live-settings-no-month", month = month)))?;
            table.insert("fiscal_year_start".into(), month.into());
        }
        let access = table.entry("access").or_insert_with(|| Table::new().into());
        let access =
            access.as_table_mut().ok_or_else(|| wrong(t!("live-settings-access").into()))?;
        put(access, "owners_see", self.owners_see.as_ref());
        let text = toml::to_string(&table).map_err(|error| wrong(error.to_string()))?;
        Settings::parse(&text).map_err(wrong)?;
        let new = file.with_extension("toml.new");
        std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, &file)).map_err(failed)
    }
}

fn put(table: &mut Table, key: &str, value: Option<&String>) {
    match value {
        Some(value) => table.insert(key.into(), value.trim().into()),
        None => table.remove(key),
    };
}
