//! The sentence on a salesperson.

use insight::coaching::Effect;

use super::team::FEWEST;
use crate::answers::words::{count, percent};

/// Where the deals of a salesperson slow, in a sentence. `step` names the step from a place.
pub(super) fn because(
    name: &str,
    weak: Option<&Effect>,
    before: Option<&Effect>,
    (closed, step): (usize, &dyn Fn(usize) -> String),
) -> String {
    let Some(weak) = weak else {
        return if closed < FEWEST {
            format!("{name} has closed {}: too few to tell.", count(closed, "deal"))
        } else {
            format!("No step comes later in {name}'s deals than in those of the others.")
        };
    };
    let step = step(weak.place);
    let pace = percent(weak.shrunk);
    let numbers = format!("{:.0} steps against {:.0} to be expected", weak.taken, weak.expected);
    let trend = before.map_or(String::new(), |before| match weak.shrunk - before.shrunk {
        change if change > 0.02 => format!(" A month ago it was {}.", percent(before.shrunk)),
        change if change < -0.02 => {
            format!(" A month ago it was still {}.", percent(before.shrunk))
        }
        _ => String::new(),
    });
    if !weak.real {
        return format!(
            "Slowest at {step}, but that may be luck: {numbers}, for the same mix of deals."
        );
    }
    format!(
        "Deals slow at {step}: {pace} of the team's pace, for the same mix of deals ({numbers}).{trend}"
    )
}
