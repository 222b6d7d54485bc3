//! One writer, many readers, each with a connection of its own as separate programs would have.

use std::sync::Barrier;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use milepost::store::{Position, SqliteStore, Store};

use super::{TODAY, append, event, intact, read};

#[test]
fn a_reader_sees_the_last_commit_while_another_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.db");
    let mut writer = SqliteStore::open(&path).unwrap();
    append(&mut writer, 10).unwrap();
    let reader = SqliteStore::open_existing(&path).unwrap();
    let mut change = writer.begin(TODAY).unwrap();
    for position in 11..=3000 {
        change.push(&event(position)).unwrap();
    }
    assert_eq!(intact(&reader), 10);
    change.commit().unwrap();
    assert_eq!(intact(&reader), 3000);
}

#[test]
fn a_read_is_not_disturbed_by_what_is_written_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.db");
    let mut writer = SqliteStore::open(&path).unwrap();
    append(&mut writer, 2000).unwrap();
    let reader = SqliteStore::open_existing(&path).unwrap();
    let mut last = 0;
    let mut step = |position: Position, _: &[u8]| {
        if position.0.is_multiple_of(100) {
            append(&mut writer, 1).unwrap();
        }
        last = position.0;
    };
    reader.read(Position(0), &mut step).unwrap();
    assert_eq!(last, 2000);
    assert_eq!(intact(&reader), 2020);
}

#[test]
fn a_second_writer_waits_and_sees_what_the_first_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.db");
    let mut first = SqliteStore::open(&path).unwrap();
    let mut change = first.begin(TODAY).unwrap();
    change.push(&event(1)).unwrap();
    let (ready, begins) = channel();
    let second = thread::spawn(move || {
        let mut second = SqliteStore::open(&path).unwrap();
        ready.send(()).unwrap();
        let mut change = second.begin(TODAY).unwrap();
        assert_eq!(change.head(), Position(1));
        change.push(&event(2)).unwrap();
        change.commit().unwrap();
    });
    begins.recv().unwrap();
    // Long enough for the second to be refused if it did not wait.
    thread::sleep(Duration::from_millis(200));
    change.commit().unwrap();
    second.join().unwrap();
    assert_eq!(intact(&first), 2);
}

#[test]
fn several_programs_may_make_the_same_ledger_at_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.db");
        let start = Barrier::new(4);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    start.wait();
                    append(&mut SqliteStore::open(&path).unwrap(), 3).unwrap();
                });
            }
        });
        assert_eq!(intact(&SqliteStore::open_existing(&path).unwrap()), 12);
    }
}

#[test]
fn a_backup_is_whole_while_a_writer_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("busy.db");
    let mut writer = SqliteStore::open(&path).unwrap();
    append(&mut writer, 1500).unwrap();
    let (stop, stopped) = channel::<()>();
    let writing = thread::spawn(move || {
        while stopped.try_recv().is_err() {
            append(&mut writer, 3).unwrap();
        }
        writer.head().unwrap().0
    });
    let store = SqliteStore::open_existing(&path).unwrap();
    let mut heads = vec![1500];
    for number in 0..4 {
        let (copy, again) = (format!("{number}.backup"), format!("{number}.db"));
        let (copy, again) = (folder.path().join(copy), folder.path().join(again));
        store.backup(&copy).unwrap();
        milepost::store::restore(&copy, &again).unwrap();
        heads.push(intact(&SqliteStore::open_existing(&again).unwrap()));
    }
    stop.send(()).unwrap();
    heads.push(writing.join().unwrap());
    assert!(heads.is_sorted() && heads[4] > heads[0], "{heads:?}");
    assert_eq!(read(&store, 0).unwrap().len() as u64, heads[5]);
}
