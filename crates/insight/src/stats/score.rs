//! How good forecasts were: of amounts, of ranges, of odds.
//!
//! WAPE and bias are sums over sums, so that small periods do not rule; odds are judged by AUC (do
//! they rank?), Brier score and log loss (are they right?), and by a reliability table.

use serde::Serialize;

/// Bins of the reliability table, at most.
const BINS: usize = 10;
/// No odds are taken as surer than this in the log loss.
const SUREST: f64 = 1e-6;

/// How good a method was over some periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// Sum of absolute errors over the sum of what came.
    pub wape: f64,
    /// Sum of errors over the sum of what came; positive if too much was said.
    pub bias: f64,
    /// The share of periods for which it was off by less than a tenth.
    pub within_10: f64,
    /// The share of periods that fell into the range meant to hold 8 in 10; absent without ranges.
    pub coverage_80: Option<f64>,
    /// Mean pinball loss of the 10th, 50th and 90th of a hundred, over what came on average.
    pub pinball: Option<f64>,
    /// How many periods.
    pub n: usize,
}

/// What was said of a period and what came.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The forecast.
    pub said: f64,
    /// Its 10th, 50th and 90th of a hundred, where it had them.
    pub range: Option<[f64; 3]>,
    /// What came.
    pub came: f64,
}

/// The score of a method; `None` if nothing came or nothing was said.
#[must_use]
pub fn score(periods: &[Said]) -> Option<Score> {
    let came: f64 = periods.iter().map(|p| p.came).sum();
    if came <= 0.0 {
        return None;
    }
    let n = periods.len() as f64;
    let share = |hits: usize| hits as f64 / n;
    let near = |p: &&Said| (p.said - p.came).abs() < 0.1 * p.came;
    let ranged: Option<Vec<([f64; 3], f64)>> =
        periods.iter().map(|p| p.range.map(|range| (range, p.came))).collect();
    let inside = |r: &&([f64; 3], f64)| (r.0[0]..=r.0[2]).contains(&r.1);
    let pinball = |(range, came): &([f64; 3], f64)| {
        let loss = |(said, q): (&f64, f64)| (came - said) * (q - f64::from(u8::from(came < said)));
        range.iter().zip([0.1, 0.5, 0.9]).map(loss).sum::<f64>() / 3.0
    };
    Some(Score {
        wape: periods.iter().map(|p| (p.said - p.came).abs()).sum::<f64>() / came,
        bias: periods.iter().map(|p| p.said - p.came).sum::<f64>() / came,
        within_10: share(periods.iter().filter(near).count()),
        coverage_80: ranged.as_ref().map(|all| share(all.iter().filter(inside).count())),
        pinball: ranged.as_ref().map(|all| all.iter().map(pinball).sum::<f64>() / came),
        n: periods.len(),
    })
}

/// How good odds were.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OddsScore {
    /// The chance that a deal that was won had better odds than one that was not; 0.5 is no better
    /// than guessing. Absent if all were won, or none.
    pub auc: Option<f64>,
    /// Mean squared error; lower is better.
    pub brier: f64,
    /// Mean negative log likelihood; lower is better.
    pub log_loss: f64,
    /// How many odds were judged.
    pub n: usize,
    /// The share that was won.
    pub won: f64,
    /// Odds in groups of equal size, from the lowest: what was said, how many, what came.
    pub reliability: Vec<Reliability>,
}

/// Odds that were about the same, and what became of the deals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// Their mean.
    pub p: f64,
    /// How many.
    pub n: usize,
    /// The share that was won.
    pub won: f64,
}

/// Judges odds, each with whether it came true. `None` if there are none.
#[must_use]
pub fn judge_odds(odds: &[(f64, bool)]) -> Option<OddsScore> {
    if odds.is_empty() {
        return None;
    }
    let mut sorted = odds.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let n = odds.len() as f64;
    let truth = |won: bool| f64::from(u8::from(won));
    let log = |(p, won): &(f64, bool)| {
        let p = p.clamp(SUREST, 1.0 - SUREST);
        if *won { -p.ln() } else { -(1.0 - p).ln() }
    };
    let won = sorted.iter().filter(|(_, won)| *won).count();
    let bins = BINS.min(sorted.len());
    let bin = |i: usize| &sorted[i * sorted.len() / bins..(i + 1) * sorted.len() / bins];
    let reliability = (0..bins).map(|i| {
        let group = bin(i);
        let n = group.len();
        Reliability {
            p: group.iter().map(|(p, _)| p).sum::<f64>() / n as f64,
            n,
            won: group.iter().filter(|(_, won)| *won).count() as f64 / n as f64,
        }
    });
    Some(OddsScore {
        auc: auc(&sorted, won),
        brier: sorted.iter().map(|(p, won)| (p - truth(*won)).powi(2)).sum::<f64>() / n,
        log_loss: sorted.iter().map(log).sum::<f64>() / n,
        n: sorted.len(),
        won: won as f64 / n,
        reliability: reliability.collect(),
    })
}

/// By ranks (Mann and Whitney 1947); equal odds share their rank.
fn auc(sorted: &[(f64, bool)], won: usize) -> Option<f64> {
    let lost = sorted.len() - won;
    if won == 0 || lost == 0 {
        return None;
    }
    let (mut ranks, mut start) = (0.0, 0);
    for tied in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let hits = tied.iter().filter(|(_, won)| *won).count() as f64;
        ranks += hits * (start as f64 + (tied.len() as f64 + 1.0) / 2.0);
        start += tied.len();
    }
    let won = won as f64;
    Some((ranks - won * (won + 1.0) / 2.0) / (won * lost as f64))
}

#[cfg(test)]
mod tests {
    use super::{Said, judge_odds, score};

    /// `sklearn.metrics`: `roc_auc_score`, `brier_score_loss` and `log_loss` of the same eight.
    #[test]
    fn odds_are_judged_as_elsewhere() {
        let odds = [0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.05, 0.6];
        let won = [false, false, true, true, true, true, false, false];
        let judged = judge_odds(&odds.into_iter().zip(won).collect::<Vec<_>>()).unwrap();
        assert!((judged.auc.unwrap() - 0.781_25).abs() < 1e-12);
        assert!((judged.brier - 0.170_625).abs() < 1e-12);
        assert!((judged.log_loss - 0.484_798_386_127_98).abs() < 1e-12);
        assert_eq!((judged.n, judged.reliability.len()), (8, 8));
        assert!(judge_odds(&[]).is_none());
        assert_eq!(judge_odds(&[(0.3, true)]).unwrap().auc, None);
    }

    #[test]
    fn amounts_are_judged_over_their_sum() {
        let said = |said, came| Said { said, came, range: Some([0.8 * said, said, 1.2 * said]) };
        let all = score(&[said(100.0, 105.0), said(100.0, 145.0), said(50.0, 50.0)]).unwrap();
        assert!((all.wape - 50.0 / 300.0).abs() < 1e-12);
        assert!((all.bias + 50.0 / 300.0).abs() < 1e-12);
        assert!((all.within_10 - 2.0 / 3.0).abs() < 1e-12);
        assert!((all.coverage_80.unwrap() - 2.0 / 3.0).abs() < 1e-12);
        // By hand: (25 * .1 + 5 * .5 + 15 * .1) / 3, (65 * .1 + 45 * .5 + 25 * .9) / 3,
        // (10 * .1 + 0 + 10 * .1) / 3, over 300.
        let pinball = (6.5 + 51.5 + 2.0) / 3.0 / 300.0;
        assert!((all.pinball.unwrap() - pinball).abs() < 1e-12);
    }
}
