//! Discovery: which milestones are real, which are not, and why; what is right and wrong with the
//! process of today; and where deals leave the path.

mod kept;
pub(super) mod map;
mod proposal;
mod reasons;
mod today;

use insight::discovery::{self, DRAWS, Discovery, Fit, Verdict, Warning};
use ledger::process::Process;
use serde::Serialize;

use super::table::{Cell, Table};
use super::words::percent;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;
pub use kept::{DealKept, OwnerKept};
pub use map::Waypoint;
pub use today::{Stage, Today};

/// Where the repetitions with other deals begin.
const SEED: u64 = 1;

/// Below this many sales a milestone may well be missed.
const FEW_SALES: usize = 100;

/// Which milestones are real?
#[derive(Clone, Copy, Debug, Default)]
pub struct Discover;

/// What the record says.
#[derive(Clone, Debug, Serialize)]
pub struct DiscoverAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// Deals won.
    pub won: usize,
    /// Deals lost.
    pub lost: usize,
    /// Deals still open.
    pub open: usize,
    /// The milestones, in their usual order.
    pub milestones: Vec<MilestoneFound>,
    /// All other acts, the most frequent first.
    pub dropped: Vec<DroppedAct>,
    /// Why there are no milestones, and what to record to find some.
    pub warning: Option<String>,
    /// The stages or milestones that the company uses today, where it has some.
    pub today: Option<Today>,
    /// The discovered path, from the opening to the sale.
    pub map: Vec<Waypoint>,
    /// Today's path, in the same way.
    pub map_today: Vec<Waypoint>,
    /// Where each salesperson's deals left the path.
    pub owners: Vec<OwnerKept>,
    /// Open deals that left it.
    pub deals: Vec<DealKept>,
    /// How far off predictions for new deals are (log loss), on deals not learned from.
    pub fit: Option<Fit>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
    /// The process that `--adopt` would publish.
    pub proposal: Process,
}

/// A milestone that the record shows.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneFound {
    /// The most frequent of its raw names.
    pub name: String,
    /// All raw names that stand for it.
    pub events: Vec<String>,
    /// Deals that reached it.
    pub deals: usize,
    /// The share of sales that have it.
    pub won_support: f64,
    /// The low end of that share's 95 % interval.
    pub won_support_low: f64,
    /// The high end.
    pub won_support_high: f64,
    /// What it multiplies the odds of a sale by, for deals at the same place, for as long, and as old.
    pub advance: f64,
    /// The low end of the 95 % interval.
    pub advance_low: f64,
    /// The high end.
    pub advance_high: f64,
    /// The chance of a sale just before it, in such deals.
    pub chance_before: f64,
    /// Just after it.
    pub chance_after: f64,
    /// How many times as often the next step comes, a day, after it as before; 1000 means: never before.
    pub pace: f64,
    /// Its place, from 1.
    pub position: usize,
    /// In this share of the sales that have it, a later milestone came first.
    pub out_of_order: f64,
    /// Days since the one before it, or since the opening: the median.
    pub median_days: Option<f64>,
    /// In how many of `draws` repetitions with other deals it was found again.
    pub found_again: usize,
    /// How many repetitions there were.
    pub draws: usize,
    /// It comes and goes with the deals that happen to be there.
    pub weak: bool,
}

/// An act that is no milestone.
#[derive(Clone, Debug, Serialize)]
pub struct DroppedAct {
    /// Its raw name.
    pub event: String,
    /// What it is.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub because: String,
    /// Deals that have it.
    pub deals: usize,
}

impl Question for Discover {
    type Answer = DiscoverAnswer;

    fn ask(&self, lens: &Lens) -> Result<DiscoverAnswer, Refusal> {
        if lens.book.deals().is_empty() {
            return Err(Refusal(t!("answers-discover-empty").into()));
        }
        let until = lens.as_of.moment.min(lens.book.latest_known());
        let found = discovery::discover(lens.book, until, SEED);
        let proposal = proposal::proposal(&found, lens);
        let new = Lens { process: proposal.clone(), ..*lens };
        let path = if proposal.milestones.is_empty() { lens } else { &new };
        let (owners, deals) = kept::kept(path);
        let (won, lost, open) = found.deals;
        Ok(DiscoverAnswer {
            as_of: lens.as_of,
            won,
            lost,
            open,
            warning: found.warning.as_ref().map(|warning| reasons::warning(warning, found.deals)),
            today: today::today(&found, lens),
            map: if proposal.milestones.is_empty() { Vec::new() } else { map::map(&new) },
            map_today: if today::has_today(lens) { map::map(lens) } else { Vec::new() },
            owners,
            deals,
            fit: found.fit,
            notes: notes(&found),
            milestones: found.milestones.iter().zip(1..).map(milestone).collect(),
            dropped: found.dropped.iter().map(dropped).collect(),
            proposal,
        })
    }
}

fn milestone((found, position): (&discovery::Milestone, usize)) -> MilestoneFound {
    let won = found.won as f64;
    let share = found.support;
    MilestoneFound {
        name: found.name.clone(),
        events: found.events.clone(),
        deals: found.deals,
        won_support: if found.sales > 0 { won / found.sales as f64 } else { 0.0 },
        won_support_low: share.0,
        won_support_high: share.1,
        advance: found.odds.best,
        advance_low: found.odds.low,
        advance_high: found.odds.high,
        chance_before: found.chance.0,
        chance_after: found.chance.1,
        pace: found.pace.best,
        position,
        out_of_order: found.out_of_order,
        median_days: found.days,
        found_again: found.found_again,
        draws: DRAWS,
        weak: found.is_weak(),
    }
}

fn dropped(act: &discovery::Dropped) -> DroppedAct {
    DroppedAct {
        event: act.event.clone(),
        verdict: act.verdict,
        because: reasons::because(act),
        deals: act.deals as usize,
    }
}

fn notes(found: &Discovery) -> Vec<String> {
    let mut notes = Vec::new();
    let (won, lost, _) = found.deals;
    if found.warning != Some(Warning::TooFew) && won < FEW_SALES {
        notes.push(t!("answers-discover-few-sales", won = won, lost = lost, enough = FEW_SALES,));
    }
    let weak: Vec<&str> =
        found.milestones.iter().filter(|m| m.is_weak()).map(|m| m.name.as_str()).collect();
    if !weak.is_empty() {
        notes.push(t!("answers-discover-weak", names = weak.join(", ")));
    }
    if found.silent > 0 {
        notes.push(t!("answers-discover-silent", n = found.silent));
    }
    if let Some(fit) = found.fit.filter(|_| !found.milestones.is_empty()) {
        notes.extend(reasons::fit(&fit));
    }
    notes
}

impl Answer for DiscoverAnswer {
    fn sentence(&self) -> String {
        if let Some(warning) = &self.warning {
            return warning.clone();
        }
        let names: Vec<&str> = self.milestones.iter().map(|m| m.name.as_str()).collect();
        t!(
            "answers-discover-all",
            n = names.len(),
            names = names.join(", "),
            won = self.won,
            lost = self.lost,
        )
    }

    fn notes(&self) -> Vec<String> {
        let today = self.today.as_ref().map(|today| today.sentence.clone());
        today.into_iter().chain(self.notes.iter().cloned()).collect()
    }

    fn tables(&self) -> Vec<Table> {
        let milestones = Table {
            title: t!("answers-discover-milestones").into(),
            columns: vec![
                "position",
                "milestone",
                "deals",
                "won_support",
                "chance_before",
                "chance_after",
                "advance",
                "median_days",
                "found_again",
                "events",
            ],
            rows: self.milestones.iter().map(MilestoneFound::cells).collect(),
        };
        let others = Table {
            title: t!("answers-discover-others").into(),
            columns: vec!["event", "verdict", "deals", "because"],
            rows: self.dropped.iter().map(DroppedAct::cells).collect(),
        };
        let way = if self.map.is_empty() { &self.map_today } else { &self.map };
        let mut tables = vec![milestones, map::table(way), others];
        tables.extend(self.today.as_ref().map(Today::table));
        tables.push(OwnerKept::table(&self.owners));
        tables.retain(|table| !table.rows.is_empty());
        tables
    }
}

impl MilestoneFound {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Count(self.position),
            Cell::Text(self.name.clone()),
            Cell::Count(self.deals),
            Cell::Share(self.won_support),
            Cell::Share(self.chance_before),
            Cell::Share(self.chance_after),
            Cell::Text(reasons::times(self.advance)),
            self.median_days.map_or(Cell::Empty, Cell::Days),
            Cell::Text(t!("answers-discover-again", n = self.found_again, draws = self.draws)),
            Cell::Text(self.events.join(", ")),
        ]
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (before, after) = (percent(self.chance_before), percent(self.chance_after));
        t!(
            "answers-discover-effect",
            pace = if self.pace > 500.0 { "never" } else { "often" },
            times = reasons::times(self.pace),
            moves = if self.advance_high < 1.3 { "hardly" } else { "more" },
            before = before,
            after = after,
        )
    }
}

impl DroppedAct {
    fn cells(&self) -> Vec<Cell> {
        let verdict = reasons::word(self.verdict);
        vec![
            Cell::Text(self.event.clone()),
            Cell::word(verdict, verdict_called(verdict)),
            Cell::Count(self.deals),
            Cell::Text(self.because.clone()),
        ]
    }
}

/// What a verdict on an act or a stage is called.
#[must_use]
pub fn verdict_called(word: &str) -> &str {
    match word {
        "right" => t!("discover-right"),
        "redundant" => t!("discover-redundant"),
        "seller only" => t!("discover-seller-only"),
        "optional" => t!("discover-optional"),
        "no effect" => t!("discover-no-effect"),
        "outcome" => t!("discover-outcome"),
        "not recorded" => t!("discover-not-recorded"),
        other => other,
    }
}

/// The word for a verdict.
#[must_use]
pub fn verdict_word(verdict: Verdict) -> &'static str {
    reasons::word(verdict)
}
