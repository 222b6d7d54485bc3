//! What people type after `--as-of` and `--period`, and into the address of a page.
#![no_main]

use ledger::time::{Day, Moment};
use libfuzzer_sys::fuzz_target;
use milepost::answers::AsOf;
use milepost::answers::forecast::PeriodName;
use milepost::settings::{Fiscal, Settings, Weeks};

fuzz_target!(|text: &str| {
    let settings = Settings::default();
    let now: Moment = "2026-11-23T12:00:00Z".parse().unwrap();
    if let Err(refusal) = AsOf::parse(text, now, &settings) {
        assert!(!refusal.0.is_empty());
    }
    if let Ok(name) = text.parse::<PeriodName>() {
        assert_eq!(name.to_string().parse::<PeriodName>().unwrap(), name);
        let weeks = Weeks::parse(["4-4-5", "4-5-4", "5-4-4", ""][text.len() % 4], None).ok();
        let fiscal = Fiscal { start: 2, weeks };
        let period = name.days(Day::from_ymd(2026, 11, 23).unwrap(), &fiscal);
        assert!(period.from <= period.to);
    }
});
