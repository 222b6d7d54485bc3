//! Which column means what: the dialect of a CRM, or a user's own file for `--map`. Both are data of
//! one form, read by the same code; `maps/csv.toml` explains it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::IntoDeserializer;
use serde::{Deserialize, Serialize};

use crate::import::dialect::Dialect;
use crate::texts::t;

/// How the tables of one system are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The system that facts are said to come from.
    pub system: String,
    /// What connectors put before the names of columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefixes: Vec<String>,
    /// Cells that mean nothing, besides empty ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub empty: Vec<String>,
    /// What stages and events are called that mean a sale made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub won: Vec<String>,
    /// What they are called that mean the end without a sale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<String>,
    /// The kinds of tables.
    #[serde(rename = "table")]
    pub tables: Vec<Table>,
}

/// How one kind of table is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What a report calls it.
    pub name: String,
    /// What its rows are.
    pub read: Shape,
    /// Fields without which it is something else; `a|b` means either.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Columns that are not read but tell it from others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<String>,
    /// What kind of activity its rows are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How its dates are written: `dmy`, `mdy` or `ymd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<String>,
    /// The sign before its decimals: `point` or `comma`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// Columns with the date on which the deal was set to a stage; `{stage}` stands for its name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<String>,
    /// Columns with the date on which the deal reached a milestone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reached: Vec<String>,
    /// The headers that each field may stand under.
    #[serde(default)]
    pub columns: BTreeMap<Field, Names>,
    /// In a log of changes: what the properties are called.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<Field, Names>,
}

/// One name, or several to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// One.
    One(String),
    /// The first that is there counts.
    Some(Vec<String>),
}

/// What the rows of a table are, in the order in which tables are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Teams of salespeople.
    Teams,
    /// Persons.
    People,
    /// Which person is in which team.
    Members,
    /// Customers.
    Accounts,
    /// Pipelines and record types.
    Pipelines,
    /// Stages, with which of them mean won and lost.
    #[serde(rename = "stage names")]
    StageNames,
    /// Which activity belongs to which deal.
    Links,
    /// Each a stage of a deal at a time, with the deal's values then.
    Stages,
    /// Each a change of one property of a deal.
    Changes,
    /// Each something that happened in a deal.
    Events,
    /// Each a deal as it is now.
    #[default]
    Deals,
    /// Each something that was done about a deal.
    Activities,
    /// Each a lead.
    Leads,
    /// Each a cost of marketing.
    Spend,
    /// Each a quota.
    Quotas,
    /// Known, and of no use here.
    Nothing,
}

impl Shape {
    /// Whether its rows say what ids stand for, and nothing that happened.
    #[must_use]
    pub fn is_of_names(self) -> bool {
        self <= Shape::Links
    }
}

macro_rules! fields {
    ($($name:ident),* $(,)?) => {
        /// What a column can mean.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each is the word for what it means")]
        pub enum Field { $($name),* }

        impl Field {
            /// All of them.
            pub const ALL: &[Field] = &[$(Field::$name),*];
        }
    };
}
fields!(
    Deal,
    Id,
    Event,
    Stage,
    At,
    KnownAt,
    Created,
    Modified,
    StageAt,
    WonAt,
    LostAt,
    ClosedAt,
    ConvertedAt,
    LatestAt,
    From,
    To,
    CloseDate,
    Amount,
    Currency,
    Name,
    Account,
    AccountName,
    Owner,
    OwnerName,
    Source,
    LatestSource,
    DealKind,
    Category,
    Pipeline,
    Status,
    Won,
    Closed,
    Reason,
    Deleted,
    Kind,
    Actor,
    Property,
    OldValue,
    Value,
    FirstName,
    LastName,
    Mail,
    Team,
    Campaign,
    Medium,
    Page,
);

/// How many fields there are.
pub const FIELDS: usize = Field::ALL.len();

/// A mapping file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadMapping {
    /// It cannot be read.
    #[error("{}", t!("problems-mapping-unreadable", file = .0, why = .1.to_string()))]
    Unreadable(String, std::io::Error),
    /// It is not right.
    #[error("{}", t!("problems-mapping-wrong", file = .0, why = .1))]
    Wrong(String, String),
}

impl Mapping {
    /// The mapping in a file.
    ///
    /// # Errors
    /// If it cannot be read or is not right.
    pub fn read(path: &Path) -> Result<Mapping, BadMapping> {
        let place = path.display().to_string();
        let text = std::fs::read_to_string(path);
        let text = text.map_err(|error| BadMapping::Unreadable(place.clone(), error))?;
        Mapping::parse(&text).map_err(|why| BadMapping::Wrong(place, why))
    }

    /// The mapping in a text.
    ///
    /// # Errors
    /// What is not right, in words.
    pub fn parse(text: &str) -> Result<Mapping, String> {
        let mapping: Mapping = toml::from_str(text).map_err(|error| error.to_string())?;
        for table in &mapping.tables {
            let name = &table.name;
            for need in &table.needs {
                fields_of(need)
                    .ok_or_else(|| t!("problems-mapping-no-field", table = name, need = need))?;
            }
            if let Some(order) = &table.dates {
                order.parse::<crate::import::dates::DateOrder>()?;
            }
            if let Some(sign) = &table.decimal {
                sign.parse::<crate::import::numbers::Decimal>()?;
            }
        }
        if mapping.tables.is_empty() {
            Err(t!("problems-mapping-empty").into())
        } else {
            Ok(mapping)
        }
    }

    /// As a text that [`Mapping::parse`] reads back.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// The mapping of a dialect that Milepost knows.
    ///
    /// # Errors
    /// Never, unless a mapping in the tree is broken: a test reads them all.
    pub fn of(dialect: Dialect) -> Result<Mapping, String> {
        Mapping::parse(dialect.map())
    }
}

impl Table {
    /// Whether the fields that it cannot do without are among those found.
    pub(super) fn is_met(&self, found: impl Fn(Field) -> bool) -> bool {
        self.needs.iter().all(|need| self.is_met_by(need, &found))
    }

    /// Whether one of the fields of a need is found.
    pub(super) fn is_met_by(&self, need: &str, found: impl Fn(Field) -> bool) -> bool {
        fields_of(need).is_some_and(|any| any.into_iter().any(found))
    }
}

impl Names {
    /// The names in order of preference.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let names = match self {
            Names::One(name) => std::slice::from_ref(name),
            Names::Some(names) => names.as_slice(),
        };
        names.iter().map(String::as_str)
    }
}

impl Field {
    /// Its name in mapping files.
    #[must_use]
    pub fn named(name: &str) -> Option<Field> {
        let name: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
            name.into_deserializer();
        Field::deserialize(name).ok()
    }

    /// Whether its cells are moments or days.
    #[must_use]
    pub fn is_date(self) -> bool {
        (Field::At..=Field::CloseDate).contains(&self)
    }
}

fn fields_of(need: &str) -> Option<Vec<Field>> {
    need.split('|').map(|name| Field::named(name.trim())).collect()
}

/// A header or name by its letters and digits alone, in small letters; `__c` ends custom fields.
#[must_use]
pub fn key(name: &str, prefixes: &[String]) -> String {
    let name = name.trim().trim_matches(['"', '\'']);
    let strip = |p: &String| name.get(..p.len()).filter(|head| head.eq_ignore_ascii_case(p));
    let start = prefixes.iter().filter_map(strip).map(str::len).max().unwrap_or(0);
    let name = &name[start..];
    let name = name.strip_suffix("__c").unwrap_or(name);
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Field, key};

    #[test]
    fn headers_are_compared_by_letters_and_digits() {
        let prefixes = ["property_".to_owned()];
        for (header, expected) in [
            ("StageName__c", "stagename"),
            ("Opportunity.External_Id__c", "opportunityexternalid"),
            ("Deal - Title", "dealtitle"),
            (" Organization - Name* ", "organizationname"),
            ("property_dealname", "dealname"),
            ("Property_", ""),
            ("Größe", "größe"),
        ] {
            assert_eq!(key(header, &prefixes), expected);
        }
    }

    #[test]
    fn fields_are_named_as_in_mapping_files() {
        assert_eq!(Field::named("close_date"), Some(Field::CloseDate));
        assert_eq!(Field::named("colour"), None);
        let dates = Field::ALL.iter().filter(|f| f.is_date()).count();
        assert_eq!((dates, Field::At.is_date(), Field::Amount.is_date()), (13, true, false));
    }
}
