//! Logging a call: one call may gain several milestones, and a day that was agreed makes a commitment.
//!
//! An advance without a milestone is the fallback that was planned: nothing else may end so.

use super::{Draft, Refusal, Room};
use crate::call::Plan;
use crate::event::{Fact, Outcome, Values};
use crate::time::{Day, Moment};

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// The planned call's id, or a new one.
    pub call: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The milestones gained; an advance that names none gained what was planned.
    pub gained: Vec<String>,
    /// The planned fallback was gained instead.
    pub fallback: bool,
    /// What the customer agreed to do later.
    pub agreed: Option<Agreed>,
    /// What was said.
    pub note: Option<String>,
}

/// A step that the customer agreed to on a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The new commitment's id.
    pub commitment: String,
    /// The milestone; the furthest one gained, or the fallback, if it is left out.
    pub milestone: Option<String>,
    /// By when.
    pub due: Day,
}

/// A milestone's place in the process, its name, and when it was reached.
type Step = (usize, String, Option<Moment>);

impl Room<'_> {
    /// A call held may gain milestones, win the deal or lose it: each is a fact of its own.
    pub(super) fn hold(&self, log: Log) -> Result<Vec<Draft>, Refusal> {
        let id = self.book.sym(&log.call);
        let call = self.deal.calls.iter().find(|c| Some(c.id) == id);
        if call.is_some_and(|call| call.held.is_some()) {
            return Err(Refusal::Held(log.call));
        }
        self.open()?;
        let plan = call.and_then(|call| call.plan.as_ref());
        let mut steps = self.gained(&log, plan)?;
        let promise = match &log.agreed {
            Some(agreed) => Some((self.promise(agreed, &log, plan, &steps)?, agreed)),
            None => None,
        };
        if let Some((name, _)) = &promise
            && log.outcome == Outcome::Advance
            && !log.fallback
            && steps.is_empty()
        {
            steps.push(self.step(name)?);
        }
        let is_fallback = log.fallback && log.outcome == Outcome::Advance;
        if log.outcome == Outcome::Advance && steps.is_empty() && !is_fallback {
            return Err(Refusal::NothingGained);
        }
        let gained = steps.iter().map(|(_, name, _)| name.clone()).collect();
        let (outcome, note) = (log.outcome, log.note);
        let mut facts = vec![Fact::CallHeld { call: log.call, outcome, gained, note }];
        let promised = promise.as_ref().map(|(name, _)| name.as_str());
        for (_, milestone, reached) in steps {
            if reached.is_none() && promised != Some(milestone.as_str()) {
                facts.extend(self.kept(&milestone));
                facts.push(Fact::MilestoneReached { milestone, stage: false, evidence: None });
            }
        }
        if let Some((milestone, agreed)) = promise {
            facts.push(self.committed(milestone, agreed));
        }
        match outcome {
            Outcome::Order => facts.push(Fact::DealWon { event: None }),
            Outcome::NoSale => facts.push(Fact::DealLost { event: None, reason: None }),
            Outcome::Advance | Outcome::Continuation => {}
        }
        Ok(facts.into_iter().map(|fact| Draft { fact, values: Values::default() }).collect())
    }

    /// The milestones that were gained, in the order of the process.
    fn gained(&self, log: &Log, plan: Option<&Plan>) -> Result<Vec<Step>, Refusal> {
        if log.fallback && plan.is_none_or(|plan| plan.fallback.is_none()) {
            return Err(Refusal::NoFallback);
        }
        let mut steps: Vec<Step> =
            log.gained.iter().map(|name| self.step(name)).collect::<Result<_, _>>()?;
        let named = log.agreed.as_ref().is_some_and(|agreed| agreed.milestone.is_some());
        if log.outcome == Outcome::Advance && steps.is_empty() && !log.fallback && !named {
            let planned = plan.and_then(|plan| plan.milestone);
            let planned = planned.map(|sym| self.step(self.book.text(sym))).transpose()?;
            steps.extend(planned);
        }
        steps.sort();
        steps.dedup();
        Ok(steps)
    }

    fn step(&self, name: &str) -> Result<Step, Refusal> {
        let (name, reached) = self.milestone(name)?;
        let place = self.process.place_of(&name).unwrap_or_default();
        Ok((place, name, reached))
    }

    /// What was agreed to: a milestone, or the fallback in its own words.
    fn promise(
        &self,
        agreed: &Agreed,
        log: &Log,
        plan: Option<&Plan>,
        steps: &[Step],
    ) -> Result<String, Refusal> {
        if let Some(name) = &agreed.milestone {
            return Ok(self.step(name)?.1);
        }
        let fallback = plan.and_then(|plan| plan.fallback).filter(|_| log.fallback);
        let words = fallback.map(|sym| self.book.text(sym).to_owned());
        let furthest = steps.last().map(|(_, name, _)| name.clone());
        let advanced = log.outcome == Outcome::Advance;
        words.or(furthest).filter(|_| advanced).ok_or(Refusal::NothingAgreed(agreed.due))
    }

    /// A new day for what was agreed before, or a new commitment.
    fn committed(&self, milestone: String, agreed: &Agreed) -> Fact {
        let due = agreed.due;
        match self.promised_before(&milestone) {
            Some(commitment) => Fact::CommitmentRenegotiated { commitment, due },
            None => {
                let commitment = agreed.commitment.clone();
                Fact::CommitmentMade { commitment, milestone, due, by: None }
            }
        }
    }

    /// A milestone that is reached keeps what was agreed about it.
    fn kept(&self, milestone: &str) -> Option<Fact> {
        let commitment = self.promised_before(milestone)?;
        Some(Fact::CommitmentKept { commitment })
    }

    /// The open commitment to a milestone.
    fn promised_before(&self, milestone: &str) -> Option<String> {
        let place = self.process.place_of(milestone);
        let same = |raw: &str| match place {
            Some(place) => self.process.place_of(raw) == Some(place),
            None => raw == milestone,
        };
        let mut open = self.deal.commitments.iter().filter(|c| c.is_open());
        let found = open.find(|c| same(self.book.text(c.milestone)))?;
        Some(self.book.text(found.id).to_owned())
    }
}
