//! Discovery against manufactured truth.

use ledger::book::Book;
use ledger::event::{Fact, Outcome};
use ledger::time::Moment;

use super::lives::Lives;
use super::{Discovery, Verdict, Warning, discover};
use crate::demo;
use crate::tests_support::{day, on};
use crate::worlds::{Kind, World};

fn found(kind: Kind, seed: u64, sales: usize) -> (World, Discovery) {
    let world = World::new(kind, seed, sales);
    let book = Book::of(Moment::MAX, &world.events);
    let discovery = discover(&book, world.until, 1);
    (world, discovery)
}

#[test]
fn the_milestones_of_manufactured_companies_are_found_in_their_order() {
    let exact = (0..20).filter(|seed| {
        let (world, discovery) = found(Kind::Milestones, *seed, 270);
        world.is_found(&discovery)
    });
    assert!(exact.count() >= 19);
}

#[test]
fn where_nothing_matters_nothing_is_found() {
    for kind in [Kind::Nothing, Kind::Stages] {
        let empty = (0..20).filter(|seed| {
            let (_, discovery) = found(kind, *seed, 270);
            discovery.milestones.is_empty() && discovery.warning.is_some()
        });
        assert!(empty.count() >= 19, "{kind:?}");
    }
}

#[test]
fn every_other_act_gets_the_verdict_it_deserves() {
    for seed in 0..5 {
        let (world, discovery) = found(Kind::Milestones, seed, 270);
        for dropped in &discovery.dropped {
            let is = |word: &str| dropped.event.starts_with(word);
            let right: &[Verdict] = match () {
                () if is("Invoice") => &[Verdict::Outcome],
                () if is("Twin") => &[Verdict::Redundant],
                () if is("Milestone") => &[],
                () if is("Seller") => &[Verdict::SellerOnly, Verdict::Optional],
                () if is("Optional") => &[Verdict::Optional, Verdict::SellerOnly],
                () if is("Late") => &[Verdict::NoEffect, Verdict::Optional, Verdict::SellerOnly],
                () => &[Verdict::Redundant, Verdict::SellerOnly, Verdict::Optional],
            };
            let named = world.milestones.concat().contains(&dropped.event);
            assert!(right.contains(&dropped.verdict) || named, "seed {seed}: {dropped:?}");
        }
    }
}

#[test]
fn the_milestones_tell_as_much_as_the_whole_log() {
    let (_, discovery) = found(Kind::Milestones, 3, 400);
    let fit = discovery.fit.unwrap();
    assert!(fit.kept().unwrap() > 0.95, "{fit:?}");
}

#[test]
fn few_deals_are_too_few() {
    let (_, discovery) = found(Kind::Milestones, 1, 8);
    assert_eq!(discovery.warning, Some(Warning::TooFew));
    assert!(discovery.milestones.is_empty());
}

#[test]
fn the_sample_company_has_the_milestones_it_was_made_with() {
    let today = "2026-11-23".parse().unwrap();
    let company = demo::company(today, 1);
    let book = Book::of(Moment::MAX, &company.events);
    let discovery = discover(&book, book.latest_known(), 1);
    let found: Vec<_> = discovery.milestones.iter().map(|m| m.name.as_str()).collect();
    let truth: Vec<_> = company.truth.milestones.iter().map(|step| step.name).collect();
    assert_eq!(found, truth);
}

#[test]
fn the_same_book_gives_the_same_answer() {
    let answer = || format!("{:?}", found(Kind::Milestones, 7, 100).1);
    assert_eq!(answer(), answer());
}

#[test]
fn a_call_that_was_logged_by_mistake_never_happened() {
    let (call, outcome) = ("C".to_owned(), Outcome::Continuation);
    let held = Fact::CallHeld { call, outcome, gained: Vec::new(), note: None };
    let told = [Fact::DealOpened, held, Fact::TakenBack { said_at: day(1) }];
    let events: Vec<_> = told.into_iter().zip(0..).map(|(fact, at)| on(at, "D", fact)).collect();
    let calls = |cut: i64| {
        let lives = Lives::of(&Book::of(day(cut), &events), day(cut));
        let call = lives.acts.iter().find(|act| act.name == "Call held").unwrap();
        (call.deals, call.times.0)
    };
    assert_eq!((calls(2), calls(3)), ((1, 1), (0, 0)));
}
