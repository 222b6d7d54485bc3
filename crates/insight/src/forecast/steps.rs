//! How open deals move on: evidence of a change in how customers decide, long before it shows in what is won.
//!
//! # Formula
//! From one replayed date to the next each open deal stays where it is, moves on (to a further milestone, or it is won) or
//! out (it is lost). `n_i(s)` deals stood at `s` (a place, and a time there) at date `i`, and `o_i` of all moved on.
//! Hypothesis `k` says that since the newest `k` dates deals move more or less often than before. Since then
//! `E = sum n_i(s) r(s)` were expected to, where `r(s)` is the share of those before; luck lets that have the variance
//! `V = sum n_i(s) r(s) (1 - r(s))`. `E0` and `V0` are the same of the dates before, for `r` is learned from them; `c` is how
//! much more than luck lets them stretches of up to `k` dates before have scattered, for companies have rhythms and
//! seasons, and deals are not independent. With `m = ln(o / E)`, `u = c (V / E^2 + V0 / E0^2)`, and a change expected to be `N(0, t^2)`,
//!
//! ```text
//! ln B_k = m^2 / 2 (1 / u - 1 / (u + t^2)) + ln(u / (u + t^2)) / 2
//! ```
//!
//! and the same of those that moved out: both add up. That needs no amounts and no period to pass.

use ledger::time::{DAY_MS, Moment};

use super::estimate::Wins;
use super::lives::Row;
use super::replay::{EVERY_DAYS, Said};

/// Bounds of the time at a place, in days.
const TIMES: [f64; 4] = [3.0, 10.0, 30.0, 90.0];
/// How much more or less often deals move after a change: the standard deviation of the logarithm.
const SIZE: f64 = 0.3;
/// Where there are few deals like these, they are taken to be as all are, as if beside so many.
const LIKE_ALL: f64 = 10.0;
/// That luck is all is believed as beside so many stretches.
const WORTH: f64 = 2.0;
/// Fewer dates before say nothing.
const REST: usize = 4;
/// Fewer deals that were expected to move say nothing: the luck of a few is not that of a normal number.
const FEW: f64 = 20.0;

/// Where the deals stood that were looked at, by deal: a number for the place and the time there.
#[derive(Clone)]
pub(super) struct Stands(Vec<(u32, u32)>);

impl Stands {
    /// Reads them off the looks of a date.
    pub(super) fn of(rows: &[&Row], date: Moment) -> Stands {
        let number = |n: usize| u32::try_from(n).unwrap_or(0);
        let stand = |row: &&Row| {
            let there = date.days_since(row.facts.since);
            let time = TIMES.iter().filter(|bound| **bound <= there).count();
            (number(row.deal), number(row.facts.place * (TIMES.len() + 1) + time))
        };
        let mut stands: Vec<_> = rows.iter().map(stand).collect();
        stands.sort_unstable();
        Stands(stands)
    }
}

/// The ways to move: on, and out.
const WAYS: usize = 2;

/// By where they stood, how many deals there were, and how many of them moved each way until the next date.
type Moves = Vec<(f64, [f64; WAYS])>;

/// What the deals of a date did until the next one.
fn moves(said: &Said, next: &Said, wins: &Wins) -> Moves {
    let won = wins.within((said.date, next.date)).filter_map(|win| u32::try_from(win.deal).ok());
    let mut won: Vec<u32> = won.collect();
    won.sort_unstable();
    let place = |stand: u32| stand as usize / (TIMES.len() + 1);
    let mut moves = Moves::new();
    // Both are in the order of deals: one walk goes through them.
    let mut later = next.stands.0.iter().peekable();
    for (deal, stand) in &said.stands.0 {
        while later.next_if(|(other, _)| other < deal).is_some() {}
        let then = later.next_if(|(other, _)| other == deal);
        let moved = match then {
            _ if won.binary_search(deal).is_ok() => [1.0, 0.0],
            Some((_, then)) => [f64::from(u8::from(place(*then) > place(*stand))), 0.0],
            // It was open, but not looked at.
            None if next.has(*deal) => continue,
            None => [0.0, 1.0],
        };
        let here = *stand as usize;
        if moves.len() <= here {
            moves.resize(here + 1, (0.0, [0.0; WAYS]));
        }
        let (n, sums) = &mut moves[here];
        *n += 1.0;
        sums.iter_mut().zip(moved).for_each(|(sum, moved)| *sum += moved);
    }
    moves
}

/// For each `k` from 1 on, how much the deals' moves speak for a change since the newest `k` dates (the newest first):
/// the logarithm of a Bayes factor.
pub(super) fn evidence(said: &[&Said], wins: &Wins) -> Vec<f64> {
    let follows = |i: usize| {
        let (next, here) = (said.get(i.checked_sub(1)?)?, said[i]);
        let apart = next.date.0 - here.date.0;
        (apart == EVERY_DAYS * DAY_MS).then(|| moves(here, next, wins))
    };
    let spans: Vec<Moves> = (0..said.len()).map(|i| follows(i).unwrap_or_default()).collect();
    let ways = |k: usize| (0..WAYS).map(|way| hypothesis(&spans, k, way)).sum();
    (1..=said.len()).map(ways).collect()
}

/// Deals that moved, that were expected to, and the variance of that.
type Count = [f64; 3];

fn add(a: Count, b: Count) -> Count {
    std::array::from_fn(|i| a[i] + b[i])
}

/// How much the moves of one way speak for a change since the newest `k` dates.
fn hypothesis(spans: &[Moves], k: usize, way: usize) -> f64 {
    let (newest, rest) = spans.split_at(k);
    // Less time before than since does not tell what is usual.
    if rest.len() < k.max(REST) {
        return 0.0;
    }
    let (shares, usual) = shares(rest, way);
    let count = |moves: &Moves| {
        moves
            .iter()
            .zip(shares.iter().chain(std::iter::repeat(&usual)))
            .fold([0.0; 3], |all, ((n, moved), share)| {
                add(all, [moved[way], n * share, n * share * (1.0 - share)])
            })
    };
    let counts: Vec<Count> = rest.iter().map(count).collect();
    let before = counts.iter().copied().fold([0.0; 3], add);
    let [moved, expected, luck] = newest.iter().map(count).fold([0.0; 3], add);
    if expected < FEW {
        return 0.0;
    }
    let length = newest.iter().filter(|moves| !moves.is_empty()).count();
    let scatter = (1..=length).map(|length| scatter(&counts, length)).fold(1.0, f64::max);
    let relative = |luck: f64, expected: f64| luck / (expected * expected).max(f64::MIN_POSITIVE);
    let unsure = scatter * (relative(luck, expected) + relative(before[2], before[1]));
    let off = ((moved + 0.5) / (expected + 0.5)).ln();
    let wide = unsure + SIZE * SIZE;
    off * off / 2.0 * (1.0 / unsure - 1.0 / wide) + (unsure / wide).ln() / 2.0
}

/// By where they stood, the share of deals that moved a way, and that of all.
fn shares(spans: &[Moves], way: usize) -> (Vec<f64>, f64) {
    let most = spans.iter().map(Vec::len).max().unwrap_or(0);
    let mut sums = vec![(0.0, 0.0); most];
    for moves in spans {
        for (sum, (n, moved)) in sums.iter_mut().zip(moves) {
            *sum = (sum.0 + n, sum.1 + moved[way]);
        }
    }
    let all = sums.iter().fold((0.0, 0.0), |all, sum| (all.0 + sum.0, all.1 + sum.1));
    let usual = all.1 / f64::max(all.0, 1.0);
    let share = |(n, moved): &(f64, f64)| (moved + LIKE_ALL * usual) / (n + LIKE_ALL);
    (sums.iter().map(share).collect(), usual)
}

/// How much more than luck lets them stretches of so many dates scatter.
fn scatter(counts: &[Count], length: usize) -> f64 {
    let length = length.clamp(1, counts.len());
    let (mut sum, mut n) = (0.0, 0.0);
    for stretch in counts.windows(length) {
        let [moved, expected, luck] = stretch.iter().copied().fold([0.0; 3], add);
        if luck > 0.0 {
            sum += (moved - expected).powi(2) / luck;
            n += 1.0;
        }
    }
    let independent = counts.len() as f64 / length as f64;
    ((independent * sum / f64::max(n, 1.0) + WORTH) / (independent + WORTH)).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::{Moves, hypothesis};
    use crate::demo::dice::Dice;

    /// Thirty deals at each of two places, of which so many a hundred move on; since the newest so many dates `times` as
    /// many.
    fn record(newest: usize, times: f64, dice: &mut Dice) -> Vec<Moves> {
        let mut at = |share: f64| {
            let moved = (0..30).filter(|_| dice.unit() < share).count() as f64;
            (30.0, [moved, 0.0])
        };
        let mut span = |i: usize| {
            let times = if i < newest { times } else { 1.0 };
            vec![at(0.3 * times), at(0.5 * times)]
        };
        (0..26).map(&mut span).collect()
    }

    #[test]
    fn deals_that_move_less_often_speak_for_a_change() {
        let mut dice = Dice::new(5, 1);
        let spans = record(5, 0.6, &mut dice);
        let factors: Vec<f64> = (1..=26).map(|k| hypothesis(&spans, k, 0)).collect();
        let best = (0..26).max_by(|a, b| factors[*a].total_cmp(&factors[*b]));
        assert!(best.is_some_and(|best| best.abs_diff(4) <= 1), "{factors:?}");
        assert!(factors[4] > 7.0, "{factors:?}");
    }

    #[test]
    fn luck_does_not() {
        let mut dice = Dice::new(6, 1);
        let loud = |_: &usize| {
            let spans = record(0, 1.0, &mut dice);
            (1..=26).any(|k| hypothesis(&spans, k, 0) > 5.0)
        };
        let found = (0..200).filter(loud).count();
        assert!(found <= 4, "{found} of 200");
    }
}
