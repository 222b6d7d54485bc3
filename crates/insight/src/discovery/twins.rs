//! Acts that always come together, in one go, are one: a click that a system writes down five times.

use super::lives::{Lives, TOGETHER};

/// Acts that come together in this share of the deals that have either are one.
pub(super) const ALWAYS: f64 = 0.93;
/// An act that fewer deals have met cannot be told from chance.
const FEWEST: u32 = 10;

/// Acts compared with one another, at most: the most frequent ones.
const MOST: usize = 600;

/// Groups of acts, the most frequent one first: each act that enough deals have met is in one.
pub(super) fn groups(lives: &Lives, usable: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let mut acts: Vec<usize> = (0..lives.acts.len())
        .filter(|act| lives.acts[*act].deals >= FEWEST && usable(*act))
        .collect();
    acts.sort_by_key(|act| std::cmp::Reverse(lives.acts[*act].deals));
    acts.truncate(MOST);
    let near = near(lives, &acts);
    let n = acts.len();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for i in 0..n {
        let most = |j: usize| f64::from(lives.acts[acts[i]].deals.max(lives.acts[acts[j]].deals));
        let joins =
            |group: &Vec<usize>| f64::from(near[i * n + group[0]]) >= ALWAYS * most(group[0]);
        match groups.iter_mut().find(|group| joins(group)) {
            Some(group) => group.push(i),
            None => groups.push(vec![i]),
        }
    }
    groups.into_iter().map(|group| group.into_iter().map(|i| acts[i]).collect()).collect()
}

/// In how many deals two acts come within a minute.
fn near(lives: &Lives, acts: &[usize]) -> Vec<u32> {
    let n = acts.len();
    let mut place = vec![None; lives.acts.len()];
    for (i, act) in acts.iter().enumerate() {
        place[*act] = Some(i);
    }
    let mut near = vec![0; n * n];
    let mut met: Vec<(usize, f64)> = Vec::new();
    for life in &lives.lives {
        met.clear();
        met.extend(lives.steps(life).iter().filter_map(|step| Some((place[step.act]?, step.at))));
        for (i, (one, at)) in met.iter().enumerate() {
            for (other, _) in met[i + 1..].iter().take_while(|(_, later)| later - at <= TOGETHER) {
                near[one * n + other] += 1;
                near[other * n + one] += 1;
            }
        }
    }
    near
}
