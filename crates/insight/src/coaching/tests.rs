//! Coaching against manufactured teams: known weak milestones, and teams in which all are alike.

use ledger::book::Book;
use ledger::event::{Event, Fact};
use ledger::process::{Milestone, Process};
use ledger::time::Moment;

use super::{Effect, effects};
use crate::demo::dice::Dice;
use crate::history::History;
use crate::tests_support::{act, lost, on, won};

const MILESTONES: usize = 4;

/// A team of six with so many closed deals each; `weak[seller]` is the step that comes half as often.
fn team(seed: u64, deals: usize, weak: &[Option<usize>]) -> Vec<Effect> {
    let mut dice = Dice::new(seed, 7);
    let (mut events, mut sellers) = (Vec::<Event>::new(), Vec::new());
    for (seller, weak) in weak.iter().enumerate() {
        for deal in 0..deals {
            live(&mut events, &mut dice, &format!("S{seller}-{deal}"), *weak);
            sellers.push(Some(seller));
        }
    }
    let book = Book::of(Moment::MAX, &events);
    let names = (0..MILESTONES).map(|i| Milestone::named(&format!("M{i}")));
    let process = Process { milestones: names.collect(), ..Process::default() };
    let history = History::known_before(Moment::MAX, &book, &process);
    effects(&book, &history, &sellers, MILESTONES, book.latest_known())
}

/// A deal takes its next step with 9 % a day and is lost with 2 %; at the weak step with 3 % a day.
fn live(events: &mut Vec<Event>, dice: &mut Dice, id: &str, weak: Option<usize>) {
    let mut today = i64::from(dice.between(0, 700));
    events.push(on(today, id, Fact::DealOpened));
    let mut place = 0;
    loop {
        today += 1;
        let pace = if weak == Some(place) { 0.03 } else { 0.09 };
        if dice.chance(0.02) {
            return events.push(on(today, id, lost()));
        }
        if dice.chance(pace) {
            if place == MILESTONES {
                return events.push(on(today, id, won()));
            }
            events.push(on(today, id, act(&format!("M{place}"))));
            place += 1;
        }
    }
}

/// The place where a salesperson is slowest, and whether that is called real.
fn weakest(effects: &[Effect], seller: usize) -> Option<(usize, bool)> {
    let own = effects.iter().filter(|effect| effect.seller == seller);
    own.min_by(|a, b| a.z.total_cmp(&b.z)).map(|effect| (effect.place, effect.real))
}

#[test]
fn the_weak_milestone_is_named() {
    let weak: Vec<Option<usize>> = (0..6).map(|seller| Some(seller % 4)).collect();
    let (mut right, mut all) = (0, 0);
    for seed in 0..30 {
        let effects = team(seed, 45, &weak);
        for (seller, truth) in weak.iter().enumerate() {
            all += 1;
            right += usize::from(weakest(&effects, seller).map(|(place, _)| place) == *truth);
        }
    }
    assert!(right * 100 >= all * 90, "{right} of {all}");
}

#[test]
fn where_all_are_alike_nobody_is_accused() {
    let teams = 100;
    let accused =
        (0..teams).filter(|seed| team(1_000 + seed, 45, &[None; 6]).iter().any(|e| e.real));
    let accused = accused.count();
    assert!(
        accused <= 8,
        "{accused} of {teams} teams; 5 are to be expected, 8 in 1 of 15 such tests"
    );
}

#[test]
fn a_ratio_is_drawn_towards_one_by_as_much_as_it_may_be_luck() {
    let few = team(1, 15, &[Some(1), None, None, None]);
    for effect in &few {
        let (raw, shrunk) = (effect.taken / effect.expected, effect.shrunk);
        assert!(
            (raw - 1.0) * (shrunk - 1.0) >= 0.0 && (shrunk - 1.0).abs() <= (raw - 1.0).abs() + 1e-9
        );
    }
}
