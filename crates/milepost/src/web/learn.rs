//! The course: a few lessons, and questions whose answers are looked at together.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, sentence};
use crate::answers::Refusal;
use crate::answers::learn::{Learn, LearnAnswer, Quiz};
use crate::answers::words::count;

impl Page for Learn {
    const TITLE: &'static str = "Learn";
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Learn, Refusal> {
        Ok(Learn { owner: address.asked.owner.clone() })
    }

    fn draw(&self, answer: &LearnAnswer, view: &View) -> Result<Markup, Refusal> {
        let given = given(&view.asked().other);
        let right =
            answer.questions.iter().enumerate().filter(|(i, q)| given.get(i) == Some(&q.right));
        let right = right.count();
        Ok(html! {
            div.lessons { @for lesson in &answer.lessons { section {
                h2 { (lesson.title) }
                @for paragraph in &lesson.text { p { (sentence(paragraph)) } }
            } } }
            h2 #questions { "What needs to happen next?" }
            @if !given.is_empty() {
                p.lead { (right) " of " (count(answer.questions.len(), "question")) " right." }
            }
            form.quiz method="get" action="/learn#questions" {
                @for (name, value) in view.asked().lasting() { input type="hidden" name=(name) value=(value); }
                ol { @for (i, quiz) in answer.questions.iter().enumerate() { (asked(i, quiz, given.get(&i))) } }
                button { "See how I did" }
            }
        })
    }
}

/// The answers in the address: `q0=2` and so on.
fn given(other: &BTreeMap<String, String>) -> BTreeMap<usize, usize> {
    let pairs = other.iter();
    pairs
        .filter_map(|(name, value)| {
            Some((name.strip_prefix('q')?.parse().ok()?, value.parse().ok()?))
        })
        .collect()
}

fn asked(i: usize, quiz: &Quiz, given: Option<&usize>) -> Markup {
    html! {
        li {
            fieldset {
                legend { (sentence(&quiz.situation)) }
                @for (option, words) in quiz.options.iter().enumerate() {
                    label {
                        input type="radio" name={ "q" (i) } value=(option) checked[given == Some(&option)];
                        " " (words)
                        @if given.is_some() && option == quiz.right { " " b { "— right" } }
                    }
                }
                @if let Some(given) = given {
                    p.because {
                        @if *given == quiz.right { b { "Right. " } } @else { b.alert { "Not so. " } }
                        (sentence(&quiz.why))
                    }
                }
            }
        }
    }
}
