//! The normal distribution's tail.

/// The number that a standard normal exceeds with probability `p`, for `0 < p < 1`. Abramowitz and
/// Stegun (1964), 26.2.23, made exact to about 1e-9 by two steps of Newton's method.
#[must_use]
pub fn upper_quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -upper_quantile(1.0 - p);
    }
    let t = (-2.0 * p.max(f64::MIN_POSITIVE).ln()).sqrt();
    let top = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let bottom = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = t - top / bottom;
    for _ in 0..2 {
        let density = (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
        x += (upper(x) - p) / density;
    }
    x
}

/// The probability that a standard normal exceeds `x`: a continued fraction for the tail (Abramowitz
/// and Stegun 1964, 26.2.14), a power series near the middle (26.2.10).
#[must_use]
pub fn upper(x: f64) -> f64 {
    if x < 0.0 {
        return 1.0 - upper(-x);
    }
    let density = (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
    if x > 2.5 {
        let fraction = (1..=80).rev().fold(0.0, |rest, k| f64::from(k) / (x + rest));
        return density / (x + fraction);
    }
    let (mut term, mut sum, mut k) = (x, x, 0.0);
    while term.abs() > 1e-17 {
        k += 1.0;
        term *= x * x / (2.0 * k + 1.0);
        sum += term;
    }
    0.5 - density * sum
}

#[cfg(test)]
mod tests {
    use super::{upper, upper_quantile};

    #[test]
    fn tails_are_those_of_the_tables() {
        // R: pnorm(c(0, 1, 1.96, 3, 5), lower.tail = FALSE)
        let tails = [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457),
            (1.96, 0.024_997_895_148_220),
            (3.0, 0.001_349_898_031_630),
            (5.0, 2.866_515_718_791_9e-7),
        ];
        for (x, p) in tails {
            assert!((upper(x) / p - 1.0).abs() < 1e-9, "{x}: {}", upper(x));
            assert!((upper(-x) - (1.0 - p)).abs() < 1e-12);
            assert!((upper_quantile(p) - x).abs() < 1e-7, "{p}: {}", upper_quantile(p));
        }
        assert!((upper_quantile(0.975) + 1.959_963_985).abs() < 1e-7);
    }
}
