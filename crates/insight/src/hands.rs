//! Work done side by side: several pieces at a time, results in the order of the pieces. How many hands there
//! are changes how long it takes, never what comes out.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Pieces of work at the same time, at most: each has its own copy of what it works on.
const HANDS: usize = 4;

/// Does the same with every piece.
pub(crate) fn side_by_side<P: Sync, T: Send>(
    pieces: &[P],
    work: impl Fn(&P) -> T + Sync,
) -> Vec<T> {
    let there = thread::available_parallelism().map_or(1, usize::from);
    let hands = there.min(HANDS).min(pieces.len());
    if hands < 2 {
        return pieces.iter().map(work).collect();
    }
    let (next, work) = (AtomicUsize::new(0), &work);
    // Whoever is free takes the next piece: pieces take different times.
    let take = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        pieces.get(place).map(|piece| (place, work(piece)))
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let begin = |_| scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>());
        let hands: Vec<_> = (0..hands).map(begin).collect();
        let done = hands
            .into_iter()
            .map(|hand| hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.flatten().collect()
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// A piece of this many things is worth a hand.
const PIECE: usize = 4096;

/// Does the same with each of many things, a few thousand in a piece.
pub(crate) fn in_pieces<P: Sync, T: Send>(all: &[P], work: impl Fn(&P) -> T + Sync) -> Vec<T> {
    let pieces: Vec<&[P]> = all.chunks(PIECE).collect();
    let done = side_by_side(&pieces, |piece| piece.iter().map(&work).collect::<Vec<T>>());
    done.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{in_pieces, side_by_side};

    #[test]
    fn results_are_in_the_order_of_the_pieces() {
        let pieces: Vec<u32> = (0..1000).collect();
        assert_eq!(
            side_by_side(&pieces, |piece| piece * 2),
            (0..2000).step_by(2).collect::<Vec<_>>()
        );
        assert!(side_by_side(&[], |piece: &u32| *piece).is_empty());
        let many: Vec<u32> = (0..10_000).collect();
        assert_eq!(in_pieces(&many, |one| one * 2), (0..20_000).step_by(2).collect::<Vec<_>>());
    }
}
