//! What commands print in German: heads of tables and kinds of facts; what programs read stays as it is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use milepost::live::Live;
use milepost::texts::GERMAN;
use tempfile::TempDir;

use crate::tell::tell;

/// Every column of an answer, as the sources name it.
fn columns(folder: &Path, found: &mut BTreeSet<String>) {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for file in files.collect::<Vec<PathBuf>>() {
        if file.is_dir() {
            columns(&file, found);
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for (at, _) in text.match_indices("columns").chain(text.match_indices("COLUMNS")) {
            // `columns: vec![…]`, `let columns = vec![…]`, `const COLUMNS: [&str; 17] = […]`.
            let rest = &text[at + "columns".len()..];
            let open = rest.find("[\n").into_iter().chain(rest.find("[\"")).min();
            let Some(open) = open.filter(|open| *open < 32) else { continue };
            let list = rest[open..].split(']').next().unwrap();
            found.extend(list.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
}

#[test]
fn every_head_of_a_table_has_a_german_name() {
    let mut all = BTreeSet::new();
    columns(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/answers"), &mut all);
    assert!(all.len() > 150, "{all:?}");
    // What is only given to programs: nobody reads its heads.
    let pages = ["id", "scopes", "setting", "since", "until"];
    let draw = GERMAN.iter().find(|(room, _)| *room == "draw").unwrap().1;
    let named = |column: &&String| draw.contains(&format!("\n    [{column}] "));
    let lacking: Vec<_> = all
        .iter()
        .filter(|column| !column.is_empty() && !pages.contains(&column.as_str()))
        .filter(|column| !named(column))
        .collect();
    assert!(lacking.is_empty(), "add to draw-head in de/draw.ftl: {lacking:?}");
}

#[test]
fn a_german_command_line_says_german_words_and_gives_programs_the_same() {
    let folder = TempDir::new().unwrap();
    let db = folder.path().join("milepost.db");
    let company = tell(
        "2026-01-01 process Sale: Need agreed > Trial held
         2026-01-05 D1 opened by ana 1200 EUR account Acme",
    );
    Live::open(&db).unwrap().append(&company.events, &company.people).unwrap();
    let run = |language: &str, arguments: &[&str]| {
        fs::write(folder.path().join("milepost.toml"), format!("language = '{language}'")).unwrap();
        let program = env!("CARGO_BIN_EXE_milepost");
        let ran = Command::new(program).arg("--db").arg(&db).args(arguments).output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    };
    let reached = run("de", &["deal", "reached", "D1", "Need agreed"]);
    assert_eq!(reached, "Für D1 erfasst: Meilenstein erreicht.\n");
    let held = run("de", &["call", "held", "D1", "--continuation"]);
    assert_eq!(held, "Für D1 erfasst: Kundengespräch geführt.\n");
    for (command, head, words) in [
        ("deals", "Kunde", "offen"),
        ("audit", "festgehalten", "Kundengespräch geführt"),
        ("status", "mit Zusage", "Need agreed"),
    ] {
        let told = run("de", &[command]);
        assert!(told.contains(head) && told.contains(words), "{told}");
        assert!(!told.contains("account") && !told.contains("CallHeld"), "{told}");
        for format in ["json", "csv"] {
            let of = |language| {
                let all = run(language, &[command, "--format", format]);
                // The moment of asking is another one each time.
                all.lines().filter(|l| !l.contains("as_of")).map(str::to_owned).collect::<Vec<_>>()
            };
            assert_eq!(of("de"), of("en"), "{command} as {format}");
        }
    }
}
