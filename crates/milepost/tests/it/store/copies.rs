//! Backup and restore: nothing is overwritten, nothing damaged is passed on, nothing is left over.

use std::fs;

use milepost::store::{SqliteStore, Store, StoreError, restore};
use rusqlite::Connection;

use super::{TODAY, append, intact, names, sample};

#[test]
fn a_restored_ledger_is_the_one_that_was_backed_up_and_goes_on() {
    let (folder, path) = sample();
    let (copy, again) = (folder.path().join("copy"), folder.path().join("again.db"));
    let mut store = SqliteStore::open(&path).unwrap();
    let mut change = store.begin(TODAY).unwrap();
    change.put_note("people", "u1", Some(b"Ann")).unwrap();
    change.commit().unwrap();
    store.backup(&copy).unwrap();
    let bytes = fs::read(&copy).unwrap();
    restore(&copy, &again).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), bytes, "a backup is not touched");
    let mut again = SqliteStore::open(&again).unwrap();
    assert_eq!(intact(&again), 2800);
    assert_eq!(again.notes("people").unwrap(), [("u1".to_owned(), b"Ann".to_vec())]);
    append(&mut again, 5).unwrap();
    assert_eq!(intact(&again), 2805);
    drop((again, store));
    assert_eq!(names(folder.path()), ["again.db", "copy", "sample.db"]);
}

#[test]
fn nothing_is_overwritten() {
    let (folder, path) = sample();
    let store = SqliteStore::open(&path).unwrap();
    let taken = folder.path().join("taken");
    fs::write(&taken, "mine").unwrap();
    fs::write(folder.path().join("left-wal"), "a log without its file").unwrap();
    for to in [&taken, &folder.path().join("left"), &path] {
        assert!(matches!(store.backup(to), Err(StoreError::Exists(_))), "{to:?}");
        assert!(matches!(restore(&path, to), Err(StoreError::Exists(_))), "{to:?}");
    }
    let nowhere = folder.path().join("no/such/copy");
    assert!(matches!(store.backup(&nowhere), Err(StoreError::NoFolder(_))));
    assert_eq!(fs::read(&taken).unwrap(), b"mine");
    assert_eq!(intact(&store), 2800);
}

#[test]
fn a_damaged_backup_is_refused() {
    let (folder, path) = sample();
    let again = folder.path().join("again.db");
    let raw = Connection::open(&path).unwrap();
    let spoil = "DROP TRIGGER blocks_never_change;
                 UPDATE blocks SET bytes = zeroblob(length(bytes)) WHERE first = 2600";
    raw.execute_batch(spoil).unwrap();
    drop(raw);
    let error = restore(&path, &again).unwrap_err().to_string();
    assert!(error.contains("sample.db' is damaged (Event 2600, recorded on 2026-03-01"), "{error}");
    let error = SqliteStore::open(&path).unwrap().backup(&again).unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
    assert_eq!(names(folder.path()), ["sample.db"]);
}

#[test]
fn a_torn_backup_is_refused() {
    let (folder, path) = sample();
    let torn = folder.path().join("torn");
    SqliteStore::open(&path).unwrap().backup(&torn).unwrap();
    let bytes = fs::read(&torn).unwrap();
    for part in [0, 10, 100, 5000, 20_000, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&torn, &bytes[..part]).unwrap();
        restore(&torn, &folder.path().join("again.db")).unwrap_err();
        assert_eq!(names(folder.path()), ["sample.db", "torn"]);
    }
}
