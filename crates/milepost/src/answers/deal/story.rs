//! A deal's facts as lines of a story: what happened, when, who did it, what changed.

use std::collections::BTreeMap;

use ledger::call::Call;
use ledger::commitment::End;
use ledger::deal::{Deal, Entry, Known, Paper, State, What};
use ledger::event::Outcome;
use ledger::names::Sym;
use ledger::path::Reader;
use ledger::time::{Day, Moment};
use serde::Serialize;

use super::super::Lens;
use super::super::table::Cell;

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
        let back = match taken_back {
            [] => String::new(),
            names => format!("; {} taken back", names.join(", ")),
        };
        match entry.what {
            What::Opened => "Opened".into(),
            What::Changed => "Changed".into(),
            What::Reached | What::Activity => self.reached(entry, place, raw),
            What::StageSet => format!("Stage set to {raw}{back}"),
            What::Undone => format!("{} taken back{text}", self.lens.called(raw)),
            What::Won => format!("Won{}", recorded("Won", raw)),
            What::Lost => format!("Lost{}{text}", recorded("Lost", raw)),
            What::Reopened => "Opened again".into(),
            _ => {
                self.lens.book.paper(entry).map_or(String::new(), |paper| self.paper(paper, &text))
            }
        }
    }

    fn reached(&self, entry: &Entry, place: Option<usize>, raw: &str) -> String {
        let text = self.text(entry.text);
        match place {
            Some(place) if self.state == State::Open => {
                let name = &self.lens.process.milestones[place].name;
                format!("{name} reached{}{text}", recorded(name, raw))
            }
            Some(_) => format!("{raw}{text}, after the end: no step"),
            None if entry.what == What::Reached => {
                format!("{raw}{text}, which is no milestone of this process")
            }
            None => format!("{raw}{text}"),
        }
    }

    fn paper(&self, paper: &Paper, reason: &str) -> String {
        match paper {
            Paper::Plan(call) => self.plan(call),
            Paper::Held { call, outcome, gained, note } => {
                let call = self.deal.calls.iter().find(|known| known.id == *call);
                self.held(call, *outcome, gained, *note)
            }
            Paper::Made(made) => {
                let by = self.lens.book.text_of(made.by).map_or("the customer", |by| by);
                let step = self.lens.called(self.lens.book.text(made.milestone));
                format!("Commitment: {by} agreed to {step} by {}", made.due)
            }
            Paper::Ended { commitment, end } => {
                let made = self.deal.commitments.iter().find(|c| c.id == *commitment);
                let step = made.map_or(*commitment, |c| c.milestone);
                let step = self.lens.called(self.lens.book.text(step));
                match end {
                    End::Kept => format!("Commitment to {step} kept"),
                    End::Broken => format!("Commitment to {step} broken{reason}"),
                    End::NewDate(due) => format!("Commitment to {step} put off to {due}"),
                }
            }
        }
    }

    fn plan(&self, call: &Call) -> String {
        let Some(plan) = &call.plan else { return "Call planned".into() };
        let book = self.lens.book;
        let fallback =
            book.text_of(plan.fallback).map_or(String::new(), |f| format!("; else: {f}"));
        format!("Call planned for {}: {}{fallback}", self.day(plan.at), book.text(plan.objective))
    }

    fn held(
        &self,
        call: Option<&Call>,
        outcome: Outcome,
        gained: &[Sym],
        note: Option<Sym>,
    ) -> String {
        let names: Vec<_> =
            gained.iter().map(|sym| self.lens.called(self.lens.book.text(*sym))).collect();
        let plan = call.filter(|call| call.gained_fallback()).and_then(|call| call.plan.as_ref());
        let fallback = plan.and_then(|plan| self.lens.book.text_of(plan.fallback));
        let gained = match (names.as_slice(), fallback) {
            ([], Some(fallback)) => format!("the fallback: {fallback}"),
            ([], None) => "nothing gained".into(),
            (names, _) => names.join(", "),
        };
        let ended = match outcome {
            Outcome::Order => "an order",
            Outcome::Advance => "an advance",
            Outcome::Continuation => "a continuation",
            Outcome::NoSale => "no sale",
        };
        format!("Call held: {ended} ({gained}){}", self.text(note))
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
    format!(" (recorded as {raw})")
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
    fn written(&self) -> String {
        match &self.from {
            None => format!("{} {}", self.field, self.to),
            Some(from) => format!("{} {from} → {}", self.field, self.to),
        }
    }
}
