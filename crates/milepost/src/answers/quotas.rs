//! What periods are to bring: the quotas that are set, the latest period first. What a forecast makes of one is its own
//! question.

use ledger::money::Currency;
use ledger::time::Day;
use serde::Serialize;

use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens};
use crate::texts::t;

/// Those that hold.
#[derive(Clone, Debug, Serialize)]
pub struct QuotasAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// One by one.
    pub quotas: Vec<QuotaLine>,
}

/// What one period is to bring.
#[derive(Clone, Debug, Serialize)]
pub struct QuotaLine {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Whose it is, by name; none for the whole company's.
    pub owner: Option<String>,
    /// In whole units.
    pub amount: f64,
    /// Of this currency.
    pub currency: Currency,
}

impl QuotasAnswer {
    /// The quotas as known at a lens's moment.
    #[must_use]
    pub fn of(lens: &Lens) -> QuotasAnswer {
        let (book, people) = (lens.book, lens.people);
        let owner = |id| people.person(id).to_owned();
        let mut quotas: Vec<QuotaLine> = (book.quotas().iter())
            .map(|quota| QuotaLine {
                from: quota.from,
                to: quota.to,
                owner: book.text_of(quota.owner).map(owner),
                amount: quota.amount.major(),
                currency: quota.amount.currency,
            })
            .collect();
        quotas.sort_by_key(|quota| std::cmp::Reverse((quota.from, quota.to)));
        QuotasAnswer { as_of: lens.as_of, quotas }
    }
}

impl Answer for QuotasAnswer {
    fn sentence(&self) -> String {
        t!("pages-quota-told", n = self.quotas.len())
    }

    fn tables(&self) -> Vec<Table> {
        let row = |quota: &QuotaLine| {
            vec![
                Cell::Day(quota.from),
                Cell::Day(quota.to),
                Cell::text(quota.owner.as_deref()),
                Cell::Money(quota.amount),
                Cell::Text(quota.currency.code().into()),
            ]
        };
        vec![Table {
            title: t!("pages-quotas").into(),
            columns: vec!["from", "to", "owner", "amount", "currency"],
            rows: self.quotas.iter().map(row).collect(),
        }]
    }
}
