//! The smallest ordered set of milestones, chosen backwards from the sale.

use std::cmp::Ordering;

use super::grid::Grid;
use super::lives::{Life, Lives};
use super::measure::{Found, measure};
use crate::stats::borda::borda;
use crate::stats::contrast::Contrast;
use crate::stats::normal::upper_quantile;

/// A milestone opens the way: after it the next step must come at least this many times as often a day
/// as before it, beyond doubt. An act that only goes along with busy deals stays below.
const OPENS: f64 = 1.5;
/// A step that follows quickly, or is missed in the record now and then, opens the way less clearly: this
/// much is enough where it moves the odds as much beyond doubt.
const HELPS: f64 = 1.25;
/// An act that comes this often in one sale, on average, is routine: busy sellers and promising deals have
/// more of it, which alone makes it look like a step. It must open the way this much.
const ROUTINE: f64 = 1.6;
const ROUTINE_OPENS: f64 = 5.0;
/// Along the path the odds of a sale must grow, at each milestone, this many times at least, all in all.
const MOVES: f64 = 1.15;
/// A milestone whose odds surely grow less than this moves none.
const FLAT: f64 = 1.3;
/// The chance of a false find over all acts together, and of a path that only seems to move the odds.
const FALSE_FINDS: f64 = 0.05;
const FALSE_PATH: f64 = 0.005;
/// More milestones nobody could keep in mind, and no data could tell apart.
const MOST: usize = 12;

/// What is asked of the data.
pub(super) struct Search<'a> {
    pub(super) lives: &'a Lives,
    pub(super) deals: &'a [Life],
    pub(super) grid: &'a Grid,
    /// The acts that most sales have.
    pub(super) candidates: &'a [usize],
}

/// A path, in no order yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// The milestones.
    pub(super) acts: Vec<usize>,
    /// Acts that open the way to one another, though no odds move along them.
    pub(super) flat: Vec<usize>,
}

impl Search<'_> {
    pub(super) fn measure(&self, chosen: &[usize], asked: &[usize]) -> Vec<Found> {
        measure(self.lives, self.deals, self.grid, (chosen, true), asked)
    }

    /// How sure a find must be, in standard errors, as so many acts are looked at (Bonferroni).
    pub(super) fn sure(&self) -> f64 {
        upper_quantile(FALSE_FINDS / self.candidates.len().max(1) as f64)
    }

    pub(super) fn choose(&self) -> Chosen {
        let gates = self.gates();
        let odds: Vec<Contrast> = gates.iter().map(|act| self.odds(*act, &gates)).collect();
        let mut whole = Contrast::default();
        odds.iter().for_each(|odds| whole.extend(odds));
        if whole.z(MOVES) < upper_quantile(FALSE_PATH) {
            return Chosen { acts: Vec::new(), flat: gates };
        }
        let is_flat = |odds: &Contrast| odds.ratio().high < FLAT;
        let of = |flat: bool| {
            let acts = gates.iter().zip(&odds).filter(move |(_, odds)| is_flat(odds) == flat);
            acts.map(|(act, _)| *act).collect::<Vec<_>>()
        };
        let (mut acts, mut flat) = (of(false), of(true));
        // What surely moves no odds stays only if it opens the way to a milestone that does.
        while let Some(i) = flat.iter().position(|act| self.leads_on(*act, &acts)) {
            acts.push(flat.remove(i));
        }
        Chosen { acts, flat }
    }

    /// What one act of a path changes, given all the others.
    pub(super) fn alone(&self, act: usize, path: &[usize]) -> Found {
        let others: Vec<usize> = path.iter().copied().filter(|other| *other != act).collect();
        self.measure(&others, &[act]).swap_remove(0)
    }

    fn odds(&self, act: usize, path: &[usize]) -> Contrast {
        self.alone(act, path).odds
    }

    fn leads_on(&self, act: usize, others: &[usize]) -> bool {
        let found = measure(self.lives, self.deals, self.grid, (others, false), &[act]);
        found[0].gate.z(OPENS) >= self.sure()
    }

    /// How surely an act is a milestone, in standard errors: it opens the way, or it does so a little and
    /// moves the odds.
    fn strength(&self, act: usize, found: &Found) -> f64 {
        if self.lives.acts[act].repeats() >= ROUTINE {
            return found.gate.z(ROUTINE_OPENS);
        }
        let one_in_twenty = upper_quantile(0.05);
        let helps = found.gate.z(HELPS) - one_in_twenty + self.sure();
        found.gate.z(OPENS).max(helps.min(found.odds.z(HELPS)))
    }

    /// Backwards from the sale: the act that opens the way to what is known so far, most surely first.
    /// What it explains is given up at once, or its followers would pass for steps of their own.
    fn gates(&self) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let mut dropped: Vec<usize> = Vec::new();
        while chosen.len() < MOST {
            let times = |act: usize| dropped.iter().filter(|other| **other == act).count();
            let left = |act: &usize| !chosen.contains(act) && times(*act) < 2;
            let left: Vec<usize> = self.candidates.iter().copied().filter(left).collect();
            let found = self.measure(&chosen, &left);
            let z = left.iter().zip(&found).map(|(act, found)| self.strength(*act, found));
            let best = left.iter().zip(z).max_by(|a, b| a.1.total_cmp(&b.1));
            match best {
                Some((act, z)) if z >= self.sure() => chosen.push(*act),
                _ => break,
            }
            self.prune(&mut chosen, &mut dropped);
        }
        chosen
    }

    /// Gives up, one by one, what the others explain.
    fn prune(&self, chosen: &mut Vec<usize>, dropped: &mut Vec<usize>) {
        loop {
            let z = |act: usize| self.strength(act, &self.alone(act, chosen));
            let weakest =
                chosen.iter().map(|act| (*act, z(*act))).min_by(|a, b| a.1.total_cmp(&b.1));
            match weakest {
                Some((act, z)) if z < self.sure() => {
                    chosen.retain(|other| *other != act);
                    dropped.push(act);
                }
                _ => return,
            }
        }
    }
}

/// The usual order: by the mean share of sales in which an act comes before another (a Borda count).
pub(super) fn in_order(lives: &Lives, acts: &[usize]) -> Vec<usize> {
    let n = acts.len();
    let mut before = vec![0.0; n * n];
    for life in lives.won() {
        let steps = lives.steps(life);
        let at = |act: &usize| steps.iter().find(|step| step.act == *act).map(|step| step.at);
        let met: Vec<Option<f64>> = acts.iter().map(at).collect();
        for (i, one) in met.iter().enumerate() {
            for (j, other) in met.iter().enumerate() {
                let (Some(one), Some(other)) = (one, other) else { continue };
                before[i * n + j] += match one.total_cmp(other) {
                    Ordering::Less => 1.0,
                    Ordering::Equal => 0.5,
                    Ordering::Greater => 0.0,
                };
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| borda(&before, n, *b).total_cmp(&borda(&before, n, *a)));
    order.into_iter().map(|i| acts[i]).collect()
}
