use clap::{Args, Subcommand};
use ledger::decide::CompanyIntent;
use ledger::money::{Currency, Money};

use crate::answers::forecast::PeriodName;
use crate::answers::words::grouped;
use crate::clock;
use crate::live::Live;
use crate::texts::t;

use super::{Common, Done, progress};

/// What a period is to bring
#[derive(Subcommand)]
pub(super) enum Quota {
    Set(Set),
}

/// Set the quota of a period; the latest word on an owner and a period holds
#[derive(Args)]
pub(super) struct Set {
    /// How much, in whole units
    amount: f64,
    /// next-quarter, this-quarter, next-month, this-month, 2027-Q1, 2027-01, 28d, or FROM..TO
    #[arg(long)]
    period: String,
    /// Whose, by name or id; the whole company's if left out
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Its currency; the settings' currency if left out, else that of most deals
    #[arg(long)]
    currency: Option<Currency>,
}

impl Quota {
    pub(super) fn run(self, common: &Common) -> Done {
        let Quota::Set(set) = self;
        let live = Live::open(&common.db)?;
        let today = live.settings().day_of(clock::now());
        let name: PeriodName = set.period.parse()?;
        let period = name.days(today, &live.settings().fiscal);
        let owner = set.owner.as_deref().map(|name| owner(&live, name)).transpose()?;
        let currency = match set.currency.or(live.settings().currency) {
            Some(currency) => currency,
            None => usual(&live)?,
        };
        let amount = Money::from_major(set.amount, currency)
            .ok_or_else(|| t!("cli-no-money", amount = set.amount.to_string()))?;
        let (from, to) = (period.from, period.to);
        live.record_company(&CompanyIntent::SetQuota { owner, from, to, amount })?;
        let amount = grouped(set.amount);
        progress::say(&match set.owner {
            Some(owner) => t!(
                "cli-quota",
                owner = owner,
                amount = amount,
                currency = currency,
                from = from,
                to = to
            ),
            None => {
                t!("cli-quota-company", amount = amount, currency = currency, from = from, to = to)
            }
        })
    }
}

/// The id of an owner of deals.
fn owner(live: &Live, name: &str) -> Result<String, Box<dyn std::error::Error>> {
    let (book, people) = (live.book(ledger::time::Moment::MAX)?, live.people()?);
    let mut ids = book.deals().iter().filter_map(|deal| book.text_of(deal.known.owner));
    let found = ids.find(|id| people.is_called(id, name)).map(str::to_owned);
    found.ok_or_else(|| t!("cli-no-owner", name = name).into())
}

/// The currency of most deals.
fn usual(live: &Live) -> Result<Currency, Box<dyn std::error::Error>> {
    let book = live.book(ledger::time::Moment::MAX)?;
    let mut used = std::collections::BTreeMap::new();
    for amount in book.deals().iter().filter_map(|deal| deal.known.amount) {
        *used.entry(amount.currency).or_insert(0) += 1;
    }
    let most = used.into_iter().max_by_key(|(_, deals)| *deals);
    Ok(most.map_or(Currency::USD, |(currency, _)| currency))
}
