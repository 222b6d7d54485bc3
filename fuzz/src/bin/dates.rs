//! A column of dates, one cell a line: what a column is settled to be, its cells are read by.
#![no_main]

use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;
use milepost::import::dates::{DateOrder, DateStudy};

fuzz_target!(|text: &str| {
    let mut study = DateStudy::default();
    text.lines().for_each(|cell| study.feed(cell));
    for named in [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy)] {
        match study.end(named) {
            Ok(style) => text.lines().for_each(|cell| {
                let _ = style.read(cell, &TimeZone::UTC);
            }),
            Err(doubt) => assert!(!doubt.to_string().is_empty()),
        }
    }
});
