//! A deal read under a process: which milestones its customer has taken, and when.

use crate::book::Book;
use crate::deal::{Deal, Entry, State, What};
use crate::process::Process;
use crate::time::Moment;

/// Reads deals of one book under one process.
#[derive(Clone, Debug)]
pub struct Reader {
    /// By the index of the raw name's symbol.
    places: Vec<Option<usize>>,
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
        let places = book.raw_names().iter().map(|raw| process.place_of(raw)).collect();
        Reader { places, milestones: process.milestones.len() }
    }

    /// Where an entry's raw name stands in the process.
    #[must_use]
    pub fn place(&self, entry: &Entry) -> Option<usize> {
        self.places.get(entry.name?.index()).copied().flatten()
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
        let mut state = State::Open;
        for entry in deal.entries.iter().filter(|entry| entry.known < cut) {
            match entry.what {
                What::Won => state = State::Won,
                What::Lost => state = State::Lost,
                What::Reopened => state = State::Open,
                What::StageSet => {
                    state = State::Open;
                    self.set_stage(entry, path);
                }
                // What is logged after the end (an invoice, a survey) is no step towards it.
                What::Reached | What::Activity if state == State::Open => self.reach(entry, path),
                What::Undone => self.undo(entry, path),
                _ => {}
            }
            each(path, state, entry);
        }
    }

    fn reach(&self, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place(entry) {
            path.reached[place].get_or_insert(entry.at);
            path.move_to(path.current.max(Some(place)), entry);
        }
    }

    fn set_stage(&self, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place(entry) {
            path.reached[place + 1..].fill(None);
            path.reached[place].get_or_insert(entry.at);
            path.move_to(Some(place), entry);
        }
    }

    fn undo(&self, entry: &Entry, path: &mut Path) {
        if let Some(place) = self.place(entry) {
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
        let next = self.current.map_or(0, |place| place + 1);
        (next < self.reached.len()).then_some(next)
    }

    /// The milestones before the furthest one that were not reached.
    pub fn skipped(&self) -> impl Iterator<Item = usize> {
        (0..self.current.unwrap_or(0)).filter(|place| self.reached[*place].is_none())
    }

    /// How often the deal went back.
    #[must_use]
    pub fn steps_back(&self) -> usize {
        self.moves.iter().filter(|m| m.to < m.from).count()
    }
}
