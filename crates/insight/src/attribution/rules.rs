//! Credit by a rule: each sale is shared among the touches before it by their place or their age.

use super::{Journey, Journeys};

/// Days in which a touch loses half of its weight.
pub const HALF_LIFE: f32 = 7.0;
/// The share of the first touch, and that of the last, where there are others between.
const END: f64 = 0.4;

/// How a sale is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// All to the first touch.
    First,
    /// All to the last touch.
    Last,
    /// Alike to all touches.
    Linear,
    /// The more, the later.
    TimeDecay,
    /// 40 % to the first, 40 % to the last, the rest to those between.
    UShaped,
}

/// The value of all sales, shared among channels by a rule.
#[must_use]
pub fn credit(journeys: &Journeys, channels: usize, rule: Rule) -> Vec<f64> {
    share(journeys, channels, |journey, i| rule.weight(journey, i))
}

/// The value of all sales, shared in each journey by the weight of its touches.
pub fn share(
    journeys: &Journeys,
    channels: usize,
    weight: impl Fn(&Journey, usize) -> f64,
) -> Vec<f64> {
    let mut credit = vec![0.0; channels];
    let mut weights = Vec::new();
    for journey in journeys.iter().filter(|journey| journey.outcome.value != 0.0) {
        weights.clear();
        weights.extend((0..journey.channels.len()).map(|i| weight(&journey, i)));
        let sum: f64 = weights.iter().sum();
        let even = 1.0 / weights.len() as f64;
        for (channel, weight) in journey.channels.iter().zip(&weights) {
            let part = if sum > 0.0 { weight / sum } else { even };
            credit[*channel as usize] += journey.outcome.value * part;
        }
    }
    credit
}

impl Rule {
    fn weight(self, journey: &Journey, i: usize) -> f64 {
        let last = journey.channels.len() - 1;
        let one = |is: bool| f64::from(u8::from(is));
        match self {
            Rule::First => one(i == 0),
            Rule::Last => one(i == last),
            Rule::Linear => 1.0,
            Rule::TimeDecay => {
                // Against the youngest touch, so that old journeys do not vanish.
                let youngest = journey.ages[last];
                f64::from(-(journey.ages[i] - youngest) / HALF_LIFE).exp2()
            }
            Rule::UShaped if last <= 1 => 1.0,
            Rule::UShaped if i == 0 || i == last => END,
            Rule::UShaped => (1.0 - 2.0 * END) / (last - 1) as f64,
        }
    }
}
