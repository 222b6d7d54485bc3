//! Cumulative incidence with competing risks and censoring, in whole days.
//!
//! # Formula
//! Aalen and Johansen (1978): with `n(t)` at risk at `t`, `d_k(t)` ends of kind `k` at `t` and
//! `S(t-)` the share that has met no end before,
//! `F_k(t) = sum over s <= t of S(s-) d_k(s) / n(s)` and `S(t) = S(t-) (1 - sum_k d_k(t) / n(t))`.
//! Ends that tie are taken together; who is censored at `t` is still at risk at `t`.
//!
//! The variance is that of Gaynor et al. (1993), by the delta method:
//! `Var F_k(t) = sum over s <= t of (F(t) - F(s))^2 d(s) / (n(s) (n(s) - d(s)))
//! + S(s-)^2 d_k(s) (n(s) - d_k(s)) / n(s)^3 - 2 (F(t) - F(s)) S(s-) d_k(s) / n(s)^2`; without
//! censoring it is that of a share, `F (1 - F) / n`.

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

    /// Adds the observations of others that were followed as long.
    pub fn add_all(&mut self, others: &Counts) {
        let pairs = [
            (&mut self.won, &others.won),
            (&mut self.lost, &others.lost),
            (&mut self.censored, &others.censored),
        ];
        for (mine, others) in pairs {
            mine.iter_mut().zip(others).for_each(|(mine, other)| *mine += other);
        }
        self.n += others.n;
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

impl Counts {
    /// For every day, the variance of [`Counts::incidence`].
    #[must_use]
    pub fn variance(&self) -> Vec<f64> {
        let incidence = self.incidence();
        let (mut at_risk, mut left) = (f64::from(self.n), 1.0);
        // The sums over s of what stands before F(t)^2, F(t) and 1.
        let mut sums = [0.0; 3];
        let days = self.won.iter().zip(&self.lost).zip(&self.censored).zip(incidence);
        days.map(|(((won, lost), censored), f)| {
            let (won, lost) = (f64::from(*won), f64::from(*lost));
            let (ended, n) = (won + lost, at_risk);
            if n > 0.0 {
                // Where all that were left ended at once, nothing comes after.
                let spread = if n > ended { ended / (n * (n - ended)) } else { 0.0 };
                let tilt = left * won / (n * n);
                sums[0] += spread;
                sums[1] -= 2.0 * (f * spread + tilt);
                sums[2] += f * f * spread + left * left * won * (n - won) / (n * n * n);
                sums[2] += 2.0 * f * tilt;
                left *= 1.0 - ended / n;
                at_risk -= ended + f64::from(*censored);
            }
            (f * f * sums[0] + f * sums[1] + sums[2]).max(0.0)
        })
        .collect()
    }

    /// The curve and, at each day, with how many that all had been seen to the end it would be known
    /// as well as it is now.
    #[must_use]
    pub fn estimate(&self) -> Vec<Estimate> {
        let pairs = self.incidence().into_iter().zip(self.variance());
        let (mut seen, mut left) = (0.0, f64::from(self.n));
        let ends = self.won.iter().zip(&self.lost).zip(&self.censored);
        pairs
            .zip(ends)
            .map(|((share, variance), ((won, lost), censored))| {
                // Those censored so far are lost to us; the others tell.
                seen += f64::from(won + lost);
                left -= f64::from(won + lost);
                let known = seen + left;
                left -= f64::from(*censored);
                let n = if variance > 0.0 { share * (1.0 - share) / variance } else { known };
                Estimate { share, n: n.clamp(known.min(1.0), f64::from(self.n)) }
            })
            .collect()
    }
}

/// A share, and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share.
    pub share: f64,
    /// As well as from this many that were all seen to the end.
    pub n: f64,
}

/// Curves for one age after another, each drawn towards the one before it as if that stood for `weight`
/// observations; the first is drawn towards `all`.
#[must_use]
pub fn leaning(ages: &[Counts], all: &[f64], weight: f64) -> Vec<Vec<f64>> {
    let mut curves: Vec<Vec<f64>> = Vec::with_capacity(ages.len());
    for counts in ages {
        let before = curves.last().map_or(all, Vec::as_slice);
        let own = f64::from(counts.n());
        let share = own / (own + weight);
        let both = counts.incidence().into_iter().zip(before);
        curves.push(both.map(|(own, before)| share * own + (1.0 - share) * before).collect());
    }
    curves
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

    #[test]
    fn without_censoring_the_variance_is_that_of_a_share() {
        let ends = [End::Won, End::Lost, End::Won, End::Lost, End::Lost];
        let observed: Vec<_> = (0..25).map(|i| (i % 7, ends[i % 5])).collect();
        let counts = counts(&observed);
        for (f, variance) in counts.incidence().into_iter().zip(counts.variance()) {
            assert!((variance - f * (1.0 - f) / 25.0).abs() < 1e-12, "{f} {variance}");
        }
        let last = counts.estimate()[30];
        assert!((last.n - 25.0).abs() < 1e-9 && (last.share - 0.4).abs() < 1e-12);
    }

    /// With one kind of end it is Greenwood's variance: 6-MP in leukaemia (Freireich et al. 1963),
    /// of which Kaplan-Meier's S(23) = 0.448 and its standard error 0.135 are printed in textbooks.
    #[test]
    fn with_one_kind_of_end_it_is_greenwoods() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let mut both = Counts::up_to(40);
        ended.iter().for_each(|day| both.add(*day, End::Won));
        censored.iter().for_each(|day| both.add(*day, End::Censored));
        assert!((1.0 - both.incidence()[23] - 0.448).abs() < 5e-4);
        assert!((both.variance()[23].sqrt() - 0.135).abs() < 5e-4);
    }
}
