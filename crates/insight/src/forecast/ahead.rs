//! The time ahead of a deal, cut into parts, and what is a part's own: how far ahead it lies, where the
//! expected close date falls, which days of the month and quarter are in it.

use ledger::time::{DAY_MS, Day, Moment};

use super::estimate::Window;
use super::facts::Facts;
use super::waves::quarter_turn;
use super::why::Group;

/// Parts of a period that lies right ahead, at most.
const PARTS: usize = 4;
/// Parts of the time before a period that begins later, and of that period.
const BEFORE: usize = 2;
const WITHIN: usize = 3;
/// Parts of any time ahead, at most.
pub(super) const MOST_PARTS: usize = BEFORE + WITHIN;
/// The last days of a month in which sales are hurried.
const HURRY: i8 = 5;
/// What is asked of the days of a part: the shares that are the last of their month and of their quarter.
const CALENDAR: u32 = 2;
/// The sine and cosine of the time of the quarter, on average over all days until the end of a part: where steps are taken
/// faster at some times, what happens before a part says how many deals are ready to be won in it.
const WAVE: u32 = 2;
/// Fewer days do not tell a month of the quarter from the times.
const REPEATS: f64 = 270.0;
/// Where an expected close date can fall, seen from a part.
const FALLS: u32 = 13;
/// Bends of the age at a place, by part, in days.
const AGES: [f64; 5] = [0.0, 3.0, 10.0, 30.0, 90.0];

/// The parts of the time ahead.
#[derive(Clone)]
pub(super) struct Ahead {
    /// In days from the date of the forecast; one more than parts.
    edges: Vec<f64>,
    /// The part with which the period begins.
    pub(super) begins: usize,
    places: u32,
    first: u32,
    /// The record has seen every month of the quarter more than twice.
    repeats: bool,
}

impl Ahead {
    /// The parts of a window, with columns from `first` on, for hazards learned from so many days of record.
    pub(super) fn new(window: Window, places: usize, first: usize, record: f64) -> Ahead {
        let days = |milliseconds: i64| milliseconds as f64 / DAY_MS as f64;
        let (end, length) = (days(window.end()), days(window.length()));
        let start = end - length;
        let cut = |from: f64, to: f64, most: usize| -> Vec<f64> {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few")]
            let parts = ((to - from).ceil().max(1.0) as usize).min(most);
            (0..parts).map(|i| from + (to - from) * i as f64 / parts as f64).collect()
        };
        let mut edges = if start > 0.0 { cut(0.0, start, BEFORE) } else { Vec::new() };
        let begins = edges.len();
        edges.extend(cut(start, end, if begins > 0 { WITHIN } else { PARTS }));
        edges.push(end);
        let number = |n: usize| u32::try_from(n).unwrap_or(0);
        let repeats = record > REPEATS;
        Ahead { edges, begins, places: number(places), first: number(first), repeats }
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        self.edges.len() - 1
    }

    /// When the period begins and when each of its parts ends, in days from the date of the forecast.
    pub(super) fn edges(&self) -> &[f64] {
        &self.edges[self.begins..]
    }

    /// How many parts of the time ahead of a date had passed by a moment.
    pub(super) fn passed(&self, date: Moment, now: Moment) -> usize {
        (0..self.parts()).take_while(|part| self.span(*part, date).1 <= now).count()
    }

    /// When a part begins and ends, seen from a date.
    pub(super) fn span(&self, part: usize, date: Moment) -> (Moment, Moment) {
        let at = |edge: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
            Moment(date.0 + (edge * DAY_MS as f64) as i64)
        };
        (at(self.edges[part]), at(self.edges[part + 1]))
    }

    /// How each block of columns is held back, and what it is about: one block after another, each
    /// once or once a part.
    fn blocks(&self) -> [(u32, bool, f32, Group); 8] {
        // What cannot be told from the times yet is held to almost nothing.
        let held = |penalty: f32| if self.repeats { penalty } else { 1000.0 };
        let ages = u32::try_from(AGES.len()).unwrap_or(0);
        [
            (1, false, 0.02, Group::Age),
            (1, true, 6.0, Group::Age),
            (FALLS, false, 2.0, Group::CloseDate),
            (FALLS, true, 10.0, Group::CloseDate),
            (ages, true, 20.0, Group::Age),
            (self.places, true, 20.0, Group::Milestone),
            (CALENDAR, false, held(10.0), Group::Calendar),
            (WAVE, false, held(20.0), Group::Calendar),
        ]
    }

    /// For each column, how it is held back.
    pub(super) fn penalties(&self) -> Vec<f32> {
        let mut all = Vec::new();
        for (size, by_part, penalty, _) in self.blocks() {
            let times = if by_part { self.parts() } else { 1 };
            all.extend(std::iter::repeat_n(penalty, size as usize * times));
        }
        all
    }

    /// The group of a column.
    pub(super) fn group(&self, column: u32) -> Group {
        let mut left = column - self.first;
        let parts = u32::try_from(self.parts()).unwrap_or(1);
        for (size, by_part, _, group) in self.blocks() {
            let all = size * if by_part { parts } else { 1 };
            if left < all {
                return group;
            }
            left -= all;
        }
        Group::Calendar
    }

    /// A part's own columns for a deal at a date, the level that all parts have in common first.
    pub(super) fn row(
        &self,
        part: usize,
        facts: &Facts,
        date: Moment,
        calendar: &Calendar,
        into: &mut Vec<(u32, f32)>,
    ) {
        into.clear();
        let parts = u32::try_from(self.parts()).unwrap_or(1);
        let part_number = u32::try_from(part).unwrap_or(0);
        let (from, to) = self.span(part, date);
        let mut first = self.first;
        let mut blocks = self.blocks().into_iter().map(|(size, by_part, ..)| {
            let own = first + if by_part { part_number * size } else { 0 };
            first += size * if by_part { parts } else { 1 };
            own
        });
        let mut next = || blocks.next().unwrap_or(0);
        into.push((next(), 1.0));
        into.push((next(), 1.0));
        let falls = falls(facts.close, from, to);
        into.push((next() + falls, 1.0));
        into.push((next() + falls, 1.0));
        let (below, share) = bend(date.days_since(facts.since).max(0.0));
        let ages = next();
        into.push((ages + below, 1.0 - share));
        if share > 0.0 {
            into.push((ages + below + 1, share));
        }
        into.push((next() + u32::try_from(facts.place).unwrap_or(0).min(self.places - 1), 1.0));
        let shares = calendar.shares(from, to);
        into.extend((next()..).zip(shares).filter(|(_, share)| *share > 0.0));
        into.extend((next()..).zip(calendar.waves(date, to)));
    }
}

/// Where the expected close date falls, seen from a part of the time ahead.
fn falls(close: Option<Day>, from: Moment, to: Moment) -> u32 {
    let Some(close) = close else { return 0 };
    let (left, width) = (close.start().days_since(from), to.days_since(from));
    let edges = [
        -45.0,
        -14.0,
        -4.0,
        0.0,
        width / 3.0,
        2.0 * width / 3.0,
        width - 1.01,
        width,
        width + 3.0,
        width + 10.0,
        width + 30.0,
    ];
    let below = edges.iter().filter(|edge| left >= **edge).count();
    u32::try_from(below + 1).unwrap_or(0)
}

fn bend(age: f64) -> (u32, f32) {
    let above = AGES.iter().filter(|bend| **bend <= age).count().max(1);
    let log = |days: f64| days.ln_1p();
    let below = u32::try_from(above - 1).unwrap_or(0);
    let Some(next) = AGES.get(above) else { return (below, 0.0) };
    let part = (log(age) - log(AGES[above - 1])) / (log(*next) - log(AGES[above - 1]));
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = part as f32;
    (below, share)
}

/// What kind of days there are, as sums, so that any span is looked up.
pub(super) struct Calendar {
    first: i32,
    sums: Vec<[u32; CALENDAR as usize]>,
    /// Of sines and cosines of the time of the quarter.
    waves: Vec<[f64; WAVE as usize]>,
}

impl Calendar {
    /// All days from one moment to another.
    pub(super) fn between(from: Moment, to: Moment) -> Calendar {
        let (first, last) = (from.day().0, to.day().0);
        let mut sums = vec![[0; CALENDAR as usize]];
        let mut sum = [0_u32; CALENDAR as usize];
        let mut waves = vec![[0.0; WAVE as usize]];
        let mut wave = [0.0; WAVE as usize];
        for day in first..=last.max(first) {
            let date = Day(day).civil();
            let hurried = date.days_in_month() - date.day() < HURRY;
            let month = (date.month() - 1) % 3;
            let kinds = [hurried, hurried && month == 2];
            for (sum, is) in sum.iter_mut().zip(kinds) {
                *sum += u32::from(is);
            }
            sums.push(sum);
            let (sine, cosine) = quarter_turn(Day(day)).sin_cos();
            wave = [wave[0] + sine, wave[1] + cosine];
            waves.push(wave);
        }
        Calendar { first, sums, waves }
    }

    /// The share of each kind of day.
    fn shares(&self, from: Moment, to: Moment) -> [f32; CALENDAR as usize] {
        let (a, b, days) = self.span(from, to);
        std::array::from_fn(|kind| (self.sums[b][kind] - self.sums[a][kind]) as f32 / days)
    }

    /// The mean sine and cosine of the time of the quarter.
    fn waves(&self, from: Moment, to: Moment) -> [f32; WAVE as usize] {
        let (a, b, days) = self.span(from, to);
        std::array::from_fn(|kind| (self.waves[b][kind] - self.waves[a][kind]) as f32 / days)
    }

    /// The places of two moments, and how many days there are between them.
    fn span(&self, from: Moment, to: Moment) -> (usize, usize, f32) {
        let place = |moment: Moment| {
            let place = usize::try_from(moment.day().0 - self.first).unwrap_or(0);
            place.min(self.sums.len() - 1)
        };
        let (a, b) = (place(from), place(to));
        (a, b, (b - a).max(1) as f32)
    }
}
