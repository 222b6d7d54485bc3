//! The objectives of those who gain a milestone.

use std::collections::BTreeMap;

use insight::stats::share::wilson;
use ledger::event::Outcome;
use serde::Serialize;

use super::calls::is_for;
use crate::answers::Lens;
use crate::answers::table::{Cell, Table};
use crate::texts::t;

/// Wordings shown, at most.
const BEST: usize = 3;
/// A wording that was tried less often says nothing.
const TRIED: u32 = 5;

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

impl Wording {
    pub(super) fn table(wordings: &[Wording]) -> Table {
        let of =
            |n: u32, all: u32| t!("answers-coach-of", n = n.to_string(), all = all.to_string());
        let row = |wording: &Wording| {
            vec![
                Cell::Text(wording.objective.clone()),
                Cell::Text(of(wording.gained, wording.held)),
                Cell::text(wording.owner.as_deref()),
            ]
        };
        Table {
            title: t!("answers-coach-wordings").into(),
            columns: vec!["objective", "gained", "used_most_by"],
            rows: wordings.iter().map(row).collect(),
        }
    }
}
