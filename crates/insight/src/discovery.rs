//! Discovery: which acts of a log are the milestones of a sale, which are not, and why.
//!
//! ```text
//! book ──lives──► acts and when ──twins──► one act where a system writes five
//!      ──measure (grid, contrast)──► what an act changes ──path──► milestones ──verdict──► the others
//!                                                              └──steady──► found again?
//! ```
//!
//! A milestone always appears on the way to a sale, opens the way to the next step, and the path of all
//! of them moves the odds. **Days are compared with days at the same place, for as long, and as old**;
//! never deals that had an act with deals that had it not. See `docs/method/discovery.md`.

mod company;
mod fit;
mod grid;
mod lives;
mod measure;
mod path;
mod steady;
mod twins;
mod verdict;

use ledger::book::Book;
use ledger::process::Process;
use ledger::time::Moment;

pub use crate::stats::contrast::Ratio;
use crate::stats::quantile::{median, quantile};
use crate::stats::share::wilson;
use company::Company;
pub use fit::Fit;
use grid::Grid;
use lives::Lives;
use measure::Found;
use path::{Chosen, Search, in_order};
pub use steady::DRAWS;
pub use verdict::{Because, Dropped, Verdict};

/// A milestone appears in this share of sales; records miss a step now and then.
const ALWAYS: f64 = 0.8;
/// With fewer sales, or fewer lost deals, there is nothing to compare.
const FEWEST: usize = 15;
/// Acts measured at most, the most frequent ones.
const MOST: usize = 400;
/// An act that comes this soon after a milestone, as a share of the time until the next step, and in the
/// same deals, stands for it too.
const SOON: f64 = 0.25;

/// What a log says of the way to a sale.
#[derive(Clone, Debug)]
pub struct Discovery {
    /// The milestones, in their usual order.
    pub milestones: Vec<Milestone>,
    /// All other acts.
    pub dropped: Vec<Dropped>,
    /// Why there are no milestones, if there are none.
    pub warning: Option<Warning>,
    /// Deals won, lost, and still open.
    pub deals: (usize, usize, usize),
    /// Sales without a single step on record; they are left out.
    pub silent: usize,
    /// How well new deals are predicted; absent where there are too few to try.
    pub fit: Option<Fit>,
}

/// Why no milestone is named.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// Too few deals were won or lost.
    TooFew,
    /// No act is in most sales.
    NothingCommon,
    /// Acts are in most sales, but where a deal stands says nothing of its odds: the win rates of the
    /// deals that reached them, by act.
    NothingMoves(Vec<(String, f64)>),
}

/// A milestone that the data show.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// The most frequent of its raw names.
    pub name: String,
    /// All raw names that stand for it.
    pub events: Vec<String>,
    /// Whether a stage of the source system stands for it.
    pub stage: bool,
    /// Deals that reached it.
    pub deals: usize,
    /// Sales that have it.
    pub won: usize,
    /// All sales.
    pub sales: usize,
    /// The 95 % interval of the share of sales that have it.
    pub support: (f64, f64),
    /// What it does to the odds of a sale, for deals at the same place, for as long, and as old.
    pub odds: Ratio,
    /// The chance of a sale just before it and just after it, in such deals.
    pub chance: (f64, f64),
    /// How many times as often the next step comes, a day, after it as before it.
    pub pace: Ratio,
    /// In this share of the sales that have it, a later milestone came first.
    pub out_of_order: f64,
    /// Days since the milestone before it, or since the opening: the median.
    pub days: Option<f64>,
    /// In how many of [`DRAWS`] repetitions with other deals it was found again.
    pub found_again: usize,
}

impl Milestone {
    /// Whether other deals might not have shown it.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.found_again * 10 < DRAWS * 7
    }
}

/// What the deals of `book` say, looked at until `until`. `seed` draws the repetitions.
#[must_use]
pub fn discover(book: &Book, until: Moment, seed: u64) -> Discovery {
    let raw = Lives::of(book, until);
    let is_step = |act: usize| !verdict::is_outcome(&raw.acts[act]);
    let mut groups = twins::groups(&raw, is_step);
    groups.truncate(MOST);
    let lives = raw.together(&groups);
    let won = lives.won().count();
    let lost = lives.lives.iter().filter(|life| life.won == Some(false)).count();
    let share = |count: &usize| *count as f64 / won.max(1) as f64;
    let support: Vec<f64> = lives.support().iter().map(share).collect();
    let candidates: Vec<usize> = (0..groups.len())
        .filter(|act| !lives.acts[*act].ours && support[*act] >= ALWAYS && won > 0)
        .collect();
    let grid = Grid::of(lives.lives.iter().map(|life| life.end));
    let search =
        Search { lives: &lives, deals: &lives.lives, grid: &grid, candidates: &candidates };
    let enough = won >= FEWEST && lost >= FEWEST;
    let mut chosen = if enough { search.choose() } else { Chosen::default() };
    chosen.acts = in_order(&lives, &chosen.acts);
    let work = Work { raw: &raw, groups: &groups, search: &search, support: &support, seed };
    let others = work.others(&chosen);
    let company = Company::of(&lives, &chosen.acts);
    Discovery {
        milestones: work.milestones(&chosen, &others, &company),
        dropped: work.dropped(&chosen, &others, &company),
        warning: work.warning(enough, &chosen),
        deals: (won, lost, lives.lives.len() - won - lost),
        silent: raw.silent,
        fit: enough.then(|| fit::fit(&lives, &chosen.acts)).flatten(),
    }
}

/// How well the milestones of `process`, whoever chose them, predict new deals. `None` with too few
/// deals to try.
#[must_use]
pub fn fit_of(book: &Book, until: Moment, process: &Process) -> Option<Fit> {
    let raw = Lives::of(book, until);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); process.milestones.len()];
    for (i, act) in raw.acts.iter().enumerate().filter(|(_, act)| act.deals > 0) {
        match process.place_of(&act.name) {
            Some(place) => groups[place].push(i),
            None if !verdict::is_outcome(act) => groups.push(vec![i]),
            None => {}
        }
    }
    let known = groups[..process.milestones.len()].iter().filter(|g| !g.is_empty()).count();
    groups.retain(|group| !group.is_empty());
    fit::fit(&raw.together(&groups), &(0..known).collect::<Vec<_>>())
}

struct Work<'a> {
    raw: &'a Lives,
    groups: &'a [Vec<usize>],
    search: &'a Search<'a>,
    /// By act: the share of sales that have it.
    support: &'a [f64],
    seed: u64,
}

impl Work<'_> {
    fn lives(&self) -> &Lives {
        self.search.lives
    }

    /// Acts beside the milestones, and what each changes given those.
    fn others(&self, chosen: &Chosen) -> Vec<(usize, Found)> {
        let others: Vec<usize> =
            (0..self.groups.len()).filter(|act| !chosen.acts.contains(act)).collect();
        let found = self.search.measure(&chosen.acts, &others);
        others.into_iter().zip(found).collect()
    }

    fn milestones(
        &self,
        chosen: &Chosen,
        others: &[(usize, Found)],
        company: &Company,
    ) -> Vec<Milestone> {
        let path = &chosen.acts;
        let again = steady::found_again(self.search, path, self.seed);
        let support = self.lives().support();
        let sales = self.lives().won().count();
        let places = path.iter().enumerate().zip(again);
        places
            .map(|((place, act), again)| {
                let found = self.search.alone(*act, path);
                let odds = found.odds.ratio();
                let after = found.met.1 / found.met.0.max(f64::MIN_POSITIVE);
                let before = after / (after + odds.best * (1.0 - after)).max(f64::MIN_POSITIVE);
                let won = support[*act];
                let (out_of_order, days) = self.on_the_way(path, place);
                Milestone {
                    name: self.lives().acts[*act].name.clone(),
                    events: self.events(*act, path, place, (others, company)),
                    stage: self.groups[*act].iter().any(|act| self.raw.acts[*act].stage),
                    deals: self.lives().acts[*act].deals as usize,
                    won,
                    sales,
                    support: wilson(won as f64, sales as f64),
                    odds,
                    chance: (before, after),
                    pace: found.gate.ratio(),
                    out_of_order,
                    days,
                    found_again: again,
                }
            })
            .collect()
    }

    /// The raw names that stand for a milestone: its own, and those that come in the same deals soon
    /// after or before it.
    fn events(
        &self,
        act: usize,
        path: &[usize],
        place: usize,
        (others, company): (&[(usize, Found)], &Company),
    ) -> Vec<String> {
        let mut events = self.groups[act].clone();
        let wait = self.on_the_way(path, place + 1).1.unwrap_or(0.0);
        for (other, _) in others.iter().filter(|(other, _)| !self.lives().acts[*other].ours) {
            if company.share(*other, place) < twins::ALWAYS {
                continue;
            }
            let most = quantile(&company.gaps(*other, place), 0.9);
            if most.is_some_and(|most| most <= SOON * wait) {
                events.extend(&self.groups[*other]);
            }
        }
        events.iter().map(|act| self.raw.acts[*act].name.clone()).collect()
    }

    /// In which share of the sales that have the milestone a later one came first, and the median of
    /// the days from the one before. Beyond the last milestone stands the sale.
    fn on_the_way(&self, path: &[usize], place: usize) -> (f64, Option<f64>) {
        let (mut met, mut late, mut days) = (0_usize, 0_usize, Vec::new());
        for life in &self.lives().lives {
            let steps = self.lives().steps(life);
            let at = |act: &usize| steps.iter().find(|step| step.act == *act).map(|step| step.at);
            let here = match path.get(place) {
                Some(act) => at(act),
                None => (life.won == Some(true)).then_some(life.end),
            };
            let Some(here) = here else { continue };
            if life.won == Some(true) {
                met += 1;
                let later = path.iter().skip(place + 1).filter_map(at);
                late += usize::from(later.into_iter().any(|later| later < here));
            }
            let before = if place == 0 { Some(0.0) } else { at(&path[place - 1]) };
            days.extend(before.filter(|before| *before <= here).map(|before| here - before));
        }
        (late as f64 / met.max(1) as f64, median(&mut days))
    }

    fn dropped(
        &self,
        chosen: &Chosen,
        others: &[(usize, Found)],
        company: &Company,
    ) -> Vec<Dropped> {
        let known = verdict::Known {
            lives: self.lives(),
            path: &chosen.acts,
            company,
            support: self.support,
            flat: &chosen.flat,
        };
        let mut dropped: Vec<Dropped> =
            others.iter().map(|(act, found)| known.judge(*act, found)).collect();
        for group in self.groups {
            let first = &self.raw.acts[group[0]].name;
            dropped.extend(group[1..].iter().map(|act| verdict::twin(&self.raw.acts[*act], first)));
        }
        let in_group = |act: usize| self.groups.iter().any(|group| group.contains(&act));
        for (i, act) in self.raw.acts.iter().enumerate().filter(|(_, act)| act.deals > 0 || act.end)
        {
            if verdict::is_outcome(act) {
                dropped.push(verdict::outcome(act));
            } else if !in_group(i) {
                dropped.push(verdict::rare(act));
            }
        }
        dropped.sort_by(|a, b| b.deals.cmp(&a.deals).then_with(|| a.event.cmp(&b.event)));
        dropped
    }

    fn warning(&self, enough: bool, chosen: &Chosen) -> Option<Warning> {
        if !chosen.acts.is_empty() {
            return None;
        }
        if !enough {
            return Some(Warning::TooFew);
        }
        let lives = self.lives();
        let stages = (0..lives.acts.len()).filter(|act| lives.acts[*act].stage);
        let mut looked: Vec<usize> = chosen.flat.iter().copied().chain(stages).collect();
        if looked.is_empty() {
            looked = self.search.candidates.to_vec();
        }
        looked.sort_unstable();
        looked.dedup();
        if looked.is_empty() {
            return Some(Warning::NothingCommon);
        }
        let rate = |act: usize| {
            let met = |life: &&lives::Life| lives.steps(life).iter().any(|step| step.act == act);
            let closed = lives.lives.iter().filter(|life| life.won.is_some()).filter(met);
            let (mut won, mut all) = (0_usize, 0_usize);
            for life in closed {
                all += 1;
                won += usize::from(life.won == Some(true));
            }
            won as f64 / all.max(1) as f64
        };
        let rates = in_order(lives, &looked).into_iter();
        Some(Warning::NothingMoves(rates.map(|a| (lives.acts[a].name.clone(), rate(a))).collect()))
    }
}

#[cfg(test)]
mod tests;
