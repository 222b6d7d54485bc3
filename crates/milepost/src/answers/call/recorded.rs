//! What was recorded of a call or a commitment, for whoever asked for it: a person or a program.

use ledger::objective::with_day;
use ledger::time::Day;
use serde::Serialize;

use super::super::Answer;
use super::super::table::{Cell, Table};

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
                let objective = with_day(objective, self.by);
                let fallback = self
                    .fallback
                    .as_deref()
                    .map_or(String::new(), |fallback| format!("If not: {fallback}\n"));
                format!(
                    "Planned for {on}. Ask for this: {objective}\n{fallback}Log it with: milepost call held {deal}"
                )
            }
            _ if self.recorded.is_empty() => format!("That is recorded for {deal} already."),
            _ => {
                let held = self.held_on.map_or(String::new(), |on| format!(", held on {on}"));
                format!("Recorded for {deal}{held}: {}.", self.recorded.join(", "))
            }
        }
    }

    fn tables(&self) -> Vec<Table> {
        vec![Table {
            title: "Recorded".into(),
            columns: vec!["deal", "call", "recorded"],
            rows: vec![vec![
                Cell::Deal(self.deal.clone()),
                Cell::text(self.call.as_deref()),
                Cell::Text(self.recorded.join(" ")),
            ]],
        }]
    }
}
