//! A whole import: any bytes end in facts or in a sentence, every fact can be stored and read back,
//! and the same bytes again add nothing.
#![no_main]

use std::path::PathBuf;

use ledger::codec::{decode, encode};
use ledger::event::Event;
use libfuzzer_sys::fuzz_target;
use milepost::import::dates::DateOrder;
use milepost::import::known::Known;
use milepost::import::{Options, import};

/// What a user may say about the file differs with its length, so that seeds stay plain files.
fn options(variety: usize) -> Options {
    let mut options = Options::at("2026-11-23T12:00:00Z".parse().unwrap());
    options.strict = variety % 2 == 1;
    options.dates = (variety % 3 == 1).then_some(DateOrder::Dmy);
    if variety % 5 == 1 {
        options.won = vec!["Won".into(), "A_ACTIVATED".into()];
    }
    options
}

fn facts_of(file: &PathBuf, options: &Options, earlier: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut known = Known::default();
    earlier.iter().for_each(|bytes| known.take(&decode(bytes).unwrap()));
    let mut facts = Vec::new();
    let mut append = |event: &Event<&str>| {
        let mut bytes = Vec::new();
        encode(event, &mut bytes);
        assert_eq!(&decode(&bytes).unwrap(), event);
        facts.push(bytes);
        Ok(())
    };
    let files = std::slice::from_ref(file);
    match import(files, options, known, &mut append, &mut |_, _| ()) {
        Ok(_) => facts,
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty());
            Vec::new()
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let file = std::env::temp_dir().join(format!("milepost-fuzz-{}", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    let options = options(bytes.len());
    let facts = facts_of(&file, &options, &[]);
    if !facts.is_empty() {
        let again = facts_of(&file, &options, &facts);
        assert!(again.is_empty(), "{} facts were added by the second import", again.len());
    }
});
