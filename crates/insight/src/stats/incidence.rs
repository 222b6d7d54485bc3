//! Cumulative incidence with competing risks and censoring, in whole days.
//!
//! # Formula
//! Aalen and Johansen (1978): with `n(t)` at risk at `t`, `d_k(t)` ends of kind `k` at `t` and
//! `S(t-)` the share that has met no end before,
//! `F_k(t) = sum over s <= t of S(s-) d_k(s) / n(s)` and `S(t) = S(t-) (1 - sum_k d_k(t) / n(t))`.
//! Ends that tie are taken together; who is censored at `t` is still at risk at `t`.

/// How an observation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As hoped for.
    Won,
    /// In the competing way.
    Lost,
    /// It had not ended when we looked last.
    Censored,
}

/// Counts by day: what can be added up over many observations.
#[derive(Clone, Debug)]
pub struct Counts {
    won: Vec<u32>,
    lost: Vec<u32>,
    censored: Vec<u32>,
    n: u32,
}

impl Counts {
    /// No observation yet; days from `last` on count as `last`.
    #[must_use]
    pub fn up_to(last: usize) -> Counts {
        let none = vec![0; last + 1];
        Counts { won: none.clone(), lost: none.clone(), censored: none, n: 0 }
    }

    /// Adds an observation that ended, or was last looked at, on a day from its start.
    pub fn add(&mut self, day: usize, end: End) {
        let last = self.won.len() - 1;
        // Who lasts beyond the table is still there at its end.
        let (day, end) = if day > last { (last, End::Censored) } else { (day, end) };
        match end {
            End::Won => self.won[day] += 1,
            End::Lost => self.lost[day] += 1,
            End::Censored => self.censored[day] += 1,
        }
        self.n += 1;
    }

    /// How many observations there are.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.n
    }

    /// For every day, the chance to have been won by its end.
    #[must_use]
    pub fn incidence(&self) -> Vec<f64> {
        let mut at_risk = f64::from(self.n);
        let (mut left, mut sum) = (1.0, 0.0);
        let days = self.won.iter().zip(&self.lost).zip(&self.censored);
        days.map(|((won, lost), censored)| {
            let (won, lost) = (f64::from(*won), f64::from(*lost));
            if at_risk > 0.0 {
                sum += left * won / at_risk;
                left *= 1.0 - (won + lost) / at_risk;
                at_risk -= won + lost + f64::from(*censored);
            }
            sum
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, End};

    fn counts(observed: &[(usize, End)]) -> Counts {
        let mut counts = Counts::up_to(30);
        for (day, end) in observed {
            counts.add(*day, *end);
        }
        counts
    }

    /// Worked by hand from the formula, with fractions: at risk 10, 9, 8, 6, 5, 3, 2.
    #[test]
    fn incidence_with_ties_and_censoring() {
        use End::{Censored, Lost, Won};
        let observed = [
            (1, Won),
            (2, Censored),
            (3, Won),
            (3, Lost),
            (5, Lost),
            (8, Won),
            (8, Won),
            (9, Censored),
            (12, Won),
            (20, Lost),
        ];
        let incidence = counts(&observed).incidence();
        let expected = [
            (0, 0.0),
            (1, 1.0 / 10.0),
            (3, 1.0 / 10.0 + 9.0 / 10.0 / 8.0),
            (5, 1.0 / 10.0 + 9.0 / 10.0 / 8.0),
            (8, 0.2125 + 0.9 * (6.0 / 8.0) * (5.0 / 6.0) * (2.0 / 5.0)),
            (12, 0.4375 + 0.5625 * (3.0 / 5.0) * (1.0 / 2.0)),
            (30, 0.606_25),
        ];
        for (day, share) in expected {
            assert!((incidence[day] - share).abs() < 1e-12, "day {day}: {}", incidence[day]);
        }
    }

    #[test]
    fn without_censoring_it_is_the_share_of_all() {
        let observed: Vec<_> =
            (0..20).map(|i| (i, if i % 4 == 0 { End::Won } else { End::Lost })).collect();
        assert!((counts(&observed).incidence()[30] - 0.25).abs() < 1e-12);
    }
}
