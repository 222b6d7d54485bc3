//! Manufactured companies of many shapes, and the best forecast that anybody could have made of them: what
//! our forecasts are held against.
//!
//! Every day an open deal moves on, is lost or stays, by chances that are the same for all deals of a
//! company. Whoever knew these chances, and how many deals are opened a day, could say what a period will
//! bring on average ([`Firm::truth`]); how far that is off is luck, which no forecast can undercut. Nobody is
//! told them, though: whoever knows what sort of company it is still has to learn its numbers from its record
//! ([`Firm::learned`]); how much further that is off is the price of not being told.

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::process::{Milestone, Process};
use ledger::time::{DAY_MS, Moment};

use crate::accuracy::{Accuracy, Backtest, replay};
use crate::demo::dice::Dice;

mod learn;
mod numbers;

use numbers::Numbers;

/// The first day of every company.
const START: i64 = 19_000;

/// The logarithm of the median amount, where amounts differ.
const AMOUNT: f64 = 8.0;

/// Prices of a company that sells from a list, and how often each is sold.
const LIST: [(f64, f64); 5] =
    [(490.0, 0.3), (1_090.0, 0.3), (3_290.0, 0.2), (5_390.0, 0.15), (26_700.0, 0.05)];

/// What a company is like.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What to call it.
    pub name: &'static str,
    /// Days of its record.
    pub days: i64,
    /// Deals opened a day at the beginning.
    pub pace: f64,
    /// Growth a year: 1 doubles.
    pub growth: f64,
    /// How far openings rise and fall over the year.
    pub season: f64,
    /// How far the chance of a step rises and falls over the quarter.
    pub quarter: f64,
    /// The standard deviation of the logarithm of an amount; `None` where all is sold from a list.
    pub lumps: Option<f64>,
    /// Milestones before the sale.
    pub steps: usize,
    /// From this day on customers take half as long again, and more are lost.
    pub changed: i64,
    /// From this day on for two months hardly anything is opened.
    pub shock: i64,
}

const NEVER: i64 = i64::MAX / 2;

const PLAIN: Shape = Shape {
    name: "plain",
    days: 900,
    pace: 1.5,
    growth: 0.0,
    season: 0.0,
    quarter: 0.0,
    lumps: Some(0.6),
    steps: 2,
    changed: NEVER,
    shock: NEVER,
};

/// Companies of many sizes and shapes.
pub const SHAPES: [Shape; 11] = [
    PLAIN,
    Shape { name: "small", pace: 0.35, ..PLAIN },
    Shape { name: "large", pace: 6.0, ..PLAIN },
    Shape { name: "young", pace: 2.0, days: 430, ..PLAIN },
    Shape { name: "growing", growth: 1.0, ..PLAIN },
    Shape { name: "seasonal", season: 0.4, pace: 2.5, ..PLAIN },
    Shape { name: "quarterly", quarter: 0.7, pace: 2.5, ..PLAIN },
    Shape { name: "lumpy", lumps: Some(1.4), ..PLAIN },
    Shape { name: "one step, growing", steps: 0, growth: 0.6, ..PLAIN },
    Shape { name: "one step, list prices", steps: 0, lumps: None, pace: 8.0, ..PLAIN },
    Shape { name: "changed, with a shock", changed: 450, shock: 600, ..PLAIN },
];

/// A company.
pub struct Firm {
    shape: Shape,
    /// All that happened, in no order; its process too.
    pub events: Vec<Event>,
    /// For each deal: the day it was opened, what it is worth, the days of its steps, and the day it ended.
    lives: Vec<Life>,
}

struct Life {
    opened: i64,
    amount: f64,
    steps: Vec<i64>,
    ended: Option<(i64, bool)>,
}

impl Firm {
    /// The company of a shape and a seed.
    #[must_use]
    pub fn new(shape: Shape, seed: u64) -> Firm {
        let mut dice = Dice::new(seed, 901);
        let mut firm = Firm { shape, events: vec![published(&shape)], lives: Vec::new() };
        let numbers = shape.numbers();
        for day in 0..shape.days {
            for _ in 0..dice.poisson(numbers.pace(&shape, day)) {
                let amount = shape.amount(&mut dice);
                firm.live(&numbers, day, amount, &mut dice);
            }
        }
        firm
    }

    /// A day of the record.
    #[must_use]
    pub fn day(day: i64) -> Moment {
        Moment((START + day) * DAY_MS)
    }

    fn live(&mut self, numbers: &Numbers, opened: i64, amount: f64, dice: &mut Dice) {
        let id = format!("D{}", self.lives.len());
        #[expect(clippy::cast_possible_truncation, reason = "amounts of a few millions")]
        let minor = (amount * 100.0).round() as i64;
        let mut open = on(opened, Some(&id), Fact::DealOpened);
        open.values.amount = Some(Money { minor, currency: Currency::EUR });
        self.events.push(open);
        let mut life = Life { opened, amount, steps: Vec::new(), ended: None };
        for day in opened + 1..self.shape.days {
            let (step, loss) = numbers.chances(&self.shape, day);
            let luck = dice.unit();
            let fact = if luck < loss {
                life.ended = Some((day, false));
                Fact::DealLost { event: None, reason: None }
            } else if luck >= loss + step {
                continue;
            } else if life.steps.len() == self.shape.steps {
                life.ended = Some((day, true));
                Fact::DealWon { event: None }
            } else {
                life.steps.push(day);
                Fact::ActivityLogged { name: NAMES[life.steps.len() - 1].into(), kind: None }
            };
            self.events.push(on(day, Some(&id), fact));
            if life.ended.is_some() {
                break;
            }
        }
        self.lives.push(life);
    }

    /// What the days from one on, and before another, bring on average, for somebody who knows what
    /// happened before the first of them and every chance.
    #[must_use]
    pub fn truth(&self, from: i64, to: i64) -> f64 {
        self.shape.numbers().bring(self, from, to)
    }

    /// The same for somebody who knows what happened before the first of them and what sort of company it is,
    /// but has to learn its numbers from that.
    #[must_use]
    pub fn learned(&self, from: i64, to: i64) -> f64 {
        self.learn(from).bring(self, from, to)
    }
}

/// How good forecasts of manufactured companies are, and what they are held against: how far others are off,
/// over what came.
pub struct Judged {
    /// Our forecasts.
    pub all: Accuracy,
    /// Of whoever knows every chance: nobody can do better but by luck.
    pub truth: f64,
    /// Of whoever knows the sort of company and learns its numbers from its record.
    pub learned: f64,
}

/// Judges forecasts of so many companies of a shape for so many days.
#[must_use]
pub fn judge(shape: Shape, companies: u64, horizon: i64) -> Judged {
    let amount = |deal: &Deal| deal.known.amount.map(Money::major);
    let mut judged = Judged { all: Accuracy::default(), truth: 0.0, learned: 0.0 };
    let mut came = 0.0;
    for seed in 0..companies {
        let firm = Firm::new(shape, seed);
        let book = Book::of(Moment::MAX, &firm.events);
        let days = shape.dates(horizon);
        let dates = days.iter().map(|day| Firm::day(*day)).collect();
        let ask = Backtest { dates, horizon, amount: &amount, process: None, seed };
        for point in replay(&book, &ask).points {
            let day = (point.as_of.0 - Firm::day(0).0) / DAY_MS;
            judged.truth += (firm.truth(day, day + horizon) - point.actual).abs();
            judged.learned += (firm.learned(day, day + horizon) - point.actual).abs();
            came += point.actual;
            judged.all.points.push(point);
        }
    }
    judged.truth /= came;
    judged.learned /= came;
    judged
}

const NAMES: [&str; 2] = ["Need", "Trial"];

impl Shape {
    /// Days on which a forecast for so many days can be held against what came, the first one first.
    #[must_use]
    pub fn dates(&self, horizon: i64) -> Vec<i64> {
        let mut days: Vec<i64> = (0..6).map(|i| self.days - horizon - 80 * i).collect();
        days.retain(|day| *day >= 120);
        days.reverse();
        days
    }

    /// Whether customers change overnight.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.changed < self.days
    }

    fn amount(&self, dice: &mut Dice) -> f64 {
        let Some(lumps) = self.lumps else {
            return LIST[dice.weighted(&LIST.map(|(_, share)| share))].0;
        };
        (AMOUNT + lumps * dice.normal()).exp().round()
    }
}

fn published(shape: &Shape) -> Event {
    let milestones = NAMES[..shape.steps].iter().map(|name| Milestone::named(name)).collect();
    let process = Process { name: "Sale".into(), milestones, ..Process::default() };
    on(0, None, Fact::ProcessPublished { process })
}

fn on(day: i64, deal: Option<&str>, fact: Fact) -> Event {
    let at = Firm::day(day);
    Event {
        id: EventId::v7(at, 0),
        deal: deal.map(str::to_owned),
        happened_at: at,
        known_at: at,
        recorded_at: at,
        order: 0,
        actor: None,
        system: "made".into(),
        external_id: None,
        fact,
        values: Values::default(),
    }
}

#[cfg(test)]
mod tests;
