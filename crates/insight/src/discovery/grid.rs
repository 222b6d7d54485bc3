//! Like is compared with like: a deal at one place, for as long, and as old.
//!
//! A *cell* is a place (which milestones were reached), a band of the time since the last of them, and
//! a band of the deal's age. Both bands matter: a follow-up call comes soon after a milestone, and
//! deals that only just moved are in better shape; old deals collect acts of which young ones know
//! nothing.

/// Ends of the bands of the time at a place, in days: from a minute to three years.
const FIRST: f64 = 1.0 / 1440.0;
const FACTOR: f64 = 2.7;
const BANDS: usize = 16;
/// Bands of the deal's age hold about as many days of all deals each; few deals get fewer of them, so
/// that each has enough to compare.
const AGES: usize = 5;
const DEALS_A_BAND: usize = 250;

/// The bands.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    here: [f64; BANDS],
    ages: [f64; AGES],
}

/// Cells of one place.
pub(super) const CELLS: usize = BANDS * AGES;

impl Grid {
    /// Bands for deals of these lengths, in days.
    pub(super) fn of(lengths: impl Iterator<Item = f64>) -> Grid {
        let mut here = [f64::INFINITY; BANDS];
        let mut end = FIRST;
        for band in &mut here[..BANDS - 1] {
            *band = end;
            end *= FACTOR;
        }
        let mut sorted: Vec<f64> = lengths.collect();
        sorted.sort_by(f64::total_cmp);
        let mut ages = [f64::INFINITY; AGES];
        let total: f64 = sorted.iter().sum();
        let bands = (sorted.len() / DEALS_A_BAND).clamp(1, AGES);
        // Days lived before an age: those of all who ended before it, and its own for the others.
        let (mut before, mut band) = (0.0, 0);
        for (i, length) in sorted.iter().enumerate() {
            let lived = before + length * (sorted.len() - i) as f64;
            if band + 1 < bands && lived >= total * (band + 1) as f64 / bands as f64 {
                ages[band] = *length;
                band += 1;
            }
            before += length;
        }
        Grid { here, ages }
    }

    /// Hands over the pieces of the time from one age to another, spent at one place, with their
    /// cells. The last piece holds the end.
    pub(super) fn cut(&self, from: f64, to: f64, mut each: impl FnMut(usize, f64, f64)) {
        let mut age = self.ages.iter().filter(|end| **end <= from).count();
        let (mut here, mut at) = (0, from);
        loop {
            let end = (from + self.here[here]).min(self.ages[age]).min(to);
            each(here * AGES + age, at, end);
            if end >= to {
                return;
            }
            at = end;
            here += usize::from(from + self.here[here] <= end);
            age += usize::from(self.ages[age] <= end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Grid;

    #[test]
    fn pieces_add_up_and_never_leave_a_band() {
        let grid = Grid::of((1..200).map(f64::from));
        for (from, to) in [(0.0, 0.0), (0.0, 500.0), (3.7, 3.8), (120.0, 121.0), (199.0, 4000.0)] {
            let (mut sum, mut last, mut cells) = (0.0, from, Vec::new());
            grid.cut(from, to, |cell, low, high| {
                assert!((low - last).abs() < 1e-12);
                (sum, last) = (sum + high - low, high);
                cells.push(cell);
            });
            assert!((sum - (to - from)).abs() < 1e-9, "{from}..{to}: {sum}");
            cells.dedup();
            assert!(cells.windows(2).all(|pair| pair[0] != pair[1]) && !cells.is_empty());
        }
    }
}
