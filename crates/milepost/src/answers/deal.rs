//! A deal: what is known of it, how far it is, what must happen next, and its story in order.

mod near;
mod story;

use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::path::Path;
use ledger::time::Day;
use serde::Serialize;

use super::call::{Planned, planned};
use super::purse::Purse;
use super::standing::{Promise, Yardstick};
use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal, words};
use crate::texts::t;

pub use story::{Change, Line};

/// What is the story of this deal?
#[derive(Clone, Debug, Default)]
pub struct DealStory {
    /// Its id.
    pub id: String,
}

/// A deal and its story.
#[derive(Clone, Debug, Serialize)]
pub struct DealAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of `amount`.
    pub currency: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Option<String>,
    /// Its customer.
    pub account: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// What it is worth, in the reporting currency.
    pub amount: Option<f64>,
    /// Where it came from.
    pub source: Option<String>,
    /// `open`, `won` or `lost`.
    pub state: &'static str,
    /// When it began.
    pub opened: Day,
    /// When it was won or lost.
    pub closed: Option<Day>,
    /// The close date that the salesperson expects.
    pub expected_close: Option<Day>,
    /// The milestones of the process in their order, and when each was reached.
    pub path: Vec<Step>,
    /// The furthest milestone reached.
    pub last: Option<String>,
    /// The milestone after that, while the deal is open.
    pub next: Option<String>,
    /// What to ask the customer for, while the deal is open.
    pub objective: Option<String>,
    /// What the customer agreed to.
    pub commitment: Option<Promise>,
    /// Whole days since anything happened, while it is open.
    pub quiet_days: Option<i64>,
    /// Whole days at the last milestone, while it is open.
    pub days_here: Option<i64>,
    /// Whether it is stalled.
    pub stalled: bool,
    /// Why it stands as it does.
    pub because: String,
    /// Its calls.
    pub calls: Calls,
    /// Its facts in the order in which they happened.
    pub story: Vec<Line>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A deal's calls. One that nobody had planned was held without an objective.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Calls {
    /// How many were held.
    pub held: usize,
    /// How many of them had an objective.
    pub with_objective: usize,
    /// Those that are planned and not logged.
    pub planned: Vec<Planned>,
}

/// A milestone of the process and when the deal reached it.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// The milestone.
    pub milestone: String,
    /// When it was reached, if it is.
    pub reached: Option<Day>,
}

impl Question for DealStory {
    type Answer = DealAnswer;

    fn about(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn ask(&self, lens: &Lens) -> Result<DealAnswer, Refusal> {
        let wanted = self.id.trim();
        let found = lens.book.deal(wanted);
        let deal = found.ok_or_else(|| near::refusal(lens, wanted))?;
        let purse = Purse::new(lens)?;
        let answer = header(deal, &lens.reader().read(deal), lens, &purse);
        Ok(if deal.is_open() { stand(answer, deal, lens, &purse) } else { answer })
    }
}

/// All that can be said of any deal; what is only said of open ones is left out.
fn header(deal: &Deal, path: &Path, lens: &Lens, purse: &Purse) -> DealAnswer {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let day = |moment| lens.settings.day_of(moment);
    let names = lens.process.milestones.iter().map(|m| m.name.clone());
    let steps = names.zip(&path.reached);
    DealAnswer {
        as_of: lens.as_of,
        currency: purse.currency.to_string(),
        id: lens.book.text(deal.id).to_owned(),
        name: owned(lens.book.text_of(deal.known.name)),
        account: owned(lens.account(deal)),
        owner: owned(lens.owner(deal)),
        amount: purse.amount(deal),
        source: owned(lens.book.text_of(deal.known.source)),
        state: words::state(deal),
        opened: day(deal.opened_at),
        closed: deal.closed_at.map(day),
        expected_close: deal.known.expected_close,
        path: steps.map(|(milestone, at)| Step { milestone, reached: at.map(day) }).collect(),
        last: path.current.map(|place| lens.process.milestones[place].name.clone()),
        next: None,
        objective: None,
        commitment: None,
        quiet_days: None,
        days_here: None,
        stalled: false,
        because: ending(deal, lens),
        calls: calls(deal, lens),
        story: story::tell(deal, lens),
        notes: lens.notes(),
    }
}

/// What is only said of an open deal.
fn stand(answer: DealAnswer, deal: &Deal, lens: &Lens, purse: &Purse) -> DealAnswer {
    let yardstick = Yardstick::new(lens, purse);
    let standing = yardstick.stand(deal);
    let next = standing.path.next().map(|place| lens.process.milestones[place].name.clone());
    DealAnswer {
        next,
        objective: Some(lens.objective(&standing.path)),
        commitment: standing.promise(lens),
        quiet_days: Some(standing.quiet_days),
        days_here: Some(standing.days_here),
        stalled: standing.stalled.is_some(),
        because: standing.because(lens),
        ..answer
    }
}

fn calls(deal: &Deal, lens: &Lens) -> Calls {
    let held = deal.calls.iter().filter(|call| call.held.is_some());
    let with_objective = held.clone().filter(|call| call.has_objective()).count();
    Calls { held: held.count(), with_objective, planned: planned(deal, lens) }
}

/// How a closed deal ended.
fn ending(deal: &Deal, lens: &Lens) -> String {
    let Some(closed) = deal.closed_at else { return String::new() };
    let on = lens.settings.day_of(closed);
    let days = (on.0 - lens.settings.day_of(deal.opened_at).0).max(0);
    if deal.state == State::Won {
        return t!("answers-deal-won", on = on, days = days);
    }
    let lost = deal.entries.iter().rfind(|entry| entry.what == What::Lost);
    match lost.filter(|_| deal.state == State::Lost).and_then(|entry| entry.text) {
        Some(reason) => {
            let reason = lens.book.text(reason);
            t!("answers-deal-lost-because", on = on, days = days, reason = reason)
        }
        None => t!("answers-deal-lost", on = on, days = days),
    }
}

/// An amount in its own currency, as a sentence gives it.
fn written(money: Money) -> String {
    let exact = money.to_string();
    exact.replace(".00 ", " ")
}

impl Answer for DealAnswer {
    fn sentence(&self) -> String {
        let called = self.name.as_deref().or(self.account.as_deref());
        let called = called.map_or(String::new(), |name| format!(" ({name})"));
        let deal = format!("{}{called}", self.id);
        let stalled = if self.stalled { "yes" } else { "no" };
        let is = t!("answers-deal-is", deal = deal, state = self.state, stalled = stalled);
        format!("{is} {}", self.because)
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let story = Table {
            title: t!("answers-deal-story").into(),
            columns: vec!["day", "known", "kind", "what", "who", "changes"],
            rows: self.story.iter().map(Line::cells).collect(),
        };
        let known = Table {
            title: t!("answers-deal-known").into(),
            columns: vec!["what", "value"],
            rows: self.facts().into_iter().map(|(k, v)| vec![Cell::Text(k.into()), v]).collect(),
        };
        let path = Table {
            title: t!("answers-deal-path").into(),
            columns: vec!["milestone", "reached"],
            rows: self.path.iter().map(Step::cells).collect(),
        };
        vec![story, known, path]
    }
}

impl DealAnswer {
    fn facts(&self) -> Vec<(&'static str, Cell)> {
        let text = |text: &Option<String>| Cell::text(text.as_deref());
        let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
        let promise =
            |c: &Promise| t!("answers-deal-promise", milestone = c.milestone, due = c.due);
        let promise = self.commitment.as_ref().map(promise);
        let all = vec![
            ("account", text(&self.account)),
            ("owner", text(&self.owner)),
            ("amount", Cell::money(self.amount)),
            ("source", text(&self.source)),
            ("opened", Cell::Day(self.opened)),
            ("closed", day(self.closed)),
            ("expected close", day(self.expected_close)),
            ("next", text(&self.next)),
            ("ask for", text(&self.objective)),
            ("commitment", text(&promise)),
        ];
        all.into_iter().filter(|(_, cell)| *cell != Cell::Empty).collect()
    }
}

impl Step {
    fn cells(&self) -> Vec<Cell> {
        vec![Cell::Text(self.milestone.clone()), self.reached.map_or(Cell::Empty, Cell::Day)]
    }
}
