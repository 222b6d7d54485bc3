//! Calls planned and held, and what customers agreed to: made, kept, broken, given a new date.

use ledger::event::{Fact, Outcome};
use ledger::time::{DAY_MS, Day, Moment};

use super::pen::moment;
use super::process::{ORDER, fallback};
use super::story::Teller;
use super::walk::{Turn, Turns};

const ROLES: [&str; 5] = [
    "Plant manager",
    "Managing director",
    "Chief engineer",
    "Finance director",
    "Head of purchasing",
];
const NOTES: [&str; 4] = [
    "Friendly, but nothing agreed. They will be in touch.",
    "Wanted to talk about the sensors again; no date.",
    "Our contact was called away after ten minutes.",
    "They have to ask the works council first.",
];

impl Teller<'_> {
    /// A call that gained nothing; some planned ones never took place.
    pub(super) fn talk(&mut self, day: Day, place: usize) {
        let at = self.at(day);
        self.plan(at, place);
        if !self.dice.chance(0.07) {
            let note = Some((*self.dice.pick(&NOTES)).to_owned());
            self.hold(at, Outcome::Continuation, Vec::new(), note);
        }
    }

    /// A call on which the customer agreed to a step by a date.
    pub(super) fn promise(&mut self, day: Day, place: usize, due: Day) {
        let milestone = self.world.truth.milestones[place].name.to_owned();
        let at = self.at(day);
        self.plan(at, place);
        self.hold(at, Outcome::Advance, vec![milestone.clone()], None);
        self.promises += 1;
        let by = self.dice.chance(0.8).then(|| (*self.dice.pick(&ROLES)).to_owned());
        let commitment = self.commitment();
        let fact = Fact::CommitmentMade { commitment, milestone, due, by };
        let note = self.note(at, fact).order(1);
        self.pen.write(note);
    }

    pub(super) fn keep(&mut self, day: Day) {
        let fact = Fact::CommitmentKept { commitment: self.commitment() };
        self.end(day, fact);
    }

    pub(super) fn break_promise(&mut self, day: Day) {
        let reasons = ["No time", "The person who decides was away", "They changed their mind"];
        let reason = self.dice.chance(0.6).then(|| (*self.dice.pick(&reasons)).to_owned());
        let fact = Fact::CommitmentBroken { commitment: self.commitment(), reason };
        self.end(day, fact);
    }

    pub(super) fn postpone(&mut self, day: Day, due: Day) {
        let fact = Fact::CommitmentRenegotiated { commitment: self.commitment(), due };
        self.end(day, fact);
    }

    fn end(&mut self, day: Day, fact: Fact) {
        let at = self.at(day);
        let note = self.note(at, fact);
        self.pen.write(note);
    }

    /// Some orders are given on a call.
    pub(super) fn order_call(&mut self, day: Day) {
        if self.plans_on(day) && self.dice.chance(0.6) {
            let at = self.at(day);
            self.plan(at, self.world.truth.milestones.len());
            self.hold(at, Outcome::Order, Vec::new(), None);
        }
    }

    /// Some customers say no on a call; those that went quiet don't.
    pub(super) fn no_sale_call(&mut self, day: Day, stalled: bool) {
        if self.plans_on(day) && !stalled && self.dice.chance(0.4) {
            let at = self.at(day);
            self.calls += 1;
            self.hold(at, Outcome::NoSale, Vec::new(), None);
        }
    }

    /// The next call of a deal that is open today.
    pub(super) fn plan_ahead(&mut self, turns: &Turns) {
        if self.dice.chance(0.45) {
            return;
        }
        let reached = turns.iter().rev().find_map(|(_, turn)| match turn {
            Turn::Reached(place) => Some(place + 1),
            _ => None,
        });
        let day = self.world.today.plus(self.dice.between(0, 9));
        let planned_for = moment(day, self.dice.between(32, 64) * 15);
        let at = self.at(self.world.today.plus(-1));
        self.calls += 1;
        self.write_plan(at, planned_for, reached.unwrap_or(0));
    }

    fn plans_on(&self, day: Day) -> bool {
        self.prospect.plans && day >= self.world.plans_since
    }

    /// Begins a call. Most were planned some days before, but not before the last step.
    fn plan(&mut self, held: Moment, place: usize) {
        self.calls += 1;
        let before = i64::from(self.dice.between(1, 6));
        let at = Moment(held.plus_days(-before).0 + i64::from(self.dice.between(-60, 60)) * 60_000);
        let first = self.since.max(self.world.plans_since.start());
        if at > first && self.dice.chance(0.85) {
            let quarter = DAY_MS / 96;
            self.write_plan(at, Moment(held.0 / quarter * quarter), place);
        }
    }

    fn write_plan(&mut self, at: Moment, planned_for: Moment, place: usize) {
        let step = self.world.process.milestones.get(place);
        let fact = Fact::CallPlanned {
            call: self.call(),
            objective: step.map_or_else(|| ORDER.0.to_owned(), |step| step.objective.clone()),
            milestone: step.map(|step| step.name.clone()),
            fallback: Some(fallback(place).to_owned()),
            planned_for,
        };
        let note = self.note(at, fact);
        self.pen.write(note);
    }

    fn hold(&mut self, at: Moment, outcome: Outcome, gained: Vec<String>, text: Option<String>) {
        let fact = Fact::CallHeld { call: self.call(), outcome, gained, note: text };
        let note = self.note(at, fact);
        self.pen.write(note);
    }

    fn call(&self) -> String {
        format!("{}-C{}", self.prospect.id, self.calls)
    }

    fn commitment(&self) -> String {
        format!("{}-A{}", self.prospect.id, self.promises)
    }
}
