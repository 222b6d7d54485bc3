//! Opening and making the file, and saying plainly why that fails.
//!
//! **Nothing is written to a file before it is known to be a ledger.**

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::super::StoreError;
use super::super::block::GENESIS;
use super::SqliteStore;

/// "Mile" in ASCII: marks the file as ours.
const APPLICATION_ID: i32 = 0x4d69_6c65;

/// The version of the tables below.
const VERSION: i32 = 1;

/// How long another writer is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

const TABLES: &str = "
    CREATE TABLE blocks (
        first INTEGER PRIMARY KEY,
        count INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        before BLOB NOT NULL,
        digest BLOB NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER blocks_stay BEFORE DELETE ON blocks
        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER blocks_never_change BEFORE UPDATE ON blocks
        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
    CREATE TABLE head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        position INTEGER NOT NULL,
        digest BLOB NOT NULL
    ) STRICT;
    CREATE TABLE notes (
        room TEXT NOT NULL,
        key TEXT NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (room, key)
    ) STRICT, WITHOUT ROWID;
";

impl SqliteStore {
    /// Opens the ledger at a path and makes it if there is none.
    pub fn open(path: &Path) -> Result<SqliteStore, StoreError> {
        match SqliteStore::open_existing(path) {
            Err(StoreError::Missing(_)) => {}
            opened => return opened,
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(StoreError::NoFolder(place(folder)));
        }
        create(path).map_err(cause(path))?;
        SqliteStore::open_existing(path)
    }

    /// Opens the ledger at a path; where the file or its medium takes no writes, for reading only.
    pub fn open_existing(path: &Path) -> Result<SqliteStore, StoreError> {
        let store = SqliteStore::attach(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if !store.is_read_only()? {
            settle(&store.connection).map_err(cause(path))?;
        }
        Ok(store)
    }

    /// Opens a file that is left exactly as it is.
    pub(super) fn open_untouched(path: &Path) -> Result<SqliteStore, StoreError> {
        SqliteStore::attach(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    fn attach(path: &Path, flags: OpenFlags) -> Result<SqliteStore, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(place(path)));
        }
        if path.is_dir() {
            return Err(StoreError::NotALedger(place(path)));
        }
        let connection = match connect(path, flags) {
            Err(error) if lacks_write_access(&error) => unchanging(path)?,
            connected => connected.map_err(cause(path))?,
        };
        admit(&connection, path)?;
        Ok(SqliteStore { connection, path: path.to_owned() })
    }

    pub(super) fn is_read_only(&self) -> Result<bool, StoreError> {
        self.connection.is_readonly("main").map_err(cause(&self.path))
    }
}

fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    // Set before the first read, so that a hostile or damaged file meets SQLite on its guard.
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
    // SQLite opens lazily: only a first read shows whether it can.
    recognise(&connection)?;
    Ok(connection)
}

fn create(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = connect(path, flags)?;
    // Blocks are large: on small pages they would be read in many pieces.
    connection.execute_batch("PRAGMA page_size = 16384")?;
    settle(&connection)?;
    let lock = TransactionBehavior::Immediate;
    let making = rusqlite::Transaction::new_unchecked(&connection, lock)?;
    // Another program may have made it while this one waited.
    if is_blank(&making)? {
        making.execute_batch(TABLES)?;
        making.execute("INSERT INTO head (id, position, digest) VALUES (1, 0, ?1)", [GENESIS])?;
        making.pragma_update(None, "application_id", APPLICATION_ID)?;
        making.pragma_update(None, "user_version", VERSION)?;
    }
    making.commit()
}

/// How a ledger is written. `secure_delete` overwrites what an erased note said.
fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
         PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;",
    )
}

/// Whose file it is, and of which version.
fn recognise(connection: &Connection) -> rusqlite::Result<(i32, i32)> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

/// An empty file, or one whose making was cut short.
fn is_blank(connection: &Connection) -> rusqlite::Result<bool> {
    let tables = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)";
    Ok(recognise(connection)? == (0, 0) && connection.query_row(tables, [], |row| row.get(0))?)
}

fn admit(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    match recognise(connection).map_err(cause(path))? {
        (APPLICATION_ID, VERSION) => Ok(()),
        (APPLICATION_ID, version) if version > VERSION => Err(StoreError::Newer(place(path))),
        _ if is_blank(connection).map_err(cause(path))? => Err(StoreError::Missing(place(path))),
        _ => Err(StoreError::Foreign(place(path))),
    }
}

fn lacks_write_access(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// Opens a file that nobody can change: SQLite's log needs a writable folder even to read. What is
/// still in the log would not be seen, so there must be nothing.
fn unchanging(path: &Path) -> Result<Connection, StoreError> {
    if beside(path, "-wal").metadata().is_ok_and(|log| log.len() > 0) {
        return Err(StoreError::Unsettled(place(path)));
    }
    let escaped = place(path).replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let address = PathBuf::from(format!("file:{escaped}?immutable=1"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    connect(&address, flags).map_err(cause(path))
}

/// A path with something added to its last part.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// A path as it is named to the user.
pub(super) fn place(path: &Path) -> String {
    path.display().to_string()
}

/// What an error of SQLite means for the ledger at a path.
pub(super) fn cause(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError {
    let place = place(path);
    move |error| {
        let (place, why) = (place.clone(), error.to_string());
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full(place),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked(place),
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly(place),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::NoAccess(place)
            }
            Some(ErrorCode::NotADatabase) => StoreError::NotALedger(place),
            Some(ErrorCode::SystemIoFailure) => StoreError::Disk { place, why },
            // A missing table or a value of the wrong kind: no ledger was ever written like that.
            None | Some(ErrorCode::DatabaseCorrupt | ErrorCode::Unknown) => {
                StoreError::Damaged { place, why }
            }
            Some(_) => StoreError::Failed { place, why },
        }
    }
}
