use super::markov::{Worth, removal_effects};
use super::rules::{Rule, credit};
use super::{Journeys, Outcome, markov, shapley};

fn journeys(told: &[(&[u32], f64, f64, f64)]) -> Journeys {
    let mut journeys = Journeys::default();
    for (channels, won, lost, value) in told {
        let last = channels.len() - 1;
        let met = channels.iter().enumerate().map(|(i, c)| (*c, 7.0 * (last - i) as f32));
        journeys.add(met, Outcome { won: *won, lost: *lost, value: *value });
    }
    journeys
}

fn near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }
}

/// Worked by hand: 100 for the journey 0 1 1 2, a touch a week.
#[test]
fn rules_share_a_sale_as_they_say() {
    let one = journeys(&[(&[0, 1, 1, 2], 1.0, 0.0, 100.0), (&[2, 0], 0.0, 1.0, 0.0)]);
    near(&credit(&one, 3, Rule::First), &[100.0, 0.0, 0.0]);
    near(&credit(&one, 3, Rule::Last), &[0.0, 0.0, 100.0]);
    near(&credit(&one, 3, Rule::Linear), &[25.0, 50.0, 25.0]);
    near(&credit(&one, 3, Rule::UShaped), &[40.0, 20.0, 40.0]);
    // Weights 1/8, 1/4 + 1/2, 1.
    near(&credit(&one, 3, Rule::TimeDecay), &[100.0 / 15.0, 40.0, 800.0 / 15.0]);
    let two = journeys(&[(&[0, 1], 1.0, 0.0, 10.0)]);
    near(&credit(&two, 2, Rule::UShaped), &[5.0, 5.0]);
}

/// The example of Anderl et al. as it is taught: C1 > C2 > C3 won, C1 lost, C2 > C3 lost. The chance of
/// a sale is 1/3; without C1 1/6, without C2 or C3 nothing: effects 1/2, 1 and 1, credit 0.2, 0.4, 0.4.
#[test]
fn removal_of_the_textbook_example() {
    let told =
        journeys(&[(&[0, 1, 2], 1.0, 0.0, 1.0), (&[0], 0.0, 1.0, 0.0), (&[1, 2], 0.0, 1.0, 0.0)]);
    near(&removal_effects(&told, 3, Worth::Sale), &[0.5, 1.0, 1.0]);
    near(&markov::credit(&told, 3, Worth::Value, 1.0), &[0.2, 0.4, 0.4]);
}

/// A channel that nobody met, and journeys that never end in a sale, break nothing.
#[test]
fn nothing_to_credit_is_no_credit() {
    let lost = journeys(&[(&[0, 1], 0.0, 3.0, 0.0)]);
    near(&removal_effects(&lost, 3, Worth::Value), &[0.0; 3]);
    near(&shapley::credit(&lost, 3, 1), &[0.0; 3]);
    near(&credit(&lost, 3, Rule::Linear), &[0.0; 3]);
    let told = journeys(&[(&[0], 1.0, 0.0, 5.0)]);
    near(&markov::credit(&told, 2, Worth::Value, 5.0), &[5.0, 0.0]);
}

/// By removal, against walks drawn at random where a removed channel ends the walk.
#[test]
fn removal_is_what_random_walks_find() {
    use rand::{RngExt, SeedableRng};
    let told = journeys(&[
        (&[0, 1, 0, 2], 3.0, 5.0, 30.0),
        (&[2, 2, 1], 1.0, 4.0, 80.0),
        (&[1], 2.0, 9.0, 10.0),
        (&[0, 2], 4.0, 1.0, 90.0),
    ]);
    let mut next: Vec<Vec<(Option<usize>, f64, f64)>> = vec![Vec::new(); 4];
    for journey in told.iter() {
        let times = journey.outcome.won + journey.outcome.lost;
        let mut from = 3;
        for channel in journey.channels {
            next[from].push((Some(*channel as usize), times, 0.0));
            from = *channel as usize;
        }
        next[from].push((None, times, journey.outcome.value / times));
    }
    let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(3);
    let mut brings = |removed: usize| {
        let mut sum = 0.0;
        for _ in 0..400_000 {
            let mut at = 3;
            while at != removed {
                let all: f64 = next[at].iter().map(|step| step.1).sum();
                let mut left = rng.random::<f64>() * all;
                let step = next[at].iter().find(|step| {
                    left -= step.1;
                    left < 0.0
                });
                let step = step.unwrap_or(&next[at][0]);
                let Some(to) = step.0 else {
                    sum += step.2;
                    break;
                };
                at = to;
            }
        }
        sum
    };
    let whole = brings(9);
    for (j, effect) in removal_effects(&told, 3, Worth::Value).iter().enumerate() {
        let drawn = 1.0 - brings(j) / whole;
        assert!((effect - drawn).abs() < 0.01, "{j}: {effect}, drawn {drawn}");
    }
}

/// Each set's worth belongs to its channels alike: that is Shapley's value of such games (Harsanyi's
/// dividends), worked by another way than the code takes.
#[test]
fn shapley_shares_each_set_alike() {
    let told: [(&[u32], f64, f64, f64); 4] = [
        (&[0, 1, 0], 1.0, 0.0, 60.0),
        (&[2], 1.0, 0.0, 10.0),
        (&[0, 1, 2], 2.0, 0.0, 90.0),
        (&[14, 3, 14], 1.0, 0.0, 8.0),
    ];
    let mut expected = vec![60.0, 60.0, 40.0, 4.0];
    expected.resize(14, 0.0);
    expected.push(4.0);
    near(&shapley::credit(&journeys(&told), 15, 1), &expected);
    // One more channel: orders are drawn, and still add up.
    expected.push(0.0);
    let drawn = shapley::credit(&journeys(&told), 16, 1);
    assert!((drawn.iter().sum::<f64>() - 168.0).abs() < 1e-6);
    for (drawn, expected) in drawn.iter().zip(&expected) {
        assert!((drawn - expected).abs() < 0.02 * 168.0, "{drawn} is not {expected}");
    }
    assert_eq!(drawn, shapley::credit(&journeys(&told), 16, 1), "the same seed, the same credit");
}
