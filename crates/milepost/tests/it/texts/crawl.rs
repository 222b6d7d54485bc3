//! Every page in both languages: what of a German page is still English? Pages whose turn has not come stand in
//! `unconverted.txt`, which may only get shorter. What is left of each page is written to `target/texts-left.txt`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::audit::{pages, sample};
use crate::safety::{DATA, house};
use crate::tell::Company;
use crate::visit::{Server, send};

const UNCONVERTED: &str = include_str!("unconverted.txt");

/// Pages that there are only where people log in.
const OF_LOGINS: &[&str] = &["/account", "/people", "/login"];

/// What is there called as it is, the longest first, besides [`DATA`].
const OF_HOUSE: &[&str] = &["vi@example.com", "ana@example.com", "bob@example.com", "ana", "bob"];

/// Words that no German sentence has.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "is", "are", "for", "with", "no", "by", "on", "what", "which",
    "from", "than", "has", "have", "their", "it", "its", "not", "this", "that", "they", "be", "or",
    "as", "your", "you", "how", "who", "when", "where", "each", "all", "day", "days", "deals'",
];

/// Words that are the same in both languages, or names.
const SAME: &str = include_str!("same.txt");

/// What of a page is read: its words between tags, and what screen readers are given.
fn read(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        found.push(words.to_owned());
        let (inside, after) = tag.split_once('>').unwrap();
        for name in [" aria-label=\"", " title=\"", " placeholder=\"", " alt=\""] {
            let value = inside.split(name).nth(1).and_then(|value| value.split('"').next());
            found.extend(value.map(str::to_owned));
        }
        // Words in another language, and words of programs, say so.
        let skipped = [
            "code",
            "script",
            "style",
            "button lang=",
            "option value=\"en\" lang=",
            "option value=\"de\" lang=",
        ];
        let skip = skipped.iter().any(|begin| {
            inside[1..].strip_prefix(begin).is_some_and(|next| {
                begin.ends_with('=') || !next.starts_with(char::is_alphanumeric)
            })
        });
        rest = if skip {
            after.split_once('<').map_or("", |(words, _)| &after[words.len()..])
        } else {
            after
        };
    }
    let plain = |text: String| {
        text.replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
    };
    found
        .into_iter()
        .map(plain)
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

/// What the company itself calls things, the longest first: every text in its facts.
pub(super) fn data(company: &Company) -> Vec<String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let told = company.events.iter().map(|event| format!("{event:?}"));
    for text in told.chain([format!("{:?}", company.people)]) {
        names.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    let mut names: Vec<String> = names.into_iter().filter(|name| name.len() > 2).collect();
    // The longest first, so that no part of a name is left.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Words of a text that are English; `both` says that it is the same in English.
fn english(text: &str, both: bool) -> Option<&str> {
    let mut words =
        text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words.find(|word| {
        let small = word.to_lowercase();
        let named = small.len() > 2
            && word.chars().all(char::is_alphabetic)
            && !SAME.lines().any(|same| same == small);
        ENGLISH.contains(&small.as_str()) || (both && named)
    })
}

/// What is still English on a German page.
pub(super) fn left(english_page: &str, german_page: &str, data: &[String]) -> Vec<String> {
    let there: BTreeSet<String> = read(english_page).into_iter().collect();
    let mut found = BTreeSet::new();
    for text in read(german_page) {
        let both = there.contains(&text);
        if found.contains(&text) || english(&text, both).is_none() {
            continue;
        }
        let mut own = text.clone();
        for name in data.iter().filter(|name| name.len() <= text.len()) {
            if own.contains(name.as_str()) {
                own = own.replace(name.as_str(), "·");
            }
        }
        // A drawing breaks a name into lines.
        let is_part = both && data.iter().any(|name| name.contains(&own));
        if !is_part && english(&own, both).is_some() {
            found.insert(text);
        }
    }
    found.into_iter().collect()
}

pub(super) fn fetch(server: &Server, path: &str, language: &str, cookie: &str) -> String {
    let host = server.address;
    let line = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    let reply = send(host, &format!("{line}Accept-Language: {language}\r\n{cookie}\r\n"));
    let is_page = reply.body.contains(&format!("<html lang=\"{language}\">"));
    assert!(is_page, "{path}: {}", reply.head);
    reply.body
}

#[test]
fn no_german_page_speaks_english() {
    let company = sample();
    let server = Server::of(&company);
    let data = data(&company);
    let house = house("");
    let session = house.session("cy");
    let mut report = String::new();
    let (mut wrong, mut clean) = (Vec::new(), Vec::new());
    let waiting: BTreeSet<&str> = UNCONVERTED.lines().collect();
    let only = std::env::var("MILEPOST_TEXTS").unwrap_or_default();
    let is_asked = |name: &str| only.is_empty() || only.split(',').any(|one| one == name);
    let named = crate::audit::PAGES.iter().copied().zip(pages(&company));
    let named = named.chain([("/welcome", "/welcome".to_owned())]);
    let mut seen: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, path) in named.filter(|(name, _)| !OF_LOGINS.contains(name) && is_asked(name)) {
        let page = |language| fetch(&server, &path, language, "");
        seen.push((name, left(&page("en"), &page("de"), &data)));
    }
    let names = OF_HOUSE.iter().copied().chain(DATA).map(str::to_owned).collect::<Vec<_>>();
    for name in OF_LOGINS.iter().copied().filter(|name| is_asked(name)) {
        let cookie = if name == "/login" { "" } else { session.as_str() };
        let page = |language| fetch(&house.server, name, language, cookie);
        seen.push((name, left(&page("en"), &page("de"), &names)));
    }
    for (name, left) in &seen {
        let _ = writeln!(
            report,
            "{name}\n{}",
            left.iter().map(|text| format!("    {text}\n")).collect::<String>()
        );
        match (left.is_empty(), waiting.contains(name)) {
            (false, false) => wrong.push((*name, left)),
            (true, true) => clean.push(*name),
            _ => {}
        }
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    fs::create_dir_all(&target).unwrap();
    fs::write(target.join("texts-left.txt"), report).unwrap();
    assert!(wrong.is_empty(), "still English: {wrong:#?}");
    assert!(clean.is_empty(), "take these out of unconverted.txt: {clean:#?}");
}
