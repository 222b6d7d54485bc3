//! What people type after `--as-of` and `--period`, and into the address of a page.
#![no_main]

use ledger::time::{Day, Moment};
use libfuzzer_sys::fuzz_target;
use milepost::answers::AsOf;
use milepost::answers::forecast::PeriodName;
use milepost::settings::Settings;

fuzz_target!(|text: &str| {
    let settings = Settings::default();
    let now: Moment = "2026-11-23T12:00:00Z".parse().unwrap();
    if let Err(refusal) = AsOf::parse(text, now, &settings) {
        assert!(!refusal.0.is_empty());
    }
    if let Ok(name) = text.parse::<PeriodName>() {
        assert_eq!(name.to_string().parse::<PeriodName>().unwrap(), name);
        let period = name.days(Day::from_ymd(2026, 11, 23).unwrap(), 2);
        assert!(period.from <= period.to);
    }
});
