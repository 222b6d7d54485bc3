//! Where a salesperson's own deals were lost: what stood between them and the milestone they gain least.

use ledger::deal::{Deal, State};
use ledger::path::Path;

use super::Lesson;
use crate::answers::Lens;
use crate::answers::standing::whole_days;
use crate::answers::words::percent;
use crate::texts::t;

/// So few tell nothing.
const FEWEST: usize = 5;

/// The lesson of the deals that were lost on the way to a milestone; none where they are few.
pub(super) fn before(lens: &Lens, owner: &str, place: usize) -> Option<Lesson> {
    let (reader, mut path) = (lens.reader(), Path::default());
    let (mut waited, mut told): (Vec<i64>, usize) = (Vec::new(), 0);
    let over = lens.book.deals().iter().filter(|deal| !deal.is_open());
    for deal in over.filter(|deal| is_of(lens, deal, owner)) {
        reader.read_into(deal, &mut path);
        let arrived = place == 0 || path.reached[place - 1].is_some();
        let lost = deal.state == State::Lost && path.reached[place].is_none();
        if let Some(closed) = deal.closed_at.filter(|_| arrived && lost) {
            waited.push(whole_days(path.since, closed));
            told += usize::from(deal.calls.iter().any(|call| call.held.is_some()));
        }
    }
    if waited.len() < FEWEST {
        return None;
    }
    waited.sort_unstable();
    let name = &lens.process.milestones[place].name;
    let half = waited[waited.len() / 2].max(1);
    let calls = told as f64 / waited.len() as f64;
    Some(Lesson {
        title: t!("answers-learn-lost", milestone = name),
        text: vec![
            t!("answers-learn-lost-waited", n = waited.len(), days = half),
            t!("answers-learn-lost-calls", share = percent(calls)),
        ],
    })
}

fn is_of(lens: &Lens, deal: &Deal, owner: &str) -> bool {
    let id = lens.book.text_of(deal.known.owner);
    id.is_some_and(|id| lens.people.is_called(id, owner))
}
