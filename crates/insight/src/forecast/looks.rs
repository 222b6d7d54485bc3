//! Which looks at deals are kept with all that was known. Deals are looked at every week, but a model learns from
//! some of the weeks and in a large company from some of the deals, and an estimate needs one moment: the rest
//! is counted, and forgotten.

use ledger::money::Money;
use ledger::time::{DAY_MS, Moment};

use super::estimate::Window;
use super::lives::Row;

/// Rows that are learned from, at least, where there are as many; in a large company up to twice as many.
const ENOUGH: usize = 24_000;

/// Weeks between two dates that are learned from, at most.
const SELDOM: usize = 16;

/// At a replayed date so many open deals are enough to tell what all of them will bring.
const PLENTY: usize = 10_000;

/// The moments at which something is made of the looks.
pub(super) struct Needs {
    /// A model is learned from what was known before them.
    pub(super) learned: Vec<Moment>,
    /// An estimate is made whose sum counts.
    pub(super) replayed: Vec<Moment>,
    /// An estimate is made that has odds for every deal.
    pub(super) asked: Vec<Moment>,
}

impl Needs {
    /// Whether an estimate is made at a moment.
    pub(super) fn estimate_at(&self, moment: Moment) -> bool {
        self.replayed.contains(&moment) || self.asked.contains(&moment)
    }
}

/// A part of the looks: those of every so many weeks, at one deal in so many, the same ones at each date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    weeks: i64,
    /// The mark of a deal that is taken is a multiple of this.
    pub(super) share: u32,
}

impl Part {
    /// What a model learns from, where so many deals are open at each moment before it.
    pub(super) fn to_learn(moments: &[Moment], counts: &[usize], window: Window) -> Part {
        let looks = moments.iter().zip(counts).filter(|(moment, _)| is_regular(**moment));
        let count: usize = looks.map(|(_, count)| count).sum();
        let mut step = if window.end() > 45 * DAY_MS { 2 } else { 1 };
        while count / step > ENOUGH && step < SELDOM {
            step *= 2;
        }
        // A power of two, so that dates some weeks apart mostly learn from the same deals.
        let share = 1 << (count / step / ENOUGH).max(1).ilog2();
        Part { weeks: number(step), share: number(share) }
    }

    /// Of so many open deals those that tell what all bring.
    pub(super) fn to_replay(open: usize) -> Part {
        Part { weeks: 1, share: number(open.div_ceil(PLENTY).max(1)) }
    }

    /// Whether looks at a moment are in it.
    pub(super) fn has(self, moment: Moment) -> bool {
        is_regular(moment) && moment.0.div_euclid(7 * DAY_MS) % self.weeks == 0
    }

    /// Whether a deal is.
    pub(super) fn takes(self, mark: u32) -> bool {
        mark.is_multiple_of(self.share)
    }
}

fn number<T: TryFrom<usize> + From<u8>>(number: usize) -> T {
    T::try_from(number).unwrap_or_else(|_| T::from(u8::MAX))
}

/// Weeks are counted from 1970.
fn is_regular(moment: Moment) -> bool {
    moment.0.rem_euclid(7 * DAY_MS) == 0
}

/// For each moment, which deals are kept.
pub(super) struct Wanted(Vec<Vec<u32>>);

impl Wanted {
    /// What `needs` call for, where so many deals are open at each moment.
    pub(super) fn new(
        moments: &[Moment],
        counts: &[usize],
        needs: &Needs,
        window: Window,
    ) -> Wanted {
        let mut shares = vec![Vec::new(); moments.len()];
        for now in &needs.learned {
            let until = moments.partition_point(|moment| moment < now);
            let part = Part::to_learn(&moments[..until], &counts[..until], window);
            for at in (0..until).filter(|at| part.has(moments[*at])) {
                shares[at].push(part.share);
            }
        }
        for at in needs.replayed.iter().filter_map(|date| moments.binary_search(date).ok()) {
            shares[at].push(Part::to_replay(counts[at]).share);
        }
        for at in needs.asked.iter().filter_map(|date| moments.binary_search(date).ok()) {
            shares[at].push(1);
        }
        for shares in &mut shares {
            shares.sort_unstable();
            shares.dedup();
        }
        Wanted(shares)
    }

    /// Whether the look at a deal at a moment is kept.
    pub(super) fn has(&self, at: usize, mark: u32) -> bool {
        self.0[at].iter().any(|share| mark.is_multiple_of(*share))
    }
}

/// A look at a deal that was sold in the period ahead: what it was worth before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sold {
    /// The index of the moment.
    pub(super) at: u32,
    /// Its place among all looks at that moment.
    pub(super) place: u32,
    pub(super) deal: u32,
    pub(super) amount: Money,
}

/// Looks at earlier moments.
#[derive(Clone, Copy)]
pub(super) struct Looks<'l> {
    /// The moments.
    pub(super) moments: &'l [Moment],
    /// How many deals were open at each.
    pub(super) counts: &'l [usize],
    /// Those that are kept, by moment, then by the deal's id.
    pub(super) rows: &'l [Vec<Row>],
    /// In the same order.
    pub(super) sold: &'l [Sold],
}

impl<'l> Looks<'l> {
    /// Which part of them a model learns from.
    pub(super) fn part(self, window: Window) -> Part {
        Part::to_learn(self.moments, self.counts, window)
    }

    /// How many deals were open at a moment.
    pub(super) fn open_at(self, moment: Moment) -> usize {
        self.moments.binary_search(&moment).map_or(0, |at| self.counts[at])
    }

    /// Those that a model learns from.
    pub(super) fn to_learn(
        self,
        window: Window,
        marks: &'l [u32],
    ) -> impl Iterator<Item = (&'l Moment, &'l Row)> {
        let part = self.part(window);
        let taken = self.moments.iter().zip(self.rows).filter(move |(at, _)| part.has(**at));
        let rows = taken.flat_map(|(at, rows)| rows.iter().map(move |row| (at, row)));
        rows.filter(move |(_, row)| part.takes(marks[row.deal]))
    }

    /// The latest `most` of those before the moment of an index, as far as they were sold.
    pub(super) fn sold_before(self, until: usize, most: usize) -> impl Iterator<Item = &'l Sold> {
        let until = until.min(self.moments.len());
        let mut skipped = self.counts[..until].iter().sum::<usize>().saturating_sub(most);
        let mut from = 0;
        while from < until && self.counts[from] <= skipped {
            skipped -= self.counts[from];
            from += 1;
        }
        let key = |sold: &Sold| (sold.at as usize, sold.place as usize);
        let begin = self.sold.partition_point(|sold| key(sold) < (from, skipped));
        self.sold[begin..].iter().take_while(move |sold| (sold.at as usize) < until)
    }
}
