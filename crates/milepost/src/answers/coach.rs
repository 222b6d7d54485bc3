//! Coaching: for each salesperson the one milestone where their deals slow or stop, as far as it is more
//! than luck, the deals and calls that show it, and the words of those who gain it.

mod calls;
mod commitment;
mod drawn;
mod says;
mod seller;
mod team;
mod wordings;

use serde::Serialize;

use super::purse::Purse;
use super::table::Table;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;
pub use calls::CallLine;
pub use commitment::{Commitments, Gained};
pub use seller::{Seller, Standing, StepPace};
use team::Team;
pub use wordings::Wording;

/// How can each salesperson do better?
#[derive(Clone, Debug, Default)]
pub struct Coach {
    /// Only this salesperson, by name or id.
    pub owner: Option<String>,
}

/// What to talk about with whom.
#[derive(Clone, Debug, Serialize)]
pub struct CoachAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The salesperson asked for.
    pub owner: Option<String>,
    /// Salespeople, those with most to gain first.
    pub sellers: Vec<Seller>,
    /// What calls and commitments do.
    pub commitments: Commitments,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

impl Question for Coach {
    type Answer = CoachAnswer;

    fn ask(&self, lens: &Lens) -> Result<CoachAnswer, Refusal> {
        if lens.process.milestones.is_empty() {
            return Err(Refusal(t!("answers-coach-no-process").into()));
        }
        let team = Team::of(lens);
        let mut notes = lens.notes();
        let mut sellers: Vec<Seller> = (0..team.owners.len())
            .filter(|i| {
                self.owner
                    .as_deref()
                    .is_none_or(|name| lens.people.is_called(team.owners[*i], name))
            })
            .map(|i| team.seller(i))
            .collect();
        if let (Some(name), true) = (&self.owner, sellers.is_empty()) {
            let known: Vec<&str> = team.owners.iter().map(|id| lens.people.person(id)).collect();
            return Err(Refusal(t!("answers-coach-nobody", name = name, known = known.join(", "))));
        }
        sellers.sort_by(|a, b| {
            b.real.cmp(&a.real).then(a.pace.unwrap_or(1.0).total_cmp(&b.pace.unwrap_or(1.0)))
        });
        if team.owners.len() < 2 {
            notes.push(t!("answers-coach-alone").into());
        }
        let purse = Purse::new(lens)?;
        Ok(CoachAnswer {
            as_of: lens.as_of,
            owner: self.owner.clone(),
            sellers,
            commitments: commitment::measure(lens, &purse),
            notes,
        })
    }
}

impl Answer for CoachAnswer {
    fn sentence(&self) -> String {
        let real: Vec<&Seller> = self.sellers.iter().filter(|seller| seller.real).collect();
        match (&self.owner, self.sellers.as_slice(), real.as_slice()) {
            (Some(_), [one], _) => format!("{}. {}", one.owner, one.because),
            (_, [], _) => t!("answers-coach-no-seller").into(),
            (_, [one], []) => t!("answers-coach-one-luck", name = one.owner),
            (_, all, []) => t!("answers-coach-all-luck", n = all.len()),
            (_, all, real) => {
                const NAMED: usize = 3;
                let at = |s: &&Seller| {
                    let milestone = s.milestone.as_deref().unwrap_or_default();
                    let step = seller::step(milestone);
                    t!(
                        "answers-coach-owner-at",
                        owner = s.owner,
                        step = step,
                        milestone = milestone
                    )
                };
                let named: Vec<String> = real.iter().take(NAMED).map(at).collect();
                let (n, more) = (real.len(), real.len().saturating_sub(NAMED));
                let named = named.join(", ");
                t!("answers-coach-beyond-luck", n = n, all = all.len(), named = named, more = more)
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.iter().cloned().chain(self.commitments.sentences()).collect()
    }

    fn tables(&self) -> Vec<Table> {
        let sellers = Table {
            title: t!("answers-coach-sellers").into(),
            columns: vec![
                "owner",
                "team",
                "closed",
                "won",
                "win_rate",
                "milestone",
                "pace",
                "real",
                "because",
            ],
            rows: self.sellers.iter().map(Seller::cells).collect(),
        };
        let mut tables = vec![sellers];
        if let (Some(_), [one]) = (&self.owner, self.sellers.as_slice()) {
            tables.extend(one.tables());
        }
        tables.push(self.commitments.table());
        tables.retain(|table| !table.rows.is_empty());
        tables
    }
}
