//! Why a deal's odds are what they are, in the words of the process. The numbers are `insight`'s.

use insight::forecast::{DealOdds, Group};
use ledger::deal::Deal;
use serde::Serialize;

use super::super::Lens;
use super::super::words::{days, grouped};

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
        told.push(Reason { about: None, what: "all else".into(), points: rest });
    }
    told
}

fn what(group: Group, deal: &Deal, odds: &DealOdds, lens: &Lens) -> String {
    let text = |sym| lens.book.text_of(sym);
    let since = |moment| days(whole(lens.as_of.moment.days_since(moment)));
    match group {
        Group::Milestone => match lens.reader().read(deal).current {
            Some(place) => format!("at {}", lens.process.milestones[place].name),
            None => "before the first milestone".into(),
        },
        Group::Age => format!("open for {}", since(deal.opened_at)),
        Group::Quiet => format!("nothing new for {}", since(deal.last_at)),
        Group::Amount => match deal.known.amount {
            Some(_) => format!("worth {}", grouped(odds.amount)),
            None => "no amount known".into(),
        },
        Group::CloseDate => match deal.known.expected_close {
            Some(day) => format!("expected to close on {day}"),
            None => "no expected close date".into(),
        },
        Group::Commitment => match deal.live_commitment() {
            Some(live) => {
                let step = lens.called(lens.book.text(live.milestone));
                format!("committed to {step} by {}", live.due)
            }
            None => "no live commitment".into(),
        },
        Group::Category => format!("rated {}", text(deal.known.category).unwrap_or("by nobody")),
        Group::Source => match (text(deal.known.source), text(deal.known.kind)) {
            (Some(source), Some(kind)) => format!("{kind} from {source}"),
            (Some(known), None) | (None, Some(known)) => format!("from {known}"),
            (None, None) => "no source known".into(),
        },
        Group::Owner => format!("owner {}", lens.owner(deal).unwrap_or("not known")),
        Group::Calendar => "the time of the month and quarter".into(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
fn whole(days: f64) -> i64 {
    days.max(0.0) as i64
}
