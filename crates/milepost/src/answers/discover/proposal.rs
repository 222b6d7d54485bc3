//! The process that the record speaks for: names and words are kept where today's process has them.

use insight::discovery::{Discovery, Milestone as Found};
use ledger::process::{Milestone, Process};

use crate::answers::Lens;

/// What it is called where nothing has been published.
const NAME: &str = "Discovered";

/// The process to publish; without milestones where none were found.
pub(super) fn proposal(found: &Discovery, lens: &Lens) -> Process {
    let today = &lens.process;
    let name = if today.provisional || today.name.is_empty() { NAME } else { &today.name };
    Process {
        name: name.to_owned(),
        version: 0,
        provisional: false,
        milestones: found
            .milestones
            .iter()
            .enumerate()
            .map(|(i, milestone)| proposed(milestone, found.milestones.get(i + 1), today))
            .collect(),
        pipelines: today.pipelines.clone(),
        ..Process::default()
    }
}

fn proposed(found: &Found, next: Option<&Found>, today: &Process) -> Milestone {
    let known = found.events.iter().find_map(|event| today.place_of(event));
    let words = known.map(|place| today.milestones[place].clone()).filter(|_| !today.provisional);
    let mut milestone = words.unwrap_or_else(|| Milestone::named(&found.name));
    let events = found.events.iter().filter(|event| **event != milestone.name);
    milestone.events = events.cloned().collect();
    milestone.usual_days = next.and_then(|next| next.days).map(|days| (days * 10.0).round() / 10.0);
    milestone
}
