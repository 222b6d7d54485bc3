//! Coaching: where the deals of one salesperson slow or stop, against those of all others, allowing for
//! luck and for the mix of deals.
//!
//! Days at a place of the path are compared with days at the same place, for as long there, of the same
//! kind of deal (source and size): of all steps that were taken there, how many should have been this
//! salesperson's, and how many were? A difference is called real only if it stands out from all that were
//! looked at (Benjamini and Hochberg 1995); few deals are few deals. See `docs/method/coaching.md`.

mod mix;

use ledger::book::Book;
use ledger::time::{DAY_MS, Moment};

use crate::history::{History, Run, Spell};
use crate::stats::contrast::{Contrast, Ratio};
use crate::stats::normal::upper;
use mix::Mix;

/// The share of false alarms among the differences that are called real.
const FALSE_ALARMS: f64 = 0.05;
/// A place with fewer steps taken by one salesperson, or due to have been, says nothing.
const FEWEST: f64 = 4.0;
/// Bands of days at a place: to the end of each.
const BANDS: [f64; 7] = [1.0, 3.0, 7.0, 14.0, 30.0, 60.0, f64::INFINITY];

/// One salesperson at one place of the path.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The salesperson's number.
    pub seller: usize,
    /// 0 before the first milestone, else the number of the furthest one reached, counted from 1; the
    /// step in question is the next one.
    pub place: usize,
    /// Steps taken there by the deals of this salesperson.
    pub taken: f64,
    /// Steps that were to be expected if all salespeople were alike.
    pub expected: f64,
    /// How many times as fast as for the others: as it was.
    pub ratio: Ratio,
    /// The same, drawn towards 1 by as much as it may be luck.
    pub shrunk: f64,
    /// In standard errors: below 0 where it is slower.
    pub z: f64,
    /// It stands out from all that were looked at.
    pub real: bool,
}

/// Effects of all salespeople at all places, from what happened before `until`. `sellers[deal]` is the
/// number of a deal's salesperson, if it has one; `places` is the number of milestones.
#[must_use]
pub fn effects(
    book: &Book,
    history: &History,
    sellers: &[Option<usize>],
    places: usize,
    until: Moment,
) -> Vec<Effect> {
    let count = sellers.iter().flatten().max().map_or(0, |most| most + 1);
    let mix = Mix::of(book);
    let mut table = Table::new(count, places, mix.kinds());
    for (i, spell) in history.spells.iter().enumerate() {
        let run = &history.runs[spell.run];
        let Some(seller) = sellers[run.deal] else { continue };
        let next = history.spells.get(i + 1).filter(|next| next.run == spell.run);
        table.add(spell, seller, mix.kind(run.deal), moves_on(spell, run, next), until);
    }
    let mut effects = table.effects();
    shrink(&mut effects);
    call_real(&mut effects);
    effects
}

/// Whether a deal left a place forwards.
fn moves_on(spell: &Spell, run: &Run, next: Option<&Spell>) -> bool {
    match next {
        Some(next) => next.place > spell.place,
        None => run.end.is_some_and(|(_, won)| won),
    }
}

/// Days and steps by cell (place, band of days, kind of deal) and salesperson.
struct Table {
    sellers: usize,
    places: usize,
    kinds: usize,
    days: Vec<f64>,
    steps: Vec<f64>,
}

impl Table {
    fn new(sellers: usize, milestones: usize, kinds: usize) -> Table {
        let places = milestones + 1;
        let cells = places * BANDS.len() * kinds * sellers;
        Table { sellers, places, kinds, days: vec![0.0; cells], steps: vec![0.0; cells] }
    }

    fn cell(&self, place: usize, band: usize, kind: usize) -> usize {
        ((place * BANDS.len() + band) * self.kinds + kind) * self.sellers
    }

    fn add(&mut self, spell: &Spell, seller: usize, kind: usize, steps: bool, until: Moment) {
        let end = spell.to.unwrap_or(until).min(until);
        let length = (end.0 - spell.from.0).max(0) as f64 / DAY_MS as f64;
        let ended = steps && spell.to.is_some_and(|to| to < until);
        let mut from = 0.0;
        for (band, to) in BANDS.iter().enumerate() {
            let cell = self.cell(spell.place.min(self.places - 1), band, kind) + seller;
            self.days[cell] += (length.min(*to) - from).max(0.0);
            if length <= *to {
                self.steps[cell] += f64::from(u8::from(ended));
                return;
            }
            from = *to;
        }
    }

    fn effects(&self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for place in 0..self.places {
            for seller in 0..self.sellers {
                effects.extend(self.effect(place, seller));
            }
        }
        effects
    }

    fn effect(&self, place: usize, seller: usize) -> Option<Effect> {
        let mut contrast = Contrast::default();
        let (mut taken, mut expected) = (0.0, 0.0);
        for band in 0..BANDS.len() {
            for kind in 0..self.kinds {
                let cell = self.cell(place, band, kind);
                let all: f64 = self.steps[cell..cell + self.sellers].iter().sum();
                let days: f64 = self.days[cell..cell + self.sellers].iter().sum();
                let own = self.days[cell + seller];
                contrast.add((all, all, self.steps[cell + seller]), own, days - own);
                if days > 0.0 {
                    taken += self.steps[cell + seller];
                    expected += all * own / days;
                }
            }
        }
        (taken.max(expected) >= FEWEST).then(|| Effect {
            seller,
            place,
            taken,
            expected,
            ratio: contrast.ratio(),
            shrunk: 1.0,
            z: contrast.z(1.0),
            real: false,
        })
    }
}

/// Draws each ratio towards 1: salespeople differ by a gamma whose variance is that of the counts
/// beyond their luck (empirical Bayes, Clayton and Kaldor 1987).
fn shrink(effects: &mut [Effect]) {
    let (mut beyond, mut squares) = (0.0, 0.0);
    for effect in effects.iter() {
        beyond += (effect.taken - effect.expected).powi(2) - effect.expected;
        squares += effect.expected.powi(2);
    }
    let variance = (beyond / f64::max(squares, 1.0)).max(0.01);
    for effect in effects {
        let prior = 1.0 / variance;
        effect.shrunk = (effect.taken + prior) / (effect.expected + prior);
    }
}

fn call_real(effects: &mut [Effect]) {
    let chance = |effect: &Effect| 2.0 * upper(effect.z.abs());
    let mut order: Vec<usize> = (0..effects.len()).collect();
    order.sort_by(|a, b| chance(&effects[*a]).total_cmp(&chance(&effects[*b])));
    let count = effects.len() as f64;
    let passes = order
        .iter()
        .enumerate()
        .filter(|(rank, i)| chance(&effects[**i]) <= FALSE_ALARMS * (*rank + 1) as f64 / count);
    let last = passes.map(|(rank, _)| rank + 1).max().unwrap_or(0);
    for i in &order[..last] {
        effects[*i].real = true;
    }
}

#[cfg(test)]
mod tests;
