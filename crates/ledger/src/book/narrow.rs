//! A part of a book: what somebody may see who may not see all, or the deals that follow one process.

use std::sync::Arc;

use super::Book;
use crate::deal::Deal;
use crate::names::Names;
use crate::pages::Pages;
use crate::time::Moment;

impl Book {
    /// The same book with the deals of some owners only, as if there were no others: no touch leads to
    /// another's deal, and nobody else's quota is in it.
    #[must_use]
    pub fn of_owners(&self, theirs: impl Fn(&str) -> bool) -> Book {
        let is_theirs = |sym| self.text_of(sym).is_some_and(&theirs);
        let quotas = self.quotas.iter().filter(|q| q.owner.is_none() || is_theirs(q.owner));
        Book {
            quotas: quotas.cloned().collect(),
            ..self.of_deals(|deal| is_theirs(deal.known.owner))
        }
    }

    /// The same book with some deals only, as if there were no others.
    #[must_use]
    pub fn of_deals(&self, is_kept: impl Fn(&Deal) -> bool) -> Book {
        let deals: Pages<_> = self.deals.iter().filter(|deal| is_kept(deal)).cloned().collect();
        let mut ids = Names::default();
        for deal in &deals {
            ids.intern(self.texts.text(deal.id));
        }
        let is_kept = |id| ids.find(self.texts.text(id)).is_some();
        let touches = self.touches.iter().filter(|touch| touch.deal.is_none_or(is_kept));
        let events = deals.iter().map(|deal| deal.entries.len() as u64).sum();
        Book {
            touches: touches.cloned().collect(),
            quotas: self.quotas.clone(),
            newest_sets: deals.iter().map(|_| None).collect(),
            cut: self.cut,
            undone: self.undone.clone(),
            torn: self.torn,
            texts: self.texts.clone(),
            raw: self.raw.clone(),
            sets: self.sets.clone(),
            papers: self.papers.clone(),
            pending: Vec::new(),
            absorbed: false,
            processes: self.processes.clone(),
            rates: self.rates.clone(),
            spends: self.spends.clone(),
            // What was forecast for all is not for who looks at a part.
            given: Vec::new(),
            events,
            withheld: Moment::MAX,
            latest_event: self.latest_event,
            latest_known: self.latest_known,
            ids,
            deals,
            memo: Arc::default(),
        }
    }
}
