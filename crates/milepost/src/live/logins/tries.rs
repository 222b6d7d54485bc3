//! How often somebody may guess. Kept in memory only: a restart forgets, and costs an attacker more.

use std::collections::HashMap;

use ledger::time::Moment;

const WITHIN: i64 = 15 * 60_000;
const MOST: usize = 8;
/// More keys than this are not kept: whoever floods us makes us forget the oldest.
const KEYS: usize = 10_000;

/// Failed tries of the last quarter of an hour, by address and by account.
#[derive(Debug, Default)]
pub(crate) struct Tries(HashMap<String, Vec<Moment>>);

impl Tries {
    /// How many minutes to wait, where there were too many.
    pub(super) fn wait(&self, keys: &[String], now: Moment) -> Option<i64> {
        let recent = |key: &String| -> Option<i64> {
            let times = self.0.get(key)?;
            let late: Vec<_> = times.iter().filter(|time| now.0 - time.0 < WITHIN).collect();
            let first = late.len().checked_sub(MOST).map(|at| late[at].0)?;
            Some((first + WITHIN - now.0) / 60_000 + 1)
        };
        keys.iter().filter_map(recent).max()
    }

    /// One more.
    pub(super) fn failed(&mut self, keys: &[String], now: Moment) {
        if self.0.len() > KEYS {
            self.0.retain(|_, times| times.last().is_some_and(|time| now.0 - time.0 < WITHIN));
        }
        for key in keys {
            let times = self.0.entry(key.clone()).or_default();
            times.retain(|time| now.0 - time.0 < WITHIN);
            times.push(now);
        }
    }

    /// They came in.
    pub(super) fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Tries};
    use ledger::time::Moment;

    #[test]
    fn guessing_is_slowed_and_time_forgives() {
        let mut tries = Tries::default();
        let keys = ["as ana".to_owned()];
        for i in 0..MOST {
            assert_eq!(tries.wait(&keys, Moment(i as i64)), None);
            tries.failed(&keys, Moment(i as i64));
        }
        assert_eq!(tries.wait(&keys, Moment(60_000)), Some(15));
        assert_eq!(tries.wait(&["as bob".to_owned()], Moment(60_000)), None);
        assert_eq!(tries.wait(&keys, Moment(15 * 60_000)), None);
    }
}
