//! Credit by hazard: did the next milestone come sooner in the weeks after such a touch?
//!
//! # Formula
//! Time at risk is cut where a lead moves on, where it has been at its place for 7, 28 or 90 days, and
//! where a touch is made or is two weeks old. Within each stratum (place and time there) the rate of the
//! next step in time after a touch of a channel is compared with the rate in all other time: the rate
//! ratio of Mantel and Haenszel over all strata, with the variance of Greenland and Robins (1985). Its
//! logarithm leans on none (0) by as much as the ratios of all channels vary no more than chance
//! (DerSimonian and Laird 1986). Each sale is then shared among its touches in proportion to the ratio.
//!
//! A touch is never compared with leads that are younger or less far: that would credit it with their
//! having lived longer. Who was about to move on anyway and looked us up again still looks like cause.

use ledger::time::{DAY_MS, Moment};

use super::Journeys;
use super::rules::share;
use crate::marketing::leads::{Lead, Leads, Met};

/// A touch counts for so many days.
pub const WINDOW: i64 = 14;
/// Days at a place at which a new stratum begins.
const BANDS: [i64; 3] = [7, 28, 90];
/// Of more leads than this only each second, third … is read.
const ENOUGH: usize = 150_000;

/// How a touch of a channel goes with the rate of the next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The rate after it over the rate otherwise, leaning on 1.
    pub ratio: f64,
    /// As it was seen; absent where there was nothing to compare.
    pub seen: Option<f64>,
    /// The standard error of its logarithm.
    pub error: f64,
}

/// Time and steps of one stratum.
#[derive(Clone, Default)]
struct Stratum {
    time: f64,
    steps: f64,
    /// By channel: time after a touch of it, and steps in that time.
    after: Vec<(f64, f64)>,
}

/// The value of all sales, shared by the ratios.
#[must_use]
pub fn credit(journeys: &Journeys, channels: usize, ratios: &[Ratio]) -> Vec<f64> {
    share(journeys, channels, |journey, i| ratios[journey.channels[i] as usize].ratio)
}

/// The ratio of each channel, from leads followed for so many days.
#[must_use]
pub fn ratios(leads: &Leads, channels: usize, length: usize) -> Vec<Ratio> {
    let places = leads.milestones + 2;
    let none = Stratum { after: vec![(0.0, 0.0); channels], ..Stratum::default() };
    let mut strata = vec![none; places * (BANDS.len() + 1)];
    let stride = leads.leads.len().div_ceil(ENOUGH).max(1);
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let mut cuts = Vec::new();
    for lead in leads.leads.iter().step_by(stride).filter(|lead| !lead.bare) {
        follow(leads, lead, length, &mut cuts, &mut strata);
    }
    lean(&(0..channels).map(|channel| compare(&strata, channel)).collect::<Vec<_>>())
}

/// Adds the time and the steps of one lead.
fn follow(leads: &Leads, lead: &Lead, length: i64, cuts: &mut Vec<Moment>, strata: &mut [Stratum]) {
    let met = leads.met_of(lead);
    let last = lead.first.plus_days(length).min(leads.now);
    let (mut from, mut place) = (lead.first, 0_u8);
    let mut steps = leads.steps_of(lead, leads.now);
    loop {
        let step = steps.next();
        let to = step.map_or(last, |step| step.at.clamp(from, last));
        stay(met, (from, to), place, cuts, strata);
        let Some(step) = step else { return };
        if step.place == leads.lost() || step.at > last {
            return;
        }
        let at = stratum(place, to.0 - from.0);
        strata[at].steps += 1.0;
        each_after(met, to, |channel| strata[at].after[channel].1 += 1.0);
        if step.place == leads.won() {
            return;
        }
        (from, place) = (to, step.place);
    }
}

/// Adds the time at one place.
fn stay(
    met: &[Met],
    (from, to): (Moment, Moment),
    place: u8,
    cuts: &mut Vec<Moment>,
    strata: &mut [Stratum],
) {
    cuts.clear();
    cuts.extend(BANDS.iter().map(|days| from.plus_days(*days)));
    cuts.extend(met.iter().flat_map(|m| [m.at, m.at.plus_days(WINDOW)]));
    cuts.retain(|cut| from < *cut && *cut < to);
    cuts.push(to);
    cuts.sort_unstable();
    let mut begin = from;
    for end in cuts.iter().copied().filter(|end| *end > from) {
        let time = (end.0 - begin.0) as f64 / DAY_MS as f64;
        let stratum = &mut strata[stratum(place, end.0 - 1 - from.0)];
        stratum.time += time;
        each_after(met, end, |channel| stratum.after[channel].0 += time);
        begin = end;
    }
}

/// Each channel that was met in the window before `at`, once.
fn each_after(met: &[Met], at: Moment, mut each: impl FnMut(usize)) {
    let since = at.plus_days(-WINDOW);
    let begin = met.partition_point(|m| m.at < since);
    let recent = &met[begin..met.partition_point(|m| m.at < at)];
    for (i, one) in recent.iter().enumerate() {
        if recent[..i].iter().all(|before| before.group != one.group) {
            each(one.group as usize);
        }
    }
}

fn stratum(place: u8, stayed: i64) -> usize {
    let band = BANDS.iter().filter(|days| stayed >= **days * DAY_MS).count();
    usize::from(place) * (BANDS.len() + 1) + band
}

/// The logarithm of the rate ratio and its variance.
fn compare(strata: &[Stratum], channel: usize) -> Option<(f64, f64)> {
    let (mut up, mut down, mut spread) = (0.0, 0.0, 0.0);
    for stratum in strata.iter().filter(|stratum| stratum.time > 0.0) {
        let (after, steps) = stratum.after[channel];
        let other = (stratum.time - after).max(0.0);
        up += steps * other / stratum.time;
        down += (stratum.steps - steps) * after / stratum.time;
        spread += stratum.steps * after * other / (stratum.time * stratum.time);
    }
    (up > 0.0 && down > 0.0).then(|| ((up / down).ln(), spread / (up * down)))
}

fn lean(seen: &[Option<(f64, f64)>]) -> Vec<Ratio> {
    let told: Vec<(f64, f64)> = seen.iter().copied().flatten().collect();
    let weight = |(_, variance): &(f64, f64)| 1.0 / variance;
    let sum: f64 = told.iter().map(weight).sum();
    let squares: f64 = told.iter().map(|t| weight(t).powi(2)).sum();
    let mean = told.iter().map(|t| weight(t) * t.0).sum::<f64>() / sum;
    let q: f64 = told.iter().map(|t| weight(t) * (t.0 - mean).powi(2)).sum();
    let free = told.len() as f64 - 1.0;
    let between = if told.len() > 1 { ((q - free) / (sum - squares / sum)).max(0.0) } else { 0.0 };
    // How far they lie from 0 together counts as well as how far from each other.
    let between = if told.is_empty() { 0.0 } else { between + mean * mean };
    let one = |seen: &Option<(f64, f64)>| match seen {
        None => Ratio { ratio: 1.0, seen: None, error: f64::INFINITY },
        Some((log, variance)) => {
            let kept = between / (between + variance);
            let error = (kept * variance).sqrt();
            Ratio { ratio: (kept * log).exp(), seen: Some(log.exp()), error }
        }
    };
    seen.iter().map(one).collect()
}
