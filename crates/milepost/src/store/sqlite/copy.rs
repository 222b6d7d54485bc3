//! Backup and restore: a copy under a passing name, checked, made durable, and only then named.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::super::{Store, StoreError};
use super::SqliteStore;
use super::cause::{cause, place};
use super::open::beside;

/// Makes a ledger from a backup. A damaged backup, or a place already taken, is refused.
pub fn restore(from: &Path, to: &Path) -> Result<(), StoreError> {
    SqliteStore::open_untouched(from)?.copy_to(to)
}

impl SqliteStore {
    /// Copies what is committed to a new file. The copy is read back in full: one that could not
    /// be restored is no backup, and what is wrong in it is wrong in the original.
    pub(super) fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        refuse_taken(to)?;
        let folder = folder(to);
        if !folder.is_dir() {
            return Err(StoreError::NoFolder(place(folder)));
        }
        let part = Part(beside(to, &format!(".{}.part", std::process::id())));
        let copied = self.connection.execute("VACUUM INTO ?1", [place(&part.0)]);
        copied.map_err(|error| match cause(to)(error) {
            StoreError::Damaged { why, .. } => self.damaged(why),
            other => other,
        })?;
        let found = SqliteStore::open_untouched(&part.0)?.verify(&mut |_, _| {})?;
        if let Some(damage) = found.damage.first() {
            return Err(self.damaged(damage.to_string()));
        }
        refuse_taken(to)?;
        let failed = |e: io::Error| StoreError::Disk { place: place(to), why: e.to_string() };
        part.settle(to).map_err(failed)
    }
}

/// A log left behind by another file of this name would be read into the new one.
fn refuse_taken(to: &Path) -> Result<(), StoreError> {
    let names = ["", "-wal", "-journal"].map(|ending| beside(to, ending));
    match names.iter().find(|path| path.symlink_metadata().is_ok()) {
        Some(taken) => Err(StoreError::Exists(place(taken))),
        None => Ok(()),
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file that vanishes unless it is settled.
struct Part(PathBuf);

impl Part {
    fn settle(&self, to: &Path) -> io::Result<()> {
        File::open(&self.0)?.sync_all()?;
        fs::rename(&self.0, to)?;
        // The new name itself must outlive a power cut. Windows cannot open a folder.
        if cfg!(unix) { File::open(folder(to))?.sync_all() } else { Ok(()) }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Once it is settled there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}
