use ledger::money::{Currency, Money};
use proptest::prelude::{any, proptest};
use proptest::{prop_assert, prop_assert_eq};

use crate::import::numbers::{Decimal, NumberStudy, NumberStyle};

/// The column's style and its cells as values, or the doubt.
fn read(column: &[&str], named: Option<Decimal>) -> String {
    let mut study = NumberStudy::default();
    column.iter().for_each(|cell| study.feed(cell));
    match study.end(named) {
        Ok(style) => {
            let value =
                |cell: &&str| style.read(cell).map_or("-".to_owned(), |n| n.value().to_string());
            format!("{style}: {}", column.iter().map(value).collect::<Vec<_>>().join(" | "))
        }
        Err(doubt) => doubt.to_string(),
    }
}

fn money(cell: &str, decimal: Decimal, house: &str) -> String {
    let read = NumberStyle::named(decimal).read(cell);
    let money = read.and_then(|number| number.money(house.parse().unwrap()));
    money.map_or("-".to_owned(), |money| money.to_string())
}

#[test]
fn every_form_is_read_exactly() {
    let check = |cell, expected| assert_eq!(money(cell, Decimal::Point, "EUR"), expected, "{cell}");
    check("6406", "6406.00 EUR");
    check("100.0", "100.00 EUR");
    check("-5", "-5.00 EUR");
    check("\u{2212}5", "-5.00 EUR");
    check("+5", "5.00 EUR");
    check("5-", "-5.00 EUR");
    check("(1,200.00)", "-1200.00 EUR");
    check("$1,117.10K", "1117100.00 USD");
    check("$22,700.00", "22700.00 USD");
    check("-$5", "-5.00 USD");
    check("$ -5", "-5.00 USD");
    check("($5.50)", "-5.50 USD");
    check("US$1.2M", "1200000.00 USD");
    check("1.2bn", "1200000000.00 EUR");
    check("5 Mio. €", "5000000.00 EUR");
    check("1,234.5 EUR", "1234.50 EUR");
    check("CHF 1'234.50", "1234.50 CHF");
    check("1\u{2019}234\u{2019}567.5", "1234567.50 EUR");
    check("1 234.56", "1234.56 EUR");
    check("1\u{a0}234\u{202f}567.00", "-");
    check("1\u{202f}234\u{202f}567.00", "1234567.00 EUR");
    check("₹1,23,45,678.00", "12345678.00 INR");
    check("¥1200", "1200 JPY");
    check("usd 7", "7.00 USD");
    check("1e3", "1000.00 EUR");
    check("1.5E+06", "1500000.00 EUR");
    check("5e-3", "0.01 EUR");
    check(".5", "0.50 EUR");
    check("00012", "12.00 EUR");
    check("0.005", "0.01 EUR");
    check("-0.005", "-0.01 EUR");
    check("0.00499999999999999999999999999999999999999999", "0.00 EUR");
    check("1.0049999999999998934185896359", "1.00 EUR");
    check("92233720368547758.07", "92233720368547758.07 EUR");
    check("92233720368547758.08", "-");
    check("1e30", "-");
    check("1e-400", "0.00 EUR");
    check("123456789012345678901234567890123456789012", "-");
    check("75%", "-");
}

#[test]
fn a_decimal_comma_is_read_as_exactly() {
    let check = |cell, expected| assert_eq!(money(cell, Decimal::Comma, "EUR"), expected, "{cell}");
    check("1 234,56", "1234.56 EUR");
    check("1\u{a0}234,56", "1234.56 EUR");
    check("1\u{202f}234,56 €", "1234.56 EUR");
    check("1.234,56", "1234.56 EUR");
    check("€ 1.234", "1234.00 EUR");
    check("1.234.567", "1234567.00 EUR");
    check("1234,5 zł", "1234.50 PLN");
    check("1'234,5", "1234.50 EUR");
    check("1,234.56", "-");
    check("1.23", "-");
}

#[test]
fn what_is_no_number_is_not_read() {
    for cell in [
        "Closed Won",
        "",
        "-",
        "$",
        "N/A",
        "2026-11-23",
        "1/2",
        "12:30",
        "5 apples",
        "5 5",
        "1,23,4",
        "1.2.3,4,5",
        "((5))",
        "(5",
        "5)",
        "(-5)",
        "--5",
        "-5-",
        "5%%",
        "EUR 5 USD",
        "$5€",
        "006A000",
        "1e",
        "e5",
        "1e999999999",
        "1,,234",
        "1, 234",
        "0x10",
        "٣",
    ] {
        for decimal in [Decimal::Point, Decimal::Comma] {
            assert_eq!(NumberStyle::named(decimal).read(cell), None, "{cell}");
        }
    }
}

#[test]
fn the_whole_column_says_which_sign_begins_the_decimals() {
    let check = |column: &[&str], expected: &str| assert_eq!(read(column, None), expected);
    check(&["6406", "-5", ""], "whole numbers: 6406 | -5 | -");
    check(&["100.0", "12.5"], "decimal point: 100 | 12.5");
    check(&["1.234", "12,50"], "decimal comma: 1234 | 12.5");
    check(&["1.234", "1.234.567"], "decimal comma: 1234 | 1234567");
    check(&["1,234", "1,234,567"], "decimal point: 1234 | 1234567");
    check(&["1.234", "0.125"], "decimal point: 1.234 | 0.125");
    check(&["1.234", "1234.567"], "decimal point: 1.234 | 1234.567");
    check(&["75%", "12.5 %"], "decimal point: 0.75 | 0.125");
    check(&["n/a", "5"], "whole numbers: - | 5");
    check(&["n/a", "none"], "'n/a' is not a number");
    check(
        &["1.234", "500"],
        "'1.234' could be 1234 or 1.234; say which with --decimal point or --decimal comma",
    );
    check(
        &["1,234", "6406"],
        "'1,234' could be 1234 or 1.234; say which with --decimal point or --decimal comma",
    );
    check(
        &["1,5", "1.5"],
        "'1.5' has a decimal point and '1,5' a decimal comma; say which one is meant with --decimal point or --decimal comma",
    );
}

#[test]
fn the_user_has_the_last_word_and_slips_stay_alone() {
    assert_eq!(read(&["1.234", "1.5"], Some("comma".parse().unwrap())), "decimal comma: 1234 | -");
    assert_eq!(read(&["1.234"], Some("point".parse().unwrap())), "decimal point: 1.234");
    assert!("dot".parse::<Decimal>().unwrap_err().contains("point or comma"));
    let mut column = vec!["1.5"; 10];
    column.push("2,5");
    assert!(read(&column, None).ends_with("1.5 | -"));
}

#[test]
fn a_shared_sign_means_the_company_s_own_currency_if_it_can() {
    assert_eq!(money("$5", Decimal::Point, "CAD"), "5.00 CAD");
    assert_eq!(money("$5", Decimal::Point, "EUR"), "5.00 USD");
    assert_eq!(money("5 kr", Decimal::Point, "DKK"), "5.00 DKK");
    assert_eq!(money("5 kr", Decimal::Point, "EUR"), "5.00 SEK");
    assert_eq!(money("USD 5", Decimal::Point, "CAD"), "5.00 USD");
    assert_eq!(money("5.0004", Decimal::Point, "KWD"), "5.000 KWD");
    let mark = |cell| NumberStyle::default().read(cell).unwrap().mark;
    assert!(mark("$5").unwrap().is_shared());
    assert!(!mark("€5").unwrap().is_shared());
    assert_eq!(mark("5"), None);
}

/// 1234567.89 as the conventions write it: grouping sign, decimal sign.
fn written(minor: i64, group: &str, decimal: char) -> String {
    let whole = (minor.abs() / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{grouped}{decimal}{:02}", minor.abs() % 100)
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(cell in "\\PC{0,40}", near in "[0-9.,' eEKM$€%()+-]{0,40}") {
        for cell in [cell.as_str(), near.as_str()] {
            read(&[cell], None);
            for decimal in [Decimal::Point, Decimal::Comma] {
                money(cell, decimal, "EUR");
            }
        }
    }

    #[test]
    fn every_convention_reads_back(minor in any::<i64>()) {
        let minor = minor.checked_add(1).map_or(0, |n| n - 1).max(-i64::MAX);
        let point = ["", ",", " ", "'", "\u{a0}"].map(|group| (group, '.', Decimal::Point));
        let comma = ["", ".", " ", "\u{2019}", "\u{202f}"].map(|group| (group, ',', Decimal::Comma));
        for (group, sign, decimal) in point.into_iter().chain(comma) {
            let text = written(minor, group, sign);
            let mut study = NumberStudy::default();
            study.feed(&text);
            let style = study.end(None).unwrap();
            prop_assert_eq!(style, NumberStyle::named(decimal), "{}", &text);
            let money = style.read(&text).unwrap().money(Currency::EUR);
            prop_assert_eq!(money, Some(Money { minor, currency: Currency::EUR }), "{}", &text);
        }
    }

    #[test]
    fn floats_read_back(number in -1e12..1e12_f64) {
        let read = NumberStyle::named(Decimal::Point).read(&number.to_string());
        prop_assert!(read.is_some_and(|read| read.value().to_bits() == number.to_bits()));
    }
}
