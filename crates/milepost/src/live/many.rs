//! One change of many deals at once, and its opposite. What can be recorded is, in one append; what cannot is told,
//! deal by deal. The facts of one such change are known from the same moment on, by which it is found again.

use ledger::decide::{Intent, decide, decide_seen, revision};
use ledger::event::Event;
use ledger::time::Moment;

use super::{Live, Trouble, is_written, stamp};
use crate::answers::{AsOf, Lens};
use crate::clock;
use crate::people::People;

/// What became of a change of many deals.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Many {
    /// When it was recorded: what takes it back.
    pub at: Option<Moment>,
    /// The deals that it changed.
    pub changed: Vec<String>,
    /// Those that it could not change, and why.
    pub refused: Vec<NotChanged>,
}

/// A deal that stayed as it was.
#[derive(Clone, Debug, serde::Serialize)]
pub struct NotChanged {
    /// The deal.
    pub deal: String,
    /// Why.
    pub because: String,
}

impl Live {
    /// Records the same of many deals.
    ///
    /// # Errors
    /// If the ledger cannot be read or written, or whoever acts may not write.
    pub fn record_many(&self, deals: &[String], intent: &Intent) -> Result<Many, Trouble> {
        self.write_many(deals, |lens, deal| decide(lens.book, &lens.process, deal, intent.clone()))
    }

    /// Takes back what was recorded of many deals at a moment, by its opposite; where a deal has moved since, it
    /// stays as it is.
    ///
    /// # Errors
    /// If the ledger cannot be read or written, or whoever acts may not write.
    pub fn undo_many(&self, at: Moment) -> Result<Many, Trouble> {
        let deals = self.recorded_at(at)?;
        self.write_many(&deals, |lens, id| {
            let deal = lens.book.deal(id);
            let later =
                deal.map_or(0, |deal| deal.entries.iter().filter(|entry| entry.known > at).count());
            let seen = deal.map_or(0, |deal| revision(deal, Moment::MAX).saturating_sub(later));
            decide_seen((lens.book, &lens.process), id, (seen, Moment::MAX), None)
        })
    }

    /// The deals, of those that whoever acts sees, of which something is known since exactly this moment and was
    /// recorded by them.
    ///
    /// # Errors
    /// If the ledger cannot be read.
    pub fn recorded_at(&self, at: Moment) -> Result<Vec<String>, Trouble> {
        let book = self.book(Moment::MAX)?;
        let me = self.actor(None, None)?.and_then(|me| book.sym(&me));
        let of_it = |deal: &&ledger::deal::Deal| {
            deal.entries.iter().any(|entry| entry.known == at && entry.actor == me)
        };
        Ok(book.deals().iter().filter(of_it).map(|deal| book.text(deal.id).to_owned()).collect())
    }

    fn write_many(
        &self,
        deals: &[String],
        decide: impl Fn(&Lens, &str) -> Result<Vec<ledger::decide::Draft>, ledger::decide::Refusal>,
    ) -> Result<Many, Trouble> {
        loop {
            let (now, head) = (clock::now(), self.head()?);
            let (book, people) = (self.all(Moment::MAX)?, People::default());
            if deals.iter().any(|deal| is_written(&book, deal, now)) {
                continue;
            }
            let as_of = AsOf::now(now, self.settings());
            let own = |deal: &str| {
                Lens::new(as_of, &book, None, &people, self.settings()).map(|lens| lens.about(deal))
            };
            let (mut done, mut events) = (Many::default(), Vec::<Event>::new());
            for deal in deals {
                let actor = self.actor(Some(deal), None);
                let drafts = actor.map_err(|trouble| trouble.to_string()).and_then(|actor| {
                    let lens = own(deal).map_err(|refusal| refusal.to_string())?;
                    let drafts = decide(&lens, deal).map_err(|refusal| refusal.to_string())?;
                    Ok((actor, drafts))
                });
                match drafts {
                    Ok((actor, drafts)) => {
                        let signed = (Some(deal.as_str()), actor.as_deref());
                        let drafts = drafts.into_iter().zip(0..);
                        events.extend(drafts.map(|(d, i)| stamp(d, i, (now, now), signed)));
                        done.changed.push(deal.clone());
                    }
                    Err(because) => {
                        done.refused.push(NotChanged { deal: deal.clone(), because });
                    }
                }
            }
            if events.is_empty() {
                return Ok(done);
            }
            if self.append_after(Some(head), &events, &people)? {
                done.at = Some(now);
                return Ok(done);
            }
        }
    }
}
