//! Runs: deals from their opening to their end, and when each was known.

use ledger::book::Book;
use ledger::deal::{Deal, State, What};
use ledger::money::Money;
use ledger::time::Moment;

/// A deal from its opening to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Its index in the book.
    pub(super) deal: usize,
    /// When it was opened, and when that was known.
    pub(super) from: Moment,
    known: Moment,
    /// How it ended.
    pub(super) end: Option<Ending>,
    /// Its amount as known when it ended; nothing while it is open.
    pub(super) amount: Option<Money>,
}

/// The end of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) at: Moment,
    known: Moment,
    pub(super) won: bool,
}

impl Run {
    /// The run as it was known before a moment, if it was.
    pub(super) fn before(self, cut: Moment) -> Option<Run> {
        let end = self.end.filter(|end| end.known < cut);
        let amount = self.amount.filter(|_| end.is_some());
        (self.known < cut).then_some(Run { end, amount, ..self })
    }
}

/// Tells the runs of a deal, of what was known before `cut`.
pub(super) fn tell_runs(book: &Book, i: usize, cut: Moment, runs: &mut Vec<Run>) {
    let deal = &book.deals()[i];
    let known = || deal.entries.iter().filter(|entry| entry.known < cut);
    let Some(opening) = known().find(|e| e.what == What::Opened).or(known().next()) else {
        return;
    };
    let (first, begin) = (runs.len(), opening.at);
    let (mut state, mut open, mut amount) = (State::Open, false, None);
    for entry in known() {
        state = state.after(entry.what);
        let at = entry.at.max(begin);
        amount = book.values(entry).and_then(|values| values.amount).or(amount);
        // A deal may be known by its end alone: then it has a run of no length.
        if !open && (state == State::Open || runs.len() == first) {
            open = true;
            let from = if runs.len() == first { begin } else { at };
            runs.push(Run { deal: i, from, known: entry.known, end: None, amount: None });
        }
        let Some(run) = runs.last_mut() else { return };
        if open && state != State::Open {
            open = false;
            run.end = Some(Ending { at, known: entry.known, won: state == State::Won });
        }
        run.amount = amount.filter(|_| run.end.is_some());
    }
}

/// Whether what was known of a deal before some moment is not simply the beginning of its facts.
pub(super) fn is_odd(deal: &Deal, book: &Book) -> bool {
    let (mut latest, mut ended, mut first) = (Moment::MIN, None, true);
    deal.entries.iter().any(|entry| {
        let late = entry.known < latest;
        latest = latest.max(entry.known);
        match entry.what {
            What::Won | What::Lost => ended = ended.or(Some(entry.known)),
            What::StageSet | What::Reopened => ended = None,
            _ => {}
        }
        let after = ended.is_some_and(|end| end < entry.known);
        let corrects = after && book.values(entry).is_some_and(|values| values.amount.is_some());
        // The fact that opened it stands behind others: until then another one counted as first.
        let behind = entry.what == What::Opened && !std::mem::replace(&mut first, false);
        first = false;
        late || corrects || behind
    })
}
