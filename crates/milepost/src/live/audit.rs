//! Reading the ledger for who did what. Only what fits is kept: a ledger of millions needs no more memory.

use std::collections::VecDeque;

use ledger::codec;
use ledger::event::Event;
use ledger::time::Day;

use super::{Live, Trouble};
use crate::answers::audit::{Audit, AuditAnswer, Deed};
use crate::people::People;
use crate::store::Position;

impl Live {
    /// The newest facts that fit.
    ///
    /// # Errors
    /// If the ledger cannot be read.
    pub fn audit(&self, asked: &Audit) -> Result<AuditAnswer, Trouble> {
        let people = self.people()?;
        let most = asked.most.clamp(1, 10_000);
        let store = self.store();
        let end = asked.before.unwrap_or(u64::MAX).min(store.head()?.0 + 1);
        // Where nothing but the number is asked for, what lies before the page need not be read.
        let all = asked.is_all();
        let start = if all { end.saturating_sub(most as u64 + 1) } else { 0 };
        let (mut kept, mut older) = (VecDeque::new(), false);
        let mut unreadable = None;
        store.read(Position(start), &mut |position, bytes| {
            if position.0 >= end {
                return;
            }
            match codec::decode(bytes) {
                Ok(event) if self.fits(asked, &event, &people) => {
                    kept.push_front(deed(position.0, &event, &people));
                    older |= kept.len() > most;
                    kept.truncate(most);
                }
                Ok(_) => {}
                Err(error) => {
                    unreadable.get_or_insert(Trouble::Unreadable(position.0, error));
                }
            }
        })?;
        if let Some(trouble) = unreadable {
            return Err(trouble);
        }
        let last = kept.back().map(|deed| deed.number);
        let older = if all { last.filter(|number| *number > 1) } else { last.filter(|_| older) };
        Ok(AuditAnswer { events: kept.into(), older })
    }

    fn fits(&self, asked: &Audit, event: &Event<&str>, people: &People) -> bool {
        let day = || -> Day { self.settings.day_of(event.recorded_at) };
        let is_called = |name: &String| event.actor.is_some_and(|id| people.is_called(id, name));
        let is_of = |deal: &String| event.deal == Some(deal.trim());
        asked.person.as_ref().is_none_or(is_called)
            && asked.deal.as_ref().is_none_or(is_of)
            && asked.kind.as_ref().is_none_or(|kind| plain(event.fact.kind()) == plain(kind))
            && asked.from.is_none_or(|from| day() >= from)
            && asked.to.is_none_or(|to| day() <= to)
    }
}

impl Audit {
    fn is_all(&self) -> bool {
        let said = [&self.person, &self.deal, &self.kind];
        said.iter().all(|text| text.is_none()) && self.from.is_none() && self.to.is_none()
    }
}

/// A kind however it is written: `DealWon`, `deal-won`, `deal won`.
fn plain(kind: &str) -> String {
    kind.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn deed(number: u64, event: &Event<&str>, people: &People) -> Deed {
    Deed {
        number,
        kind: event.fact.kind(),
        deal: event.deal.map(str::to_owned),
        actor: event.actor.map(|id| people.person(id).to_owned()),
        recorded_at: event.recorded_at,
        happened_at: event.happened_at,
        system: event.system.to_owned(),
    }
}
