//! The process: the versioned, ordered map of milestones from first call to completed sale.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A process as published. Milestones are in the order in which the customer usually takes them.
#[derive(
    Clone, Debug, Default, PartialEq, Serialize, Deserialize, minicbor::Encode, minicbor::Decode,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// What people call it: "New business".
    #[n(0)]
    pub name: String,
    /// 1 for the first published version; 0 while it is provisional.
    #[n(1)]
    #[serde(default)]
    #[cbor(default)]
    pub version: u32,
    /// Read off the data because nobody has published one yet.
    #[n(2)]
    #[serde(default)]
    #[cbor(default)]
    pub provisional: bool,
    /// From first call to completed sale; the sale itself is not among them.
    #[n(3)]
    #[cbor(default)]
    #[serde(default, rename = "milestone", alias = "milestones")]
    pub milestones: Vec<Milestone>,
    /// The pipelines or record types of the source system whose deals follow it; that of its own name is among them.
    #[n(4)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub pipelines: Vec<String>,
    /// Where several processes are read together: which of the milestones belong to which of them. Not stored.
    #[serde(skip)]
    #[cbor(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub parts: Vec<Part>,
}

/// One of several processes that are read together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The pipelines whose deals follow it, in small letters; none for the one that all other deals follow.
    pub pipelines: Vec<String>,
    /// Its milestones among all.
    pub own: Range<usize>,
}

/// An act of the *customer* that always appears on the way to a sale.
#[derive(
    Clone, Debug, Default, PartialEq, Serialize, Deserialize, minicbor::Encode, minicbor::Decode,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its name: "Decision-maker met".
    #[n(0)]
    pub name: String,
    /// What it means, in plain words.
    #[n(1)]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cbor(default)]
    pub meaning: String,
    /// The evidence that proves it.
    #[n(2)]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cbor(default)]
    pub evidence: String,
    /// The commitment objective that leads to it: what to ask the customer for.
    #[n(3)]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cbor(default)]
    pub objective: String,
    /// Which departments it concerns.
    #[n(4)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cbor(default)]
    pub departments: Vec<String>,
    /// How many days a deal normally spends from here to the next one.
    #[n(5)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_days: Option<f64>,
    /// The raw names it is recognised by, besides its own.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cbor(default)]
    pub events: Vec<String>,
}

/// Why a process cannot be published, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It has no name.
    #[error("the process has no name; give it one with name = \"New business\"")]
    NoName,
    /// It has no milestones.
    #[error("the process has no milestones; add a [[milestone]] with a name for each")]
    NoMilestones,
    /// A milestone has no name.
    #[error("milestone {0} has no name; give it one with name = \"…\"")]
    Unnamed(usize),
    /// Two milestones are recognised by one name.
    #[error("'{0}' stands for two milestones; let each name or event belong to one milestone only")]
    Twice(String),
}

impl Process {
    /// Whether it can be read without doubt: named, with milestones, each name recognised once.
    ///
    /// # Errors
    /// The first reason why it cannot.
    pub fn validate(&self) -> Result<(), Unusable> {
        if self.name.trim().is_empty() {
            return Err(Unusable::NoName);
        }
        if self.milestones.is_empty() {
            return Err(Unusable::NoMilestones);
        }
        let mut seen = std::collections::BTreeSet::new();
        for (i, milestone) in self.milestones.iter().enumerate() {
            if milestone.name.trim().is_empty() {
                return Err(Unusable::Unnamed(i + 1));
            }
            let own: std::collections::BTreeSet<_> =
                milestone.recognised().map(fold_case).collect();
            if let Some(twice) = own.into_iter().find(|name| !seen.insert(name.clone())) {
                return Err(Unusable::Twice(twice));
            }
        }
        Ok(())
    }

    /// The place of the milestone that a raw name stands for, in any case of letters.
    #[must_use]
    pub fn place_of(&self, raw: &str) -> Option<usize> {
        self.place_within(raw, &(0..self.milestones.len()))
    }

    /// The same among some of its milestones.
    #[must_use]
    pub fn place_within(&self, raw: &str, own: &Range<usize>) -> Option<usize> {
        let raw = fold_case(raw);
        let is = |m: &Milestone| m.recognised().any(|name| fold_case(name) == raw);
        self.milestones[own.clone()].iter().position(is).map(|place| place + own.start)
    }

    /// Whether deals of a pipeline follow it by what it says of itself.
    #[must_use]
    pub fn is_of(&self, pipeline: &str) -> bool {
        let pipeline = fold_case(pipeline);
        let names = std::iter::once(&self.name).chain(&self.pipelines);
        names.into_iter().any(|name| fold_case(name) == pipeline)
    }

    /// Several processes as one, the first for all deals that follow no other: each deal is read by its own part. A
    /// milestone whose name another one bears already is called by its process too.
    #[must_use]
    pub fn together(all: &[&Process]) -> Process {
        let mut whole = Process { name: "All processes".into(), ..Process::default() };
        for (i, process) in all.iter().enumerate() {
            let start = whole.milestones.len();
            for milestone in &process.milestones {
                let mut milestone = milestone.clone();
                if whole.milestones.iter().any(|m| fold_case(&m.name) == fold_case(&milestone.name))
                {
                    milestone.events.push(milestone.name.clone());
                    milestone.name = format!("{}: {}", process.name, milestone.name);
                }
                whole.milestones.push(milestone);
            }
            let names = std::iter::once(&process.name).chain(&process.pipelines);
            let pipelines = if i == 0 { Vec::new() } else { names.map(|n| fold_case(n)).collect() };
            whole.parts.push(Part { pipelines, own: start..whole.milestones.len() });
        }
        whole
    }
}

impl Milestone {
    /// A milestone known only by its name.
    #[must_use]
    pub fn named(name: &str) -> Milestone {
        Milestone { name: name.to_owned(), ..Milestone::default() }
    }

    /// Its own name and the raw names it is recognised by.
    pub fn recognised(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.events.iter().map(String::as_str))
    }

    /// What to ask the customer for; where nobody wrote it down, agreement to the milestone itself.
    #[must_use]
    pub fn ask(&self) -> String {
        if self.objective.is_empty() {
            return format!("Agree on {} and a date for it", self.name);
        }
        self.objective.clone()
    }
}

pub(crate) fn fold_case(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Milestone, Process, Unusable};

    fn process(milestones: Vec<Milestone>) -> Process {
        Process { name: "New business".into(), milestones, ..Process::default() }
    }

    #[test]
    fn a_process_without_doubt_is_valid() {
        let two = process(vec![Milestone::named("Need agreed"), Milestone::named("Trial held")]);
        assert_eq!(two.validate(), Ok(()));
        assert_eq!(two.place_of(" trial HELD "), Some(1));
        assert_eq!(two.place_of("Signed"), None);
    }

    #[test]
    fn a_name_may_stand_for_one_milestone_only() {
        let mut trial = Milestone::named("Trial held");
        trial.events = vec!["need agreed".into(), "Trial held".into()];
        let doubtful = process(vec![Milestone::named("Need agreed"), trial]);
        assert_eq!(doubtful.validate(), Err(Unusable::Twice("need agreed".into())));
        assert_eq!(process(vec![]).validate(), Err(Unusable::NoMilestones));
        let unnamed = process(vec![Milestone::named(" ")]);
        assert_eq!(unnamed.validate(), Err(Unusable::Unnamed(1)));
    }
}
