//! Why a ledger could not be used, in sentences that say what to do.
//!
//! Whatever the error, the change that met it left nothing behind.

use crate::texts::t;

/// Why a ledger could not be read or written. The text in each is the ledger's place.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error("{}", t!("live-store-missing", place = .0))]
    Missing(String),
    /// The folder that should hold the file does not exist.
    #[error("{}", t!("live-store-no-folder", place = .0))]
    NoFolder(String),
    /// A new file was to be written, but there is one.
    #[error("{}", t!("live-store-exists", place = .0))]
    Exists(String),
    /// Some other kind of file.
    #[error("{}", t!("live-store-no-ledger", place = .0))]
    NotALedger(String),
    /// A database of another program.
    #[error("{}", t!("live-store-foreign", place = .0))]
    Foreign(String),
    /// Written by a later version of the program.
    #[error("{}", t!("live-store-newer", place = .0))]
    Newer(String),
    /// Another program holds the write lock.
    #[error("{}", t!("live-store-locked", place = .0))]
    Locked(String),
    /// The file or its medium takes no writes.
    #[error("{}", t!("live-store-read-only", place = .0))]
    ReadOnly(String),
    /// The system does not let us at the file.
    #[error("{}", t!("live-store-no-access", place = .0))]
    NoAccess(String),
    /// Part of the ledger lies in a second file that cannot be read where it is.
    #[error("{}", t!("live-store-unsettled", place = .0))]
    Unsettled(String),
    /// No room left.
    #[error("{}", t!("live-store-full", place = .0))]
    Full(String),
    /// The disk failed, or its end was met in a way that looks like a failure.
    #[error("{}", t!("live-store-disk", place = .place, why = .why))]
    Disk {
        /// The ledger.
        place: String,
        /// What the system said.
        why: String,
    },
    /// The content is not what was written.
    #[error("{}", t!("live-store-broken", place = .place, why = .why))]
    Damaged {
        /// The ledger.
        place: String,
        /// What is wrong.
        why: String,
    },
    /// Anything else.
    #[error("{}", t!("live-store-failed", place = .place, why = .why))]
    Failed {
        /// The ledger.
        place: String,
        /// What the system said.
        why: String,
    },
}
