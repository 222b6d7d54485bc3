//! How far people are in the course. It lies beside the ledger with who they are, and is erased with it.

use super::{Live, Trouble};
use crate::answers::Refusal;
use crate::clock;
use crate::people::Learned;
use crate::texts::t;

pub(super) const LEARNED: &str = "learned";

impl Live {
    /// Notes that somebody has answered the questions of the course, `right` of `asked` rightly.
    ///
    /// # Errors
    /// If nobody is known by this id, or it cannot be written.
    pub fn has_learned(&self, person: &str, right: usize, asked: usize) -> Result<(), Trouble> {
        let people = self.people()?;
        if !people.persons.contains_key(person) {
            return Err(Refusal(t!("live-nobody-known", person = person)).into());
        }
        let before = people.learned.get(person);
        let share = |right: usize, asked: usize| right as f64 / asked.max(1) as f64;
        let best = before.map_or(0.0, |before| before.best).max(share(right, asked));
        let times = before.map_or(0, |before| before.times) + 1;
        self.keep(LEARNED, person, &Learned { last: clock::now(), right, asked, best, times })
    }
}
