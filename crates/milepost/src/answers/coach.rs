//! Coaching: for each salesperson the one milestone where their deals slow or stop, as far as it is more
//! than luck, the deals and calls that show it, and the words of those who gain it.

mod calls;
mod commitment;

use std::collections::BTreeMap;

use insight::coaching::{Effect, effects};
use insight::history::History;
use insight::stats::share::wilson;
use ledger::deal::{Deal, State};
use ledger::path::Path;
use serde::Serialize;

use super::purse::Purse;
use super::standing::whole_days;
use super::table::{Cell, Table};
use super::words::{count, days, percent};
use super::{Answer, AsOf, Lens, Question, Refusal};
pub use calls::{CallLine, Wording};
pub use commitment::{Commitments, Gained};

/// How long ago progress is measured from, in days.
const MONTH: i64 = 30;
/// Deals shown, at most.
const MOST: usize = 5;
/// A salesperson with fewer closed deals cannot be told from luck.
const FEWEST: usize = 10;

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

/// One salesperson.
#[derive(Clone, Debug, Serialize)]
pub struct Seller {
    /// Who.
    pub owner: String,
    /// Their team.
    pub team: Option<String>,
    /// Deals won or lost.
    pub closed: usize,
    /// Deals won.
    pub won: usize,
    /// The share of closed deals that were won, and its 95 % interval.
    pub win_rate: f64,
    /// The low end.
    pub win_rate_low: f64,
    /// The high end.
    pub win_rate_high: f64,
    /// The milestone that their customers take least readily, against the team; absent with too few deals.
    pub milestone: Option<String>,
    /// Whether that is more than luck.
    pub real: bool,
    /// How fast the step comes, as a share of the team's pace for the same mix of deals, drawn towards 1 by
    /// as much as it may be luck.
    pub pace: Option<f64>,
    /// The low end of the 95 % interval of the pace as it was.
    pub pace_low: Option<f64>,
    /// The high end.
    pub pace_high: Option<f64>,
    /// The pace a month ago.
    pub pace_before: Option<f64>,
    /// All that in a sentence.
    pub because: String,
    /// Every step: its milestone, the pace, and whether that is more than luck.
    pub steps: Vec<StepPace>,
    /// Open deals that stand there, the longest first.
    pub deals: Vec<Standing>,
    /// Calls worth going through together.
    pub calls: Vec<CallLine>,
    /// Objectives of those who gain this milestone.
    pub wordings: Vec<Wording>,
}

/// How fast one step comes in one salesperson's deals.
#[derive(Clone, Debug, Serialize)]
pub struct StepPace {
    /// The milestone that the step leads to; `the sale` for the last.
    pub milestone: String,
    /// The pace, drawn towards 1.
    pub pace: f64,
    /// Steps taken.
    pub taken: f64,
    /// Steps to be expected for the same mix of deals.
    pub expected: f64,
    /// Whether the difference is more than luck.
    pub real: bool,
}

/// An open deal before the step in question.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// Its customer.
    pub account: Option<String>,
    /// Whole days since the milestone before.
    pub days_here: i64,
    /// What to ask the customer for.
    pub objective: String,
}

impl Question for Coach {
    type Answer = CoachAnswer;

    fn ask(&self, lens: &Lens) -> Result<CoachAnswer, Refusal> {
        if lens.process.milestones.is_empty() {
            return Err(Refusal(
                "there is no process to coach by; import deals, or publish one".into(),
            ));
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
            return Err(Refusal(format!(
                "nobody called '{name}' has deals; there are: {}",
                known.join(", ")
            )));
        }
        sellers.sort_by(|a, b| {
            b.real.cmp(&a.real).then(a.pace.unwrap_or(1.0).total_cmp(&b.pace.unwrap_or(1.0)))
        });
        if team.owners.len() < 2 {
            notes.push("With one salesperson there is nobody to compare with.".into());
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

/// All salespeople and how their deals move.
struct Team<'a> {
    lens: &'a Lens<'a>,
    owners: Vec<&'a str>,
    now: Vec<Effect>,
    before: Vec<Effect>,
}

impl<'a> Team<'a> {
    fn of(lens: &'a Lens<'a>) -> Team<'a> {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut owners = Vec::new();
        let mut number = |deal: &Deal| {
            let id = lens.book.text_of(deal.known.owner)?;
            Some(*numbers.entry(id).or_insert_with(|| {
                owners.push(id);
                owners.len() - 1
            }))
        };
        let sellers: Vec<Option<usize>> = lens.book.deals().iter().map(&mut number).collect();
        let now = lens.as_of.moment.min(lens.book.latest_known());
        let history = History::known_before(lens.book.cut(), lens.book, &lens.process);
        let places = lens.process.milestones.len();
        let at = |until| effects(lens.book, &history, &sellers, places, until);
        Team { now: at(now), before: at(now.plus_days(-MONTH)), owners, lens }
    }

    fn seller(&self, number: usize) -> Seller {
        let lens = self.lens;
        let id = self.owners[number];
        let own = |deal: &&Deal| lens.book.text_of(deal.known.owner) == Some(id);
        let deals: Vec<&Deal> = lens.book.deals().iter().filter(own).collect();
        let closed = deals.iter().filter(|deal| !deal.is_open()).count();
        let won = deals.iter().filter(|deal| deal.state == State::Won).count();
        let (low, high) = wilson(won as f64, closed as f64);
        let of = |effect: &&Effect| effect.seller == number;
        let slowest = self.now.iter().filter(of).min_by(|a, b| a.z.total_cmp(&b.z));
        let weak = slowest.filter(|effect| effect.z < 0.0 && closed >= FEWEST);
        let before =
            weak.and_then(|weak| self.before.iter().filter(of).find(|e| e.place == weak.place));
        let name = lens.people.person(id);
        let step = |effect: &Effect| StepPace {
            milestone: self.milestone(effect.place),
            pace: effect.shrunk,
            taken: effect.taken,
            expected: effect.expected,
            real: effect.real,
        };
        Seller {
            owner: name.to_owned(),
            team: lens.people.team(id).map(str::to_owned),
            closed,
            won,
            win_rate: if closed > 0 { won as f64 / closed as f64 } else { 0.0 },
            win_rate_low: low,
            win_rate_high: high,
            milestone: weak.map(|effect| self.milestone(effect.place)),
            real: weak.is_some_and(|effect| effect.real),
            pace: weak.map(|effect| effect.shrunk),
            pace_low: weak.map(|effect| effect.ratio.low),
            pace_high: weak.map(|effect| effect.ratio.high),
            pace_before: before.map(|effect| effect.shrunk),
            because: self.because(name, weak, before, closed),
            steps: self.now.iter().filter(of).map(step).collect(),
            deals: weak.map_or(Vec::new(), |effect| self.standing(&deals, effect.place)),
            calls: weak.map_or(Vec::new(), |effect| calls::to_review(lens, &deals, effect.place)),
            wordings: weak.map_or(Vec::new(), |effect| calls::wordings(lens, effect.place)),
        }
    }

    /// What the step from a place leads to.
    fn milestone(&self, place: usize) -> String {
        let milestones = &self.lens.process.milestones;
        milestones.get(place).map_or("the sale".into(), |milestone| milestone.name.clone())
    }

    fn because(
        &self,
        name: &str,
        weak: Option<&Effect>,
        before: Option<&Effect>,
        closed: usize,
    ) -> String {
        let Some(weak) = weak else {
            return if closed < FEWEST {
                format!("{name} has closed {}: too few to tell.", count(closed, "deal"))
            } else {
                format!("No step comes later in {name}'s deals than in those of the others.")
            };
        };
        let step = self.milestone(weak.place);
        let pace = percent(weak.shrunk);
        let numbers =
            format!("{:.0} steps against {:.0} to be expected", weak.taken, weak.expected);
        let trend = before.map_or(String::new(), |before| match weak.shrunk - before.shrunk {
            change if change > 0.02 => format!(" A month ago it was {}.", percent(before.shrunk)),
            change if change < -0.02 => {
                format!(" A month ago it was still {}.", percent(before.shrunk))
            }
            _ => String::new(),
        });
        if !weak.real {
            return format!(
                "Slowest at {step}, but that may be luck: {numbers}, for the same mix of deals."
            );
        }
        format!(
            "Deals slow at {step}: {pace} of the team's pace, for the same mix of deals ({numbers}).{trend}"
        )
    }

    fn standing(&self, deals: &[&Deal], place: usize) -> Vec<Standing> {
        let (lens, reader) = (self.lens, self.lens.reader());
        let mut path = Path::default();
        let mut standing = Vec::new();
        for deal in deals.iter().filter(|deal| deal.is_open()) {
            reader.read_into(deal, &mut path);
            if path.current.map_or(0, |milestone| milestone + 1) == place {
                standing.push(Standing {
                    id: lens.book.text(deal.id).to_owned(),
                    account: lens.account(deal).map(str::to_owned),
                    days_here: whole_days(path.since, lens.as_of.moment),
                    objective: lens.objective(&path),
                });
            }
        }
        standing.sort_by_key(|deal| std::cmp::Reverse(deal.days_here));
        standing.truncate(MOST);
        standing
    }
}

impl Answer for CoachAnswer {
    fn sentence(&self) -> String {
        let real: Vec<&Seller> = self.sellers.iter().filter(|seller| seller.real).collect();
        match (&self.owner, self.sellers.as_slice(), real.as_slice()) {
            (Some(_), [one], _) => format!("{}. {}", one.owner, one.because),
            (_, [], _) => "No deal has a salesperson.".into(),
            (_, all, []) => format!(
                "Nothing sets {} apart that may not be luck.",
                if all.len() == 1 {
                    all[0].owner.clone()
                } else {
                    count(all.len(), "salesperson").replace("persons", "people")
                }
            ),
            (_, all, real) => {
                const NAMED: usize = 3;
                let at = |s: &&Seller| {
                    format!("{} at {}", s.owner, s.milestone.as_deref().unwrap_or_default())
                };
                let named: Vec<String> = real.iter().take(NAMED).map(at).collect();
                let more = real.len().saturating_sub(NAMED);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                format!(
                    "{} of {} salespeople: a step comes later than in the others' deals, beyond luck. {}{more}.",
                    real.len(),
                    all.len(),
                    named.join(", ")
                )
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.iter().cloned().chain(self.commitments.sentences()).collect()
    }

    fn tables(&self) -> Vec<Table> {
        let sellers = Table {
            title: "Salespeople".into(),
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

impl Seller {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.owner.clone()),
            Cell::text(self.team.as_deref()),
            Cell::Count(self.closed),
            Cell::Count(self.won),
            Cell::Share(self.win_rate),
            Cell::text(self.milestone.as_deref()),
            self.pace.map_or(Cell::Empty, Cell::Share),
            Cell::Flag(self.real),
            Cell::Text(self.because.clone()),
        ]
    }

    fn tables(&self) -> Vec<Table> {
        let step = |step: &StepPace| {
            let beyond = if step.real { "yes" } else { "may be luck" };
            vec![
                Cell::Text(step.milestone.clone()),
                Cell::Share(step.pace),
                Cell::Text(format!("{:.0} of {:.0}", step.taken, step.expected)),
                Cell::Text(beyond.into()),
            ]
        };
        let deal = |deal: &Standing| {
            vec![
                Cell::Deal(deal.id.clone()),
                Cell::text(deal.account.as_deref()),
                Cell::Text(days(deal.days_here)),
                Cell::Text(deal.objective.clone()),
            ]
        };
        vec![
            Table {
                title: "Pace, step by step".into(),
                columns: vec!["step", "pace", "taken_of_expected", "beyond_luck"],
                rows: self.steps.iter().map(step).collect(),
            },
            Table {
                title: "Deals that stand there".into(),
                columns: vec!["deal", "account", "for", "ask_for"],
                rows: self.deals.iter().map(deal).collect(),
            },
            CallLine::table(&self.calls),
            Wording::table(&self.wordings),
        ]
    }
}
