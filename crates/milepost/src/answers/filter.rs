//! Which deals a question is about.

use ledger::deal::Deal;
use serde::{Deserialize, Serialize};

use super::Lens;

/// Every field that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::Args)]
#[serde(default)]
pub struct Filter {
    /// Only deals of this owner, by name or id
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Only deals of this team
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
            && wanted(&self.team, |name| lens.team(deal).is_some_and(|team| same(team, name)))
            && wanted(&self.source, |name| source.is_some_and(|source| same(source, name)))
    }
}

/// An empty text asks for nothing: that is how a form sends a field left blank.
fn wanted(field: &Option<String>, holds: impl Fn(&str) -> bool) -> bool {
    field.as_deref().filter(|text| !text.trim().is_empty()).is_none_or(holds)
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
