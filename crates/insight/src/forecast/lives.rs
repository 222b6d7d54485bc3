//! The lives of all deals, read once: every run with its end, and what was known of each deal at those of some
//! moments that something is made of.
//!
//! **A life says when each thing became known**, so that every past moment can be served from one
//! reading: what was known before `cut` is the part of it that bears an earlier time. Where that part
//! is not simply the beginning (a fact entered late, an amount corrected after the end), the deal is
//! read anew for every moment.
//!
//! Deals are walked over twice: first to count who was open when (`outline`), then, when that says which looks
//! are wanted (`looks`), to keep those. All that is known at every look would outgrow the book.

use ledger::book::Book;
use ledger::deal::{Deal, What};
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::Moment;

use super::design::Bits;
use super::estimate::Window;
use super::facts::Facts;
use super::looks::{Looks, Needs, Sold, Wanted};
use super::outline::{Outline, Outlook, Span};
use super::runs::{Cut, Run, Runs, tell_runs};
use crate::hands::side_by_side;

/// Deals that are read in one piece: enough for each hand, few enough to be done at about the same time.
const PIECES: usize = 16;
const PIECE: (usize, usize) = (64, 8192);

/// All deals of a book under a process, at some moments.
pub(super) struct Lives<'a> {
    book: &'a Book,
    reader: Reader,
    /// Which bit of `Facts::seen` stands for which raw name.
    pub(super) bits: Bits,
    /// The moments at which deals are looked at, in order.
    moments: Vec<Moment>,
    /// For each moment, how many deals were open.
    counts: Vec<usize>,
    /// For each moment, what was known of the deals that are kept, by id.
    rows: Vec<Vec<Row>>,
    /// For each moment at which an estimate is made, the deals that were open, by id.
    open: Vec<Vec<u32>>,
    sold: Vec<Sold>,
    runs: Runs,
    /// Deals whose runs are read anew for every cut, in the order of their ids.
    odd: Vec<u32>,
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
    /// What was known of it.
    pub(super) facts: Facts,
}

/// What was known before a moment.
pub(super) struct Known<'l> {
    /// The runs, their ends only if they were known.
    pub(super) runs: Cut<'l>,
    /// Every look at an earlier moment.
    pub(super) looks: Looks<'l>,
}

impl<'a> Lives<'a> {
    /// Reads every deal of a book, for what is needed at some of the moments.
    pub(super) fn read(
        book: &'a Book,
        process: &Process,
        mut moments: Vec<Moment>,
        window: Window,
        needs: &Needs,
    ) -> Lives<'a> {
        moments.sort_unstable();
        moments.dedup();
        let mut order: Vec<usize> = (0..book.deals().len()).collect();
        order.sort_by_key(|deal| book.text(book.deals()[*deal].id));
        let mut ranks = vec![0; order.len()];
        for (rank, deal) in (0..).zip(&order) {
            ranks[*deal] = rank;
        }
        let mut lives = Lives {
            book,
            reader: Reader::new(process, book),
            bits: Bits::new(book),
            counts: vec![0; moments.len()],
            rows: Vec::new(),
            open: vec![Vec::new(); moments.len()],
            moments,
            sold: Vec::new(),
            runs: Runs::default(),
            odd: Vec::new(),
            ranks,
            marks: book.deals().iter().map(|deal| mark(book.text(deal.id))).collect(),
        };
        let pieces: Vec<&[usize]> =
            order.chunks((order.len() / PIECES).clamp(PIECE.0, PIECE.1)).collect();
        let spans = lives.outline(&pieces, window, needs);
        let wanted = Wanted::new(&lives.moments, &lives.counts, needs, window);
        let pieces: Vec<_> = pieces.into_iter().zip(spans).collect();
        let told = side_by_side(&pieces, |(deals, spans)| lives.tell_all(deals, spans, &wanted));
        lives.rows = joined(told, lives.moments.len());
        lives
    }

    /// The first walk.
    fn outline(&mut self, pieces: &[&[usize]], window: Window, needs: &Needs) -> Vec<Vec<Span>> {
        let listed = self.moments.iter().map(|moment| needs.estimate_at(*moment)).collect();
        let (book, moments) = (self.book, std::mem::take(&mut self.moments));
        let outlook = Outlook { book, moments: &moments, listed, window };
        let found = side_by_side(pieces, |deals| outlook.outline(deals));
        self.moments = moments;
        let mut runs = Vec::with_capacity(found.iter().map(|found| found.runs.len()).sum());
        let found = pieces.iter().zip(found);
        let spans = found.map(|(deals, outline)| self.take(deals, outline, &mut runs)).collect();
        self.runs = Runs::new(&runs);
        self.sold.sort_unstable_by_key(|sold| (sold.at, sold.place));
        spans
    }

    /// Adds what was found of the next deals.
    fn take(&mut self, deals: &[usize], found: Outline, runs: &mut Vec<Run>) -> Vec<Span> {
        let before = |sold: Sold| {
            let others = u32::try_from(self.counts[sold.at as usize]).unwrap_or(u32::MAX);
            Sold { place: sold.place + others, ..sold }
        };
        self.sold.extend(found.sold.into_iter().map(before));
        for (all, new) in self.counts.iter_mut().zip(found.counts) {
            *all += new;
        }
        for (all, new) in self.open.iter_mut().zip(found.open) {
            all.extend(new);
        }
        runs.extend(found.runs);
        let odd = deals.iter().zip(&found.spans).filter(|(_, span)| span.odd);
        self.odd.extend(odd.filter_map(|(deal, _)| u32::try_from(*deal).ok()));
        found.spans
    }

    /// The moments, in order.
    pub(super) fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// What was known before a moment.
    pub(super) fn before(&self, cut: Moment) -> Known<'_> {
        let mut anew = Vec::new();
        for deal in &self.odd {
            tell_runs(self.book, *deal, cut, &mut anew);
        }
        let runs = self.runs.before(cut, &anew, |deal| self.ranks[deal as usize]);
        Known { runs, looks: self.looks_before(cut) }
    }

    /// The looks before a moment.
    pub(super) fn looks_before(&self, cut: Moment) -> Looks<'_> {
        let until = self.moments.partition_point(|moment| *moment < cut);
        Looks {
            moments: &self.moments[..until],
            counts: &self.counts[..until],
            rows: &self.rows[..until],
            sold: &self.sold,
        }
    }

    /// What is kept of the deals that were open at a moment, as known then, by id.
    pub(super) fn rows_at(&self, at: usize) -> &[Row] {
        &self.rows[at]
    }

    /// The deals that were open at a moment at which an estimate is made, by id.
    pub(super) fn open_at(&self, at: usize) -> &[u32] {
        &self.open[at]
    }

    /// What was known of some deals at each look at them that is wanted.
    fn tell_all(&self, deals: &[usize], spans: &[Span], wanted: &Wanted) -> Vec<Vec<Row>> {
        let (mut path, mut rows) = (Path::default(), vec![Vec::new(); self.moments.len()]);
        for (i, span) in deals.iter().zip(spans) {
            let wants = |at: usize| wanted.has(at, self.marks[*i]);
            if !(span.first..span.end).any(wants) {
                continue;
            }
            let deal = &self.book.deals()[*i];
            let mut keep = |at: usize, facts: Facts| {
                if facts.open && wants(at) {
                    rows[at].push(Row { deal: *i, facts });
                }
            };
            if span.odd {
                for at in (span.first..span.end).filter(|at| wants(*at)) {
                    keep(at, self.facts(deal, self.moments[at], &mut path));
                }
            } else {
                self.tell(deal, span.first, &mut path, keep);
            }
        }
        rows
    }

    /// What was known of a deal at each moment from its first on.
    fn tell(&self, deal: &Deal, first: usize, path: &mut Path, mut keep: impl FnMut(usize, Facts)) {
        let (mut facts, mut at) = (none(deal, Moment::MAX), first);
        self.reader.read_known(deal, Moment::MAX, path, |path, state, entry| {
            while self.moments.get(at).is_some_and(|moment| *moment <= entry.known) {
                keep(at, facts);
                at += 1;
            }
            facts.learn(path, state, entry, (self.book, deal, Moment::MAX), &self.bits);
        });
        (at..self.moments.len()).for_each(|at| keep(at, facts));
    }

    /// What was known of a deal before a moment.
    fn facts(&self, deal: &Deal, moment: Moment, path: &mut Path) -> Facts {
        let mut facts = none(deal, moment);
        self.reader.read_known(deal, moment, path, |path, state, entry| {
            facts.learn(path, state, entry, (self.book, deal, moment), &self.bits);
        });
        facts
    }
}

/// Before the first fact that was known before a moment.
fn none(deal: &Deal, cut: Moment) -> Facts {
    let known = || deal.entries.iter().filter(|entry| entry.known < cut);
    let opened = known().find(|entry| entry.what == What::Opened).or(known().next());
    Facts::none(opened.map_or(cut, |entry| entry.at))
}

/// The rows of all pieces by moment, each list taking no more room than it needs.
fn joined(mut told: Vec<Vec<Vec<Row>>>, moments: usize) -> Vec<Vec<Row>> {
    let join = |at: usize| {
        let mut all = Vec::with_capacity(told.iter().map(|piece| piece[at].len()).sum());
        told.iter_mut().for_each(|piece| all.extend(std::mem::take(&mut piece[at])));
        all
    };
    (0..moments).map(join).collect()
}

/// FNV-1a, mixed so that numbers in a row do not follow one another.
fn mark(id: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = id.bytes().fold(0x811c_9dc5, step);
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d)
}
