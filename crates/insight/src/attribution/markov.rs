//! Credit by removal (Markov chain of order 1): what would be lost if a channel led nowhere.
//!
//! # Formula
//! Anderl et al. (2016): journeys are walks over channels that end in a sale or in nothing; the chance
//! of the next step depends on the present channel only. Let `V` be what a walk from the start brings
//! on average, and `V_j` the same where every walk that comes to channel `j` ends there with nothing.
//! The removal effect is `1 - V_j / V`; credit is shared in proportion to it. A sale after channel `c`
//! brings the mean value of the sales whose last channel is `c`. Both definitions are those of the
//! package `ChannelAttribution`, which draws walks at random; here they are solved: with `N` the
//! fundamental matrix and `h` what a walk from each channel brings,
//! `V - V_j = N(start, j) / N(j, j) h_j`, so that one inverse serves for all channels.

use super::Journeys;

/// What each channel's removal takes away, as a share of the whole.
#[must_use]
pub fn removal_effects(journeys: &Journeys, channels: usize, of: Worth) -> Vec<f64> {
    let chain = Chain::count(journeys, channels);
    let Some(inverse) = invert(chain.transient(), channels) else { return vec![0.0; channels] };
    let row = |i: usize| &inverse[i * channels..(i + 1) * channels];
    let pays: Vec<f64> = (0..channels).map(|c| chain.pays(c, of)).collect();
    let brings: Vec<f64> =
        (0..channels).map(|i| row(i).iter().zip(&pays).map(|(n, pay)| n * pay).sum()).collect();
    let begins: f64 = chain.start.iter().sum();
    let start = |j: usize| {
        let visits = chain.start.iter().enumerate().map(|(i, w)| w * inverse[i * channels + j]);
        if begins > 0.0 { visits.sum::<f64>() / begins } else { 0.0 }
    };
    let visits: Vec<f64> = (0..channels).map(start).collect();
    let whole: f64 = visits.iter().zip(&pays).map(|(visits, pay)| visits * pay).sum();
    let effect = |j: usize| visits[j] / inverse[j * channels + j] * brings[j] / whole;
    (0..channels).map(|j| if whole > 0.0 { effect(j) } else { 0.0 }).collect()
}

/// What is counted of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// That it was made.
    Sale,
    /// What it is worth.
    Value,
}

/// A total shared in proportion to the removal effects.
#[must_use]
pub fn credit(journeys: &Journeys, channels: usize, of: Worth, total: f64) -> Vec<f64> {
    let effects = removal_effects(journeys, channels, of);
    let sum: f64 = effects.iter().sum();
    effects.iter().map(|e| if sum > 0.0 { total * e / sum } else { 0.0 }).collect()
}

/// How often each step was taken.
struct Chain {
    channels: usize,
    start: Vec<f64>,
    steps: Vec<f64>,
    won: Vec<f64>,
    value: Vec<f64>,
    left: Vec<f64>,
}

impl Chain {
    fn count(journeys: &Journeys, channels: usize) -> Chain {
        let none = vec![0.0; channels];
        let mut chain = Chain {
            channels,
            start: none.clone(),
            steps: vec![0.0; channels * channels],
            won: none.clone(),
            value: none.clone(),
            left: none,
        };
        for journey in journeys.iter() {
            let outcome = journey.outcome;
            let times = outcome.won + outcome.lost;
            let mut before: Option<usize> = None;
            for channel in journey.channels.iter().map(|c| *c as usize) {
                match before {
                    None => chain.start[channel] += times,
                    Some(from) => {
                        chain.steps[from * channels + channel] += times;
                        chain.left[from] += times;
                    }
                }
                before = Some(channel);
            }
            let Some(last) = before else { continue };
            chain.left[last] += times;
            chain.won[last] += outcome.won;
            chain.value[last] += outcome.value;
        }
        chain
    }

    /// What a walk brings that ends right after a channel, times the chance that it does.
    fn pays(&self, channel: usize, of: Worth) -> f64 {
        let sum = match of {
            Worth::Sale => self.won[channel],
            Worth::Value => self.value[channel],
        };
        if self.left[channel] > 0.0 { sum / self.left[channel] } else { 0.0 }
    }

    /// The unit matrix less the chances of steps from channel to channel.
    fn transient(&self) -> Vec<f64> {
        let n = self.channels;
        let mut matrix = vec![0.0; n * n];
        for (i, left) in self.left.iter().enumerate() {
            for j in 0..n {
                let step = if *left > 0.0 { self.steps[i * n + j] / left } else { 0.0 };
                matrix[i * n + j] = f64::from(u8::from(i == j)) - step;
            }
        }
        matrix
    }
}

/// The inverse of a square matrix by elimination with pivots.
fn invert(mut a: Vec<f64>, n: usize) -> Option<Vec<f64>> {
    let mut b: Vec<f64> = (0..n * n).map(|i| f64::from(u8::from(i / n == i % n))).collect();
    for column in 0..n {
        let size = |row: &usize| a[row * n + column].abs();
        let pivot = (column..n).max_by(|x, y| size(x).total_cmp(&size(y)))?;
        if size(&pivot) < 1e-14 {
            return None;
        }
        for j in 0..n {
            a.swap(column * n + j, pivot * n + j);
            b.swap(column * n + j, pivot * n + j);
        }
        let by = a[column * n + column];
        for j in 0..n {
            a[column * n + j] /= by;
            b[column * n + j] /= by;
        }
        for row in (0..n).filter(|row| *row != column) {
            let factor = a[row * n + column];
            if factor == 0.0 {
                continue;
            }
            for j in 0..n {
                a[row * n + j] -= factor * a[column * n + j];
                b[row * n + j] -= factor * b[column * n + j];
            }
        }
    }
    Some(b)
}
