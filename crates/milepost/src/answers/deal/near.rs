//! What to say when no deal has the id that was asked for: ids and names near it.

use ledger::deal::Deal;

use super::super::{Lens, Refusal};
use crate::texts::t;

/// So many ids at most are offered.
const MOST: usize = 5;

/// So many letters may be wrong in an id that is offered.
const WRONG_LETTERS: usize = 2;

/// The sentence for an id that no deal has.
pub(super) fn refusal(lens: &Lens, wanted: &str) -> Refusal {
    let folded = wanted.to_lowercase();
    let far = |deal: &Deal| distance(deal, &folded, lens);
    let deals = lens.book.deals().iter();
    let mut near: Vec<_> = deals
        .filter_map(|deal| far(deal).map(|far| (far, lens.book.text(deal.id))))
        .filter(|_| !folded.is_empty())
        .collect();
    near.sort_unstable();
    near.truncate(MOST);
    let ids: Vec<&str> = near.iter().map(|(_, id)| *id).collect();
    let near = match ids.len() {
        0 => "none",
        1 => "one",
        _ => "many",
    };
    Refusal(t!(
        "answers-deal-unknown",
        wanted = wanted,
        when = if lens.as_of.now { "now" } else { "then" },
        day = lens.as_of.day,
        near = near,
        ids = ids.join(", "),
    ))
}

/// How far a deal is from what was asked for; `None` if it is not near.
fn distance(deal: &Deal, wanted: &str, lens: &Lens) -> Option<usize> {
    let id = lens.book.text(deal.id).to_lowercase();
    let holds = |text: Option<&str>| text.is_some_and(|t| t.to_lowercase().contains(wanted));
    if holds(lens.book.text_of(deal.known.name)) || holds(lens.account(deal)) {
        return Some(1);
    }
    let wrong = wrong_letters(&id, wanted);
    if wrong <= WRONG_LETTERS && wrong < wanted.chars().count() {
        return Some(wrong);
    }
    id.contains(wanted).then_some(WRONG_LETTERS + 1)
}

/// Letters to add, drop or change to make one text of another (Levenshtein).
fn wrong_letters(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    if a.chars().count().abs_diff(b.len()) > WRONG_LETTERS {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::wrong_letters;

    #[test]
    fn letters_are_counted() {
        for (a, b, wrong) in
            [("d12", "d12", 0), ("d12", "d13", 1), ("d1", "d12", 1), ("ab", "ba", 2)]
        {
            assert_eq!(wrong_letters(a, b), wrong);
        }
    }
}
