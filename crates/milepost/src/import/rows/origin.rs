//! What a log of changes says of the time before it: the old value of a property's first change holds
//! since the deal was created.

use std::collections::HashMap;

use ledger::event::Values;
use ledger::time::Moment;

use crate::import::mapping::Field;

/// The first changes of each deal's properties.
#[derive(Debug, Default)]
pub(in crate::import) struct Origins(HashMap<String, Vec<Origin>>);

/// What a property was before its first change.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) property: Field,
    pub(super) changed_at: Moment,
    pub(super) values: Values<String>,
    pub(super) stage: Option<String>,
}

impl Origins {
    /// Takes in a change, unless an earlier one of its property is known.
    pub(super) fn add(&mut self, deal: &str, origin: Origin) {
        let known = self.0.entry(deal.to_owned()).or_default();
        match known.iter_mut().find(|o| o.property == origin.property) {
            Some(first) if first.changed_at <= origin.changed_at => {}
            Some(first) => *first = origin,
            None => known.push(origin),
        }
    }

    /// Those of a deal.
    pub(super) fn of(&self, deal: &str) -> Vec<Origin> {
        self.0.get(deal).cloned().unwrap_or_default()
    }
}
