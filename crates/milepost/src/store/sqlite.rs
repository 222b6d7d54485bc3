//! The store in one SQLite file: write-ahead log, full synchronous, one writer, many readers.
//!
//! **A row is a block, not an event**, which makes bulk work fast; triggers refuse to change or
//! delete one. The end of the chain is kept in one row of its own and moves in the same
//! transaction, so a tail cut off is seen too. Opening is in `open.rs`, copies in `copy.rs`, finding
//! the way through damage in `scan.rs`.

mod cause;
mod copy;
mod open;
mod scan;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ledger::time::Moment;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, TransactionBehavior, params};

use super::block::{Digest, Tail};
use super::verify::Check;
use super::{Append, CHANGES, EachEvent, Position, Store, StoreError, Verified};

use cause::{cause, place};

pub use copy::restore;

/// A ledger in an SQLite file.
pub struct SqliteStore {
    connection: Connection,
    path: PathBuf,
}

impl Store for SqliteStore {
    fn head(&self) -> Result<Position, StoreError> {
        read_head(&self.connection).map(|(position, _)| Position(position)).map_err(self.cause())
    }

    fn read(&self, after: Position, each: &mut EachEvent) -> Result<(), StoreError> {
        let Position(head) = self.head()?;
        let mut next = scan::block_of(&self.connection, after).map_err(self.cause())?;
        let mut fault = None;
        scan::blocks(&self.connection, next, &mut |block| {
            if fault.is_none()
                && (block.first != next || !block.is_whole() || !block.unpack(after, each))
            {
                fault = Some(next);
            }
            next = block.last() + 1;
        })
        .map_err(self.cause())?;
        match fault.or((next <= head).then_some(next)) {
            Some(position) => Err(self.damaged(format!("event {position} or one near it"))),
            None => Ok(()),
        }
    }

    fn begin(&mut self, recorded_at: Moment) -> Result<Box<dyn Append + '_>, StoreError> {
        if self.is_read_only()? {
            return Err(StoreError::ReadOnly(place(&self.path)));
        }
        let start = || {
            let lock = TransactionBehavior::Immediate;
            let transaction = Transaction::new_unchecked(&self.connection, lock)?;
            let (head, shown) = (read_head(&transaction)?, scan::end(&transaction)?);
            Ok((transaction, head, shown))
        };
        let (transaction, head, shown) = start().map_err(self.cause())?;
        if head != shown {
            return Err(self.damaged("its last events are not where it says they are".to_owned()));
        }
        let tail = Tail::new(head.0, head.1);
        let (rooms, erases, failed) = (BTreeSet::new(), false, Cell::new(false));
        Ok(Box::new(Change { store: self, transaction, recorded_at, tail, erases, rooms, failed }))
    }

    fn notes(&self, room: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let read = || {
            let sql = "SELECT key, value FROM notes WHERE room = ?1 ORDER BY key";
            let mut rows = self.connection.prepare_cached(sql)?;
            rows.query_map([room], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()
        };
        read().map_err(self.cause())
    }

    fn note(&self, room: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let read = || {
            let sql = "SELECT value FROM notes WHERE room = ?1 AND key = ?2";
            let mut found = self.connection.prepare_cached(sql)?;
            found.query_row([room, key], |row| row.get(0)).optional()
        };
        read().map_err(self.cause())
    }

    fn version(&self) -> Result<u64, StoreError> {
        let mut pragma =
            self.connection.prepare_cached("PRAGMA data_version").map_err(self.cause())?;
        pragma.query_row([], |row| number(row, 0)).map_err(self.cause())
    }

    fn verify(&self, each: &mut EachEvent) -> Result<Verified, StoreError> {
        let snapshot = self.connection.unchecked_transaction().map_err(self.cause())?;
        // The first read fixes what is seen; a head that cannot be read is damage, named at the end.
        let head = read_head(&snapshot).ok();
        let mut check = Check::new(each);
        scan::through_damage(&snapshot, &mut check);
        let structure = scan::structure(&snapshot).unwrap_or_else(|e| vec![e.to_string()]);
        Ok(check.end(head, structure))
    }

    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.copy_to(to)
    }
}

impl SqliteStore {
    fn cause(&self) -> impl Fn(rusqlite::Error) -> StoreError {
        cause(&self.path)
    }

    fn damaged(&self, why: String) -> StoreError {
        StoreError::Damaged { place: place(&self.path), why }
    }

    fn failed(&self, why: &str) -> StoreError {
        StoreError::Failed { place: place(&self.path), why: why.to_owned() }
    }

    /// Empties the log, in which what was erased still stands. The change is durable already, so a
    /// reader in the way is no failure: a later change, or the last one to close the file, does it.
    fn empty_log(&self) {
        let wait = |time| self.connection.busy_timeout(time).is_ok();
        let empty = || self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        let _ = wait(Duration::ZERO) && empty().is_ok();
        wait(open::PATIENCE);
    }
}

/// Positions are kept as SQLite's signed integers; a negative one can only be damage.
fn number(row: &rusqlite::Row, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}

fn read_head(connection: &Connection) -> rusqlite::Result<(u64, Digest)> {
    let mut row = connection.prepare_cached("SELECT position, digest FROM head")?;
    row.query_row([], |row| Ok((number(row, 0)?, row.get(1)?)))
}

struct Change<'a> {
    store: &'a SqliteStore,
    transaction: Transaction<'a>,
    recorded_at: Moment,
    tail: Tail,
    erases: bool,
    /// The rooms whose notes change.
    rooms: BTreeSet<String>,
    failed: Cell<bool>,
}

impl Append for Change<'_> {
    fn head(&self) -> Position {
        Position(self.tail.head)
    }

    fn push(&mut self, event: &[u8]) -> Result<(), StoreError> {
        self.tail.push(event).map_err(|_| self.store.failed("one event is larger than 4 GB"))?;
        if self.tail.is_full() { self.close_block() } else { Ok(()) }
    }

    fn put_note(&mut self, room: &str, key: &str, value: Option<&[u8]>) -> Result<(), StoreError> {
        if !self.rooms.contains(room) {
            self.rooms.insert(room.to_owned());
        }
        let Some(value) = value else {
            self.erases = true;
            let sql = "DELETE FROM notes WHERE room = ?1 AND key = ?2";
            return self.run(sql, params![room, key]);
        };
        let sql = "INSERT INTO notes (room, key, value) VALUES (?1, ?2, ?3)
                   ON CONFLICT DO UPDATE SET value = excluded.value";
        self.run(sql, params![room, key, value])
    }

    fn commit(mut self: Box<Self>) -> Result<Position, StoreError> {
        self.close_block()?;
        for room in std::mem::take(&mut self.rooms) {
            let sql = "INSERT INTO notes (room, key, value) VALUES (?1, ?2, CAST(1 AS BLOB))
                       ON CONFLICT DO UPDATE SET
                       value = CAST(CAST(CAST(value AS TEXT) AS INTEGER) + 1 AS BLOB)";
            self.run(sql, params![CHANGES, room])?;
        }
        let head = self.head();
        let sql = "UPDATE head SET position = ?1, digest = ?2";
        self.run(sql, params![head.0.cast_signed(), self.tail.digest])?;
        self.transaction.commit().map_err(self.store.cause())?;
        if self.erases {
            self.store.empty_log();
        }
        Ok(head)
    }
}

impl Change<'_> {
    fn close_block(&mut self) -> Result<(), StoreError> {
        let Some(block) = self.tail.close(self.recorded_at) else { return Ok(()) };
        let sql = "INSERT INTO blocks (first, count, recorded_at, before, digest, bytes)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (first, count) = (block.first.cast_signed(), block.count.cast_signed());
        let time = block.recorded_at.0;
        let digest = block.digest;
        self.run(sql, params![first, count, time, block.before, digest, block.bytes])?;
        self.tail.follow(digest);
        Ok(())
    }

    /// Runs one statement. After one has failed no other may be kept, and nothing is committed.
    fn run(&self, sql: &str, values: &[&dyn ToSql]) -> Result<(), StoreError> {
        if self.failed.get() {
            return Err(self.store.failed("an earlier part of this change failed"));
        }
        let run = || self.transaction.prepare_cached(sql)?.execute(values).map(|_| ());
        run().map_err(self.store.cause()).inspect_err(|_| self.failed.set(true))
    }
}
