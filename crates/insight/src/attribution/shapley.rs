//! Credit by Shapley's value: what a channel adds on average, over all orders in which channels could
//! have been taken up.
//!
//! # Formula
//! A coalition of channels is worth the sales of the journeys that met no other channel
//! (Zhao et al. 2018). Shapley (1953): channel `i` gets the mean, over all orders, of what the coalition
//! before it gains by `i`. Up to 15 channels all coalitions are weighed, above that a seeded sample of
//! orders: 4,000 of them, each also backwards. Both add up to the worth of all channels together.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::Journeys;

/// With so many channels all coalitions are weighed.
pub const EXACT: usize = 15;
/// Orders drawn where there are more.
const ORDERS: usize = 4_000;

/// The value of all sales, shared among channels.
#[must_use]
pub fn credit(journeys: &Journeys, channels: usize, seed: u64) -> Vec<f64> {
    let sets = sets(journeys);
    if channels <= EXACT { exact(&sets, channels) } else { sampled(&sets, channels, seed) }
}

/// What journeys brought, by the set of channels that they met, in order.
fn sets(journeys: &Journeys) -> Vec<(Vec<u32>, f64)> {
    let mut sets: BTreeMap<Vec<u32>, f64> = BTreeMap::new();
    let mut set = Vec::new();
    for journey in journeys.iter().filter(|journey| journey.outcome.value != 0.0) {
        set.clear();
        set.extend_from_slice(journey.channels);
        set.sort_unstable();
        set.dedup();
        match sets.get_mut(&set) {
            Some(value) => *value += journey.outcome.value,
            None => {
                sets.insert(set.clone(), journey.outcome.value);
            }
        }
    }
    sets.into_iter().collect()
}

/// Weighs all coalitions.
fn exact(sets: &[(Vec<u32>, f64)], channels: usize) -> Vec<f64> {
    let mut worth = vec![0.0; 1 << channels];
    for (set, value) in sets {
        worth[set.iter().fold(0_usize, |bits, channel| bits | 1 << channel)] += value;
    }
    // What each coalition is worth: the sum over all sets within it.
    for channel in 0..channels {
        for coalition in (0..worth.len()).filter(|c| c & (1 << channel) != 0) {
            worth[coalition] += worth[coalition ^ (1 << channel)];
        }
    }
    // The share of orders in which exactly a coalition of this size comes before.
    let mut weights = vec![1.0 / channels.max(1) as f64; channels];
    for size in 1..channels {
        weights[size] = weights[size - 1] * size as f64 / (channels - size) as f64;
    }
    let mut credit = vec![0.0; channels];
    for (channel, credit) in credit.iter_mut().enumerate() {
        for coalition in (0..worth.len()).filter(|c| c & (1 << channel) == 0) {
            let gain = worth[coalition | (1 << channel)] - worth[coalition];
            *credit += weights[coalition.count_ones() as usize] * gain;
        }
    }
    credit
}

/// Draws orders. In an order, a set's worth is gained by the last of its channels.
fn sampled(sets: &[(Vec<u32>, f64)], channels: usize, seed: u64) -> Vec<f64> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut order: Vec<u32> = (0..u32::try_from(channels).unwrap_or(u32::MAX)).collect();
    // Fewer orders where there are very many sets: the time stays bounded.
    let rounds = (20_000_000 / sets.len().max(1)).clamp(50, ORDERS);
    let mut credit = vec![0.0; channels];
    for _ in 0..rounds {
        order.shuffle(&mut rng);
        for (set, value) in sets {
            let place = |channel: &&u32| order[**channel as usize];
            let (last, first) = (set.iter().max_by_key(place), set.iter().min_by_key(place));
            for gainer in [last, first].into_iter().flatten() {
                credit[*gainer as usize] += value / (2 * rounds) as f64;
            }
        }
    }
    credit
}
