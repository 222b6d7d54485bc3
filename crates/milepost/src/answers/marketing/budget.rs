//! Where the next unit of the budget goes: what a little more spend brings, or the test that would tell.

use insight::marketing::leads::Leads;
use insight::marketing::margin::{Because, Margin, RAISED, margin};
use ledger::time::DAY_MS;
use serde::Serialize;

use super::lines::SourceLine;
use crate::answers::Lens;
use crate::answers::purse::Purse;
use crate::answers::table::Cell;
use crate::answers::words::{decimal, percent};
use crate::texts::t;

/// Days of a month here: four weeks, so that each has the same weekdays.
const MONTH: i64 = 28;
/// Months that are looked at.
const MONTHS: usize = 39;

/// What can be said of one more unit spent on a source.
#[derive(Clone, Debug, Serialize)]
pub struct NextUnit {
    /// The source.
    pub name: String,
    /// What one more unit brings, where the data carry it.
    pub brings: Option<f64>,
    /// 1 time in 10 it is less …
    pub low: Option<f64>,
    /// … or more.
    pub high: Option<f64>,
    /// The same in words, or the test that would tell.
    pub says: String,
}

/// By group, spend and leads of each month, the oldest first, up to the last month that is over.
pub(super) fn months(
    lens: &Lens,
    purse: &Purse,
    leads: &Leads,
    groups: usize,
    of_spend: impl Fn(&ledger::company::Spend) -> usize,
) -> Vec<Vec<(f64, f64)>> {
    let mut months = vec![vec![(0.0, 0.0); MONTHS]; groups];
    let back = |ms: i64| usize::try_from(ms / (MONTH * DAY_MS)).ok().filter(|m| *m < MONTHS);
    for spend in lens.book.spends() {
        let Some(amount) = purse.convert(spend.amount) else { continue };
        let days = spend.to.0 - spend.from.0 + 1;
        let each = amount / f64::from(days);
        for day in 0..days.min(3_700) {
            let at = i64::from(spend.from.0 + day);
            let ago = (i64::from(lens.as_of.day.0) - 1 - at) * DAY_MS;
            if let Some(month) = back(ago).filter(|_| ago >= 0) {
                months[of_spend(spend)][MONTHS - 1 - month].0 += each;
            }
        }
    }
    for lead in leads.leads.iter().filter(|lead| !lead.bare && lead.first < leads.now) {
        if let Some(month) = back(leads.now.0 - 1 - lead.first.0) {
            months[lead.group as usize][MONTHS - 1 - month].1 += 1.0;
        }
    }
    // Before the first lead or spend there was no month.
    for list in &mut months {
        let begin = list.iter().position(|m| m.0 > 0.0 || m.1 > 0.0).unwrap_or(list.len());
        list.drain(..begin);
    }
    months
}

/// What can be said of a source on which something was spent.
pub(super) fn next_unit(line: &SourceLine, months: &[(f64, f64)], currency: &str) -> NextUnit {
    let mut unit = NextUnit {
        name: line.name.clone(),
        brings: None,
        low: None,
        high: None,
        says: String::new(),
    };
    let told = margin(months);
    match (told, line.return_on_spend, line.return_low, line.return_high) {
        (Margin::Told { elasticity, changes }, Some(back), Some(low), Some(high)) => {
            let ends = [elasticity.middle, elasticity.low, elasticity.high];
            let [more, least, most] = ends.map(|share| format!("{:+.0}", 10.0 * share));
            if elasticity.low <= 0.0 {
                unit.says = t!(
                    "answers-marketing-unclear",
                    middle = more,
                    low = least,
                    high = most,
                    n = changes
                );
                return unit;
            }
            // Both errors are of factors: they add up in the logarithm.
            let part = |sign: f64, end: f64, end_back: f64| {
                let log = (end / elasticity.middle).ln().hypot((end_back / back).ln());
                elasticity.middle * back * (sign * log).exp()
            };
            let middle = elasticity.middle * back;
            unit.brings = Some(middle);
            unit.low = Some(part(-1.0, elasticity.low, low));
            unit.high = Some(part(1.0, elasticity.high, high));
            unit.says = t!(
                "answers-marketing-more",
                middle = more,
                low = least,
                high = most,
                n = changes,
                currency = currency,
                brings = decimal(middle, 1),
            );
        }
        (Margin::Test { because, weeks }, ..) => unit.says = test(because, weeks),
        (Margin::Told { .. }, ..) => {
            unit.says = t!("answers-marketing-few-won").into();
        }
    }
    unit
}

fn test(because: Because, weeks: f64) -> String {
    let why = match because {
        Because::Short => "short",
        Because::Steady => "steady",
        Because::Unclear => "unclear",
    };
    let long = weeks > 52.0;
    let weeks = format!("{weeks:.0}");
    if long {
        return t!("answers-marketing-long-test", why = why, weeks = weeks);
    }
    t!("answers-marketing-test", why = why, raised = percent(RAISED), weeks = weeks)
}

impl NextUnit {
    pub(super) fn cells(&self) -> Vec<Cell> {
        let number = |n: Option<f64>| n.map_or(Cell::Empty, |n| Cell::Text(format!("{n:.1}")));
        vec![
            Cell::Text(self.name.clone()),
            number(self.brings),
            number(self.low),
            number(self.high),
            Cell::Text(self.says.clone()),
        ]
    }
}
