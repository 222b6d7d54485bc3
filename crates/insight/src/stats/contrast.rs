//! Two rates side by side in many cells, and what their ratio may be.
//!
//! # Formula
//! In cell `c`, `d_c` happenings fall on two kinds of time, `a_c` of the one and `b_c` of the other. If
//! the rate in the one is `r` times the rate in the other, each falls on the one with the probability
//! `p_c(r) = r a_c / (r a_c + b_c)`, whatever the rates are. So `U(r) = d1 - sum d_c p_c(r)` has mean 0
//! and variance `V(r) = sum d_c p_c(r) (1 - p_c(r))`: the score of the conditional likelihood
//! (Breslow and Day 1987, ch. 4). `U / sqrt(V)` tests a ratio; where it is 0 stands the estimate; the
//! ratios that it does not refuse are the interval.

/// Happenings and times of one cell.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    happened: f64,
    /// The sum of squared weights: the variance of a weighted count.
    squared: f64,
    one: f64,
    other: f64,
}

/// The cells in which something happened.
#[derive(Clone, Debug, Default)]
pub struct Contrast {
    cells: Vec<Cell>,
    on_one: f64,
    /// How many happenings there are, by weight.
    pub all: f64,
}

/// A ratio of rates with the range that the data allow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratio {
    /// The best guess.
    pub best: f64,
    /// The low end of the 95 % interval.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// Ratios beyond these say "never" or "always".
const MOST: f64 = 1000.0;

impl Contrast {
    /// Adds a cell: `happened` by weight, `squared` the sum of squared weights, `on_one` of them on
    /// the first kind of time.
    pub fn add(&mut self, (happened, squared, on_one): (f64, f64, f64), one: f64, other: f64) {
        if happened <= 0.0 || one < 0.0 || other < 0.0 || one + other <= 0.0 {
            return;
        }
        self.cells.push(Cell { happened, squared, one, other });
        self.on_one += on_one;
        self.all += happened;
    }

    /// Takes over the cells of another.
    pub fn extend(&mut self, other: &Contrast) {
        self.cells.extend(&other.cells);
        self.on_one += other.on_one;
        self.all += other.all;
    }

    /// How far the data are from a ratio, in standard errors: above 0 where the true one is larger.
    #[must_use]
    pub fn z(&self, ratio: f64) -> f64 {
        let (mut expected, mut variance) = (0.0, 0.0);
        for cell in &self.cells {
            let p = ratio * cell.one / (ratio * cell.one + cell.other);
            expected += cell.happened * p;
            variance += cell.squared * p * (1.0 - p);
        }
        if variance < 1e-9 { 0.0 } else { (self.on_one - expected) / variance.sqrt() }
    }

    /// Happenings that the comparison rests on: those in cells with both kinds of time.
    #[must_use]
    pub fn compared(&self) -> f64 {
        let both = |cell: &&Cell| cell.one > 0.0 && cell.other > 0.0;
        self.cells.iter().filter(both).map(|cell| cell.happened).sum()
    }

    /// The ratio and its interval, within 1/1000 and 1000.
    #[must_use]
    pub fn ratio(&self) -> Ratio {
        Ratio {
            best: self.where_z_is(0.0),
            low: self.where_z_is(1.96),
            high: self.where_z_is(-1.96),
        }
    }

    fn where_z_is(&self, z: f64) -> f64 {
        if self.compared() <= 0.0 {
            return if z > 0.0 {
                1.0 / MOST
            } else if z < 0.0 {
                MOST
            } else {
                1.0
            };
        }
        let (mut low, mut high) = (-MOST.ln(), MOST.ln());
        // z falls as the ratio grows.
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if self.z(middle.exp()) > z { low = middle } else { high = middle }
        }
        f64::midpoint(low, high).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::Contrast;

    #[test]
    fn one_cell_gives_the_ratio_of_rates() {
        // 30 in 100 days against 10 in 200 days: 6 times the rate. With d = 40 and p(6) = 3/4 the
        // conditional likelihood is that of 30 in 40 throws; its score interval for p is Wilson's.
        let mut contrast = Contrast::default();
        contrast.add((40.0, 40.0, 30.0), 100.0, 200.0);
        let ratio = contrast.ratio();
        let odds = |p: f64| p / (1.0 - p) * 2.0;
        let near = |a: f64, b: f64| (a / b - 1.0).abs() < 1e-3;
        assert!(near(ratio.best, 6.0), "{ratio:?}");
        // Wilson (1927) for 30 of 40: 0.5981 to 0.8581.
        assert!(near(ratio.low, odds(0.5981)) && near(ratio.high, odds(0.8581)), "{ratio:?}");
        assert!(contrast.z(1.0) > 5.0 && contrast.z(6.0).abs() < 1e-9);
    }

    #[test]
    fn time_of_one_kind_alone_says_nothing() {
        let mut contrast = Contrast::default();
        contrast.add((40.0, 40.0, 40.0), 100.0, 0.0);
        assert!(contrast.z(1.0).abs() < 1e-9 && contrast.compared() <= 0.0);
        assert!((contrast.ratio().best - 1.0).abs() < 1e-9);
    }
}
