//! What becomes of open deals after the period: the tail of the odds, by place and age alone.
//!
//! For each place of the path and each age there, all past spells that lasted at least as long are
//! followed from that age on to the end of their run: won, lost, or still open (censored). Their
//! cumulative incidence is the chance of a win by each day. Where few deals have been, the curve leans
//! on that of the next younger age, and the youngest on that of all deals at any place.

use ledger::book::Book;
use ledger::process::Process;
use ledger::time::{DAY_MS, Moment};

use super::Forecast;
use crate::hands::side_by_side;
use crate::history::{History, Run, Spell};
use crate::stats::incidence::{Counts, End, leaning};

/// Ages at a place, in days, from which deals are followed.
const AGES: [i64; 12] = [0, 2, 4, 7, 11, 16, 23, 34, 50, 75, 120, 200];
/// Days that a deal is followed.
const DAYS: usize = 730;
/// A curve of this many deals is trusted as much as the one it leans on.
const LEAN: f64 = 15.0;

/// Deals are read in so many pieces, in a small book in fewer.
const PIECES: usize = 8;
const PIECE: usize = 4096;

/// For each place and age: the chance of a win by the end of each day from that age on.
struct Odds {
    curves: Vec<Vec<Vec<f64>>>,
}

/// What becomes of open deals after the period.
pub(super) struct Tail {
    odds: Odds,
    /// For each open deal, in the order of the book: its place, and for how many days it is there.
    standing: Vec<(usize, usize, f64)>,
}

impl Tail {
    /// Reads all spells that were known before `now`, piece by piece: only counts are kept.
    pub(super) fn read(book: &Book, process: &Process, now: Moment) -> Tail {
        let (deals, places) = (book.deals().len(), process.milestones.len() + 1);
        let piece = (deals / PIECES).max(PIECE);
        let begins: Vec<usize> = (0..deals).step_by(piece).collect();
        let read = |begin: &usize| {
            let own = *begin..deals.min(begin + piece);
            let history = History::of(own, now, book, process);
            let place =
                |(run, spell): (&Run, &Spell)| (run.deal, spell.place, now.days_since(spell.from));
            let standing: Vec<_> = history.standing().map(place).collect();
            (Followed::of(&history, now, places), standing)
        };
        let mut followed = Followed::none(places);
        let mut standing = Vec::new();
        for (others, open) in side_by_side(&begins, read) {
            followed.add(&others);
            standing.extend(open);
        }
        Tail { odds: followed.odds(), standing }
    }

    /// Adds to every deal's odds in the period those of a win after it: with `F` the incidence of a win, a
    /// deal that is not won by the end of the period at `t` is won later with `(F(ever) - F(t)) / (1 - F(t))`.
    pub(super) fn add_to(&self, made: &mut Forecast) {
        let end = made.ends_in_days;
        for deal in &mut made.deals {
            let found = self.standing.binary_search_by_key(&deal.deal, |standing| standing.0);
            let Ok((_, place, age)) = found.map(|found| self.standing[found]) else { continue };
            let by_end = self.odds.within(place, age, end);
            let ever = self.odds.ever(place, age);
            let later =
                if by_end < 1.0 { ((ever - by_end) / (1.0 - by_end)).max(0.0) } else { 0.0 };
            deal.p_win += (1.0 - deal.p_win) * later;
        }
    }
}

/// Past spells, by place and age followed to the end of their run.
struct Followed {
    counts: Vec<Vec<Counts>>,
    all: Counts,
}

impl Followed {
    fn none(places: usize) -> Followed {
        let all = Counts::up_to(DAYS);
        Followed { counts: vec![vec![all.clone(); AGES.len()]; places], all }
    }

    /// Places are counted from 0 to `places - 1`.
    fn of(history: &History, now: Moment, places: usize) -> Followed {
        let Followed { mut counts, mut all } = Followed::none(places);
        for spell in &history.spells {
            let run = &history.runs[spell.run];
            let stayed = spell.to.unwrap_or(now).0 - spell.from.0;
            let (until, end) = match run.end {
                Some((at, true)) => (at, End::Won),
                Some((at, false)) => (at, End::Lost),
                None => (now, End::Censored),
            };
            let follow = |age: i64| days(until.0 - spell.from.0 - age * DAY_MS);
            for (i, age) in AGES.iter().enumerate().filter(|(_, age)| **age * DAY_MS <= stayed) {
                counts[spell.place][i].add(follow(*age), end);
            }
            all.add(follow(0), end);
        }
        Followed { counts, all }
    }

    fn add(&mut self, others: &Followed) {
        self.all.add_all(&others.all);
        for (mine, others) in self.counts.iter_mut().flatten().zip(others.counts.iter().flatten()) {
            mine.add_all(others);
        }
    }

    fn odds(&self) -> Odds {
        let all = self.all.incidence();
        Odds { curves: self.counts.iter().map(|ages| leaning(ages, &all, LEAN)).collect() }
    }
}

impl Odds {
    /// The chance that a deal at `place` since `age` days is won within `days` days from now.
    fn within(&self, place: usize, age: f64, days: f64) -> f64 {
        let older = AGES.iter().rposition(|begin| *begin as f64 <= age).unwrap_or(0);
        let curve = &self.curves[place][older];
        if days <= 0.0 {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days > 0")]
        let last = (days.ceil() as usize - 1).min(DAYS);
        curve[last]
    }

    /// The chance that it is ever won.
    fn ever(&self, place: usize, age: f64) -> f64 {
        self.within(place, age, DAYS as f64 + 1.0)
    }
}

/// Whole days in some milliseconds.
fn days(milliseconds: i64) -> usize {
    usize::try_from(milliseconds.div_euclid(DAY_MS)).unwrap_or(0)
}
