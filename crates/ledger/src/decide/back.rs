//! Writing on what one has seen, and taking back what was written last by its opposite. Nothing is removed:
//! a value that was not known before cannot be made unknown again, so it stays.

use super::{Draft, Intent, Refusal, decide};
use crate::book::Book;
use crate::deal::{Deal, Entry, Known, What};
use crate::event::Values;
use crate::process::Process;
use crate::time::Moment;

/// How many facts of a deal were known before a moment: what somebody who looked at it then has seen.
#[must_use]
pub fn revision(deal: &Deal, cut: Moment) -> usize {
    deal.entries.iter().filter(|entry| entry.known < cut).count()
}

/// Decides on what somebody wants who has seen a deal as it was at `seen`; `None` is the opposite of
/// what was recorded last.
///
/// # Errors
/// The rule that forbids it, or that somebody else has written meanwhile.
pub fn decide_seen(
    (book, process): (&Book, &Process),
    id: &str,
    (seen, now): (usize, Moment),
    intent: Option<Intent>,
) -> Result<Vec<Draft>, Refusal> {
    let deal = book.deal(id).ok_or_else(|| Refusal::NoDeal(id.into()))?;
    let newer = revision(deal, now).abs_diff(seen);
    if newer > 0 {
        return Err(Refusal::Moved(newer));
    }
    let intent = intent.or_else(|| opposite(book, deal)).ok_or(Refusal::NoOpposite)?;
    decide(book, process, id, intent)
}

/// What takes back the fact of a deal that became known last, if anything does.
#[must_use]
pub fn opposite(book: &Book, deal: &Deal) -> Option<Intent> {
    let last = deal.entries.iter().max_by_key(|entry| entry.known)?;
    let named = || last.name.map(|name| book.raw(name).to_owned());
    match last.what {
        What::Reached => Some(Intent::Undo { milestone: named()?, reason: None }),
        What::Undone => Some(Intent::Reach { milestone: named()?, evidence: None }),
        What::Won | What::Lost => Some(Intent::Reopen),
        What::Reopened => Some(ending(book, deal)),
        What::Changed => {
            let values = before(book, deal, last);
            (!values.is_empty()).then_some(Intent::Change(values))
        }
        _ => None,
    }
}

/// The end that a deal had before it was opened again.
fn ending(book: &Book, deal: &Deal) -> Intent {
    let mut ends = deal.entries.iter().rev().filter(|e| matches!(e.what, What::Won | What::Lost));
    match ends.next() {
        Some(end) if end.what == What::Lost => {
            Intent::Lose { reason: book.text_of(end.text).map(str::to_owned) }
        }
        _ => Intent::Win(Values::default()),
    }
}

/// What was known before a change of that which it changed.
fn before(book: &Book, deal: &Deal, last: &Entry) -> Values {
    let mut old = Known::default();
    for set in
        deal.entries.iter().filter(|e| !std::ptr::eq(*e, last)).filter_map(|e| book.values(e))
    {
        old.learn(set);
    }
    let new = book.values(last).cloned().unwrap_or_default();
    let text = |new: Option<_>, old: Option<_>| {
        book.text_of(old.filter(|_| new.is_some() && new != old)).map(str::to_owned)
    };
    Values {
        name: text(new.name, old.name),
        account: text(new.account, old.account),
        owner: text(new.owner, old.owner),
        source: text(new.source, old.source),
        kind: text(new.kind, old.kind),
        category: text(new.category, old.category),
        pipeline: text(new.pipeline, old.pipeline),
        amount: old.amount.filter(|_| new.amount.is_some() && new.amount != old.amount),
        expected_close: old
            .expected_close
            .filter(|_| new.expected_close.is_some() && new.expected_close != old.expected_close),
        fields: None,
    }
}
