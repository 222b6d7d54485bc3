//! The mix of deals: what a salesperson cannot choose. Deals of the same source and size are compared.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::money::Money;
use ledger::names::Sym;

use crate::stats::quantile::quantile;

/// A source with fewer deals than this share is "another".
const SHARE: f64 = 0.05;
/// Sources told apart, at most.
const MOST: usize = 6;
/// Sizes: small, middle, large.
const SIZES: usize = 3;

/// The kind of each deal.
pub(super) struct Mix {
    kinds: Vec<usize>,
    count: usize,
}

impl Mix {
    /// The mix of a book's deals.
    pub(super) fn of(book: &Book) -> Mix {
        let deals = book.deals();
        let mut counts: BTreeMap<Sym, usize> = BTreeMap::new();
        for source in deals.iter().filter_map(|deal| deal.known.source) {
            *counts.entry(source).or_default() += 1;
        }
        let mut sources: Vec<(Sym, usize)> = counts.into_iter().collect();
        sources.retain(|(_, count)| *count as f64 >= SHARE * deals.len() as f64);
        sources.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        sources.truncate(MOST);
        let mut amounts: Vec<f64> =
            deals.iter().filter_map(|deal| deal.known.amount.map(Money::major)).collect();
        amounts.sort_by(f64::total_cmp);
        let thirds = [1.0 / 3.0, 2.0 / 3.0].map(|q| quantile(&amounts, q).unwrap_or(f64::INFINITY));
        let kinds = deals.iter().map(|deal| {
            let source = deal.known.source;
            let place = sources.iter().position(|(known, _)| Some(*known) == source);
            let amount = deal.known.amount.map_or(0.0, Money::major);
            let size = thirds.iter().filter(|third| amount > **third).count();
            place.map_or(0, |place| place + 1) * SIZES + size
        });
        Mix { kinds: kinds.collect(), count: (sources.len() + 1) * SIZES }
    }

    pub(super) fn kinds(&self) -> usize {
        self.count
    }

    pub(super) fn kind(&self, deal: usize) -> usize {
        self.kinds[deal]
    }
}
