//! Which stages and events mean that a sale was won or lost.
//!
//! The user's own lists go first, then what the CRM's own tables say, then the usual names.

use std::collections::HashMap;

/// How a deal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Won,
    Lost,
}

/// What stages mean.
#[derive(Debug, Default)]
pub(super) struct Outcomes {
    /// By letters and digits alone.
    won: Vec<String>,
    lost: Vec<String>,
    learned: HashMap<String, Option<End>>,
    /// Names that the user gave: as written, in any case.
    named: [Vec<String>; 2],
}

impl Outcomes {
    pub(super) fn new(named: [&[String]; 2]) -> Outcomes {
        let named = named.map(|names| names.iter().map(|n| n.trim().to_owned()).collect());
        Outcomes { named, ..Outcomes::default() }
    }

    /// Takes over the usual names of a mapping.
    pub(super) fn usual(&mut self, won: &[String], lost: &[String]) {
        for (mine, theirs) in [(&mut self.won, won), (&mut self.lost, lost)] {
            for name in theirs.iter().map(|name| letters(name).collect::<String>()) {
                if !mine.contains(&name) {
                    mine.push(name);
                }
            }
        }
    }

    /// Takes over what the CRM says of a stage.
    pub(super) fn learn(&mut self, stage: &str, end: Option<End>) {
        if self.learned.get(stage).is_none_or(|known| *known != end) {
            self.learned.insert(stage.to_owned(), end);
        }
    }

    /// What a stage or event means.
    pub(super) fn of(&self, name: &str) -> Option<End> {
        let [won, lost] = &self.named;
        let same = |n: &String| {
            n.eq_ignore_ascii_case(name)
                || (!n.is_ascii() && n.to_lowercase() == name.to_lowercase())
        };
        if won.iter().any(same) {
            return Some(End::Won);
        }
        if lost.iter().any(same) {
            return Some(End::Lost);
        }
        if !self.learned.is_empty()
            && let Some(end) = self.learned.get(name)
        {
            return *end;
        }
        let usual = |names: &[String]| names.iter().any(|n| n.chars().eq(letters(name)));
        match (won.is_empty() && usual(&self.won), lost.is_empty() && usual(&self.lost)) {
            (true, _) => Some(End::Won),
            (_, true) => Some(End::Lost),
            _ => None,
        }
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// What a cell says of a question with yes or no.
pub(super) fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "y" | "t" | "wahr" | "ja" => Some(true),
        "false" | "0" | "no" | "n" | "f" | "falsch" | "nein" => Some(false),
        _ => None,
    }
}

/// `won` and `closed` columns together.
pub(super) fn end_by_flags(won: Option<bool>, closed: Option<bool>) -> Option<Option<End>> {
    match (won, closed) {
        (Some(true), _) => Some(Some(End::Won)),
        (Some(false), Some(true)) => Some(Some(End::Lost)),
        (_, Some(false)) => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Outcomes};

    #[test]
    fn the_users_word_goes_before_the_crms_and_that_before_the_usual_one() {
        let lists = [vec!["Paid".to_owned()], Vec::new()];
        let mut outcomes = Outcomes::new([&lists[0], &lists[1]]);
        outcomes.usual(&["closed won".into()], &["closed lost".into()]);
        outcomes.learn("On hold", Some(End::Lost));
        outcomes.learn("Closed Lost", None);
        let said = ["PAID", "Closed Won", "On hold", "Closed Lost", "closed-lost", "Offer"];
        let (won, lost) = (Some(End::Won), Some(End::Lost));
        // "Closed Won" is no end any more: the user has said what is.
        assert_eq!(said.map(|name| outcomes.of(name)), [won, None, lost, None, lost, None]);
    }
}
