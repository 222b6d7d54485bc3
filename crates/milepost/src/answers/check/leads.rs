//! Faults of leads and of what stands beside deals: sources that say nothing, deals that ended before
//! their lead came, amounts beyond all others.

use std::collections::BTreeMap;

use ledger::money::{Currency, Money};
use ledger::names::Sym;
use ledger::problem::Kind;
use ledger::time::Moment;

use super::means::NO_SOURCE;
use super::{EXAMPLES, Finding};
use crate::answers::Lens;
use crate::problems;
use crate::texts::plain;

/// So many times what nine in ten deals are worth at most is no amount of this company.
const FAR: f64 = 50.0;
/// Fewer amounts than this say nothing of what is usual.
const ENOUGH: usize = 20;

/// What leads say, by the index of their symbol.
pub(super) struct Met {
    /// When each met our marketing first, and whether any touch names a source.
    leads: Vec<Option<(Sym, Moment, bool)>>,
    /// By the index of a deal's symbol: when its first lead came.
    deals: Vec<Option<Moment>>,
}

impl Met {
    pub(super) fn read(lens: &Lens) -> Met {
        let mut met = Met { leads: Vec::new(), deals: Vec::new() };
        let mut says: Vec<Option<bool>> = Vec::new();
        for touch in lens.book.touches() {
            let told = touch.source.is_some_and(|source| {
                *slot(&mut says, source.index()).get_or_insert_with(|| {
                    lens.settings.sources.key(lens.book.text(source)).is_some()
                })
            });
            let lead = slot(&mut met.leads, touch.lead.index());
            let (_, first, says) = lead.get_or_insert((touch.lead, touch.at, false));
            *first = (*first).min(touch.at);
            *says |= told;
        }
        for touch in lens.book.touches() {
            let deal = touch.deal.unwrap_or(touch.lead);
            let first = met.leads[touch.lead.index()].map_or(touch.at, |lead| lead.1);
            let slot = slot(&mut met.deals, deal.index());
            *slot = Some(slot.map_or(first, |before| before.min(first)));
        }
        met
    }

    /// When the first lead of a deal came.
    pub(super) fn first_of(&self, deal: Sym) -> Option<Moment> {
        self.deals.get(deal.index()).copied().flatten()
    }

    /// Leads of which nobody says where they came from. `None` where there are no leads.
    pub(super) fn without_source(&self, lens: &Lens) -> Option<Finding> {
        let all = || self.leads.iter().flatten();
        let of = all().count();
        let mut blank: Vec<_> = all().filter(|lead| !lead.2).collect();
        blank.sort_by_key(|lead| std::cmp::Reverse(lead.1));
        let text = |lead: &&(Sym, Moment, bool)| lens.book.text(lead.0).to_owned();
        (of > 0).then(|| Finding {
            code: Kind::NoSource.code(),
            title: problems::title(Kind::NoSource),
            deals: blank.len(),
            facts: blank.len() as u64,
            of,
            share: blank.len() as f64 / of as f64,
            examples: blank.iter().take(EXAMPLES).copied().map(|lead| text(&lead)).collect(),
            means: plain(NO_SOURCE.means),
            remedy: problems::remedy(Kind::NoSource),
        })
    }
}

/// By currency, the amount beyond which one is out of all proportion.
pub(super) fn far_amounts(lens: &Lens) -> BTreeMap<Currency, i64> {
    let mut amounts: BTreeMap<Currency, Vec<i64>> = BTreeMap::new();
    for Money { minor, currency } in lens.book.deals().iter().filter_map(|d| d.known.amount) {
        if minor > 0 {
            amounts.entry(currency).or_default().push(minor);
        }
    }
    let enough = amounts.into_iter().filter(|(_, amounts)| amounts.len() >= ENOUGH);
    enough
        .map(|(currency, mut amounts)| {
            let (place, last) = (amounts.len() * 9 / 10, amounts.len() - 1);
            let (_, high, _) = amounts.select_nth_unstable(place.min(last));
            #[expect(clippy::cast_possible_truncation, reason = "saturates, and nothing is beyond")]
            let limit = (*high as f64 * FAR) as i64;
            (currency, limit)
        })
        .collect()
}

fn slot<T: Clone>(list: &mut Vec<Option<T>>, index: usize) -> &mut Option<T> {
    if list.len() <= index {
        list.resize(index + 1, None);
    }
    &mut list[index]
}
