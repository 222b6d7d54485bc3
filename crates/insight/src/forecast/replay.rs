//! The method's own record: estimates made at past dates from only what was known at each, beside what
//! came, and beside simple methods. It corrects the level, weighs the ways against one another, and says
//! how far the whole goes wrong.

use ledger::time::{DAY_MS, Moment};

use super::estimate::{Estimate, Window, Wins};

/// Replayed dates lie so many days apart, on the same days for every forecast.
pub(super) const EVERY_DAYS: i64 = 14;
/// At most so many dates are replayed.
pub(super) const MOST: usize = 26;
/// How far a level is off for good, before looking: the standard deviation of its logarithm. What the
/// record says is believed as far as it is sure beside this.
const USUAL_LEVEL: f64 = 0.03;
/// The weights of the method, of the run rate and of the mean before the record has spoken.
const USUAL: [f64; 3] = [0.92, 0.02, 0.06];
/// What it costs to stray from them, in squared relative errors of one period.
const HELD: f64 = 0.03;
/// Weights are tried in steps of one part in so many.
const STEPS: u32 = 25;
/// Ways to estimate new business are alike before, for so many periods.
const ALIKE: f64 = 2.0;
/// Fewer replays say nothing about errors.
const FEWEST: usize = 4;
/// A replay that was off by more than this factor counts as off by this factor: the first months of a
/// record would else rule the range for years.
const WORST: f64 = 2.5;
/// The shock that is expected before looking, how many periods of record that is worth, and the one that
/// is assumed where there is no record: half as much again or a third less.
const USUAL_SHOCK: f64 = 0.1;
const SHOCK_WORTH: f64 = 2.0;
const UNKNOWN_SHOCK: f64 = 0.4;
/// No month is without surprises.
const LEAST_SHOCK: f64 = 0.04;

/// What an estimate at a past date said.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) date: Moment,
    open: f64,
    windows: f64,
    flow: f64,
    run_rate: f64,
    mean: f64,
    /// How many deals were closed then: what it was learned from.
    closed: usize,
    /// The deals open then.
    deals: Vec<usize>,
}

impl Said {
    /// Keeps of an estimate what the record needs.
    pub(super) fn new(date: Moment, estimate: &Estimate) -> Said {
        let mut deals: Vec<usize> = estimate.open.iter().map(|odd| odd.deal).collect();
        deals.sort_unstable();
        Said {
            date,
            open: estimate.total_open(),
            windows: estimate.new.windows,
            flow: estimate.new.flow,
            run_rate: estimate.run_rate,
            mean: estimate.mean,
            closed: estimate.closed.0,
            deals,
        }
    }
}

/// What past estimates said and what came.
pub(super) struct Record {
    points: Vec<Point>,
    /// The replays in lengths of the period: errors of overlapping periods are one error.
    independent: f64,
    /// The weight of flow in new business.
    pub(super) flow: f64,
    /// What came over what was said.
    pub(super) level: f64,
    /// The weights of the method, the run rate and the mean.
    pub(super) weights: [f64; 3],
}

struct Point {
    /// An estimate that was learned from half of what is known now says a quarter about today's.
    weight: f64,
    open: f64,
    windows: f64,
    flow: f64,
    run_rate: f64,
    mean: f64,
    came_open: f64,
    came_new: f64,
}

impl Point {
    fn new(said: &Said, wins: &Wins, window: Window, closed: usize) -> Point {
        let (from, to) = window.at(said.date);
        let (mut came_open, mut came_new) = (0.0, 0.0);
        for win in wins.all.iter().filter(|win| (from..to).contains(&win.at)) {
            let open = said.deals.binary_search(&win.deal).is_ok();
            *(if open { &mut came_open } else { &mut came_new }) += win.value;
        }
        let weight = (said.closed as f64 / closed.max(1) as f64).powi(2);
        let Said { open, windows, flow, run_rate, mean, .. } = *said;
        Point { weight, open, windows, flow, run_rate, mean, came_open, came_new }
    }

    fn came(&self) -> f64 {
        self.came_open + self.came_new
    }

    fn said(&self, flow: f64) -> f64 {
        self.open + flow * self.flow + (1.0 - flow) * self.windows
    }
}

impl Record {
    /// Judges estimates by the wins that are known now.
    pub(super) fn judge(said: &[&Said], wins: &Wins, window: Window, closed: usize) -> Record {
        let point = |said: &&Said| Point::new(said, wins, window, closed);
        let points: Vec<Point> = said.iter().map(point).collect();
        let length = window.length().max(EVERY_DAYS * DAY_MS) as f64;
        let span = points.iter().map(|p| p.weight).sum::<f64>() * (EVERY_DAYS * DAY_MS) as f64;
        let independent = span / length;
        let mut record = Record { points, independent, flow: 0.5, level: 1.0, weights: USUAL };
        record.weigh();
        record
    }

    fn sum(&self, of: impl Fn(&Point) -> f64) -> f64 {
        self.points.iter().map(|p| p.weight * of(p)).sum()
    }

    fn weigh(&mut self) {
        let k = self.independent;
        let square = |off: f64| off * off;
        let windows = self.sum(|p| square(p.windows - p.came_new));
        let flow = self.sum(|p| square(p.flow - p.came_new));
        let (said, came) = (self.sum(|p| p.said(0.5)), self.sum(Point::came));
        if self.points.len() < FEWEST || said <= 0.0 || came <= 0.0 || windows + flow <= 0.0 {
            return;
        }
        self.flow = (k * windows / (windows + flow) + 0.5 * ALIKE) / (k + ALIKE);
        self.level = self.learned_level();
        self.weights = self.best_weights();
    }

    /// What came over what was said, as far as the record is sure of it.
    fn learned_level(&self) -> f64 {
        let floor = 0.02 * self.sum(Point::came) / self.sum(|_| 1.0);
        let off = |p: &Point| ((p.came() + floor) / (p.said(self.flow) + floor)).ln();
        let whole = self.sum(|_| 1.0);
        let mean = self.sum(off) / whole;
        let variance = self.sum(|p| (off(p) - mean).powi(2)) / whole;
        let sure = USUAL_LEVEL * USUAL_LEVEL;
        // Never surer than the scatter of a few periods lets one be.
        let unsure = (variance + 0.01) / self.independent.max(0.5);
        (mean * sure / (sure + unsure)).exp().clamp(0.5, 2.0)
    }

    /// The weights, none negative and together one, that would have been best over the record, held to
    /// the usual ones (Granger and Ramanathan 1984, constrained).
    fn best_weights(&self) -> [f64; 3] {
        let k = self.independent;
        let scale = self.sum(|p| p.came() * p.came());
        let loss = |weights: &[f64; 3]| {
            let off = |p: &Point| {
                let said = [self.level * p.said(self.flow), p.run_rate, p.mean];
                said.iter().zip(weights).map(|(said, w)| said * w).sum::<f64>() - p.came()
            };
            let held: f64 = weights.iter().zip(USUAL).map(|(w, usual)| (w - usual).powi(2)).sum();
            self.sum(|p| off(p).powi(2)) / scale + HELD * held / k
        };
        let tried = (0..=STEPS).flat_map(|a| (0..=STEPS - a).map(move |b| (a, b)));
        let tried = tried.map(|(a, b)| {
            let part = |n: u32| f64::from(n) / f64::from(STEPS);
            [part(STEPS - a - b), part(a), part(b)]
        });
        let best = tried.min_by(|a, b| loss(a).total_cmp(&loss(b)));
        best.unwrap_or(USUAL)
    }

    /// How many dates were replayed.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// New business as the record would have it.
    pub(super) fn new_business(&self, estimate: &Estimate) -> f64 {
        self.flow * estimate.new.flow + (1.0 - self.flow) * estimate.new.windows
    }

    fn blend(&self, said: f64, run_rate: f64, mean: f64) -> f64 {
        let [ours, rate, usual] = self.weights;
        ours * self.level * said + rate * run_rate + usual * mean
    }

    /// What every part of an estimate is multiplied by, so that the whole is the corrected blend.
    pub(super) fn factor(&self, estimate: &Estimate) -> f64 {
        let said = estimate.total_open() + self.new_business(estimate);
        let blend = self.blend(said, estimate.run_rate, estimate.mean);
        if said <= 0.0 { 1.0 } else { (blend / said).clamp(0.25, 4.0) }
    }

    /// The root mean square of the logarithms of what came over what the blend said, widened for
    /// the few independent periods it was learned from. `None` with too few replays.
    pub(super) fn error(&self) -> Option<f64> {
        if self.points.len() < FEWEST {
            return None;
        }
        let whole = self.sum(|_| 1.0);
        let mean = self.sum(Point::came) / whole;
        let floor = 0.02 * mean + f64::MIN_POSITIVE;
        let off = |p: &Point| {
            let ratio =
                (p.came() + floor) / (self.blend(p.said(self.flow), p.run_rate, p.mean) + floor);
            ratio.ln().clamp(-WORST.ln(), WORST.ln())
        };
        Some((self.sum(|p| off(p) * off(p)) / whole).sqrt())
    }

    /// The standard deviation of the logarithm of a shock that hits all parts alike: the errors of the
    /// record beyond `luck`, the coefficient of variation of single deals and new business, held to a
    /// usual one for so few independent periods, and widened for not knowing it.
    pub(super) fn shock(&self, luck: f64) -> f64 {
        let k = if self.points.len() < FEWEST { 0.0 } else { self.independent };
        let beyond = self.error().map_or(0.0, |error| error * error - luck * luck).max(0.0);
        let usual = if k > 0.0 { USUAL_SHOCK } else { UNKNOWN_SHOCK };
        let variance = (k * beyond + SHOCK_WORTH * usual * usual) / (k + SHOCK_WORTH);
        (variance * (1.0 + 1.0 / (k + SHOCK_WORTH))).sqrt().max(LEAST_SHOCK)
    }
}
