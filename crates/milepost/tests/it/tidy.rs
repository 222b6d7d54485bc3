//! House rules, executed: budgets of size, arrows between rooms, words that do not belong.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 500;
const MEDIAN_FILE: usize = 120;
const LONGEST_FUNCTION: usize = 70;
const MEDIAN_FUNCTION: usize = 10;

/// Who may look where inside the program. Crates are kept apart by Cargo.
const ARROWS: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "answers", "clock", "demo", "draw", "import", "live", "mail", "people", "problems",
            "settings", "store", "texts", "web", "bench",
        ],
    ),
    (
        "web",
        &[
            "answers", "clock", "draw", "import", "live", "mail", "people", "problems", "settings",
            "texts",
        ],
    ),
    ("mail", &["answers", "clock", "draw", "live", "people", "settings", "texts"]),
    ("live", &["answers", "clock", "import", "people", "settings", "store", "texts"]),
    ("answers", &["people", "problems", "settings", "texts"]),
    ("draw", &["answers", "texts"]),
    ("import", &["people", "problems", "texts"]),
    ("store", &[]),
    ("people", &["texts"]),
    ("problems", &["texts"]),
    ("settings", &["texts"]),
    ("texts", &[]),
    ("clock", &[]),
];

/// Words of selling that the store must not know.
const SALES_WORDS: &[&str] = &["deal", "milestone", "commitment", "forecast", "pipeline", "quota"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Production code: source files without their test modules.
fn sources() -> Vec<(String, String)> {
    let crates = ["ledger", "insight", "milepost"].map(|name| root().join("crates").join(name));
    let all = crates.iter().flat_map(|folder| files(&folder.join("src"), "rs"));
    let code = all.filter(|path| !path.ends_with("tests.rs") && !path.ends_with("samples.rs"));
    code.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        (path.strip_prefix(root()).unwrap().display().to_string(), code)
    })
    .collect()
}

/// Length of each function, by the indentation that rustfmt gives its closing brace.
fn functions(code: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        let is_function =
            ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "async fn ", "pub async fn "]
                .iter()
                .any(|begin| words.starts_with(begin));
        if !is_function {
            continue;
        }
        let close = format!("{indent}}}");
        let body = lines[start..].iter().take_while(|line| ***line != close);
        let length = if line.ends_with('}') || line.ends_with(';') { 1 } else { body.count() + 1 };
        found.push((words.to_owned(), length));
    }
    found
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

#[test]
fn files_and_functions_keep_their_budgets() {
    let sources = sources();
    let long: Vec<_> = sources
        .iter()
        .filter(|(_, code)| code.lines().count() > LONGEST_FILE)
        .map(|s| &s.0)
        .collect();
    assert!(long.is_empty(), "files over {LONGEST_FILE} lines; split them: {long:?}");
    let lengths = sources.iter().map(|(_, code)| code.lines().count()).collect();
    let middle = median(lengths);
    assert!(middle <= MEDIAN_FILE, "half of all files have over {middle} lines");

    let functions: Vec<_> = sources
        .iter()
        .flat_map(|(file, code)| functions(code).into_iter().map(move |f| (file, f)))
        .collect();
    let long: Vec<_> = functions.iter().filter(|(_, f)| f.1 > LONGEST_FUNCTION).collect();
    assert!(long.is_empty(), "functions over {LONGEST_FUNCTION} lines; split them: {long:?}");
    let middle = median(functions.iter().map(|(_, f)| f.1).collect());
    assert!(middle <= MEDIAN_FUNCTION, "half of all functions have over {middle} lines");
}

#[test]
fn rooms_look_only_where_arrows_point() {
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        let Some(inside) = file.strip_prefix("crates/milepost/src/") else { continue };
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        let Some(allowed) = arrows.get(room) else { continue };
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let seen =
                rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let is_room = arrows.contains_key(seen);
            if is_room && seen != room && !allowed.contains(&seen) {
                wrong.push(format!("{file} looks into {seen}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_store_knows_no_sales_words() {
    for (file, code) in sources().iter().filter(|(file, _)| file.contains("src/store")) {
        let text = code.to_lowercase();
        let known: Vec<_> = SALES_WORDS.iter().filter(|word| text.contains(**word)).collect();
        assert!(known.is_empty(), "{file} speaks of {known:?}");
    }
}

/// A crate's clippy.toml stands alone: nothing but this test keeps the two alike.
#[test]
fn the_pure_crates_ban_the_same() {
    let bans = |name: &str| {
        let file = root().join("crates").join(name).join("clippy.toml");
        fs::read_to_string(file).unwrap()
    };
    assert_eq!(bans("ledger"), bans("insight"));
    assert!(bans("ledger").contains("std::time::SystemTime::now"));
}

#[test]
fn nothing_is_left_undone_and_every_file_says_what_it_is_for() {
    for (file, code) in sources() {
        for word in ["TODO", "FIXME", "XXX ", "unimplemented!", "use super::*"] {
            assert!(!code.contains(word), "{file} has {word}");
        }
        let commented = code.starts_with("//!") || file.contains("/cli/");
        assert!(commented, "{file} has no door comment");
    }
}

#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (room, _) in ARROWS {
        assert!(map.contains(&format!("`{room}")), "ARCHITECTURE.md does not name `{room}`");
    }
}

#[test]
fn every_word_of_the_vocabulary_has_its_type() {
    let vocabulary = fs::read_to_string(root().join("docs/vocabulary.md")).unwrap();
    let sources = sources();
    let rows = vocabulary.lines().filter(|line| line.starts_with("| **"));
    let mut words = 0;
    for row in rows {
        words += 1;
        let bearer = row.split('|').nth(3).unwrap().trim().trim_matches('`');
        let name = bearer.rsplit("::").next().unwrap();
        let borne = sources.iter().any(|(_, code)| {
            ["struct", "enum", "trait", "type", "fn"]
                .iter()
                .any(|kind| code.contains(&format!("{kind} {name}")))
                || code.contains(&format!("    {name}"))
        });
        assert!(borne, "no type or variant {name} for: {row}");
    }
    assert!(words >= 10);
}
