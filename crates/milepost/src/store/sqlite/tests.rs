//! What needs a hand on the connection: a file that may not grow, and a lock that is not waited for.

use std::time::Duration;

use ledger::time::Moment;

use super::SqliteStore;
use crate::store::{Position, Store, StoreError};

#[test]
fn a_full_disk_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(&folder.path().join("full.db")).unwrap();
    let mut change = store.begin(Moment(0)).unwrap();
    change.push(b"kept").unwrap();
    change.commit().unwrap();
    store.connection.pragma_update(None, "max_page_count", 20).unwrap();
    let mut change = store.begin(Moment(1)).unwrap();
    let error = (0..100).find_map(|_| change.push(&[1; 40_000]).err());
    let Some(StoreError::Full(place)) = error else { panic!("{error:?}") };
    assert!(place.ends_with("full.db"));
    // A writer that does not heed the error cannot keep half of its change either.
    change.put_note("people", "u1", Some(b"Ann")).unwrap_err();
    change.commit().unwrap_err();
    assert_eq!(store.notes("people").unwrap(), []);
    let found = store.verify(&mut |_, event| assert_eq!(event, b"kept")).unwrap();
    assert_eq!((found.events, found.damage), (1, vec![]));
    store.connection.pragma_update(None, "max_page_count", 1000).unwrap();
    let mut change = store.begin(Moment(2)).unwrap();
    change.push(b"kept").unwrap();
    assert_eq!(change.commit().unwrap(), Position(2));
}

#[test]
fn a_second_writer_is_told_who_is_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("busy.db");
    let mut first = SqliteStore::open(&path).unwrap();
    let mut second = SqliteStore::open(&path).unwrap();
    second.connection.busy_timeout(Duration::from_millis(20)).unwrap();
    let change = first.begin(Moment(0)).unwrap();
    let refused = second.begin(Moment(0)).err();
    assert!(matches!(refused, Some(StoreError::Locked(_))), "{refused:?}");
    drop(change);
    second.begin(Moment(0)).unwrap();
}
