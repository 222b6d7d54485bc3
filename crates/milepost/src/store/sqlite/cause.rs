//! What SQLite's errors mean to whoever keeps a ledger.

use std::path::Path;

use rusqlite::ErrorCode;

use super::super::StoreError;

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
