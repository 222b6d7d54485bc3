//! The stages that the company uses today, held against what was found.

use std::collections::BTreeMap;

use insight::discovery::Discovery;
use ledger::deal::What;
use serde::Serialize;

use super::{reasons, verdict_called};
use crate::answers::Lens;
use crate::answers::table::{Cell, Table};
use crate::texts::t;

/// What is right and wrong with today's process.
#[derive(Clone, Debug, Serialize)]
pub struct Today {
    /// The published process, or "stages of the source system".
    pub name: String,
    /// Its stages.
    pub stages: Vec<Stage>,
    /// Milestones that it lacks.
    pub missing: Vec<String>,
    /// Whether it has more stages than there are milestones.
    pub too_many: bool,
    /// All that in a sentence.
    pub sentence: String,
}

/// A stage of today's process.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// What it is called.
    pub name: String,
    /// Whether it is a milestone.
    pub right: bool,
    /// `right`, or why not: a verdict, or `not recorded`.
    pub verdict: String,
    /// The evidence.
    pub because: String,
}

/// Whether the company uses stages or a process at all.
pub(super) fn has_today(lens: &Lens) -> bool {
    !lens.process.milestones.is_empty() && (!lens.process.provisional || has_stages(lens))
}

fn has_stages(lens: &Lens) -> bool {
    let entries = lens.book.deals().iter().flat_map(|deal| &deal.entries);
    entries.into_iter().any(|entry| entry.what == What::StageSet)
}

/// Today's process against what was found.
pub(super) fn today(found: &Discovery, lens: &Lens) -> Option<Today> {
    if !has_today(lens) {
        return None;
    }
    let fold = |name: &str| name.trim().to_lowercase();
    let mut known: BTreeMap<String, (bool, &'static str, String)> = BTreeMap::new();
    for act in &found.dropped {
        let verdict = (false, reasons::word(act.verdict), reasons::because(act));
        known.insert(fold(&act.event), verdict);
    }
    for milestone in &found.milestones {
        let is = t!("answers-discover-is-milestone", milestone = milestone.name);
        for event in &milestone.events {
            known.insert(fold(event), (true, "right", is.clone()));
        }
    }
    let stages: Vec<Stage> = lens
        .process
        .milestones
        .iter()
        .map(|stage| {
            let says = stage.recognised().filter_map(|name| known.get(&fold(name)));
            let best = says.max_by_key(|(right, ..)| *right).cloned();
            let none = || (false, "not recorded", t!("answers-discover-no-record").into());
            let (right, verdict, because) = best.unwrap_or_else(none);
            Stage { name: stage.name.clone(), right, verdict: verdict.into(), because }
        })
        .collect();
    let has = |milestone: &insight::discovery::Milestone| {
        milestone.events.iter().any(|event| lens.process.place_of(event).is_some())
    };
    let missing: Vec<String> =
        found.milestones.iter().filter(|m| !has(m)).map(|m| m.name.clone()).collect();
    let too_many = stages.len() > found.milestones.len();
    let name = if lens.process.provisional {
        t!("answers-discover-stages-of-source")
    } else {
        &lens.process.name
    };
    let sentence = sentence(&stages, &missing, lens.process.provisional);
    Some(Today { name: name.to_owned(), stages, missing, too_many, sentence })
}

fn sentence(stages: &[Stage], missing: &[String], provisional: bool) -> String {
    let kind = if provisional { "stage" } else { "milestone" };
    let wrong: Vec<&str> = stages.iter().filter(|s| !s.right).map(|s| s.name.as_str()).collect();
    let n = stages.len();
    let mut text = match wrong.len() {
        0 => t!("answers-discover-today-all", kind = kind, n = n),
        all if all == n => t!("answers-discover-today-none", kind = kind, n = n),
        some => t!(
            "answers-discover-today-some",
            right = n - some,
            n = n,
            kind = kind,
            wrong = wrong.join(", ")
        ),
    };
    if !missing.is_empty() {
        text += " ";
        text += &t!("answers-discover-today-missing", names = missing.join(", "));
    }
    text
}

impl Today {
    pub(super) fn table(&self) -> Table {
        let row = |stage: &Stage| {
            let text = |text: &String| Cell::Text(text.clone());
            let verdict = Cell::word(&stage.verdict, verdict_called(&stage.verdict));
            vec![text(&stage.name), verdict, text(&stage.because)]
        };
        Table {
            title: t!("answers-discover-stages").into(),
            columns: vec!["stage", "verdict", "because"],
            rows: self.stages.iter().map(row).collect(),
        }
    }
}
