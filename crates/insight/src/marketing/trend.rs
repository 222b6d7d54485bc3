//! Trend: the leads of a period against those of the period before, seen for equally long.
//!
//! Leads of the last days have had no time: each lead counts by what it reached within `AGE` days, and
//! only leads that are that old are compared.

use ledger::time::Moment;

use super::curves::days;
use super::leads::{DEAL, Leads};
use super::worth::Ranged;

/// Days of each period.
pub const PERIOD: i64 = 91;
/// Days within which a lead must have reached something to count.
pub const AGE: i64 = 28;
const NORMAL_90: f64 = 1.281_551_6;

/// A period against the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Trend {
    /// Leads of the latest period.
    pub leads: usize,
    /// Leads of the one before.
    pub leads_before: usize,
    /// How many of them became deals within the age.
    pub reached: usize,
    /// How many of those before.
    pub reached_before: usize,
}

impl Trend {
    /// The share that became deals, over the share before: with its range, where there is any.
    #[must_use]
    pub fn ratio(&self) -> Option<Ranged> {
        if self.leads == 0 || self.leads_before == 0 || self.reached + self.reached_before == 0 {
            return None;
        }
        // A half of a deal more on either side keeps an empty one from being infinitely worse.
        let part = |k: usize, n: usize| (k as f64 + 0.5, n as f64 + 1.0);
        let (k, n) = part(self.reached, self.leads);
        let (k0, n0) = part(self.reached_before, self.leads_before);
        let middle = (k / n) / (k0 / n0);
        let spread = (1.0 / k - 1.0 / n + 1.0 / k0 - 1.0 / n0).max(0.0).sqrt();
        let factor = (NORMAL_90 * spread).exp();
        Some(Ranged { middle, low: middle / factor, high: middle * factor })
    }
}

/// The trend of each group.
#[must_use]
pub fn trends(leads: &Leads, groups: usize) -> Vec<Trend> {
    let mut trends = vec![Trend::default(); groups];
    let to = leads.now.plus_days(-AGE);
    let (from, before) = (to.plus_days(-PERIOD), to.plus_days(-2 * PERIOD));
    let came = |at: Moment| before <= at && at < to;
    for lead in leads.leads.iter().filter(|lead| !lead.bare && came(lead.first)) {
        let is_deal = |place: u8| place >= DEAL;
        let mut steps = leads.steps_of(lead, leads.now);
        let age = usize::try_from(AGE).unwrap_or(0);
        let soon = steps.any(|s| is_deal(s.place) && days(lead.first, s.at) < age);
        let trend = &mut trends[lead.group as usize];
        if lead.first >= from {
            trend.leads += 1;
            trend.reached += usize::from(soon);
        } else {
            trend.leads_before += 1;
            trend.reached_before += usize::from(soon);
        }
    }
    trends
}
