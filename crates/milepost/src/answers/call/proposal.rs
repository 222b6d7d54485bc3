//! What to plan next for a deal: the next milestone, what to ask the customer for, by when, the day of
//! the call and a fallback. From the process; where it is silent, from what won deals did there.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::call::Call;
use ledger::deal::{Deal, State};
use ledger::event::Outcome;
use ledger::objective::{names_an_act, without_day};
use ledger::path::Path;
use ledger::process::Milestone;
use ledger::time::Day;
use serde::Serialize;

use super::super::table::{Cell, Table};
use super::super::{Answer, AsOf, Lens, Question, Refusal};
use super::{Planned, planned};
use crate::texts::t;

/// Fewer agreed days than this say nothing about how far ahead is usual.
const FEWEST: usize = 3;

/// A day that was agreed is a good day for the next call if it is no further away.
const SOON: i32 = 14;

/// What should be planned next for this deal?
#[derive(Clone, Debug, Default)]
pub struct PlanCall {
    /// Its id.
    pub id: String,
    /// The milestone to plan for; the next one if it is left out.
    pub milestone: Option<String>,
}

/// A call as it is proposed.
#[derive(Clone, Debug, Serialize)]
pub struct Proposal {
    /// The moment.
    pub as_of: AsOf,
    /// The deal.
    pub deal: String,
    /// What it or its customer is called.
    pub account: Option<String>,
    /// The milestone that comes next; none where only the order is missing.
    pub milestone: Option<String>,
    /// What the customer should agree to do.
    pub objective: String,
    /// Where the objective is from.
    pub from: Origin,
    /// By when the customer should do it, if that can be said.
    pub by: Option<Day>,
    /// The day of the call.
    pub on: Day,
    /// What to ask for otherwise.
    pub fallback: String,
    /// Why these are proposed.
    pub because: String,
    /// The process's milestones that the deal has not reached.
    pub milestones: Vec<String>,
    /// Calls that are planned already.
    pub planned: Vec<Planned>,
}

/// Where an objective is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The milestone says what to ask for.
    Process,
    /// It gained this milestone most often in deals that were won.
    WonDeals,
    /// It is made from the milestone's name.
    Milestone,
}

impl Question for PlanCall {
    type Answer = Proposal;

    fn about(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn ask(&self, lens: &Lens) -> Result<Proposal, Refusal> {
        let deal = super::sheet::open_deal(&self.id, lens)?;
        let path = lens.reader().read(deal);
        let place = match &self.milestone {
            Some(name) => Some(lens.process.place_of(name).ok_or_else(|| unknown(name, lens))?),
            None => path.next(),
        };
        let seen = Seen::at(place, lens);
        let (objective, from) = objective(place, &seen, lens);
        let ahead = seen.ahead().or_else(|| usual(place, lens));
        let on = day_of_call(deal, lens.as_of.day);
        let name = |place: usize| lens.process.milestones[place].name.clone();
        let open = (0..path.reached.len()).filter(|place| path.reached[*place].is_none());
        Ok(Proposal {
            as_of: lens.as_of,
            deal: lens.book.text(deal.id).to_owned(),
            account: lens.account(deal).or(lens.book.text_of(deal.known.name)).map(str::to_owned),
            milestone: place.map(name),
            because: because(from, &seen, ahead, &path, lens),
            objective,
            from,
            by: ahead.map(|days| working(on.plus(days))),
            on,
            fallback: seen.fallback().unwrap_or_else(|| fallback(place, lens)),
            milestones: open.map(name).collect(),
            planned: planned(deal, lens),
        })
    }
}

fn unknown(name: &str, lens: &Lens) -> Refusal {
    let names: Vec<_> = lens.process.milestones.iter().map(|m| m.name.as_str()).collect();
    let names = names.join(", ");
    Refusal(t!("answers-deal-not-its-milestone", name = name, names = names))
}

/// What deals that were won show of calls for one milestone.
#[derive(Default)]
struct Seen {
    /// Objectives that gained it, and how often.
    objectives: BTreeMap<String, usize>,
    /// Fallbacks, and how often they were planned.
    fallbacks: BTreeMap<String, usize>,
    /// How many days ahead customers agreed to it.
    ahead: Vec<i32>,
}

impl Seen {
    fn at(place: Option<usize>, lens: &Lens) -> Seen {
        let mut seen = Seen::default();
        let same = |raw: Option<&str>| raw.and_then(|raw| lens.process.place_of(raw)) == place;
        for deal in lens.book.deals().iter().filter(|deal| deal.state == State::Won) {
            let calls = deal.calls.iter().filter(|call| {
                let plan = call.plan.as_ref();
                plan.is_some_and(|plan| same(lens.book.text_of(plan.milestone)))
            });
            for call in calls {
                seen.take(call, lens.book);
            }
            let agreed = deal.commitments.iter();
            let agreed =
                agreed.filter(|c| place.is_some() && same(Some(lens.book.text(c.milestone))));
            let ahead = agreed.map(|c| c.due.0 - lens.settings.day_of(c.made_at).0);
            seen.ahead.extend(ahead.filter(|days| *days >= 0));
        }
        seen.ahead.sort_unstable();
        seen
    }

    fn take(&mut self, call: &Call, book: &Book) {
        let Some(plan) = &call.plan else { return };
        let gained = call
            .held
            .as_ref()
            .is_some_and(|held| held.outcome == Outcome::Order || !held.gained.is_empty());
        let objective = without_day(book.text(plan.objective));
        if gained && names_an_act(objective) {
            *self.objectives.entry(objective.to_owned()).or_default() += 1;
        }
        if let Some(fallback) = book.text_of(plan.fallback) {
            *self.fallbacks.entry(fallback.to_owned()).or_default() += 1;
        }
    }

    /// The objective that gained it most often.
    fn objective(&self) -> Option<(String, usize)> {
        most(&self.objectives)
    }

    fn fallback(&self) -> Option<String> {
        most(&self.fallbacks).map(|(fallback, _)| fallback)
    }

    /// The middle of the days agreed ahead.
    fn ahead(&self) -> Option<i32> {
        (self.ahead.len() >= FEWEST).then(|| self.ahead[self.ahead.len() / 2])
    }
}

fn most(counts: &BTreeMap<String, usize>) -> Option<(String, usize)> {
    let best = counts.iter().max_by_key(|(_, count)| **count)?;
    Some((best.0.clone(), *best.1))
}

fn objective(place: Option<usize>, seen: &Seen, lens: &Lens) -> (String, Origin) {
    let milestone = place.and_then(|place| lens.process.milestones.get(place));
    let written = milestone.map(|m| m.objective.clone()).filter(|text| names_an_act(text));
    if let Some(objective) = written {
        return (objective, Origin::Process);
    }
    match seen.objective() {
        Some((objective, _)) => (objective, Origin::WonDeals),
        None => (example(milestone), Origin::Milestone),
    }
}

fn fallback(place: Option<usize>, lens: &Lens) -> String {
    match place.and_then(|place| lens.process.milestones.get(place)) {
        Some(milestone) => t!("answers-deal-fallback", milestone = milestone.name),
        None => t!("answers-deal-fallback-order").into(),
    }
}

/// What the customer could be asked for: the milestone itself; the order, where no milestone is left.
fn example(milestone: Option<&Milestone>) -> String {
    match milestone {
        None => t!("answers-deal-example-order").into(),
        Some(milestone) if names_an_act(&milestone.objective) => milestone.objective.clone(),
        Some(milestone) => t!("answers-deal-example", milestone = milestone.name),
    }
}

/// How long the process says it takes to get there from the milestone before.
fn usual(place: Option<usize>, lens: &Lens) -> Option<i32> {
    let before = place?.checked_sub(1)?;
    #[expect(clippy::cast_possible_truncation, reason = "a float is cut to the nearest integer")]
    let days = lens.process.milestones[before].usual_days?.ceil() as i32;
    Some(days.max(1))
}

/// The day on which the customer is to have done something, if that is near; else the next working day.
fn day_of_call(deal: &Deal, today: Day) -> Day {
    let due = deal.live_commitment().map(|commitment| commitment.due);
    let due = due.filter(|due| *due > today && *due <= today.plus(SOON));
    due.unwrap_or_else(|| working(today.plus(1)))
}

/// The day itself, or the Monday after it.
#[must_use]
pub fn working(day: Day) -> Day {
    let after_friday = i32::from(day.civil().weekday().to_monday_zero_offset()) - 4;
    if after_friday > 0 { day.plus(3 - after_friday) } else { day }
}

fn because(from: Origin, seen: &Seen, ahead: Option<i32>, path: &Path, lens: &Lens) -> String {
    let said = match from {
        Origin::Process => "process",
        Origin::WonDeals => "won",
        Origin::Milestone if path.next().is_none() => "reached",
        Origin::Milestone => "nothing",
    };
    let (source, days) = match (ahead, seen.ahead()) {
        (Some(_), Some(ahead)) => ("won", ahead),
        (Some(usual), None) => ("process", usual),
        _ => ("nothing", 0),
    };
    t!(
        "answers-deal-why",
        from = said,
        process = lens.process.name,
        times = seen.objective().map_or(0, |(_, times)| times),
        ahead = source,
        days = days,
        dates = seen.ahead.len(),
    )
}

impl Answer for Proposal {
    fn sentence(&self) -> String {
        let (deal, on, objective) = (&self.deal, self.on, &self.objective);
        match self.by {
            None => t!("answers-deal-call", deal = deal, on = on, objective = objective),
            Some(by) => {
                t!("answers-deal-call-by", deal = deal, on = on, objective = objective, by = by)
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        vec![self.because.clone()]
    }

    fn tables(&self) -> Vec<Table> {
        vec![Table {
            title: t!("answers-deal-proposed").into(),
            columns: vec!["deal", "milestone", "objective", "by", "on", "fallback"],
            rows: vec![vec![
                Cell::Deal(self.deal.clone()),
                Cell::text(self.milestone.as_deref()),
                Cell::Text(self.objective.clone()),
                self.by.map_or(Cell::Empty, Cell::Day),
                Cell::Day(self.on),
                Cell::Text(self.fallback.clone()),
            ]],
        }]
    }
}

#[cfg(test)]
mod tests {
    use ledger::objective::names_an_act;
    use ledger::process::Milestone;

    use super::example;
    use crate::texts::{Tongue, speaking_here, t};

    #[test]
    fn what_is_proposed_names_an_act_in_every_language() {
        for (tongue, ..) in Tongue::ALL {
            speaking_here(*tongue, || {
                for name in ["Trial agreed", "Bedarf vereinbart", "Budget"] {
                    let objective = example(Some(&Milestone::named(name)));
                    assert!(names_an_act(&objective), "{objective}");
                }
                assert!(names_an_act(&example(None)), "{}", example(None));
                let fallback = t!("answers-deal-fallback-order");
                assert!(names_an_act(fallback), "{fallback}");
            });
        }
    }
}
