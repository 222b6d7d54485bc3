//! Manufactured companies of many shapes: ranges hold as often as they say, and no company does worse
//! than with its run rate.

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::event::{Event, Fact};
use ledger::money::Money;
use ledger::time::Moment;
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Accuracy, Backtest, replay};
use crate::stats::score::Score;
use crate::tests_support::{act, day, lost, on, won, worth};

/// Days of the record.
const DAYS: i64 = 900;

/// What a company is like.
#[derive(Clone, Copy)]
struct Shape {
    name: &'static str,
    /// Deals opened a day at the beginning.
    pace: f64,
    /// Growth a year.
    growth: f64,
    /// How far openings rise and fall over the year.
    season: f64,
    /// The standard deviation of the logarithm of an amount.
    lumps: f64,
    /// Milestones before the win.
    steps: usize,
    /// From this day on customers take half as long again, and more are lost.
    changed: i64,
    /// From this day on for two months hardly anything is opened.
    shock: i64,
}

const PLAIN: Shape = Shape {
    name: "plain",
    pace: 1.5,
    growth: 0.0,
    season: 0.0,
    lumps: 0.6,
    steps: 2,
    changed: DAYS,
    shock: DAYS,
};

const SHAPES: [Shape; 8] = [
    PLAIN,
    Shape { name: "small", pace: 0.35, ..PLAIN },
    Shape { name: "large", pace: 6.0, ..PLAIN },
    Shape { name: "growing", growth: 1.0, ..PLAIN },
    Shape { name: "seasonal", season: 0.4, pace: 2.5, ..PLAIN },
    Shape { name: "lumpy", lumps: 1.4, ..PLAIN },
    Shape { name: "one step", steps: 0, growth: 0.6, ..PLAIN },
    Shape { name: "changed", changed: 450, shock: 600, ..PLAIN },
];

fn company(shape: &Shape, seed: u64) -> Vec<Event> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut events = Vec::new();
    for opened in 0..DAYS {
        let year = opened as f64 / 365.0;
        let swing = 1.0 + shape.season * (std::f64::consts::TAU * year).sin();
        let quiet = (shape.shock..shape.shock + 60).contains(&opened);
        let pace = shape.pace * (1.0 + shape.growth).powf(year) * swing;
        let pace = if quiet { pace * 0.2 } else { pace };
        let whole = pace.floor();
        let count = whole as i64 + i64::from(rng.random::<f64>() < pace - whole);
        for k in 0..count {
            let id = format!("D{opened}-{k}");
            let size = (8.0 + shape.lumps * normal(&mut rng)).exp().round();
            events.push(worth(on(opened, &id, Fact::DealOpened), size as i64));
            live(shape, opened, &id, &mut rng, &mut events);
        }
    }
    events
}

fn normal(rng: &mut impl Rng) -> f64 {
    let (a, b): (f64, f64) = (1.0 - rng.random::<f64>(), rng.random());
    (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}

fn live(shape: &Shape, opened: i64, id: &str, rng: &mut impl Rng, events: &mut Vec<Event>) {
    let mut place = 0;
    for at in opened + 1..DAYS {
        let slow = if at >= shape.changed { 0.67 } else { 1.0 };
        let lose = if at >= shape.changed { 0.03 } else { 0.02 };
        let luck: f64 = rng.random();
        if luck < lose {
            return events.push(on(at, id, lost()));
        }
        if luck < lose + 0.05 * slow {
            if place == shape.steps {
                return events.push(on(at, id, won()));
            }
            events.push(on(at, id, act(["Need", "Trial"][place])));
            place += 1;
        }
    }
}

fn amount(deal: &Deal) -> Option<f64> {
    deal.known.amount.map(Money::major)
}

fn judged(shape: &Shape, seeds: u64) -> (Score, Score) {
    let (mut all, mut process) = (Accuracy::default(), crate::tests_support::process());
    process.milestones.truncate(shape.steps);
    for seed in 0..seeds {
        let mut events = company(shape, seed);
        let mut published = on(0, "", Fact::ProcessPublished { process: process.clone() });
        published.deal = None;
        events.push(published);
        let dates = (0..6).map(|i| day(360 + i * 80)).collect();
        let ask = Backtest { dates, horizon: 60, amount: &amount, process: None, seed };
        all.points.extend(replay(&Book::of(Moment::MAX, &events), &ask).points);
    }
    let methods = all.methods();
    (methods.ours.unwrap(), methods.run_rate.unwrap())
}

#[test]
fn ranges_hold_and_the_run_rate_is_not_missed() {
    let (mut held, mut n) = (0.0, 0.0);
    for shape in &SHAPES {
        let (ours, rate) = judged(shape, 8);
        let name = shape.name;
        let coverage = ours.coverage_80.unwrap();
        held += coverage * ours.n as f64;
        n += ours.n as f64;
        // Where customers change overnight, what was learned of the old ones misleads for months,
        // and the run rate is better until then: a limit that `docs/method/forecast.md` owns up to.
        let (bound, least) = if shape.changed < DAYS { (1.4, 0.5) } else { (1.05, 0.65) };
        assert!(ours.wape <= rate.wape * bound, "{name}: {} against {}", ours.wape, rate.wape);
        assert!(coverage >= least, "{name}: {coverage}");
    }
    // 384 periods, of which neighbours share their past: 8 in 10, give or take.
    let held = held / n;
    assert!((0.74..=0.86).contains(&held), "{held} of {n} ranges held");
}
