//! Amounts in the reporting currency. Sums across currencies use dated rates or are refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use ledger::company::convert;
use ledger::deal::Deal;
use ledger::money::{Currency, Money};

use super::{Lens, Refusal};
use crate::texts::t;

/// How many deals are in each currency.
type Used = BTreeMap<Currency, usize>;

fn used(lens: &Lens) -> Arc<Used> {
    let parts = lens.book.by_page("currencies", |deals| {
        let mut used = Used::new();
        for amount in deals.iter().filter_map(|deal| deal.known.amount) {
            *used.entry(amount.currency).or_default() += 1;
        }
        used
    });
    lens.book.of_parts("currencies", &parts, |parts| {
        let mut used = Used::new();
        for (currency, deals) in parts.iter().flatten() {
            *used.entry(*currency).or_default() += deals;
        }
        used
    })
}

/// What the company has set, else what most deals are in, else what is spent on marketing.
fn reporting(used: &Used, lens: &Lens) -> Currency {
    let most = used.iter().max_by_key(|(_, deals)| **deals).map(|(currency, _)| *currency);
    let spent = || lens.book.spends().first().map(|spend| spend.amount.currency);
    lens.settings.currency.or(most).or_else(spent).unwrap_or(Currency::USD)
}

/// The currency that a new amount is most likely in.
#[must_use]
pub fn usual_currency(lens: &Lens) -> Currency {
    reporting(&used(lens), lens)
}

/// Turns amounts into the reporting currency at the rates known at the lens's moment.
pub struct Purse<'a> {
    /// The currency of every amount in an answer.
    pub currency: Currency,
    lens: &'a Lens<'a>,
}

impl<'a> Purse<'a> {
    /// A purse for every deal in the book.
    ///
    /// # Errors
    /// If deals are in a currency for which no rate is known.
    pub fn new(lens: &'a Lens<'a>) -> Result<Purse<'a>, Refusal> {
        let used = used(lens);
        let currency = reporting(&used, lens);
        let purse = Purse { currency, lens };
        let one = |currency| Money { minor: 1_000_000, currency };
        match used.keys().find(|from| purse.convert(one(**from)).is_none()) {
            None => Ok(purse),
            Some(from) => Err(Refusal(t!(
                "answers-no-rate",
                from = from,
                currency = currency,
                day = lens.as_of.day,
                iso = lens.as_of.day.to_string(),
            ))),
        }
    }

    /// A deal's amount in whole units, if it is known.
    #[must_use]
    pub fn amount(&self, deal: &Deal) -> Option<f64> {
        self.convert(deal.known.amount?)
    }

    /// A sum of amounts, freed from the dust that adding floats leaves behind.
    #[must_use]
    pub fn sum(&self, amounts: impl Iterator<Item = f64>) -> f64 {
        let sum: f64 = amounts.sum();
        Money::from_major(sum, self.currency).map_or(sum, Money::major)
    }

    /// Any amount in whole units of the reporting currency.
    #[must_use]
    pub fn convert(&self, money: Money) -> Option<f64> {
        let (book, day) = (self.lens.book, self.lens.as_of.day);
        convert(money, self.currency, day, book.rates()).map(Money::major)
    }
}
