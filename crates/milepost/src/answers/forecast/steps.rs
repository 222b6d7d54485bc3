//! How many deals take each step of the process, of those that come to it.

use std::ops::Range;

use ledger::deal::State;
use ledger::path::Path;

use super::super::Lens;

/// So many deals that took a step, and as many that did not, are added to those seen: a share of a few
/// deals says little.
const LEAN: f64 = 1.0;

/// Where every deal stands, and how steps are taken.
pub(super) struct Steps {
    /// By the deal's place in the book: the furthest milestone.
    at: Vec<Option<usize>>,
    /// And the milestones of its own process.
    own: Vec<Range<usize>>,
    /// By milestone: deals that took the step to it, and deals that were lost right before it.
    taken: Vec<(usize, usize)>,
}

impl Steps {
    /// Reads all deals of a book.
    pub(super) fn of(lens: &Lens) -> Steps {
        let (reader, milestones) = (lens.reader(), lens.process.milestones.len());
        let mut taken = vec![(0, 0); milestones];
        let mut at = Vec::with_capacity(lens.book.deals().len());
        let mut all = Vec::with_capacity(lens.book.deals().len());
        let mut path = Path::default();
        for deal in lens.book.deals() {
            reader.read_into(deal, &mut path);
            let (current, own) = (path.current, path.own.clone());
            at.push(current);
            all.push(own.clone());
            let passed = match deal.state {
                State::Won => own.end,
                _ => current.map_or(own.start, |m| m + 1),
            };
            taken[own.start..passed].iter_mut().for_each(|(taken, _)| *taken += 1);
            if deal.state == State::Lost
                && passed < own.end
                && let Some((_, lost)) = taken.get_mut(passed)
            {
                *lost += 1;
            }
        }
        Steps { at, own: all, taken }
    }

    /// The furthest milestone of a deal.
    pub(super) fn at(&self, deal: usize) -> Option<usize> {
        self.at[deal]
    }

    /// Whether a deal still has the step to a milestone ahead.
    pub(super) fn is_ahead(&self, deal: usize, place: usize) -> bool {
        self.own[deal].contains(&place) && self.at[deal].is_none_or(|at| at < place)
    }

    /// Deals that came to the step to a milestone and took it or were lost, and the share that took it.
    pub(super) fn passed(&self, place: usize) -> (usize, f64) {
        let (taken, lost) = self.taken[place];
        let share = (taken as f64 + LEAN) / ((taken + lost) as f64 + 2.0 * LEAN);
        (taken + lost, share)
    }

    /// What the odds of deals before a step are multiplied by if this share of those now lost there took it.
    pub(super) fn better(&self, place: usize, share: f64) -> f64 {
        let (_, passed) = self.passed(place);
        (passed + share * (1.0 - passed)) / passed
    }
}
