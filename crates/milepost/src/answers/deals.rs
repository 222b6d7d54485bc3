//! Deals, open and closed: any of them by what is known of them, in any order, a page at a time. Numbers elsewhere lead
//! here: these are the deals that they count.

use std::cmp::Ordering;

use ledger::deal::{Deal, Known, State, What};
use ledger::path::Path;
use ledger::time::{Day, Moment};
use serde::{Deserialize, Serialize};

use super::among::Among;
use super::filter::Filter;
use super::purse::Purse;
use super::standing::{Standing, Yardstick, standings};
use super::table::{Cell, Table};
use super::words::{self, grouped};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::people::alike;
use crate::texts::t;

/// Deals by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// Still possible.
    #[default]
    Open,
    /// The sale was made.
    Won,
    /// It will not be made.
    Lost,
    /// Won or lost.
    Closed,
    /// All of them.
    All,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// What moved last.
    #[default]
    Moved,
    /// The largest amount; unknown ones last.
    Amount,
    /// What was opened last.
    Opened,
    /// What was closed last; open ones after them.
    Closed,
    /// By customer, name and id.
    Name,
    /// What is furthest on its way, then the largest.
    Milestone,
}

/// Which deals?
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Deals {
    /// Only deals with this in their id, their name or their customer's name
    pub search: Option<String>,
    /// Deals by what became of them
    #[arg(long, value_enum, default_value_t)]
    pub state: Which,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields say it, and a line here would be shown as help")]
    pub filter: Filter,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields say it, and a line here would be shown as help")]
    pub among: Among,
    /// Only deals that have ever reached this milestone, whatever became of them
    #[arg(long, value_name = "MILESTONE")]
    pub reached: Option<String>,
    /// Only deals opened on this day or later
    #[arg(long, value_name = "DATE")]
    pub opened_from: Option<Day>,
    /// Only deals opened on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub opened_to: Option<Day>,
    /// Only deals won or lost on this day or later
    #[arg(long, value_name = "DATE")]
    pub closed_from: Option<Day>,
    /// Only deals won or lost on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub closed_to: Option<Day>,
    /// Only deals won on this day or later, whatever became of them since
    #[arg(long, value_name = "DATE")]
    pub won_from: Option<Day>,
    /// Only deals won on this day or earlier, whatever became of them since
    #[arg(long, value_name = "DATE")]
    pub won_to: Option<Day>,
    /// What comes first
    #[arg(long, value_enum, default_value_t)]
    pub sort: Sort,
    /// How many deals at most; all of them if it is left out
    #[arg(long, value_name = "NUMBER")]
    pub limit: Option<usize>,
    /// Which such page of them, from 1
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub page: usize,
}

/// Deals, and what they come to.
#[derive(Clone, Debug, Serialize)]
pub struct DealsAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of every amount.
    pub currency: String,
    /// What became of them.
    pub state: Which,
    /// How many deals there are; `deals` is a page of them.
    pub found: usize,
    /// What they are worth together.
    pub value: f64,
    /// How many of them have no known amount; they count 0.
    pub without_amount: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The deals of the page.
    pub deals: Vec<DealLine>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A deal.
#[derive(Clone, Debug, Serialize)]
pub struct DealLine {
    /// Its id.
    pub id: String,
    /// Its customer.
    pub account: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// Where it came from.
    pub source: Option<String>,
    /// `open`, `won` or `lost`.
    pub state: &'static str,
    /// What it is worth.
    pub amount: Option<f64>,
    /// The furthest milestone reached.
    pub milestone: Option<String>,
    /// The milestone after that, while it is open.
    pub next: Option<String>,
    /// The day on which it was opened.
    pub opened: Day,
    /// The day on which it was won or lost.
    pub closed: Option<Day>,
    /// The day on which it moved last.
    pub moved: Day,
    /// The close date that its salesperson expects.
    pub expected_close: Option<Day>,
    /// Whether it is open and stalled.
    pub stalled: bool,
    /// How many of its facts are known: what a change of it must have seen.
    pub revision: usize,
}

impl Question for Deals {
    type Answer = DealsAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<DealsAnswer, Refusal> {
        if self.limit == Some(0) || self.page == 0 {
            return Err(Refusal(t!("answers-deals-no-page").into()));
        }
        let (purse, reached) = (Purse::new(lens)?, self.reached(lens)?);
        let yardstick = Yardstick::new(lens, &purse);
        let mut found = self.standings(lens, &purse, &yardstick)?;
        found.retain(|standing| self.takes(standing.deal, lens));
        if let Some(place) = reached {
            let came = |path: &Path| path.moves.iter().any(|m| m.to == Some(place));
            found.retain(|s| s.path.reached[place].is_some() || came(&s.path));
        }
        for standing in &mut found {
            self.reprice(standing, lens, &purse);
        }
        let limit = self.limit.unwrap_or(usize::MAX);
        let pages = found.len().div_ceil(limit).max(1);
        let page = self.page.min(pages);
        let amounts = || found.iter().filter_map(|standing| standing.amount);
        let (value, known) = (purse.sum(amounts()), amounts().count());
        let (count, order) = (found.len(), |a: &Standing, b: &Standing| self.order(a, b, lens));
        let first = (page - 1).saturating_mul(limit);
        let last = first.saturating_add(limit).min(found.len());
        if last < found.len() {
            found.select_nth_unstable_by(last, order);
            found.truncate(last);
        }
        found.sort_by(order);
        let mut notes = lens.notes();
        notes.extend(self.filter.notes(lens));
        Ok(DealsAnswer {
            as_of: lens.as_of,
            currency: purse.currency.to_string(),
            state: self.state,
            found: count,
            value,
            without_amount: count - known,
            page,
            pages,
            deals: found[first..].iter().map(|standing| DealLine::new(standing, lens)).collect(),
            notes,
        })
    }
}

impl Deals {
    /// Where the deals stand that the filters and the state take. Open ones are read once for all questions.
    fn standings<'a>(
        &self,
        lens: &'a Lens<'a>,
        purse: &'a Purse<'a>,
        yardstick: &Yardstick<'a>,
    ) -> Result<Vec<Standing<'a>>, Refusal> {
        let mut found = match self.state {
            Which::Open | Which::All => standings((&self.filter, &self.among), lens, purse)?,
            Which::Won | Which::Lost | Which::Closed => {
                self.among.check(lens)?;
                Vec::new()
            }
        };
        let wanted = |deal: &&Deal| match self.state {
            Which::Open => false,
            Which::Won => deal.state == State::Won,
            Which::Lost => deal.state == State::Lost,
            Which::Closed | Which::All => !deal.is_open(),
        };
        // What is closed does not stall.
        if self.state != Which::Open && !self.among.stalled {
            let closed = lens.book.deals().iter().filter(wanted);
            let closed = closed.filter(|d| self.takes(d, lens) && self.filter.takes(d, lens));
            let closed = closed.map(|deal| Standing { stalled: None, ..yardstick.stand(deal) });
            found.extend(closed.filter(|standing| self.among.takes(standing, lens)));
        }
        Ok(found)
    }

    fn won_within(&self, at: Moment, lens: &Lens) -> bool {
        let day = lens.settings.day_of(at);
        self.won_from.is_none_or(|from| from <= day) && self.won_to.is_none_or(|to| day <= to)
    }

    /// A deal that was opened again is worth what it was worth when it was won in the days that are asked for.
    fn reprice(&self, standing: &mut Standing, lens: &Lens, purse: &Purse) {
        let asks = self.won_from.is_some() || self.won_to.is_some();
        if !asks || standing.deal.reopened == 0 {
            return;
        }
        let Some(won) = wins(standing.deal).filter(|at| self.won_within(*at, lens)).last() else {
            return;
        };
        let mut known = Known::default();
        let sets = standing.deal.entries.iter().take_while(|entry| entry.at <= won);
        for set in sets.filter_map(|entry| lens.book.values(entry)) {
            known.learn(set);
        }
        standing.amount = known.amount.and_then(|amount| purse.convert(amount));
    }

    /// Whether its days and its names are asked for.
    fn takes(&self, deal: &Deal, lens: &Lens) -> bool {
        let within = |at: Option<Moment>, from: Option<Day>, to: Option<Day>| {
            let day = || at.map(|at| lens.settings.day_of(at));
            let inside =
                |day: Day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
            (from.is_none() && to.is_none()) || day().is_some_and(inside)
        };
        within(Some(deal.opened_at), self.opened_from, self.opened_to)
            && within(deal.closed_at, self.closed_from, self.closed_to)
            && ((self.won_from.is_none() && self.won_to.is_none())
                || wins(deal).any(|at| self.won_within(at, lens)))
            && self.is_called(deal, lens)
    }

    fn is_called(&self, deal: &Deal, lens: &Lens) -> bool {
        let wanted = self.search.as_deref().map(|text| text.trim().to_lowercase());
        let Some(wanted) = wanted.filter(|text| !text.is_empty()) else { return true };
        let names =
            [Some(lens.book.text(deal.id)), lens.book.text_of(deal.known.name), lens.account(deal)];
        names.into_iter().flatten().any(|name| name.to_lowercase().contains(&wanted))
    }

    /// The place of the milestone that must be reached.
    fn reached(&self, lens: &Lens) -> Result<Option<usize>, Refusal> {
        let said = self.reached.as_deref().filter(|text| !text.trim().is_empty());
        let Some(wanted) = said else { return Ok(None) };
        let all = &lens.process.milestones;
        let names = || all.iter().map(|m| m.name.as_str()).collect::<Vec<_>>().join(", ");
        let place = all.iter().position(|milestone| alike(&milestone.name, wanted));
        let wrong = || Refusal(t!("answers-no-milestone", wanted = wanted, names = names()));
        place.map(Some).ok_or_else(wrong)
    }

    fn order(&self, a: &Standing, b: &Standing, lens: &Lens) -> Ordering {
        let worth = |s: &Standing| s.amount.unwrap_or(f64::NEG_INFINITY);
        let larger = || worth(b).total_cmp(&worth(a));
        let by = match self.sort {
            Sort::Moved => b.deal.last_at.cmp(&a.deal.last_at),
            Sort::Amount => larger(),
            Sort::Opened => b.deal.opened_at.cmp(&a.deal.opened_at),
            Sort::Closed => b.deal.closed_at.cmp(&a.deal.closed_at),
            Sort::Milestone => b.path.current.cmp(&a.path.current).then_with(larger),
            Sort::Name => {
                let name = |s: &Standing| {
                    let account = lens.account(s.deal).map(str::to_lowercase);
                    (account.is_none(), account, lens.book.text_of(s.deal.known.name))
                };
                name(a).cmp(&name(b))
            }
        };
        by.then_with(|| lens.book.text(a.deal.id).cmp(lens.book.text(b.deal.id)))
    }
}

/// When a deal was won, each time.
fn wins(deal: &Deal) -> impl Iterator<Item = Moment> {
    let mut won = false;
    deal.entries.iter().filter_map(move |entry| {
        let before = won;
        match entry.what {
            What::Won => won = true,
            What::Lost | What::Reopened | What::StageSet => won = false,
            _ => {}
        }
        (won && !before).then_some(entry.at)
    })
}

impl DealLine {
    fn new(standing: &Standing, lens: &Lens) -> DealLine {
        let (deal, book) = (standing.deal, lens.book);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let milestone =
            |place: Option<usize>| place.map(|place| lens.process.milestones[place].name.clone());
        let day = |at: Moment| lens.settings.day_of(at);
        DealLine {
            id: book.text(deal.id).to_owned(),
            account: owned(lens.account(deal)),
            name: owned(book.text_of(deal.known.name)),
            owner: owned(lens.owner(deal)),
            source: owned(book.text_of(deal.known.source)),
            state: words::state(deal),
            amount: standing.amount,
            milestone: milestone(standing.path.current),
            next: milestone(standing.path.next().filter(|_| deal.is_open())),
            opened: day(deal.opened_at),
            closed: deal.closed_at.map(day),
            moved: day(deal.last_at),
            expected_close: deal.known.expected_close,
            stalled: standing.stalled.is_some(),
            revision: ledger::decide::revision(deal, Moment::MAX),
        }
    }
}

impl Answer for DealsAnswer {
    fn sentence(&self) -> String {
        let state = match self.state {
            Which::Open => "open",
            Which::Won => "won",
            Which::Lost => "lost",
            Which::Closed => "closed",
            Which::All => "all",
        };
        if self.found == 0 {
            return t!("answers-deals-none", state = state);
        }
        let amounts = match self.without_amount {
            0 => "all",
            some if some == self.found => "none",
            _ => "some",
        };
        t!(
            "answers-deals-all",
            state = state,
            n = self.found,
            amounts = amounts,
            value = grouped(self.value),
            currency = self.currency,
            lacking = self.without_amount,
        )
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
        let row = |line: &DealLine| {
            vec![
                Cell::Deal(line.id.clone()),
                Cell::text(line.account.as_deref()),
                Cell::text(line.name.as_deref()),
                Cell::text(line.owner.as_deref()),
                Cell::text(line.source.as_deref()),
                Cell::word(line.state, words::state_called(line.state)),
                Cell::money(line.amount),
                Cell::text(line.milestone.as_deref()),
                Cell::Day(line.opened),
                day(line.closed),
                Cell::Day(line.moved),
                day(line.expected_close),
                Cell::Flag(line.stalled),
            ]
        };
        vec![Table {
            title: t!("page-deals").into(),
            columns: vec![
                "deal",
                "account",
                "name",
                "owner",
                "source",
                "state",
                "amount",
                "milestone",
                "opened",
                "closed",
                "moved",
                "expected_close",
                "stalled",
            ],
            rows: self.deals.iter().map(row).collect(),
        }]
    }
}
