//! Tables that people write themselves.

use expect_test::expect;
use jiff::tz::TimeZone;

use crate::import::{facts, fixtures, now};

#[test]
fn one_row_an_event() {
    expect![[r#"
        D1 2026-01-05 ActivityLogged 'Needs analysis held' account=Acme owner=p-67b6abf544 source=Fair category=Pipeline amount=12000.00 EUR close=2026-03-31
        D1 2026-01-12T09:30 ActivityLogged 'Offer sent' account=Acme owner=p-67b6abf544 category=Best case amount=12500.50 EUR close=2026-03-31 (known 2026-01-14)
        D2 2026-01-07T10:00 ActivityLogged 'Needs analysis held' account=Brix owner=p-68d3d79de4 source=Web
        D1 2026-02-02 DealWon 'Closed won' account=Acme owner=p-67b6abf544 amount=12500.50 EUR
        D2 2026-02-03 DealLost 'Lost' owner=p-68d3d79de4
        ! csv/events.csv:5: P208 the same row stands twice: 'Needs analysis held' of deal 'D2' at 2026-01-07T10:00:00Z
    "#]].assert_eq(&facts(&fixtures(&["csv/events.csv"]), &now()));
}

#[test]
fn semicolons_decimal_commas_and_windows_1252() {
    expect![[r#"
        D1 2026-01-05 ActivityLogged 'Bedarfsanalyse' owner=p-19e696e635 amount=12000.50 EUR
        D1 2026-01-31 ActivityLogged 'Angebot' owner=p-19e696e635 amount=13000.00 EUR
        D1 2026-02-02 DealWon 'Gewonnen' owner=p-19e696e635
    "#]]
    .assert_eq(&facts(&fixtures(&["csv/german.csv"]), &now()));
}

#[test]
fn a_file_sorted_newest_first_is_read_backwards() {
    expect![[r#"
        D1 2026-02-20 ActivityLogged 'Offer sent'
        D1 2026-02-20 ActivityLogged 'Trial agreed' #-1
        D1 2026-02-13 ActivityLogged 'Need agreed'
        D2 2026-02-10 ActivityLogged 'Trial agreed'
        D2 2026-01-30 ActivityLogged 'Need agreed'
    "#]]
    .assert_eq(&facts(&fixtures(&["csv/newest-first.csv"]), &now()));
}

#[test]
fn one_row_a_deal_with_a_date_column_a_stage() {
    expect![[r#"
        D1 2026-01-05 MilestoneReached 'Need agreed'
        D1 2026-01-20 MilestoneReached 'Trial held'
        D1 2026-02-09 DealWon 'Won'
        D1 2026-01-05 DealOpened name=40 seats account=Acme owner=p-8e43ca3770 #-1000000
        D1 2026-02-10 DealChanged amount=12000.00 EUR close=2026-03-31
        D2 2026-01-07 MilestoneReached 'Need agreed'
        D2 2026-01-07 DealOpened name=Renewal account=Brix owner=p-c828d6b93b #-1000000
        D2 2026-02-01 DealChanged amount=800.00 EUR close=2026-04-30
        D3 2026-01-08 MilestoneReached 'Need agreed'
        D3 2026-01-08 MilestoneReached 'Trial held' #1
        D3 2026-01-30 DealLost 'Lost'
        D3 2026-01-08 DealOpened name=Pilot account=Cord owner=p-c828d6b93b #-1000000
        * taken as known since the deal was created, for nothing shows a change: account (3), name (3), owner (3); --strict turns that off
        * without history, so known only since the deal was last modified: amount (2), close date (2)
    "#]].assert_eq(&facts(&fixtures(&["csv/wide.csv"]), &now()));
}

#[test]
fn a_list_of_deals_as_they_are_now() {
    expect![[r#"
        z1 now DealOpened name=Acme 40 seats account=Acme source=Fair type=New Business #-1000000
        z1 now DealChanged amount=1117100.00 USD close=2026-04-15
        z1 now MilestoneReached 'Negotiation' set
        z2 2026-01-15 DealOpened name=Brix renewal account=Brix source=Web type=Existing #-1000000 (known now)
        z2 now DealChanged amount=22700.00 USD close=2026-01-15
        z2 2026-01-15 DealWon 'Closed Won' (known now)
        * taken as known since the deal was created, for nothing shows a change: account (2), name (2), source (2), type (2); --strict turns that off
        * without history, so known only since this import: amount (2), close date (2), stage (1), won and lost (1)
    "#]].assert_eq(&facts(&fixtures(&["csv/list.csv"]), &now()));
}

#[test]
fn strictly_nothing_is_known_since_creation() {
    let mut options = now();
    options.strict = true;
    expect![[r#"
        D1 2026-01-05 MilestoneReached 'Need agreed'
        D1 2026-01-20 MilestoneReached 'Trial held'
        D1 2026-02-09 DealWon 'Won'
        D1 2026-01-05 DealOpened #-1000000
        D1 2026-02-10 DealChanged name=40 seats account=Acme owner=p-8e43ca3770 amount=12000.00 EUR close=2026-03-31
        D2 2026-01-07 MilestoneReached 'Need agreed'
        D2 2026-01-07 DealOpened #-1000000
        D2 2026-02-01 DealChanged name=Renewal account=Brix owner=p-c828d6b93b amount=800.00 EUR close=2026-04-30
        D3 2026-01-08 MilestoneReached 'Need agreed'
        D3 2026-01-08 MilestoneReached 'Trial held' #1
        D3 2026-01-30 DealLost 'Lost'
        D3 2026-01-08 DealOpened #-1000000
        D3 2026-02-01 DealChanged name=Pilot account=Cord owner=p-c828d6b93b
        * without history, so known only since the deal was last modified: account (3), amount (2), close date (2), name (3), owner (3)
    "#]].assert_eq(&facts(&fixtures(&["csv/wide.csv"]), &options));
}

#[test]
fn days_begin_at_midnight_of_the_zone() {
    let mut options = now();
    options.zone = TimeZone::get("Europe/Berlin").unwrap();
    expect![[r#"
        D1 2026-01-04T23:00 ActivityLogged 'Bedarfsanalyse' owner=p-19e696e635 amount=12000.50 EUR
        D1 2026-01-30T23:00 ActivityLogged 'Angebot' owner=p-19e696e635 amount=13000.00 EUR
        D1 2026-02-01T23:00 DealWon 'Gewonnen' owner=p-19e696e635
    "#]]
    .assert_eq(&facts(&fixtures(&["csv/german.csv"]), &options));
}

#[test]
fn a_workbook_that_calls_itself_csv_with_dates_as_excel_counts_them() {
    expect![[r#"
        D1 2026-01-05T12:00 ActivityLogged 'Trial held' amount=1250.50 USD close=2026-03-31
        D1 2026-01-18 DealWon 'Won'
        * amounts that name no currency are taken as USD (1); say another with --currency or in milepost.toml
    "#]].assert_eq(&facts(&fixtures(&["csv/workbook-called.csv"]), &now()));
}
