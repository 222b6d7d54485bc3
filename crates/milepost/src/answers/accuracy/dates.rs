//! The dates of a backtest: so many days apart, each with its whole horizon in the past.

use std::fmt;
use std::str::FromStr;

use ledger::deal::What;
use ledger::time::Day;

use super::super::{Lens, Refusal};
use super::Accuracy;
use crate::texts::t;

/// The longest horizon and step that can be asked for: ten years.
const MOST_DAYS: i32 = 3660;
/// More dates than this are refused.
const MOST_DATES: usize = 4000;
/// The same as a forecast needs.
const NEEDED: usize = 30;

/// A number of days as people write it: `90d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount(pub i32);

impl FromStr for DayCount {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<DayCount, Refusal> {
        let digits = text.trim().strip_suffix('d').unwrap_or(text.trim());
        let digits = Some(digits).filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
        let count = digits.and_then(|n| n.parse().ok()).filter(|n| (1..=MOST_DAYS).contains(n));
        let most = || MOST_DAYS.to_string();
        let wrong = || Refusal(t!("answers-accuracy-no-days", text = text, most = most()));
        count.map(DayCount).ok_or_else(wrong)
    }
}

impl fmt::Display for DayCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}d", self.0)
    }
}

/// The dates that are asked for.
pub(super) fn days(asked: &Accuracy, lens: &Lens) -> Result<Vec<Day>, Refusal> {
    let Some((enough, end)) = span(lens) else { return Err(too_early(lens)) };
    let last = end.plus(1 - asked.horizon.0);
    let from = asked.from.unwrap_or(enough);
    let to = asked.to.map_or(last, |to| to.min(last));
    if to < from {
        return Err(Refusal(t!(
            "answers-accuracy-no-horizon",
            horizon = asked.horizon.to_string(),
            from = from,
            end = end,
            last = last,
        )));
    }
    let count = (i64::from(to.0) - i64::from(from.0)) / i64::from(asked.every.0) + 1;
    let count = usize::try_from(count).unwrap_or(0);
    if count > MOST_DATES {
        return Err(Refusal(t!("answers-accuracy-too-many", n = count)));
    }
    let days = std::iter::successors(Some(from), |day| Some(day.plus(asked.every.0)));
    Ok(days.take(count).collect())
}

/// The first day before which enough deals were known to be closed, and the last day on which
/// something happened to a deal: after it nothing is known to have come, or not to have come.
fn span(lens: &Lens) -> Option<(Day, Day)> {
    let entries = lens.book.deals().iter().flat_map(|deal| &deal.entries);
    // A CRM tells the present values of its deals when it is imported, maybe years after.
    let moments = entries.clone().filter(|entry| entry.what != What::Changed).map(|e| e.at);
    let end = moments.filter(|at| *at < lens.as_of.moment).max()?;
    let closed = entries.filter(|entry| matches!(entry.what, What::Won | What::Lost));
    let mut closed: Vec<_> = closed.map(|entry| entry.known).collect();
    closed.sort_unstable();
    let enough = closed.get(NEEDED - 1)?;
    let day = |moment| lens.settings.day_of(moment);
    Some((day(*enough).plus(1), day(end)))
}

/// Why there is no date at all.
pub(super) fn too_early(lens: &Lens) -> Refusal {
    Refusal(t!("answers-accuracy-too-early", needed = NEEDED, day = lens.as_of.day))
}
