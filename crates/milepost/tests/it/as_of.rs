//! An answer as of a past day never changes, whatever is recorded later: of any deal, old or new,
//! of any kind, and also where it says that something happened long ago.

use ledger::event::Event;
use milepost::answers::check::Check;
use milepost::answers::deal::DealStory;
use milepost::answers::forecast::{Forecast, PeriodName};
use milepost::answers::next::Next;
use milepost::answers::process::ShowProcess;
use milepost::answers::status::{By, Status};
use milepost::draw::Format;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::{prop_assert_eq, prop_oneof, proptest};

use crate::tell::{Company, events};

/// The day that is asked about; the story runs from 70 days before it to 70 days after.
const CUT: &str = "2026-03-12";
const FIRST_DAY: i32 = 20_454;
const DAYS: i32 = 140;

fn day(offset: i32) -> String {
    ledger::time::Day(FIRST_DAY + offset).to_string()
}

/// What can be said of a deal, in the notation of `tell`.
fn saying() -> impl Strategy<Value = String> {
    let step = || select(vec!["Need", "Trial", "Terms", "poc", "Budget"]);
    let offset = || 0..DAYS;
    let who = || select(vec!["ana", "bob", "cem"]);
    prop_oneof![
        (who(), 1..99_i64).prop_map(|(who, n)| format!("opened by {who} {n}00 EUR source web")),
        (1..99_i64, offset()).prop_map(|(n, d)| format!("changed {n}00 EUR close {}", day(d))),
        who().prop_map(|who| format!("changed owner {who} source fair account Acme")),
        step().prop_map(|step| format!("reached {step}")),
        step().prop_map(|step| format!("stage {step}")),
        step().prop_map(|step| format!("undone {step}")),
        step().prop_map(|step| format!("did {step}")),
        (step(), offset()).prop_map(|(s, d)| format!("commits to {s} due {}", day(d))),
        offset().prop_map(|d| format!("moved due {}", day(d))),
        offset().prop_map(|d| format!("plans a visit due {}", day(d))),
        offset().prop_map(|d| format!("unsays {}", day(d))),
        select(vec!["held advance", "held continuation", "kept", "broke", "reopened"])
            .prop_map(str::to_owned),
        Just("won".to_owned()),
        Just("lost because too dear".to_owned()),
    ]
}

/// A fact of one of a few deals, known on some days of the story, happened any time up to its end.
fn fact(known: std::ops::Range<i32>) -> impl Strategy<Value = String> {
    let of_deal = (0..DAYS, 0..9, saying(), known.clone()).prop_map(|(at, deal, saying, known)| {
        format!("{} D{deal} {saying} known {}", day(at), day(known))
    });
    let process = select(vec!["Need > Trial (poc) > Terms", "Budget > Terms > Need", "poc > Need"]);
    let of_company = (process, known).prop_map(|(steps, known)| {
        format!("{} process Sale: {steps} known {}", day(known), day(known))
    });
    prop_oneof![30 => of_deal, 1 => of_company]
}

/// Enough closed deals for a forecast; the random facts are about some of them too.
fn base() -> String {
    let mut story = format!("{} process Sale: Need > Trial (poc) > Terms\n", day(0));
    for deal in 0..50 {
        let end = if deal % 2 == 0 { "won" } else { "lost" };
        let told = format!(
            "{} D{deal} opened by ana {}00 EUR source web\n{} D{deal} reached Need\n{} D{deal} {end}\n",
            day(deal % 9),
            deal + 1,
            day(10 + deal % 7),
            day(20 + deal),
        );
        story.push_str(&told);
    }
    story
}

/// Every answer as of the cut, as programs read it.
fn answers(events: Vec<Event>) -> Vec<String> {
    let company = Company { events, ..Company::default() };
    let mut all = Vec::new();
    for by in [By::Milestone, By::Owner, By::Team, By::Source] {
        all.push(company.drawn(CUT, &Status { by, ..Status::default() }, Format::Json));
    }
    for deal in ["D1", "D2", "D3", "D60"] {
        all.push(company.drawn(CUT, &DealStory { id: deal.into() }, Format::Json));
    }
    all.push(company.drawn(CUT, &Next::default(), Format::Json));
    all.push(company.drawn(CUT, &Check, Format::Json));
    all.push(company.drawn(CUT, &ShowProcess, Format::Json));
    for by in [None, Some(By::Owner), Some(By::Milestone)] {
        let question = Forecast { period: PeriodName::ThisQuarter, by, ..Forecast::default() };
        all.push(company.drawn(CUT, &question, Format::Json));
    }
    all
}

proptest! {
    #[test]
    fn what_is_learned_later_changes_no_answer_about_the_past(
        early in vec(fact(0..DAYS / 2), 1..40),
        late in vec((fact(DAYS / 2..DAYS), any::<Index>()), 1..40),
    ) {
        let known = events(&(base() + &early.join("\n")));
        let before = answers(known.clone());
        let mut all = known;
        for (told, place) in &late {
            // A ledger only grows at its end; an answer should not depend even on that.
            let place = place.index(all.len() + 1);
            all.insert(place, events(told).remove(0));
        }
        prop_assert_eq!(before, answers(all));
    }
}

#[test]
fn the_cut_lies_between_what_is_early_and_what_is_late() {
    assert_eq!(day(DAYS / 2), CUT);
    let enough = answers(events(&base()));
    assert!(enough.iter().filter(|answer| answer.contains("won_so_far")).count() == 3);
    let early = events(&format!("{} D1 opened 100 EUR", day(DAYS / 2 - 1)));
    let late = events(&format!("{} D1 won known {}", day(3), day(DAYS / 2)));
    let both = [early.clone(), late.clone()].concat();
    assert_eq!(answers(both), answers(early.clone()));
    let back_dated: Vec<Event> =
        late.into_iter().map(|event| Event { known_at: event.happened_at, ..event }).collect();
    assert_ne!(answers([early.clone(), back_dated].concat()), answers(early), "the test can fail");
}
