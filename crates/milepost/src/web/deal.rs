//! A deal: how far it is, what comes next, and its story.

use std::iter;

use axum::http::StatusCode;
use ledger::time::Day;
use maud::{Markup, html};

use super::act;
use super::address::Address;
use super::ask::Page;
use super::call::forms;
use super::fields::Fields;
use super::frame::{View, day, scroll, words};
use super::odds;
use super::path::{Stop, Way};
use crate::answers::call::{LogCall, PlanCall};
use crate::answers::deal::{Change, DealAnswer, DealStory, Line};
use crate::answers::words::{date, days, grouped};
use crate::answers::{Lens, Refusal};
use crate::texts::{key, rich, t};

impl Page for DealStory {
    const TITLE: &'static str = key!("page-deal");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<DealStory, Refusal> {
        let missing = || Refusal(t!("pages-deal-missing").into());
        address.id.clone().map(|id| DealStory { id }).ok_or_else(missing)
    }

    fn draw(&self, answer: &DealAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            (act::forms::banner(&answer.id, view))
            @if !answer.path.is_empty() { (scroll(t!("pipeline-milestones"), &way(answer).fitting())) }
            div.aside {
                section { h2 { (t!("pages-deal-next")) } (next(answer)) (writing(answer, view)) @if answer.state == "open" { (odds::of(&answer.id, view)) } h2 { (t!("pages-deal-known")) } (known(answer)) (act::forms::all(&answer.id, view, &Fields::default())) }
                section { h2 { (t!("pages-deal-story")) " " span.quiet { (t!("pages-deal-latest")) } } ol.story { @for line in answer.story.iter().rev() { (told(line)) } } }
            }
        })
    }

    fn refused(&self, lens: &Lens) -> StatusCode {
        match lens.book.deal(self.id.trim()) {
            None => StatusCode::NOT_FOUND,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// From the opening over the milestones to the end, with their days.
fn way(answer: &DealAnswer) -> Way {
    let missing =
        if answer.closed.is_some() { t!("pipeline-not-reached") } else { t!("pages-not-yet") };
    let stop = |name: &str, day: Option<Day>| Stop {
        name: name.to_owned(),
        done: day.is_some(),
        under: vec![day.map_or(missing.into(), date)],
        ..Stop::default()
    };
    let milestones = answer.path.iter().map(|step| stop(&step.milestone, step.reached));
    let ended = if answer.state == "lost" { t!("pages-deal-lost") } else { t!("pages-deal-won") };
    let stops: Vec<Stop> =
        iter::once(Stop { end: true, ..stop(t!("pages-deal-opened"), Some(answer.opened)) })
            .chain(milestones)
            .chain([Stop { end: true, ..stop(ended, answer.closed) }])
            .collect();
    let words: Vec<String> =
        stops.iter().map(|stop| format!("{}: {}", stop.name, stop.under.join(" "))).collect();
    Way { stops, title: words.join("; ") }
}

fn next(answer: &DealAnswer) -> Markup {
    html! {
        @if let Some(objective) = &answer.objective {
            p.ask { (words(objective)) }
            dl {
                dt { (t!("pages-deal-next-milestone")) } dd { (answer.next.as_deref().unwrap_or(t!("pages-the-order"))) }
                dt { (t!("pages-deal-agreed")) }
                dd {
                    @match &answer.commitment {
                        None => { (t!("pages-deal-no-step")) }
                        Some(agreed) => {
                            (rich!("pages-by", milestone = agreed.milestone; day = day(agreed.due)))
                            @if agreed.overdue { " " strong.alert { (t!("pages-overdue")) } }
                        }
                    }
                }
                @if let Some(here) = answer.days_here { dt { (t!("pages-deal-here")) } dd { (days(here)) } }
                @if let Some(quiet) = answer.quiet_days { dt { (t!("pages-deal-quiet")) } dd { (days(quiet)) } }
            }
        } @else {
            p { (t!("pages-deal-ended", state = answer.state)) }
        }
    }
}

/// The forms of an open deal: what became of what was agreed, the next call, and the last one.
fn writing(answer: &DealAnswer, view: &View) -> Markup {
    let id = || answer.id.clone();
    let proposal = view.ask(&PlanCall { id: id(), milestone: None }).ok();
    let sheet = view.ask(&LogCall { id: id() }).ok();
    html! {
        @if let Some(agreed) = &answer.commitment { (forms::promise(&answer.id, agreed, view, "deal", true)) }
        @if view.writes() {
            @if let Some(sheet) = sheet { h2 { (t!("page-log")) } (forms::log(&sheet, view, &Fields::default(), "deal")) }
            @if let Some(proposal) = proposal { h2 { (t!("page-plan")) } (forms::plan(&proposal, view, &Fields::default(), "deal")) }
        }
    }
}

fn known(answer: &DealAnswer) -> Markup {
    let amount = answer.amount.map(|amount| format!("{} {}", grouped(amount), answer.currency));
    let text =
        |text: &Option<String>| text.clone().unwrap_or_else(|| t!("pages-deal-not-known").into());
    html! {
        dl {
            @if let Some(name) = &answer.name { dt { (t!("pages-name")) } dd { (name) } }
            dt { (t!("pages-account")) } dd { (text(&answer.account)) }
            dt { (t!("frame-owner")) } dd { (text(&answer.owner)) }
            dt { (t!("calls-amount")) } dd { (text(&amount)) }
            dt { (t!("frame-source")) } dd { (text(&answer.source)) }
            @if answer.calls.held > 0 {
                dt { (t!("pages-deal-calls")) }
                dd { (t!("pages-deal-held", held = answer.calls.held, planned = answer.calls.with_objective)) }
            }
            dt { (t!("pages-deal-opened")) } dd { (date(answer.opened)) }
            @if let Some(day) = answer.expected_close { dt { (t!("pages-expected-close")) } dd { (date(day)) } }
            @if let Some(day) = answer.closed { dt { (t!("pages-deal-closed")) } dd { (t!("pages-deal-closed-as", day = day, state = answer.state)) } }
        }
    }
}

/// One fact. Steps of the customer stand out; what was entered late says so.
fn told(line: &Line) -> Markup {
    let step = line.milestone.is_some() || matches!(line.kind, "won" | "lost" | "reopened");
    html! {
        li class=[step.then_some("step")] {
            time datetime=(line.at) { (date(line.day)) }
            div {
                p {
                    (words(&line.what))
                    @if let Some(who) = &line.who { " " span.quiet { (who) } }
                }
                @if let Some(known) = line.known { p.quiet { (rich!("pages-deal-known-only", day = day(known))) } }
                @for change in &line.changes { p.change { (changed(change)) } }
            }
        }
    }
}

fn changed(change: &Change) -> Markup {
    html! {
        span.quiet { (change.called()) } " "
        @if let Some(from) = &change.from { s { (words(from)) } " → " }
        (words(&change.to))
    }
}
