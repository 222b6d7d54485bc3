//! A deal read under a process: which milestones its customer has taken, and when.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::book::Book;
use crate::deal::{Deal, Entry, State, What};
use crate::names::Sym;
use crate::process::{Part, Process, fold_case};
use crate::time::Moment;

/// Reads deals of one book under one process.
#[derive(Clone, Debug)]
pub struct Reader {
    /// For each part of the process, by the index of the raw name's symbol.
    places: Vec<Vec<Option<usize>>>,
    /// The milestones of each part.
    own: Vec<Range<usize>>,
    /// The parts of pipelines that follow another one than the first.
    parts: BTreeMap<Sym, usize>,
    milestones: usize,
}

/// How far a deal is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// For each milestone, when it was reached, if it is now.
    pub reached: Vec<Option<Moment>>,
    /// The furthest milestone reached.
    pub current: Option<usize>,
    /// Since when the deal is there; before the first milestone, since it was opened.
    pub since: Moment,
    /// Every change of place, in order.
    pub moves: Vec<Move>,
    /// The milestones that the deal's own process has, of all: where several are read together, not all are.
    pub own: Range<usize>,
}

/// A change of a deal's place on the path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// When.
    pub at: Moment,
    /// When that was first known.
    pub known: Moment,
    /// The furthest milestone before.
    pub from: Option<usize>,
    /// The furthest milestone after.
    pub to: Option<usize>,
}

impl Reader {
    /// A reader of `book` under `process`.
    #[must_use]
    pub fn new(process: &Process, book: &Book) -> Reader {
        let milestones = process.milestones.len();
        let mut own: Vec<Range<usize>> =
            process.parts.iter().map(|part| part.own.clone()).collect();
        if own.is_empty() {
            own.push(0..milestones);
        }
        let names = book.raw_names();
        let places = |own: &Range<usize>| {
            names.iter().map(|raw| process.place_within(raw, own)).collect::<Vec<_>>()
        };
        let places = own.iter().map(places).collect();
        let mut parts = BTreeMap::new();
        if process.parts.len() > 1 {
            for pipeline in book.pipelines().iter() {
                let name = fold_case(book.text(*pipeline));
                let follows = |part: &Part| part.pipelines.contains(&name);
                if let Some(part) = process.parts.iter().position(follows) {
                    parts.insert(*pipeline, part);
                }
            }
        }
        Reader { places, own, parts, milestones }
    }

    /// The part of the process that a deal follows.
    fn part(&self, deal: &Deal) -> usize {
        let found = deal.known.pipeline.and_then(|pipeline| self.parts.get(&pipeline));
        found.copied().unwrap_or(0)
    }

    /// Where the raw name of a deal's entry stands in the process.
    #[must_use]
    pub fn place(&self, deal: &Deal, entry: &Entry) -> Option<usize> {
        self.place_in(self.part(deal), entry)
    }

    fn place_in(&self, part: usize, entry: &Entry) -> Option<usize> {
        self.places[part].get(entry.name?.index()).copied().flatten()
    }

    /// How far `deal` is.
    #[must_use]
    pub fn read(&self, deal: &Deal) -> Path {
        let mut path = Path { since: deal.opened_at, ..Path::default() };
        self.read_into(deal, &mut path);
        path
    }

    /// The same without a new allocation: for walks over all deals.
    pub fn read_into(&self, deal: &Deal, path: &mut Path) {
        self.read_known(deal, Moment::MAX, path, |_, _, _| {});
    }

    /// The same from what was known before `cut`. `each` is told the path after every fact that
    /// counts, and whether the deal is open, won or lost then.
    pub fn read_known(
        &self,
        deal: &Deal,
        cut: Moment,
        path: &mut Path,
        mut each: impl FnMut(&Path, State, &Entry),
    ) {
        path.reached.clear();
        path.reached.resize(self.milestones, None);
        path.moves.clear();
        path.current = None;
        path.since = deal.opened_at;
        let part = self.part(deal);
        path.own = self.own[part].clone();
        let mut state = State::Open;
        for entry in deal.entries.iter().filter(|entry| entry.known < cut) {
            state = state.after(entry.what);
            match entry.what {
                What::StageSet => self.set_stage(part, entry, path),
                // What is logged after the end (an invoice, a survey) is no step towards it.
                What::Reached | What::Activity if state == State::Open => {
                    self.reach(part, entry, path);
                }
                What::Undone => self.undo(part, entry, path),
                _ => {}
            }
            each(path, state, entry);
        }
    }

    fn reach(&self, part: usize, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place_in(part, entry) {
            path.reached[place].get_or_insert(entry.at);
            path.move_to(path.current.max(Some(place)), entry);
        }
    }

    fn set_stage(&self, part: usize, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place_in(part, entry) {
            path.reached[place + 1..].fill(None);
            path.reached[place].get_or_insert(entry.at);
            path.move_to(Some(place), entry);
        }
    }

    fn undo(&self, part: usize, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place_in(part, entry) {
            path.reached[place] = None;
            let furthest = path.reached.iter().rposition(Option::is_some);
            path.move_to(furthest, entry);
        }
    }
}

impl Path {
    fn move_to(&mut self, to: Option<usize>, entry: &Entry) {
        if to != self.current {
            let moved = Move { at: entry.at, known: entry.known, from: self.current, to };
            self.moves.push(moved);
            self.current = to;
            self.since = entry.at;
        }
    }

    /// The milestone that comes next: the one after the furthest reached.
    #[must_use]
    pub fn next(&self) -> Option<usize> {
        let next = self.current.map_or(self.own.start, |place| place + 1);
        (next < self.own.end).then_some(next)
    }

    /// The milestones before the furthest one that were not reached.
    pub fn skipped(&self) -> impl Iterator<Item = usize> {
        (self.own.start..self.current.unwrap_or(0)).filter(|place| self.reached[*place].is_none())
    }

    /// How often the deal went back.
    #[must_use]
    pub fn steps_back(&self) -> usize {
        self.moves.iter().filter(|m| m.to < m.from).count()
    }
}
