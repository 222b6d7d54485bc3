//! Damage of every kind is named, what is called whole is whole, and nothing panics.

use std::collections::BTreeSet;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use milepost::store::{Fault, SqliteStore, Store, StoreError};
use rusqlite::Connection;

use super::{event, intact, noise, read, sample};

const SIZE: u64 = 2800;

/// The events affected, if any, and what is wrong with them.
type Named = (Option<RangeInclusive<u64>>, Fault);

/// What a check of the ledger names, having seen that whatever it calls whole is so.
fn named(path: &Path) -> Result<Vec<Named>, StoreError> {
    let store = SqliteStore::open_existing(path)?;
    let mut whole = BTreeSet::new();
    let found = store.verify(&mut |position, bytes| {
        assert_eq!(bytes, event(position.0), "event {} was called whole", position.0);
        assert!(whole.insert(position.0), "event {} came twice", position.0);
    })?;
    assert_eq!(found.events, whole.len() as u64);
    let lost = found.damage.iter().filter_map(|damage| damage.events.clone()).flatten().count();
    assert!(found.events + lost as u64 >= SIZE || found.damage.iter().any(|d| d.events.is_none()));
    if found.damage.is_empty() {
        assert_eq!(intact(&store), SIZE);
    }
    // A plain read never gives what is not so: it gives all or ends in a sentence.
    if let Ok(positions) = read(&store, 0) {
        assert!(positions.into_iter().eq(1..=SIZE));
    }
    Ok(found.damage.into_iter().map(|damage| (damage.events, damage.fault)).collect())
}

/// Does to a ledger what its triggers refuse.
fn tamper(path: &Path, sql: &str) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch(
        "DROP TRIGGER blocks_stay; DROP TRIGGER blocks_never_change; DROP TRIGGER blocks_follow",
    )
    .unwrap();
    raw.execute_batch(sql).unwrap();
}

fn check(sql: &str, expected: &[Named]) {
    let (_folder, path) = sample();
    tamper(&path, sql);
    assert_eq!(named(&path).unwrap(), expected, "{sql}");
}

#[test]
fn changed_blocks_are_named_exactly() {
    let one = |at| [(Some(at..=at), Fault::Changed)];
    check("UPDATE blocks SET bytes = CAST(bytes || x'00' AS BLOB) WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET recorded_at = recorded_at + 1 WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET count = 2 WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET count = 1 << 62 WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET digest = zeroblob(32) WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET before = zeroblob(32) WHERE first = 2600", &one(2600));
    check("UPDATE blocks SET bytes = CAST(bytes || x'00' AS BLOB) WHERE first = 2800", &one(2800));
    let both = [(Some(2600..=2601), Fault::Changed), (Some(2700..=2700), Fault::Changed)];
    check("UPDATE blocks SET bytes = x'00' WHERE first IN (2600, 2601, 2700)", &both);
    check(
        "UPDATE blocks SET first = 1 << 61 WHERE first = 2600",
        &[(Some(2600..=2600), Fault::Missing), (None, Fault::Changed)],
    );
}

#[test]
fn missing_blocks_are_named_exactly() {
    let gone = |events| [(Some(events), Fault::Missing)];
    check("DELETE FROM blocks WHERE first = 2600", &gone(2600..=2600));
    check("DELETE FROM blocks WHERE first BETWEEN 2600 AND 2650", &gone(2600..=2650));
    check("DELETE FROM blocks WHERE first < 2550", &gone(1..=2549));
    check("DELETE FROM blocks WHERE first > 2790", &gone(2791..=2800));
    check("DELETE FROM blocks", &gone(1..=2800));
}

#[test]
fn a_wrong_end_is_named() {
    check("UPDATE head SET position = 2799", &[(None, Fault::Head)]);
    check("UPDATE head SET digest = zeroblob(32)", &[(None, Fault::Head)]);
    check("DELETE FROM head", &[(None, Fault::Head)]);
    check("UPDATE head SET position = 2805", &[(Some(2801..=2805), Fault::Missing)]);
}

#[test]
fn a_cut_off_tail_stops_reading_and_writing() {
    let (_folder, path) = sample();
    tamper(&path, "DELETE FROM blocks WHERE first > 2790");
    let mut store = SqliteStore::open(&path).unwrap();
    assert!(matches!(read(&store, 0), Err(StoreError::Damaged { .. })));
    let refused = store.begin(super::TODAY).err();
    assert!(matches!(refused, Some(StoreError::Damaged { .. })), "{refused:?}");
}

#[test]
fn damage_says_when_it_was_recorded() {
    let (_folder, path) = sample();
    tamper(&path, "DELETE FROM blocks WHERE first BETWEEN 2600 AND 2650");
    let found = SqliteStore::open(&path).unwrap().verify(&mut |_, _| {}).unwrap();
    let sentence = "Events 2600 to 2650, recorded on 2026-03-01: missing";
    assert_eq!(found.damage[0].to_string(), sentence);
}

/// The bytes of a ledger, spoiled in one way after another and checked each time.
fn spoil(times: u64, mut spoil: impl FnMut(u64, &mut Vec<u8>)) -> [usize; 3] {
    let (folder, path) = sample();
    let original = fs::read(&path).unwrap();
    let spoiled = folder.path().join("spoiled.db");
    let mut outcomes = [0; 3];
    for time in 0..times {
        let mut bytes = original.clone();
        spoil(time, &mut bytes);
        fs::write(&spoiled, bytes).unwrap();
        outcomes[named(&spoiled).map_or(0, |damage| if damage.is_empty() { 1 } else { 2 })] += 1;
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(folder.path().join(format!("spoiled.db{ending}")));
        }
    }
    outcomes
}

#[test]
fn flipped_bits_anywhere_are_named_or_in_unused_space() {
    let mut random = noise(7);
    let [refused, clean, named] = spoil(250, |_, bytes| {
        let at = random() as usize % bytes.len();
        bytes[at] ^= 1 << (random() % 8);
    });
    assert!(named > 200, "{refused} refused, {clean} clean, {named} named");
}

#[test]
fn any_byte_of_the_header_may_be_wrong() {
    let [refused, clean, named] = spoil(100, |time, bytes| bytes[time as usize] ^= 0x55);
    assert!(refused > 20 && clean > 10, "{refused} refused, {clean} clean, {named} named");
}

#[test]
fn any_page_may_be_lost() {
    const PAGE: usize = 16_384;
    let mut random = noise(11);
    let [refused, clean, named] = spoil(80, |time, bytes| {
        assert!(bytes.len() / PAGE <= 80, "each page must have its turn");
        let page = time as usize % (bytes.len() / PAGE);
        let noise: Vec<u8> = (0..PAGE).map(|_| random() as u8).collect();
        bytes[page * PAGE..][..PAGE].copy_from_slice(if time % 2 == 0 {
            &noise
        } else {
            &[0; PAGE]
        });
    });
    assert!(named > 50, "{refused} refused, {clean} clean, {named} named");
}

#[test]
fn a_file_may_end_anywhere() {
    let mut random = noise(13);
    let [refused, clean, named] = spoil(40, |_, bytes| {
        let length = random() as usize % bytes.len();
        bytes.truncate(length);
    });
    assert_eq!(clean, 0, "{refused} refused, {named} named");
}

#[test]
fn the_check_goes_on_behind_what_it_cannot_read() {
    let (_folder, path) = sample();
    let leaf = |first: u64| -> u64 {
        // The page of a single event, found by its bytes.
        let bytes = fs::read(&path).unwrap();
        let (event, page) = (event(first), 16_384);
        let at = bytes.windows(event.len()).position(|part| part == event).unwrap();
        (at / page * page) as u64
    };
    let leaves: BTreeSet<u64> = [2540, 2660, 2780].map(leaf).into();
    assert_eq!(leaves.len(), 3);
    let mut bytes = fs::read(&path).unwrap();
    for at in [2540, 2780].map(leaf) {
        bytes[at as usize..][..16_384].fill(0xaa);
    }
    fs::write(&path, bytes).unwrap();
    let damage = named(&path).unwrap();
    let holes: Vec<_> = damage.iter().filter_map(|(events, _)| events.clone()).collect();
    assert!(holes.iter().any(|hole| hole.contains(&2540)), "{damage:?}");
    assert!(holes.iter().any(|hole| hole.contains(&2780)), "{damage:?}");
    assert!(!holes.iter().any(|hole| hole.contains(&2660)), "{damage:?}");
}
