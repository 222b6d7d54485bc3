use jiff::civil;
use jiff::tz::{self, TimeZone};
use ledger::time::{Day, Moment};
use proptest::prelude::{any, proptest};
use proptest::{prop_assert, prop_assert_eq};

use crate::import::dates::{DateOrder, DateStudy, DateStyle};

/// The column's style and its cells as read, or the doubt.
fn read(column: &[&str], named: Option<DateOrder>) -> String {
    let mut study = DateStudy::default();
    column.iter().for_each(|cell| study.feed(cell));
    match study.end(named) {
        Ok(style) => {
            let cells: Vec<_> =
                column.iter().map(|cell| show(&style, cell, &TimeZone::UTC)).collect();
            format!("{style}: {}", cells.join(" | "))
        }
        Err(doubt) => doubt.to_string(),
    }
}

/// `2026-11-23` for a date alone, `2026-11-23T09:30:00Z` for a moment, `-` for neither.
fn show(style: &DateStyle, cell: &str, zone: &TimeZone) -> String {
    match style.read(cell, zone) {
        None => "-".to_owned(),
        Some(date) if date.timed || zone != &TimeZone::UTC => date.moment.to_string(),
        Some(date) => date.moment.day().to_string(),
    }
}

#[test]
fn every_form_is_read() {
    let cases = "
        2026-11-23                        2026-11-23
        2026-11-23T09:30:00Z              2026-11-23T09:30:00Z
        2026-11-23T09:30:00               2026-11-23T09:30:00Z
        2026-11-23T09:30:00.123Z          2026-11-23T09:30:00.123Z
        2026-11-23T09:30:00.123456Z       2026-11-23T09:30:00.123Z
        2026-11-23T09:30:00+02:00         2026-11-23T07:30:00Z
        2026-11-23T09:30:00.000+0000      2026-11-23T09:30:00Z
        2026-11-23T09:30:00-0530          2026-11-23T15:00:00Z
        2026-11-23T00:30:00+01            2026-11-22T23:30:00Z
        2026-11-23T09:30Z                 2026-11-23T09:30:00Z
        2026-11-23 09:30:00               2026-11-23T09:30:00Z
        2026-11-23 09:30:00.123 UTC       2026-11-23T09:30:00.123Z
        2026-11-23 09:30:00 +0000 UTC     2026-11-23T09:30:00Z
        2026-11-23 09:30:00 GMT+2         2026-11-23T07:30:00Z
        2020-12-30 3:15:53                2020-12-30T03:15:53Z
        2026-11-23 23:59:60               2026-11-23T23:59:59Z
        2026/11/23                        2026-11-23
        2026/1/2 3:04                     2026-01-02T03:04:00Z
        2026.11.23                        2026-11-23
        2026-Nov-23                       2026-11-23
        15 Apr, 2021 00:02:00             2021-04-15T00:02:00Z
        15 Apr 2021                       2021-04-15
        Apr 15, 2021                      2021-04-15
        April 15th, 2021 at 3:05 pm       2021-04-15T15:05:00Z
        Sept. 1, 2021                     2021-09-01
        15. April 2021                    2021-04-15
        15-Apr-2021                       2021-04-15
        15-APR-21                         2021-04-15
        Thu, 15 Apr 2021 00:02:00 +0200   2021-04-14T22:02:00Z
        Thursday, April 15, 2021          2021-04-15
        02/23/26 08:55 PM                 2026-02-23T20:55:00Z
        12/31/2026 12:00 AM               2026-12-31T00:00:00Z
        12/31/2026, 12:00:01 p.m.         2026-12-31T12:00:01Z
        31.12.2026                        2026-12-31
        31.12.2026 14:05                  2026-12-31T14:05:00Z
        31.12.26                          2026-12-31
        02.03.2024                        2024-03-02
        01-14-2020                        2020-01-14
        3/3/24                            2024-03-03
        31/12/68                          2068-12-31
        31/12/69                          1969-12-31
        45631                             2024-12-05
        45631.5                           2024-12-05T12:00:00Z
        45631,354166667                   2024-12-05T08:30:00Z
        1606780800000                     2020-12-01T00:00:00Z
        1606780800                        2020-12-01T00:00:00Z
        20261123                          2026-11-23
        1900-01-01                        1900-01-01
    ";
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (cell, expected) = case.split_once("  ").unwrap();
        let shown = read(&[cell], None);
        let shown = shown.rsplit_once(": ").map_or("-", |(_, shown)| shown);
        assert_eq!(shown, expected.trim(), "{cell}");
    }
}

#[test]
fn the_last_day_that_machines_write_is_read() {
    let read = DateStyle::default().read("9999-12-31 23:59:59", &TimeZone::UTC).unwrap();
    let last = Day::from_civil(civil::date(9999, 12, 31));
    assert_eq!(read.moment, Moment(last.start().0 + 86_399_000));
}

#[test]
fn what_is_no_date_is_not_read() {
    for cell in [
        "Closed Won",
        "2026-02-30",
        "2026-13-01",
        "31/02/2026",
        "0000-00-00 00:00:00",
        "0021-04-15",
        "2026-11",
        "2026-11-23T25:00:00Z",
        "2026-11-23T",
        "2026-11-23 13:00 PM",
        "2026-11-23 9",
        "1/2",
        "1-2-345",
        "12345",
        "0",
        "-45631",
        "99999999",
        "2026-11-23 09:30:00 CET",
        "Apr 2021",
        "15 Apr",
        "may be 5 2021",
        "1.5",
        "1,234.50",
        "2026-11-23x",
        "+3",
        "２０２６-11-23",
    ] {
        let doubt = read(&[cell], None);
        assert_eq!(
            doubt,
            format!("'{cell}' is not a date; write dates as 2026-11-23 or 2026-11-23T09:30:00Z")
        );
    }
}

#[test]
fn the_whole_column_says_which_number_is_the_day() {
    let check = |column: &[&str], expected: &str| assert_eq!(read(column, None), expected);
    check(&["02/03/24", "", "13/03/24"], "day, month, year: 2024-03-02 | - | 2024-03-13");
    check(&["02/03/24", " 03/13/24 "], "month, day, year: 2024-02-03 | 2024-03-13");
    check(&["3/3/24", "4-4-2024"], "day, month, year: 2024-03-03 | 2024-04-04");
    check(&["02.03.24", "12.31.24"], "month, day, year: 2024-02-03 | 2024-12-31");
    check(
        &["02/03/24", "2024-01-01"],
        "'02/03/24' could be 2 March 2024 or 3 February 2024; say which with --dates dmy or --dates mdy",
    );
    check(
        &["13/03/24", "03/14/24", "01/02/24"],
        "'13/03/24' has the day first and '03/14/24' the month; say which one is meant with --dates dmy or --dates mdy",
    );
}

#[test]
fn one_slip_among_many_is_a_problem_of_its_row() {
    let mut column = vec!["13/03/24"; 10];
    column.extend(["03/14/24", "01/02/24"]);
    let expected = format!("day, month, year: {}- | 2024-02-01", "2024-03-13 | ".repeat(10));
    assert_eq!(read(&column, None), expected);
}

#[test]
fn the_user_has_the_last_word() {
    let named = |order: &str| Some(order.parse().unwrap());
    let column = ["02/03/24", "2024-01-01", "13/03/24"];
    assert_eq!(
        read(&column, named("dmy")),
        "day, month, year: 2024-03-02 | 2024-01-01 | 2024-03-13"
    );
    assert_eq!(read(&column, named("MDY")), "month, day, year: 2024-02-03 | 2024-01-01 | -");
    assert_eq!(
        read(&column, named("ymd")),
        "year, month, day: 2002-03-24 | 2024-01-01 | 2013-03-24"
    );
    assert_eq!(read(&["02.03.24"], named("mdy")), "month, day, year: 2024-02-03");
    assert!("day".parse::<DateOrder>().unwrap_err().contains("dmy, mdy or ymd"));
}

#[test]
fn bare_numbers_are_dates_only_all_together() {
    let check = |column: &[&str], expected: &str| assert_eq!(read(column, None), expected);
    check(&["45631", "45632.25"], "days as Excel counts them: 2024-12-05 | 2024-12-06T06:00:00Z");
    check(
        &["45631", "45632", "2024-12-07"],
        "days as Excel counts them: 2024-12-05 | 2024-12-06 | 2024-12-07",
    );
    check(
        &["45631", "45632", "150"],
        "'150' is not a date; write dates as 2026-11-23 or 2026-11-23T09:30:00Z",
    );
    check(
        &["45631", "1606780800000"],
        "'45631' and '1606780800000' do not count from the same day; write dates as 2026-11-23",
    );
    check(
        &["2024-12-05", "2024-12-06", "45631"],
        "ISO, or with the name of the month: 2024-12-05 | 2024-12-06 | -",
    );
    let mut study = DateStudy::default();
    ["45631", "n/a"].iter().for_each(|cell| study.feed(cell));
    assert_eq!((study.seen(), study.dates()), (2, 0));
    assert!(study.end(None).unwrap().is_counted());
}

#[test]
fn a_column_that_begins_with_iso_is_settled() {
    let settled = |cells: &[&str]| {
        let mut study = DateStudy::default();
        cells.iter().for_each(|cell| study.feed(cell));
        study.settled()
    };
    assert!(settled(&["", "2026-11-23"]));
    assert!(settled(&["2026/11/23 10:00"]));
    assert!(!settled(&["02/03/24", "2026-11-23"]));
    assert!(!settled(&["Apr 15, 2021"]));
    assert!(!settled(&[""]));
}

#[test]
fn clock_time_is_the_zone_s_unless_it_names_its_own() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let iso = DateStyle::default();
    let check = |cell, expected| assert_eq!(show(&iso, cell, &berlin), expected);
    check("2026-07-01", "2026-06-30T22:00:00Z");
    check("2026-07-01 09:30:00", "2026-07-01T07:30:00Z");
    check("2026-07-01T09:30:00Z", "2026-07-01T09:30:00Z");
    check("2026-03-29 02:30:00", "2026-03-29T01:30:00Z");
    check("2026-10-25 02:30:00", "2026-10-25T00:30:00Z");
    let serial = read_serial("45631.5", &TimeZone::fixed(tz::offset(-5)));
    assert_eq!(serial, "2024-12-05T17:00:00Z");
}

fn read_serial(cell: &str, zone: &TimeZone) -> String {
    let mut study = DateStudy::default();
    study.feed(cell);
    show(&study.end(None).unwrap(), cell, zone)
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(cell in "\\PC{0,40}", near in "[0-9/.:,+ TZAPMapr-]{0,30}") {
        for cell in [&cell, &near] {
            for named in [None, Some(DateOrder::Dmy), Some(DateOrder::Ymd)] {
                read(&[cell.as_str()], named);
            }
        }
    }

    #[test]
    fn moments_read_back(ms in -2_208_988_800_000_i64..32_503_680_000_000) {
        let text = Moment(ms).to_string();
        let read = DateStyle::default().read(&text, &TimeZone::UTC).unwrap();
        prop_assert_eq!(read.moment, Moment(ms));
        prop_assert!(read.timed);
    }

    #[test]
    fn days_read_back_in_every_order(days in 0_i32..24_000, pad in any::<bool>()) {
        let date = Day(days).civil();
        let formats = if pad { ["%d/%m/%y", "%m-%d-%Y", "%d %b, %Y"] } else { ["%-d/%-m/%y", "%-m-%-d-%Y", "%B %-d, %Y"] };
        let orders = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Dmy];
        for (format, order) in formats.iter().zip(orders) {
            let text = date.strftime(format).to_string();
            let read = DateStyle::named(order).read(&text, &TimeZone::UTC).unwrap();
            prop_assert_eq!(read.moment.day(), Day(days), "{}", text);
        }
    }
}
