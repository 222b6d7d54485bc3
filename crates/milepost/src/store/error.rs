//! Why a ledger could not be used, in sentences that say what to do.
//!
//! Whatever the error, the change that met it left nothing behind.

/// Why a ledger could not be read or written. The text in each is the ledger's place.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error(
        "There is no ledger at '{0}'. Run 'milepost import FILE' to make one from your data or \
         'milepost demo' to see an example, or name another ledger with --db."
    )]
    Missing(String),
    /// The folder that should hold the file does not exist.
    #[error("The folder '{0}' does not exist. Create it, or name another place.")]
    NoFolder(String),
    /// A new file was to be written, but there is one.
    #[error(
        "'{0}' exists already and was left as it is. Name another file, or move this one away."
    )]
    Exists(String),
    /// Some other kind of file.
    #[error("'{0}' is not a ledger but some other kind of file. Name another ledger with --db.")]
    NotALedger(String),
    /// A database of another program.
    #[error(
        "'{0}' is a database of another program and was left as it is. Name another ledger with \
         --db."
    )]
    Foreign(String),
    /// Written by a later version of the program.
    #[error("'{0}' was written by a newer Milepost. Install the newest version to use it.")]
    Newer(String),
    /// Another program holds the write lock.
    #[error(
        "'{0}' is being written by another program. Wait until that is done, then try again; \
         nothing was changed."
    )]
    Locked(String),
    /// The file or its medium takes no writes.
    #[error(
        "'{0}' is read-only. Make the file and its folder writable, or copy it to where you may \
         write; nothing was changed."
    )]
    ReadOnly(String),
    /// The system does not let us at the file.
    #[error("'{0}' cannot be opened. Check that you may read it and write in its folder.")]
    NoAccess(String),
    /// Part of the ledger lies in a second file that cannot be read where it is.
    #[error(
        "The latest events of '{0}' are still in '{0}-wal', which cannot be read in a read-only \
         folder. Copy both files to a folder where you may write, and use that copy."
    )]
    Unsettled(String),
    /// No room left.
    #[error("The disk of '{0}' is full. Free some space and try again; nothing was changed.")]
    Full(String),
    /// The disk failed, or its end was met in a way that looks like a failure.
    #[error(
        "'{place}' could not be read or written ({why}). The disk may be full, failing or gone; \
         nothing was changed."
    )]
    Disk {
        /// The ledger.
        place: String,
        /// What the system said.
        why: String,
    },
    /// The content is not what was written.
    #[error(
        "'{place}' is damaged ({why}). Run 'milepost verify' to see what is affected, and \
         'milepost restore' to return to a backup."
    )]
    Damaged {
        /// The ledger.
        place: String,
        /// What is wrong.
        why: String,
    },
    /// Anything else.
    #[error("'{place}' could not be used ({why}); nothing was changed.")]
    Failed {
        /// The ledger.
        place: String,
        /// What the system said.
        why: String,
    },
}
