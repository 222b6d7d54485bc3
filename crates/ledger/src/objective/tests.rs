//! Objectives that everybody would judge alike. The labelled list is in `tests/objectives.rs`.

use super::{Lack, Reading, by_when, names_an_act, read, with_day, without_day};

#[test]
fn an_act_of_the_customer_is_one() {
    for text in [
        "Confirm in writing what the water loss costs a year and who answers for it",
        "Send the last twelve water bills by Friday",
        "Bring the person who decides to a meeting of thirty minutes, with a date",
        "Sign the trial agreement with its place, its dates and its measure of success",
        "Walk the line with us and mark where the sensors would sit",
        "Sign the trial report and present it to the person who decides",
        "Agree which measurement is missing and repeat it within a week",
        "Have finance release the budget and give us the project number",
        "Name the meeting in which the budget is decided, and let us write the page for it",
        "Confirm the final terms and name the day of signature",
        "Sign the order and return it",
        "Name the day on which the order will be signed",
        "Agree on Trial held and a date for it",
        "Agree on a next step and a date for it",
        "CFO signs off on the budget by Friday",
        "get them to introduce us to the plant manager",
        "Kunde unterschreibt den Testvertrag bis Freitag",
        "Einkauf bestätigt die Konditionen schriftlich",
        "Freigabe vom CFO einholen",
        "Have the CIO call our reference",
        "intro to the plant manager",
    ] {
        assert!(names_an_act(text), "{text}: {:?}", read(text));
    }
}

#[test]
fn what_we_learn_or_do_or_hope_is_none() {
    for (text, lack) in [
        ("learn about their budget", Lack::Learning),
        ("present the product", Lack::Ours),
        ("follow up", Lack::Ours),
        ("Angebot nachfassen", Lack::Ours),
        ("Bedarf ermitteln", Lack::Learning),
        ("find out who signs", Lack::Learning),
        ("Klären, wer unterschreibt", Lack::Learning),
        ("customer understands our value", Lack::Feeling),
        ("Kunde ist begeistert", Lack::Feeling),
        ("send them the quote", Lack::Ours),
        ("discuss budget and approval", Lack::Ours),
        ("they call us back", Lack::Feeling),
        ("intro to our roadmap", Lack::Vague),
        ("the big one", Lack::Vague),
        (" … ", Lack::Empty),
    ] {
        assert_eq!(read(text), Reading::NoAct(lack), "{text}");
    }
}

#[test]
fn it_is_seen_whether_a_day_is_named() {
    assert_eq!(read("Sign the order by Friday"), Reading::Act { dated: true });
    assert_eq!(read("Sign the order"), Reading::Act { dated: false });
}

#[test]
fn a_day_is_put_behind_an_objective_and_taken_off() {
    let day = "2026-12-09".parse().unwrap();
    let dated = with_day("Sign the order.", Some(day));
    assert_eq!(dated, "Sign the order, by 2026-12-09");
    assert_eq!(by_when(&dated), Some(day));
    assert_eq!(without_day(&dated), "Sign the order");
    assert_eq!(with_day(&dated, Some(day.plus(3))), dated);
    assert_eq!(without_day("Sign the order"), "Sign the order");
}
