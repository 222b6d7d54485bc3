//! A symmetric positive definite matrix as the product of a lower triangle and its mirror.

/// The triangle, by rows, of so many.
pub struct Cholesky {
    rows: Vec<f64>,
    n: usize,
}

impl Cholesky {
    /// Takes a matrix of `n` rows apart; what is not above zero on the diagonal counts as almost zero.
    #[must_use]
    pub fn of(mut a: Vec<f64>, n: usize) -> Cholesky {
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
        Cholesky { rows: a, n }
    }

    /// Solves `a x = y`.
    #[must_use]
    pub fn solve(&self, mut y: Vec<f64>) -> Vec<f64> {
        let (a, n) = (&self.rows, self.n);
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

    /// The logarithm of the determinant.
    #[must_use]
    pub fn log_det(&self) -> f64 {
        (0..self.n).map(|i| 2.0 * self.rows[i * self.n + i].ln()).sum()
    }
}
