//! Spells and runs of deals told day by day.

use ledger::book::Book;
use ledger::event::{Event, Fact};
use ledger::process::{Milestone, Process};
use ledger::time::Moment;

use super::History;
use crate::tests_support::{act, day, lost, on, stage, won, worth};

fn told(events: &[Event], cut: i64) -> String {
    let milestones = ["Need", "Trial"].map(Milestone::named).to_vec();
    let process = Process { name: "Sale".into(), milestones, ..Process::default() };
    let book = Book::of(Moment::MAX, events);
    let history = History::known_before(day(cut), &book, &process);
    let at = |moment: Moment| (moment.0 - day(0).0) / ledger::time::DAY_MS;
    let spells = history.spells.iter().map(|s| {
        format!("{}:{}-{} ", s.place, at(s.from), s.to.map_or("".into(), |to| at(to).to_string()))
    });
    let runs = history.runs.iter().map(|run| {
        let end =
            run.end.map(|(to, won)| format!("{}{}", if won { "won " } else { "lost " }, at(to)));
        let amount = run.amount.map(|amount| amount.minor / 100);
        format!("| {}-{} {amount:?} ", at(run.from), end.unwrap_or_default())
    });
    spells.chain(runs).collect::<String>().trim_end().to_owned()
}

#[test]
fn a_deal_is_a_run_of_spells_until_its_end() {
    let events = [
        worth(on(1, "D", Fact::DealOpened), 10),
        on(3, "D", stage("Need")),
        worth(on(9, "D", stage("Trial")), 12),
        on(20, "D", won()),
    ];
    assert_eq!(told(&events, 30), "0:1-3 1:3-9 2:9-20 | 1-won 20 Some(12)");
    assert_eq!(told(&events, 9), "0:1-3 1:3- | 1- Some(10)");
    assert_eq!(told(&events, 1), "");
}

#[test]
fn what_became_known_later_is_not_in_it() {
    let mut late = on(3, "D", stage("Need"));
    late.known_at = day(15);
    let events = [on(1, "D", Fact::DealOpened), late];
    assert_eq!(told(&events, 15), "0:1- | 1- None");
    assert_eq!(told(&events, 16), "0:1-3 1:3- | 1- None");
}

#[test]
fn a_reopened_deal_begins_a_new_run() {
    let events = [
        on(1, "D", stage("Need")),
        on(5, "D", lost()),
        on(8, "D", stage("Need")),
        on(9, "D", won()),
    ];
    assert_eq!(told(&events, 30), "1:1-5 1:8-9 | 1-lost 5 None | 8-won 9 None");
}

#[test]
fn steps_of_one_moment_leave_no_spell_of_no_length_but_the_last() {
    let events = [on(1, "D", act("Need")), on(1, "D", act("Trial")), on(4, "D", lost())];
    assert_eq!(told(&events, 30), "2:1-4 | 1-lost 4 None");
    assert_eq!(told(&[on(2, "D", won())], 30), "0:2-2 | 2-won 2 None");
}
