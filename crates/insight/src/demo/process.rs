//! The sample company's process as it published it: six acts of the customer.

use ledger::process::{Milestone, Process};

use super::truth::Truth;

struct Text {
    meaning: &'static str,
    evidence: &'static str,
    objective: &'static str,
    fallback: &'static str,
    departments: &'static [&'static str],
    usual_days: f64,
}

/// What to ask for on the last call, once every milestone is reached.
pub(super) const ORDER: (&str, &str) =
    ("Sign the order and return it", "Name the day on which the order will be signed");

/// The process as published.
pub(super) fn process(truth: &Truth) -> Process {
    let milestones = truth.milestones.iter().zip(&TEXTS).map(|(step, text)| Milestone {
        name: step.name.into(),
        meaning: text.meaning.into(),
        evidence: text.evidence.into(),
        objective: text.objective.into(),
        departments: text.departments.iter().map(|d| (*d).to_owned()).collect(),
        usual_days: Some(text.usual_days),
        events: step.twin.into_iter().map(str::to_owned).collect(),
    });
    Process {
        name: "New business".into(),
        version: 1,
        provisional: false,
        milestones: milestones.collect(),
        ..Process::default()
    }
}

/// What to ask for if the customer won't agree to the milestone at `place`.
pub(super) fn fallback(place: usize) -> &'static str {
    TEXTS.get(place).map_or(ORDER.1, |text| text.fallback)
}

const TEXTS: [Text; 6] = [
    Text {
        meaning: "A manager at the customer says that the water loss is theirs to solve and puts \
                  a yearly figure to it.",
        evidence: "A mail from that manager with the figure, or the figure in our notes sent back \
                   confirmed.",
        objective: "Confirm in writing what the water loss costs a year and who answers for it",
        fallback: "Send the last twelve water bills by Friday",
        departments: &["Marketing", "Sales"],
        usual_days: 7.0,
    },
    Text {
        meaning: "The person who can say yes without asking anyone has talked with us about the \
                  figure and what would have to be true to act on it.",
        evidence: "The meeting in both calendars, and their conditions in our notes.",
        objective: "Bring the person who decides to a meeting of thirty minutes, with a date",
        fallback: "Ask the person who decides what they would have to see first",
        departments: &["Sales", "General management"],
        usual_days: 8.0,
    },
    Text {
        meaning: "The customer agrees to a trial on one line: where, from when to when, and which \
                  result counts as passed.",
        evidence: "The trial agreement, countersigned by the customer.",
        objective: "Sign the trial agreement with its place, its dates and its measure of success",
        fallback: "Walk the line with us and mark where the sensors would sit",
        departments: &["Engineering", "Operations"],
        usual_days: 12.0,
    },
    Text {
        meaning: "The customer's own engineers state that the measure of success was met.",
        evidence: "The trial report with the signature of the customer's engineer.",
        objective: "Sign the trial report and present it to the person who decides",
        fallback: "Agree which measurement is missing and repeat it within a week",
        departments: &["Engineering", "Service"],
        usual_days: 7.0,
    },
    Text {
        meaning: "Finance has set the money aside and given the project a number.",
        evidence: "The customer's project number.",
        objective: "Have finance release the budget and give us the project number",
        fallback: "Name the meeting in which the budget is decided, and let us write the page for it",
        departments: &["Finance", "Sales"],
        usual_days: 6.0,
    },
    Text {
        meaning: "Purchasing has agreed price, delivery, liability and terms of payment; only the \
                  signature is missing.",
        evidence: "The final terms, confirmed by purchasing.",
        objective: "Confirm the final terms and name the day of signature",
        fallback: "List every open clause, and who decides each",
        departments: &["Legal", "Operations"],
        usual_days: 4.0,
    },
];
