//! What any store does, told against the trait alone.

use std::collections::BTreeMap;

use milepost::store::{Position, SqliteStore, Store};

use super::{TODAY, append, event, intact, read};

#[test]
fn sqlite_passes_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteStore::open(&folder.path().join("story.db")).unwrap();
    let copy = folder.path().join("copy.db");
    events_stay_in_order(&mut store);
    what_is_dropped_was_never_there(&mut store);
    blocks_of_any_size_read_alike(&mut store);
    notes_change_and_vanish(&mut store);
    store.backup(&copy).unwrap();
    let copy = SqliteStore::open_existing(&copy).unwrap();
    assert_eq!(intact(&copy), intact(&store));
    assert_eq!(copy.notes("people").unwrap(), store.notes("people").unwrap());
}

fn events_stay_in_order(store: &mut dyn Store) {
    assert_eq!(intact(store), 0);
    assert_eq!(append(store, 0).unwrap(), Position(0));
    assert_eq!(append(store, 1).unwrap(), Position(1));
    assert_eq!(append(store, 3).unwrap(), Position(4));
    assert_eq!(store.head().unwrap(), Position(4));
    assert_eq!(read(store, 2).unwrap(), [3, 4]);
    assert!(read(store, 4).unwrap().is_empty());
    assert!(read(store, u64::MAX).unwrap().is_empty());
    assert_eq!(intact(store), 4);
}

fn what_is_dropped_was_never_there(store: &mut dyn Store) {
    let mut change = store.begin(TODAY).unwrap();
    for _ in 0..5000 {
        change.push(b"never").unwrap();
    }
    change.put_note("people", "nobody", Some(b"never")).unwrap();
    assert_eq!(change.head(), Position(5004));
    drop(change);
    assert_eq!(store.notes("people").unwrap(), []);
    assert_eq!(intact(store), 4);
}

fn blocks_of_any_size_read_alike(store: &mut dyn Store) {
    for count in [996, 1000, 1001, 1, 999, 2500] {
        append(store, count).unwrap();
    }
    let mut change = store.begin(TODAY).unwrap();
    assert_eq!(change.head(), Position(6501));
    change.push(&event(6502)).unwrap();
    assert_eq!(change.commit().unwrap(), Position(6502));
    assert_eq!(intact(store), 6502);
    for after in [999, 1000, 1001, 3000, 6500, 6501] {
        assert_eq!(read(store, after).unwrap(), (after + 1..=6502).collect::<Vec<_>>());
    }
}

fn notes_change_and_vanish(store: &mut dyn Store) {
    let mut put = |room: &str, key: &str, value: Option<&[u8]>| {
        let mut change = store.begin(TODAY).unwrap();
        change.put_note(room, key, value).unwrap();
        change.commit().unwrap();
    };
    put("people", "u2", Some(b"Ben"));
    put("people", "u1", Some(b"Ann"));
    put("people", "u3", Some(b""));
    put("files", "u1", Some(b"\0\xff"));
    put("people", "u1", Some(b"Anna"));
    put("people", "u2", None);
    put("people", "u9", None);
    let people: BTreeMap<_, _> = store.notes("people").unwrap().into_iter().collect();
    assert_eq!(people, BTreeMap::from([("u1".into(), b"Anna".to_vec()), ("u3".into(), vec![])]));
    assert_eq!(store.notes("files").unwrap(), [("u1".to_owned(), b"\0\xff".to_vec())]);
    assert_eq!(store.notes("nowhere").unwrap(), []);
}
