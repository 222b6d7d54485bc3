//! A user's own mapping, and the one that a dry run prints.

use expect_test::expect;
use milepost::import::dialect::Dialect;
use milepost::import::mapping::Mapping;

use crate::import::{facts, fixtures, notes, now};

#[test]
fn the_mapping_of_a_file_reads_it_in_the_same_way() {
    for file in [
        "csv/events.csv",
        "csv/german.csv",
        "csv/newest-first.csv",
        "csv/wide.csv",
        "csv/list.csv",
        "salesforce/OpportunityFieldHistory.csv",
        "salesforce/OpportunityHistory.csv",
        "loader/Opportunity.csv",
        "report/enterprise.csv",
        "versions/opportunity_history.csv",
        "hubspot/deals.csv",
        "hubspot-api/deals.csv",
        "hubspot-api/history.csv",
        "pipedrive/deals.csv",
        "pipedrive-api/dealflow.csv",
    ] {
        let (facts, report) = notes(&fixtures(&[file]), &now());
        let printed = report.unwrap().files.remove(0).mapping;
        let mut options = now();
        options.map = Some(Mapping::parse(&printed).expect(file));
        let (again, report) = notes(&fixtures(&[file]), &options);
        assert_eq!(again, facts, "{file} by\n{printed}");
        assert_eq!(report.unwrap().files.remove(0).mapping, printed);
    }
}

#[test]
fn a_mapping_says_what_a_strange_file_means() {
    let mut options = now();
    let map = "system = 'erp'\nwon = ['invoiced']\n[[table]]\nname = 'orders'\nread = 'events'\n\
               needs = ['deal', 'event', 'at']\n[table.columns]\ndeal = 'colour'\nevent = 'weight'\nat = 'at'";
    options.map = Some(Mapping::parse(map).unwrap());
    let told = facts(&[crate::import::tests().join("problems/P102-strange.csv")], &options);
    expect![[r#"
        refused: P102-strange.csv: P107 a column that is needed is missing: no column holds 'at' of orders; its columns are 'colour', 'weight'. Export it too, or name the column that holds it in a mapping file (--map).
    "#]].assert_eq(&told);
}

#[test]
fn the_mapping_file_of_a_wide_table_shows_how_to_edit_it() {
    let (_, report) = notes(&fixtures(&["csv/wide.csv"]), &now());
    expect![[r#"
        system = "csv"

        [[table]]
        name = "one row a deal"
        read = "deals"
        needs = ["deal|name"]
        reached = ["Need agreed", "Trial held", "Won", "Lost"]

        [table.columns]
        deal = "deal"
        modified = "modified"
        close_date = "close date"
        amount = "amount"
        currency = "currency"
        name = "deal name"
        account_name = "account"
        owner_name = "owner"
    "#]]
    .assert_eq(&report.unwrap().files.remove(0).mapping);
}

#[test]
fn what_a_file_is_read_as_is_shown_column_by_column() {
    let (_, report) = notes(&fixtures(&["csv/german.csv"]), &now());
    let file = report.unwrap().files.remove(0);
    let mut shown = format!("{}: {}\n", file.recognised, file.layout);
    for (header, meaning) in file.columns {
        shown += &format!("{header} -> {meaning}\n");
    }
    expect![[r#"
        csv one row an event: semicolon-separated Windows-1252 text
        Opportunity ID -> deal
        Stage -> event
        Date -> at (day, month, year)
        Deal value -> amount (decimal comma)
        Sales rep -> owner_name
    "#]]
    .assert_eq(&shown);
}

#[test]
fn the_mappings_in_the_tree_are_right() {
    for dialect in Dialect::TABLES {
        let mapping = Mapping::of(dialect).unwrap();
        assert_eq!(mapping.system, dialect.to_string());
        assert_eq!(Mapping::parse(&mapping.to_toml()).as_ref(), Ok(&mapping));
    }
    for (wrong, named) in [
        ("system = 'x'\ntable = []", "[[table]]"),
        ("system = 'x'\n[[table]]\nname = 'y'\nread = 'rows'", "rows"),
        ("system = 'x'\n[[table]]\nname = 'y'\nread = 'deals'\nneeds = ['colour']", "colour"),
        ("system = 'x'\n[[table]]\nname = 'y'\nread = 'deals'\ndates = 'ydm'", "ydm"),
    ] {
        let why = Mapping::parse(wrong).unwrap_err();
        assert!(why.contains(named), "{why}");
    }
}
