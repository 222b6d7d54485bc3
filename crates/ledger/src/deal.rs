//! One possible sale: its facts in order, and the state that they imply.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::call::{Call, Held};
use crate::commitment::{Commitment, End};
use crate::event::Outcome;
use crate::money::Money;
use crate::names::Sym;
use crate::pages::Pages;
use crate::time::{Day, Moment};

/// A deal as known at the book's moment.
#[derive(Clone, Debug)]
pub struct Deal {
    /// Its id in the ledger.
    pub id: Sym,
    /// Open, won or lost.
    pub state: State,
    /// When it began: the fact that opened it, else its first fact.
    pub opened_at: Moment,
    /// When it was won or lost, while it is.
    pub closed_at: Option<Moment>,
    /// When its latest fact happened.
    pub last_at: Moment,
    /// How often it was won or lost and then open again.
    pub reopened: u32,
    /// What is known of it.
    pub known: Known,
    /// What its customer agreed to, in order.
    pub commitments: Vec<Commitment>,
    /// Its calls, planned and held, in order.
    pub calls: Vec<Call>,
    /// Its facts, ordered by when they happened.
    pub entries: Vec<Entry>,
}

/// Where a deal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Still possible.
    Open,
    /// The sale is made.
    Won,
    /// It will not be made.
    Lost,
}

impl State {
    /// What it is after one more fact.
    #[must_use]
    pub fn after(self, what: What) -> State {
        match what {
            What::Won => State::Won,
            What::Lost => State::Lost,
            What::Reopened | What::StageSet => State::Open,
            _ => self,
        }
    }
}

/// The latest value of each thing known of a deal; each field as in
/// [`Values`](crate::event::Values).
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each is documented where the event carries it")]
pub struct Known {
    pub name: Option<Sym>,
    pub account: Option<Sym>,
    pub owner: Option<Sym>,
    pub source: Option<Sym>,
    pub kind: Option<Sym>,
    pub category: Option<Sym>,
    pub pipeline: Option<Sym>,
    pub amount: Option<Money>,
    pub expected_close: Option<Day>,
    pub fields: Option<Box<BTreeMap<Sym, Sym>>>,
}

/// One fact of a deal, small enough to hold ten million.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// When it happened.
    pub at: Moment,
    /// When it was first known.
    pub known: Moment,
    /// Its order among facts of the same moment.
    pub order: i32,
    /// The raw event name; ask `Book::raw`.
    pub name: Option<Sym>,
    /// Evidence, reason, note, or kind of activity.
    pub text: Option<Sym>,
    /// Who did it.
    pub actor: Option<Sym>,
    /// Which of the book's papers (calls and commitments) or sets of values it carries.
    pub(crate) attached: Option<Place>,
    /// What happened.
    pub what: What,
}

/// A place in a list of the book, counted from 1 so that "none" takes no room.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place(NonZeroU32);

impl Place {
    /// The place of the last of `count` things.
    pub(crate) fn last_of(count: usize) -> Option<Place> {
        u32::try_from(count).ok().and_then(NonZeroU32::new).map(Place)
    }

    pub(crate) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The kind of fact an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named after the facts of `event.rs`")]
pub enum What {
    Opened,
    Changed,
    Reached,
    /// A milestone reached because the source system set the stage.
    StageSet,
    Undone,
    Won,
    Lost,
    Reopened,
    CallPlanned,
    CallHeld,
    CommitmentMade,
    CommitmentKept,
    CommitmentBroken,
    CommitmentRenegotiated,
    TakenBack,
    Activity,
}

impl Deal {
    pub(crate) fn new(id: Sym) -> Deal {
        Deal {
            id,
            state: State::Open,
            opened_at: Moment::MAX,
            closed_at: None,
            last_at: Moment::MIN,
            reopened: 0,
            known: Known::default(),
            commitments: Vec::new(),
            calls: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Whether it can still be won.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// The commitment that its customer has to keep next, if there is one.
    #[must_use]
    pub fn live_commitment(&self) -> Option<&Commitment> {
        let open = self.commitments.iter().filter(|c| c.is_open());
        open.min_by_key(|c| c.due)
    }

    /// Takes more facts; they count once the deal is settled.
    pub(crate) fn take(&mut self, entries: impl ExactSizeIterator<Item = Entry>) {
        if entries.len() > 0 {
            self.entries.reserve_exact(entries.len());
            self.entries.extend(entries);
            self.opened_at = Moment::MAX;
        }
    }

    /// Whether its state counts all facts it has.
    pub(crate) fn is_settled(&self) -> bool {
        self.opened_at != Moment::MAX
    }

    /// Puts the facts in order and reads the state from them, from the beginning.
    pub(crate) fn settle(&mut self, sets: &Pages<Known>, papers: &Pages<Paper>) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by_key(|entry| (entry.at, entry.order));
        *self = Deal::new(self.id);
        let taken_back = taken_back(&entries, papers);
        for entry in &entries {
            self.replay(entry);
            let Some(place) = entry.attached.map(Place::index) else { continue };
            if entry.what.has_paper() {
                if !taken_back.contains(&entry.known) {
                    self.file(entry, &papers[place]);
                }
            } else {
                self.known.learn(&sets[place]);
            }
        }
        let opened = entries.iter().find(|e| e.what == What::Opened).or(entries.first());
        self.opened_at = opened.map_or(Moment::MIN, |e| e.at);
        self.entries = entries;
    }

    fn replay(&mut self, entry: &Entry) {
        self.last_at = entry.at;
        match entry.what {
            What::Won => self.close(State::Won, entry.at),
            What::Lost => self.close(State::Lost, entry.at),
            What::Reopened | What::StageSet if !self.is_open() => {
                self.state = State::Open;
                self.closed_at = None;
                self.reopened += 1;
            }
            _ => {}
        }
    }

    /// The same outcome said twice keeps its first date.
    fn close(&mut self, state: State, at: Moment) {
        if self.state != state {
            self.state = state;
            self.closed_at = Some(at);
        }
    }

    fn file(&mut self, entry: &Entry, paper: &Paper) {
        match paper {
            Paper::Plan(call) => self.calls.push(call.clone()),
            Paper::Held { call, outcome, gained, note } => {
                let planned = self.calls.iter_mut().rev().find(|c| c.id == *call);
                let held =
                    Held { at: entry.at, outcome: *outcome, gained: gained.clone(), note: *note };
                match planned {
                    Some(planned) => planned.held = Some(held),
                    None => self.calls.push(Call::unplanned(*call, held)),
                }
            }
            Paper::Made(commitment) => self.commitments.push(commitment.clone()),
            Paper::Ended { commitment, end } => {
                let mut known = self.commitments.iter_mut();
                if let Some(found) = known.find(|c| c.id == *commitment) {
                    found.end(*end, entry.at);
                }
            }
            Paper::TakenBack { .. } => {}
        }
    }
}

/// The moments since which those things are known that some facts of a deal have taken back. What took back may be
/// taken back itself, so that the latest word counts first.
pub(crate) fn taken_back<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    papers: &Pages<Paper>,
) -> Vec<Moment> {
    let said = |entry: &Entry| match papers.get(entry.attached?.index())? {
        Paper::TakenBack { said_at } => Some((entry.known, *said_at)),
        _ => None,
    };
    let all = entries.into_iter().filter(|entry| entry.what == What::TakenBack);
    let mut all: Vec<(Moment, Moment)> = all.filter_map(said).collect();
    all.sort_by_key(|(known, _)| std::cmp::Reverse(*known));
    let mut back = Vec::new();
    for (known, said_at) in all {
        if !back.contains(&known) {
            back.push(said_at);
        }
    }
    back
}

/// What calls and commitments, and taking them back, say beyond their entry.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is documented where the event carries it")]
pub enum Paper {
    /// A call was planned.
    Plan(Call),
    /// A call was held.
    Held { call: Sym, outcome: Outcome, gained: Vec<Sym>, note: Option<Sym> },
    /// The customer agreed to a step.
    Made(Commitment),
    /// Something became of a commitment.
    Ended { commitment: Sym, end: End },
    /// What was said of calls and commitments at a moment counts no more, or again.
    TakenBack { said_at: Moment },
}

impl What {
    pub(crate) fn has_paper(self) -> bool {
        use What::{
            CallHeld, CallPlanned, CommitmentBroken, CommitmentKept, CommitmentMade,
            CommitmentRenegotiated, TakenBack,
        };
        matches!(
            self,
            CallPlanned
                | CallHeld
                | CommitmentMade
                | CommitmentKept
                | CommitmentBroken
                | CommitmentRenegotiated
                | TakenBack
        )
    }
}

impl Known {
    /// Takes over what `newer` says; what it does not say stays.
    pub fn learn(&mut self, newer: &Known) {
        let texts = [
            (&mut self.name, newer.name),
            (&mut self.account, newer.account),
            (&mut self.owner, newer.owner),
            (&mut self.source, newer.source),
            (&mut self.kind, newer.kind),
            (&mut self.category, newer.category),
            (&mut self.pipeline, newer.pipeline),
        ];
        for (mine, newer) in texts {
            *mine = newer.or(*mine);
        }
        self.amount = newer.amount.or(self.amount);
        self.expected_close = newer.expected_close.or(self.expected_close);
        if let Some(fields) = &newer.fields {
            self.fields.get_or_insert_default().extend(fields.iter().map(|(k, v)| (*k, *v)));
        }
    }
}
