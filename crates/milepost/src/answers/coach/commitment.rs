//! Measures of commitment: how many calls have an objective, how often it is gained, and what an advance is
//! worth against a continuation.

use std::collections::BTreeMap;

use insight::stats::quantile::median;
use insight::stats::share::wilson;
use ledger::call::{Call, Held};
use ledger::deal::{Deal, State};
use ledger::event::Outcome;
use ledger::time::Moment;
use serde::Serialize;

use crate::answers::Lens;
use crate::answers::purse::Purse;
use crate::answers::table::{Cell, Table};
use crate::answers::words::percent;
use crate::texts::t;

/// A milestone's rate is drawn towards that of all calls as if so many more had been held.
const DRAWN: f64 = 10.0;

/// What calls and commitments do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Commitments {
    /// Calls held.
    pub calls: usize,
    /// Those that were planned with an objective.
    pub with_objective: usize,
    /// By milestone: how often the objective was gained.
    pub milestones: Vec<Gained>,
    /// By salesperson.
    pub owners: Vec<Gained>,
    /// By the deals' source.
    pub sources: Vec<Gained>,
    /// By the deals' kind.
    pub kinds: Vec<Gained>,
    /// The share of the open value whose customer has a step to keep, in time.
    pub value_committed: Option<f64>,
    /// The share of deals won among closed ones, by how the first call ended: with an advance.
    pub won_after_advance: Option<Gained>,
    /// With a continuation.
    pub won_after_continuation: Option<Gained>,
    /// Half of the sales came within so many days of a first call that was an advance …
    pub days_after_advance: Option<f64>,
    /// … and of one that was a continuation.
    pub days_after_continuation: Option<f64>,
}

/// Closed deals by how their first call ended.
#[derive(Default)]
struct After {
    closed: usize,
    won: usize,
    days: Vec<f64>,
}

impl After {
    fn take(&mut self, deal: &Deal, called: Moment) {
        self.closed += 1;
        if let Some(won) = deal.closed_at.filter(|_| deal.state == State::Won) {
            self.won += 1;
            self.days.push(won.days_since(called).max(0.0));
        }
    }

    fn share(&self, name: &str) -> Option<Gained> {
        let all = self.won as f64 / self.closed.max(1) as f64;
        (self.closed > 0).then(|| Gained::of(name, (self.closed, self.won), all))
    }
}

/// So many of so many.
#[derive(Clone, Debug, Serialize)]
pub struct Gained {
    /// Of what.
    pub name: String,
    /// All.
    pub held: usize,
    /// Those that were gained, or won.
    pub gained: usize,
    /// The share, drawn towards that of all where few are.
    pub rate: f64,
    /// The low end of the 95 % interval.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

impl Gained {
    /// Of what, as people say it.
    #[must_use]
    pub fn called(&self) -> &str {
        match self.name.as_str() {
            "no owner" => t!("answers-coach-no-owner"),
            "no source" => t!("answers-coach-no-source"),
            name => name,
        }
    }

    fn of(name: &str, (held, gained): (usize, usize), all: f64) -> Gained {
        let (low, high) = wilson(gained as f64, held as f64);
        let rate = (gained as f64 + DRAWN * all) / (held as f64 + DRAWN);
        Gained { name: name.to_owned(), held, gained, rate, low, high }
    }
}

/// Measures all deals of the lens.
pub(super) fn measure(lens: &Lens, purse: &Purse) -> Commitments {
    let names: Vec<&str> = lens.process.milestones.iter().map(|m| m.name.as_str()).collect();
    let mut counts = vec![(0, 0); names.len()];
    let (mut owners, mut sources, mut kinds) = (Counts::new(), Counts::new(), Counts::new());
    let mut measured = Commitments::default();
    let (mut advances, mut continuations) = (After::default(), After::default());
    let (mut value, mut committed) = (0.0, 0.0);
    for deal in lens.book.deals() {
        for call in deal.calls.iter().filter(|call| call.held.is_some()) {
            measured.calls += 1;
            measured.with_objective += usize::from(call.plan.is_some());
            if call.plan.is_some() {
                let gained = is_gained(call);
                tally(owners.entry(lens.owner(deal).unwrap_or("no owner")).or_default(), gained);
                let source = lens.book.text_of(deal.known.source).unwrap_or("no source");
                tally(sources.entry(source).or_default(), gained);
                if let Some(kind) = lens.book.text_of(deal.known.kind) {
                    tally(kinds.entry(kind).or_default(), gained);
                }
                wanted(lens, call).iter().for_each(|place| tally(&mut counts[*place], gained));
            }
        }
        if deal.is_open() {
            let amount = purse.amount(deal).unwrap_or(0.0);
            value += amount;
            let live = deal.live_commitment();
            committed +=
                if live.is_some_and(|c| !c.is_overdue(lens.as_of.day)) { amount } else { 0.0 };
        } else if let Some(first) = first_held(deal) {
            match first.outcome {
                Outcome::Advance => advances.take(deal, first.at),
                Outcome::Continuation => continuations.take(deal, first.at),
                Outcome::Order | Outcome::NoSale => {}
            }
        }
    }
    let (held, gained) = owners.values().fold((0, 0), |sum, c| (sum.0 + c.0, sum.1 + c.1));
    let all = if held > 0 { gained as f64 / held as f64 } else { 0.0 };
    let lines = names.iter().zip(&counts).filter(|(_, count)| count.0 > 0);
    measured.milestones = lines.map(|(name, count)| Gained::of(name, *count, all)).collect();
    let lines = |counts: &Counts| -> Vec<Gained> {
        counts.iter().map(|(name, count)| Gained::of(name, *count, all)).collect()
    };
    (measured.owners, measured.sources) = (lines(&owners), lines(&sources));
    measured.kinds = lines(&kinds);
    measured.value_committed = (value > 0.0).then(|| committed / value);
    measured.won_after_advance = advances.share("an advance");
    measured.won_after_continuation = continuations.share("a continuation");
    measured.days_after_advance = median(&mut advances.days);
    measured.days_after_continuation = median(&mut continuations.days);
    measured
}

/// By name: calls planned and held, and those that were gained.
type Counts<'a> = BTreeMap<&'a str, (usize, usize)>;

fn tally(count: &mut (usize, usize), gained: bool) {
    count.0 += 1;
    count.1 += usize::from(gained);
}

/// How the first planned call of a deal ended.
fn first_held(deal: &Deal) -> Option<&Held> {
    deal.calls.iter().filter(|call| call.plan.is_some()).find_map(|call| call.held.as_ref())
}

fn is_gained(call: &Call) -> bool {
    call.held.as_ref().is_some_and(|h| matches!(h.outcome, Outcome::Advance | Outcome::Order))
}

/// The place of the milestone that a call was planned for.
fn wanted(lens: &Lens, call: &Call) -> Option<usize> {
    let milestone = call.plan.as_ref()?.milestone?;
    lens.process.place_of(lens.book.text(milestone))
}

impl Commitments {
    /// All rates, and what each is by, as people say it.
    pub fn lines(&self) -> impl Iterator<Item = (&'static str, &Gained)> {
        let by = [
            (t!("answers-coach-by-milestone"), &self.milestones),
            (t!("answers-coach-by-salesperson"), &self.owners),
            (t!("answers-coach-by-source"), &self.sources),
            (t!("answers-coach-by-kind"), &self.kinds),
        ];
        by.into_iter().flat_map(|(word, all)| all.iter().map(move |one| (word, one)))
    }

    /// What to say of them.
    pub(super) fn sentences(&self) -> Vec<String> {
        if self.calls == 0 {
            return vec![t!("answers-coach-no-calls").into()];
        }
        let with = self.with_objective as f64 / self.calls as f64;
        let mut sentences =
            vec![t!("answers-coach-had-objective", share = percent(with), n = self.calls)];
        if let Some(share) = self.value_committed {
            sentences.push(t!("answers-coach-committed", share = percent(share)));
        }
        if let (Some(advance), Some(other)) =
            (&self.won_after_advance, &self.won_after_continuation)
        {
            let won = t!(
                "answers-coach-first-call",
                advance = percent(advance.rate),
                advance_low = percent(advance.low),
                advance_high = percent(advance.high),
                other = percent(other.rate),
                other_low = percent(other.low),
                other_high = percent(other.high)
            );
            let sooner = match (self.days_after_advance, self.days_after_continuation) {
                (Some(one), Some(two)) => {
                    let [one, two] = [one, two].map(|days| format!("{days:.0}"));
                    t!("answers-coach-sooner", advance = one, other = two)
                }
                _ => String::new(),
            };
            sentences.push(format!("{won} {sooner}").trim_end().to_owned());
        }
        sentences
    }

    pub(super) fn table(&self) -> Table {
        let row = |(by, gained): (&'static str, &Gained)| {
            vec![
                Cell::Text(by.into()),
                Cell::Text(gained.called().to_owned()),
                Cell::Count(gained.held),
                Cell::Count(gained.gained),
                Cell::Share(gained.rate),
                Cell::Share(gained.low),
                Cell::Share(gained.high),
            ]
        };
        Table {
            title: t!("answers-coach-gained").into(),
            columns: vec!["by", "name", "calls", "gained", "rate", "low", "high"],
            rows: self.lines().map(row).collect(),
        }
    }
}
