//! The chance of a quota against companies whose future is known.

use ledger::book::Book;

use super::{TODAY, ask, came};
use crate::tests_support::{company, day};

#[test]
fn quotas_are_reached_as_often_as_is_said() {
    let seeds = 80;
    let worlds: Vec<(crate::forecast::Forecast, f64)> = (100..100 + seeds)
        .map(|seed| {
            let events = company(seed);
            let told = ask(&Book::of(day(TODAY), &events), TODAY, TODAY, TODAY + 90).unwrap();
            (told, came(&events, TODAY, TODAY + 90))
        })
        .collect();
    // Quotas that know of no single company: shares of what such companies bring on average.
    let usual = worlds.iter().map(|(_, came)| came).sum::<f64>() / worlds.len() as f64;
    let (mut said, mut reached, mut brier, mut blind) = ([0.0; 3], [0.0; 3], 0.0, 0.0);
    let mut counts = [0.0; 3];
    for share in [0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3] {
        let quota = share * usual;
        let is = |came: f64| f64::from(u8::from(came >= quota));
        let rate = worlds.iter().map(|(_, came)| is(*came)).sum::<f64>() / worlds.len() as f64;
        for (told, came) in &worlds {
            let chance = told.periods.chance_of(quota);
            let third = ((chance * 3.0) as usize).min(2);
            said[third] += chance;
            reached[third] += is(*came);
            counts[third] += 1.0;
            brier += (chance - is(*came)).powi(2);
            blind += (rate - is(*came)).powi(2);
        }
    }
    for third in 0..3 {
        let (said, reached) = (said[third] / counts[third], reached[third] / counts[third]);
        // The seven quotas of a company share one future: about as much as 80 companies tell.
        assert!((said - reached).abs() < 0.15, "third {third}: said {said}, reached {reached}");
    }
    let all = said.iter().sum::<f64>() / reached.iter().sum::<f64>();
    assert!((0.9..1.1).contains(&all), "{all} as often as reached");
    // These companies are alike: whoever knew in hindsight how often they reach each quota could hardly be
    // beaten by looking at one of them. What is told from one company's own past comes near to that.
    assert!(brier < 1.2 * blind, "{brier} against {blind}");
}
