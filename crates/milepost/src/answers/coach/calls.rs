//! Calls worth going through together.

use ledger::call::Call;
use ledger::deal::Deal;
use ledger::event::Outcome;
use ledger::time::Day;
use serde::Serialize;

use crate::answers::Lens;
use crate::answers::table::{Cell, Table};
use crate::texts::t;

/// Calls shown, at most.
const MOST: usize = 5;
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

/// Whether a call was meant to lead to the milestone after a place.
pub(super) fn is_for(lens: &Lens, call: &Call, place: usize) -> bool {
    let wanted = call.plan.as_ref().and_then(|plan| plan.milestone);
    wanted.is_some_and(|milestone| lens.process.place_of(lens.book.text(milestone)) == Some(place))
}

impl CallLine {
    /// How it ended, as people say it.
    #[must_use]
    pub fn called(&self) -> &'static str {
        match self.outcome {
            "continuation" => t!("answers-coach-continuation"),
            _ => t!("answers-coach-no-sale"),
        }
    }

    pub(super) fn table(lines: &[CallLine]) -> Table {
        let row = |line: &CallLine| {
            vec![
                Cell::Deal(line.deal.clone()),
                Cell::Day(line.day),
                Cell::text(line.objective.as_deref()),
                Cell::Text(line.called().into()),
                Cell::text(line.note.as_deref()),
            ]
        };
        Table {
            title: t!("answers-coach-calls").into(),
            columns: vec!["deal", "held", "objective", "outcome", "note"],
            rows: lines.iter().map(row).collect(),
        }
    }
}
