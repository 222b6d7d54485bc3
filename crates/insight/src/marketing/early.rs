//! The early reading: what young leads are worth, by the milestones they have reached so far.
//!
//! **Landmarks.** At each of some ages all past leads that were still open are followed from the place
//! where they stood then: their cumulative incidence of a sale, with loss competing and open leads
//! censored. A lead that stands there now has those odds. Where few leads have been, the curve leans
//! on that of the next younger age, and the youngest on that of all leads. The odds are then scaled by
//! group and place: sales that came of its leads that got there, over those the curves told. Few sales
//! lean on the pace: how fast the group's deals move on and are lost, against all deals at the same
//! places, if every step to come goes at that pace.
//!
//! Only what was known before the moment of learning counts.

use ledger::time::Moment;

use super::curves::{LONGEST, days};
use super::leads::{LEAD, Lead, Leads};
use super::worth::{Ranged, Sale, from_nothing, log_normal, sales};
use crate::stats::incidence::{Counts, End, leaning};

/// Ages from which leads are followed, in days since the first touch.
const AGES: [usize; 13] = [0, 3, 7, 14, 21, 28, 42, 56, 84, 120, 180, 270, 365];
/// A curve of this many leads is trusted as much as the one it leans on.
const LEAN: f64 = 15.0;
/// So many sales as told are added to those of each group and place.
const FACTOR_LEAN: f64 = 8.0;
/// So many steps as usual are added to those of each group.
const PACE_LEAN: f64 = 60.0;
/// What months differ by that nobody can tell beforehand, as a share of what is hoped for.
const SHOCK: f64 = 0.1;

/// What is known before a moment of what becomes of leads.
pub struct Odds {
    cut: Moment,
    length: usize,
    /// By place and age: the chance of a sale by the end of each day from that age on.
    curves: Vec<Vec<Vec<f64>>>,
    /// By group and place: what the chance is multiplied by, and its relative variance.
    factors: Vec<Vec<(f64, f64)>>,
    sales: Vec<Sale>,
}

/// What some leads of a group are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// How many leads.
    pub leads: usize,
    /// How many are won already.
    pub won: usize,
    /// Sales to be expected of them in all.
    pub sales: f64,
    /// What the won ones bring.
    pub sure: f64,
    /// What the open ones are to bring.
    pub hoped: f64,
    /// The variance of what the open ones bring: luck, what is not known of the odds, and a shock.
    pub variance: f64,
}

impl Reading {
    /// What they are to bring in all.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.sure + self.hoped
    }

    /// The same with its range. Where none of the open ones may well be won, it begins
    /// there, and ends where 8 in 10 lie below.
    #[must_use]
    pub fn range(&self) -> Ranged {
        let none = (self.won as f64 - self.sales).exp() > 0.1;
        let range = if none { from_nothing } else { log_normal };
        let open = range(self.hoped, self.variance);
        Ranged { middle: self.value(), low: self.sure + open.low, high: self.sure + open.high }
    }
}

/// How a lead stands before a moment.
enum Stand {
    Open { place: u8 },
    Won,
    Lost,
}

/// A lead's known way before a moment, read once.
struct Way {
    steps: [(usize, u8); 16],
    len: usize,
    end: Option<(usize, End)>,
    age: usize,
}

impl Way {
    fn of(leads: &Leads, lead: &Lead, cut: Moment) -> Way {
        let mut way = Way { steps: [(0, LEAD); 16], len: 0, end: None, age: days(lead.first, cut) };
        for step in leads.steps_of(lead, cut) {
            let day = days(lead.first, step.at);
            if step.place >= leads.won() {
                let end = if step.place == leads.won() { End::Won } else { End::Lost };
                way.end = Some((day, end));
            } else if way.len < way.steps.len() {
                way.steps[way.len] = (day, step.place);
                way.len += 1;
            }
        }
        way
    }

    fn place(&self, age: usize) -> usize {
        let before = self.steps[..self.len].iter().rev().find(|(day, _)| *day <= age);
        usize::from(before.map_or(LEAD, |(_, place)| *place))
    }

    fn until(&self) -> (usize, End) {
        self.end.unwrap_or((self.age, End::Censored))
    }
}

impl Odds {
    /// Learns from what was known before `cut` of about `enough` leads, evenly taken, followed for
    /// `length` days. `amount` is what a won deal is worth.
    #[must_use]
    pub fn learn(
        leads: &Leads,
        cut: Moment,
        (length, groups): (usize, usize),
        enough: usize,
        amount: &dyn Fn(u32) -> Option<f64>,
    ) -> Odds {
        let length = length.min(LONGEST);
        let stride = leads.leads.len().div_ceil(enough).max(1);
        let followed = || leads.leads.iter().step_by(stride).filter(|lead| lead.first < cut);
        let mut counts = vec![vec![Counts::up_to(length); AGES.len()]; leads.milestones + 2];
        let mut all = Counts::up_to(length);
        for lead in followed() {
            let way = Way::of(leads, lead, cut);
            let (until, end) = way.until();
            all.add(until, end);
            let open = AGES.iter().take_while(|age| **age <= until).enumerate();
            for (i, age) in open {
                counts[way.place(*age)][i].add(until - age, end);
            }
        }
        let all = all.incidence();
        let curves: Vec<_> = counts.iter().map(|ages| leaning(ages, &all, LEAN)).collect();
        let worth = amounts(leads, cut, groups, amount);
        let none = vec![vec![(1.0, 0.0); curves.len()]; groups];
        let mut odds = Odds { cut, length, curves, factors: none, sales: sales(&worth) };
        odds.factors = odds.compare(leads, followed(), groups);
        odds
    }

    /// Sales that came of each group's leads at each place over those told.
    fn compare<'l>(
        &self,
        leads: &Leads,
        followed: impl Iterator<Item = &'l Lead>,
        groups: usize,
    ) -> Vec<Vec<(f64, f64)>> {
        let places = self.curves.len();
        let mut pace = Pace::new(groups, places);
        let mut sums = vec![vec![(0.0, 0.0); places]; groups];
        for lead in followed {
            let way = Way::of(leads, lead, self.cut);
            let (until, end) = way.until();
            let came = f64::from(u8::from(end == End::Won && until <= self.length));
            pace.add(lead.group as usize, &way);
            let entries = std::iter::once(&(0, LEAD)).chain(&way.steps[..way.len]);
            for (age, place) in entries.filter(|(age, _)| *age < self.length) {
                let seen = way.age.min(self.length) - age.min(&way.age);
                let sum = &mut sums[lead.group as usize][usize::from(*place)];
                sum.1 += self.curve(*place, *age)[seen];
                sum.0 += came;
            }
        }
        let ahead = pace.ahead();
        sums.iter().zip(&ahead).map(|(places, ahead)| factors(places, ahead)).collect()
    }

    fn curve(&self, place: u8, age: usize) -> &[f64] {
        let i = AGES.iter().rposition(|begin| *begin <= age).unwrap_or(0);
        &self.curves[usize::from(place)][i]
    }

    /// The chance of an open lead as it stands.
    #[cfg(test)]
    pub(super) fn of(&self, leads: &Leads, lead: &Lead) -> f64 {
        let way = Way::of(leads, lead, self.cut);
        let place = u8::try_from(way.place(way.age)).unwrap_or(0);
        self.chance(lead.group, place, way.age)
    }

    /// The chance that an open lead of a group, at a place and of an age, is won in time.
    fn chance(&self, group: u32, place: u8, age: usize) -> f64 {
        let left = self.length.saturating_sub(age);
        let factor = self.factors[group as usize][usize::from(place)].0;
        if left == 0 { 0.0 } else { (self.curve(place, age)[left] * factor).min(0.99) }
    }

    /// What the given leads are worth, by group.
    pub fn read<'l>(
        &self,
        leads: &Leads,
        some: impl Iterator<Item = &'l Lead>,
        groups: usize,
        amount: &dyn Fn(u32) -> Option<f64>,
    ) -> Vec<Reading> {
        let mut readings = vec![Reading::default(); groups];
        // What open leads are to bring, by the place whose odds it rests on.
        let mut open = vec![vec![0.0; self.curves.len()]; groups];
        for lead in some {
            let (group, way) = (lead.group as usize, Way::of(leads, lead, self.cut));
            let sale = self.sales[group];
            let reading = &mut readings[group];
            reading.leads += 1;
            match way.stand(self.length) {
                Stand::Won if lead.brought => {
                    reading.won += 1;
                    reading.sales += 1.0;
                    reading.sure += lead.deal.and_then(amount).unwrap_or(sale.mean);
                }
                Stand::Open { place } => {
                    let p = self.chance(lead.group, place, way.age);
                    open[group][usize::from(place)] += p * sale.mean;
                    reading.sales += p;
                    reading.hoped += p * sale.mean;
                    let square = sale.mean * sale.mean;
                    reading.variance += square * p * (1.0 - p + sale.variation * sale.variation);
                }
                _ => {}
            }
        }
        for (group, reading) in readings.iter_mut().enumerate() {
            let unsure = self.factors[group].iter().zip(&open[group]);
            reading.variance +=
                unsure.map(|((_, unsure), value)| value * value * unsure).sum::<f64>();
            let shared = self.sales[group].relative_error.powi(2) + SHOCK * SHOCK;
            reading.variance += reading.hoped * reading.hoped * shared;
        }
        readings
    }
}

/// From sales that came and were told, by place, and what the pace tells: the factor, and its relative
/// variance.
fn factors(places: &[(f64, f64)], ahead: &[f64]) -> Vec<(f64, f64)> {
    let lean = |((came, told), on): (&(f64, f64), &f64)| {
        ((came + FACTOR_LEAN * on) / (told + FACTOR_LEAN), 1.0 / (came + FACTOR_LEAN))
    };
    places.iter().zip(ahead).map(lean).collect()
}

/// How fast each group's deals move on and are lost, against all deals at the same place.
struct Pace {
    /// By group and place: days there, steps on, losses.
    seen: Vec<Vec<[f64; 3]>>,
}

impl Pace {
    fn new(groups: usize, places: usize) -> Pace {
        Pace { seen: vec![vec![[0.0; 3]; places]; groups] }
    }

    fn add(&mut self, group: usize, way: &Way) {
        let (until, end) = way.until();
        for (i, (day, place)) in way.steps[..way.len].iter().enumerate() {
            let next = way.steps[..way.len].get(i + 1).map(|(day, _)| *day);
            let seen = &mut self.seen[group][usize::from(*place)];
            seen[0] += next.unwrap_or(until).saturating_sub(*day) as f64;
            seen[1] += f64::from(u8::from(next.is_some() || end == End::Won));
            seen[2] += f64::from(u8::from(next.is_none() && end == End::Lost));
        }
    }

    /// By group and place: the chance of a sale over that of all, if every step to come goes at the
    /// group's pace.
    fn ahead(&self) -> Vec<Vec<f64>> {
        let places = self.seen.first().map_or(0, Vec::len);
        let sum = |place: usize, what: usize| self.seen.iter().map(|g| g[place][what]).sum::<f64>();
        let rates: Vec<[f64; 2]> = (0..places)
            .map(|place| [1, 2].map(|what| sum(place, what) / sum(place, 0).max(1.0)))
            .collect();
        let one = |group: &Vec<[f64; 3]>| {
            let told = |what: usize| {
                group.iter().zip(&rates).map(|(seen, rate)| seen[0] * rate[what - 1]).sum::<f64>()
            };
            let ratio = |what: usize| {
                let came: f64 = group.iter().map(|seen| seen[what]).sum();
                (came + PACE_LEAN) / (told(what) + PACE_LEAN)
            };
            let (on, lost) = (ratio(1), ratio(2));
            let mut ahead = vec![1.0; places];
            for place in (1..places).rev() {
                let [step, loss] = rates[place];
                let next = ahead.get(place + 1).copied().unwrap_or(1.0);
                let part = on * (step + loss) / (on * step + lost * loss).max(1e-12);
                ahead[place] = next * if step + loss > 0.0 { part } else { 1.0 };
            }
            ahead[0] = ahead.get(1).copied().unwrap_or(1.0);
            ahead
        };
        self.seen.iter().map(one).collect()
    }
}

impl Way {
    fn stand(&self, length: usize) -> Stand {
        match self.end {
            Some((day, End::Won)) if day <= length => Stand::Won,
            Some(_) => Stand::Lost,
            None => Stand::Open { place: u8::try_from(self.place(self.age)).unwrap_or(LEAD) },
        }
    }
}

/// What the deals won before `cut` were worth, by the group of the lead that brought each.
fn amounts(
    leads: &Leads,
    cut: Moment,
    groups: usize,
    amount: &dyn Fn(u32) -> Option<f64>,
) -> Vec<Vec<f64>> {
    let mut worth = vec![Vec::new(); groups];
    for win in leads.wins.iter().filter(|win| win.is_before(cut)) {
        worth[win.group as usize].extend(amount(win.deal));
    }
    worth
}
