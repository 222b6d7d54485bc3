//! Owners and sources of whom too little is known: their odds are mostly those of everybody, and it is said.

use std::collections::BTreeMap;

use ledger::deal::Deal;

use super::Forecast;
use crate::answers::Lens;
use crate::texts::t;

/// With fewer closed deals than this an owner or a source hardly moves the odds.
const FEW: usize = 10;
/// So many are named.
const NAMED: usize = 4;

impl Forecast {
    /// What to say of newcomers among the open deals that are asked for; and of a process that is new.
    pub(super) fn newcomers(&self, lens: &Lens) -> Vec<String> {
        let mut said = Vec::new();
        let owner = |deal: &Deal| lens.owner(deal).map(str::to_owned);
        let source = |deal: &Deal| lens.book.text_of(deal.known.source).map(str::to_owned);
        let new = self.few(&owner, lens);
        let told = |(name, closed)| t!("answers-forecast-new-owner", name = name, closed = closed);
        let mut new: Vec<String> = new.into_iter().map(told).collect();
        let told = |(name, closed)| t!("answers-forecast-new-source", name = name, closed = closed);
        new.extend(self.few(&source, lens).into_iter().map(told));
        if !new.is_empty() {
            let more = new.len().saturating_sub(NAMED);
            let names = new.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
            said.push(t!("answers-forecast-newcomers", names = names, more = more));
        }
        let mut versions =
            lens.book.processes().iter().filter(|(_, p)| p.name == lens.process.name);
        if let Some((since, version)) = versions.next_back().filter(|(_, p)| p.version > 1) {
            let closed = |deal: &&Deal| deal.closed_at.is_some_and(|at| at >= *since);
            let under = lens.book.deals().iter().filter(closed).count();
            if under < FEW {
                said.push(t!(
                    "answers-forecast-new-version",
                    version = version.version.to_string(),
                    since = lens.settings.day_of(*since),
                    n = under,
                ));
            }
        }
        said
    }

    /// Those with open deals and few closed ones, and how many those are.
    fn few(&self, name: &dyn Fn(&Deal) -> Option<String>, lens: &Lens) -> Vec<(String, usize)> {
        let mut deals: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for deal in lens.book.deals() {
            let Some(name) = name(deal) else { continue };
            let (open, closed) = deals.entry(name).or_default();
            *open += usize::from(deal.is_open() && self.filter.takes(deal, lens));
            *closed += usize::from(!deal.is_open());
        }
        let few = deals.into_iter().filter(|(_, (open, closed))| *open > 0 && *closed < FEW);
        few.map(|(name, (_, closed))| (name, closed)).collect()
    }
}
