//! A newer export of the same data.

use expect_test::{Expect, expect};

use crate::import::{Ledger, fixtures, now};

/// Imports the old file, then the new one a month later, then both again.
#[expect(clippy::needless_pass_by_value, reason = "expect! makes a value")]
fn check(old: &str, new: &str, expected: Expect) {
    let mut ledger = Ledger::default();
    let mut options = now();
    let (old, new) = (fixtures(&[old]), fixtures(&[new]));
    ledger.import(&old, &options).1.unwrap();
    options.recorded_at = "2026-12-24T12:00:00Z".parse().unwrap();
    let (facts, result) = ledger.import(&new, &options);
    let (report, _) = result.unwrap();
    let counts =
        format!("{} added, {} corrected, {} known\n", report.added, report.corrected, report.known);
    expected.assert_eq(&(facts + &counts));
    options.recorded_at = "2027-01-24T12:00:00Z".parse().unwrap();
    for again in [&new, &old, &new] {
        assert_eq!(ledger.import(again, &options).0, "", "{again:?} was imported before");
    }
}

#[test]
fn of_a_history_adds_what_is_new_corrected_and_reopened() {
    check(
        "newer/old.csv",
        "newer/new.csv",
        expect![[r#"
            O.1 2026-02-10 MilestoneReached 'Negotiation' set amount=950.00 EUR close=2026-04-28
            O.2 2026-01-21 MilestoneReached 'Qualification' set amount=550.00 EUR close=2026-03-28 (known 2026-12-24T12:00)
            2 added, 1 corrected, 2 known
        "#]],
    );
}

#[test]
fn of_a_list_of_deals_adds_what_has_changed() {
    check(
        "newer/deals-old.csv",
        "newer/deals-new.csv",
        expect![[r#"
        D1 2026-02-10 DealChanged owner=p-68d3d79de4 amount=1200.00 EUR
        D1 2026-02-10 MilestoneReached 'Offer' set
        D2 2026-02-12 DealChanged close=2026-04-20
        D2 2026-02-12 MilestoneReached 'Trial' set
        4 added, 0 corrected, 0 known
    "#]],
    );
}
