//! Logistic regression with a ridge, by Newton's method.
//!
//! # Formula
//! Maximises `sum_i w_i (y_i x_i b - ln(1 + exp(x_i b))) - ridge/2 sum_j b_j^2` (le Cessie and van
//! Houwelingen 1992); each step solves `(X'WX + ridge I) d = X'(w (y - p)) - ridge b` by Cholesky.

/// One observation: which features are 1 (all others are 0), how it came out, and how much it counts.
#[derive(Clone, Debug)]
pub struct Row {
    /// Places of the features that are 1, each once.
    pub ones: Vec<usize>,
    /// Whether it happened.
    pub happened: bool,
    /// By how much it counts.
    pub weight: f64,
}

/// The coefficients of `features` features.
#[must_use]
pub fn fit(rows: &[Row], features: usize, ridge: f64) -> Vec<f64> {
    const STEPS: usize = 30;
    let mut b = vec![0.0; features];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = b.iter().map(|b| -ridge * b).collect();
        let mut curve = vec![0.0; features * features];
        for i in 0..features {
            curve[i * features + i] = ridge;
        }
        for row in rows {
            let p = chance(&b, &row.ones);
            let error = row.weight * (f64::from(u8::from(row.happened)) - p);
            let bend = row.weight * p * (1.0 - p);
            for i in &row.ones {
                slope[*i] += error;
                for j in &row.ones {
                    curve[i * features + j] += bend;
                }
            }
        }
        let step = solve(curve, slope);
        b.iter_mut().zip(&step).for_each(|(b, step)| *b += step.clamp(-3.0, 3.0));
        if step.iter().all(|step| step.abs() < 1e-8) {
            break;
        }
    }
    b
}

/// The chance that it happens.
#[must_use]
pub fn chance(b: &[f64], ones: &[usize]) -> f64 {
    1.0 / (1.0 + (-ones.iter().map(|i| b[*i]).sum::<f64>()).exp())
}

/// Minus the mean log likelihood of some rows: 0 where every chance was 0 or 1 and right.
#[must_use]
pub fn log_loss(b: &[f64], rows: &[Row]) -> f64 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for row in rows {
        let p = chance(b, &row.ones).clamp(1e-9, 1.0 - 1e-9);
        sum -= row.weight * if row.happened { p.ln() } else { (1.0 - p).ln() };
        weight += row.weight;
    }
    if weight > 0.0 { sum / weight } else { 0.0 }
}

/// Solves `a x = y` for a symmetric positive definite `a` (Cholesky).
pub(crate) fn solve(mut a: Vec<f64>, mut y: Vec<f64>) -> Vec<f64> {
    let n = y.len();
    for j in 0..n {
        for k in 0..j {
            let l = a[j * n + k];
            for i in j..n {
                a[i * n + j] -= a[i * n + k] * l;
            }
        }
        let root = a[j * n + j].max(1e-12).sqrt();
        for i in j..n {
            a[i * n + j] /= root;
        }
    }
    for i in 0..n {
        for k in 0..i {
            y[i] -= a[i * n + k] * y[k];
        }
        y[i] /= a[i * n + i];
    }
    for i in (0..n).rev() {
        for k in i + 1..n {
            y[i] -= a[k * n + i] * y[k];
        }
        y[i] /= a[i * n + i];
    }
    y
}

#[cfg(test)]
mod tests {
    use super::{Row, chance, fit, log_loss};

    fn rows(counts: &[(&[usize], bool, usize)]) -> Vec<Row> {
        let row = |ones: &[usize], happened| Row { ones: ones.to_vec(), happened, weight: 1.0 };
        counts.iter().flat_map(|(ones, y, n)| vec![row(ones, *y); *n]).collect()
    }

    #[test]
    fn without_a_ridge_the_fit_is_the_table() {
        // Of 40 without the feature 10 happened, of 60 with it 45: the log odds are ln(1/3) and ln 3.
        let data =
            rows(&[(&[0], true, 10), (&[0], false, 30), (&[0, 1], true, 45), (&[0, 1], false, 15)]);
        let b = fit(&data, 2, 0.0);
        assert!((b[0] - (1.0_f64 / 3.0).ln()).abs() < 1e-6, "{b:?}");
        assert!((b[0] + b[1] - 3.0_f64.ln()).abs() < 1e-6, "{b:?}");
        assert!((chance(&b, &[0, 1]) - 0.75).abs() < 1e-6);
        // The entropy of 1/4 and of 3/4, which are the same.
        let entropy = -(0.25 * 0.25_f64.ln() + 0.75 * 0.75_f64.ln());
        assert!((log_loss(&b, &data) - entropy).abs() < 1e-6);
    }

    #[test]
    fn a_ridge_keeps_what_always_happens_finite() {
        let b = fit(&rows(&[(&[0], true, 20)]), 1, 1.0);
        // The slope is 0 where 20 (1 - p) = b.
        assert!((20.0 * (1.0 - chance(&b, &[0])) - b[0]).abs() < 1e-6, "{b:?}");
    }
}
