//! What cannot be opened, and that it is left exactly as it was.

use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use milepost::store::{SqliteStore, Store, StoreError};
use rusqlite::Connection;

use super::{append, event, intact, names, sample};

/// Checks the sentence for a file of this name, and that neither way to open it changes it.
fn check(folder: &Path, name: &str, sentence: &Expect) {
    let path = folder.join(name);
    let before = (names(folder), fs::read(&path).ok());
    for open in [SqliteStore::open, SqliteStore::open_existing] {
        let error = open(&path).err().expect("it must be refused").to_string();
        sentence.assert_eq(&error.replace(folder.to_str().unwrap(), "."));
        assert_eq!((names(folder), fs::read(&path).ok()), before);
    }
}

#[test]
fn files_of_another_kind() {
    let folder = tempfile::tempdir().unwrap();
    let sentence = expect![
        "'./deals.csv' is not a ledger but some other kind of file. Name another ledger with --db."
    ];
    for content in ["deal", "deal,event,at\n", &"deal,event,at\n".repeat(9000)] {
        fs::write(folder.path().join("deals.csv"), content).unwrap();
        check(folder.path(), "deals.csv", &sentence);
    }
    fs::create_dir(folder.path().join("folder")).unwrap();
    check(
        folder.path(),
        "folder",
        &expect![
            "'./folder' is not a ledger but some other kind of file. Name another ledger with --db."
        ],
    );
}

#[test]
fn databases_of_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let sentence = expect![
        "'./other.db' is a database of another program and was left as it is. Name another ledger with --db."
    ];
    let raw = Connection::open(folder.path().join("other.db")).unwrap();
    raw.execute_batch("CREATE TABLE blocks (first INTEGER)").unwrap();
    check(folder.path(), "other.db", &sentence);
    raw.execute_batch("PRAGMA application_id = 7; PRAGMA user_version = 1").unwrap();
    check(folder.path(), "other.db", &sentence);
}

#[test]
fn ledgers_of_a_newer_version() {
    let (folder, path) = sample();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 2").unwrap();
    let sentence = expect![
        "'./sample.db' was written by a newer Milepost. Install the newest version to use it."
    ];
    check(folder.path(), "sample.db", &sentence);
}

#[test]
fn what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let error = SqliteStore::open(&folder.path().join("no/such.db")).err().unwrap();
    assert!(matches!(&error, StoreError::NoFolder(place) if place.ends_with("no")), "{error}");
    let missing = folder.path().join("none.db");
    let error = SqliteStore::open_existing(&missing).err().unwrap();
    assert!(matches!(error, StoreError::Missing(_)), "{error}");
    assert!(error.to_string().contains("milepost import"));
    assert!(!missing.exists());
}

#[test]
fn an_empty_file_or_one_whose_making_was_cut_short_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    for cut_short in [false, true] {
        fs::write(&path, "").unwrap();
        if cut_short {
            Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = WAL").unwrap();
            assert!(path.metadata().unwrap().len() > 0);
        }
        let existing = SqliteStore::open_existing(&path).err();
        assert!(matches!(existing, Some(StoreError::Missing(_))), "{existing:?}");
        append(&mut SqliteStore::open(&path).unwrap(), 2).unwrap();
        assert_eq!(intact(&SqliteStore::open_existing(&path).unwrap()), 2);
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_name_with_special_characters() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["file:a?mode=ro", "100% #1 ?.db", "Übersicht 'x'.db", "-wal", ":memory:"] {
        let path = folder.path().join(name);
        append(&mut SqliteStore::open(&path).unwrap(), 1).unwrap();
        assert!(path.is_file(), "{name}");
        assert_eq!(intact(&SqliteStore::open_existing(&path).unwrap()), 1);
        let copy = folder.path().join(format!("{name} copy"));
        SqliteStore::open_existing(&path).unwrap().backup(&copy).unwrap();
        assert_eq!(intact(&SqliteStore::open_existing(&copy).unwrap()), 1);
    }
}

#[test]
fn events_can_be_neither_changed_nor_deleted() {
    let (_folder, path) = sample();
    let raw = Connection::open(&path).unwrap();
    for sql in [
        "DELETE FROM blocks WHERE first = 2700",
        "UPDATE blocks SET recorded_at = 0 WHERE first = 2700",
        "INSERT INTO blocks SELECT -1, count, 0, before, digest, bytes FROM blocks LIMIT 1",
        "REPLACE INTO blocks SELECT first, 1, 0, before, digest, bytes FROM blocks",
    ] {
        raw.execute_batch(sql).unwrap_err();
    }
    assert_eq!(intact(&SqliteStore::open(&path).unwrap()), 2800);
}

#[test]
fn what_was_erased_is_not_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("private.db");
    let mut store = SqliteStore::open(&path).unwrap();
    let mut put = |value: Option<&[u8]>| {
        let mut change = store.begin(super::TODAY).unwrap();
        change.push(&event(change.head().0 + 1)).unwrap();
        change.put_note("people", "u1", value).unwrap();
        change.commit().unwrap();
    };
    let holds_name = || {
        let files = names(folder.path()).into_iter().map(|name| folder.path().join(name));
        let bytes: Vec<u8> = files.flat_map(|file| fs::read(file).unwrap()).collect();
        bytes.windows(11).any(|part| part == b"Ann Example")
    };
    put(Some(b"Ann Example"));
    assert!(holds_name());
    put(None);
    assert!(!holds_name());
}
