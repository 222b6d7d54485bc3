//! Manufactured companies whose true milestones are known: what discovery finds is held against them.
//!
//! Every world is drawn anew from its seed: 3 to 6 milestones, each with its own pace and its own risk of
//! losing the deal; acts that always come with a milestone (twins); acts of ours that come at any time;
//! follow-ups that come soon after a milestone and change nothing; acts that some customers do; acts that
//! only deals collect that live long; acts that follow the sale. Deals differ in quality and may stall
//! unseen, steps are missed in the record now and then, and some deals are still open when we look.
//!
//! In a world where nothing matters the same acts come, and the stages are walked through in order, but
//! the odds of a sale are the same everywhere.

use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::time::{DAY_MS, Moment};

use crate::demo::dice::Dice;
use crate::discovery::Discovery;

/// A company and what is true of it.
pub struct World {
    /// The facts, in no order.
    pub events: Vec<Event>,
    /// The moment at which we look.
    pub until: Moment,
    /// For each milestone, in order, the raw names that stand for it.
    pub milestones: Vec<Vec<String>>,
}

/// What sort of company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The milestones are the way to the sale.
    Milestones,
    /// The same acts come, and the odds are the same everywhere.
    Nothing,
    /// Stages follow one another by rule, and the odds are the same at each.
    Stages,
}

struct Step {
    name: String,
    twin: Option<String>,
    /// The daily hazard of the step, of the deal's loss, and the days until the step is likeliest.
    pace: f64,
    loss: f64,
    peak: f64,
}

struct Act {
    name: String,
    /// How often a day, after which milestone, from which age.
    daily: f64,
    after: usize,
    age: f64,
    /// At most once, and only by this share of customers.
    once: Option<f64>,
    /// Soon after this milestone.
    follows: Option<usize>,
}

struct Maker {
    dice: Dice,
    kind: Kind,
    steps: Vec<Step>,
    acts: Vec<Act>,
    missed: f64,
    spread: f64,
    stalls: f64,
    /// The record knows days only.
    dates: bool,
    /// How many days late a twin may be written down.
    lag: f64,
    /// How often a customer takes the step after the next one first.
    swaps: f64,
    /// The record says nothing of the opening: a deal begins with its first act.
    unopened: bool,
    events: Vec<Event>,
}

/// Daily hazards of a deal.
struct Risks {
    next: f64,
    sale: f64,
    loss: f64,
}

/// The start of all worlds.
const START: i64 = 19_000;

impl World {
    /// The company of a seed, with about so many sales.
    #[must_use]
    pub fn new(kind: Kind, seed: u64, sales: usize) -> World {
        let mut maker = Maker::new(kind, seed);
        let (mut won, mut deal) = (0, 0);
        let mut opened = 0.0;
        // New deals come evenly; how fast is a matter of taste, for only the last ones stay open.
        let gap = 2.0 * 365.0 / (sales as f64 * 3.0);
        while won < sales {
            opened += gap * 2.0 * maker.dice.unit();
            won += usize::from(maker.live(deal, opened));
            deal += 1;
        }
        let until = Moment(START * DAY_MS + ms(opened));
        maker.events.retain(|event| event.known_at <= until);
        let names = |step: &Step| {
            let mut names = vec![step.name.clone()];
            names.extend(step.twin.clone());
            names
        };
        let milestones = match kind {
            Kind::Milestones => maker.steps.iter().map(names).collect(),
            Kind::Nothing | Kind::Stages => Vec::new(),
        };
        World { events: maker.events, until, milestones }
    }
}

impl World {
    /// Whether discovery found the milestones, all of them and nothing else, in their order; for each
    /// only names that stand for it.
    #[must_use]
    pub fn is_found(&self, discovery: &Discovery) -> bool {
        let found = &discovery.milestones;
        found.len() == self.milestones.len()
            && found.iter().zip(&self.milestones).all(|(found, truth)| {
                truth.contains(&found.name)
                    && found.events.iter().all(|event| truth.contains(event))
            })
    }
}

impl Maker {
    fn new(kind: Kind, seed: u64) -> Maker {
        let mut dice = Dice::new(seed, 900);
        let count = usize::try_from(dice.between(3, 6)).unwrap_or(3);
        let step = |i: usize, dice: &mut Dice| Step {
            name: format!("Milestone {}", i + 1),
            twin: dice.chance(0.35).then(|| format!("Twin of {}", i + 1)),
            pace: 0.04 + 0.12 * dice.unit(),
            loss: (0.012 + 0.03 * dice.unit()) * 0.75_f64.powf(i as f64),
            peak: 2.0 + 8.0 * dice.unit(),
        };
        let steps: Vec<Step> = (0..count).map(|i| step(i, &mut dice)).collect();
        let mut acts = Vec::new();
        let act =
            |name: String| Act { name, daily: 0.0, after: 0, age: 0.0, once: None, follows: None };
        for i in 0..dice.between(2, 4) {
            acts.push(Act { daily: 0.02 + 0.12 * dice.unit(), ..act(format!("Seller act {i}")) });
        }
        for i in 0..dice.between(1, 2) {
            let after = usize::try_from(dice.between(1, 2)).unwrap_or(1);
            acts.push(Act { follows: Some(after), ..act(format!("Follow-up {i}")) });
        }
        for i in 0..dice.between(1, 3) {
            let after = usize::try_from(dice.between(0, 2)).unwrap_or(0);
            let once = Some(0.3 + 0.4 * dice.unit());
            acts.push(Act { daily: 0.05, after, once, ..act(format!("Optional act {i}")) });
        }
        for i in 0..dice.between(1, 2) {
            acts.push(Act { daily: 0.05, age: 60.0, ..act(format!("Late act {i}")) });
        }
        let after = usize::try_from(dice.between(1, 2)).unwrap_or(1);
        acts.push(Act { daily: 0.3, after, ..act("Paperwork".into()) });
        let (missed, spread) = (0.06 * dice.unit(), 0.6 * dice.unit());
        let stalls = if dice.chance(0.5) { 0.008 } else { 0.0 };
        let dates = dice.chance(0.3);
        let lag = if dice.chance(0.3) { 1.5 } else { 0.0004 };
        let swaps = if dice.chance(0.3) { 0.1 } else { 0.0 };
        let unopened = dice.chance(0.3);
        let events = Vec::new();
        Maker {
            dice,
            kind,
            steps,
            acts,
            missed,
            spread,
            stalls,
            dates,
            lag,
            swaps,
            unopened,
            events,
        }
    }

    /// One deal, day by day; says whether it was won.
    fn live(&mut self, deal: usize, opened: f64) -> bool {
        let id = format!("D{deal}");
        let quality = (self.spread * self.dice.normal()).exp();
        if !self.unopened {
            self.write(&id, opened, Fact::DealOpened);
        }
        let swapped = self.dice.chance(self.swaps);
        let shares: Vec<Option<f64>> = self.acts.iter().map(|act| act.once).collect();
        let takes = shares.iter().map(|once| once.is_none_or(|share| self.dice.chance(share)));
        let takes: Vec<bool> = takes.collect();
        let mut done = vec![false; self.acts.len()];
        let (mut reached, mut since, mut stalled) = (0, 0.0, false);
        let mut age = self.dice.unit();
        let (steps, matters) = (self.steps.len(), self.kind == Kind::Milestones);
        loop {
            if !stalled {
                self.act(&id, (opened, age, age - since), reached, &takes, &mut done);
            }
            let risks = self.hazards(reached, age - since, quality, stalled);
            let at = opened + age + 0.9 * self.dice.unit();
            if self.happens(risks.sale) {
                return self.end(&id, at, true);
            }
            if self.happens(risks.loss) {
                return self.end(&id, at, false);
            }
            if matters && self.dice.chance(if stalled { 0.02 } else { self.stalls }) {
                stalled = !stalled;
            }
            if (reached < steps || matters) && self.happens(risks.next) {
                if reached == steps {
                    return self.end(&id, at, true);
                }
                let place = match reached {
                    1 if swapped && steps > 3 => 2,
                    2 if swapped && steps > 3 => 1,
                    place => place,
                };
                self.step(&id, place, at);
                (reached, since) = (reached + 1, age + 1.0);
            }
            age += 1.0;
        }
    }

    /// Whether something of this daily hazard happens today.
    fn happens(&mut self, hazard: f64) -> bool {
        self.dice.chance(1.0 - (-hazard).exp())
    }

    /// Where nothing matters, the sale comes from anywhere, or from the last stage by rule.
    fn hazards(&self, reached: usize, here: f64, quality: f64, stalled: bool) -> Risks {
        let step = &self.steps[reached.min(self.steps.len() - 1)];
        let ripe = here / step.peak;
        let pace = step.pace * (ripe * (1.0 - ripe).exp() + 0.3) * quality;
        let last = if reached == self.steps.len() { 1.0 } else { 0.0 };
        match self.kind {
            Kind::Milestones if stalled => Risks { next: 0.0, sale: 0.0, loss: 0.03 },
            Kind::Milestones => Risks { next: pace, sale: 0.0, loss: step.loss / quality },
            Kind::Nothing => Risks { next: pace, sale: 0.01, loss: 0.025 },
            Kind::Stages => Risks { next: pace, sale: 0.02 * last, loss: 0.05 * last },
        }
    }

    fn step(&mut self, id: &str, place: usize, at: f64) {
        let milestone = self.steps[place].name.clone();
        if !self.dice.chance(self.missed) {
            let fact = if self.kind == Kind::Stages {
                Fact::MilestoneReached { milestone, stage: true, evidence: None }
            } else {
                Fact::ActivityLogged { name: milestone, kind: None }
            };
            self.write(id, at, fact);
            if let Some(name) = self.steps[place].twin.clone() {
                let later = at + self.lag * self.dice.unit();
                self.write(id, later, Fact::ActivityLogged { name, kind: None });
            }
        }
    }

    fn act(
        &mut self,
        id: &str,
        (opened, age, here): (f64, f64, f64),
        reached: usize,
        takes: &[bool],
        done: &mut [bool],
    ) {
        for i in 0..self.acts.len() {
            let act = &self.acts[i];
            let once = act.once.is_some() || act.follows.is_some();
            let ready = match act.follows {
                Some(after) => reached == after && here <= 6.0,
                None => reached >= act.after && age >= act.age,
            };
            let daily = if act.follows.is_some() { 0.5 } else { act.daily };
            if !takes[i] || !ready || (once && done[i]) || !self.dice.chance(daily) {
                continue;
            }
            done[i] = true;
            let at = opened + age + 0.9 * self.dice.unit();
            let name = self.acts[i].name.clone();
            self.write(id, at, Fact::ActivityLogged { name, kind: None });
        }
    }

    fn end(&mut self, id: &str, at: f64, won: bool) -> bool {
        let at = at + 0.95;
        let fact = if won {
            Fact::DealWon { event: None }
        } else {
            Fact::DealLost { event: None, reason: None }
        };
        self.write(id, at, fact);
        if won {
            let name = "Invoice sent".into();
            self.write(id, at + 1.0, Fact::ActivityLogged { name, kind: None });
        }
        won
    }

    fn write(&mut self, deal: &str, at: f64, fact: Fact) {
        let at = if self.dates { at.floor() } else { at };
        let at = Moment(START * DAY_MS + ms(at));
        self.events.push(Event {
            id: EventId::v7(at, self.dice.bits()),
            deal: Some(deal.to_owned()),
            happened_at: at,
            known_at: at,
            recorded_at: at,
            order: 0,
            actor: None,
            system: "world".into(),
            external_id: None,
            fact,
            values: Values::default(),
        });
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few thousand days")]
fn ms(days: f64) -> i64 {
    (days * DAY_MS as f64).round() as i64
}
