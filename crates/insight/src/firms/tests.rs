//! What forecasts are held against is right on average, and what is learned is learned from the past alone.

use super::{Firm, SHAPES, Shape};

/// Over many companies the truth is right on average: it has no bias of its own.
#[test]
fn the_truth_is_the_mean_of_what_comes() {
    for shape in [SHAPES[0], SHAPES[6], SHAPES[8], SHAPES[9]] {
        let (mut said, mut came) = (0.0, 0.0);
        for seed in 0..60 {
            let firm = Firm::new(shape, seed);
            said += firm.truth(400, 460);
            let won = firm.lives.iter().filter(|life| {
                life.ended.is_some_and(|(day, won)| won && (400..460).contains(&day))
            });
            came += won.map(|life| life.amount).sum::<f64>();
        }
        let ratio = came / said;
        assert!((0.96..=1.04).contains(&ratio), "{}: {ratio}", shape.name);
    }
}

/// From eight years of a large company the numbers are known almost exactly.
#[test]
fn from_a_long_record_the_truth_is_learned() {
    for shape in SHAPES {
        let long = Shape { days: 3_000, pace: 20.0 * shape.pace.min(1.0), ..shape };
        let firm = Firm::new(Shape { growth: shape.growth.min(0.3), ..long }, 1);
        let off = firm.learned(2_900, 2_960) / firm.truth(2_900, 2_960) - 1.0;
        assert!(off.abs() < 0.03, "{}: {off}", shape.name);
    }
}

/// Whatever happens from the date on, the same is said; what happened before is heeded.
#[test]
fn nothing_is_learned_from_the_day_on() {
    for shape in SHAPES {
        let mut firm = Firm::new(shape, 1);
        let said = [firm.learned(300, 360), firm.learned(340, 400)];
        firm.lives.retain(|life| life.opened < 300);
        for life in &mut firm.lives {
            life.steps.retain(|day| *day < 300);
            life.ended = life.ended.filter(|(day, _)| *day < 300);
        }
        assert_eq!(firm.learned(300, 360).to_bits(), said[0].to_bits(), "{}", shape.name);
        assert_ne!(firm.learned(340, 400).to_bits(), said[1].to_bits(), "{}", shape.name);
    }
}
