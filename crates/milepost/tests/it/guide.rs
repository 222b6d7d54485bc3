//! The guide and the README are run: every ```console block, in order, in one folder a page.
//!
//! A block whose fence says `csv deals.csv` is written to that file. In a console block a line
//! that begins with `$ ` is a command; the lines after it are what it must print, where `…` alone on
//! a line stands for any lines, and `…` inside a line for any text. A block that is fenced as
//! `console fails` holds commands that must fail. The clicks of a page, in blocks fenced as `clicks`, are done
//! in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::browser_or_skip;
use crate::clicks::Hand;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A fenced block: what its fence says, and its text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(fence)) => open = Some((fence.trim().to_owned(), String::new())),
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

/// The commands of a console block, each with what it must print.
fn commands(block: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), found.last_mut()) {
            (Some(command), _) => found.push((command.to_owned(), Vec::new())),
            (None, Some((_, expected))) => expected.push(line.trim_end().to_owned()),
            (None, None) => panic!("a console block begins with a command: {line}"),
        }
    }
    found
}

/// Whether a line is as expected; `…` inside it stands for any text.
fn line_fits(expected: &str, line: &str) -> bool {
    let mut rest = line;
    let mut parts = expected.split('…');
    let Some(begin) = parts.next().and_then(|first| rest.strip_prefix(first)) else { return false };
    rest = begin;
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

fn fits(expected: &[String], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((any, rest)) if any == "…" => {
            (0..=printed.len()).any(|skip| fits(rest, &printed[skip..]))
        }
        Some((line, rest)) => printed
            .split_first()
            .is_some_and(|(first, more)| line_fits(line, first.trim_end()) && fits(rest, more)),
    }
}

fn run(command: &str, folder: &Path) -> (bool, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_milepost")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let ran = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env("COLUMNS", "100")
        .env_remove("MILEPOST_DB")
        .output()
        .unwrap();
    let printed = String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap();
    (ran.status.success(), printed)
}

/// Runs a page; returns how many commands it had.
fn check_page(page: &Path) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(page).unwrap();
    let (mut count, mut hand) = (0, None);
    for (fence, block) in blocks(&text) {
        if let Some(name) = fence.strip_prefix("csv ").or(fence.strip_prefix("toml ")) {
            fs::write(folder.path().join(name), block).unwrap();
        } else if fence == "clicks" {
            let Some(name) = browser_or_skip("the clicks of the guide") else { continue };
            hand.get_or_insert_with(|| Hand::of(name, folder.path())).run(&block, page);
        } else if fence.starts_with("console") {
            for (command, expected) in commands(&block) {
                let (well, printed) = run(&command, folder.path());
                let page = page.display();
                assert_eq!(well, fence != "console fails", "{page}: $ {command}\n{printed}");
                let lines: Vec<&str> = printed.lines().collect();
                let right = expected.is_empty() || fits(&expected, &lines);
                assert!(right, "{page}: $ {command}\nprinted:\n{printed}");
                count += 1;
            }
        }
    }
    count
}

#[test]
fn every_page_of_the_guide_says_what_happens() {
    let mut pages: Vec<_> = fs::read_dir(root().join("docs/guide"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    pages.sort();
    let commands: usize = pages.iter().map(|page| check_page(page)).sum();
    assert!(commands >= 10, "only {commands} commands in the guide");
}

/// Links and pictures between our own pages lead somewhere.
#[test]
fn every_link_of_the_guide_and_the_readme_leads_somewhere() {
    let folders = ["", "docs", "docs/guide", "docs/method", "docs/decisions"];
    let listed = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let pages = listed.map(|entry| entry.unwrap().path());
    let mut links = 0;
    for page in pages.filter(|path| path.extension().is_some_and(|e| e == "md")) {
        let text = fs::read_to_string(&page).unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://") && !target.contains(' ')) {
            let file = target.split('#').next().unwrap_or_default();
            let there = file.is_empty() || page.with_file_name(file).exists();
            assert!(there, "{}: ({target}) leads nowhere", page.display());
            links += 1;
        }
    }
    assert!(links >= 40, "only {links} links");
}

#[test]
fn a_page_that_lies_is_found() {
    let expected = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(fits(&expected("a\n…\nd … f"), &["a", "b", "c", "d e f"]));
    assert!(!fits(&expected("a\n…\nd"), &["a", "b"]));
    assert!(!fits(&expected("a"), &["a", "b"]));
    assert!(!line_fits("5 deals", "6 deals"));
}

/// `UPDATE_EXPECT=1 cargo test` writes the page anew after an addition to the list.
#[test]
fn the_page_of_problems_is_the_list_in_the_code() {
    let mut page = String::from(
        "# All problems\n\nEvery message about data has a code that never changes. `P1…` stop a file, \
         `P2…` a row of it\n(the others are used), `P3…` are faults of the record itself, found by \
         `milepost check`.\n\n| code | what is wrong | what to do |\n|---|---|---|\n",
    );
    for (_, code, title, remedy) in ledger::problem::LIST {
        page += &format!("| {code} | {title} | {remedy} |\n");
    }
    expect_test::expect_file!["../../../../docs/guide/problems.md"].assert_eq(&page);
}
