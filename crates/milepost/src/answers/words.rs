//! Numbers as people read them in a sentence, in the language of who reads.

use std::borrow::Cow;

use ledger::deal::{Deal, State};

use crate::texts::t;
pub use crate::texts::{date, decimal, grouped};

/// An estimate, to three figures: `2,240,000` for 2,243,400. More would pretend to be known.
#[must_use]
pub fn about(number: f64) -> String {
    let size = number.abs().max(1.0).log10().floor();
    let unit = 10_f64.powf((size - 2.0).max(0.0));
    grouped((number / unit).round() * unit)
}

/// `1 day`, `12 days`.
#[must_use]
pub fn days(number: i64) -> String {
    t!("words-days", n = number)
}

/// A share in whole per cent; never 0 % or 100 % where that is not the whole truth.
#[must_use]
pub fn percent(share: f64) -> String {
    match share {
        s if s > 0.0 && s < 0.01 => t!("words-almost-none").into(),
        s if s > 0.99 && s < 1.0 => t!("words-almost-all").into(),
        s => format!("{:.0} %", s * 100.0),
    }
}

/// What stands in an answer where a deal lacks something, for people. The answer itself keeps its English word: programs
/// read it, and a name is compared with it.
#[must_use]
pub fn lacking(name: &str) -> &str {
    match name {
        "(no milestone yet)" => t!("words-no-milestone"),
        "(no owner)" => t!("words-no-owner-group"),
        "(no team)" => t!("words-no-team-group"),
        "(no source)" => t!("words-no-source-group"),
        "(not known)" => t!("answers-not-known"),
        name => name,
    }
}

/// What an act is called that the discovery of milestones names itself, for people.
#[must_use]
pub fn act(name: &str) -> Cow<'_, str> {
    match (name, name.strip_prefix("Touch: ")) {
        ("Call held", _) => t!("words-call-held").into(),
        (_, Some("unnamed")) => t!("words-touch-unnamed").into(),
        (_, Some(what)) => t!("words-touch", what = what).into(),
        _ => name.into(),
    }
}

/// The state of a deal, as programs read it.
#[must_use]
pub fn state(deal: &Deal) -> &'static str {
    match deal.state {
        State::Open => "open",
        State::Won => "won",
        State::Lost => "lost",
    }
}

/// What such a state is called, for people.
#[must_use]
pub fn state_called(state: &str) -> &'static str {
    match state {
        "won" => t!("answers-find-state-won"),
        "lost" => t!("answers-find-state-lost"),
        _ => t!("answers-find-state-open"),
    }
}

#[cfg(test)]
mod tests {
    use super::{about, days, grouped, percent};

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let cases =
            [(0.0, "0"), (999.4, "999"), (1234.5, "1,234"), (-1e6, "-1,000,000"), (-0.2, "0")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn estimates_have_three_figures() {
        let cases = [(2_243_400.0, "2,240,000"), (999.6, "1,000"), (1_235.0, "1,240"), (0.0, "0")];
        for (number, text) in cases {
            assert_eq!(about(number), text);
        }
    }

    #[test]
    fn one_thing_is_not_many() {
        assert_eq!((days(1), days(1200)), ("1 day".into(), "1,200 days".into()));
    }

    #[test]
    fn a_small_share_is_not_none() {
        assert_eq!((percent(0.001), percent(0.0)), ("less than 1 %".into(), "0 %".into()));
        assert_eq!((percent(0.999), percent(1.0)), ("more than 99 %".into(), "100 %".into()));
    }
}
