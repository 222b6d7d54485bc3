//! By account: where it stands, what happens next, who has a part in it, by when. For anyone in the company who asks
//! about a customer and knows nothing of deals.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ledger::deal::State;
use ledger::names::Sym;
use ledger::time::Day;
use serde::Serialize;

use super::among::Among;
use super::filter::Filter;
use super::next::{Next, NextDeal};
use super::purse::Purse;
use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

/// Where does each customer stand?
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    /// Those with open deals like these.
    pub filter: Filter,
    /// Which of them, by where they stand.
    pub among: Among,
    /// Whose name has this in it, those without open deals too.
    pub search: Option<String>,
}

/// The accounts.
#[derive(Clone, Debug, Serialize)]
pub struct AccountsAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of every amount.
    pub currency: String,
    /// What was searched for.
    pub search: Option<String>,
    /// The one whose next step comes first in `next` is first; those without open deals last, by name.
    pub accounts: Vec<AccountLine>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// An account.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AccountLine {
    /// What it is called; a deal without an account stands for itself.
    pub account: String,
    /// Its open deals, the one to see to first.
    pub open: Vec<String>,
    /// What they are worth.
    pub value: f64,
    /// How many of its deals were won before.
    pub won: usize,
    /// What they brought.
    pub brought: f64,
    /// Who looks after the first of them.
    pub owner: Option<String>,
    /// The furthest milestone that it has reached.
    pub last: Option<String>,
    /// The milestone after that.
    pub next: Option<String>,
    /// What to ask the customer for.
    pub objective: Option<String>,
    /// Which departments the next milestone concerns.
    pub departments: Vec<String>,
    /// The day that the customer agreed to, or of the planned call.
    pub by: Option<Day>,
    /// Whether it is stalled.
    pub stalled: bool,
    /// Why it stands where it stands.
    pub because: Option<String>,
}

impl Question for Accounts {
    type Answer = AccountsAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<AccountsAnswer, Refusal> {
        let (filter, search) = (self.filter.clone(), self.search.clone());
        let among = self.among.clone();
        let next = Next { filter, among, search, ..Next::default() }.ask(lens)?;
        let mut lines: Vec<AccountLine> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for deal in &next.deals {
            let name = deal.account.as_ref().or(deal.name.as_ref()).unwrap_or(&deal.id);
            let place = *places.entry(name.clone()).or_insert_with(|| {
                lines.push(first(name, deal));
                lines.len() - 1
            });
            lines[place].open.push(deal.id.clone());
            lines[place].value += deal.amount.unwrap_or(0.0);
        }
        self.add_won(lens, &mut lines, &mut places)?;
        let open = lines.iter().filter(|line| !line.open.is_empty()).count();
        lines[open..].sort_by(|a, b| a.account.cmp(&b.account));
        Ok(AccountsAnswer {
            as_of: lens.as_of,
            currency: next.currency,
            search: self.search.clone(),
            accounts: lines,
            notes: next.notes,
        })
    }
}

impl Accounts {
    /// What was won before, of those with open deals and of others, who come after them.
    fn add_won(
        &self,
        lens: &Lens,
        lines: &mut Vec<AccountLine>,
        places: &mut BTreeMap<String, usize>,
    ) -> Result<(), Refusal> {
        let (purse, over) = (Purse::new(lens)?, over(lens));
        let open =
            lines.iter().filter_map(|line| lens.book.deal(line.open.first()?)?.known.account);
        let mut accounts: BTreeSet<Sym> = open.collect();
        let wanted = self.search.as_deref().map(|text| text.trim().to_lowercase());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) {
            let name = |account: Sym| lens.people.account(lens.book.text(account)).to_lowercase();
            accounts.extend(over.keys().filter(|account| name(**account).contains(&wanted)));
        }
        for account in accounts {
            let Some(deals) = over.get(&account) else { continue };
            let deals = deals.iter().map(|place| &lens.book.deals()[*place]);
            let mut deals = deals.filter(|deal| self.filter.takes(deal, lens)).peekable();
            if deals.peek().is_none() {
                continue;
            }
            let name = lens.people.account(lens.book.text(account));
            let place = *places.entry(name.to_owned()).or_insert_with(|| {
                lines.push(AccountLine { account: name.to_owned(), ..AccountLine::default() });
                lines.len() - 1
            });
            for deal in deals.filter(|deal| deal.state == State::Won) {
                lines[place].won += 1;
                lines[place].brought += purse.amount(deal).unwrap_or(0.0);
            }
        }
        Ok(())
    }
}

/// The places of closed deals by their account.
fn over(lens: &Lens) -> Arc<BTreeMap<Sym, Vec<usize>>> {
    let parts = lens.book.by_page("closed deals of accounts", |deals| {
        let closed = deals.iter().enumerate().filter(|(_, deal)| !deal.is_open());
        closed.filter_map(|(i, deal)| Some((deal.known.account?, i))).collect::<Vec<_>>()
    });
    lens.book.of_parts("closed deals of accounts", &parts, |parts| {
        let (mut over, mut first) = (BTreeMap::<Sym, Vec<usize>>::new(), 0);
        for (part, page) in parts.iter().zip(lens.book.deals().pages()) {
            for (account, i) in part {
                over.entry(*account).or_default().push(first + i);
            }
            first += page.len();
        }
        over
    })
}

/// An account as its first deal has it.
fn first(name: &str, deal: &NextDeal) -> AccountLine {
    let agreed = deal.commitment.as_ref().map(|promise| promise.due);
    AccountLine {
        account: name.to_owned(),
        owner: deal.owner.clone(),
        last: deal.last.clone(),
        next: deal.next.clone(),
        objective: Some(deal.objective.clone()),
        departments: deal.departments.clone(),
        by: agreed.or(deal.call.as_ref().map(|call| call.on)),
        stalled: deal.stalled,
        because: Some(deal.because.clone()),
        ..AccountLine::default()
    }
}

impl Answer for AccountsAnswer {
    fn sentence(&self) -> String {
        let open = self.accounts.iter().filter(|line| !line.open.is_empty());
        let stalled = open.clone().filter(|line| line.stalled).count();
        match (&self.search, self.accounts.as_slice()) {
            (Some(search), []) => t!("answers-accounts-none", search = search),
            (_, [one]) => one.sentence(),
            _ => t!("answers-accounts-all", n = open.count(), stalled = stalled),
        }
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let row = |line: &AccountLine| {
            vec![
                Cell::Text(line.account.clone()),
                Cell::Count(line.open.len()),
                Cell::Money(line.value),
                Cell::text(line.last.as_deref()),
                Cell::text(line.next.as_deref()),
                Cell::Text(line.departments.join(", ")),
                line.by.map_or(Cell::Empty, Cell::Day),
                Cell::text(line.owner.as_deref()),
                Cell::Flag(line.stalled),
                Cell::Count(line.won),
                Cell::text(line.objective.as_deref()),
            ]
        };
        vec![Table {
            title: t!("page-accounts").into(),
            columns: vec![
                "account",
                "open",
                "value",
                "last",
                "next",
                "departments",
                "by",
                "owner",
                "stalled",
                "won",
                "objective",
            ],
            rows: self.accounts.iter().map(row).collect(),
        }]
    }
}

impl AccountLine {
    /// One account in a sentence.
    fn sentence(&self) -> String {
        let (account, n) = (&self.account, self.open.len());
        let mut said = Vec::new();
        if let Some(objective) = &self.objective {
            said.push(match &self.last {
                Some(last) => {
                    t!("answers-account-reached", account = account, n = n, milestone = last)
                }
                None => t!("answers-account-before", account = account, n = n),
            });
            said.push(match self.by {
                Some(by) => t!("answers-account-next-by", objective = objective, by = by),
                None => t!("answers-account-next", objective = objective),
            });
            if !self.departments.is_empty() {
                let all = self.departments.join(&format!(" {} ", t!("answers-and")));
                said.push(t!("answers-account-parts", departments = all));
            }
        } else {
            said.push(t!("answers-account-closed", account = account));
        }
        if self.won > 0 {
            said.push(t!("answers-account-won", n = self.won));
        }
        said.join(" ")
    }
}
