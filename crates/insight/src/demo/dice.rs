//! Seeded luck: everything random in the sample company comes from here.
//!
//! Each part of the company throws its own dice, so that more noise in one place moves nothing
//! elsewhere.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// A stream of random numbers.
pub(crate) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub(crate) fn new(seed: u64, stream: u64) -> Dice {
        // An odd constant without pattern keeps the streams of neighbouring seeds apart.
        let mixed = seed ^ stream.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Dice(Xoshiro256PlusPlus::seed_from_u64(mixed))
    }

    /// From 0 to below 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.0.random()
    }

    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number, both ends included.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        self.0.random_range(low..=high)
    }

    pub(crate) fn bits(&mut self) -> u128 {
        self.0.random()
    }

    /// Standard normal (Box–Muller).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// How many of something that comes `mean` times on average (Knuth; for small means).
    pub(crate) fn poisson(&mut self, mean: f64) -> usize {
        let floor = (-mean).exp();
        let mut left = self.unit();
        let mut count = 0;
        while left > floor {
            left *= self.unit();
            count += 1;
        }
        count
    }

    /// One of several; `several` is never empty.
    pub(crate) fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        let place = self.0.random_range(0..several.len());
        &several[place]
    }

    /// A place, as often as its weight says.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        let found = weights.iter().position(|weight| {
            left -= weight;
            left < 0.0
        });
        found.unwrap_or(weights.len() - 1)
    }
}
