//! The company that acts keep: in how many deals each comes with each milestone, and how old deals are
//! when they have it. All of it is counted in one walk over the deals.

use super::lives::Lives;
use crate::stats::quantile::quantile;

/// Counted for every act.
pub(super) struct Company<'a> {
    lives: &'a Lives,
    path: &'a [usize],
    met: Vec<usize>,
    /// By act and place on the path.
    both: Vec<usize>,
    /// By act: the deals' ages at their first, in order.
    ages: Vec<Vec<f64>>,
    /// Half of all deals do not live longer, in days.
    half: f64,
}

impl<'a> Company<'a> {
    pub(super) fn of(lives: &'a Lives, path: &'a [usize]) -> Company<'a> {
        let acts = lives.acts.len();
        let mut places = vec![None; acts];
        for (place, act) in path.iter().enumerate() {
            places[*act] = Some(place);
        }
        let (mut met, mut both) = (vec![0; acts], vec![0; acts * path.len()]);
        let mut ages = vec![Vec::new(); acts];
        for life in &lives.lives {
            let steps = lives.steps(life);
            for step in steps {
                met[step.act] += 1;
                ages[step.act].push(step.at);
                for place in steps.iter().filter_map(|other| places[other.act]) {
                    both[step.act * path.len() + place] += 1;
                }
            }
        }
        ages.iter_mut().for_each(|ages| ages.sort_by(f64::total_cmp));
        let mut ends: Vec<f64> = lives.lives.iter().map(|life| life.end).collect();
        ends.sort_by(f64::total_cmp);
        let half = quantile(&ends, 0.5).unwrap_or(0.0);
        Company { lives, path, met, both, ages, half }
    }

    /// The share of the deals with an act or the milestone at a place that have both.
    pub(super) fn share(&self, act: usize, place: usize) -> f64 {
        let both = self.both[act * self.path.len() + place];
        let either = self.met[act] + self.met[self.path[place]] - both;
        both as f64 / either.max(1) as f64
    }

    /// The days between an act and the milestone at a place, in deals that have both, in order.
    pub(super) fn gaps(&self, act: usize, place: usize) -> Vec<f64> {
        let mut gaps = Vec::new();
        for life in &self.lives.lives {
            let steps = self.lives.steps(life);
            let at = |act: usize| steps.iter().find(|step| step.act == act).map(|step| step.at);
            gaps.extend(at(act).zip(at(self.path[place])).map(|(a, b)| (a - b).abs()));
        }
        gaps.sort_by(f64::total_cmp);
        gaps
    }

    /// The place of the milestone that an act comes with in at least this share of the deals that have
    /// either, and that share.
    pub(super) fn closest(&self, act: usize, least: f64) -> Option<(usize, f64)> {
        let shares = (0..self.path.len()).map(|place| (place, self.share(act, place)));
        shares.filter(|(_, share)| *share >= least).max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The share of deals that have an act within so many days of their opening.
    pub(super) fn begins(&self, act: usize, within: f64) -> f64 {
        let first = self.ages[act].partition_point(|age| *age <= within);
        first as f64 / self.lives.lives.len().max(1) as f64
    }

    /// From which age on deals have an act, if only deals have it that outlive half of all others.
    pub(super) fn late(&self, act: usize) -> Option<f64> {
        quantile(&self.ages[act], 0.02).filter(|first| *first >= self.half)
    }
}
