//! Status: the pipeline by the milestones done and not done.

use std::collections::BTreeMap;

use ledger::deal::Deal;
use serde::{Deserialize, Serialize};

use super::among::Among;
use super::filter::Filter;
use super::purse::Purse;
use super::standing::{Standing, standings};
use super::table::{Cell, Table};
use super::words::grouped;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

/// What the open deals are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The furthest milestone reached.
    #[default]
    Milestone,
    /// The salesperson.
    Owner,
    /// The salesperson's team.
    Team,
    /// Where the deal came from.
    Source,
}

/// Where do our open deals stand?
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// What to group by.
    pub by: By,
    /// Which deals.
    pub filter: Filter,
    /// Which of them, by where they stand.
    pub among: Among,
}

/// Open deals by milestone and by group.
#[derive(Clone, Debug, Serialize)]
pub struct StatusAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of every value.
    pub currency: String,
    /// The process the deals are read under.
    pub process: String,
    /// Nobody has published a process yet: this one was read off the data.
    pub provisional: bool,
    /// Open deals.
    pub deals: usize,
    /// What they are worth together.
    pub value: f64,
    /// How many of them have no known amount; they count 0 in every value.
    pub without_amount: usize,
    /// By the furthest milestone reached, in the order of the process.
    pub milestones: Vec<MilestoneLine>,
    /// What the groups are.
    pub by: By,
    /// By what was asked for; the largest value first, milestones in their order.
    pub groups: Vec<Group>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// Open deals at a milestone.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneLine {
    /// The milestone.
    pub name: String,
    /// Open deals that reached it and none after it.
    pub deals: usize,
    /// What they are worth.
    pub value: f64,
}

/// Open deals of a group.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The milestone, salesperson, team or source.
    pub name: String,
    /// Open deals.
    pub deals: usize,
    /// What they are worth.
    pub value: f64,
    /// Deals whose customer has agreed to a next step that is not overdue.
    pub committed: usize,
    /// Deals that are stalled.
    pub stalled: usize,
    /// Deals before the first milestone, then by furthest milestone: a row of the matrix.
    pub by_milestone: Vec<usize>,
}

/// What stands where a deal has reached no milestone yet.
pub const NO_MILESTONE: &str = "(no milestone yet)";

impl Question for Status {
    type Answer = StatusAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<StatusAnswer, Refusal> {
        let purse = Purse::new(lens)?;
        let open = standings((&self.filter, &self.among), lens, &purse)?;
        Ok(StatusAnswer {
            as_of: lens.as_of,
            currency: purse.currency.to_string(),
            process: lens.process.name.clone(),
            provisional: lens.process.provisional,
            deals: open.len(),
            value: purse.sum(open.iter().filter_map(|s| s.amount)),
            without_amount: open.iter().filter(|s| s.amount.is_none()).count(),
            milestones: milestones(lens, &purse, &open),
            by: self.by,
            groups: self.groups(lens, &purse, &open),
            notes: self.notes(lens, &open),
        })
    }
}

impl Status {
    fn notes(&self, lens: &Lens, open: &[Standing]) -> Vec<String> {
        let mut notes = lens.notes();
        notes.extend(self.filter.notes(lens));
        let unknown = open.iter().filter(|s| s.amount.is_none()).count();
        if unknown > 0 {
            notes.push(t!("status-no-amount", n = unknown, open = open.len()));
        }
        notes
    }

    fn groups(&self, lens: &Lens, purse: &Purse, open: &[Standing]) -> Vec<Group> {
        let mut groups: BTreeMap<(usize, String), Group> = BTreeMap::new();
        for standing in open {
            let key = self.by.group(standing.deal, standing.path.current, lens);
            let group = groups.entry(key).or_insert_with_key(|(_, name)| Group {
                name: name.clone(),
                deals: 0,
                value: 0.0,
                committed: 0,
                stalled: 0,
                by_milestone: vec![0; lens.process.milestones.len() + 1],
            });
            let overdue = standing.commitment.is_some_and(|c| c.is_overdue(lens.as_of.day));
            group.deals += 1;
            group.value += standing.amount.unwrap_or(0.0);
            group.committed += usize::from(standing.commitment.is_some() && !overdue);
            group.stalled += usize::from(standing.stalled.is_some());
            group.by_milestone[standing.path.current.map_or(0, |m| m + 1)] += 1;
        }
        let mut groups: Vec<Group> = groups.into_values().collect();
        for group in &mut groups {
            group.value = purse.sum(std::iter::once(group.value));
        }
        if self.by != By::Milestone {
            groups.sort_by(|a, b| b.value.total_cmp(&a.value).then(b.deals.cmp(&a.deals)));
        }
        groups
    }
}

impl By {
    /// The group that a deal is in, after its place in the order of the process if it has one.
    #[must_use]
    pub fn group(self, deal: &Deal, furthest: Option<usize>, lens: &Lens) -> (usize, String) {
        let (name, missing) = match self {
            By::Milestone => {
                let name = furthest.map(|m| lens.process.milestones[m].name.clone());
                return (furthest.map_or(0, |m| m + 1), name.unwrap_or(NO_MILESTONE.into()));
            }
            By::Owner => (lens.owner(deal), "(no owner)"),
            By::Team => (lens.team(deal), "(no team)"),
            By::Source => (lens.book.text_of(deal.known.source), "(no source)"),
        };
        (0, name.unwrap_or(missing).to_owned())
    }
}

fn milestones(lens: &Lens, purse: &Purse, open: &[Standing]) -> Vec<MilestoneLine> {
    let line = |place: Option<usize>, name: &str| {
        let here = || open.iter().filter(|s| s.path.current == place);
        MilestoneLine {
            name: name.to_owned(),
            deals: here().count(),
            value: purse.sum(here().filter_map(|s| s.amount)),
        }
    };
    let before = line(None, NO_MILESTONE);
    let named = lens.process.milestones.iter().enumerate().map(|(i, m)| line(Some(i), &m.name));
    (before.deals > 0).then_some(before).into_iter().chain(named).collect()
}

impl Answer for StatusAnswer {
    fn sentence(&self) -> String {
        if self.deals == 0 {
            return t!("status-none").into();
        }
        let stalled: usize = self.groups.iter().map(|g| g.stalled).sum();
        let fullest = self.milestones.iter().rev().max_by_key(|m| m.deals);
        let most = fullest.map_or(String::new(), |m| match m.name.as_str() {
            NO_MILESTONE => t!("status-most-before", n = m.deals),
            name => t!("status-most", n = m.deals, milestone = name),
        });
        let (value, currency) = (grouped(self.value), &self.currency);
        let all =
            t!("status-all", n = self.deals, value = value, currency = currency, stalled = stalled);
        format!("{all} {most}").trim_end().to_owned()
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let groups = Table {
            title: t!("status-open").into(),
            columns: vec!["name", "deals", "value", "committed", "stalled"],
            rows: self.groups.iter().map(Group::cells).collect(),
        };
        let milestones = Table {
            title: t!("status-by-milestone").into(),
            columns: vec!["milestone", "deals", "value"],
            rows: self.milestones.iter().map(MilestoneLine::cells).collect(),
        };
        if self.by == By::Milestone { vec![groups] } else { vec![groups, milestones] }
    }
}

impl Group {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.name.clone()),
            Cell::Count(self.deals),
            Cell::Money(self.value),
            Cell::Count(self.committed),
            Cell::Count(self.stalled),
        ]
    }
}

impl MilestoneLine {
    fn cells(&self) -> Vec<Cell> {
        vec![Cell::Text(self.name.clone()), Cell::Count(self.deals), Cell::Money(self.value)]
    }
}
