//! A usual order from many orders.

/// The Borda count of one of `n` things: the sum, over all others, of the share of cases in which it comes
/// before the other. `before[i * n + j]` says how often `i` came before `j`; ties count half to each. Of a
/// pair that never met it is taken that either comes first as often.
#[must_use]
pub fn borda(before: &[f64], n: usize, i: usize) -> f64 {
    let share = |j: usize| {
        let (to, fro) = (before[i * n + j], before[j * n + i]);
        if to + fro > 0.0 { to / (to + fro) } else { 0.5 }
    };
    (0..n).filter(|j| *j != i).map(share).sum()
}

#[cfg(test)]
mod tests {
    use super::borda;

    #[test]
    fn shares_are_summed_over_all_others() {
        // 0 before 1 in 3 of 4 cases, 1 before 2 in all of 2; 0 and 2 never met.
        let before = [0.0, 3.0, 0.0, 1.0, 0.0, 2.0, 0.0, 0.0, 0.0];
        for (i, count) in [0.75 + 0.5, 0.25 + 1.0, 0.5].into_iter().enumerate() {
            assert!((borda(&before, 3, i) - count).abs() < 1e-12, "{i}");
        }
    }
}
