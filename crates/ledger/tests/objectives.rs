//! The objective check against two hundred phrasings as people write them, labelled by hand and written
//! after the rules. Lines in odd places may be looked at when a rule is corrected; those in even places
//! are kept out of the rules' sight, and only their count is held here.

use ledger::objective::names_an_act;

const LIST: &str = include_str!("objectives.tsv");

/// Language, whether it names an act, text.
fn phrasings() -> impl Iterator<Item = (&'static str, bool, &'static str)> {
    LIST.lines().map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().expect("three cells a line");
        (cell(), cell() == "act", cell())
    })
}

fn wrong(rest: usize) -> Vec<&'static str> {
    let half = phrasings().enumerate().filter(|(i, _)| i % 2 == rest);
    half.filter(|(_, (_, act, text))| names_an_act(text) != *act).map(|(_, p)| p.2).collect()
}

#[test]
fn the_list_is_what_it_says() {
    let count =
        |language: &str, act: bool| phrasings().filter(|p| p.0 == language && p.1 == act).count();
    for language in ["en", "de"] {
        assert_eq!((count(language, true), count(language, false)), (50, 50), "{language}");
    }
}

#[test]
fn the_half_that_may_be_seen_is_read_right() {
    let wrong = wrong(0);
    assert!(wrong.is_empty(), "{} of 100 wrong: {wrong:#?}", wrong.len());
}

#[test]
fn the_half_that_may_not_be_seen_is_read_right() {
    let wrong = wrong(1).len();

    assert!(wrong <= 5, "{wrong} of 100 wrong");
}
