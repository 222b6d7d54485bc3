//! Companies with sources of known worth, for tests.

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::event::{Event, Fact};
use ledger::process::{Milestone, Process};
use ledger::time::Moment;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::leads::{Groups, Leads};
use crate::tests_support::{day, lost, on, stage, won, worth};

/// What is true of a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Leads a day.
    pub(super) daily: f64,
    /// The share of its leads that become deals.
    pub(super) converts: f64,
    /// Multiplies the chance of each step after that.
    pub(super) quality: f64,
}

pub(super) const STAGES: [&str; 3] = ["Need", "Trial", "Terms"];

/// The share of steps taken rather than lost, for a source of quality 1, and the mean days each takes:
/// from the first touch to the sale it is five months.
const TAKEN: [f64; 5] = [1.0, 0.5, 0.6, 0.6, 0.7];
const TAKES: [f64; 5] = [10.0, 20.0, 40.0, 40.0, 40.0];

impl Source {
    fn taken(&self, step: usize) -> f64 {
        if step == 0 { self.converts } else { (TAKEN[step] * self.quality).min(0.97) }
    }

    /// The share of its leads that are won in the end.
    pub(super) fn truth(&self) -> f64 {
        (0..5).map(|step| self.taken(step)).product()
    }
}

pub(super) fn process() -> Process {
    let milestones = STAGES.map(Milestone::named).to_vec();
    Process { name: "Made".into(), milestones, ..Process::default() }
}

/// A company's facts up to `days`; every sale is worth 1,000.
pub(super) fn company(sources: &[Source], days: i64, seed: u64) -> Vec<Event> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut events = Vec::new();
    let mut lead = 0;
    for first in 0..days {
        for (i, source) in sources.iter().enumerate() {
            let count = (0..20).filter(|_| rng.random::<f64>() < source.daily / 20.0).count();
            for _ in 0..count {
                lead += 1;
                live(
                    &format!("L{lead}"),
                    &format!("S{i}"),
                    source,
                    first,
                    days,
                    &mut rng,
                    &mut events,
                );
            }
        }
    }
    events
}

fn live(
    lead: &str,
    name: &str,
    source: &Source,
    first: i64,
    days: i64,
    rng: &mut Xoshiro256PlusPlus,
    events: &mut Vec<Event>,
) {
    let touch = Fact::TouchRecorded {
        lead: lead.into(),
        source: Some(name.into()),
        medium: None,
        campaign: None,
        page: None,
    };
    let met = |at: i64, deal: Option<&str>| {
        let mut event = on(at, deal.unwrap_or_default(), touch.clone());
        event.deal = deal.map(str::to_owned);
        event
    };
    events.push(met(first, None));
    let mut at = first;
    for (step, takes) in TAKES.iter().enumerate() {
        let wait = -takes * (1.0 - rng.random::<f64>()).ln();
        #[expect(clippy::cast_possible_truncation, reason = "days")]
        let wait = wait.ceil() as i64;
        at += wait;
        let goes_on = rng.random::<f64>() < source.taken(step);
        if at >= days || (step == 0 && !goes_on) {
            return;
        }
        let deal = format!("D{lead}");
        events.push(match (goes_on, step) {
            (false, _) => on(at, &deal, lost()),
            (true, 0) => on(at, &deal, Fact::DealOpened),
            (true, 4) => worth(on(at, &deal, won()), 1_000),
            (true, step) => on(at, &deal, stage(STAGES[step - 1])),
        });
        if step == 0 {
            events.push(met(at, Some(&deal)));
        }
        if !goes_on {
            return;
        }
    }
}

/// The leads of a company as known before a day; sources are named `S0`, `S1`, …
pub(super) fn leads(events: &[Event], sources: usize, before: i64) -> (Book, Leads) {
    let now = day(before);
    let book = Book::of(now, events);
    let leads = read(&book, sources, now);
    (book, leads)
}

pub(super) fn read(book: &Book, sources: usize, now: Moment) -> Leads {
    let group = |name: Option<&str>| -> Option<u32> { name?.strip_prefix('S')?.parse().ok() };
    let of_touch = |touch: &ledger::company::Touch| group(book.text_of(touch.source));
    let of_deal = |deal: &Deal| group(book.text_of(deal.known.source));
    let unknown = u32::try_from(sources).unwrap();
    let groups = Groups { of_touch: &of_touch, of_deal: &of_deal, unknown };
    Leads::read(book, &process(), &groups, now)
}
