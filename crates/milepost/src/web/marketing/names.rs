//! What groups, milestones and rules are called on the page; answers keep their words.

use std::borrow::Cow;

use crate::answers::words::lacking;
use crate::texts::t;

/// A group of leads: what lacks a name is said in words.
pub(super) fn called(name: &str) -> Cow<'_, str> {
    let rest = name.strip_prefix('(').and_then(|rest| rest.strip_suffix(" others)"));
    match (name, rest) {
        ("(not known)", _) => t!("marketing-not-known").into(),
        (_, Some(n)) => {
            let digits: String = n.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().map_or(name.into(), |n| t!("marketing-others", n = n).into())
        }
        _ => lacking(name).into(),
    }
}

/// A milestone of leads: the opening and the sale stand at the ends.
pub(super) fn step_called(place: usize, of: usize, name: &str) -> &str {
    match place {
        0 => t!("marketing-deal-opened"),
        last if last + 1 == of => t!("marketing-won"),
        _ => name,
    }
}

/// A rule of credit.
pub(super) fn way_called(name: &str) -> &str {
    match name {
        "first" => t!("marketing-way-first"),
        "last" => t!("marketing-way-last"),
        "linear" => t!("marketing-way-linear"),
        "time_decay" => t!("marketing-way-time-decay"),
        "u_shaped" => t!("marketing-way-u-shaped"),
        "markov" => t!("marketing-way-markov"),
        "shapley" => t!("marketing-way-shapley"),
        "hazard" => t!("marketing-way-hazard"),
        other => other,
    }
}
