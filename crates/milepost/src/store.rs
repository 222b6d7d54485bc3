//! Where the ledger is kept: events as bytes in the order they were appended, and erasable notes.
//!
//! **The store knows positions, times and bytes; no sales words.** An event that was acknowledged
//! stays, unchanged and in its place; a change that failed leaves nothing behind.
//! What events mean lies in `ledger`; adapters lie in `store/`.

mod block;
mod error;
mod sqlite;
mod verify;

use std::path::Path;

use ledger::time::Moment;

pub use error::StoreError;
pub use sqlite::{SqliteStore, restore};
pub use verify::{Damage, Fault, Verified};

/// The place of an event: the first is at 1, so a head of 0 means that there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(pub u64);

/// The room that counts the changes of each other room, so that nobody need read them to see that they
/// are the same.
pub const CHANGES: &str = "changes";

/// Takes events as they are read, in order.
pub type EachEvent<'f> = dyn FnMut(Position, &[u8]) + 'f;

/// A ledger on disk or on a server.
pub trait Store: Send {
    /// The position of the last event.
    fn head(&self) -> Result<Position, StoreError>;

    /// Gives every event after a position, in order, as of the moment the call began.
    fn read(&self, after: Position, each: &mut EachEvent) -> Result<(), StoreError>;

    /// Takes the write lock. What is dropped without a commit was never there.
    fn begin(&mut self, recorded_at: Moment) -> Result<Box<dyn Append + '_>, StoreError>;

    /// The notes of a room, by key. Notes, unlike events, can be changed and erased.
    fn notes(&self, room: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;

    /// One note.
    fn note(&self, room: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// A number that is another after every change by somebody else than this connection.
    fn version(&self) -> Result<u64, StoreError>;

    /// Checks every byte of every event, names all damage, and gives the events that are whole.
    fn verify(&self, each: &mut EachEvent) -> Result<Verified, StoreError>;

    /// Writes a checked copy to a new file, also while others write to the ledger.
    fn backup(&self, to: &Path) -> Result<(), StoreError>;
}

/// A change in the making: it holds the write lock until it is committed or dropped.
pub trait Append {
    /// The position of the last event, those pushed here among them.
    fn head(&self) -> Position;

    /// Adds an event at the end.
    fn push(&mut self, event: &[u8]) -> Result<(), StoreError>;

    /// Sets a note, or erases it.
    fn put_note(&mut self, room: &str, key: &str, value: Option<&[u8]>) -> Result<(), StoreError>;

    /// Makes the change durable: once this returns, it outlives a crash or a power cut.
    fn commit(self: Box<Self>) -> Result<Position, StoreError>;
}
