//! Where the sources use texts: each `t!("key", …)`, `rich!` and `key!`, and what it is given.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A use of a text.
pub(super) struct Call {
    pub(super) file: String,
    pub(super) key: String,
    pub(super) given: BTreeSet<String>,
}

/// All of them.
pub(super) fn all() -> Vec<Call> {
    let mut calls = Vec::new();
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        // Comments show calls that are none.
        let code: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect();
        for begin in ["t!(", "rich!(", "key!("] {
            for (at, _) in code.match_indices(begin) {
                let joined =
                    code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
                let inside = &code[at + begin.len()..];
                let Some(rest) = inside.trim_start().strip_prefix('"').filter(|_| !joined) else {
                    continue;
                };
                let (key, rest) = rest.split_once('"').unwrap();
                let file = path.display().to_string();
                calls.push(Call { file, key: key.to_owned(), given: names(rest) });
            }
        }
    }
    calls
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                return files(&path);
            }
            let is_code = path.extension().is_some_and(|end| end == "rs");
            // The macros themselves.
            let is_texts = path.ends_with("src/texts.rs");
            if is_code && !is_texts { vec![path] } else { Vec::new() }
        })
        .collect()
}

/// The names of what a call is given: `, n = …, who = …; link = …` up to the bracket that closes it.
fn names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let (mut found, mut argument) = (BTreeSet::new(), String::new());
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        if quoted {
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            continue;
        }
        match letter {
            // A bracket or quote as a letter: '(' or '"'.
            '\'' if matches!(letters.peek(), Some('(' | ')' | '{' | '}' | '"' | ',' | ';')) => {
                letters.next();
            }
            '"' => quoted = true,
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth -= 1,
            _ => {}
        }
        if depth < 0 || (depth == 0 && matches!(letter, ',' | ';')) {
            if let Some((name, _)) = argument.split_once('=') {
                found.insert(name.trim().to_owned());
            }
            argument.clear();
            if depth < 0 {
                break;
            }
        } else {
            argument.push(letter);
        }
    }
    found
}
