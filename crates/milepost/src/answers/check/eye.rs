//! Looks at one deal at a time and counts the faults of each kind. Reads no text and makes none.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::deal::{Deal, Entry, State, What};
use ledger::money::Currency;
use ledger::path::{Path, Reader};
use ledger::time::{DAY_MS, Day, Moment};

use super::super::Lens;
use super::leads::{Met, far_amounts};
use super::means::FAULTS;

/// A close date put off so often is no longer an expectation.
const OFTEN_PUT_OFF: u32 = 3;

/// An open deal whose only amount became known so many days after it began: a snapshot.
const LONG_AFTER_DAYS: i64 = 30;

/// What it takes to look at a deal.
pub(super) struct Eye<'a> {
    book: &'a Book,
    reader: Reader,
    milestones: usize,
    today: Day,
    now: Moment,
    met: &'a Met,
    far: BTreeMap<Currency, i64>,
}

/// What one walk over a deal's facts finds.
struct Walk {
    late: u32,
    ahead: u32,
    ties: u32,
    put_off: u32,
    close_date: Option<Day>,
    last_step: Option<(Moment, usize)>,
    /// When the first and the last fact became known.
    known: (Moment, Moment),
    /// The same for its amount.
    amount: Option<(Moment, Moment)>,
    first_step: Option<Moment>,
    closed: Option<Moment>,
}

impl<'a> Eye<'a> {
    pub(super) fn new(lens: &Lens<'a>, met: &'a Met) -> Eye<'a> {
        let (today, now) = (lens.as_of.day, lens.as_of.moment);
        let milestones = lens.process.milestones.len();
        let (reader, far) = (lens.reader(), far_amounts(lens));
        Eye { book: lens.book, reader, milestones, today, now, met, far }
    }

    /// For each kind in `FAULTS`, in how many facts the deal has it.
    pub(super) fn look(&self, deal: &Deal, path: &mut Path) -> [u32; FAULTS.len()] {
        self.reader.read_into(deal, path);
        let mut walk = Walk::new();
        for entry in &deal.entries {
            self.see(deal, entry, &mut walk);
        }
        let known = &deal.known;
        let blank = self.blank(deal, &walk);
        let past = known.expected_close.is_some_and(|day| day < self.today);
        let often = walk.put_off >= OFTEN_PUT_OFF;
        let far = known.amount.is_some_and(|amount| {
            self.far.get(&amount.currency).is_some_and(|limit| amount.minor > *limit)
        });
        let first = self.met.first_of(deal.id);
        let before = first.is_some_and(|first| deal.closed_at.is_some_and(|at| at < first));
        [
            walk.late,
            if blank > 0 { 0 } else { self.skipped(deal, path) },
            small(path.steps_back()),
            if often { walk.put_off } else { 0 },
            u32::from(deal.is_open() && past),
            walk.ties,
            u32::from(known.owner.is_none()),
            u32::from(known.amount.is_none()),
            blank,
            deal.reopened,
            walk.ahead,
            u32::from(before),
            u32::from(far),
        ]
    }

    fn see(&self, deal: &Deal, entry: &Entry, walk: &mut Walk) {
        walk.late += u32::from(entry.known.0.saturating_sub(entry.at.0) > DAY_MS);
        walk.ahead += u32::from(entry.at >= self.now);
        walk.known = (walk.known.0.min(entry.known), walk.known.1.max(entry.known));
        if let Some(step) = self.step(deal, entry) {
            walk.step(step, entry, self.milestones);
        }
        let Some(values) = self.book.values(entry) else { return };
        if values.amount.is_some() {
            let (first, last) = walk.amount.unwrap_or((entry.known, entry.known));
            walk.amount = Some((first.min(entry.known), last.max(entry.known)));
        }
        if let Some(day) = values.expected_close {
            walk.put_off += u32::from(walk.close_date.is_some_and(|before| day > before));
            walk.close_date = Some(day);
        }
    }

    /// Which step of the process an entry is; the end is the step after the last milestone.
    fn step(&self, deal: &Deal, entry: &Entry) -> Option<usize> {
        match entry.what {
            What::Won | What::Lost => Some(self.milestones),
            What::Reached | What::StageSet | What::Activity => self.reader.place(deal, entry),
            _ => None,
        }
    }

    /// Milestones passed over: before the furthest one, and in a sale all of them.
    fn skipped(&self, deal: &Deal, path: &Path) -> u32 {
        if deal.state == State::Won {
            return small(path.reached[path.own.clone()].iter().filter(|at| at.is_none()).count());
        }
        small(path.skipped().count())
    }

    /// How many things are known of the deal without their history: its steps, its amount.
    fn blank(&self, deal: &Deal, walk: &Walk) -> u32 {
        let Some(closed) = walk.closed.filter(|_| !deal.is_open()) else {
            let long_after = deal.opened_at.plus_days(LONG_AFTER_DAYS);
            return u32::from(walk.amount.is_some_and(|(a, b)| a == b && a > long_after));
        };
        let at_once = walk.known.0 == walk.known.1;
        let no_step = walk.first_step.is_none_or(|first| first >= closed);
        let unseen = deal.state == State::Won && self.milestones > 0 && no_step;
        let amount = walk.amount.is_some_and(|(first, _)| first >= closed);
        u32::from(at_once || unseen) + u32::from(amount)
    }
}

impl Walk {
    fn new() -> Walk {
        Walk {
            late: 0,
            ahead: 0,
            ties: 0,
            put_off: 0,
            close_date: None,
            last_step: None,
            known: (Moment::MAX, Moment::MIN),
            amount: None,
            first_step: None,
            closed: None,
        }
    }

    fn step(&mut self, step: usize, entry: &Entry, end: usize) {
        let tied = self.last_step.is_some_and(|(at, before)| at == entry.at && before != step);
        self.ties += u32::from(tied);
        self.last_step = Some((entry.at, step));
        if step == end {
            self.closed = Some(entry.known);
        } else {
            self.first_step = Some(self.first_step.map_or(entry.known, |f| f.min(entry.known)));
        }
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
