//! A medium that takes no writes, and one that stops taking them. The super-user may write
//! anywhere, so these run as a process of an ordinary user.
#![cfg(unix)]

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use milepost::store::{SqliteStore, Store, restore};
use tempfile::TempDir;

use super::{TODAY, append, intact, path_given, process, read, sample, tell, told};

#[test]
#[ignore = "the process that may not write"]
fn reads_what_it_may_not_write() {
    let Some(path) = path_given() else { return };
    let mut store = match SqliteStore::open_existing(&path) {
        Ok(store) => store,
        Err(error) => return tell(&error.to_string()),
    };
    tell(&format!("{} events", intact(&store)));
    tell(&append(&mut store, 1).unwrap_err().to_string());
    let copy = env::temp_dir().join(format!("milepost-copy-{}", std::process::id()));
    restore(&path, &copy).unwrap();
    tell(&format!("{} events", intact(&SqliteStore::open(&copy).unwrap())));
    fs::remove_file(copy).unwrap();
}

/// What an ordinary user's process tells who finds these files in a folder that takes no writes.
fn as_reader(folder: &TempDir, path: &Path) -> Vec<String> {
    let outside = tempfile::tempdir().unwrap();
    let program = outside.path().join("program");
    fs::copy(env::current_exe().unwrap(), &program).unwrap();
    let mode = |path: &Path, bits| fs::set_permissions(path, Permissions::from_mode(bits)).unwrap();
    mode(outside.path(), 0o755);
    for file in fs::read_dir(folder.path()).unwrap() {
        mode(&file.unwrap().path(), 0o444);
    }
    mode(folder.path(), 0o555);
    let mut command = process(&program, "store::readonly::reads_what_it_may_not_write", path);
    if outside.path().metadata().unwrap().uid() == 0 {
        command.uid(65_534);
    }
    let lines = told(&mut command);
    mode(folder.path(), 0o755);
    lines.into_iter().map(|line| line.replace(folder.path().to_str().unwrap(), ".")).collect()
}

#[test]
fn a_ledger_in_a_read_only_folder_is_read_and_copied_but_not_written() {
    let (folder, path) = sample();
    let refusal = "'./sample.db' is read-only. Make the file and its folder writable, or copy it \
                   to where you may write; nothing was changed.";
    assert_eq!(as_reader(&folder, &path), ["2800 events", refusal, "2800 events"]);
}

#[test]
fn events_still_in_the_log_are_not_passed_over() {
    let (folder, path) = sample();
    let mut store = SqliteStore::open(&path).unwrap();
    append(&mut store, 7).unwrap();
    let whole = as_reader(&folder, &path);
    assert_eq!(whole[0], "2807 events", "{whole:?}");
    // Without the index that a writer keeps beside it, the log cannot be read in place.
    let other = tempfile::tempdir().unwrap();
    let copy = other.path().join("sample.db");
    fs::copy(&path, &copy).unwrap();
    fs::copy(folder.path().join("sample.db-wal"), other.path().join("sample.db-wal")).unwrap();
    let refused = as_reader(&other, &copy);
    assert!(refused[0].contains("latest events of './sample.db' are still in"), "{refused:?}");
}

#[test]
#[ignore = "the process whose disk fails"]
fn writes_until_the_disk_fails() {
    let Some(path) = path_given() else { return };
    let mut store = SqliteStore::open(&path).unwrap();
    let mut change = store.begin(TODAY).unwrap();
    let error = loop {
        if let Err(error) = change.push(&[7; 90_000]) {
            break error;
        }
    };
    tell(&error.to_string());
    drop(change);
    tell(&format!("{} events", read(&store, 0).unwrap().len()));
}

#[test]
fn a_failing_disk_leaves_nothing_behind() {
    let (_folder, path) = sample();
    // A limit on the size of any file makes writing fail as a bad or full disk does.
    let script = r#"trap "" XFSZ; ulimit -f 8192; exec "$0" "$@""#;
    let inner = process(
        &env::current_exe().unwrap(),
        "store::readonly::writes_until_the_disk_fails",
        &path,
    );
    let mut limited = Command::new("sh");
    limited.args(["-c", script]).arg(inner.get_program()).args(inner.get_args());
    limited.env(super::PATH, &path);
    let lines = told(&mut limited);
    assert!(lines[0].contains("The disk may be full, failing or gone"), "{lines:?}");
    assert_eq!(lines[1], "2800 events");
    let mut store = SqliteStore::open(&path).unwrap();
    assert_eq!(intact(&store), 2800);
    append(&mut store, 3).unwrap();
    assert_eq!(intact(&store), 2803);
}
