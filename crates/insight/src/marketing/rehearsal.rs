//! The rehearsal: how early the ranking of groups was right in past months, and how sure it was.
//!
//! The leads of each past month are read some weeks after its end *with only what was known then*.
//! Each two groups make a pair: was the one that brought more for a lead ranked higher? The same is
//! asked of the ranking that most companies use: what was won in the year before, for each lead.

use ledger::time::Moment;

use super::curves::days;
use super::early::{Odds, Reading};
use super::leads::{Lead, Leads};

/// Days of a month: four weeks, so that each has the same weekdays.
pub const MONTH: i64 = 28;
/// Past months that are rehearsed, at most.
const MONTHS: i64 = 12;
/// Months after the end of the month at which its leads are read.
const LATER: [i64; 5] = [0, 1, 2, 3, 6];
/// Groups with fewer leads in a month are not ranked.
const FEWEST: usize = 5;
/// Of more leads than this only each second, third … is learned from.
const ENOUGH: usize = 50_000;
/// A pair is sure where it is the right way round with a chance of 80 % or more: the standard normal
/// deviate below which 80 % lie.
const SURE: f64 = 0.841_621_2;

/// How the ranking did, so many weeks after the end of the month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rehearsed {
    /// Weeks after the end of the month.
    pub weeks: i64,
    /// Pairs of groups that were ranked.
    pub pairs: usize,
    /// How many of them rightly.
    pub right: usize,
    /// Pairs that it was sure of.
    pub sure: usize,
    /// How many of them rightly.
    pub sure_right: usize,
    /// How many pairs the ranking by last year's sales had right.
    pub wins_right: usize,
    /// Ranges that were given, and how many held what came.
    pub ranges: usize,
    /// How many held what came.
    pub held: usize,
}

/// A rehearsal of past months.
pub struct Stage<'a> {
    /// All leads.
    pub leads: &'a Leads,
    /// Days that leads are followed.
    pub length: usize,
    /// How many groups there are.
    pub groups: usize,
    /// What a won deal is worth.
    pub amount: &'a dyn Fn(u32) -> Option<f64>,
}

impl Stage<'_> {
    /// Rehearses all months whose leads have been followed to the end.
    #[must_use]
    pub fn rehearse(&self) -> Vec<Rehearsed> {
        let mut order: Vec<&Lead> = self.leads.leads.iter().filter(|lead| !lead.bare).collect();
        order.sort_unstable_by_key(|lead| lead.first);
        let Some(begin) = order.first().map(|lead| lead.first) else { return Vec::new() };
        let length = i64::try_from(self.length).unwrap_or(0);
        let last = self.leads.now.plus_days(-length);
        let ends: Vec<Moment> = (0..MONTHS).map(|back| last.plus_days(-back * MONTH)).collect();
        // A month can be read only with some months of history before it.
        let first = begin.plus_days(4 * MONTH);
        let ends: Vec<Moment> = ends.into_iter().filter(|end| *end >= first).collect();
        let mut done = LATER.map(|months| Rehearsed { weeks: months * 4, ..Rehearsed::default() });
        let (Some(latest), Some(earliest)) = (ends.first(), ends.last()) else { return Vec::new() };
        let mut cut = *earliest;
        while cut <= latest.plus_days(LATER[LATER.len() - 1] * MONTH) {
            let due = |end: &&Moment| LATER.iter().any(|m| end.plus_days(m * MONTH) == cut);
            let due: Vec<&Moment> = ends.iter().filter(due).collect();
            if !due.is_empty() && cut <= self.leads.now {
                self.read_all(cut, &due, &order, &mut done);
            }
            cut = cut.plus_days(MONTH);
        }
        done.into_iter().filter(|rehearsed| rehearsed.pairs > 0).collect()
    }

    fn read_all(&self, cut: Moment, due: &[&Moment], order: &[&Lead], done: &mut [Rehearsed]) {
        let kind = (self.length, self.groups);
        let odds = Odds::learn(self.leads, cut, kind, ENOUGH, self.amount);
        for end in due {
            let from = order.partition_point(|lead| lead.first < end.plus_days(-MONTH));
            let to = order.partition_point(|lead| lead.first < **end);
            let month = || order[from..to].iter().copied();
            let read = odds.read(self.leads, month(), self.groups, self.amount);
            let came = self.came(month());
            let wins = self.wins(**end);
            let later = (cut.0 - end.0) / MONTH / ledger::time::DAY_MS;
            if let Some(rehearsed) = done.iter_mut().find(|r| r.weeks == later * 4) {
                rehearsed.judge(&read, &came, &wins);
            }
        }
    }

    /// What the leads brought in the end, by group.
    fn came<'l>(&self, some: impl Iterator<Item = &'l Lead>) -> Vec<f64> {
        let mut came = vec![0.0; self.groups];
        for lead in some.filter(|lead| lead.brought) {
            let mut steps = self.leads.steps_of(lead, self.leads.now);
            let won = steps.find(|step| step.place == self.leads.won());
            if won.is_some_and(|won| days(lead.first, won.at) <= self.length) {
                came[lead.group as usize] += lead.deal.and_then(self.amount).unwrap_or(0.0);
            }
        }
        came
    }

    /// What was won in the year before, for each lead that came in it: the usual ranking.
    #[must_use]
    pub fn wins(&self, cut: Moment) -> Vec<f64> {
        let since = cut.plus_days(-365);
        let mut sums = vec![(0.0, 0.0); self.groups];
        for lead in self.leads.leads.iter().filter(|l| since <= l.first && l.first < cut) {
            sums[lead.group as usize].1 += 1.0;
        }
        for win in self.leads.wins.iter().filter(|win| win.is_before(cut) && win.at >= since) {
            sums[win.group as usize].0 += (self.amount)(win.deal).unwrap_or(0.0);
        }
        sums.into_iter().map(|(won, leads)| if leads > 0.0 { won / leads } else { 0.0 }).collect()
    }
}

impl Rehearsed {
    fn judge(&mut self, read: &[Reading], came: &[f64], wins: &[f64]) {
        let ranked: Vec<usize> = (0..read.len()).filter(|g| read[*g].leads >= FEWEST).collect();
        for g in &ranked {
            let range = read[*g].range();
            self.ranges += 1;
            self.held += usize::from(range.low <= came[*g] && came[*g] <= range.high);
        }
        for (i, a) in ranked.iter().enumerate() {
            for b in &ranked[i + 1..] {
                let each = |g: usize, value: f64| value / read[g].leads as f64;
                let truth = each(*a, came[*a]) - each(*b, came[*b]);
                if truth.abs() < 1e-12 {
                    continue;
                }
                let told = each(*a, read[*a].value()) - each(*b, read[*b].value());
                let is_right = told * truth > 0.0;
                let spread = |g: usize| read[g].variance / (read[g].leads as f64).powi(2);
                let deviate = told.abs() / (spread(*a) + spread(*b)).sqrt().max(1e-12);
                self.pairs += 1;
                self.right += usize::from(is_right);
                self.wins_right += usize::from((wins[*a] - wins[*b]) * truth > 0.0);
                if deviate > SURE {
                    self.sure += 1;
                    self.sure_right += usize::from(is_right);
                }
            }
        }
    }
}
