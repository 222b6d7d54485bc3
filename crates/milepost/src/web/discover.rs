//! Discovery: the map of the way to a sale, what each milestone does, and why all else is none.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::Address;
use super::ask::{Page, look_at_one};
use super::fault::Fault;
use super::frame::{View, scroll, sentence};
use super::next::MOST_ROWS;
use crate::answers::discover::{
    Discover, DiscoverAnswer, DroppedAct, MilestoneFound, OwnerKept, Today, verdict_word,
};
use crate::answers::words::{count, grouped, percent};
use crate::answers::{Question, Refusal};
use crate::draw::{Format, map};
use crate::live::Live;
use crate::texts::key;

impl Page for Discover {
    const TITLE: &'static str = key!("page-discover");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<Discover, Refusal> {
        Ok(Discover)
    }

    fn draw(&self, answer: &DiscoverAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            @if !answer.map.is_empty() {
                h2 { "The way to a sale, as the record shows it" }
                (scroll("The way to a sale", &map::map(&answer.map, "Milestones found")))
            }
            @if !answer.map_today.is_empty() && !map::is_same(&answer.map, &answer.map_today) {
                h2 { "The stages of today" }
                (scroll("The stages of today", &map::map(&answer.map_today, "Stages of today")))
            }
            @if !answer.milestones.is_empty() {
                h2 { "The milestones" }
                ol.found { @for milestone in &answer.milestones { (found(milestone)) } }
                @if view.may("/process/edit") { p {
                    a.action href=(view.asked().with("/process/edit", "from", "discovered")) { "Edit and publish as the process" }
                    " or run " code { "milepost discover --adopt" }
                } }
            }
            @if let Some(today) = &answer.today { (stages(today)) }
            h2 { "What is no milestone, and why" }
            (scroll("What is no milestone", &others(&answer.dropped)))
            h2 { "Where deals left the path" }
            (scroll("Where deals left the path", &owners(&answer.owners)))
            p { a href=(view.asked().to("/discover.svg")) { "The map as an SVG file" } }
        })
    }
}

fn found(milestone: &MilestoneFound) -> Markup {
    let (low, high) = (percent(milestone.won_support_low), percent(milestone.won_support_high));
    let (before, after) = (milestone.chance_before * 100.0, milestone.chance_after * 100.0);
    let others = milestone.events.iter().filter(|event| **event != milestone.name);
    let others: Vec<&str> = others.map(String::as_str).collect();
    let steady = format!("{} of {} times", milestone.found_again, milestone.draws);
    html! {
        li {
            h3 { (milestone.name) @if milestone.weak { " " span.alert { "weak" } } }
            svg.lift width="100%" height="22" role="img" {
                title { "The chance of a sale: " (percent(milestone.chance_before)) " before, "
                    (percent(milestone.chance_after)) " after" }
                rect.ground width="100%" height="8" y="7" rx="4" {}
                rect.before width=(format!("{before:.1}%")) height="8" y="7" rx="4" {}
                rect.after x=(format!("{:.1}%", before.min(after))) height="8" y="7"
                    width=(format!("{:.1}%", (after - before).abs())) {}
                circle.stop.s6 cx=(format!("{after:.1}%")) cy="11" r="6" {}
            }
            p { (sentence(&milestone.sentence())) }
            dl {
                dt { "In sales" } dd { (percent(milestone.won_support)) " (" (low) " to " (high) ")" }
                dt { "Reached by" } dd { (count(milestone.deals, "deal")) }
                @if milestone.out_of_order > 0.005 {
                    dt { "Out of order" } dd { (percent(milestone.out_of_order)) " of sales" }
                }
                @if !others.is_empty() { dt { "Also seen as" } dd { (others.join(", ")) } }
                dt { "Found again" } dd { (steady) " with other deals drawn" }
            }
        }
    }
}

fn stages(today: &Today) -> Markup {
    html! {
        h2 { "Today's stages" }
        (scroll("Today's stages", &html! {
            table {
                thead { tr { th { "Stage" } th { "Verdict" } th { "Because" } } }
                tbody { @for stage in &today.stages { tr {
                    th scope="row" { (stage.name) }
                    td { @if stage.right { "right" } @else { span.alert { (stage.verdict) } } }
                    td { (stage.because) }
                } } }
            }
        }))
    }
}

fn others(dropped: &[DroppedAct]) -> Markup {
    html! {
        table.verdicts {
            thead { tr { th { "Event" } th { "Verdict" } th.n { "Deals" } th { "Because" } } }
            tbody { @for act in dropped.iter().take(MOST_ROWS) { tr {
                th scope="row" { (act.event) }
                td { (verdict_word(act.verdict)) }
                td.n { (grouped(act.deals as f64)) }
                td.because { (act.because) }
            } } }
        }
        @if dropped.len() > MOST_ROWS {
            p.quiet { "The " (MOST_ROWS) " most frequent of " (grouped(dropped.len() as f64)) "." }
        }
    }
}

fn owners(owners: &[OwnerKept]) -> Markup {
    html! {
        table {
            thead { tr {
                th { "Salesperson" } th.n { "Deals" } th.n { "Passed one over" }
                th.n { "Out of order" } th.n { "Stuck now" } th { "Stuck most at" }
            } }
            tbody { @for owner in owners { tr {
                th scope="row" { (owner.owner.as_deref().unwrap_or("no owner")) }
                td.n { (grouped(owner.deals as f64)) }
                @for number in [owner.skipped, owner.out_of_order, owner.stuck] {
                    td.n { (grouped(number as f64)) }
                }
                td { (worst(owner)) }
            } } }
        }
    }
}

fn worst(owner: &OwnerKept) -> String {
    let worst = owner.milestones.iter().filter(|m| m.stuck > 0).max_by_key(|m| m.stuck);
    worst.map_or(String::new(), |m| format!("{} ({})", m.name, count(m.stuck, "deal")))
}

/// The map as a file.
pub(super) async fn svg(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let drawn = look_at_one(live, uri, |view, _| {
        let unclear = |refusal: Refusal| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, refusal.0);
        Ok(map::svg(&Discover.ask(view.lens).map_err(unclear)?))
    });
    match drawn.await {
        Ok(drawn) => ([(CONTENT_TYPE, "image/svg+xml")], drawn).into_response(),
        Err(fault) => fault.reply(Format::Table),
    }
}
