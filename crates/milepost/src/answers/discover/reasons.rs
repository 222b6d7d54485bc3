//! The evidence in plain sentences.

use insight::discovery::{Because, Dropped, Fit, Ratio, Verdict, Warning};

use crate::answers::words::{count, days, grouped, percent};

/// What a verdict is called.
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
        r if r >= 500.0 => "over 500 times".into(),
        r if r < 10.0 => format!("{r:.1} times"),
        r => format!("{} times", grouped(r)),
    }
}

/// Why an act is no milestone.
pub(super) fn because(act: &Dropped) -> String {
    match &act.because {
        Because::IsTheEnd => "It is how a win or a loss is written down.".into(),
        Because::ComesWithEnd(share) => format!(
            "In {} of the closed deals that have it, it comes with their end or after it.",
            percent(*share)
        ),
        Because::ComesWith { other, share, days: gap } => {
            let when = match *gap {
                gap if gap * 1440.0 <= 1.0 => "within a minute".into(),
                gap if gap < 1.0 => "on the same day".into(),
                gap => format!("about {} apart", days(gap.round() as i64)),
            };
            let share = if *share >= 0.995 {
                "always".into()
            } else {
                format!("in {} of the deals that have either", percent(*share))
            };
            format!("It comes with {other}, {share}, {when}, and changes nothing beyond it.")
        }
        Because::Begins => {
            "Every deal begins with it: it cannot tell one deal from another.".into()
        }
        Because::Rare(deals) => {
            format!("Only {} it: too few to tell.", have(*deals as usize))
        }
        Because::Late(age) => format!(
            "Only deals older than {} have it: a long life collects it, and at the same age those \
             with it win no more often.",
            days(age.floor() as i64)
        ),
        Because::Changes { support, odds, pace, flat } => changes(*support, odds, pace, *flat),
    }
}

fn have(deals: usize) -> String {
    if deals == 1 { "1 deal has".into() } else { format!("{} have", count(deals, "deal")) }
}

fn changes(support: f64, odds: &Ratio, pace: &Ratio, flat: bool) -> String {
    let sales = percent(support);
    let range = format!("{:.1} to {:.1} times", odds.low, odds.high);
    if flat {
        return format!(
            "It comes before the end, won or lost: the odds of a sale after it are {range} those before."
        );
    }
    let same = "for deals at the same place, for as long, and as old";
    match odds {
        Ratio { low, .. } if *low > 1.15 => format!(
            "In {sales} of sales. Deals that have it do better ({} the odds of a sale, {same}), but \
             {}: no step of the way.",
            times(odds.best),
            if support < 0.8 {
                "sales come without it".into()
            } else {
                format!("the next step does not wait for it ({} the pace)", times(pace.best))
            }
        ),
        Ratio { high, .. } if *high < 0.87 => format!(
            "In {sales} of sales. Rather a bad sign: {} the odds of a sale, {same}.",
            times(odds.best)
        ),
        _ => format!(
            "In {sales} of sales, and it changes nothing: {range} the odds of a sale, {same}."
        ),
    }
}

/// Why there is no milestone, and what to record to find some.
pub(super) fn warning(warning: &Warning, (won, lost, _): (usize, usize, usize)) -> String {
    const RECORD: &str = "Record what the customer does, with its date: the need agreed, the \
                          decision-maker met, the trial passed, the budget released.";
    let rate = percent(won as f64 / (won + lost).max(1) as f64);
    match warning {
        Warning::TooFew => format!(
            "Too few deals to tell: {won} won and {lost} lost, and both must be 15 at least. Import \
             older ones."
        ),
        Warning::NothingCommon => format!(
            "No step is in most sales, so no milestone can be named; {rate} of closed deals were won. \
             {RECORD}"
        ),
        Warning::NothingMoves(rates) => {
            let shares = rates.iter().map(|(_, rate)| *rate);
            let (low, high) = shares
                .fold((1.0_f64, 0.0_f64), |(low, high), rate| (low.min(rate), high.max(rate)));
            let named: Vec<String> = rates
                .iter()
                .take(6)
                .map(|(name, rate)| format!("{name} {}", percent(*rate)))
                .collect();
            format!(
                "Nothing that is recorded moves the odds of a sale: of all closed deals {rate} were \
                 won, and between {} and {} whichever step was reached ({}). {RECORD}",
                percent(low),
                percent(high),
                named.join(", ")
            )
        }
    }
}

/// How well new deals are predicted.
pub(super) fn fit(fit: &Fit) -> Option<String> {
    let kept = fit.kept()?;
    let newer = count(fit.deals, "newer deal");
    let much = match kept {
        kept if kept >= 0.995 => "as much as".into(),
        kept => format!("{} of what", percent(kept.max(0.0))),
    };
    let rest = if kept >= 0.995 { "does" } else { "tells" };
    Some(format!(
        "Tried on {newer} that were not learned from: the milestones tell {much} the whole log {rest} \
         (log loss {:.3}; by age alone {:.3}, by the whole log {:.3}).",
        fit.milestones, fit.nothing, fit.whole_log
    ))
}
