//! Which deals a question is about.

use std::collections::BTreeSet;

use ledger::deal::Deal;
use serde::{Deserialize, Serialize};

use super::Lens;
use crate::people::alike;
use crate::texts::t;

/// So many names at most are offered for one that fits nobody.
const MOST_NAMES: usize = 12;

/// Every field that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::Args)]
#[serde(default)]
pub struct Filter {
    /// Only deals of this owner, by name or id
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Only deals of this team and of those that are part of it
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// Only deals from this source
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
}

impl Filter {
    /// Whether it is about this deal.
    #[must_use]
    pub fn takes(&self, deal: &Deal, lens: &Lens) -> bool {
        let owner = lens.book.text_of(deal.known.owner);
        let source = lens.book.text_of(deal.known.source);
        wanted(&self.owner, |name| owner.is_some_and(|id| lens.people.is_called(id, name)))
            && wanted(&self.team, |name| {
                owner.is_some_and(|id| lens.people.is_in(id, name.trim(), lens.as_of.day))
            })
            && wanted(&self.source, |name| source.is_some_and(|source| same(source, name)))
    }

    /// What to say where a name fits nobody: a slip of the pen must not look like an empty desk.
    #[must_use]
    pub fn notes(&self, lens: &Lens) -> Vec<String> {
        let origins = lens.origins();
        let owned = || origins.iter().filter_map(|(owner, _)| lens.book.text_of(*owner));
        let owners = owned().map(|id| lens.people.person(id)).collect();
        let teams = owned().flat_map(|id| lens.people.teams_on(id, lens.as_of.day)).collect();
        let sources = origins.iter().filter_map(|(_, source)| lens.book.text_of(*source)).collect();
        let of_owner = |name: &str| owned().any(|id| lens.people.is_called(id, name));
        let notes = [
            unknown("owner", &self.owner, &owners, of_owner),
            unknown("team", &self.team, &teams, |_| false),
            unknown("source", &self.source, &sources, |_| false),
        ];
        notes.into_iter().flatten().collect()
    }
}

/// The sentence for a name that none of `names` is.
fn unknown(
    what: &str,
    field: &Option<String>,
    names: &BTreeSet<&str>,
    holds: impl Fn(&str) -> bool,
) -> Option<String> {
    let wanted = field.as_deref().filter(|text| !text.trim().is_empty())?;
    if names.iter().any(|name| same(name, wanted)) || holds(wanted) {
        return None;
    }
    let mut list: Vec<&str> = names.iter().copied().take(MOST_NAMES).collect();
    if list.is_empty() {
        return Some(t!("answers-no-one-has-any", what = what, wanted = wanted));
    }
    if names.len() > MOST_NAMES {
        list.push("…");
    }
    Some(t!("answers-no-such-one", what = what, wanted = wanted, names = list.join(", ")))
}

/// An empty text asks for nothing: that is how a form sends a field left blank.
fn wanted(field: &Option<String>, holds: impl Fn(&str) -> bool) -> bool {
    field.as_deref().filter(|text| !text.trim().is_empty()).is_none_or(holds)
}

fn same(a: &str, b: &str) -> bool {
    alike(a.trim(), b)
}
