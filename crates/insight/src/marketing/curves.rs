//! Curves: which share of a group's leads reached each place by each day, from the first touch on.
//!
//! Aalen and Johansen (see `stats::incidence`): a lead that has not got there yet is censored at its
//! age, one that was lost can no more get there. Who reached a later place reached the earlier ones.

use ledger::time::{DAY_MS, Moment};

use super::leads::{Lead, Leads};
use crate::stats::incidence::{Counts, End, Estimate};
use crate::stats::shrink::{Share, shrink};

/// Leads are followed no longer than this many days.
pub const LONGEST: usize = 730;
/// Lengths of time that people think in, in days.
const LADDER: [usize; 6] = [30, 60, 90, 180, 365, LONGEST];
/// By the length chosen, nearly all sales that will come have come.
const NEARLY_ALL: f64 = 0.97;

/// What became of the leads of one group.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its leads.
    pub leads: usize,
    /// By place after the first: deal, milestones, sale.
    pub places: Vec<Reach>,
}

/// How one place was reached.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Leads that reached it, whenever.
    pub reached: usize,
    /// By day: the share that had reached it.
    pub days: Vec<Estimate>,
    /// What is known of the share at the last day, leaning on all groups.
    pub share: Share,
    /// The day by which half of those that reach it have.
    pub median: Option<usize>,
}

/// For how many days leads are to be followed so that nearly all sales are in it.
#[must_use]
pub fn usual_length(leads: &Leads) -> usize {
    let mut all = Counts::up_to(LONGEST);
    for lead in &leads.leads {
        let mut won = None;
        let mut lost = None;
        for step in leads.steps_of(lead, leads.now) {
            won = won.or((step.place == leads.won()).then_some(step.at));
            lost = lost.or((step.place == leads.lost()).then_some(step.at));
        }
        let end = won.map(|at| (at, End::Won)).or(lost.map(|at| (at, End::Lost)));
        let (at, end) = end.unwrap_or((leads.now, End::Censored));
        all.add(days(lead.first, at), end);
    }
    let incidence = all.incidence();
    let whole = incidence[LONGEST];
    let enough = |days: &&usize| incidence[**days] >= NEARLY_ALL * whole && whole > 0.0;
    LADDER.iter().find(enough).copied().unwrap_or(90)
}

/// The courses of all groups, followed for so many days.
#[must_use]
pub fn courses(leads: &Leads, groups: usize, length: usize) -> Vec<Course> {
    let places = leads.milestones + 2;
    let mut counts: Vec<Vec<Counts>> = vec![vec![Counts::up_to(length); places]; groups];
    let mut reached = vec![vec![0; places]; groups];
    let mut sizes = vec![0; groups];
    for lead in &leads.leads {
        let group = lead.group as usize;
        sizes[group] += 1;
        follow(leads, lead, &mut counts[group], &mut reached[group]);
    }
    let estimates: Vec<Vec<Vec<Estimate>>> =
        counts.iter().map(|places| places.iter().map(Counts::estimate).collect()).collect();
    let shares: Vec<Vec<Share>> = (0..places)
        .map(|place| {
            let at_end = |group: &Vec<Vec<Estimate>>| group[place][length];
            let known = estimates.iter().map(at_end).map(|e| (e.share * e.n, e.n));
            shrink(&known.collect::<Vec<_>>())
        })
        .collect();
    let all = estimates.into_iter().enumerate().map(|(group, estimates)| {
        let reach = |(place, days): (usize, Vec<Estimate>)| Reach {
            reached: reached[group][place],
            median: median(&days),
            share: shares[place][group],
            days,
        };
        let places = estimates.into_iter().enumerate().map(reach).collect();
        Course { leads: sizes[group], places }
    });
    all.collect()
}

/// Adds one lead to the counts of its group, place by place.
fn follow(leads: &Leads, lead: &Lead, counts: &mut [Counts], reached: &mut [usize]) {
    let mut done = 0;
    let (mut until, mut end) = (leads.now, End::Censored);
    for step in leads.steps_of(lead, leads.now) {
        if step.place == leads.lost() {
            (until, end) = (step.at, End::Lost);
            break;
        }
        let day = days(lead.first, step.at);
        for place in done..usize::from(step.place) {
            counts[place].add(day, End::Won);
            reached[place] += 1;
        }
        done = done.max(usize::from(step.place));
    }
    let day = days(lead.first, until);
    counts.iter_mut().skip(done).for_each(|counts| counts.add(day, end));
}

/// The day by which half of those that get there have got there.
fn median(days: &[Estimate]) -> Option<usize> {
    let whole = days.last().map(|last| last.share).filter(|share| *share > 0.0)?;
    days.iter().position(|day| day.share >= 0.5 * whole)
}

/// Whole days from one moment to another; none where it lies before.
#[must_use]
pub fn days(from: Moment, to: Moment) -> usize {
    usize::try_from(to.0.saturating_sub(from.0).div_euclid(DAY_MS)).unwrap_or(0)
}
