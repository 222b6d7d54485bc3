//! The sentence on a salesperson.

use insight::coaching::Effect;

use super::seller;
use super::team::FEWEST;
use crate::answers::words::percent;
use crate::texts::t;

/// Where the deals of a salesperson slow, in a sentence. `step` names the step from a place.
pub(super) fn because(
    name: &str,
    weak: Option<&Effect>,
    before: Option<&Effect>,
    (closed, step): (usize, &dyn Fn(usize) -> String),
) -> String {
    let Some(weak) = weak else {
        return if closed < FEWEST {
            t!("answers-coach-too-few", name = name, n = closed)
        } else {
            t!("answers-coach-none-later", name = name)
        };
    };
    let milestone = step(weak.place);
    let (step, pace) = (seller::step(&milestone), percent(weak.shrunk));
    let [taken, expected] = [weak.taken, weak.expected].map(|steps| format!("{steps:.0}"));
    if !weak.real {
        return t!(
            "answers-coach-may-be-luck",
            step = step,
            milestone = milestone,
            taken = taken,
            expected = expected
        );
    }
    let slow = t!(
        "answers-coach-slow",
        step = step,
        milestone = milestone,
        pace = pace,
        taken = taken,
        expected = expected
    );
    let trend = before.map_or(String::new(), |before| match weak.shrunk - before.shrunk {
        change if change > 0.02 => t!("answers-coach-better", pace = percent(before.shrunk)),
        change if change < -0.02 => t!("answers-coach-worse", pace = percent(before.shrunk)),
        _ => String::new(),
    });
    format!("{slow} {trend}").trim_end().to_owned()
}
