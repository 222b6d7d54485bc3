//! A whole number of units shared out so that the shares add up to it exactly.

/// Shares out `total` units by weight: each gets its exact share rounded down, and what is left goes,
/// unit by unit, to the largest remainders (Hamilton's method). Without any weight all are equal.
#[must_use]
pub fn apportion(total: i64, weights: &[f64]) -> Vec<i64> {
    let sum: f64 = weights.iter().filter(|w| **w > 0.0).sum();
    let share = |weight: &f64| match sum > 0.0 {
        true => weight.max(0.0) / sum,
        false => 1.0 / weights.len() as f64,
    };
    let exact: Vec<f64> = weights.iter().map(|weight| share(weight) * total as f64).collect();
    #[expect(clippy::cast_possible_truncation, reason = "no larger than the total")]
    let mut parts: Vec<i64> = exact.iter().map(|share| share.floor() as i64).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let rest = |i: usize| exact[i] - exact[i].floor();
    order.sort_by(|a, b| rest(*b).total_cmp(&rest(*a)).then(a.cmp(b)));
    let mut left = total - parts.iter().sum::<i64>();
    // Rounding of the shares themselves can leave a unit too many as well as too few.
    for i in order.iter().cycle().take(2 * order.len()) {
        let unit = left.signum();
        parts[*i] += unit;
        left -= unit;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::apportion;

    /// The textbook example of the Alabama paradox: of 11 seats the third state gets one less than
    /// of 10.
    #[test]
    fn shares_add_up() {
        assert_eq!(apportion(10, &[6.0, 6.0, 2.0]), [4, 4, 2]);
        assert_eq!(apportion(11, &[6.0, 6.0, 2.0]), [5, 5, 1]);
        assert_eq!(apportion(7, &[0.0, 0.0]), [4, 3]);
        assert_eq!(apportion(0, &[1.0, 2.0]), [0, 0]);
        assert!(apportion(5, &[]).is_empty());
        let thirds = apportion(1_000_000_007, &[1.0 / 3.0; 3]);
        assert_eq!(thirds.iter().sum::<i64>(), 1_000_000_007);
        assert_eq!(apportion(-5, &[1.0, 1.0]).iter().sum::<i64>(), -5);
    }
}
