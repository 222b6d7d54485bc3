//! Attribution: to which channels a sale is credited, by every rule in use, side by side.
//!
//! A *journey* is the channels that a customer met, in order, and what came of it. No rule knows what
//! would have happened without a channel; each says in plain words what it can and cannot say. The
//! credits of every rule add up to the whole.

pub mod hazard;
pub mod markov;
pub mod rules;
pub mod shapley;

/// Journeys, held flat: a million of them fit in memory.
#[derive(Clone, Debug, Default)]
pub struct Journeys {
    /// Channel by channel, journey by journey.
    channels: Vec<u32>,
    /// For each: how many days before the journey's end.
    ages: Vec<f32>,
    ends: Vec<usize>,
    outcomes: Vec<Outcome>,
}

/// What came of a journey, or of several alike.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// How many ended with a sale.
    pub won: f64,
    /// How many ended without.
    pub lost: f64,
    /// What the sales are worth together.
    pub value: f64,
}

/// One journey.
#[derive(Clone, Copy, Debug)]
pub struct Journey<'a> {
    /// The channels it met, in order.
    pub channels: &'a [u32],
    /// How many days before its end it met each.
    pub ages: &'a [f32],
    /// What came of it.
    pub outcome: Outcome,
}

impl Journeys {
    /// Adds a journey; one that met nothing is left out.
    pub fn add(&mut self, met: impl IntoIterator<Item = (u32, f32)>, outcome: Outcome) {
        let before = self.channels.len();
        for (channel, age) in met {
            self.channels.push(channel);
            self.ages.push(age);
        }
        if self.channels.len() > before {
            self.ends.push(self.channels.len());
            self.outcomes.push(outcome);
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Journey<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends).zip(&self.outcomes);
        spans.map(|((start, end), outcome)| Journey {
            channels: &self.channels[start..*end],
            ages: &self.ages[start..*end],
            outcome: *outcome,
        })
    }

    /// What all sales are worth together.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.outcomes.iter().map(|outcome| outcome.value).sum()
    }
}

#[cfg(test)]
mod tests;
