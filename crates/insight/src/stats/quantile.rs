//! Quantiles of numbers.

/// The value below which a share `q` of the sorted numbers lies, between neighbours by straight line
/// (Hyndman and Fan 1996, type 7). `None` if there are no numbers.
#[must_use]
pub fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = q.clamp(0.0, 1.0) * last as f64;
    let below = place.floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 <= below <= last"
    )]
    let (i, part) = (below as usize, place - below);
    let next = sorted[(i + 1).min(last)];
    Some(sorted[i] + (next - sorted[i]) * part)
}

/// The middle value, or the mean of both; moves the numbers about. `None` if there are none.
pub fn median(numbers: &mut [f64]) -> Option<f64> {
    let half = numbers.len() / 2;
    if numbers.is_empty() {
        return None;
    }
    let even = numbers.len().is_multiple_of(2);
    let (below, middle, _) = numbers.select_nth_unstable_by(half, f64::total_cmp);
    let below = below.iter().copied().max_by(f64::total_cmp).filter(|_| even);
    Some(below.map_or(*middle, |below| below + (*middle - below) * 0.5))
}

#[cfg(test)]
mod tests {
    use super::{median, quantile};

    #[test]
    fn quantiles_lie_between_neighbours() {
        // R: quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1))
        let sorted = [1.0, 2.0, 4.0, 8.0];
        for (q, value) in [(0.0, 1.0), (0.1, 1.3), (0.5, 3.0), (0.9, 6.8), (1.0, 8.0)] {
            assert!((quantile(&sorted, q).unwrap() - value).abs() < 1e-12);
        }
        assert_eq!((quantile(&[], 0.5), median(&mut [3.0, 1.0, 2.0])), (None, Some(2.0)));
    }
}
