//! The rules by which the names of sources are tidied: data, shown to the user wherever they change
//! something. Nothing is dropped by them.

use std::collections::{BTreeMap, BTreeSet};

use crate::texts::t;
use serde::Deserialize;

/// The rules that everybody begins with.
const USUAL: &str = include_str!("sources.toml");

/// What source names mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRules {
    /// Keys of names that say nothing.
    not_known: BTreeSet<String>,
    /// Key of a name to the name that stands for it.
    names: BTreeMap<String, String>,
}

/// As it stands in a settings file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct File {
    not_known: Option<Vec<String>>,
    names: BTreeMap<String, Vec<String>>,
}

impl SourceRules {
    /// The usual rules, with what a company has set.
    pub(super) fn with(own: &File) -> Result<SourceRules, String> {
        let usual: File = toml::from_str(USUAL).map_err(|error| error.to_string())?;
        let not_known = own.not_known.as_ref().or(usual.not_known.as_ref());
        let mut rules = SourceRules {
            not_known: not_known.into_iter().flatten().map(|name| key(name)).collect(),
            names: BTreeMap::new(),
        };
        for (name, others) in usual.names.iter().chain(&own.names) {
            for other in others.iter().chain([name]) {
                let before = rules.names.insert(key(other), name.clone());
                if let Some(before) = before.filter(|before| before != name) {
                    return Err(t!(
                        "live-settings-sources",
                        name = other,
                        one = before,
                        other = name
                    ));
                }
            }
        }
        Ok(rules)
    }

    /// What a name is compared by; `None` where it says nothing.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<String> {
        let own = key(name);
        let own = self.names.get(&own).map_or(own, |name| key(name));
        (!self.not_known.contains(&own)).then_some(own)
    }

    /// The name that the company has given to what a name is compared by.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        self.names.get(&key(name)).map(String::as_str)
    }
}

/// A name without case, spaces, `_` and `-`; signs alone stay as they are.
fn key(name: &str) -> String {
    let bare = |c: &char| !c.is_whitespace() && *c != '_' && *c != '-';
    let letters: String = name.chars().filter(bare).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { name.trim().to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::{File, SourceRules};

    fn rules(own: &str) -> SourceRules {
        SourceRules::with(&toml::from_str::<File>(own).unwrap()).unwrap()
    }

    #[test]
    fn spellings_of_one_source_are_one() {
        let usual = rules("");
        assert_eq!(usual.key("Google"), usual.key(" google "));
        assert_eq!(usual.key("Trade fair"), usual.key("trade_fair"));
        assert_ne!(usual.key("Google"), usual.key("Google Ads"));
        for blank in ["", "  ", "Unknown", "-- Select --", "Select", "NaN", "(not set)", "-"] {
            assert_eq!(usual.key(blank), None, "{blank}");
        }
    }

    #[test]
    fn a_company_sets_its_own() {
        let own = rules("not_known = ['web']\nnames.Google = ['adwords', 'goog']");
        assert_eq!((own.key("AdWords"), own.key("web")), (own.key("google"), None));
        assert_eq!((own.given("goog"), own.given("bing")), (Some("Google"), None));
        assert!(own.key("unknown").is_some(), "its own list stands in place of the usual one");
        let twice = toml::from_str::<File>("names.A = ['x']\nnames.B = ['X']").unwrap();
        assert!(SourceRules::with(&twice).unwrap_err().contains("as 'A' and as 'B'"));
    }
}
