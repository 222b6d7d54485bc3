//! The lives of all deals, read once: every run with its end, and what was known of each deal at each of
//! some moments while it was open.
//!
//! **A life says when each thing became known**, so that every past moment can be served from one
//! reading: what was known before `cut` is the part of it that bears an earlier time. Where that part
//! is not simply the beginning (a fact entered late, an amount corrected after the end), the deal is
//! read anew for every cut.

use std::borrow::Cow;

use ledger::book::Book;
use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::Moment;

use super::design::Bits;
use super::facts::Facts;

/// All deals of a book under a process, at some moments.
pub(super) struct Lives<'a> {
    book: &'a Book,
    reader: Reader,
    /// Which bit of `Facts::seen` stands for which raw name.
    pub(super) bits: Bits,
    /// The moments at which deals are looked at, in order.
    moments: Vec<Moment>,
    /// What was known at those moments, by moment and within it by the deal's id.
    rows: Vec<Row>,
    /// For each moment, where its rows begin; one more at the end.
    starts: Vec<usize>,
    runs: Vec<Run>,
    /// Deals that are read anew for every cut, in the order of their ids.
    odd: Vec<usize>,
    /// For each deal of the book, its place in the order of ids.
    ranks: Vec<u32>,
    /// For each deal of the book, a number that its id alone decides.
    pub(super) marks: Vec<u32>,
}

/// An open deal at a moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its index in the book.
    pub(super) deal: usize,
    /// The index of the moment.
    pub(super) at: usize,
    /// What was known of it.
    pub(super) facts: Facts,
}

/// A deal from its opening to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Its index in the book.
    pub(super) deal: usize,
    /// When it was opened, and when that was known.
    pub(super) from: Moment,
    known: Moment,
    /// How it ended.
    pub(super) end: Option<Ending>,
    /// Its amount as known when it ended; nothing while it is open.
    pub(super) amount: Option<Money>,
}

/// The end of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) at: Moment,
    known: Moment,
    pub(super) won: bool,
}

/// What was known before a moment.
pub(super) struct Known<'l> {
    /// Every run, by the id of its deal; its end only if it was known.
    pub(super) runs: Vec<Run>,
    /// Every open deal at every earlier moment, by moment, then by id.
    pub(super) rows: Cow<'l, [Row]>,
}

impl<'a> Lives<'a> {
    /// Reads every deal of a book.
    pub(super) fn read(book: &'a Book, process: &Process, mut moments: Vec<Moment>) -> Lives<'a> {
        moments.sort_unstable();
        moments.dedup();
        let mut order: Vec<usize> = (0..book.deals().len()).collect();
        order.sort_by_key(|deal| book.text(book.deals()[*deal].id));
        let mut ranks = vec![0; order.len()];
        for (rank, deal) in (0..).zip(&order) {
            ranks[*deal] = rank;
        }
        let marks = book.deals().iter().map(|deal| mark(book.text(deal.id))).collect();
        let reader = Reader::new(process, book);
        let (rows, runs, odd) = (Vec::new(), Vec::new(), Vec::new());
        let starts = Vec::new();
        let bits = Bits::new(book);
        let mut lives =
            Lives { book, reader, bits, moments, rows, starts, runs, odd, ranks, marks };
        let (mut path, mut rows, mut runs) = (Path::default(), Vec::new(), Vec::new());
        for deal in order {
            if is_odd(&book.deals()[deal], book) {
                lives.odd.push(deal);
            } else {
                lives.tell(deal, Moment::MAX, &mut path, &mut rows, &mut runs);
            }
        }
        // In place: a second list of all rows is what would take most memory.
        rows.sort_unstable_by_key(|row: &Row| (row.at, lives.ranks[row.deal]));
        let begin = |at: usize| rows.partition_point(|row| row.at < at);
        lives.starts = (0..=lives.moments.len()).map(begin).collect();
        (lives.rows, lives.runs) = (rows, runs);
        lives
    }

    /// The moments, in order.
    pub(super) fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// What was known before a moment.
    pub(super) fn before(&self, cut: Moment) -> Known<'_> {
        let until = self.moments.partition_point(|moment| *moment < cut);
        let mut rows = Cow::Borrowed(&self.rows[..self.starts[until]]);
        let known = self.runs.iter().filter(|run| run.known < cut);
        let mut runs: Vec<Run> = known.copied().collect();
        for run in &mut runs {
            run.end = run.end.filter(|end| end.known < cut);
            run.amount = run.amount.filter(|_| run.end.is_some());
        }
        if !self.odd.is_empty() {
            let (mut path, rows) = (Path::default(), rows.to_mut());
            for deal in &self.odd {
                self.tell(*deal, cut, &mut path, rows, &mut runs);
            }
            rows.retain(|row| row.at < until);
            rows.sort_by_key(|row| (row.at, self.ranks[row.deal]));
            runs.sort_by_key(|run| (self.ranks[run.deal], run.from));
        }
        Known { runs, rows }
    }

    /// Every deal that was open at a moment, as known then, by id.
    pub(super) fn open_at(&self, at: usize) -> Vec<Row> {
        let mut rows = self.rows[self.starts[at]..self.starts[at + 1]].to_vec();
        if !self.odd.is_empty() {
            let (mut path, mut runs) = (Path::default(), Vec::new());
            for deal in &self.odd {
                let mut own = Vec::new();
                self.tell(*deal, self.moments[at], &mut path, &mut own, &mut runs);
                rows.extend(own.into_iter().filter(|row| row.at == at));
            }
            rows.sort_by_key(|row| self.ranks[row.deal]);
        }
        rows
    }

    /// Tells the life of a deal, of what was known before `cut`. Moments are told up to the cut.
    fn tell(
        &self,
        i: usize,
        cut: Moment,
        path: &mut Path,
        rows: &mut Vec<Row>,
        runs: &mut Vec<Run>,
    ) {
        let deal = &self.book.deals()[i];
        let known = || deal.entries.iter().filter(|entry| entry.known < cut);
        let Some(first) = known().find(|e| e.what == What::Opened).or(known().next()) else {
            return;
        };
        self.tell_runs(i, deal, cut, path, runs);
        if cut != Moment::MAX {
            return self.tell_anew(i, deal, cut, path, rows);
        }
        let mut facts = Facts::none(first.at);
        let mut at = self.moments.partition_point(|moment| *moment <= deal.entries[0].known);
        self.reader.read_known(deal, cut, path, |path, state, entry| {
            while facts.open && self.moments.get(at).is_some_and(|moment| *moment <= entry.known) {
                rows.push(Row { deal: i, at, facts });
                at += 1;
            }
            // While it was closed nobody looked at it.
            at += self.moments[at..].partition_point(|moment| *moment <= entry.known);
            facts.learn(path, state, entry, self.book, &self.bits);
        });
        if facts.open {
            rows.extend((at..self.moments.len()).map(|at| Row { deal: i, at, facts }));
        }
    }

    /// The same for a deal whose facts became known in another order: each moment is read anew.
    fn tell_anew(&self, i: usize, deal: &Deal, cut: Moment, path: &mut Path, rows: &mut Vec<Row>) {
        let first = deal.entries.iter().map(|entry| entry.known).min().unwrap_or(cut);
        let from = self.moments.partition_point(|moment| *moment <= first);
        let until = self.moments.partition_point(|moment| *moment <= cut);
        for at in from..until.max(from) {
            let moment = self.moments[at];
            let known = || deal.entries.iter().filter(|entry| entry.known < moment);
            let opened = known().find(|e| e.what == What::Opened).or(known().next());
            let mut facts = Facts::none(opened.map_or(moment, |entry| entry.at));
            self.reader.read_known(deal, moment, path, |path, state, entry| {
                facts.learn(path, state, entry, self.book, &self.bits);
            });
            if facts.open {
                rows.push(Row { deal: i, at, facts });
            }
        }
    }

    fn tell_runs(&self, i: usize, deal: &Deal, cut: Moment, path: &mut Path, runs: &mut Vec<Run>) {
        let first = runs.len();
        let mut amount = None;
        let mut open = false;
        let mut from = deal.entries.iter().find(|e| e.known < cut && e.what == What::Opened);
        from = from.or(deal.entries.iter().find(|e| e.known < cut));
        let begin = from.map_or(Moment::MIN, |entry| entry.at);
        self.reader.read_known(deal, cut, path, |_, state, entry| {
            let at = entry.at.max(begin);
            amount = self.book.values(entry).and_then(|values| values.amount).or(amount);
            // A deal may be known by its end alone: then it has a run of no length.
            if !open && (state == State::Open || runs.len() == first) {
                open = true;
                let known = entry.known;
                let from = if runs.len() == first { begin } else { at };
                runs.push(Run { deal: i, from, known, end: None, amount: None });
            }
            let Some(run) = runs.last_mut() else { return };
            if open && state != State::Open {
                open = false;
                let (known, won) = (entry.known, state == State::Won);
                run.end = Some(Ending { at, known, won });
            }
            run.amount = amount.filter(|_| run.end.is_some());
        });
    }
}

/// FNV-1a, mixed so that numbers in a row do not follow one another.
fn mark(id: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = id.bytes().fold(0x811c_9dc5, step);
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d)
}

/// Whether what was known of a deal before some moment is not simply the beginning of its facts.
fn is_odd(deal: &Deal, book: &Book) -> bool {
    let (mut latest, mut ended, mut first) = (Moment::MIN, None, true);
    deal.entries.iter().any(|entry| {
        let late = entry.known < latest;
        latest = latest.max(entry.known);
        match entry.what {
            What::Won | What::Lost => ended = ended.or(Some(entry.known)),
            What::StageSet | What::Reopened => ended = None,
            _ => {}
        }
        let after = ended.is_some_and(|end| end < entry.known);
        let corrects = after && book.values(entry).is_some_and(|values| values.amount.is_some());
        // The fact that opened it stands behind others: until then another one counted as first.
        let behind = entry.what == What::Opened && !std::mem::replace(&mut first, false);
        first = false;
        late || corrects || behind
    })
}

impl Known<'_> {
    /// The deals that were open at a moment.
    pub(super) fn rows_at(&self, at: usize) -> &[Row] {
        let begin = self.rows.partition_point(|row| row.at < at);
        let rows = &self.rows[begin..];
        &rows[..rows.partition_point(|row| row.at == at)]
    }

    /// Every win, by deal.
    pub(super) fn wins(&self) -> Wins {
        let won = |run: &Run| Some((run.deal, run.end.filter(|end| end.won)?.at));
        let mut wins: Vec<(usize, Moment)> = self.runs.iter().filter_map(won).collect();
        wins.sort_unstable();
        Wins(wins)
    }
}

/// Wins by deal.
pub(super) struct Wins(Vec<(usize, Moment)>);

impl Wins {
    /// The first win of a deal from a moment on.
    pub(super) fn first(&self, deal: usize, from: Moment) -> Option<Moment> {
        let place = self.0.partition_point(|win| *win < (deal, from));
        self.0.get(place).filter(|win| win.0 == deal).map(|win| win.1)
    }
}
