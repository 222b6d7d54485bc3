//! The range: simulated periods with the luck of single deals, of new business, and a shock that hits
//! them all, as large as past errors beyond such luck call for.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::replay::Width;

/// Simulated periods.
const DRAWS: usize = 4000;
/// Deals that are drawn one by one, the largest ones; the rest are many and small, and drawn as one.
const SINGLE: usize = 150;

/// What luck there is beside the odds of single deals.
#[derive(Clone, Debug)]
pub(super) struct Luck {
    /// What past periods got of deals opened in them.
    pub(super) past: Vec<f64>,
    pub(super) width: Width,
    /// What sales bring, each weighed by what it brings: by Campbell's theorem the variance of new business over its
    /// mean, if deals come by chance alone.
    pub(super) size: f64,
    pub(super) seed: u64,
}

impl Luck {
    /// Simulated rests of the period, the smallest first: from open deals, each with its
    /// usual odds, its odds, and what it brings if it is won, and what new business brings on average. With
    /// them, what luck has to do with it.
    pub(super) fn draw(&self, open: Vec<(f64, f64, f64)>, new: f64) -> (Vec<f64>, Share) {
        self.draw_with(None, open, new)
    }

    /// The same for a part of what was drawn: it goes as much more wrong than its own luck as the whole does, but
    /// never less, for what another part brings instead is not in it.
    pub(super) fn draw_part(
        &self,
        whole: Share,
        open: Vec<(f64, f64, f64)>,
        new: f64,
    ) -> (Vec<f64>, Share) {
        let lucky = Some(whole.variance).filter(|variance| *variance > 0.0);
        self.draw_with(lucky.map(|variance| variance.sqrt().recip()), open, new)
    }

    fn draw_with(
        &self,
        wider: Option<f64>,
        open: Vec<(f64, f64, f64)>,
        new: f64,
    ) -> (Vec<f64>, Share) {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(self.seed);
        let chance = |(_, p, amount): &(f64, f64, f64)| p * (1.0 - p) * amount * amount;
        let variance = open.iter().map(chance).sum::<f64>() + new.max(0.0) * self.size;
        // The mean distance of a normal number from its mean.
        let off = (variance * 2.0 / std::f64::consts::PI).sqrt();
        let open = Open::new(open);
        let one = |_| open.draw(&mut rng) + self.fresh(new, &mut rng);
        let luck: Vec<f64> = (0..DRAWS).map(one).collect();
        let mean = luck.iter().sum::<f64>() / DRAWS as f64;
        if mean <= 0.0 {
            return (vec![0.0], Share { variance: 1.0, off: 0.0 });
        }
        let spread = luck.iter().map(|x| (x / mean - 1.0).powi(2)).sum::<f64>() / DRAWS as f64;
        let luck_alone = spread.sqrt();
        let width = wider.map_or_else(|| self.width.of(luck_alone), |wider| luck_alone * wider);
        // Where the whole goes less wrong than its parts would have it, for one brings what the other does
        // not, the draws are pressed together; else a shock that hits all parts alike pulls them apart.
        let shock = (width * width - spread).max(0.0).sqrt();
        let press = if spread > 0.0 { (width / spread.sqrt()).min(1.0) } else { 1.0 };
        let shocked = luck.iter().map(|x| {
            let shock = (shock * normal(&mut rng) - shock * shock / 2.0).exp();
            mean * (x / mean).powf(press) * shock
        });
        let mut drawn: Vec<f64> = shocked.collect();
        drawn.sort_by(f64::total_cmp);
        let variance = if width > 0.0 { (spread / (width * width)).min(1.0) } else { 1.0 };
        (drawn, Share { variance, off })
    }

    /// The luck of a part of new business: the smaller, the wider.
    pub(super) fn of_part(&self, share: f64) -> Luck {
        let mean = self.past.iter().sum::<f64>() / self.past.len().max(1) as f64;
        let wider = 1.0 / share.clamp(0.01, 1.0).sqrt();
        let past = self.past.iter().map(|got| (mean + (got - mean) * wider).max(0.0));
        Luck { past: past.collect(), ..self.clone() }
    }

    /// What new business brings: one of the past periods, at today's level.
    fn fresh(&self, level: f64, rng: &mut impl Rng) -> f64 {
        let mean = self.past.iter().sum::<f64>() / self.past.len().max(1) as f64;
        if mean <= 0.0 {
            return level;
        }
        self.past[rng.random_range(0..self.past.len())] / mean * level
    }
}

/// What the luck of single deals and of new business has to do with what comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// Its part of the variance; the rest is a shock to all alike.
    pub(super) variance: f64,
    /// How far a forecast is off by it on average, if every chance is exactly right.
    pub(super) off: f64,
}

/// Open deals, the large ones as themselves.
struct Open {
    /// The chance of each, in parts of 2^32, and what it brings.
    single: Vec<(u64, f64)>,
    rest_mean: f64,
    rest_deviation: f64,
}

impl Open {
    fn new(mut worth: Vec<(f64, f64, f64)>) -> Open {
        // The same deals draw the same luck, in whatever order they come and whatever odds are tried.
        worth.sort_by(|a, b| b.2.total_cmp(&a.2).then(b.0.total_cmp(&a.0)));
        let rest = worth.split_off(worth.len().min(SINGLE));
        let rest_mean = rest.iter().map(|(_, p, amount)| p * amount).sum();
        let variance: f64 = rest.iter().map(|(_, p, a)| p * (1.0 - p) * a * a).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2^32")]
        let chance = |p: f64| (p.clamp(0.0, 1.0) * 2.0_f64.powi(32)) as u64;
        let single = worth.into_iter().map(|(_, p, amount)| (chance(p), amount)).collect();
        Open { single, rest_mean, rest_deviation: variance.sqrt() }
    }

    fn draw(&self, rng: &mut impl Rng) -> f64 {
        let mut single = 0.0;
        // One number draws two deals: most of a forecast's luck is drawn here.
        for two in self.single.chunks(2) {
            let bits: u64 = rng.random();
            for ((chance, amount), bits) in two.iter().zip([bits >> 32, bits & 0xffff_ffff]) {
                single += if bits < *chance { *amount } else { 0.0 };
            }
        }
        let rest = self.rest_mean + self.rest_deviation * normal(rng);
        single + rest.max(0.0)
    }
}

/// A standard normal number (Box and Muller 1958).
fn normal(rng: &mut impl Rng) -> f64 {
    let (a, b): (f64, f64) = (1.0 - rng.random::<f64>(), rng.random());
    (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}
