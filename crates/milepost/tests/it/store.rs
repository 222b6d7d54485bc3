//! The store: the story that every adapter must pass, then what a file on a disk can meet.
//!
//! Events here are made from their position, so that any that is lost, moved or changed shows.
#![expect(clippy::unwrap_used, reason = "a test whose ground gives way has failed")]

mod copies;
mod damage;
mod kill;
mod readonly;
mod refusals;
mod story;
mod together;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use ledger::time::Moment;
use milepost::store::{Position, SqliteStore, Store, StoreError, Verified};
use tempfile::TempDir;

/// 2026-03-01.
const TODAY: Moment = Moment(20_513 * 86_400_000);

fn event(position: u64) -> Vec<u8> {
    let mut noise = noise(position);
    let words = if position % 397 == 13 { 9000 } else { noise() % 25 };
    let mut bytes: Vec<u8> = (0..words).flat_map(|_| noise().to_le_bytes()).collect();
    bytes.truncate(bytes.len().saturating_sub(position as usize % 8));
    bytes
}

/// A cheap stream of numbers without order (xorshift).
fn noise(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state >> 8
    }
}

/// Appends the next events in one change.
fn append(store: &mut dyn Store, count: u64) -> Result<Position, StoreError> {
    let mut change = store.begin(TODAY)?;
    for _ in 0..count {
        let position = change.head().0 + 1;
        change.push(&event(position))?;
    }
    change.commit()
}

/// Checks that the store is clean and holds exactly the events up to its head, and counts them.
fn intact(store: &dyn Store) -> u64 {
    let mut next = 1;
    let found = store.verify(&mut |position, bytes| {
        assert_eq!(position, Position(next));
        assert_eq!(bytes, event(next), "event {next}");
        next += 1;
    });
    let head = store.head().unwrap().0;
    assert_eq!(found.unwrap(), Verified { events: head, damage: vec![] });
    assert_eq!(read(store, 0).unwrap(), (1..=head).collect::<Vec<_>>());
    head
}

/// The positions read after another one; the events must be those that were appended there.
fn read(store: &dyn Store, after: u64) -> Result<Vec<u64>, StoreError> {
    let mut positions = Vec::new();
    store.read(Position(after), &mut |position, bytes| {
        assert_eq!(bytes, event(position.0), "event {}", position.0);
        positions.push(position.0);
    })?;
    Ok(positions)
}

/// A ledger of several blocks and single events, in a folder of its own.
fn sample() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.db");
    fs::write(&path, SAMPLE.as_slice()).unwrap();
    (folder, path)
}

/// The bytes of its file. It is made once, for each of its many changes waits for the disk.
static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.db");
    let mut store = SqliteStore::open(&path).unwrap();
    append(&mut store, 2500).unwrap();
    for _ in 0..300 {
        append(&mut store, 1).unwrap();
    }
    drop(store);
    assert_eq!(names(folder.path()), ["sample.db"]);
    fs::read(path).unwrap()
});

/// Names that a folder holds, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A command that runs one ignored test of this binary as a process of its own.
fn process(program: &Path, test: &str, path: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["--exact", test, "--ignored", "--nocapture"]).env(PATH, path);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Where such a process finds the ledger it works on.
const PATH: &str = "MILEPOST_TEST_LEDGER";

/// The ledger for such a process; none if the test was started by hand.
fn path_given() -> Option<PathBuf> {
    std::env::var_os(PATH).map(PathBuf::from)
}

/// Tells the parent, past the capture of the test harness.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "> {line}").and_then(|()| out.flush()).unwrap();
}

/// What a process told.
fn told(command: &mut Command) -> Vec<String> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split_once("> ")).map(|(_, told)| told.to_owned()).collect()
}
