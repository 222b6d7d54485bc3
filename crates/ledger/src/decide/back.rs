//! Writing on what one has seen, and taking back what was written last by its opposite: all of one write, which may
//! be several facts, in one write. Nothing is removed: a value that was not known before cannot be made unknown again,
//! so it stays.

use super::{Draft, Intent, Refusal, decide};
use crate::book::Book;
use crate::deal::{Deal, Entry, Known, What};
use crate::event::{Fact, Values};
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
    match intent {
        Some(intent) => decide(book, process, id, intent),
        None => take_back(book, id),
    }
}

/// Decides on the opposite of what was recorded last of a deal.
///
/// # Errors
/// If there is no such deal, or what was recorded last has no opposite.
pub fn take_back(book: &Book, id: &str) -> Result<Vec<Draft>, Refusal> {
    let deal = book.deal(id).ok_or_else(|| Refusal::NoDeal(id.into()))?;
    opposite(book, deal).ok_or(Refusal::NoOpposite)
}

/// The facts of a deal that became known last, by one write: those of one write are known since one moment and
/// happened at one.
#[must_use]
pub fn last_write(deal: &Deal) -> Vec<&Entry> {
    let Some(last) = deal.entries.iter().max_by_key(|entry| entry.known) else { return Vec::new() };
    let of_it = |entry: &&Entry| (entry.known, entry.at) == (last.known, last.at);
    deal.entries.iter().filter(of_it).collect()
}

/// What takes back the last write of a deal, if all of it can be taken back. What it said of calls and commitments
/// is taken back by one fact, every other fact by its own opposite, the last one first.
#[must_use]
pub fn opposite(book: &Book, deal: &Deal) -> Option<Vec<Draft>> {
    let write = last_write(deal).into_iter().rev();
    let (papers, others): (Vec<_>, Vec<_>) = write.partition(|entry| entry.what.has_paper());
    let against = others.into_iter().map(|entry| against(book, deal, entry));
    let mut drafts = against.collect::<Option<Vec<Draft>>>()?;
    drafts.extend(papers.first().map(|entry| plain(Fact::TakenBack { said_at: entry.known })));
    (!drafts.is_empty()).then_some(drafts)
}

/// What takes back one fact that is about no call or commitment.
fn against(book: &Book, deal: &Deal, entry: &Entry) -> Option<Draft> {
    let named = || entry.name.map(|name| book.raw(name).to_owned());
    Some(match entry.what {
        What::Reached => plain(Fact::MilestoneUndone { milestone: named()?, reason: None }),
        What::Undone => {
            plain(Fact::MilestoneReached { milestone: named()?, stage: false, evidence: None })
        }
        What::Won | What::Lost => plain(Fact::DealReopened),
        What::Reopened => plain(ending(book, deal)),
        What::Changed => {
            let values = before(book, deal, entry);
            let says = !values.is_empty();
            says.then_some(Draft { fact: Fact::DealChanged, values })?
        }
        _ => return None,
    })
}

fn plain(fact: Fact) -> Draft {
    Draft { fact, values: Values::default() }
}

/// The end that a deal had before it was opened again.
fn ending(book: &Book, deal: &Deal) -> Fact {
    let mut ends = deal.entries.iter().rev().filter(|e| matches!(e.what, What::Won | What::Lost));
    match ends.next() {
        Some(end) if end.what == What::Lost => {
            Fact::DealLost { event: None, reason: book.text_of(end.text).map(str::to_owned) }
        }
        _ => Fact::DealWon { event: None },
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

#[cfg(test)]
mod tests;
