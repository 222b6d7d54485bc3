//! History: the spells at risk that statistics read, from what was known before a moment.
//!
//! A *run* of a deal lasts from when it was opened (or reopened) to when it was won or lost. Within a
//! run, a *spell* is the time at one place of the path. Open runs are censored, never dropped.

use std::ops::Range;

use ledger::book::Book;
use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::Moment;

/// All spells and runs of a book, as known before a moment.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Spells, deal by deal and in order.
    pub spells: Vec<Spell>,
    /// Runs, deal by deal and in order.
    pub runs: Vec<Run>,
}

/// Time at one place of the path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    /// The index of its run.
    pub run: usize,
    /// 0 before the first milestone, else the number of the furthest one, counted from 1.
    pub place: usize,
    /// When it began.
    pub from: Moment,
    /// When the deal moved on or ended; absent while it is there.
    pub to: Option<Moment>,
}

/// A deal from its opening to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// The index of the deal in the book.
    pub deal: usize,
    /// When it was opened.
    pub from: Moment,
    /// When it ended and whether it was won; absent while it is open.
    pub end: Option<(Moment, bool)>,
    /// The deal's amount as known when it ended, or now.
    pub amount: Option<Money>,
}

impl History {
    /// The history of `book` under `process`, of what was known before `cut`.
    #[must_use]
    pub fn known_before(cut: Moment, book: &Book, process: &Process) -> History {
        History::of(0..book.deals().len(), cut, book, process)
    }

    /// The same of some deals.
    #[must_use]
    pub fn of(deals: Range<usize>, cut: Moment, book: &Book, process: &Process) -> History {
        let reader = Reader::new(process, book);
        let mut history = History::default();
        let mut path = Path::default();
        for i in deals {
            history.read(i, &book.deals()[i], cut, book, &reader, &mut path);
        }
        history
    }

    /// Spells of a run that is still open: where each open deal stands.
    pub fn standing(&self) -> impl Iterator<Item = (&Run, &Spell)> {
        let open = self.spells.iter().filter(|spell| spell.to.is_none());
        open.map(|spell| (&self.runs[spell.run], spell)).filter(|(run, _)| run.end.is_none())
    }

    fn read(
        &mut self,
        i: usize,
        deal: &Deal,
        cut: Moment,
        book: &Book,
        reader: &Reader,
        path: &mut Path,
    ) {
        let known = || deal.entries.iter().filter(|entry| entry.known < cut);
        let Some(first) = known().find(|e| e.what == What::Opened).or(known().next()) else {
            return;
        };
        let mut amount = None;
        let mut open = false;
        let mut from = first.at;
        reader.read_known(deal, cut, path, |path, state, entry| {
            let at = entry.at.max(from);
            let is_new = self.runs.last().is_none_or(|run| run.deal != i);
            // A deal may be known by its end alone: then it has a run of no length.
            if !open && (state == State::Open || is_new) {
                open = true;
                from = if is_new { from } else { at };
                self.begin(i, from);
            }
            if open {
                self.move_to(path.current.map_or(0, |milestone| milestone + 1), at);
            }
            amount = book.values(entry).and_then(|values| values.amount).or(amount);
            if let Some(run) = self.runs.last_mut() {
                run.amount = amount;
            }
            if open && state != State::Open {
                open = false;
                self.end(at, state == State::Won);
            }
        });
    }

    fn begin(&mut self, deal: usize, from: Moment) {
        self.runs.push(Run { deal, from, end: None, amount: None });
        self.spells.push(Spell { run: self.runs.len() - 1, place: 0, from, to: None });
    }

    fn move_to(&mut self, place: usize, at: Moment) {
        let Some(last) = self.spells.last_mut() else { return };
        if last.place == place {
            return;
        }
        if last.from >= at {
            // Several steps of one moment: only the last one is a place where the deal stayed.
            last.place = place;
            return;
        }
        last.to = Some(at);
        let run = last.run;
        self.spells.push(Spell { run, place, from: at, to: None });
    }

    fn end(&mut self, at: Moment, won: bool) {
        if let (Some(spell), Some(run)) = (self.spells.last_mut(), self.runs.last_mut()) {
            let at = at.max(spell.from);
            spell.to = Some(at);
            run.end = Some((at, won));
        }
    }
}

#[cfg(test)]
mod tests;
