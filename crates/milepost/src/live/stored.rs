//! What ails a ledger, in the language of whoever asks. What can ail one is `store`, which knows no languages.

use ledger::time::Moment;

use crate::store::{Damage, Fault, StoreError};
use crate::texts::{date, t};

/// Why a ledger could not be used.
#[must_use]
pub fn said(error: &StoreError) -> String {
    match error {
        StoreError::Missing(place) => t!("live-store-missing", place = place),
        StoreError::NoFolder(place) => t!("live-store-no-folder", place = place),
        StoreError::Exists(place) => t!("live-store-exists", place = place),
        StoreError::NotALedger(place) => t!("live-store-no-ledger", place = place),
        StoreError::Foreign(place) => t!("live-store-foreign", place = place),
        StoreError::Newer(place) => t!("live-store-newer", place = place),
        StoreError::Locked(place) => t!("live-store-locked", place = place),
        StoreError::ReadOnly(place) => t!("live-store-read-only", place = place),
        StoreError::NoAccess(place) => t!("live-store-no-access", place = place),
        StoreError::Unsettled(place) => t!("live-store-unsettled", place = place),
        StoreError::Full(place) => t!("live-store-full", place = place),
        StoreError::Disk { place, why } => t!("live-store-disk", place = place, why = why),
        StoreError::Damaged { place, why } => t!("live-store-broken", place = place, why = why),
        StoreError::Failed { place, why } => t!("live-store-failed", place = place, why = why),
    }
}

/// What `verify` found wrong in one place.
pub(super) fn damage(damage: &Damage) -> String {
    let what = match &damage.events {
        None => t!("live-damage-file").to_owned(),
        Some(events) => {
            let (first, last) = (events.start().to_string(), events.end().to_string());
            if first == last {
                t!("live-damage-event", first = first)
            } else {
                t!("live-damage-events", first = first, last = last)
            }
        }
    };
    let (from, to) = damage.recorded;
    let (from, to) = (from.map(Moment::day), to.map(Moment::day));
    let when = match (from, to) {
        (Some(from), Some(to)) if from == to => "on",
        (Some(_), Some(_)) => "between",
        (Some(_), None) => "after",
        (None, Some(_)) => "before",
        (None, None) => "never",
    };
    let (from, to) = (from.map_or(String::new(), date), to.map_or(String::new(), date));
    let fault = fault(&damage.fault);
    t!("live-damage", what = what, when = when, from = from, to = to, fault = fault)
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Changed => t!("live-fault-changed").into(),
        Fault::Missing => t!("live-fault-missing").into(),
        Fault::Unreadable(why) => t!("live-fault-unreadable", why = why),
        Fault::Misplaced => t!("live-fault-misplaced").into(),
        Fault::Head => t!("live-fault-head").into(),
        Fault::Structure(line) => t!("live-fault-structure", why = line),
    }
}

#[cfg(test)]
mod tests {
    use ledger::time::Moment;

    use super::{damage, said};
    use crate::store::{Damage, Fault, StoreError};

    #[test]
    fn what_ails_a_ledger_is_said_as_the_store_does() {
        let at = |days: i64| Some(Moment(days * 86_400_000));
        let faults = [
            Fault::Changed,
            Fault::Missing,
            Fault::Misplaced,
            Fault::Head,
            Fault::Structure("page 7".into()),
        ];
        let recorded = [(at(3), at(3)), (at(3), at(9)), (at(3), None), (None, at(9)), (None, None)];
        for (fault, recorded) in faults.into_iter().zip(recorded) {
            for events in [None, Some(7..=7), Some(1204..=1300)] {
                let found = Damage { events, recorded, fault: fault.clone() };
                assert_eq!(damage(&found), found.to_string());
            }
        }
        let place = || "a.db".to_owned();
        let (disk, why) = (place(), "why".to_owned());
        let failed = StoreError::Failed { place: place(), why: why.clone() };
        let damaged = StoreError::Damaged { place: place(), why: why.clone() };
        let all = [StoreError::Disk { place: disk, why }, damaged, failed];
        let named = [
            StoreError::Missing,
            StoreError::NoFolder,
            StoreError::Exists,
            StoreError::NotALedger,
            StoreError::Foreign,
            StoreError::Newer,
            StoreError::Locked,
            StoreError::ReadOnly,
            StoreError::NoAccess,
            StoreError::Unsettled,
            StoreError::Full,
        ];
        for error in all.into_iter().chain(named.map(|kind| kind(place()))) {
            assert_eq!(said(&error), error.to_string());
        }
    }
}
