//! The beta distribution: what is known of a share after so many yes and so many no.
//!
//! # Formula
//! The distribution function is the regularized incomplete beta function, by the continued fraction
//! of DiDonato and Morris (1992) in the modified method of Lentz; the gamma function is that of
//! Lanczos (1964) with nine terms. Quantiles are found by halving.

use std::f64::consts::PI;

const LANCZOS: [f64; 9] = [
    0.999_999_999_999_809_9,
    676.520_368_121_885_1,
    -1_259.139_216_722_402_8,
    771.323_428_777_653_1,
    -176.615_029_162_140_6,
    12.507_343_278_686_905,
    -0.138_571_095_265_720_12,
    9.984_369_578_019_572e-6,
    1.505_632_735_149_311_6e-7,
];

/// The logarithm of the gamma function, for positive numbers.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    if x < 0.5 {
        return (PI / (PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let base = x + 7.5;
    let terms = LANCZOS.iter().enumerate().skip(1);
    let sum = terms.fold(LANCZOS[0], |sum, (i, c)| sum + c / (x + i as f64));
    0.5 * (2.0 * PI).ln() + (x + 0.5) * base.ln() - base + sum.ln()
}

/// The logarithm of the beta function.
#[must_use]
pub fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// The chance that a share with this distribution is at most `x`.
#[must_use]
pub fn cdf(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = (a * x.ln() + b * (-x).ln_1p() - ln_beta(a, b)).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let safe = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / safe(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for i in 1..500_u32 {
        let m = f64::from(i);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut step = 1.0;
        for term in [even, odd] {
            d = 1.0 / safe(1.0 + term * d);
            c = safe(1.0 + term / c);
            step = c * d;
            value *= step;
        }
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// Where a distribution function that grows from 0 to 1 on that range first is `q`, by halving.
#[must_use]
pub fn invert(q: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..50 {
        let middle = 0.5 * (low + high);
        if cdf(middle) < q {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::{cdf, invert, ln_gamma};

    #[test]
    fn gamma_of_whole_and_half_numbers() {
        let cases = [(1.0, 0.0), (5.0, 24.0_f64.ln()), (0.5, std::f64::consts::PI.sqrt().ln())];
        for (x, expected) in cases {
            assert!((ln_gamma(x) - expected).abs() < 1e-12, "{x}");
        }
        // Abramowitz and Stegun, table 6.1: gamma(1.5) = 0.88622 69255.
        assert!((ln_gamma(1.5).exp() - 0.886_226_925_5).abs() < 1e-10);
    }

    /// For whole `a` and `b` it is a sum of binomial chances, which can be worked by hand.
    #[test]
    fn the_distribution_is_a_binomial_sum() {
        // P(Bin(4, 0.3) >= 2) = 1 - 0.7^4 - 4 * 0.3 * 0.7^3.
        assert!((cdf(2.0, 3.0, 0.3) - (1.0 - 0.2401 - 0.4116)).abs() < 1e-12);
        // P(Bin(1000, x) >= 1) = 1 - (1 - x)^1000.
        assert!((cdf(1.0, 1000.0, 0.001) - (1.0 - 0.999_f64.powi(1000))).abs() < 1e-12);
        // The arcsine law: 2 / pi asin(sqrt(x)).
        assert!((cdf(0.5, 0.5, 0.25) - 1.0 / 3.0).abs() < 1e-12);
    }

    /// Clopper and Pearson's 95 % interval for 5 of 20, as printed in textbooks: 0.0866 to 0.4910.
    #[test]
    fn quantiles_give_the_interval_of_clopper_and_pearson() {
        let low = invert(0.025, |x| cdf(5.0, 16.0, x));
        let high = invert(0.975, |x| cdf(6.0, 15.0, x));
        assert!((low - 0.0866).abs() < 5e-5 && (high - 0.4910).abs() < 5e-5, "{low} {high}");
    }
}
