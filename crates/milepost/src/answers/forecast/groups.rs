//! A forecast split by owner, team, source or milestone. The lines add up to the whole.
//!
//! Deals not opened yet are split by what each group's new deals brought in the past year; where
//! that says nothing, and by milestone always, they have a line of their own. So has what was won
//! already, by milestone: a won deal stands at none.

use std::collections::BTreeMap;

use insight::forecast::{Ask, Forecast};
use ledger::deal::{Deal, State};
use ledger::path::Reader;
use serde::Serialize;

use super::super::Lens;
use super::super::status::By;
use super::super::table::Cell;

/// New business is split by what was won in so many days before.
const PAST_DAYS: i64 = 365;

/// The group of revenue that belongs to none.
const NEW_BUSINESS: &str = "(new business)";
const WON: &str = "(won so far)";

/// What a group adds.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GroupLine {
    /// The salesperson, team, source or milestone.
    pub name: String,
    /// Won in the period already.
    pub won_so_far: f64,
    /// Expected of open deals.
    pub open: f64,
    /// Expected of deals not opened yet.
    pub new: f64,
    /// All of it.
    pub mean: f64,
    /// 1 in 10 such periods bring less. Ranges do not add up: the groups' luck evens out.
    pub p10: f64,
    /// 1 in 10 bring more.
    pub p90: f64,
}

/// Splits a forecast.
pub(super) fn split(found: &Forecast, by: By, ask: &Ask, lens: &Lens) -> Vec<GroupLine> {
    let book = lens.book;
    let names = Names { lens, by, reader: lens.reader() };
    let mut lines: BTreeMap<(usize, String), GroupLine> = BTreeMap::new();
    let mut groups: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    for odds in &found.deals {
        let group = names.of(&book.deals()[odds.deal]);
        lines.entry(group.clone()).or_default().open += odds.expected;
        groups.insert(odds.deal, group);
    }
    for (deal, amount) in &found.won {
        lines.entry(names.of(&book.deals()[*deal])).or_default().won_so_far += amount;
    }
    let past = ask.as_of.plus_days(-PAST_DAYS);
    let mut shares: BTreeMap<(usize, String), f64> = BTreeMap::new();
    let recent = won(ask, lens, past.0, ask.as_of.0).filter(|(deal, _)| deal.opened_at >= past);
    for (deal, amount) in recent.filter(|_| by != By::Milestone) {
        *shares.entry(names.of(deal)).or_default() += amount.max(0.0);
    }
    let total: f64 = shares.values().sum();
    if total <= 0.0 {
        shares = BTreeMap::from([((usize::MAX, NEW_BUSINESS.into()), 1.0)]);
    }
    let whole = if total > 0.0 { total } else { 1.0 };
    for (key, share) in shares {
        lines.entry(key).or_default().new += found.new * share / whole;
    }
    for (key, line) in &mut lines {
        let takes = |odds: &insight::forecast::DealOdds| groups.get(&odds.deal) == Some(key);
        let part = found.part(&takes, line.new, line.won_so_far);
        (line.p10, line.p90) = (part.quantile(0.1), part.quantile(0.9));
    }
    finish(lines, by)
}

fn finish(lines: BTreeMap<(usize, String), GroupLine>, by: By) -> Vec<GroupLine> {
    let named = lines.into_iter().map(|((_, name), line)| GroupLine {
        mean: line.won_so_far + line.open + line.new,
        name,
        ..line
    });
    let mut named: Vec<GroupLine> = named.collect();
    if by != By::Milestone {
        named.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    }
    named
}

/// Won deals that closed in a time, with what they brought.
fn won<'l>(
    ask: &'l Ask,
    lens: &'l Lens,
    from: i64,
    to: i64,
) -> impl Iterator<Item = (&'l Deal, f64)> {
    let deals = lens.book.deals().iter().filter(|deal| deal.state == State::Won);
    let closed = move |deal: &&Deal| deal.closed_at.is_some_and(|at| (from..to).contains(&at.0));
    deals
        .filter(closed)
        .filter_map(|deal| Some((deal, (ask.amount)(deal)?)))
        .filter(|(_, amount)| amount.abs() > 0.0)
}

/// Names the group of a deal.
struct Names<'a> {
    lens: &'a Lens<'a>,
    by: By,
    reader: Reader,
}

impl Names<'_> {
    fn of(&self, deal: &Deal) -> (usize, String) {
        match self.by {
            By::Milestone if !deal.is_open() => (usize::MAX - 1, WON.into()),
            By::Milestone => self.by.group(deal, self.reader.read(deal).current, self.lens),
            by => by.group(deal, None, self.lens),
        }
    }
}

impl GroupLine {
    pub(super) fn cells(&self) -> Vec<Cell> {
        let parts = [self.won_so_far, self.open, self.new, self.mean];
        let amounts = parts.into_iter().chain([self.p10, self.p90]).map(Cell::Money);
        std::iter::once(Cell::Text(self.name.clone())).chain(amounts).collect()
    }
}
