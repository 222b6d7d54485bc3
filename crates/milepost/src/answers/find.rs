//! Find: deals, customers and people by a part of their name. What begins so comes before what only has it
//! inside, what is open before what is over, what moved last before what lay still.

use std::collections::BTreeMap;

use ledger::deal::Deal;
use serde::Serialize;

use super::table::{Cell, Table};
use super::{Answer, AsOf, Lens, Question, Refusal, words};
use crate::texts::t;

/// So many of each kind are shown.
const MOST: usize = 12;

/// What is called so?
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// A part of a deal's id or name, of a customer's or of a person's name.
    pub text: String,
}

/// What is called so.
#[derive(Clone, Debug, Serialize)]
pub struct FindAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// What was asked for.
    pub text: String,
    /// What was found, the likeliest of each kind first.
    pub found: Vec<Found>,
}

/// Something that is called so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The deal's id, the customer's or the person's name.
    pub name: String,
    /// What else tells it apart.
    pub detail: String,
}

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A deal.
    Deal,
    /// A customer.
    Account,
    /// A salesperson.
    Person,
}

/// How well a name fits: the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    Begins,
    WordBegins,
    Inside,
}

impl Question for Find {
    type Answer = FindAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<FindAnswer, Refusal> {
        let wanted = self.text.trim().to_lowercase();
        let mut found = Vec::new();
        if !wanted.is_empty() {
            found.extend(deals(&wanted, lens));
            found.extend(accounts(&wanted, lens));
            found.extend(people(&wanted, lens));
        }
        Ok(FindAnswer { as_of: lens.as_of, text: self.text.trim().to_owned(), found })
    }
}

fn deals(wanted: &str, lens: &Lens) -> Vec<Found> {
    let fits = |deal: &Deal| {
        let id = fit(lens.book.text(deal.id), wanted);
        let name = lens.book.text_of(deal.known.name).and_then(|name| fit(name, wanted));
        let account = || lens.account(deal).and_then(|name| fit(name, wanted));
        id.into_iter().chain(name).min().or_else(account)
    };
    let all = lens.book.deals().iter();
    let fitting = all.filter_map(|deal| Some((fits(deal)?, !deal.is_open(), deal)));
    let mut found: Vec<_> = fitting.collect();
    found.sort_by(|a, b| {
        let id = |deal: &Deal| lens.book.text(deal.id);
        let latest = b.2.last_at.cmp(&a.2.last_at);
        (a.0, a.1).cmp(&(b.0, b.1)).then(latest).then_with(|| id(a.2).cmp(id(b.2)))
    });
    found.truncate(MOST);
    found.into_iter().map(|(_, _, deal)| told(deal, lens)).collect()
}

fn told(deal: &Deal, lens: &Lens) -> Found {
    let state = words::state_called(words::state(deal));
    let named = lens.account(deal).or(lens.book.text_of(deal.known.name));
    let owner = lens.owner(deal);
    let parts: Vec<&str> = named.into_iter().chain(owner).chain([state]).collect();
    let name = lens.book.text(deal.id).to_owned();
    Found { kind: Kind::Deal, name, detail: parts.join(" · ") }
}

fn accounts(wanted: &str, lens: &Lens) -> Vec<Found> {
    // Whether a name fits is asked once a customer, not once a deal.
    let mut fits = BTreeMap::new();
    for deal in lens.book.deals() {
        let Some(account) = deal.known.account else { continue };
        let name = || lens.people.account(lens.book.text(account));
        let fitting =
            fits.entry(account).or_insert_with(|| Some((fit(name(), wanted)?, name(), 0)));
        if let Some((_, _, open)) = fitting.as_mut() {
            *open += usize::from(deal.is_open());
        }
    }
    let mut found: Vec<(Fit, &str, usize)> = fits.into_values().flatten().collect();
    found.sort_by_key(|(fit, name, open)| (*fit, *open == 0, *name));
    found.truncate(MOST);
    let told = |(_, name, open): (Fit, &str, usize)| Found {
        kind: Kind::Account,
        name: name.to_owned(),
        detail: t!("answers-find-open-deals", n = open),
    };
    found.into_iter().map(told).collect()
}

fn people(wanted: &str, lens: &Lens) -> Vec<Found> {
    let origins = lens.origins();
    let mut owners: Vec<&str> =
        origins.iter().filter_map(|(owner, _)| lens.book.text_of(*owner)).collect();
    owners.dedup();
    let names = owners.iter().map(|id| lens.people.person(id));
    let named = names.filter_map(|name| Some((fit(name, wanted)?, name)));
    let mut found: Vec<(Fit, &str)> = named.collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(MOST);
    let team = |name: &str| {
        let id = owners.iter().find(|id| lens.people.person(id) == name);
        id.and_then(|id| lens.people.team_on(id, lens.as_of.day))
            .unwrap_or(t!("answers-find-salesperson"))
            .to_owned()
    };
    let told = |(_, name): (Fit, &str)| Found {
        kind: Kind::Person,
        name: name.to_owned(),
        detail: team(name),
    };
    found.into_iter().map(told).collect()
}

/// How a name fits what is wanted, which is in small letters.
fn fit(name: &str, wanted: &str) -> Option<Fit> {
    // Most names are plain, and most do not fit: that is seen without a copy.
    let plain = name.is_ascii() && wanted.is_ascii();
    if plain
        && !name.as_bytes().windows(wanted.len()).any(|w| w.eq_ignore_ascii_case(wanted.as_bytes()))
    {
        return None;
    }
    let name = name.to_lowercase();
    let words = || name.split(|c: char| !c.is_alphanumeric());
    Some(match name.find(wanted)? {
        0 if name.len() == wanted.len() => Fit::Same,
        0 => Fit::Begins,
        _ if words().any(|word| word.starts_with(wanted)) => Fit::WordBegins,
        _ => Fit::Inside,
    })
}

impl Answer for FindAnswer {
    fn sentence(&self) -> String {
        match (self.text.as_str(), self.found.len()) {
            ("", _) => t!("answers-find-nothing-asked").into(),
            (text, 0) => t!("answers-find-none", text = text),
            (text, found) => t!("answers-find-all", n = found, text = text),
        }
    }

    fn tables(&self) -> Vec<Table> {
        let row = |found: &Found| {
            let kind = match found.kind {
                Kind::Deal => "deal",
                Kind::Account => "account",
                Kind::Person => "person",
            };
            let name = if found.kind == Kind::Deal {
                Cell::Deal(found.name.clone())
            } else {
                Cell::Text(found.name.clone())
            };
            vec![Cell::Text(kind.into()), name, Cell::Text(found.detail.clone())]
        };
        vec![Table {
            title: t!("answers-find-found").into(),
            columns: vec!["kind", "name", "detail"],
            rows: self.found.iter().map(row).collect(),
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit};

    #[test]
    fn the_beginning_counts_more_than_the_inside() {
        let fits = |name| fit(name, "nord");
        assert_eq!(fits("Nord"), Some(Fit::Same));
        assert_eq!(fits("Nordwind AG"), Some(Fit::Begins));
        assert_eq!(fits("Haus Nordlicht"), Some(Fit::WordBegins));
        assert_eq!(fits("Panorama-Südnord"), Some(Fit::Inside));
        assert_eq!(fits("Süd"), None);
        assert_eq!(fit("ÖKO GmbH", "öko"), Some(Fit::Begins));
    }
}
