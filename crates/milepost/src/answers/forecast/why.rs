//! Why a deal's odds are what they are, in the words of the process. The numbers are `insight`'s.

use insight::forecast::{DealOdds, Group};
use ledger::deal::Deal;
use serde::Serialize;

use super::super::Lens;
use super::super::words::grouped;
use crate::texts::t;

/// What less than this adds is not told one by one: a tenth of a percentage point.
const LEAST: f64 = 0.001;

/// What raised or lowered a deal's odds.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// What it is about.
    pub about: Option<Group>,
    /// What is known of the deal there.
    pub what: String,
    /// What it adds to the odds in the period, as a share: 0.05 is 5 percentage points.
    pub points: f64,
}

/// The reasons of a deal, the weightiest first; all small ones together come last.
pub(super) fn reasons(odds: &DealOdds, lens: &Lens) -> Vec<Reason> {
    let Some(shares) = odds.why else { return Vec::new() };
    let deal = &lens.book.deals()[odds.deal];
    let (mut told, mut rest) = (Vec::new(), 0.0);
    for (group, points) in Group::ALL.into_iter().zip(shares) {
        if points.abs() < LEAST {
            rest += points;
            continue;
        }
        told.push(Reason { about: Some(group), what: what(group, deal, odds, lens), points });
    }
    told.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    if rest.abs() > 0.0 {
        told.push(Reason {
            about: None,
            what: t!("answers-forecast-why-else").into(),
            points: rest,
        });
    }
    told
}

fn what(group: Group, deal: &Deal, odds: &DealOdds, lens: &Lens) -> String {
    let text = |sym| lens.book.text_of(sym);
    let since = |moment| whole(lens.as_of.moment.days_since(moment));
    match group {
        Group::Milestone => match lens.reader().read(deal).current {
            Some(place) => {
                let name = &lens.process.milestones[place].name;
                t!("answers-forecast-why-at", milestone = name)
            }
            None => t!("answers-forecast-why-before").into(),
        },
        Group::Age => t!("answers-forecast-why-open", days = since(deal.opened_at)),
        Group::Quiet => t!("answers-forecast-why-quiet", days = since(deal.last_at)),
        Group::Amount => match deal.known.amount {
            Some(_) => t!("answers-forecast-why-worth", amount = grouped(odds.amount)),
            None => t!("answers-forecast-why-no-amount").into(),
        },
        Group::CloseDate => match deal.known.expected_close {
            Some(day) => t!("answers-forecast-why-close", day = day),
            None => t!("answers-forecast-why-no-close").into(),
        },
        Group::Commitment => match deal.live_commitment() {
            Some(live) => {
                let step = lens.called(lens.book.text(live.milestone));
                t!("answers-forecast-why-committed", milestone = step, due = live.due)
            }
            None => t!("answers-forecast-why-no-commitment").into(),
        },
        Group::Category => match text(deal.known.category) {
            Some(category) => t!("answers-forecast-why-rated", category = category),
            None => t!("answers-forecast-why-not-rated").into(),
        },
        Group::Source => match (text(deal.known.source), text(deal.known.kind)) {
            (Some(source), Some(kind)) => {
                t!("answers-forecast-why-kind", kind = kind, source = source)
            }
            (Some(known), None) | (None, Some(known)) => {
                t!("answers-forecast-why-source", source = known)
            }
            (None, None) => t!("answers-forecast-why-no-source").into(),
        },
        Group::Owner => match lens.owner(deal) {
            Some(name) => t!("answers-forecast-why-owner", name = name),
            None => t!("answers-forecast-why-no-owner").into(),
        },
        Group::Calendar => t!("answers-forecast-why-calendar").into(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
fn whole(days: f64) -> i64 {
    days.max(0.0) as i64
}
