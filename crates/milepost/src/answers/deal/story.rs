//! A deal's facts as lines of a story: what happened, when, who did it, what changed.

use std::collections::BTreeMap;

use ledger::call::{Call, Plan};
use ledger::commitment::End;
use ledger::deal::{Deal, Entry, Known, Paper, State, What};
use ledger::event::Outcome;
use ledger::names::Sym;
use ledger::path::Reader;
use ledger::time::{Day, Moment};
use serde::Serialize;

use super::super::Lens;
use super::super::table::Cell;
use crate::texts::t;

/// One fact.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// When it happened.
    pub at: Moment,
    /// The day it happened on.
    pub day: Day,
    /// When it was known, if that was on a later day.
    pub known_at: Option<Moment>,
    /// That day.
    pub known: Option<Day>,
    /// What kind of fact it is, in a word for programs.
    pub kind: &'static str,
    /// What happened, in words.
    pub what: String,
    /// The milestone it is about.
    pub milestone: Option<String>,
    /// The milestones that it took back.
    pub taken_back: Vec<String>,
    /// Who did it or entered it.
    pub who: Option<String>,
    /// Values that changed.
    pub changes: Vec<Change>,
}

/// A value that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Which.
    pub field: String,
    /// What it was, if anything was known.
    pub from: Option<String>,
    /// What it is from now on.
    pub to: String,
}

/// The whole story.
pub(super) fn tell(deal: &Deal, lens: &Lens) -> Vec<Line> {
    let reached = vec![false; lens.process.milestones.len()];
    let (reader, values) = (lens.reader(), BTreeMap::new());
    let mut teller = Teller { lens, deal, reader, values, reached, state: State::Open };
    deal.entries.iter().map(|entry| teller.line(entry)).collect()
}

/// What is known and reached before the next line.
struct Teller<'a> {
    lens: &'a Lens<'a>,
    deal: &'a Deal,
    reader: Reader,
    values: BTreeMap<String, String>,
    reached: Vec<bool>,
    state: State,
}

impl Teller<'_> {
    fn line(&mut self, entry: &Entry) -> Line {
        let place = self.reader.place(self.deal, entry);
        let taken_back = self.step(entry, place);
        let set = self.lens.book.values(entry);
        let changes = set.map_or(Vec::new(), |set| self.changes(set));
        let (day, known) = (self.day(entry.at), self.day(entry.known));
        let actor = self.lens.book.text_of(entry.actor);
        let name = |place: usize| self.lens.process.milestones[place].name.clone();
        Line {
            at: entry.at,
            day,
            known_at: (known > day).then_some(entry.known),
            known: (known > day).then_some(known),
            kind: kind(entry.what),
            what: self.what(entry, place, &taken_back),
            milestone: place.map(name),
            taken_back,
            who: actor.map(|id| self.lens.people.person(id).to_owned()),
            changes,
        }
    }

    fn day(&self, moment: Moment) -> Day {
        self.lens.settings.day_of(moment)
    }

    /// Takes the step and says which milestones it took back.
    fn step(&mut self, entry: &Entry, place: Option<usize>) -> Vec<String> {
        let open = self.state == State::Open;
        match (entry.what, place) {
            (What::Won, _) => self.state = State::Won,
            (What::Lost, _) => self.state = State::Lost,
            (What::Reopened, _) => self.state = State::Open,
            (What::StageSet, place) => {
                self.state = State::Open;
                let Some(place) = place else { return Vec::new() };
                self.reached[place] = true;
                return self.take_back(place + 1, self.reached.len());
            }
            (What::Reached | What::Activity, Some(place)) if open => self.reached[place] = true,
            (What::Undone, Some(place)) => return self.take_back(place, place + 1),
            _ => {}
        }
        Vec::new()
    }

    fn take_back(&mut self, from: usize, to: usize) -> Vec<String> {
        let milestones = &self.lens.process.milestones;
        let back = (from..to).filter(|place| std::mem::take(&mut self.reached[*place]));
        back.map(|place| milestones[place].name.clone()).collect()
    }

    fn changes(&mut self, set: &Known) -> Vec<Change> {
        let mut changes = Vec::new();
        for (field, to) in said(set, self.lens) {
            let from = self.values.insert(field.clone(), to.clone());
            if from.as_ref() != Some(&to) {
                changes.push(Change { field, from, to });
            }
        }
        changes
    }

    fn what(&self, entry: &Entry, place: Option<usize>, taken_back: &[String]) -> String {
        let text = self.text(entry.text);
        let raw = entry.name.map_or("", |name| self.lens.book.raw(name));
        match entry.what {
            What::Opened => t!("answers-deal-opened").into(),
            What::Changed => t!("answers-deal-changed").into(),
            What::Reached | What::Activity => self.reached(entry, place, raw),
            What::StageSet if taken_back.is_empty() => t!("answers-deal-stage", stage = raw),
            What::StageSet => {
                t!("answers-deal-stage-back", stage = raw, names = taken_back.join(", "))
            }
            What::Undone => {
                let back = t!("answers-deal-undone", milestone = self.lens.called(raw));
                format!("{back}{text}")
            }
            What::Won => format!("{}{}", t!("answers-deal-was-won"), recorded("Won", raw)),
            What::Lost => format!("{}{}{text}", t!("answers-deal-was-lost"), recorded("Lost", raw)),
            What::Reopened => t!("answers-deal-reopened").into(),
            _ => {
                self.lens.book.paper(entry).map_or(String::new(), |paper| self.paper(paper, &text))
            }
        }
    }

    fn reached(&self, entry: &Entry, place: Option<usize>, raw: &str) -> String {
        let text = self.text(entry.text);
        let act = format!("{raw}{text}");
        match place {
            Some(place) if self.state == State::Open => {
                let name = &self.lens.process.milestones[place].name;
                let reached = t!("answers-deal-reached", milestone = name);
                format!("{reached}{}{text}", recorded(name, raw))
            }
            Some(_) => t!("answers-deal-after-the-end", act = act),
            None if entry.what == What::Reached => t!("answers-deal-no-milestone", act = act),
            None => act,
        }
    }

    fn paper(&self, paper: &Paper, reason: &str) -> String {
        match paper {
            Paper::Plan(call) => self.plan(call),
            Paper::Held { call, outcome, gained, note } => {
                let call = self.deal.calls.iter().find(|known| known.id == *call);
                let plan = call.and_then(|call| call.plan.as_ref());
                self.held(plan, *outcome, gained, *note)
            }
            Paper::Made(made) => {
                let step = self.lens.called(self.lens.book.text(made.milestone));
                match self.lens.book.text_of(made.by) {
                    Some(who) => {
                        t!("answers-deal-agreed-by", who = who, milestone = step, due = made.due)
                    }
                    None => t!("answers-deal-agreed", milestone = step, due = made.due),
                }
            }
            Paper::Ended { commitment, end } => {
                let step = self.lens.called(self.lens.book.text(self.promised(*commitment)));
                match end {
                    End::Kept => t!("answers-deal-kept", milestone = step),
                    End::Broken => {
                        format!("{}{reason}", t!("answers-deal-broken", milestone = step))
                    }
                    End::NewDate(due) => t!("answers-deal-put-off", milestone = step, due = due),
                }
            }
            Paper::TakenBack { said_at } => self.taken_back(*said_at),
        }
    }

    fn plan(&self, call: &Call) -> String {
        let Some(plan) = &call.plan else { return t!("answers-deal-planned-bare").into() };
        let book = self.lens.book;
        let (on, objective) = (self.day(plan.at), book.text(plan.objective));
        match book.text_of(plan.fallback) {
            None => t!("answers-deal-planned", on = on, objective = objective),
            Some(fallback) => {
                t!("answers-deal-planned-else", on = on, objective = objective, fallback = fallback)
            }
        }
    }

    /// The milestone of a commitment.
    fn promised(&self, commitment: Sym) -> Sym {
        let made = self.deal.commitments.iter().find(|c| c.id == commitment);
        made.map_or(commitment, |made| made.milestone)
    }

    /// What was taken back, and whether it counts again because the taking back was taken back itself.
    fn taken_back(&self, mut said_at: Moment) -> String {
        let mut back = true;
        let paper = loop {
            let mut of_it = self.deal.entries.iter().filter(|entry| entry.known == said_at);
            match of_it.find_map(|entry| self.lens.book.paper(entry)) {
                Some(Paper::TakenBack { said_at: before }) if *before < said_at => {
                    (said_at, back) = (*before, !back);
                }
                found => break found,
            }
        };
        let (what, about) = match paper {
            Some(Paper::Plan(Call { plan: Some(plan), .. })) => ("plan", Some(plan.objective)),
            Some(Paper::Made(made)) => ("made", Some(made.milestone)),
            Some(Paper::Ended { commitment, end }) => {
                let what = match end {
                    End::Kept => "kept",
                    End::Broken => "broken",
                    End::NewDate(_) => "put-off",
                };
                (what, Some(self.promised(*commitment)))
            }
            _ => ("held", None),
        };
        let about = about.map_or("", |sym| self.lens.called(self.lens.book.text(sym)));
        if back {
            t!("answers-deal-taken-back", what = what, about = about)
        } else {
            t!("answers-deal-counts-again", what = what, about = about)
        }
    }

    fn held(
        &self,
        plan: Option<&Plan>,
        outcome: Outcome,
        gained: &[Sym],
        note: Option<Sym>,
    ) -> String {
        let names: Vec<_> =
            gained.iter().map(|sym| self.lens.called(self.lens.book.text(*sym))).collect();
        let plan = plan.filter(|_| outcome == Outcome::Advance && names.is_empty());
        let fallback = plan.and_then(|plan| self.lens.book.text_of(plan.fallback));
        let (gain, gained) = match (names.as_slice(), fallback) {
            ([], Some(fallback)) => ("fallback", fallback.to_owned()),
            ([], None) => ("nothing", String::new()),
            (names, _) => ("names", names.join(", ")),
        };
        let outcome = match outcome {
            Outcome::Order => "order",
            Outcome::Advance => "advance",
            Outcome::Continuation => "continuation",
            Outcome::NoSale => "no-sale",
        };
        let held = t!("answers-deal-held", outcome = outcome, gain = gain, gained = gained);
        format!("{held}{}", self.text(note))
    }

    fn text(&self, text: Option<Sym>) -> String {
        self.lens.book.text_of(text).map_or(String::new(), |text| format!(": {text}"))
    }
}

/// The raw name, where it is not the one that was said.
fn recorded(said: &str, raw: &str) -> String {
    if raw.is_empty() || raw.trim().to_lowercase() == said.to_lowercase() {
        return String::new();
    }
    format!(" {}", t!("answers-deal-recorded-as", raw = raw))
}

/// What a set of values says, by the names of its fields.
fn said(set: &Known, lens: &Lens) -> Vec<(String, String)> {
    let book = lens.book;
    let named = [
        ("name", book.text_of(set.name)),
        ("account", book.text_of(set.account).map(|id| lens.people.account(id))),
        ("owner", book.text_of(set.owner).map(|id| lens.people.person(id))),
        ("source", book.text_of(set.source)),
        ("kind", book.text_of(set.kind)),
        ("category", book.text_of(set.category)),
        ("pipeline", book.text_of(set.pipeline)),
    ];
    let named = named.into_iter().filter_map(|(field, text)| Some((field, text?.to_owned())));
    let amount = set.amount.map(|amount| ("amount", super::written(amount)));
    let close = set.expected_close.map(|day| ("expected close", day.to_string()));
    let named = named.chain(amount).chain(close).map(|(field, text)| (field.to_owned(), text));
    let fields = set.fields.iter().flat_map(|fields| fields.iter());
    let own = fields.map(|(k, v)| (book.text(*k).to_owned(), book.text(*v).to_owned()));
    named.chain(own).collect()
}

fn kind(what: What) -> &'static str {
    match what {
        What::Opened => "opened",
        What::Changed => "changed",
        What::Reached => "reached",
        What::StageSet => "stage-set",
        What::Undone => "undone",
        What::Won => "won",
        What::Lost => "lost",
        What::Reopened => "reopened",
        What::CallPlanned => "call-planned",
        What::CallHeld => "call-held",
        What::CommitmentMade => "commitment-made",
        What::CommitmentKept => "commitment-kept",
        What::CommitmentBroken => "commitment-broken",
        What::CommitmentRenegotiated => "commitment-renegotiated",
        What::TakenBack => "taken-back",
        What::Activity => "activity",
    }
}

impl Line {
    pub(super) fn cells(&self) -> Vec<Cell> {
        let changes: Vec<_> = self.changes.iter().map(Change::written).collect();
        vec![
            Cell::Day(self.day),
            self.known.map_or(Cell::Empty, Cell::Day),
            Cell::Text(self.kind.into()),
            Cell::Text(self.what.clone()),
            Cell::text(self.who.as_deref()),
            Cell::Text(changes.join("; ")),
        ]
    }
}

impl Change {
    /// Which field, in words; a field that the company has of its own is called what it calls it.
    #[must_use]
    pub fn called(&self) -> &str {
        match self.field.as_str() {
            "name" => t!("answers-deal-name"),
            "account" => t!("answers-deal-account"),
            "owner" => t!("answers-deal-owner"),
            "source" => t!("answers-deal-source"),
            "kind" => t!("answers-deal-kind"),
            "category" => t!("answers-deal-category"),
            "pipeline" => t!("answers-deal-pipeline"),
            "amount" => t!("answers-deal-amount"),
            "expected close" => t!("answers-deal-expected-close"),
            own => own,
        }
    }

    fn written(&self) -> String {
        match &self.from {
            None => format!("{} {}", self.called(), self.to),
            Some(from) => format!("{} {from} → {}", self.called(), self.to),
        }
    }
}
