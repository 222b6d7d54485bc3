//! Past forecasts know nothing of what came after, and are judged by what came.

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::event::Event;
use ledger::money::Money;
use ledger::time::Moment;
use proptest::prelude::{ProptestConfig, any, proptest};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Accuracy, Backtest, replay};
use crate::tests_support::{act, company, day, lost, on, won, worth};

fn amount(deal: &Deal) -> Option<f64> {
    deal.known.amount.map(Money::major)
}

fn ask(events: &[Event], cut: Moment, dates: &[i64]) -> Accuracy {
    let dates = dates.iter().map(|date| day(*date)).collect();
    let ask = Backtest { dates, horizon: 60, amount: &amount, process: None, seed: 7 };
    replay(&Book::of(cut, events), &ask)
}

#[test]
fn what_came_is_what_was_won_in_the_horizon() {
    let events = company(4);
    let found = ask(&events, Moment::MAX, &[400, 500]);
    let wins = events.iter().filter(|e| e.fact == won());
    let deals: Vec<&String> = wins
        .filter(|e| (day(400)..day(460)).contains(&e.happened_at))
        .filter_map(|e| e.deal.as_ref())
        .collect();
    let worth = |deal: &&String| {
        let own = events.iter().filter(|e| e.deal.as_ref() == Some(deal));
        own.filter_map(|e| e.values.amount).map(Money::major).sum::<f64>()
    };
    let came: f64 = deals.iter().map(worth).sum();
    assert!((found.points[0].actual - came).abs() < 1e-6);
    let old = found.points[0].odds.iter().filter(|(_, _, won)| *won).count();
    assert!(old > 5 && old < deals.len(), "some were won of the open ones, some came later");
    let run_rate = ask(&events, Moment::MAX, &[340]).points[0].actual;
    assert!((found.points[0].simple.run_rate - run_rate).abs() < 1e-6);
    assert!(found.methods().commit.is_none());
    assert_eq!(ask(&events, Moment::MAX, &[3]).too_early, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Every replayed forecast is, bit by bit, the one that is made from a ledger that ends there,
    /// whatever became known later, and wherever in the ledger it stands.
    #[test]
    fn no_event_known_later_changes_a_replayed_forecast(seed in any::<u64>(), cut in 200..500_i64) {
        let events = company(11);
        let then: Vec<Event> = events.iter().filter(|e| e.known_at < day(cut)).cloned().collect();
        let mut now = events;
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        for _ in 0..300 {
            // Said to have happened at any time, but known only from the cut on.
            let deal = format!("D{}-0", rng.random_range(0..700));
            let fact = [won(), lost(), act("Trial"), act("Need")][rng.random_range(0..4)].clone();
            let mut event = worth(on(rng.random_range(0..700), &deal, fact), 1_000_000);
            event.known_at = event.known_at.max(day(cut));
            now.insert(rng.random_range(0..now.len()), event);
        }
        let said = |accuracy: Accuracy| {
            let told = |p: &super::Point| {
                let odds: Vec<f64> = p.odds.iter().map(|(_, p, _)| *p).collect();
                let f = &p.forecast;
                let total = [f.mean, f.p10, f.p50, f.p90, f.open, f.new];
                format!("{total:?} {odds:?} {:?} {:?}", f.basis, p.simple)
            };
            accuracy.points.iter().map(told).collect::<Vec<_>>()
        };
        let dates = [cut - 28, cut - 7, cut];
        let before = said(ask(&then, day(cut), &dates));
        let after = said(ask(&now, Moment::MAX, &dates));
        assert_eq!(before, after);
        assert_eq!(before.len(), 3);
    }
}
