//! Calls worth going through together, and the objectives of those who gain a milestone.

use std::collections::BTreeMap;

use insight::stats::share::wilson;
use ledger::call::Call;
use ledger::deal::Deal;
use ledger::event::Outcome;
use ledger::time::Day;
use serde::Serialize;

use crate::answers::Lens;
use crate::answers::table::{Cell, Table};

/// Calls and wordings shown, at most.
const MOST: usize = 5;
const BEST: usize = 3;
/// A wording that was tried less often says nothing.
const TRIED: u32 = 5;
/// Calls older than this, in days, nobody remembers.
const RECENT: i64 = 120;

/// A call in which the milestone was not gained.
#[derive(Clone, Debug, Serialize)]
pub struct CallLine {
    /// The deal.
    pub deal: String,
    /// When it was held.
    pub day: Day,
    /// What the customer was asked to agree to; absent where nothing was planned.
    pub objective: Option<String>,
    /// How it ended.
    pub outcome: &'static str,
    /// What was said.
    pub note: Option<String>,
}

/// An objective, and how often customers agreed to it.
#[derive(Clone, Debug, Serialize)]
pub struct Wording {
    /// The words.
    pub objective: String,
    /// Calls held with it.
    pub held: u32,
    /// Calls in which it was gained.
    pub gained: u32,
    /// Who used it most.
    pub owner: Option<String>,
}

/// Recent calls for a step in which nothing was gained, the latest first.
pub(super) fn to_review(lens: &Lens, deals: &[&Deal], place: usize) -> Vec<CallLine> {
    let since = lens.as_of.moment.plus_days(-RECENT);
    let mut lines = Vec::new();
    for deal in deals {
        for call in deal.calls.iter().filter(|call| is_for(lens, call, place)) {
            let Some(held) = call.held.as_ref().filter(|held| held.at >= since) else { continue };
            let outcome = match held.outcome {
                Outcome::Continuation => "continuation",
                Outcome::NoSale => "no-sale",
                Outcome::Order | Outcome::Advance => continue,
            };
            let objective =
                call.plan.as_ref().map(|plan| lens.book.text(plan.objective).to_owned());
            lines.push(CallLine {
                deal: lens.book.text(deal.id).to_owned(),
                day: lens.settings.day_of(held.at),
                objective,
                outcome,
                note: lens.book.text_of(held.note).map(str::to_owned),
            });
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.day));
    lines.truncate(MOST);
    lines
}

/// How often an objective was used, and by whom.
#[derive(Default)]
struct Used<'a> {
    held: u32,
    gained: u32,
    by: BTreeMap<Option<&'a str>, u32>,
}

/// Objectives for a step, by how surely customers agree to them.
pub(super) fn wordings(lens: &Lens, place: usize) -> Vec<Wording> {
    let mut counts: BTreeMap<&str, Used> = BTreeMap::new();
    for deal in lens.book.deals() {
        for call in deal.calls.iter().filter(|call| is_for(lens, call, place)) {
            let (Some(plan), Some(held)) = (&call.plan, &call.held) else { continue };
            let used = counts.entry(lens.book.text(plan.objective)).or_default();
            used.held += 1;
            used.gained += u32::from(matches!(held.outcome, Outcome::Advance | Outcome::Order));
            *used.by.entry(lens.owner(deal)).or_default() += 1;
        }
    }
    let mut wordings: Vec<Wording> = counts
        .into_iter()
        .filter(|(_, used)| used.held >= TRIED)
        .map(|(objective, used)| {
            let most = used.by.into_iter().max_by_key(|(_, count)| *count);
            let owner = most.and_then(|(owner, _)| owner).map(str::to_owned);
            let (held, gained) = (used.held, used.gained);
            Wording { objective: objective.to_owned(), held, gained, owner }
        })
        .collect();
    let surely = |w: &Wording| wilson(f64::from(w.gained), f64::from(w.held)).0;
    wordings.sort_by(|a, b| surely(b).total_cmp(&surely(a)));
    wordings.truncate(BEST);
    wordings
}

/// Whether a call was meant to lead to the milestone after a place.
fn is_for(lens: &Lens, call: &Call, place: usize) -> bool {
    let wanted = call.plan.as_ref().and_then(|plan| plan.milestone);
    wanted.is_some_and(|milestone| lens.process.place_of(lens.book.text(milestone)) == Some(place))
}

impl CallLine {
    pub(super) fn table(lines: &[CallLine]) -> Table {
        let row = |line: &CallLine| {
            vec![
                Cell::Deal(line.deal.clone()),
                Cell::Day(line.day),
                Cell::text(line.objective.as_deref()),
                Cell::Text(line.outcome.into()),
                Cell::text(line.note.as_deref()),
            ]
        };
        Table {
            title: "Calls to go through together".into(),
            columns: vec!["deal", "held", "objective", "outcome", "note"],
            rows: lines.iter().map(row).collect(),
        }
    }
}

impl Wording {
    pub(super) fn table(wordings: &[Wording]) -> Table {
        let row = |wording: &Wording| {
            vec![
                Cell::Text(wording.objective.clone()),
                Cell::Text(format!("{} of {}", wording.gained, wording.held)),
                Cell::text(wording.owner.as_deref()),
            ]
        };
        Table {
            title: "Objectives that customers agree to here".into(),
            columns: vec!["objective", "gained", "used_most_by"],
            rows: wordings.iter().map(row).collect(),
        }
    }
}
