//! What an address says: a place, a form, and what is asked. Links are made here too, so that the
//! as-of date and the filters go along.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::http::Uri;
use clap::ValueEnum;
use serde::Deserialize;

use crate::answers::Refusal;
use crate::answers::among::Among;
use crate::answers::filter::Filter;
use crate::answers::status::By;
use crate::draw::Format;
pub(super) use crate::draw::link::encoded;
use crate::texts::t;

/// An address taken apart.
#[derive(Debug, Default)]
pub(super) struct Address {
    /// Its path without the ending.
    pub(super) path: String,
    /// What the ending asks for.
    pub(super) format: Format,
    /// The deal that the path names.
    pub(super) id: Option<String>,
    /// What stands behind the question mark.
    pub(super) asked: Asked,
}

/// What single pages understand, and keep when they are asked as of another day or in another form.
const PASSING: &[&str] = &[
    "since",
    "what_if",
    "department",
    "q",
    "show",
    "state",
    "reached",
    "opened_from",
    "opened_to",
    "closed_from",
    "closed_to",
    "won_from",
    "won_to",
    "sort",
];

/// Everything that can stand behind the question mark. A field left blank asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) as_of: Option<String>,
    pub(super) process: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) team: Option<String>,
    pub(super) source: Option<String>,
    pub(super) at: Option<String>,
    pub(super) min_amount: Option<String>,
    pub(super) max_amount: Option<String>,
    pub(super) stalled: Option<String>,
    pub(super) by: Option<String>,
    pub(super) period: Option<String>,
    /// The deal of which something has just been recorded.
    pub(super) recorded: Option<String>,
    pub(super) horizon: Option<String>,
    pub(super) every: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    /// What only one page understands.
    #[serde(flatten)]
    pub(super) other: BTreeMap<String, String>,
}

impl Address {
    /// Takes an address apart; `id` is the deal in its path.
    pub(super) fn read(uri: &Uri, id: Option<String>) -> Result<Address, Refusal> {
        let mut address = Address::place(uri, id);
        let Query(asked) = Query::<Asked>::try_from_uri(uri)
            .map_err(|error| Refusal(t!("pages-address-wrong", error = error.to_string())))?;
        address.asked = asked.without_blanks();
        Ok(address)
    }

    /// The place and the form only: they can be read from any address.
    pub(super) fn place(uri: &Uri, id: Option<String>) -> Address {
        let endings = [(".json", Format::Json), (".csv", Format::Csv)];
        let found = endings.iter().find_map(|(ending, format)| {
            uri.path().strip_suffix(ending).map(|path| (path, *format))
        });
        let (path, format) = found.unwrap_or((uri.path(), Format::Table));
        let ending = uri.path().len() - path.len();
        let id = id.map(|id| id[..id.len().saturating_sub(ending)].to_owned());
        Address { path: path.to_owned(), format, id, asked: Asked::default() }
    }
}

impl Asked {
    fn without_blanks(self) -> Asked {
        let kept = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        Asked {
            as_of: kept(self.as_of),
            process: kept(self.process),
            owner: kept(self.owner),
            team: kept(self.team),
            source: kept(self.source),
            at: kept(self.at),
            min_amount: kept(self.min_amount),
            max_amount: kept(self.max_amount),
            stalled: kept(self.stalled),
            by: kept(self.by),
            period: kept(self.period),
            recorded: kept(self.recorded),
            horizon: kept(self.horizon),
            every: kept(self.every),
            from: kept(self.from),
            to: kept(self.to),
            other: self.other,
        }
    }

    /// Which deals are asked for.
    pub(super) fn filter(&self) -> Filter {
        let (owner, team, source) = (&self.owner, &self.team, &self.source);
        Filter { owner: owner.clone(), team: team.clone(), source: source.clone() }
    }

    /// Which of them, by where they stand.
    pub(super) fn among(&self) -> Result<Among, Refusal> {
        let amount = |text: &Option<String>| {
            let Some(text) = text.as_deref() else { return Ok(None) };
            let wrong = || Refusal(t!("pages-no-amount", text = text));
            let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            number.map(Some).ok_or_else(wrong)
        };
        let (min_amount, max_amount) = (amount(&self.min_amount)?, amount(&self.max_amount)?);
        let stalled = matches!(self.stalled.as_deref(), Some("yes" | "true" | "1"));
        Ok(Among { at: self.at.clone(), min_amount, max_amount, stalled })
    }

    /// What to group by, if anything was asked.
    pub(super) fn by(&self) -> Result<Option<By>, Refusal> {
        let Some(text) = self.by.as_deref() else { return Ok(None) };
        By::from_str(text, true).map(Some).map_err(|_| Refusal(t!("pages-no-group", text = text)))
    }

    /// What goes along to every other page.
    pub(super) fn lasting(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("as_of", &self.as_of),
            ("process", &self.process),
            ("owner", &self.owner),
            ("team", &self.team),
            ("source", &self.source),
            ("at", &self.at),
            ("min_amount", &self.min_amount),
            ("max_amount", &self.max_amount),
            ("stalled", &self.stalled),
        ];
        said(&all)
    }

    /// What only this page was asked.
    pub(super) fn passing(&self) -> Vec<(&'static str, &str)> {
        let (by, period) = (("by", &self.by), ("period", &self.period));
        let (horizon, every) = (("horizon", &self.horizon), ("every", &self.every));
        let mut pairs = said(&[by, period, horizon, every, ("from", &self.from), ("to", &self.to)]);
        let other = |name| self.other.get(name).map(|value| (name, value.as_str()));
        pairs.extend(
            PASSING.iter().copied().filter_map(other).filter(|(_, value)| !value.trim().is_empty()),
        );
        pairs
    }

    /// A link to another page.
    pub(super) fn to(&self, path: &str) -> String {
        link(path, self.lasting())
    }

    /// A link to another page, with some things asked besides; what is asked of the same already gives way.
    pub(super) fn besides(&self, path: &str, pairs: &[(&'static str, &str)]) -> String {
        let kept = self.lasting().into_iter();
        let kept = kept.filter(|(name, _)| pairs.iter().all(|(other, _)| other != name));
        link(path, kept.chain(pairs.iter().copied().filter(|pair| !pair.1.is_empty())))
    }

    /// A link to another page, with its deals grouped.
    pub(super) fn grouped(&self, path: &str, by: &str) -> String {
        let by = Some(("by", by)).filter(|pair| !pair.1.is_empty());
        link(path, self.lasting().into_iter().chain(by))
    }

    /// A link to the same answer in another form.
    pub(super) fn form(&self, address: &Address, ending: &str) -> String {
        let pairs = self.lasting().into_iter().chain(self.passing());
        link(&format!("{}.{ending}", address.path), pairs)
    }

    /// A link to a deal.
    pub(super) fn deal(&self, id: &str) -> String {
        self.to(&format!("/deals/{}", encoded(id)))
    }

    /// A link to a deal of which something has just been recorded: its newest revision.
    pub(super) fn recorded(&self, id: &str, revision: usize) -> String {
        let revision = revision.to_string();
        let pairs = self.lasting().into_iter().chain([("recorded", revision.as_str())]);
        link(&format!("/deals/{}", encoded(id)), pairs)
    }

    /// A link to what can be written of a deal.
    pub(super) fn at(&self, place: &str, id: &str) -> String {
        self.to(&format!("/{place}/{}", encoded(id)))
    }

    /// A link to the same question at `path`, with one thing asked otherwise; nothing for "".
    pub(super) fn with(&self, path: &str, key: &str, value: &str) -> String {
        let pairs = self.lasting().into_iter().chain(self.passing());
        let kept = pairs.filter(|(name, _)| *name != key);
        link(path, kept.chain([(key, value)].into_iter().filter(|pair| !pair.1.is_empty())))
    }
}

fn said<'a>(all: &[(&'static str, &'a Option<String>)]) -> Vec<(&'static str, &'a str)> {
    all.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?))).collect()
}

fn link<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut link = path.to_owned();
    for (i, (name, value)) in pairs.into_iter().enumerate() {
        link.push(if i == 0 { '?' } else { '&' });
        link.push_str(name);
        link.push('=');
        link.push_str(&encoded(value));
    }
    link
}

#[cfg(test)]
mod tests {
    use super::{Address, Asked};
    use crate::draw::Format;

    fn read(uri: &str, id: Option<&str>) -> Address {
        Address::read(&uri.parse().unwrap(), id.map(str::to_owned)).unwrap()
    }

    #[test]
    fn the_ending_names_the_form() {
        assert_eq!(read("/next", None).format, Format::Table);
        let json = read("/next.json?owner=Ana+B&team=", None);
        assert_eq!((json.path.as_str(), json.format), ("/next", Format::Json));
        assert_eq!(json.asked.owner.as_deref(), Some("Ana B"));
        assert_eq!(json.asked.team, None);
    }

    #[test]
    fn an_id_may_look_like_an_ending() {
        let asked = Asked { as_of: Some("2026-01-01".into()), ..Asked::default() };
        let link = asked.deal("a/b?ü.json");
        assert_eq!(link, "/deals/a%2Fb%3F%C3%BC%2Ejson?as_of=2026-01-01");
        assert_eq!(read(&link, Some("a/b?ü.json")).id.as_deref(), Some("a/b?ü.json"));
        let json = read("/deals/x.json.json", Some("x.json.json"));
        assert_eq!((json.id.as_deref(), json.format), (Some("x.json"), Format::Json));
        let csv = read("/deals/x%2Ejson.csv", Some("x.json.csv"));
        assert_eq!((csv.id.as_deref(), csv.format), (Some("x.json"), Format::Csv));
    }

    #[test]
    fn links_keep_what_was_asked() {
        let asked = read("/pipeline?as_of=2026-01-01&owner=Ana+B&by=team", None).asked;
        assert_eq!(asked.to("/next"), "/next?as_of=2026-01-01&owner=Ana%20B");
        assert_eq!(asked.with("/pipeline", "owner", ""), "/pipeline?as_of=2026-01-01&by=team");
    }
}
