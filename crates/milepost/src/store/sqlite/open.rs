//! Opening and making the file, and saying plainly why that fails.
//!
//! **Nothing is written to a file before it is known to be a ledger.**

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use super::super::StoreError;
use super::super::block::GENESIS;
use super::SqliteStore;
use super::cause::{cause, place};

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
    CREATE TRIGGER blocks_follow BEFORE INSERT ON blocks
        WHEN EXISTS (SELECT 1 FROM blocks WHERE first >= new.first)
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
    connection.query_row("PRAGMA application_id", [], |_| Ok(()))?;
    Ok(connection)
}

fn create(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = connect(path, flags)?;
    // Blocks are large: on small pages they would be read in many pieces.
    connection.execute_batch("PRAGMA page_size = 16384")?;
    let lock = TransactionBehavior::Immediate;
    let making = Transaction::new_unchecked(&connection, lock)?;
    // Another program may have made it while this one waited.
    if recognise(&making)? == Kind::Blank {
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
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    // To turn on the log, a new or restored file must be held alone; SQLite itself does not wait.
    let deadline = Instant::now() + PATIENCE;
    loop {
        match connection.execute_batch("PRAGMA journal_mode = WAL") {
            Err(error) if is_busy(&error) && Instant::now() < deadline => {
                thread::sleep(PATIENCE / 500);
            }
            turned_on => return turned_on,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// What a file is.
#[derive(PartialEq, Eq)]
enum Kind {
    Ledger,
    /// A ledger of a later version.
    Newer,
    /// Nothing yet, or the making was cut short.
    Blank,
    Foreign,
}

fn recognise(connection: &Connection) -> rusqlite::Result<Kind> {
    let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i32>(0));
    let id = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    Ok(match (id, version, tables) {
        (APPLICATION_ID, VERSION, _) => Kind::Ledger,
        (APPLICATION_ID, VERSION.., _) => Kind::Newer,
        (0, 0, 0) => Kind::Blank,
        _ => Kind::Foreign,
    })
}

fn admit(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    // One snapshot: another program may just be making the file.
    let look = || recognise(&*connection.unchecked_transaction()?);
    match look().map_err(cause(path))? {
        Kind::Ledger => Ok(()),
        Kind::Newer => Err(StoreError::Newer(place(path))),
        Kind::Blank => Err(StoreError::Missing(place(path))),
        Kind::Foreign => Err(StoreError::Foreign(place(path))),
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
