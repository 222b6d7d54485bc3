//! What changed since an earlier day: steps from the forecast that was made then to the one that is
//! made now, for the same days. They add up to the difference to the cent.
//!
//! A deal adds `v = p a s` to a forecast: its odds in the period, its amount, the level of the forecast;
//! a deal won in the period adds what it brought. For a deal open then and now, the change of `v` is
//! taken apart in this order: odds `(p' - p) a s`, amount `p' (a' - a) s`, level `p' a' (s' - s)`. The three
//! add up to it. Any other change of a deal belongs to what became of it. See
//! `docs/method/forecast-changes.md`.

use std::collections::BTreeMap;

use insight::forecast::Forecast;
use ledger::deal::{Deal, State};
use ledger::path::Reader;
use ledger::process::Process;
use ledger::time::Day;
use serde::Serialize;

use super::super::Lens;
use super::super::table::{Cell, Table};
use super::super::words::about;
use crate::texts::t;

/// So many movers are named.
const MOVERS: usize = 12;

/// What became of a deal, or of the forecast itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Deals of which nothing was known then.
    New,
    /// Deals won since.
    Won,
    /// Deals lost since.
    Lost,
    /// Deals that came to those who are asked for, or went from them.
    Handed,
    /// Deals opened again, and outcomes that were corrected.
    Reopened,
    /// Odds of open deals that reached a further milestone.
    MovedOn,
    /// Odds of open deals whose expected close date moved to a later day.
    Slipped,
    /// Odds of open deals of which neither is true: time passed, or the record taught other odds.
    Waited,
    /// Amounts that changed.
    Amounts,
    /// Business that is not there yet.
    NewBusiness,
    /// The level that the forecast's own record calls for.
    Model,
}

impl Change {
    const ALL: [Change; 11] = [
        Change::New,
        Change::Won,
        Change::Lost,
        Change::Handed,
        Change::Reopened,
        Change::MovedOn,
        Change::Slipped,
        Change::Waited,
        Change::Amounts,
        Change::NewBusiness,
        Change::Model,
    ];

    /// The word for it in a text.
    fn word(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Won => "won",
            Change::Lost => "lost",
            Change::Handed => "handed",
            Change::Reopened => "reopened",
            Change::MovedOn => "moved-on",
            Change::Slipped => "slipped",
            Change::Waited => "waited",
            Change::Amounts => "amounts",
            Change::NewBusiness => "new-business",
            Change::Model => "model",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn called(self) -> &'static str {
        match self {
            Change::New => t!("answers-forecast-changed-new"),
            Change::Won => t!("answers-forecast-changed-won"),
            Change::Lost => t!("answers-forecast-changed-lost"),
            Change::Handed => t!("answers-forecast-changed-handed"),
            Change::Reopened => t!("answers-forecast-changed-reopened"),
            Change::MovedOn => t!("answers-forecast-changed-moved-on"),
            Change::Slipped => t!("answers-forecast-changed-slipped"),
            Change::Waited => t!("answers-forecast-changed-waited"),
            Change::Amounts => t!("answers-forecast-changed-amounts"),
            Change::NewBusiness => t!("answers-forecast-changed-new-business"),
            Change::Model => t!("answers-forecast-changed-model"),
        }
    }
}

/// The way from one forecast to the next.
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// The earlier day: what was known before it began.
    pub since: Day,
    /// The forecast then.
    pub before: f64,
    /// The forecast now.
    pub after: f64,
    /// Every step; they add up to `after - before`.
    #[serde(rename = "changes")]
    pub steps: Vec<Step>,
    /// The deals that moved it most.
    pub movers: Vec<Mover>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// What happened.
    pub what: Change,
    /// Of how many deals.
    pub deals: usize,
    /// What that changed.
    pub amount: f64,
}

/// What a single deal changed.
#[derive(Clone, Debug, Serialize)]
pub struct Mover {
    /// Its id.
    pub id: String,
    /// Its customer.
    pub account: Option<String>,
    /// What became of it.
    pub what: Change,
    /// What it added then.
    pub before: f64,
    /// What it adds now.
    pub after: f64,
}

/// A forecast, deal by deal.
pub(super) struct Side<'a> {
    pub(super) lens: &'a Lens<'a>,
    /// Reads its deals under the process of today, so that a new map alone moves nothing.
    pub(super) reader: Reader,
    /// What is to be expected in all.
    pub(super) mean: f64,
    /// Of it, business not there yet.
    pub(super) new: f64,
    /// Each deal's own part.
    pub(super) parts: BTreeMap<&'a str, Part>,
}

impl Changes {
    /// What became of the forecast, to be read aloud.
    pub(super) fn sentence(&self) -> String {
        let [before, change] = [self.before, (self.after - self.before).abs()].map(about);
        let since = self.since;
        let way = if self.after < self.before { "less" } else { "more" };
        let mut steps: Vec<&Step> = self.steps.iter().filter(|step| step.amount != 0.0).collect();
        steps.sort_by(|a, b| b.amount.abs().total_cmp(&a.amount.abs()));
        let told = steps.iter().take(3).map(|step| {
            let sign = if step.amount < 0.0 { "\u{2212}" } else { "+" };
            let amount = format!("{sign}{}", about(step.amount.abs()));
            t!("answers-forecast-step", what = step.what.word(), amount = amount)
        });
        let told: Vec<String> = told.collect();
        t!(
            "answers-forecast-since",
            since = since,
            before = before,
            change = change,
            way = way,
            steps = told.join(", ")
        )
    }

    pub(super) fn tables(&self) -> [Table; 2] {
        let step = |step: &Step| {
            let deals = Cell::Count(step.deals);
            vec![Cell::Text(step.what.called().into()), deals, Cell::Money(step.amount)]
        };
        let mover = |mover: &Mover| {
            vec![
                Cell::Deal(mover.id.clone()),
                Cell::text(mover.account.as_deref()),
                Cell::Text(mover.what.called().into()),
                Cell::Money(mover.before),
                Cell::Money(mover.after),
            ]
        };
        [
            Table {
                title: t!("answers-forecast-changes", since = self.since),
                columns: vec!["what", "deals", "change"],
                rows: self.steps.iter().map(step).collect(),
            },
            Table {
                title: t!("answers-forecast-movers").into(),
                columns: vec!["id", "account", "what", "before", "after"],
                rows: self.movers.iter().map(mover).collect(),
            },
        ]
    }
}

/// What a deal adds to a forecast.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    /// All of it.
    pub(super) adds: f64,
    /// Of it, what is expected of an open deal.
    pub(super) expected: f64,
    /// The odds in the period, and the amount, of an open deal.
    pub(super) odds: f64,
    pub(super) amount: f64,
}

impl Part {
    fn level(&self) -> Option<f64> {
        let whole = self.odds * self.amount;
        (whole.abs() > 1e-9).then(|| self.expected / whole)
    }
}

impl<'a> Side<'a> {
    /// A forecast taken apart.
    pub(super) fn new(found: &Forecast, lens: &'a Lens<'a>, today: &Process) -> Side<'a> {
        let id = |deal: usize| lens.book.text(lens.book.deals()[deal].id);
        let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
        for odds in &found.deals {
            let part = parts.entry(id(odds.deal)).or_default();
            (part.odds, part.amount) = (odds.p_win_in_period, odds.amount);
            (part.expected, part.adds) = (odds.expected, part.adds + odds.expected);
        }
        for (deal, amount) in &found.won {
            parts.entry(id(*deal)).or_default().adds += amount;
        }
        let reader = Reader::new(today, lens.book);
        Side { lens, reader, mean: found.mean, new: found.new, parts }
    }
}

/// The steps from one to the other, in cents that add up.
pub(super) fn between(then: &Side, now: &Side) -> Changes {
    let mut sums: BTreeMap<Change, (usize, f64)> = BTreeMap::new();
    let mut movers = Vec::new();
    let mut add = |what: Change, amount: f64| {
        let sum = sums.entry(what).or_default();
        *sum = (sum.0 + 1, sum.1 + amount);
    };
    let mut ids: Vec<&str> = then.parts.keys().chain(now.parts.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let (a, b) = (part(then, id), part(now, id));
        let what = became(then, now, id);
        if matches!(what, Change::MovedOn | Change::Slipped | Change::Waited) {
            let [odds, amounts, level] = taken_apart(&a, &b);
            add(what, odds);
            if amounts.abs() > 0.0 {
                add(Change::Amounts, amounts);
            }
            add(Change::Model, level);
        } else {
            add(what, b.adds - a.adds);
        }
        let account = find(now, id).and_then(|deal| now.lens.account(deal)).map(str::to_owned);
        movers.push(Mover { id: id.into(), account, what, before: a.adds, after: b.adds });
    }
    let of = |mover: &Mover| (mover.after - mover.before).abs();
    movers.retain(|mover| of(mover) >= 0.005);
    movers.sort_by(|a, b| of(b).total_cmp(&of(a)).then_with(|| a.id.cmp(&b.id)));
    movers.truncate(MOVERS);
    sums.insert(Change::NewBusiness, (0, now.new - then.new));
    let (before, after) = (cents(then.mean), cents(now.mean));
    let steps = steps(&sums, after - before);
    let money = |cents: i64| cents as f64 / 100.0;
    let (before, after, since) = (money(before), money(after), then.lens.as_of.day);
    Changes { since, before, after, steps, movers }
}

/// In whole cents; what rounding leaves over goes to the largest step.
fn steps(sums: &BTreeMap<Change, (usize, f64)>, all: i64) -> Vec<Step> {
    let known = Change::ALL.iter().filter_map(|what| sums.get(what).map(|sum| (*what, *sum)));
    let mut steps: Vec<(Change, usize, i64)> =
        known.map(|(what, (deals, sum))| (what, deals, cents(sum))).collect();
    let left = all - steps.iter().map(|step| step.2).sum::<i64>();
    if let Some(largest) = steps.iter_mut().max_by_key(|step| step.2.abs()) {
        largest.2 += left;
    }
    let money = |(what, deals, cents): (Change, usize, i64)| Step {
        what,
        deals,
        amount: cents as f64 / 100.0,
    };
    steps.into_iter().map(money).collect()
}

fn cents(amount: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "amounts are far below 2^53 cents")]
    let cents = (amount * 100.0).round() as i64;
    cents
}

/// Odds, amount and level, one after the other.
fn taken_apart(a: &Part, b: &Part) -> [f64; 3] {
    let level = a.level().or(b.level()).unwrap_or(1.0);
    let odds = (b.odds - a.odds) * a.amount * level;
    let amounts = b.odds * (b.amount - a.amount) * level;
    [odds, amounts, b.adds - a.adds - odds - amounts]
}

fn part(side: &Side, id: &str) -> Part {
    side.parts.get(id).copied().unwrap_or_default()
}

fn find<'a>(side: &'a Side, id: &str) -> Option<&'a Deal> {
    side.lens.book.deal(id)
}

/// What became of a deal.
fn became(then: &Side, now: &Side, id: &str) -> Change {
    let (Some(was), Some(is)) = (find(then, id), find(now, id)) else { return Change::New };
    match (was.state, is.state) {
        (State::Open, State::Won) => Change::Won,
        (State::Open, State::Lost) => Change::Lost,
        (State::Open, State::Open) if then.parts.contains_key(id) != now.parts.contains_key(id) => {
            Change::Handed
        }
        (State::Open, State::Open) => moved(then, was, now, is),
        (State::Won, State::Won) => Change::Amounts,
        _ => Change::Reopened,
    }
}

fn moved(then: &Side, was: &Deal, now: &Side, is: &Deal) -> Change {
    let place =
        |side: &Side, deal: &Deal| side.reader.read(deal).current.map_or(0, |place| place + 1);
    if place(now, is) > place(then, was) {
        return Change::MovedOn;
    }
    match (was.known.expected_close, is.known.expected_close) {
        (Some(a), Some(b)) if b > a => Change::Slipped,
        _ => Change::Waited,
    }
}
