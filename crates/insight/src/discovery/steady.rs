//! Whether a milestone is found again when other deals had happened to come: the search is repeated on
//! deals drawn with replacement. What comes and goes is weak.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::path::Search;

/// How often the search is repeated.
pub const DRAWS: usize = 20;
/// So many deals are drawn at most: a milestone that needs more is weak.
const MOST: usize = 2_000;

/// For each act of `path`: in how many of [`DRAWS`] repetitions it was found again.
pub(super) fn found_again(search: &Search, path: &[usize], seed: u64) -> Vec<usize> {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut counts = vec![0; path.len()];
    let deals = search.deals.len();
    if deals == 0 || path.is_empty() {
        return counts;
    }
    for _ in 0..DRAWS {
        let drawn: Vec<_> =
            (0..deals.min(MOST)).map(|_| search.deals[dice.random_range(0..deals)]).collect();
        let found = Search { deals: &drawn, ..*search }.choose().acts;
        for (count, act) in counts.iter_mut().zip(path) {
            *count += usize::from(found.contains(act));
        }
    }
    counts
}
