//! Whether a commitment objective names an act of the *customer*: what they agree to do next. What only
//! we want to learn or do ("learn about their budget", "present the product") is none, and neither is
//! what the customer should feel. Rules over words, English and German; no dictionary of sentences.
//!
//! An objective is read clause by clause. One clause in which the customer acts is enough. Not here:
//! whether the act is a good one, which is a matter of the process.

mod clause;
mod words;

use crate::process::Milestone;
use crate::time::Day;

/// What an objective turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It names what the customer does.
    Act {
        /// Whether it says by when.
        dated: bool,
    },
    /// It does not.
    NoAct(Lack),
}

/// Why an objective names no act of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It says nothing.
    Empty,
    /// It is what we want to learn.
    Learning,
    /// It is what we do.
    Ours,
    /// It is what the customer should feel or know.
    Feeling,
    /// Nobody is said to do anything.
    Vague,
}

/// Reads an objective.
#[must_use]
pub fn read(objective: &str) -> Reading {
    if !objective.chars().any(char::is_alphanumeric) {
        return Reading::NoAct(Lack::Empty);
    }
    match clause::judge(objective) {
        Ok(()) => Reading::Act { dated: words::is_dated(objective) },
        Err(lack) => Reading::NoAct(lack),
    }
}

/// Whether an objective names an act of the customer.
#[must_use]
pub fn names_an_act(objective: &str) -> bool {
    matches!(read(objective), Reading::Act { .. })
}

impl Lack {
    /// What is missing, in a gentle sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Lack::Empty => "a call needs an objective: what should the customer agree to do?",
            Lack::Learning => {
                "that is what you want to learn; what should the customer agree to do next?"
            }
            Lack::Ours => "that is what you do; what should the customer agree to do next?",
            Lack::Feeling => {
                "that is how the customer should see it; what should they agree to do next?"
            }
            Lack::Vague => "that does not say who does what; what should the customer agree to do?",
        }
    }
}

/// What the customer could be asked for: the milestone's own objective, if it names an act, else the
/// milestone itself; the order, where no milestone is left.
#[must_use]
pub fn example(milestone: Option<&Milestone>) -> String {
    match milestone {
        None => "Sign the order and name the day on which we begin".into(),
        Some(milestone) if names_an_act(&milestone.objective) => milestone.objective.clone(),
        Some(milestone) => format!("Agree to {} and name the day", milestone.name),
    }
}

/// The day that an objective ends with: "…, by 2026-12-09".
#[must_use]
pub fn by_when(objective: &str) -> Option<Day> {
    let mut words = objective.split_whitespace().rev();
    let last = words.next()?.trim_end_matches('.');
    let day = last.parse().ok()?;
    matches!(words.next()?, "by" | "bis").then_some(day)
}

/// An objective with the day by which the customer does it. One that says when already keeps that.
#[must_use]
pub fn with_day(objective: &str, by: Option<Day>) -> String {
    let objective = objective.trim().trim_end_matches('.');
    match by {
        Some(day) if by_when(objective).is_none() => format!("{objective}, by {day}"),
        _ => objective.to_owned(),
    }
}

/// An objective without the day that it ends with.
#[must_use]
pub fn without_day(objective: &str) -> &str {
    if by_when(objective).is_none() {
        return objective;
    }
    let mut rest = objective.trim_end();
    for _ in 0..2 {
        rest = rest.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest).trim_end();
    }
    rest.trim_end_matches(',')
}

#[cfg(test)]
mod tests;
