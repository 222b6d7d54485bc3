//! Reading blocks, one in memory at a time, and finding the next readable one where pages are lost.

use ledger::time::Moment;
use rusqlite::{Connection, OptionalExtension, Row};

use super::super::Position;
use super::super::block::{Block, Digest, GENESIS};
use super::super::verify::Check;
use super::number;

/// Gives all blocks from a position on, in order.
pub(super) fn blocks(
    connection: &Connection,
    from: u64,
    each: &mut dyn FnMut(&Block),
) -> rusqlite::Result<()> {
    let sql = "SELECT first, count, recorded_at, before, digest, bytes FROM blocks
               WHERE first >= ?1 ORDER BY first";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([from.cast_signed()])?;
    while let Some(row) = rows.next()? {
        each(&block(row)?);
    }
    Ok(())
}

fn block<'a>(row: &'a Row) -> rusqlite::Result<Block<'a>> {
    Ok(Block {
        first: number(row, 0)?,
        count: number(row, 1)?,
        recorded_at: Moment(row.get(2)?),
        before: row.get(3)?,
        digest: row.get(4)?,
        bytes: row.get_ref(5)?.as_blob()?,
    })
}

/// Where the block begins that holds the event after a position.
pub(super) fn block_of(connection: &Connection, after: Position) -> rusqlite::Result<u64> {
    let sql = "SELECT first FROM blocks WHERE first <= ?1 ORDER BY first DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let next = i64::try_from(after.0).unwrap_or(i64::MAX).saturating_add(1);
    let found = statement.query_row([next], |row| number(row, 0)).optional()?;
    Ok(found.unwrap_or(1))
}

/// The last position and digest that the blocks themselves show.
pub(super) fn end(connection: &Connection) -> rusqlite::Result<(u64, Digest)> {
    let sql = "SELECT first + count - 1, digest FROM blocks ORDER BY first DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([], |row| Ok((number(row, 0)?, row.get(1)?))).optional()?;
    Ok(found.unwrap_or((0, GENESIS)))
}

/// Checks all blocks, going on behind those that cannot be read.
pub(super) fn through_damage(connection: &Connection, check: &mut Check) {
    let mut from = 0;
    loop {
        let mut next = from;
        let scan = blocks(connection, from, &mut |block| {
            next = next.max(block.first.saturating_add(1));
            check.block(block);
        });
        let Err(error) = scan else { return };
        check.unreadable(error.to_string());
        // If nothing was read, the block at `from` is itself the one that is lost.
        match readable(connection, next.max(from + 1)) {
            Some(first) => from = first,
            None => return,
        }
    }
}

/// The first block at or after a position that can be found. A damaged page hides all blocks on
/// it, so the step is doubled while the way there is lost, then halved.
fn readable(connection: &Connection, from: u64) -> Option<u64> {
    let last = i64::MAX.cast_unsigned();
    let (mut lost, mut good, mut step) = (from, from.min(last), 1);
    let mut found = first_from(connection, good);
    while found.is_err() {
        if good == last {
            return None;
        }
        lost = good;
        good = good.saturating_add(step).min(last);
        step = step.saturating_mul(2);
        found = first_from(connection, good);
    }
    while good.saturating_sub(lost) > 1 {
        let middle = lost + (good - lost) / 2;
        match first_from(connection, middle) {
            Ok(first) => (good, found) = (middle, Ok(first)),
            Err(_) => lost = middle,
        }
    }
    found.ok().flatten()
}

fn first_from(connection: &Connection, position: u64) -> rusqlite::Result<Option<u64>> {
    let sql = "SELECT first FROM blocks WHERE first >= ?1 ORDER BY first LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row([position.cast_signed()], |row| number(row, 0)).optional()
}

/// What SQLite finds wrong with its own file.
pub(super) fn structure(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA quick_check(20)")?;
    let lines: Vec<String> =
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}
