//! The evidence in plain sentences.

use insight::discovery::{Because, Dropped, Fit, Ratio, Verdict, Warning};

use crate::answers::words::{decimal, grouped, percent};
use crate::texts::t;

/// The word for a verdict; pages say it in their language.
pub(super) fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Redundant => "redundant",
        Verdict::SellerOnly => "seller only",
        Verdict::Optional => "optional",
        Verdict::NoEffect => "no effect",
        Verdict::Outcome => "outcome",
    }
}

/// `2.6 times`, `12 times`.
pub(super) fn times(ratio: f64) -> String {
    match ratio {
        r if r >= 500.0 => t!("answers-discover-over-times").into(),
        r if r < 10.0 => t!("answers-discover-times", n = decimal(r, 1)),
        r => t!("answers-discover-times", n = grouped(r)),
    }
}

/// Why an act is no milestone.
pub(super) fn because(act: &Dropped) -> String {
    match &act.because {
        Because::IsTheEnd => t!("answers-discover-is-the-end").into(),
        Because::ComesWithEnd(share) => {
            t!("answers-discover-comes-with-end", share = percent(*share))
        }
        Because::ComesWith { other, share, days } => t!(
            "answers-discover-comes-with",
            other = other,
            often = if *share >= 0.995 { "always" } else { "share" },
            share = percent(*share),
            when = match *days {
                gap if gap * 1440.0 <= 1.0 => "minute",
                gap if gap < 1.0 => "day",
                _ => "days",
            },
            days = days.round() as i64,
        ),
        Because::Begins => t!("answers-discover-begins").into(),
        Because::Rare(deals) => t!("answers-discover-rare", n = *deals as usize),
        Because::Late(age) => t!("answers-discover-late", days = age.floor() as i64),
        Because::Changes { support, odds, pace, flat } => changes(*support, odds, pace, *flat),
    }
}

fn changes(support: f64, odds: &Ratio, pace: &Ratio, flat: bool) -> String {
    let (share, times_odds) = (percent(support), times(odds.best));
    let (low, high) = (decimal(odds.low, 1), decimal(odds.high, 1));
    if flat {
        return t!("answers-discover-flat", low = low, high = high);
    }
    match odds {
        Ratio { low, .. } if *low > 1.15 && support < 0.8 => {
            t!("answers-discover-better-without", share = share, odds = times_odds)
        }
        Ratio { low, .. } if *low > 1.15 => t!(
            "answers-discover-better-unwaited",
            share = share,
            odds = times_odds,
            pace = times(pace.best)
        ),
        Ratio { high, .. } if *high < 0.87 => {
            t!("answers-discover-worse", share = share, odds = times_odds)
        }
        _ => t!("answers-discover-nothing", share = share, low = low, high = high),
    }
}

/// Why there is no milestone, and what to record to find some.
pub(super) fn warning(warning: &Warning, (won, lost, _): (usize, usize, usize)) -> String {
    let rate = percent(won as f64 / (won + lost).max(1) as f64);
    let why = match warning {
        Warning::TooFew => return t!("answers-discover-too-few", won = won, lost = lost),
        Warning::NothingCommon => t!("answers-discover-nothing-common", rate = rate),
        Warning::NothingMoves(rates) => {
            let shares = rates.iter().map(|(_, rate)| *rate);
            let (low, high) = shares
                .fold((1.0_f64, 0.0_f64), |(low, high), rate| (low.min(rate), high.max(rate)));
            let named: Vec<String> = rates
                .iter()
                .take(6)
                .map(|(name, rate)| format!("{name} {}", percent(*rate)))
                .collect();
            t!(
                "answers-discover-nothing-moves",
                rate = rate,
                low = percent(low),
                high = percent(high),
                steps = named.join(", "),
            )
        }
    };
    format!("{why} {}", t!("answers-discover-record"))
}

/// How well new deals are predicted.
pub(super) fn fit(fit: &Fit) -> Option<String> {
    let (kept, n) = (fit.kept()?, fit.deals);
    let [milestones, nothing, log] =
        [fit.milestones, fit.nothing, fit.whole_log].map(|loss| decimal(loss, 3));
    Some(if kept >= 0.995 {
        t!("answers-discover-fit-all", n = n, milestones = milestones, nothing = nothing, log = log)
    } else {
        t!(
            "answers-discover-fit",
            n = n,
            kept = percent(kept.max(0.0)),
            milestones = milestones,
            nothing = nothing,
            log = log,
        )
    })
}
