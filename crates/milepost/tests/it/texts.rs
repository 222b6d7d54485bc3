//! Texts: both catalogues say the same, the sources use what is there, and no page mixes the languages.

mod calls;
mod chosen;
mod crawl;
mod first;
mod heads;

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use milepost::texts::{ENGLISH, GERMAN};

/// The variables of each text of a catalogue.
fn variables(rooms: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (room, text) in rooms {
        let mut key = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| !c.is_whitespace() && c != '}') {
                let name =
                    line.split_once('=').unwrap_or_else(|| panic!("{room}: {line}")).0.trim();
                assert!(
                    all.insert(name.to_owned(), BTreeSet::new()).is_none(),
                    "{name} is said twice"
                );
                key = Some(name.to_owned());
            }
            let Some(key) = &key else { continue };
            for rest in line.split('$').skip(1) {
                let end =
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                all.get_mut(key).unwrap().insert(rest[..end].to_owned());
            }
        }
    }
    all
}

#[test]
fn every_file_of_texts_can_be_read() {
    for (room, text) in ENGLISH.iter().chain(GERMAN) {
        let read = FluentResource::try_new((*text).to_owned());
        assert!(read.is_ok(), "{room}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn every_text_stands_in_both_languages_with_the_same_variables() {
    let (english, german) = (variables(ENGLISH), variables(GERMAN));
    assert!(english.len() > 100);
    let differs = |key: &&String| english.get(*key) != german.get(*key);
    let wrong: BTreeSet<_> = english.keys().chain(german.keys()).filter(differs).collect();
    assert!(wrong.is_empty(), "only in one language, or with other variables: {wrong:#?}");
}

#[test]
fn the_same_key_stands_in_the_same_room() {
    for ((room, english), (_, german)) in ENGLISH.iter().zip(GERMAN) {
        let keys = |text: &str| variables(&[("", text)]).into_keys().collect::<BTreeSet<_>>();
        assert_eq!(keys(english), keys(german), "{room}");
    }
}

#[test]
fn the_sources_use_every_text_and_fill_it_in() {
    let (known, mut used, mut wrong) = (variables(ENGLISH), BTreeSet::new(), Vec::new());
    for call in calls::all() {
        match known.get(&call.key) {
            None => wrong.push(format!("{}: there is no text {}", call.file, call.key)),
            Some(variables) if *variables != call.given => {
                wrong.push(format!(
                    "{}: {} takes {variables:?}, not {:?}",
                    call.file, call.key, call.given
                ));
            }
            Some(_) => {}
        }
        used.insert(call.key);
    }
    wrong.extend(
        known.keys().filter(|key| !used.contains(*key)).map(|key| format!("nothing uses {key}")),
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}
