//! Check: faults in the data, before any number, and what each means for the forecast.
//!
//! One pass over all facts. Faults are sorted by weight: how much such a fault harms a forecast,
//! times the share of the deals that have it.

mod eye;
mod leads;
mod means;

use ledger::deal::Deal;
use ledger::path::Path;
use ledger::problem::Kind;
use ledger::time::Moment;
use serde::Serialize;

use super::table::{Cell, Table};
use super::words::percent;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::problems;
use crate::texts::{plain, t};
use eye::Eye;
use leads::Met;
use means::{FAULTS, Fault, NO_SOURCE};

/// So many deals at most are given as examples.
const EXAMPLES: usize = 5;

/// What is wrong with the data?
#[derive(Clone, Copy, Debug, Default)]
pub struct Check;

/// The faults that were found, the weightiest first.
#[derive(Clone, Debug, Serialize)]
pub struct CheckAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// Deals looked at.
    pub deals: usize,
    /// Events looked at.
    pub events: u64,
    /// What it comes to, in a sentence.
    pub verdict: String,
    /// The faults.
    pub checks: Vec<Finding>,
    /// What was looked for and not found.
    pub clean: Vec<&'static str>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A kind of fault, and where it was found.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The code of the problem.
    pub code: &'static str,
    /// What is wrong.
    pub title: &'static str,
    /// How many deals have it; of a fault of leads, how many leads.
    pub deals: usize,
    /// In how many facts.
    pub facts: u64,
    /// Among how many deals or leads it was looked for.
    pub of: usize,
    /// `deals` as a share of `of`.
    pub share: f64,
    /// Ids of a few such deals, the latest ones.
    pub examples: Vec<String>,
    /// What it means for the forecast.
    pub means: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// What was counted of one kind of fault.
#[derive(Clone, Default)]
struct Tally {
    deals: usize,
    facts: u64,
    /// The latest deals with it, the latest first.
    latest: Vec<(Moment, usize)>,
}

impl Question for Check {
    type Answer = CheckAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<CheckAnswer, Refusal> {
        let met = Met::read(lens);
        let tallies = count_all(lens, &met);
        let deals = lens.book.deals();
        let open = deals.iter().filter(|deal| deal.is_open()).count();
        let mut found: Vec<(f64, Finding)> = Vec::new();
        let mut clean = Vec::new();
        for (fault, tally) in FAULTS.iter().zip(&tallies) {
            if tally.deals == 0 {
                clean.push(problems::title(fault.kind));
                continue;
            }
            let of = if fault.kind == Kind::PastCloseDate { open } else { deals.len() };
            let finding = Finding::new(fault, tally, of, lens);
            found.push((fault.harm * finding.share, finding));
        }
        match met.without_source(lens) {
            Some(finding) if finding.deals > 0 => {
                found.push((NO_SOURCE.harm * finding.share, finding));
            }
            Some(_) => clean.push(problems::title(Kind::NoSource)),
            None => {}
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let checks: Vec<Finding> = found.into_iter().map(|(_, finding)| finding).collect();
        Ok(CheckAnswer {
            as_of: lens.as_of,
            deals: deals.len(),
            events: lens.book.events(),
            verdict: verdict(deals.len(), &checks),
            checks,
            clean,
            notes: lens.notes(),
        })
    }
}

/// The one pass. No text is read or written in it.
fn count_all(lens: &Lens, met: &Met) -> Vec<Tally> {
    let eye = Eye::new(lens, met);
    let mut tallies = vec![Tally::default(); FAULTS.len()];
    let mut path = Path::default();
    for (place, deal) in lens.book.deals().iter().enumerate() {
        let counts = eye.look(deal, &mut path);
        for (tally, facts) in tallies.iter_mut().zip(counts).filter(|(_, facts)| *facts > 0) {
            tally.add(place, deal, facts);
        }
    }
    tallies
}

impl Tally {
    fn add(&mut self, place: usize, deal: &Deal, facts: u32) {
        self.deals += 1;
        self.facts += u64::from(facts);
        let full = self.latest.len() == EXAMPLES;
        if full && self.latest.last().is_some_and(|last| last.0 >= deal.last_at) {
            return;
        }
        let before = self.latest.partition_point(|example| example.0 >= deal.last_at);
        self.latest.insert(before, (deal.last_at, place));
        self.latest.truncate(EXAMPLES);
    }
}

impl Finding {
    fn new(fault: &Fault, tally: &Tally, of: usize, lens: &Lens) -> Finding {
        let id = |(_, place): &(Moment, usize)| lens.book.text(lens.book.deals()[*place].id);
        Finding {
            code: fault.kind.code(),
            title: problems::title(fault.kind),
            deals: tally.deals,
            facts: tally.facts,
            of,
            share: tally.deals as f64 / of.max(1) as f64,
            examples: tally.latest.iter().map(|e| id(e).to_owned()).collect(),
            means: plain(fault.means),
            remedy: problems::remedy(fault.kind),
        }
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.code.into()),
            Cell::Text(self.title.into()),
            Cell::Count(self.deals),
            Cell::Count(usize::try_from(self.facts).unwrap_or(usize::MAX)),
            Cell::Share(self.share),
            Cell::Text(self.examples.join(" ")),
            Cell::Text(self.means.into()),
            Cell::Text(self.remedy.into()),
        ]
    }
}

fn verdict(deals: usize, checks: &[Finding]) -> String {
    let Some(worst) = checks.first() else {
        return if deals == 0 {
            t!("answers-check-empty").into()
        } else {
            t!("answers-check-clean", deals = deals)
        };
    };
    let of_leads = worst.code == Kind::NoSource.code();
    t!(
        "answers-check-verdict",
        kinds = checks.len(),
        deals = deals,
        title = worst.title,
        unit = if of_leads { "leads" } else { "deals" },
        n = worst.deals,
        share = percent(worst.share),
        among = if worst.of == deals || of_leads { "all" } else { "open" },
    )
}

impl Answer for CheckAnswer {
    fn sentence(&self) -> String {
        self.verdict.clone()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = self.notes.clone();
        if !self.clean.is_empty() && self.deals > 0 {
            notes.push(t!("answers-check-not-found", faults = self.clean.join("; ")));
        }
        notes
    }

    fn tables(&self) -> Vec<Table> {
        vec![Table {
            title: t!("answers-check-faults").into(),
            columns: vec![
                "code", "fault", "deals", "facts", "share", "examples", "means", "remedy",
            ],
            rows: self.checks.iter().map(Finding::cells).collect(),
        }]
    }
}
