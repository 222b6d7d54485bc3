//! What was recorded of a call or a commitment, for whoever asked for it: a person or a program.

use ledger::objective::by_when;
use ledger::time::Day;
use serde::Serialize;

use super::super::Answer;
use super::super::audit::all_called;
use super::super::table::{Cell, Table};
use crate::texts::t;

/// What was recorded.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Recorded {
    /// The deal.
    pub deal: String,
    /// The kinds of the facts, in order.
    pub recorded: Vec<&'static str>,
    /// The call's id, if it is about one.
    pub call: Option<String>,
    /// The milestone that was planned.
    pub milestone: Option<String>,
    /// What the customer should agree to do, if a call was planned.
    pub objective: Option<String>,
    /// By when.
    pub by: Option<Day>,
    /// The day of the planned call.
    pub on: Option<Day>,
    /// What to ask for otherwise.
    pub fallback: Option<String>,
    /// Whether the call that was logged had an objective.
    pub had_objective: Option<bool>,
    /// The day on which the call that was logged was held, if that was not today.
    pub held_on: Option<Day>,
}

impl Answer for Recorded {
    fn sentence(&self) -> String {
        let Recorded { deal, on, .. } = self;
        match (&self.objective, on) {
            (Some(objective), Some(on)) => {
                let said = objective.trim().trim_end_matches('.');
                let said = match self.by.filter(|_| by_when(said).is_none()) {
                    Some(by) => t!("answers-deal-objective-by", objective = said, by = by),
                    None => said.to_owned(),
                };
                let planned = t!("answers-deal-plan-recorded", on = on, objective = said);
                let fallback = self.fallback.as_ref();
                let fallback = fallback.map(|text| t!("answers-deal-if-not", fallback = text));
                let log = t!("answers-deal-log-it", deal = deal);
                let lines = [Some(planned), fallback, Some(log)];
                lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
            }
            _ if self.recorded.is_empty() => t!("answers-deal-already", deal = deal),
            _ => {
                let kinds = all_called(&self.recorded);
                match self.held_on {
                    None => t!("answers-deal-recorded", deal = deal, kinds = kinds),
                    Some(on) => {
                        t!("answers-deal-recorded-held", deal = deal, on = on, kinds = kinds)
                    }
                }
            }
        }
    }

    fn tables(&self) -> Vec<Table> {
        vec![Table {
            title: t!("answers-deal-recorded-title").into(),
            columns: vec!["deal", "call", "recorded"],
            rows: vec![vec![
                Cell::Deal(self.deal.clone()),
                Cell::text(self.call.as_deref()),
                Cell::word(&self.recorded.join(" "), &all_called(&self.recorded)),
            ]],
        }]
    }
}
