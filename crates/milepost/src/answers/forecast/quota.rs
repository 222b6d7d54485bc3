//! The quota of a period.
//!
//! A period has the quota that was set for exactly its days, or the sum of those that were set for
//! parts which follow one another without a gap (three months make a quarter). Where none was set for
//! the whole force, the owners' quotas add up to it.

use std::collections::BTreeMap;

use ledger::company::Quota;

use super::super::Lens;
use super::super::filter::Filter;
use super::super::purse::Purse;
use super::Period;

/// The quota of those who are asked for, in the reporting currency. None is known of a source; of a team it is that of its people.
pub(super) fn quota(period: Period, filter: &Filter, purse: &Purse, lens: &Lens) -> Option<f64> {
    let set = |field: &Option<String>| field.as_deref().is_some_and(|text| !text.trim().is_empty());
    if set(&filter.source) {
        return None;
    }
    let mut owners: BTreeMap<Option<&str>, Vec<&Quota>> = BTreeMap::new();
    for quota in lens.book.quotas() {
        owners.entry(lens.book.text_of(quota.owner)).or_default().push(quota);
    }
    let all = owners.remove(&None);
    if !set(&filter.owner)
        && !set(&filter.team)
        && let Some(whole) = all.and_then(|quotas| tiled(&quotas, period, purse))
    {
        return Some(whole);
    }
    let of_owners = owners.into_iter().filter(|(owner, _)| {
        let id = owner.unwrap_or_default();
        let named = |wanted: &Option<String>, holds: &dyn Fn(&str) -> bool| {
            wanted.as_deref().filter(|text| !text.trim().is_empty()).is_none_or(holds)
        };
        named(&filter.owner, &|name| lens.people.is_called(id, name))
            && named(&filter.team, &|name| lens.people.is_in(id, name.trim(), lens.as_of.day))
    });
    let amounts = of_owners.filter_map(|(_, quotas)| tiled(&quotas, period, purse));
    amounts.reduce(|a, b| a + b)
}

/// The sum of quotas that cover the period day by day, each day once.
fn tiled(quotas: &[&Quota], period: Period, purse: &Purse) -> Option<f64> {
    let exact = quotas.iter().find(|quota| (quota.from, quota.to) == (period.from, period.to));
    if let Some(exact) = exact {
        return purse.convert(exact.amount);
    }
    let (mut next, mut sum) = (period.from, 0.0);
    while next <= period.to {
        let inside = quotas.iter().filter(|quota| quota.from == next && quota.to <= period.to);
        // The finest division counts: a quarter's quota beside those of its months is said once.
        let part = inside.min_by_key(|quota| quota.to)?;
        sum += purse.convert(part.amount)?;
        next = part.to.plus(1);
    }
    Some(sum)
}
