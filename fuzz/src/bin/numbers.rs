//! A column of numbers, one cell a line: what a column is settled to be, its cells are read by.
#![no_main]

use libfuzzer_sys::fuzz_target;
use milepost::import::numbers::{Decimal, NumberStudy};

fuzz_target!(|text: &str| {
    let mut study = NumberStudy::default();
    text.lines().for_each(|cell| study.feed(cell));
    for named in [None, Some(Decimal::Comma), Some(Decimal::Point)] {
        match study.end(named) {
            Ok(style) => {
                for number in text.lines().filter_map(|cell| style.read(cell)) {
                    assert!(!number.value().is_nan());
                    let _ = number.money("EUR".parse().unwrap());
                }
            }
            Err(doubt) => assert!(!doubt.to_string().is_empty()),
        }
    }
});
