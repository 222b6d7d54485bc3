//! A share and what it may be.

/// The 95 % interval of a share of `k` in `n` (Wilson 1927); from 0 to 1 where `n` is 0.
#[must_use]
pub fn wilson(k: f64, n: f64) -> (f64, f64) {
    const Z: f64 = 1.959_963_985;
    if n <= 0.0 {
        return (0.0, 1.0);
    }
    let (p, square) = (k / n, Z * Z);
    let middle = (p + square / (2.0 * n)) / (1.0 + square / n);
    let half = Z / (1.0 + square / n) * (p * (1.0 - p) / n + square / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn intervals_are_those_of_newcombe() {
        // Newcombe (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29.
        let cases = [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ];
        for (k, n, low, high) in cases {
            let found = wilson(k, n);
            assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{found:?}");
        }
    }
}
