//! Files that people write by hand: mappings, processes and settings.
#![no_main]

use ledger::process::Process;
use libfuzzer_sys::fuzz_target;
use milepost::import::mapping::Mapping;
use milepost::settings::Settings;

fuzz_target!(|text: &str| {
    if let Ok(mapping) = Mapping::parse(text) {
        let written = mapping.to_toml();
        let again = Mapping::parse(&written).unwrap_or_else(|why| panic!("{why} in {written}"));
        assert_eq!(again.to_toml(), written);
    }
    if let Ok(process) = toml::from_str::<Process>(text)
        && process.validate().is_ok()
    {
        process.milestones.iter().for_each(|milestone| assert!(!milestone.ask().is_empty()));
    }
    if let Err(why) = Settings::parse(text) {
        assert!(!why.is_empty());
    }
});
