//! What is recorded later than it happened: a call of yesterday, a step that the customer took last week.
//! It happened by the end of its day, and is known from now on: no answer about the days between changes.

use ledger::decide::Intent;
use ledger::time::{Day, Moment};

use super::{Live, Trouble};
use crate::answers::Refusal;
use crate::clock;
use crate::texts::t;

impl Live {
    /// Records what happened on a day, today if none is named.
    ///
    /// # Errors
    /// The rule that forbids it, a day on which it cannot have been, or why it could not be recorded.
    pub fn record_on(
        &self,
        deal: &str,
        intent: &Intent,
        on: Option<Day>,
        actor: Option<&str>,
    ) -> Result<Vec<&'static str>, Trouble> {
        let happened = self.happened(deal, on)?;
        let decide = |lens: &super::Lens| {
            ledger::decide::decide(lens.book, &lens.process, deal, intent.clone())
        };
        self.write(decide, Some(deal), (happened, actor))
    }

    /// The last moment of a day that is over; none for today.
    pub(super) fn happened(&self, deal: &str, on: Option<Day>) -> Result<Option<Moment>, Trouble> {
        let today = self.settings().day_of(clock::now());
        let Some(on) = on.filter(|on| *on != today) else { return Ok(None) };
        if on > today {
            return Err(Refusal(t!("live-not-yet", day = on)).into());
        }
        let book = self.book(Moment::MAX)?;
        let opened = book.deal(deal).and_then(|deal| deal.entries.first()).map(|first| first.at);
        if let Some(opened) = opened.map(|at| self.settings().day_of(at)).filter(|at| on < *at) {
            let sentence = t!("live-before-deal", deal = deal, opened = opened, day = on);
            return Err(Refusal(sentence).into());
        }
        Ok(Some(Moment(on.plus(1).start_in(&self.settings().zone).0 - 1)))
    }
}
