//! One pass over all lives: what an act changes, for deals at the same place, for as long, and as old.
//!
//! Two questions are asked of each act, given the milestones that are known so far:
//!
//! - *Does it open the way?* How often deals take their next step (a milestone not reached yet, or the
//!   sale), per day after the act against per day before it. Open deals count until now.
//! - *Does it move the odds?* How often the act comes, per day, in deals that will be won against
//!   deals that will be lost. By Bayes' rule this ratio is what the act does to the odds of a sale:
//!   `odds(won | act now) = odds(won) × rate(act | won) / rate(act | lost)`.
//!
//! Both compare days with days, never deals that "had it" with deals that "had it not": a deal that
//! lives longer collects more acts, and counts as one without them until it has them.

use std::collections::BTreeMap;

use super::grid::{CELLS, Grid};
use super::lives::{Life, Lives};
use crate::stats::contrast::Contrast;

/// What the pass found about an act.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Next steps after it against before it.
    pub(super) gate: Contrast,
    /// Its coming in deals that will be won against deals that will be lost.
    pub(super) odds: Contrast,
    /// The weight of the closed deals that met it, and of the won ones among them.
    pub(super) met: (f64, f64),
}

/// Days and happenings of one place, cell by cell.
struct Place {
    /// Days of all deals.
    days: [f64; CELLS],
    /// Next steps of all deals.
    next: [f64; CELLS],
    /// Days of closed deals: won, lost.
    closed: [[f64; CELLS]; 2],
    /// By act asked about.
    acts: Vec<ActCells>,
}

#[derive(Clone)]
struct ActCells {
    days_after: [f64; CELLS],
    next_after: [f64; CELLS],
    /// Next steps of the same moment: nobody can say which came first.
    tied: [f64; CELLS],
    closed_after: [[f64; CELLS]; 2],
    /// The act's coming, by weight and by squared weight: won, lost.
    came: [[f64; CELLS]; 2],
    squared: [f64; CELLS],
}

impl ActCells {
    const NONE: ActCells = ActCells {
        days_after: [0.0; CELLS],
        next_after: [0.0; CELLS],
        tied: [0.0; CELLS],
        closed_after: [[0.0; CELLS]; 2],
        came: [[0.0; CELLS]; 2],
        squared: [0.0; CELLS],
    };
}

/// Measures the acts `asked`, given the milestones `chosen`. `sale`: whether the sale itself counts as a
/// next step.
pub(super) fn measure(
    lives: &Lives,
    deals: &[Life],
    grid: &Grid,
    (chosen, sale): (&[usize], bool),
    asked: &[usize],
) -> Vec<Found> {
    let mut pass = Pass {
        grid,
        places: Vec::new(),
        numbers: BTreeMap::new(),
        asked: asked.len(),
        found: vec![Found::default(); asked.len()],
    };
    let number = numbers(asked, lives.acts.len());
    let bits = numbers(chosen, lives.acts.len());
    let mut own: Vec<(usize, f64)> = Vec::new();
    for life in deals {
        own.clear();
        let steps = lives.steps(life);
        own.extend(steps.iter().filter_map(|step| Some((number[step.act]?, step.at))));
        let moves = steps.iter().filter_map(|step| Some((bits[step.act]?, step.at)));
        pass.read(life, moves, &own, sale);
    }
    pass.conclude()
}

/// By act: its place in the list.
fn numbers(list: &[usize], acts: usize) -> Vec<Option<usize>> {
    let mut numbers = vec![None; acts];
    for (i, act) in list.iter().enumerate() {
        numbers[*act] = Some(i);
    }
    numbers
}

struct Pass<'g> {
    grid: &'g Grid,
    places: Vec<Place>,
    /// The number of each set of milestones.
    numbers: BTreeMap<u64, usize>,
    asked: usize,
    found: Vec<Found>,
}

impl Pass<'_> {
    fn read(
        &mut self,
        life: &Life,
        moves: impl Iterator<Item = (usize, f64)>,
        own: &[(usize, f64)],
        sale: bool,
    ) {
        let (mut reached, mut since) = (0_u64, 0.0);
        for (milestone, at) in moves {
            self.stay(life, reached, (since, at), own, true);
            (reached, since) = (reached | 1 << milestone, at);
        }
        self.stay(life, reached, (since, life.end), own, sale && life.won == Some(true));
        if let Some(won) = life.won {
            for (act, _) in own {
                self.found[*act].met.0 += life.weight;
                self.found[*act].met.1 += if won { life.weight } else { 0.0 };
            }
        }
    }

    /// A deal stays at a place for a time, and then takes its next step, or does not.
    fn stay(
        &mut self,
        life: &Life,
        reached: u64,
        (from, to): (f64, f64),
        own: &[(usize, f64)],
        next: bool,
    ) {
        if to <= from {
            return;
        }
        let count = self.places.len();
        let number = *self.numbers.entry(reached).or_insert(count);
        if number == count {
            self.places.push(Place::empty(self.asked));
        }
        let place = &mut self.places[number];
        let side = life.won.map(|won| usize::from(!won));
        self.grid.cut(from, to, |cell, low, high| {
            place.days[cell] += high - low;
            if let Some(side) = side {
                place.closed[side][cell] += life.weight * (high - low);
            }
            let ends = high >= to;
            if ends && next {
                place.next[cell] += 1.0;
            }
            for (act, at) in own {
                let cells = &mut place.acts[*act];
                let after = (high - at.max(low)).max(0.0);
                cells.days_after[cell] += after;
                if ends && next {
                    cells.next_after[cell] += f64::from(u8::from(*at < to));
                    cells.tied[cell] += f64::from(u8::from(at.total_cmp(&to).is_eq()));
                }
                let Some(side) = side else { continue };
                cells.closed_after[side][cell] += life.weight * after;
                if *at > low && *at <= high {
                    cells.came[side][cell] += life.weight;
                    cells.squared[cell] += life.weight * life.weight;
                }
            }
        });
    }

    fn conclude(mut self) -> Vec<Found> {
        for place in &self.places {
            for (found, cells) in self.found.iter_mut().zip(&place.acts) {
                for cell in 0..CELLS {
                    place.conclude(cell, cells, found);
                }
            }
        }
        self.found
    }
}

impl Place {
    fn empty(asked: usize) -> Place {
        Place {
            days: [0.0; CELLS],
            next: [0.0; CELLS],
            closed: [[0.0; CELLS]; 2],
            acts: vec![ActCells::NONE; asked],
        }
    }

    fn conclude(&self, cell: usize, act: &ActCells, found: &mut Found) {
        let next = self.next[cell] - act.tied[cell];
        let before = (self.days[cell] - act.days_after[cell]).max(0.0);
        found.gate.add((next, next, act.next_after[cell]), act.days_after[cell], before);
        let [won, lost] = [0, 1].map(|side| {
            let days = self.closed[side][cell] - act.closed_after[side][cell];
            (act.came[side][cell], days.max(0.0))
        });
        found.odds.add((won.0 + lost.0, act.squared[cell], won.0), won.1, lost.1);
    }
}
