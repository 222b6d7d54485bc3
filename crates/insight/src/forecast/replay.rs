//! The method's own record: estimates made at past dates from only what was known at each, beside what
//! came, and beside simple methods. It corrects the level, weighs the ways against one another, and says
//! how far the whole goes wrong.

use std::collections::BTreeMap;

use ledger::time::{DAY_MS, Moment};

use super::arrivals::Arrivals;
use super::build::Build;
use super::change::{Miss, shifts};
use super::estimate::{Estimate, Window, Wins};
use super::steps::{Stands, evidence};

/// Replayed dates lie so many days apart, on the same days for every forecast.
pub(super) const EVERY_DAYS: i64 = 14;
/// At most so many dates are replayed.
pub(super) const MOST: usize = 26;
/// Of those of which only a part of the period has passed, so many tell whether something has changed.
pub(super) const RECENT: usize = 8;
/// How far a level is off for good, before looking: the standard deviation of its logarithm. What the
/// record says is believed as far as it is sure beside this.
const USUAL_LEVEL: f64 = 0.03;
/// How far the method is off beside the luck of single deals, before looking: a relative standard
/// deviation.
const USUAL_MISS: f64 = 0.05;
/// The run rate is expected to be off by this much more than single periods scatter: it has their luck, and that of the
/// last one besides.
const LAST_PERIOD: f64 = 3.0;
/// So much of a weight that the others seem to deserve is luck: weights come from few periods.
const DOUBT: f64 = 0.05;
/// What is expected before looking is worth so many periods of record.
const BEFORE_WORTH: f64 = 0.5;
/// Weights are tried in steps of one part in so many.
const STEPS: u32 = 25;
/// The ways to estimate new business.
const WAYS: usize = 3;
/// What they count before looking, in the order of [`ways`]: that by periods at the same time of their quarter most,
/// for where there is no such period it is that by all.
const USUAL_WAYS: [f64; WAYS] = [0.25, 0.5, 0.25];
/// What is expected of them is worth so many periods of record.
const WAYS_WORTH: f64 = 1.0;
/// An estimate that was learned from a share of the deals that are closed now says this power of that share about
/// today's: from half of them, three fifths.
const AGED: f64 = 0.75;
/// Fewer replays say nothing about errors.
const FEWEST: usize = 4;
/// Where less than this share of what was said should have come by now, it says nothing: the first sales are luck.
const LEAST_PASSED: f64 = 0.25;
/// A replay that was off by more than this factor counts as off by this factor: the first months of a
/// record would else rule the range for years.
const WORST: f64 = 2.5;
/// The shock that is expected before looking, how many periods of record that is worth, and the one that
/// is assumed where there is no record: half as much again or a third less.
const USUAL_SHOCK: f64 = 0.05;
const SHOCK_WORTH: f64 = 3.0;
const UNKNOWN_SHOCK: f64 = 0.4;
/// What has shifted may shift back: the standard deviation of that, over the shift.
const MOVES_BACK: f64 = 0.8;
/// How much a range is widened for being learned from few periods.
const UNSURE: f64 = 1.0;
/// No period is without surprises.
const LEAST_WIDTH: f64 = 0.04;

/// What an estimate at a past date said.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) date: Moment,
    open: f64,
    new: [f64; WAYS],
    run_rate: f64,
    mean: f64,
    /// How many deals were closed then: what it was learned from.
    closed: usize,
    /// The coefficient of variation that luck gives it.
    luck: f64,
    /// The deals open then.
    deals: Vec<u32>,
    /// Where those of them stood that it was made of.
    pub(super) stands: Stands,
    /// How what it said was to build up; even, where no forecast is made before its period has passed.
    build: Build,
}

impl Said {
    /// Keeps of an estimate what the record needs. Where it was made of a part of the deals that were `open`,
    /// the others are taken to be like them.
    pub(super) fn new(
        date: Moment,
        estimate: &Estimate,
        open: &[u32],
        (stands, build): (Stands, Build),
    ) -> Said {
        let mut deals = open.to_vec();
        deals.sort_unstable();
        let whole = open.len() as f64 / estimate.open.len().max(1) as f64;
        Said {
            date,
            open: estimate.total_open() * whole,
            new: ways(&estimate.new),
            run_rate: estimate.run_rate,
            mean: estimate.mean,
            closed: estimate.closed.0,
            luck: estimate.luck(),
            deals,
            stands,
            build,
        }
    }

    /// Whether a deal was open then.
    pub(super) fn has(&self, deal: u32) -> bool {
        self.deals.binary_search(&deal).is_ok()
    }
}

/// What was said before a moment, the newest first.
pub(super) struct Past<'s> {
    now: Moment,
    window: Window,
    /// Where the whole period has passed since.
    whole: Vec<&'s Said>,
    /// Where only a part of it has.
    recent: Vec<&'s Said>,
}

impl<'s> Past<'s> {
    /// Of all that was said at any date what a forecast goes by.
    pub(super) fn of(said: &'s BTreeMap<Moment, Said>, now: Moment, window: Window) -> Past<'s> {
        let before = said.range(..now).rev().map(|(_, said)| said);
        let passed = |said: &&Said| said.date.0 + window.end() <= now.0;
        let (mut whole, mut recent): (Vec<&Said>, Vec<&Said>) = before.partition(passed);
        whole.truncate(MOST);
        recent.truncate(RECENT);
        Past { now, window, whole, recent }
    }

    /// How long a period is, at least as long as replays lie apart.
    fn length(&self) -> f64 {
        self.window.length().max(EVERY_DAYS * DAY_MS) as f64
    }
}

/// What each way says of new business.
fn ways(new: &Arrivals) -> [f64; WAYS] {
    [new.windows, new.phased, new.flow]
}

/// The covariance of the relative errors of the method, the run rate and the mean, as expected before the
/// record has spoken: the method is off by the luck of its deals and what it misses besides, the others
/// by how past periods scatter; the luck is the same for all.
fn expected(estimate: &Estimate) -> [[f64; 3]; 3] {
    let luck = estimate.luck();
    let scatter = estimate.scatter.max(luck);
    let off = [luck.hypot(USUAL_MISS), scatter * LAST_PERIOD, scatter];
    let cell = |i: usize, j: usize| if i == j { off[i] * off[i] } else { luck * luck };
    std::array::from_fn(|i| std::array::from_fn(|j| cell(i, j)))
}

/// What past estimates said and what came.
pub(super) struct Record {
    points: Vec<Point>,
    /// The replays in lengths of the period: errors of overlapping periods are one error.
    independent: f64,
    /// The weights of the ways to estimate new business.
    pub(super) ways: [f64; WAYS],
    /// What came over what was said.
    pub(super) level: f64,
    /// The weights of the method, the run rate and the mean.
    pub(super) weights: [f64; 3],
    /// How far the level has shifted by now.
    shift: f64,
}

struct Point {
    /// What it says about today's estimate.
    weight: f64,
    /// How far the level had shifted by then.
    shift: f64,
    open: f64,
    new: [f64; WAYS],
    run_rate: f64,
    mean: f64,
    came_open: f64,
    came_new: f64,
}

impl Point {
    /// What was said of a period, and what came in it until a moment; for the use of an estimate that is learned from
    /// so many closed deals.
    fn new(said: &Said, wins: &Wins, past: &Past, closed: usize) -> Point {
        let (mut came_open, mut came_new) = (0.0, 0.0);
        let (from, to) = past.window.at(said.date);
        for win in wins.within((from, to.min(past.now))) {
            let open = u32::try_from(win.deal).is_ok_and(|deal| said.has(deal));
            *(if open { &mut came_open } else { &mut came_new }) += win.value;
        }
        let weight = (said.closed as f64 / closed.max(1) as f64).powf(AGED);
        let Said { open, new, run_rate, mean, .. } = *said;
        Point { weight, shift: 1.0, open, new, run_rate, mean, came_open, came_new }
    }

    fn came(&self) -> f64 {
        self.came_open + self.came_new
    }

    fn said(&self, ways: &[f64; WAYS]) -> f64 {
        (self.open + mixed(ways, &self.new)) * self.shift
    }
}

fn mixed(weights: &[f64; WAYS], said: &[f64; WAYS]) -> f64 {
    weights.iter().zip(said).map(|(weight, said)| weight * said).sum()
}

impl Record {
    /// Judges estimates by the wins that are known now, for the use of `estimate`.
    pub(super) fn judge(past: &Past, wins: &Wins, estimate: &Estimate) -> Record {
        let closed = estimate.closed.0;
        let points: Vec<Point> =
            past.whole.iter().map(|said| Point::new(said, wins, past, closed)).collect();
        let length = past.length();
        let span = points.iter().map(|p| p.weight).sum::<f64>() * (EVERY_DAYS * DAY_MS) as f64;
        let independent = span / length;
        let (ways, weights) = (USUAL_WAYS, [1.0, 0.0, 0.0]);
        let mut record = Record { points, independent, ways, level: 1.0, weights, shift: 1.0 };
        let came = record.sum(Point::came);
        if record.points.len() >= FEWEST && came > 0.0 {
            record.ways = record.best_ways();
            record.level = record.learned_level();
            record.learn_shifts(past, wins);
        }
        record.weights = record.best_weights(expected(estimate));
        record
    }

    fn sum(&self, of: impl Fn(&Point) -> f64) -> f64 {
        self.points.iter().map(|p| p.weight * of(p)).sum()
    }

    /// Weights of the ways to estimate new business: the inverse of their squared errors, mixed with
    /// those that are expected.
    fn best_ways(&self) -> [f64; WAYS] {
        let off = |way: usize| self.sum(|p| (p.new[way] - p.came_new).powi(2));
        let sure: [f64; WAYS] = std::array::from_fn(|way| 1.0 / off(way).max(1e-9).powi(2));
        let whole: f64 = sure.iter().sum();
        let k = self.independent;
        let weight = |way: usize| k * sure[way] / whole + WAYS_WORTH * USUAL_WAYS[way];
        std::array::from_fn(|way| weight(way) / (k + WAYS_WORTH))
    }

    /// What came over what was said, as far as the record is sure of it.
    fn learned_level(&self) -> f64 {
        let floor = 0.02 * self.sum(Point::came) / self.sum(|_| 1.0);
        let off = |p: &Point| ((p.came() + floor) / (p.said(&self.ways) + floor)).ln();
        let whole = self.sum(|_| 1.0);
        let mean = self.sum(off) / whole;
        let variance = self.sum(|p| (off(p) - mean).powi(2)) / whole;
        let sure = USUAL_LEVEL * USUAL_LEVEL;
        // Never surer than the scatter of a few periods lets one be.
        let unsure = (variance + 0.01) / self.independent.max(0.5);
        (mean * sure / (sure + unsure)).exp().clamp(0.5, 2.0)
    }

    /// Whether and when the level has shifted of late.
    fn learn_shifts(&mut self, past: &Past, wins: &Wins) {
        let floor = 0.02 * self.sum(Point::came) / self.sum(|_| 1.0);
        let all: Vec<&Said> = past.recent.iter().chain(&past.whole).copied().collect();
        let partly = past.recent.iter().map(|said| {
            let shares = said.build.passed(past.now.days_since(said.date), past.window);
            self.miss((said, &Point::new(said, wins, past, said.closed)), shares, past, floor)
        });
        let whole = past.whole.iter().zip(&self.points);
        let whole = whole.map(|judged| self.miss((judged.0, judged.1), (1.0, 1.0), past, floor));
        let misses: Vec<Miss> = partly.chain(whole).collect();
        let found = shifts(&misses, &evidence(&all, wins));
        self.shift = found[0].exp();
        for (point, shift) in self.points.iter_mut().zip(&found[past.recent.len()..]) {
            point.shift = shift.exp();
        }
    }

    /// How far off what was said to come by now is: these shares of what open deals and new business were to bring.
    fn miss(
        &self,
        (said, point): (&Said, &Point),
        (open, new): (f64, f64),
        past: &Past,
        floor: f64,
    ) -> Miss {
        let whole = point.said(&self.ways);
        let by_now = point.open * open + mixed(&self.ways, &point.new) * new;
        let ratio = (point.came() + floor) / (self.level * by_now + floor);
        let passed = if whole > 0.0 { by_now / whole } else { 0.0 };
        Miss {
            off: ratio.ln().clamp(-WORST.ln(), WORST.ln()),
            usual: said.luck * said.luck + USUAL_SHOCK * USUAL_SHOCK,
            passed: if passed < LEAST_PASSED { 0.0 } else { passed },
            age: (past.now.0 - past.window.at(said.date).0.0) as f64 / past.length(),
        }
    }

    /// The weights, none negative and together one, with the least expected squared error (Bates and
    /// Granger 1969), by the covariance of relative errors that the record shows, mixed with the one that
    /// is expected without it.
    fn best_weights(&self, expected: [[f64; 3]; 3]) -> [f64; 3] {
        let covariance = self.covariance(expected);
        let loss = |weights: &[f64; 3]| {
            let row = |i: usize| (0..3).map(|j| covariance[i][j] * weights[j]).sum::<f64>();
            (0..3).map(|i| weights[i] * row(i)).sum::<f64>()
        };
        let tried = (0..=STEPS).flat_map(|a| (0..=STEPS - a).map(move |b| (a, b)));
        let tried = tried.map(|(a, b)| {
            let part = |n: u32| f64::from(n) / f64::from(STEPS);
            [part(STEPS - a - b), part(a), part(b)]
        });
        let best = tried.min_by(|a, b| loss(a).total_cmp(&loss(b)));
        let [ours, rate, mean] = best.unwrap_or([1.0, 0.0, 0.0]);
        let others = 1.0 - ours;
        let sure = ((others - DOUBT) / (1.0 - DOUBT)).max(0.0) / others.max(f64::MIN_POSITIVE);
        [1.0 - sure * others, sure * rate, sure * mean]
    }

    fn covariance(&self, expected: [[f64; 3]; 3]) -> [[f64; 3]; 3] {
        let (whole, came) = (self.sum(|_| 1.0), self.sum(Point::came));
        let known = self.points.len() >= FEWEST && came > 0.0;
        let k = if known { self.independent } else { 0.0 };
        let usual = came / whole;
        let off = |p: &Point, way: usize| {
            let said = [self.level * p.said(&self.ways), p.run_rate, p.mean];
            (said[way] - p.came()) / usual
        };
        let mut covariance = [[0.0; 3]; 3];
        for (i, row) in covariance.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                let before = expected[i][j];
                let seen = if known { self.sum(|p| off(p, i) * off(p, j)) / whole } else { 0.0 };
                *cell = (k * seen + BEFORE_WORTH * before) / (k + BEFORE_WORTH);
            }
        }
        covariance
    }

    /// How many dates were replayed.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// New business as the record would have it.
    pub(super) fn new_business(&self, estimate: &Estimate) -> f64 {
        mixed(&self.ways, &ways(&estimate.new))
    }

    fn blend(&self, said: f64, run_rate: f64, mean: f64) -> f64 {
        let [ours, rate, usual] = self.weights;
        ours * self.level * said + rate * run_rate + usual * mean
    }

    /// What every part of an estimate is multiplied by, so that the whole is the corrected blend.
    pub(super) fn factor(&self, estimate: &Estimate) -> f64 {
        let said = estimate.total_open() + self.new_business(estimate);
        let blend = self.blend(said * self.shift, estimate.run_rate, estimate.mean);
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
                (p.came() + floor) / (self.blend(p.said(&self.ways), p.run_rate, p.mean) + floor);
            ratio.ln().clamp(-WORST.ln(), WORST.ln())
        };
        Some((self.sum(|p| off(p) * off(p)) / whole).sqrt())
    }

    /// How far the whole goes wrong.
    pub(super) fn width(&self) -> Width {
        let periods = if self.points.len() < FEWEST { 0.0 } else { self.independent };
        let moved = self.shift.ln();
        let seen = self.error().map_or(0.0, |error| error * error);
        Width { periods, seen, moved: (MOVES_BACK * moved).powi(2) }
    }
}

/// How far the whole of a forecast goes wrong: what the record of so many periods shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Width {
    periods: f64,
    /// The mean square of the logarithm of what came over what was said.
    seen: f64,
    /// What a shift of the level adds, for what has moved may move back.
    moved: f64,
}

impl Width {
    /// The standard deviation of the logarithm of the whole: the errors of the record, mixed with what is
    /// expected without it (`luck`, the coefficient of variation of single deals and new business, and a
    /// usual shock beside it), and widened for not knowing it.
    pub(super) fn of(self, luck: f64) -> f64 {
        let k = self.periods;
        let usual = if k > 0.0 { USUAL_SHOCK } else { UNKNOWN_SHOCK };
        let before = luck * luck + usual * usual;
        let variance = (k * self.seen + SHOCK_WORTH * before) / (k + SHOCK_WORTH);
        (variance * (1.0 + UNSURE / (k + SHOCK_WORTH)) + self.moved).sqrt().max(LEAST_WIDTH)
    }
}
