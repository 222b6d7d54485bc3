//! The only rules that say no: an intent and a book give facts, or a refusal in plain words.

mod back;
mod hold;

use crate::book::Book;
use crate::deal::{Deal, State};
use crate::event::{Fact, Values};
use crate::money::{Currency, Money};
use crate::objective::{self, Lack, Reading};
use crate::process::{Milestone, Process, Unusable};
use crate::time::{Day, Moment};

pub use back::{decide_seen, last_write, opposite, revision, take_back};
pub use hold::{Agreed, Log};

/// Something that a person wants to record.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Open a deal.
    Open(Values),
    /// Change what is known of a deal.
    Change(Values),
    /// Mark a milestone as reached.
    Reach {
        /// The milestone, by any name it is recognised by.
        milestone: String,
        /// What proves it.
        evidence: Option<String>,
    },
    /// Take a milestone back.
    Undo {
        /// The milestone.
        milestone: String,
        /// Why.
        reason: Option<String>,
    },
    /// The sale is made.
    Win(Values),
    /// The sale will not be made.
    Lose {
        /// Why not.
        reason: Option<String>,
    },
    /// Open a won or lost deal again.
    Reopen,
    /// Plan a call.
    PlanCall {
        /// The new call's id.
        call: String,
        /// What the customer should agree to do.
        objective: String,
        /// The milestone it leads to.
        milestone: Option<String>,
        /// What to ask for otherwise.
        fallback: Option<String>,
        /// When.
        planned_for: Moment,
        /// Even if the objective names no act of the customer.
        anyway: bool,
    },
    /// Log a call.
    HoldCall(Log),
    /// The customer agreed to a step.
    Commit {
        /// The new commitment's id.
        commitment: String,
        /// The milestone agreed to.
        milestone: String,
        /// By when.
        due: Day,
        /// Who agreed.
        by: Option<String>,
    },
    /// The customer kept a commitment.
    Keep {
        /// Which.
        commitment: String,
    },
    /// The customer broke a commitment.
    Break {
        /// Which.
        commitment: String,
        /// Why.
        reason: Option<String>,
    },
    /// A new date was agreed.
    Renegotiate {
        /// Which.
        commitment: String,
        /// The new date.
        due: Day,
    },
}

/// Something that is recorded of the company rather than of a deal.
#[derive(Clone, Debug, PartialEq)]
pub enum CompanyIntent {
    /// Publish a version of a process.
    Publish(Process),
    /// Set a quota.
    SetQuota {
        /// Whose; absent for the whole force.
        owner: Option<String>,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// How much.
        amount: Money,
    },
    /// Record an exchange rate.
    SetRate {
        /// One unit of this …
        from: Currency,
        /// … in units of this …
        to: Currency,
        /// … is this many.
        rate: f64,
        /// From this day on.
        day: Day,
    },
    /// Record that a lead met our marketing.
    Touch {
        /// The lead.
        lead: String,
        /// Where it came from.
        source: Option<String>,
        /// By what medium.
        medium: Option<String>,
        /// By which campaign.
        campaign: Option<String>,
        /// Where it landed.
        page: Option<String>,
    },
    /// Record that a forecast was given: of each period one a day.
    Forecast {
        /// When.
        at: Moment,
        /// The days that are today.
        today: (Moment, Moment),
        /// First day of the period.
        from: Day,
        /// Last day of the period.
        to: Day,
        /// Mean, p10, p50, p90.
        said: [Money; 4],
        /// The program, with its version.
        method: String,
    },
    /// Record marketing spend.
    Spend {
        /// On which source.
        source: String,
        /// On which campaign.
        campaign: Option<String>,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// How much.
        amount: Money,
    },
}

/// A fact that may be recorded, not yet stamped with its id and times.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What happened.
    pub fact: Fact,
    /// What is known of the deal from then on.
    pub values: Values,
}

/// Why not, and what to do.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "each says itself in its sentence")]
pub enum Refusal {
    #[error("there is no deal '{0}'; open it first")]
    NoDeal(String),
    #[error("there is a deal '{0}' already; choose another id or change that one")]
    DealExists(String),
    #[error("the deal is already {}; reopen it first if that was wrong", ended(*.0))]
    Closed(State),
    #[error("the deal is open; there is nothing to reopen")]
    NotClosed,
    #[error("nothing would change; say what is new")]
    NothingNew,
    #[error("'{0}' is no milestone of the process; its milestones are: {1}")]
    NoMilestone(String, String),
    #[error("'{0}' was reached already, on {1}")]
    Reached(String, Day),
    #[error("'{0}' has not been reached; there is nothing to take back")]
    NotReached(String),
    #[error("a call needs an objective: what should the customer agree to do?")]
    NoObjective,
    #[error("{lack} For example: {}", objective::example(.1.as_deref()), lack = .0.sentence())]
    NoAct(Lack, Option<Box<Milestone>>),
    #[error("the call '{0}' was held already")]
    Held(String),
    #[error("an advance gains at least one milestone; without one it is a continuation")]
    NothingGained,
    #[error("no fallback was planned for this call; name the milestone that was gained instead")]
    NoFallback,
    #[error("say which step the customer agreed to by {0}")]
    NothingAgreed(Day),
    #[error("there is no open commitment '{0}' on this deal")]
    NoCommitment(String),
    #[error("a lead needs a name or a number of its own")]
    NoLead,
    #[error("an amount cannot be negative")]
    Negative,
    #[error("the period ends on {1}, before it begins on {0}")]
    Backwards(Day, Day),
    #[error("a rate is a number above 0 between two different currencies")]
    Rate,
    #[error("the deal was written to meanwhile (facts: {0}); look at what is new, then save again")]
    Moved(usize),
    #[error("what was recorded last has no opposite; record what is true now instead")]
    NoOpposite,
    #[error(transparent)]
    Process(#[from] Unusable),
}

/// Decides on an intent about the deal with this id. The order of the facts is the order in which
/// they are to be recorded.
///
/// # Errors
/// The rule that forbids it.
pub fn decide(
    book: &Book,
    process: &Process,
    deal: &str,
    intent: Intent,
) -> Result<Vec<Draft>, Refusal> {
    if let Intent::Open(values) = intent {
        return match book.deal(deal) {
            Some(_) => Err(Refusal::DealExists(deal.into())),
            None => said(Fact::DealOpened, checked(values)?),
        };
    }
    let deal = book.deal(deal).ok_or_else(|| Refusal::NoDeal(deal.into()))?;
    let room = Room { book, process, deal };
    match intent {
        Intent::Open(_) | Intent::Reopen => room.reopen(),
        Intent::Change(values) if values.is_empty() => Err(Refusal::NothingNew),
        Intent::Change(values) => said(Fact::DealChanged, checked(values)?),
        Intent::Reach { milestone, evidence } => room.reach(&milestone, evidence),
        Intent::Undo { milestone, reason } => room.undo(&milestone, reason),
        Intent::Win(values) => {
            room.open()?;
            said(Fact::DealWon { event: None }, checked(values)?)
        }
        Intent::Lose { reason } => {
            room.open()?;
            plain(Fact::DealLost { event: None, reason })
        }
        Intent::PlanCall { .. } => room.plan(intent),
        Intent::HoldCall(log) => room.hold(log),
        Intent::Commit { .. }
        | Intent::Keep { .. }
        | Intent::Break { .. }
        | Intent::Renegotiate { .. } => room.commitment(intent),
    }
}

/// Decides on an intent about the company.
///
/// # Errors
/// The rule that forbids it.
pub fn decide_company(book: &Book, intent: CompanyIntent) -> Result<Vec<Draft>, Refusal> {
    match intent {
        CompanyIntent::Publish(mut process) => {
            process.validate()?;
            let before = book.process(Some(&process.name));
            if before.is_some_and(|old| same_process(old, &process)) {
                return Err(Refusal::NothingNew);
            }
            process.version = before.map_or(1, |old| old.version + 1);
            process.provisional = false;
            plain(Fact::ProcessPublished { process })
        }
        CompanyIntent::SetQuota { owner, from, to, amount } => {
            in_order(from, to, amount)?;
            plain(Fact::QuotaSet { owner, from, to, amount })
        }
        CompanyIntent::SetRate { from, to, rate, day } => {
            if from == to || !rate.is_finite() || rate <= 0.0 {
                return Err(Refusal::Rate);
            }
            plain(Fact::RateSet { from, to, rate: rate.to_string(), day })
        }
        CompanyIntent::Touch { lead, source, medium, campaign, page } => {
            if lead.trim().is_empty() {
                return Err(Refusal::NoLead);
            }
            plain(Fact::TouchRecorded { lead, source, medium, campaign, page })
        }
        CompanyIntent::Forecast { at, today, from, to, said, method } => {
            let is_today = |given: &Moment| today.0 <= *given && *given < today.1;
            let mut given = book.given().iter().filter(|given| is_today(&given.at));
            if at < today.0 || given.any(|given| (given.from, given.to) == (from, to)) {
                return Ok(Vec::new());
            }
            let [mean, p10, p50, p90] = said;
            plain(Fact::ForecastGiven { from, to, mean, p10, p50, p90, method })
        }
        CompanyIntent::Spend { source, campaign, from, to, amount } => {
            in_order(from, to, amount)?;
            plain(Fact::SpendRecorded { source, campaign, from, to, amount })
        }
    }
}

/// A deal that exists, with all that rules look at.
struct Room<'a> {
    book: &'a Book,
    process: &'a Process,
    deal: &'a Deal,
}

impl Room<'_> {
    fn open(&self) -> Result<(), Refusal> {
        match self.deal.state {
            State::Open => Ok(()),
            ended => Err(Refusal::Closed(ended)),
        }
    }

    fn reopen(&self) -> Result<Vec<Draft>, Refusal> {
        if self.deal.is_open() { Err(Refusal::NotClosed) } else { plain(Fact::DealReopened) }
    }

    /// The milestone's own name and when it was reached.
    fn milestone(&self, name: &str) -> Result<(String, Option<Moment>), Refusal> {
        let place = self.process.place_of(name).ok_or_else(|| {
            let names: Vec<_> = self.process.milestones.iter().map(|m| m.name.as_str()).collect();
            Refusal::NoMilestone(name.into(), names.join(", "))
        })?;
        let path = crate::path::Reader::new(self.process, self.book).read(self.deal);
        Ok((self.process.milestones[place].name.clone(), path.reached[place]))
    }

    fn reach(&self, name: &str, evidence: Option<String>) -> Result<Vec<Draft>, Refusal> {
        self.open()?;
        let (milestone, reached) = self.milestone(name)?;
        match reached {
            Some(at) => Err(Refusal::Reached(milestone, at.day())),
            None => plain(Fact::MilestoneReached { milestone, stage: false, evidence }),
        }
    }

    fn undo(&self, name: &str, reason: Option<String>) -> Result<Vec<Draft>, Refusal> {
        self.open()?;
        let (milestone, reached) = self.milestone(name)?;
        match reached {
            Some(_) => plain(Fact::MilestoneUndone { milestone, reason }),
            None => Err(Refusal::NotReached(milestone)),
        }
    }

    fn plan(&self, intent: Intent) -> Result<Vec<Draft>, Refusal> {
        let Intent::PlanCall { call, objective, milestone, fallback, planned_for, anyway } = intent
        else {
            return Err(Refusal::NothingNew);
        };
        self.open()?;
        let milestone = milestone.map(|name| self.milestone(&name)).transpose()?;
        let milestone = milestone.map(|(name, _)| name);
        match objective::read(&objective) {
            Reading::NoAct(Lack::Empty) => return Err(Refusal::NoObjective),
            Reading::NoAct(lack) if !anyway => {
                return Err(Refusal::NoAct(lack, self.better(milestone.as_deref())));
            }
            Reading::NoAct(_) | Reading::Act { .. } => {}
        }
        plain(Fact::CallPlanned { call, objective, milestone, fallback, planned_for })
    }

    /// The milestone that an objective could lead to: this one or the next.
    fn better(&self, milestone: Option<&str>) -> Option<Box<Milestone>> {
        let path = crate::path::Reader::new(self.process, self.book).read(self.deal);
        let named = milestone.and_then(|name| self.process.place_of(name));
        let place = named.or_else(|| path.next());
        place.and_then(|place| self.process.milestones.get(place)).cloned().map(Box::new)
    }

    fn commitment(&self, intent: Intent) -> Result<Vec<Draft>, Refusal> {
        match intent {
            Intent::Commit { commitment, milestone, due, by } => {
                self.open()?;
                let (milestone, _) = self.milestone(&milestone)?;
                plain(Fact::CommitmentMade { commitment, milestone, due, by })
            }
            Intent::Keep { commitment } => self.keep(commitment),
            Intent::Break { commitment, reason } => {
                self.promised(&commitment)?;
                plain(Fact::CommitmentBroken { commitment, reason })
            }
            Intent::Renegotiate { commitment, due } => {
                self.promised(&commitment)?;
                plain(Fact::CommitmentRenegotiated { commitment, due })
            }
            _ => Err(Refusal::NothingNew),
        }
    }

    /// A commitment kept is a milestone reached, unless that was recorded before.
    fn keep(&self, commitment: String) -> Result<Vec<Draft>, Refusal> {
        let milestone = self.promised(&commitment)?;
        let mut drafts = plain(Fact::CommitmentKept { commitment })?;
        if let Ok((milestone, None)) = self.milestone(&milestone) {
            drafts.extend(plain(Fact::MilestoneReached {
                milestone,
                stage: false,
                evidence: None,
            })?);
        }
        Ok(drafts)
    }

    /// The milestone of an open commitment.
    fn promised(&self, commitment: &str) -> Result<String, Refusal> {
        let id = self.book.sym(commitment);
        let mut open = self.deal.commitments.iter().filter(|c| c.is_open());
        let found = open.find(|c| Some(c.id) == id);
        found
            .map(|c| self.book.text(c.milestone).to_owned())
            .ok_or_else(|| Refusal::NoCommitment(commitment.into()))
    }
}

fn ended(state: State) -> &'static str {
    if state == State::Won { "won" } else { "lost" }
}

fn plain(fact: Fact) -> Result<Vec<Draft>, Refusal> {
    said(fact, Values::default())
}

fn said(fact: Fact, values: Values) -> Result<Vec<Draft>, Refusal> {
    Ok(vec![Draft { fact, values }])
}

fn checked(values: Values) -> Result<Values, Refusal> {
    if values.amount.is_some_and(|amount| amount.minor < 0) {
        return Err(Refusal::Negative);
    }
    Ok(values)
}

fn in_order(from: Day, to: Day, amount: Money) -> Result<(), Refusal> {
    if to < from {
        return Err(Refusal::Backwards(from, to));
    }
    if amount.minor < 0 { Err(Refusal::Negative) } else { Ok(()) }
}

fn same_process(a: &Process, b: &Process) -> bool {
    a.name == b.name && a.milestones == b.milestones
}

#[cfg(test)]
mod tests;
