//! The systems whose exports are known.

use crate::texts::t;
use std::fmt;
use std::str::FromStr;

/// A way in which files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// Our own CSV, and tables that people write themselves.
    Csv,
    /// Event logs.
    Xes,
    /// Salesforce.
    Salesforce,
    /// HubSpot.
    HubSpot,
    /// Pipedrive.
    Pipedrive,
}

impl Dialect {
    /// Those that are tables; the plain one comes last, so that it wins no tie.
    pub const TABLES: [Dialect; 4] =
        [Dialect::Salesforce, Dialect::HubSpot, Dialect::Pipedrive, Dialect::Csv];

    /// Its mapping file.
    pub(super) fn map(self) -> &'static str {
        match self {
            Dialect::Csv | Dialect::Xes => include_str!("maps/csv.toml"),
            Dialect::Salesforce => include_str!("maps/salesforce.toml"),
            Dialect::HubSpot => include_str!("maps/hubspot.toml"),
            Dialect::Pipedrive => include_str!("maps/pipedrive.toml"),
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Dialect::Csv => "csv",
            Dialect::Xes => "xes",
            Dialect::Salesforce => "salesforce",
            Dialect::HubSpot => "hubspot",
            Dialect::Pipedrive => "pipedrive",
        })
    }
}

impl FromStr for Dialect {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let all = Dialect::TABLES.into_iter().chain([Dialect::Xes]);
        let wanted = text.trim().to_ascii_lowercase();
        all.into_iter()
            .find(|dialect| dialect.to_string() == wanted)
            .ok_or_else(|| t!("problems-no-format", text = text))
    }
}
