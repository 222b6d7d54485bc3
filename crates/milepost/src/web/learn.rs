//! The course: a few lessons, and questions whose answers are looked at together.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::address::Address;
use super::ask::{Page, look};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{View, day, scroll, sentence};
use crate::answers::learn::progress::{Progress, ProgressAnswer};
use crate::answers::learn::{Learn, LearnAnswer, Quiz};
use crate::answers::words::{lacking, percent};
use crate::answers::{Question, Refusal};
use crate::draw::Format;
use crate::live::Live;
use crate::live::acting::who;
use crate::texts::{key, t};

impl Page for Learn {
    const TITLE: &'static str = key!("page-learn");
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
            h2 #questions { (t!("learn-heading")) }
            @if !given.is_empty() {
                p.lead { (t!("learn-score", right = right, n = answer.questions.len())) }
            }
            form.quiz method="post" action=(view.asked().to("/learn")) {
                ol { @for (i, quiz) in answer.questions.iter().enumerate() { (asked(i, quiz, given.get(&i))) } }
                @if let Some(people) = unnamed(view) {
                    label { span { (t!("learn-who")) }
                        select name="person" { option value="" { (t!("learn-nobody")) }
                            @for (id, name) in people { option value=(id) { (name) } } } }
                }
                p { button.primary { (t!("learn-see")) } }
            }
            @if view.may("/learn/progress") {
                p.note { a href=(view.asked().to("/learn/progress")) { (t!("page-progress")) } }
            }
        })
    }
}

/// Everybody, where nobody has logged in and the page cannot know who is there.
fn unnamed<'a>(view: &'a View) -> Option<impl Iterator<Item = (&'a String, &'a String)>> {
    let nobody = who().is_some_and(|who| who.person.is_none());
    let persons = &view.lens.people.persons;
    (nobody && !persons.is_empty()).then(|| persons.iter().map(|(id, person)| (id, &person.name)))
}

/// Notes how somebody did, and shows it.
pub(super) async fn answered(
    State(live): State<Arc<Live>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let done = look(live, uri, None, move |view, live| {
        let fields = Fields::read(&headers, &body)?;
        let learn = Learn::read(view.address).map_err(Fault::unclear)?;
        let answer = learn.ask(view.lens).map_err(Fault::unclear)?;
        let said: Vec<(usize, String)> = (0..answer.questions.len())
            .filter_map(|i| Some((i, fields.said(&format!("q{i}"))?)))
            .collect();
        let right = |(i, said): &&(usize, String)| *said == answer.questions[*i].right.to_string();
        let right = said.iter().filter(right).count();
        let person = who().and_then(|who| who.person).or_else(|| fields.said("person"));
        if let Some(person) = person.filter(|_| !said.is_empty()) {
            live.has_learned(&person, right, answer.questions.len())?;
        }
        let said: Vec<String> = said.iter().map(|(i, option)| format!("q{i}={option}")).collect();
        let to = view.asked().to("/learn");
        let joint = if to.contains('?') { '&' } else { '?' };
        Ok(Redirect::to(&format!("{to}{joint}{}#questions", said.join("&"))).into_response())
    });
    done.await.unwrap_or_else(|fault| fault.reply(Format::Table))
}

impl Page for Progress {
    const TITLE: &'static str = key!("page-progress");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<Progress, Refusal> {
        Ok(Progress)
    }

    fn draw(&self, answer: &ProgressAnswer, _: &View) -> Result<Markup, Refusal> {
        let team =
            |team: &Option<String>| team.clone().unwrap_or_else(|| lacking("(no team)").into());
        let teams = html! { table {
            thead { tr {
                th { (t!("learn-team")) } th.n { (t!("learn-people")) } th.n { (t!("learn-taken")) } th.n { (t!("learn-right-label")) }
            } }
            tbody { @for row in &answer.teams { tr {
                td { (team(&row.team)) } td.n { (row.people) } td.n { (row.taken) }
                td.n { @if let Some(right) = row.right { (percent(right)) } }
            } } }
        } };
        let persons = html! { table {
            thead { tr {
                th { (t!("learn-person")) } th { (t!("learn-team")) } th { (t!("learn-last")) }
                th.n { (t!("learn-right-then")) } th.n { (t!("learn-best")) }
            } }
            tbody { @for row in &answer.persons { tr {
                td { (row.name) } td { (team(&row.team)) }
                td { @match row.on { Some(on) => (day(on)), None => span.quiet { (t!("learn-not-yet")) } } }
                td.n { @if let (Some(right), Some(asked)) = (row.right, row.asked) { (t!("learn-of", right = right, asked = asked)) } }
                td.n { @if let Some(best) = row.best { (percent(best)) } }
            } } }
        } };
        Ok(
            html! { (scroll(t!("learn-teams"), &teams)) h2 { (t!("learn-people")) } (scroll(t!("learn-people"), &persons)) },
        )
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
                        @if given.is_some() && option == quiz.right { " " b { (t!("learn-is-right")) } }
                    }
                }
                @if let Some(given) = given {
                    p.because {
                        @if *given == quiz.right { b { (t!("learn-right")) " " } } @else { b.alert { (t!("learn-wrong")) " " } }
                        (sentence(&quiz.why))
                    }
                }
            }
        }
    }
}
