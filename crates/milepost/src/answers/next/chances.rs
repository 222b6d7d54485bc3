//! What the next milestone is worth: the chance of a sale at each place of the path, from closed deals.

use std::sync::Arc;

use ledger::deal::{Deal, State};
use ledger::path::Path;

use crate::answers::Lens;
use crate::answers::standing::Standing;

/// Fewer sales than this say nothing.
const FEWEST: f64 = 10.0;
/// A place's chance is drawn towards that of all deals as if so many more had been there.
const DRAWN: f64 = 10.0;

/// By place: the share of the closed deals that got there which were won. Absent with too few sales.
pub(super) struct Chances(Arc<Option<Vec<f64>>>);

impl Chances {
    pub(super) fn of(lens: &Lens) -> Chances {
        let (reader, places) = (lens.reader(), lens.process.milestones.len() + 1);
        let key = format!("chances {}", lens.steps());
        let parts = lens.book.by_page(&key, |deals| {
            let mut counts = vec![(0.0, 0.0); places];
            let mut path = Path::default();
            for deal in deals.iter().filter(|deal| !deal.is_open()) {
                reader.read_into(deal, &mut path);
                count(deal, &path, &mut counts);
            }
            counts
        });
        Chances(lens.book.of_parts(&key, &parts, |parts| {
            let mut counts = vec![(0.0, 0.0); places];
            for (sum, part) in parts.iter().flat_map(|part| part.iter().enumerate()) {
                counts[sum].0 += part.0;
                counts[sum].1 += part.1;
            }
            chances(&counts)
        }))
    }

    /// What a deal's next milestone, or the sale after the last, would add to the expected revenue.
    pub(super) fn gain(&self, standing: &Standing) -> Option<f64> {
        let chances = self.0.as_ref().as_ref()?;
        let place = standing.path.current.map_or(0, |place| place + 1);
        let next = standing.path.next().map_or(1.0, |next| chances[next + 1]);
        Some(standing.amount? * (next - chances[place]).max(0.0))
    }
}

/// Counts a closed deal at each place that it got to.
fn count(deal: &Deal, path: &Path, counts: &mut [(f64, f64)]) {
    let won = f64::from(u8::from(deal.state == State::Won));
    let reached = std::iter::once(true).chain(path.reached.iter().map(Option::is_some));
    for ((all, sales), _) in counts.iter_mut().zip(reached).filter(|(_, met)| *met) {
        *all += 1.0;
        *sales += won;
    }
}

/// From how many there were and how many of them were won.
fn chances(counts: &[(f64, f64)]) -> Option<Vec<f64>> {
    let (all, sales) = counts[0];
    let whole = sales / f64::max(all, 1.0);
    let chance = |(all, sales): &(f64, f64)| (sales + DRAWN * whole) / (all + DRAWN);
    (sales >= FEWEST).then(|| counts.iter().map(chance).collect())
}
