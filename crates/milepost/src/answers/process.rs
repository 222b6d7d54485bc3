//! The process: its milestones as published or as read off the data, and how deals pass them.

use insight::stats::quantile::median;
use ledger::deal::{Deal, State};
use ledger::path::Path;
use ledger::process::Milestone;
use ledger::time::Day;
use serde::Serialize;

use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal, asked};
use crate::texts::t;

/// A median of fewer deals than this is shown with a warning.
const FEW: usize = 10;

/// What is our process, and how do deals pass through it?
#[derive(Clone, Copy, Debug, Default)]
pub struct ShowProcess;

/// The process and what the deals made of it.
#[derive(Clone, Debug, Serialize)]
pub struct ProcessAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// What it is called.
    pub name: String,
    /// Its version; 0 while it is provisional.
    pub version: u32,
    /// Nobody has published a process yet: this one was read off the data.
    pub provisional: bool,
    /// Deals read under it.
    pub deals: usize,
    /// How many of them were won.
    pub won: usize,
    /// From first call to completed sale.
    pub milestones: Vec<MilestoneFacts>,
    /// Every published version, in the order of publication.
    pub versions: Vec<Version>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A milestone and what the deals made of it.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneFacts {
    /// Its name.
    pub name: String,
    /// Deals that ever reached it.
    pub deals: usize,
    /// Won deals that ever reached it.
    pub won: usize,
    /// Those as a share of all won deals, if any were won.
    pub share_of_won: Option<f64>,
    /// The median of days from the milestone before (from the opening, for the first one).
    pub median_days: Option<f64>,
    /// How many deals that median is of.
    pub median_of: usize,
    /// What it means.
    pub meaning: String,
    /// What proves it.
    pub evidence: String,
    /// What to ask the customer for.
    pub objective: String,
    /// Which departments it concerns.
    pub departments: Vec<String>,
    /// The raw names it is recognised by, besides its own.
    pub events: Vec<String>,
}

/// A published version.
#[derive(Clone, Debug, Serialize)]
pub struct Version {
    /// When it was published.
    pub published: Day,
    /// What it is called.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// How many milestones it has.
    pub milestones: usize,
}

impl Question for ShowProcess {
    type Answer = ProcessAnswer;

    fn ask(&self, lens: &Lens) -> Result<ProcessAnswer, Refusal> {
        let process = &lens.process;
        let deals = lens.book.deals();
        let won = deals.iter().filter(|deal| deal.state == State::Won).count();
        let tallies = tallies(lens).into_iter().zip(&process.milestones);
        let versions = lens.book.processes().iter().map(|(known, version)| Version {
            published: lens.settings.day_of(*known),
            name: version.name.clone(),
            version: version.version,
            milestones: version.milestones.len(),
        });
        Ok(ProcessAnswer {
            as_of: lens.as_of,
            name: process.name.clone(),
            version: process.version,
            provisional: process.provisional,
            deals: deals.len(),
            won,
            milestones: tallies.map(|(tally, m)| tally.facts(m, won)).collect(),
            versions: versions.collect(),
            notes: lens.notes(),
        })
    }
}

/// What is counted of one milestone.
#[derive(Clone, Default)]
struct Tally {
    deals: usize,
    won: usize,
    days: Vec<f64>,
}

fn tallies(lens: &Lens) -> Vec<Tally> {
    let reader = lens.reader();
    let mut tallies = vec![Tally::default(); lens.process.milestones.len()];
    let mut path = Path::default();
    for deal in lens.book.deals() {
        reader.read_into(deal, &mut path);
        for (place, tally) in tallies.iter_mut().enumerate() {
            tally.add(deal, &path, place);
        }
    }
    tallies
}

impl Tally {
    fn add(&mut self, deal: &Deal, path: &Path, place: usize) {
        let reached = path.reached[place];
        if reached.is_none() && path.moves.iter().all(|m| m.to != Some(place)) {
            return;
        }
        self.deals += 1;
        self.won += usize::from(deal.state == State::Won);
        let before = if place == 0 { Some(deal.opened_at) } else { path.reached[place - 1] };
        if let (Some(at), Some(before)) = (reached, before) {
            self.days.push(at.days_since(before));
        }
    }

    fn facts(mut self, milestone: &Milestone, won: usize) -> MilestoneFacts {
        MilestoneFacts {
            name: milestone.name.clone(),
            deals: self.deals,
            won: self.won,
            share_of_won: (won > 0).then(|| self.won as f64 / won as f64),
            median_days: median(&mut self.days),
            median_of: self.days.len(),
            meaning: milestone.meaning.clone(),
            evidence: milestone.evidence.clone(),
            objective: asked(milestone),
            departments: milestone.departments.clone(),
            events: milestone.events.clone(),
        }
    }
}

impl Answer for ProcessAnswer {
    fn sentence(&self) -> String {
        if self.milestones.is_empty() {
            return t!("answers-process-none").into();
        }
        let (milestones, deals, won) = (self.milestones.len(), self.deals, self.won);
        if self.provisional {
            return t!(
                "answers-process-provisional",
                milestones = milestones,
                deals = deals,
                won = won
            );
        }
        t!(
            "answers-process-named",
            name = self.name,
            version = self.version.to_string(),
            milestones = milestones,
            deals = deals,
            won = won,
        )
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = self.notes.clone();
        let thin = self.milestones.iter().filter(|m| (1..FEW).contains(&m.median_of)).count();
        if thin > 0 {
            notes.push(t!("answers-process-thin", n = thin, few = FEW));
        }
        if (1..FEW).contains(&self.won) {
            notes.push(t!("answers-process-few-won", n = self.won));
        }
        notes
    }

    fn tables(&self) -> Vec<Table> {
        let milestones = Table {
            title: t!("answers-process-milestones").into(),
            columns: vec![
                "milestone",
                "deals",
                "won",
                "share_of_won",
                "median_days",
                "median_of",
                "objective",
                "evidence",
                "departments",
                "events",
            ],
            rows: self.milestones.iter().map(MilestoneFacts::cells).collect(),
        };
        let versions = Table {
            title: t!("answers-process-versions").into(),
            columns: vec!["published", "name", "version", "milestones"],
            rows: self.versions.iter().map(Version::cells).collect(),
        };
        vec![milestones, versions]
    }
}

impl MilestoneFacts {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.name.clone()),
            Cell::Count(self.deals),
            Cell::Count(self.won),
            self.share_of_won.map_or(Cell::Empty, Cell::Share),
            self.median_days.map_or(Cell::Empty, Cell::Days),
            Cell::Count(self.median_of),
            Cell::Text(self.objective.clone()),
            Cell::Text(self.evidence.clone()),
            Cell::Text(self.departments.join(", ")),
            Cell::Text(self.events.join(", ")),
        ]
    }
}

impl Version {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Day(self.published),
            Cell::Text(self.name.clone()),
            Cell::Count(self.version as usize),
            Cell::Count(self.milestones),
        ]
    }
}
