//! What kinds of tables are called to people. Mappings and programs call them by their English names.

use crate::texts::{key, plain, t};

/// An event log, as reports call it.
pub(super) const LOG: &str = "xes event log";
/// Our own export.
pub(super) const EXPORT: &str = "milepost export";

/// The kinds of tables of `maps/*.toml`.
const TABLES: &[(&str, &str)] = &[
    ("one row an event", key!("import-table-one-row-an-event")),
    ("one row a deal", key!("import-table-one-row-a-deal")),
    ("quotas", key!("import-table-quotas")),
    ("marketing spend", key!("import-table-marketing-spend")),
    ("leads", key!("import-table-leads")),
    ("deals that leads became", key!("import-table-deals-that-leads-became")),
    ("deals", key!("import-table-deals")),
    ("deal property history", key!("import-table-deal-property-history")),
    ("deal stage history", key!("import-table-deal-stage-history")),
    ("pipeline stages", key!("import-table-pipeline-stages")),
    ("pipelines", key!("import-table-pipelines")),
    ("owners", key!("import-table-owners")),
    ("teams", key!("import-table-teams")),
    ("members of teams", key!("import-table-members-of-teams")),
    ("companies", key!("import-table-companies")),
    ("contacts", key!("import-table-contacts")),
    ("engagements of deals", key!("import-table-engagements-of-deals")),
    ("engagements", key!("import-table-engagements")),
    (
        "records that say nothing about deals",
        key!("import-table-records-that-say-nothing-about-deals"),
    ),
    ("change log", key!("import-table-change-log")),
    ("stages", key!("import-table-stages")),
    ("users", key!("import-table-users")),
    ("organizations", key!("import-table-organizations")),
    ("activities", key!("import-table-activities")),
    ("opportunity history", key!("import-table-opportunity-history")),
    (
        "opportunity versions of a connector",
        key!("import-table-opportunity-versions-of-a-connector"),
    ),
    ("opportunity field history", key!("import-table-opportunity-field-history")),
    ("opportunities", key!("import-table-opportunities")),
    ("tasks", key!("import-table-tasks")),
    ("events", key!("import-table-events")),
    ("campaign members", key!("import-table-campaign-members")),
    ("campaigns", key!("import-table-campaigns")),
    ("user roles", key!("import-table-user-roles")),
    ("accounts", key!("import-table-accounts")),
    ("record types", key!("import-table-record-types")),
    ("opportunity stages", key!("import-table-opportunity-stages")),
    ("managers", key!("import-table-managers")),
    (
        "records that say nothing about sales",
        key!("import-table-records-that-say-nothing-about-sales"),
    ),
    ("columns named by hand", key!("import-table-columns-named-by-hand")),
];

/// What a file was recognised as: its system, then its kind of table.
#[must_use]
pub fn called(recognised: &str) -> String {
    match recognised {
        LOG => t!("import-event-log").into(),
        EXPORT => t!("import-export").into(),
        _ => match recognised.split_once(' ') {
            Some((system, name)) => t!("import-of-system", system = system, table = table(name)),
            None => recognised.to_owned(),
        },
    }
}

/// A kind of table; a name of the user's own stays.
pub(super) fn table(name: &str) -> &str {
    TABLES.iter().find(|(own, _)| *own == name).map_or(name, |(_, key)| plain(key))
}

#[cfg(test)]
mod tests {
    use super::{TABLES, called, table};
    use crate::import::dialect::Dialect;
    use crate::import::mapping::Mapping;

    #[test]
    fn every_kind_of_table_can_be_called() {
        for dialect in Dialect::TABLES {
            for of in Mapping::of(dialect).unwrap().tables {
                assert!(TABLES.iter().any(|(own, _)| *own == of.name), "{}", of.name);
            }
        }
        assert!(TABLES.iter().all(|(own, _)| table(own) == *own));
        assert_eq!(called("salesforce user roles"), "salesforce user roles");
        assert_eq!(called("mine my table"), "mine my table");
    }
}
