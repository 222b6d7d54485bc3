//! A block: consecutive events packed into one run of bytes, each behind its length.
//!
//! Blocks form a chain: each keeps the digest before it, and its own digest covers that one and all
//! its content. So a block proves itself, and no byte can change and no block vanish unseen.

use std::num::TryFromIntError;

use ledger::time::Moment;
use sha2::{Digest as _, Sha256};

use super::{EachEvent, Position};

/// A SHA-256.
pub(super) type Digest = [u8; 32];

/// What the first block continues.
pub(super) const GENESIS: Digest = [0; 32];

/// A block is closed when it holds this many events or bytes, whichever comes first.
const FULL: (u64, usize) = (1000, 64 << 10);

/// A block as it is kept.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    pub(super) first: u64,
    pub(super) count: u64,
    pub(super) recorded_at: Moment,
    pub(super) before: Digest,
    pub(super) digest: Digest,
    pub(super) bytes: &'a [u8],
}

impl Block<'_> {
    /// The position of its last event.
    pub(super) fn last(&self) -> u64 {
        self.first.saturating_add(self.count).saturating_sub(1)
    }

    /// Whether its content is what was written.
    pub(super) fn is_whole(&self) -> bool {
        self.digest == self.compute_digest()
    }

    fn compute_digest(&self) -> Digest {
        let mut hash = Sha256::new_with_prefix(self.before);
        hash.update(self.first.to_le_bytes());
        hash.update(self.count.to_le_bytes());
        hash.update(self.recorded_at.0.to_le_bytes());
        hash.update(self.bytes);
        hash.finalize().into()
    }

    /// Gives its events after a position; false if the bytes are not the events they should be.
    #[must_use]
    pub(super) fn unpack(&self, after: Position, each: &mut EachEvent) -> bool {
        let mut rest = self.bytes;
        for position in self.first..=self.last() {
            let Some(event) = take(&mut rest) else { return false };
            if position > after.0 {
                each(Position(position), event);
            }
        }
        rest.is_empty()
    }
}

fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (event, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    Some(event)
}

/// The end of the chain, and the events that will be its next block.
pub(super) struct Tail {
    pub(super) head: u64,
    pub(super) digest: Digest,
    count: u64,
    bytes: Vec<u8>,
}

impl Tail {
    pub(super) fn new(head: u64, digest: Digest) -> Tail {
        Tail { head, digest, count: 0, bytes: Vec::new() }
    }

    /// Adds an event; its length must fit into 32 bits.
    pub(super) fn push(&mut self, event: &[u8]) -> Result<(), TryFromIntError> {
        let length = u32::try_from(event.len())?;
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(event);
        self.count += 1;
        self.head += 1;
        Ok(())
    }

    pub(super) fn is_full(&self) -> bool {
        self.count >= FULL.0 || self.bytes.len() >= FULL.1
    }

    /// The block of these events, if there are any.
    pub(super) fn close(&self, recorded_at: Moment) -> Option<Block<'_>> {
        let (count, bytes, before) = (self.count, self.bytes.as_slice(), self.digest);
        let first = self.head + 1 - count;
        let mut block = Block { first, count, recorded_at, before, digest: before, bytes };
        block.digest = block.compute_digest();
        (count > 0).then_some(block)
    }

    /// Goes on behind the block that was closed.
    pub(super) fn follow(&mut self, digest: Digest) {
        (self.digest, self.count) = (digest, 0);
        self.bytes.clear();
    }
}
