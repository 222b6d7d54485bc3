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
use crate::history::History;
use crate::stats::incidence::{Counts, End, leaning};

/// Ages at a place, in days, from which deals are followed.
const AGES: [i64; 12] = [0, 2, 4, 7, 11, 16, 23, 34, 50, 75, 120, 200];
/// Days that a deal is followed.
const DAYS: usize = 730;
/// A curve of this many deals is trusted as much as the one it leans on.
const LEAN: f64 = 15.0;

/// For each place and age: the chance of a win by the end of each day from that age on.
pub(super) struct Odds {
    curves: Vec<Vec<Vec<f64>>>,
}

/// Adds to every deal's odds in the period those of a win after it: with `F` the incidence of a win, a
/// deal that is not won by the end of the period at `t` is won later with `(F(ever) - F(t)) / (1 - F(t))`.
pub(super) fn add_tail(made: &mut Forecast, book: &Book, process: &Process, now: Moment) {
    let history = History::known_before(now, book, process);
    let odds = Odds::learn(&history, now, process.milestones.len() + 1);
    let end = made.ends_in_days;
    let mut standing = vec![None; book.deals().len()];
    for (run, spell) in history.standing() {
        standing[run.deal] = Some((spell.place, now.days_since(spell.from)));
    }
    for deal in &mut made.deals {
        let Some((place, age)) = standing[deal.deal] else { continue };
        let (by_end, ever) = (odds.within(place, age, end), odds.ever(place, age));
        let later = if by_end < 1.0 { ((ever - by_end) / (1.0 - by_end)).max(0.0) } else { 0.0 };
        deal.p_win += (1.0 - deal.p_win) * later;
    }
}

impl Odds {
    /// Learns from what was known before `now`. Places are counted from 0 to `places - 1`.
    fn learn(history: &History, now: Moment, places: usize) -> Odds {
        let mut counts = vec![vec![Counts::up_to(DAYS); AGES.len()]; places];
        let mut all = Counts::up_to(DAYS);
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
        let all = all.incidence();
        Odds { curves: counts.iter().map(|ages| leaning(ages, &all, LEAN)).collect() }
    }

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
