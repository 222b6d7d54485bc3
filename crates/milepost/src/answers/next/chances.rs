//! What the next milestone is worth: the chance of a sale at each place of the path, from closed deals.

use ledger::deal::State;
use ledger::path::Path;

use crate::answers::Lens;
use crate::answers::standing::Standing;

/// Fewer sales than this say nothing.
const FEWEST: f64 = 10.0;
/// A place's chance is drawn towards that of all deals as if so many more had been there.
const DRAWN: f64 = 10.0;

/// By place: the share of the closed deals that got there which were won. Absent with too few sales.
pub(super) struct Chances(Option<Vec<f64>>);

impl Chances {
    pub(super) fn of(lens: &Lens) -> Chances {
        let mut counts = vec![(0.0, 0.0); lens.process.milestones.len() + 1];
        let reader = lens.reader();
        let mut path = Path::default();
        for deal in lens.book.deals().iter().filter(|deal| !deal.is_open()) {
            reader.read_into(deal, &mut path);
            let won = f64::from(u8::from(deal.state == State::Won));
            let reached = path.reached.iter().map(Option::is_some);
            for ((all, sales), _) in
                counts.iter_mut().zip(std::iter::once(true).chain(reached)).filter(|(_, met)| *met)
            {
                *all += 1.0;
                *sales += won;
            }
        }
        let (all, sales) = counts[0];
        let whole = sales / f64::max(all, 1.0);
        let chance = |(all, sales): &(f64, f64)| (sales + DRAWN * whole) / (all + DRAWN);
        Chances((sales >= FEWEST).then(|| counts.iter().map(chance).collect()))
    }

    /// What a deal's next milestone, or the sale after the last, would add to the expected revenue.
    pub(super) fn gain(&self, standing: &Standing) -> Option<f64> {
        let chances = self.0.as_ref()?;
        let place = standing.path.current.map_or(0, |place| place + 1);
        let next = chances.get(place + 1).copied().unwrap_or(1.0);
        Some(standing.amount? * (next - chances[place]).max(0.0))
    }
}
