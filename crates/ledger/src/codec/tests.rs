//! The stored formats are contracts: the files in `formats/` are never changed or deleted.
//!
//! `UPDATE_SCHEMA=1 cargo test -p ledger` rewrites `schemas/event.json` after an addition.
#![expect(
    clippy::disallowed_methods,
    reason = "the contract is a file, and is rewritten on request"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Unreadable, decode, encode};
use crate::event::Event;
use crate::samples::every_kind;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn hex(event: &Event) -> String {
    let mut bytes = Vec::new();
    encode(event, &mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
}

/// Each line is an event as stored and as JSON, with a tab between.
fn check_format(file: &Path) -> usize {
    let text = fs::read_to_string(file).unwrap();
    for line in text.lines() {
        let (stored, json) = line.split_once('\t').unwrap();
        let stored = bytes(stored);
        let told: Event = serde_json::from_str(json).unwrap();
        let read = decode(&stored).unwrap();
        let expected = serde_json::to_value(&told).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), expected, "{}", file.display());
    }
    text.lines().count()
}

#[test]
fn every_stored_format_can_still_be_read() {
    let files: Vec<_> =
        fs::read_dir(folder("formats")).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(!files.is_empty());
    for file in files {
        assert!(check_format(&file) > 0);
    }
}

#[test]
fn todays_format_is_the_one_in_the_newest_file() {
    let file = folder("formats/5.tsv");
    let lines: Vec<String> = every_kind()
        .iter()
        .map(|event| format!("{}\t{}\n", hex(event), serde_json::to_string(event).unwrap()))
        .collect();
    if std::env::var_os("UPDATE_SCHEMA").is_some() && !file.exists() {
        fs::create_dir_all(folder("formats")).unwrap();
        fs::write(&file, lines.concat()).unwrap();
    }
    assert_eq!(fs::read_to_string(file).unwrap(), lines.concat(), "the stored format changed");
}

#[test]
fn the_samples_hold_every_kind_of_fact() {
    let kinds: BTreeSet<_> = every_kind().iter().map(|event| event.fact.kind()).collect();
    let source = include_str!("../event.rs");
    let listed = source.matches("=> \"").count();
    assert_eq!(kinds.len(), listed);
}

#[test]
fn the_schema_in_the_tree_is_the_one_of_the_code() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(Event)).unwrap() + "\n";
    let file = folder("schemas/event.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::create_dir_all(folder("schemas")).unwrap();
        fs::write(&file, &schema).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == schema, "run UPDATE_SCHEMA=1 cargo test -p ledger and look at the diff");
}

#[test]
fn damage_and_unknown_formats_are_told_apart() {
    assert_eq!(decode(&[9, 1, 2]), Err(Unreadable::Format(9)));
    assert!(matches!(decode(&[]), Err(Unreadable::Damaged(_))));
    let mut stored = bytes(&hex(&every_kind()[0]));
    stored.truncate(stored.len() / 2);
    assert!(matches!(decode(&stored), Err(Unreadable::Damaged(_))));
}
