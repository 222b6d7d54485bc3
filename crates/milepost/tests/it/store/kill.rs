//! An acknowledged event survives `kill -9` at any moment.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::thread;
use std::time::Duration;

use milepost::store::{SqliteStore, Store};

use super::{append, intact, noise, path_given, process, tell};

/// Events in the change that begins after a position: a killed change must leave none of them.
fn size(head: u64) -> u64 {
    if head % 250 < 2 { 1200 } else { head % 4 + 1 }
}

#[test]
#[ignore = "the process that is killed"]
fn writes_until_killed() {
    let Some(path) = path_given() else { return };
    let mut store = SqliteStore::open(&path).unwrap();
    loop {
        let head = store.head().unwrap().0;
        let head = append(&mut store, size(head)).unwrap();
        tell(&head.0.to_string());
    }
}

#[test]
fn acknowledged_events_survive_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.db");
    let (mut random, mut acknowledged) = (noise(2026), 0);
    for round in 0..30 {
        let lines = (random() % 12) as usize;
        let wait = Duration::from_micros(random() % 6000);
        acknowledged = write_and_kill(&path, lines, wait).unwrap_or(acknowledged);
        // Sometimes the next writer, rather than a reader, is the first to meet what was left.
        if round % 3 == 0 {
            continue;
        }
        let Ok(store) = SqliteStore::open_existing(&path) else {
            assert_eq!(acknowledged, 0, "an acknowledged ledger must open");
            continue;
        };
        let head = intact(&store);
        assert!(head >= acknowledged, "{acknowledged} was acknowledged but {head} is the last");
        assert!(ends_of_changes(head).any(|end| end == head), "half a change up to {head}");
    }
    let store = SqliteStore::open_existing(&path).unwrap();
    assert!(intact(&store) >= acknowledged && acknowledged > 100, "{acknowledged} acknowledged");
}

fn ends_of_changes(limit: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0), |head| Some(head + size(*head)))
        .take_while(move |head| *head <= limit)
}

/// Lets a process write until it acknowledged some changes and a little longer, kills it, and gives
/// the last position it acknowledged.
fn write_and_kill(path: &Path, lines: usize, wait: Duration) -> Option<u64> {
    let program = env::current_exe().unwrap();
    let mut child = process(&program, "store::kill::writes_until_killed", path).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let position = |line: String| line.split_once("> ").and_then(|(_, told)| told.parse().ok());
    let before = output.by_ref().filter_map(position).take(lines).last();
    thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    // A line cut short by the kill is a smaller number: the largest is the last whole one.
    output.filter_map(position).chain(before).max()
}
