//! Questions from deals that are over: where did it stand, and what needed to happen next?

use std::collections::BTreeMap;

use ledger::deal::{Deal, State, What};
use ledger::event::Outcome;
use ledger::path::{Path, Reader};
use ledger::time::Moment;
use serde::Serialize;

use crate::answers::Lens;
use crate::answers::playbook::{Chapter, PlaybookAnswer};
use crate::answers::standing::whole_days;
use crate::answers::words::{grouped, percent};
use crate::texts::t;

/// Questions of each sort.
const SITUATIONS: usize = 4;
const FOCUSED: usize = 3;
const NOTES: usize = 2;
/// Acts told in a situation, at most.
const ACTS: usize = 3;

/// A question with its answers.
#[derive(Clone, Debug, Serialize)]
pub struct Quiz {
    /// What was the case.
    pub situation: String,
    /// What could be done, or what it was.
    pub options: Vec<String>,
    /// The place of the right one.
    pub right: usize,
    /// Why.
    pub why: String,
}

/// Questions over all milestones, more of them on the one in focus.
pub(super) fn questions(lens: &Lens, playbook: &PlaybookAnswer, focus: Option<usize>) -> Vec<Quiz> {
    let places: Vec<usize> = match playbook.milestones.len() {
        0 => Vec::new(),
        n => (0..SITUATIONS.min(n)).map(|i| i * n / SITUATIONS.min(n)).collect(),
    };
    let focused = focus.into_iter().flat_map(|place| std::iter::repeat_n(place, FOCUSED));
    let acts = routine(lens);
    let mut questions = Vec::new();
    for (nth, place) in places.into_iter().chain(focused).enumerate() {
        let stood: Vec<_> = stood(lens, place).collect();
        if let Some((deal, from, to)) = stood.get(nth * stood.len() / (SITUATIONS + FOCUSED)) {
            questions.push(situation(lens, playbook, (deal, *from, *to), place, &acts, nth));
        }
    }
    questions.extend(said(lens).into_iter().take(NOTES));
    questions.extend(focus.into_iter().flat_map(|place| wordings(playbook, place)));
    questions
}

/// Won deals that stood before a milestone for a while: from when, and until when.
fn stood<'a>(lens: &'a Lens, place: usize) -> impl Iterator<Item = (&'a Deal, Moment, Moment)> {
    let reader: Reader = lens.reader();
    let mut path = Path::default();
    let over = lens.book.deals().iter().filter(|deal| deal.state == State::Won);
    over.filter_map(move |deal| {
        reader.read_into(deal, &mut path);
        let to = path.reached[place]?;
        let from = if place == 0 { deal.opened_at } else { path.reached[place - 1]? };
        (whole_days(from, to) >= 3).then_some((deal, from, to))
    })
}

fn situation(
    lens: &Lens,
    playbook: &PlaybookAnswer,
    (deal, from, to): (&Deal, Moment, Moment),
    place: usize,
    acts: &[String],
    nth: usize,
) -> Quiz {
    let chapter = &playbook.milestones[place];
    let days = whole_days(from, to).max(1);
    let here = match place {
        0 => t!("answers-learn-opened", days = days),
        n => {
            let before = &playbook.milestones[n - 1].name;
            t!("answers-learn-reached", milestone = before, days = days)
        }
    };
    let since = acts_between(lens, deal, from, to);
    let since = if since.is_empty() {
        t!("answers-learn-since-nothing").into()
    } else {
        t!("answers-learn-since", acts = since.join(", "))
    };
    let worth = deal.known.amount.map_or_else(
        || t!("answers-learn-deal").into(),
        |amount| {
            let (worth, currency) = (grouped(amount.major()), amount.currency);
            t!("answers-learn-deal-worth", amount = worth, currency = currency)
        },
    );
    let asked = format!("{worth} {here} {since} {}", t!("answers-learn-what-next"));
    let later = playbook.milestones.get(place + 1).or(playbook.milestones.first());
    let act =
        acts.get(nth % acts.len().max(1)).map_or(t!("answers-learn-reminder").into(), |act| {
            t!("answers-learn-once-more", act = act)
        });
    let wrong = [later.map_or(t!("answers-learn-order").into(), |m| m.objective.clone()), act];
    let (options, right) = shuffled(chapter.objective.clone(), wrong, nth);
    let share = chapter
        .share_of_won
        .map(|share| t!("answers-learn-share", share = percent(share), milestone = chapter.name));
    let chance = chapter.chance.map(|c| t!("answers-learn-chance", chance = percent(c)));
    let again = t!("answers-learn-ours-again").to_owned();
    let why: Vec<String> = share.into_iter().chain(chance).chain([again]).collect();
    Quiz { situation: asked, options, right, why: why.join(" ") }
}

/// Which of these is an objective? One has the customer act; the others are ours to do, or to hope.
fn wordings(playbook: &PlaybookAnswer, place: usize) -> Vec<Quiz> {
    let Chapter { name, objective, .. } = &playbook.milestones[place];
    let asked = t!("answers-learn-objective", milestone = name);
    let again = format!("{} {asked}", t!("answers-learn-call-again"));
    let why = t!("answers-learn-objective-why").to_owned();
    let question = |situation, wrong: [&str; 2], nth| {
        let (options, right) = shuffled(objective.clone(), wrong.map(str::to_owned), nth);
        Quiz { situation, options, right, why: why.clone() }
    };
    vec![
        question(asked, [t!("answers-learn-present"), t!("answers-learn-budget")], 0),
        question(again, [t!("answers-learn-two-weeks"), t!("answers-learn-interested")], 1),
    ]
}

/// The right answer among the wrong ones, at a place that depends on the question alone.
fn shuffled(right: String, wrong: [String; 2], nth: usize) -> (Vec<String>, usize) {
    let mut options: Vec<String> = wrong.into_iter().filter(|option| *option != right).collect();
    let place = (nth * 2 + 1) % (options.len() + 1);
    options.insert(place, right);
    (options, place)
}

/// What was logged between two moments, each name once.
fn acts_between(lens: &Lens, deal: &Deal, from: Moment, to: Moment) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let logged =
        deal.entries.iter().filter(|e| e.what == What::Activity && e.at > from && e.at < to);
    for name in logged.filter_map(|entry| entry.name).map(|name| lens.book.raw(name)) {
        if lens.process.place_of(name).is_none() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names.truncate(ACTS);
    names
}

/// The most frequent acts that are no milestones.
fn routine(lens: &Lens) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let entries = lens.book.deals().iter().flat_map(|deal| &deal.entries);
    for name in entries.filter(|e| e.what == What::Activity).filter_map(|entry| entry.name) {
        let name = lens.book.raw(name);
        if lens.process.place_of(name).is_none() {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut often: Vec<(&str, usize)> = counts.into_iter().collect();
    often.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    often.into_iter().take(4).map(|(name, _)| name.to_owned()).collect()
}

/// What was noted after calls of deals that are over: which of the four outcomes was it?
fn said(lens: &Lens) -> Vec<Quiz> {
    const WORDS: [&str; 4] = ["order", "advance", "continuation", "no-sale"];
    let names = [
        t!("answers-learn-an-order"),
        t!("answers-learn-an-advance"),
        t!("answers-learn-a-continuation"),
        t!("answers-learn-no-sale"),
    ];
    let place = |outcome| match outcome {
        Outcome::Order => 0,
        Outcome::Advance => 1,
        Outcome::Continuation => 2,
        Outcome::NoSale => 3,
    };
    let mut told: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for deal in lens.book.deals().iter().filter(|deal| !deal.is_open()) {
        for held in deal.calls.iter().filter_map(|call| call.held.as_ref()) {
            let Some(note) = lens.book.text_of(held.note) else { continue };
            told.entry(note).or_default()[place(held.outcome)] += 1;
        }
    }
    let mut notes: Vec<(&str, [usize; 4])> = told.into_iter().collect();
    notes.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<usize>()));
    let question = |(note, counts): (&str, [usize; 4])| {
        let all: usize = counts.iter().sum();
        let right = (0..4).max_by_key(|i| counts[*i]).unwrap_or(2);
        (counts[right] * 10 >= all * 9).then(|| Quiz {
            situation: t!("answers-learn-noted", note = note),
            options: names.map(str::to_owned).to_vec(),
            right,
            why: t!("answers-learn-logged-as", outcome = WORDS[right], n = all),
        })
    };
    notes.into_iter().filter_map(question).collect()
}
