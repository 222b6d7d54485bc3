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
use super::path::{Stop, Way};
use crate::answers::discover::{
    Discover, DiscoverAnswer, DroppedAct, MilestoneFound, OwnerKept, Today, Waypoint,
    verdict_called, verdict_word,
};
use crate::answers::words::{self, grouped, percent};
use crate::answers::{Question, Refusal};
use crate::draw::{Format, map};
use crate::live::Live;
use crate::texts::{key, rich, t};

impl Page for Discover {
    const TITLE: &'static str = key!("page-discover");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<Discover, Refusal> {
        Ok(Discover)
    }

    fn draw(&self, answer: &DiscoverAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            @if !answer.map.is_empty() {
                h2 { (t!("discover-way")) }
                (scroll(t!("discover-way-short"), &drawn(&answer.map, t!("discover-found"))))
            }
            @if !answer.map_today.is_empty() && !map::is_same(&answer.map, &answer.map_today) {
                h2 { (t!("discover-stages-of-today")) }
                (scroll(t!("discover-stages-of-today"), &drawn(&answer.map_today, t!("discover-stages-map"))))
            }
            @if !answer.milestones.is_empty() {
                h2 { (t!("discover-milestones")) }
                ol.found { @for milestone in &answer.milestones { (found(milestone)) } }
                @if view.may("/process/edit") { p {
                    @let to = view.asked().with("/process/edit", "from", "discovered");
                    (rich!("discover-adopt", edit = html! { a.action href=(to) { (t!("discover-edit")) } },
                        command = html! { code { "milepost discover --adopt" } }))
                } }
            }
            @if let Some(today) = &answer.today { (stages(today)) }
            h2 { (t!("discover-no-milestone-why")) }
            (scroll(t!("discover-no-milestone"), &others(&answer.dropped)))
            h2 { (t!("discover-left-path")) }
            (scroll(t!("discover-left-path"), &owners(&answer.owners)))
            p { a href=(view.asked().to("/discover.svg")) { (t!("discover-svg")) } }
        })
    }
}

/// The map as it fits the window: on a phone it goes down, and says what was lost.
fn drawn(points: &[Waypoint], title: &str) -> Markup {
    let most = points.iter().map(|point| point.deals).max().unwrap_or(1).max(1);
    let stop = |(i, point): (usize, &Waypoint)| Stop {
        name: map::called(i, points.len(), &point.name).to_owned(),
        done: true,
        end: i == 0 || i + 1 == points.len(),
        over: point.median_days.map_or(String::new(), map::span),
        under: [
            Some(t!("words-deals", n = point.deals)),
            (point.lost > 0).then(|| t!("draw-lost", n = grouped(point.lost as f64))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        breadth: point.deals as f64 / most as f64,
        ..Stop::default()
    };
    let stops = points.iter().enumerate().map(stop).collect();
    let way = Way { stops, title: title.to_owned() };
    html! { div.desk { (map::map(points, title)) } div.phone { (way.tall()) } }
}

fn found(milestone: &MilestoneFound) -> Markup {
    let (low, high) = (percent(milestone.won_support_low), percent(milestone.won_support_high));
    let (before, after) = (milestone.chance_before * 100.0, milestone.chance_after * 100.0);
    let others = milestone.events.iter().filter(|event| **event != milestone.name);
    let others: Vec<&str> = others.map(String::as_str).collect();
    let steady = t!("discover-steady", found = milestone.found_again, draws = milestone.draws);
    let (chance, then) = (percent(milestone.chance_before), percent(milestone.chance_after));
    html! {
        li {
            h3 { (milestone.name) @if milestone.weak { " " span.alert { (t!("discover-weak")) } } }
            svg.lift width="100%" height="22" role="img" {
                title { (t!("discover-lift", before = chance, after = then)) }
                rect.ground width="100%" height="8" y="7" rx="4" {}
                rect.before width=(format!("{before:.1}%")) height="8" y="7" rx="4" {}
                rect.after x=(format!("{:.1}%", before.min(after))) height="8" y="7"
                    width=(format!("{:.1}%", (after - before).abs())) {}
                circle.stop.s6 cx=(format!("{after:.1}%")) cy="11" r="6" {}
            }
            p { (sentence(&milestone.sentence())) }
            dl {
                dt { (t!("discover-in-sales")) }
                dd { (t!("discover-share", share = percent(milestone.won_support), low = low, high = high)) }
                dt { (t!("discover-reached-by")) } dd { (t!("words-deals", n = milestone.deals)) }
                @if milestone.out_of_order > 0.005 {
                    dt { (t!("discover-out-of-order")) }
                    dd { (t!("discover-of-sales", share = percent(milestone.out_of_order))) }
                }
                @if !others.is_empty() { dt { (t!("discover-also-seen")) } dd { (others.join(", ")) } }
                dt { (t!("discover-found-again")) } dd { (steady) }
            }
        }
    }
}

fn stages(today: &Today) -> Markup {
    html! {
        h2 { (t!("discover-todays-stages")) }
        (scroll(t!("discover-todays-stages"), &html! {
            table {
                thead { tr {
                    th { (t!("discover-stage")) } th { (t!("discover-verdict")) } th { (t!("discover-because")) }
                } }
                tbody { @for stage in &today.stages { tr {
                    th scope="row" { (stage.name) }
                    td { @if stage.right { (t!("discover-right")) } @else { span.alert { (verdict_called(&stage.verdict)) } } }
                    td { (stage.because) }
                } } }
            }
        }))
    }
}

fn others(dropped: &[DroppedAct]) -> Markup {
    html! {
        table.verdicts.cards {
            thead { tr {
                th { (t!("discover-event")) } th { (t!("discover-verdict")) } th.n { (t!("page-deals")) }
                th { (t!("discover-because")) }
            } }
            tbody { @for act in dropped.iter().take(MOST_ROWS) { tr {
                th.first scope="row" { (words::act(&act.event)) }
                td data-as=(t!("discover-verdict")) { (verdict_called(verdict_word(act.verdict))) }
                td.n data-as=(t!("page-deals")) { (grouped(act.deals as f64)) }
                td.because { (act.because) }
            } } }
        }
        @if dropped.len() > MOST_ROWS {
            p.quiet { (t!("discover-most-frequent", shown = MOST_ROWS, n = dropped.len())) }
        }
    }
}

fn owners(owners: &[OwnerKept]) -> Markup {
    html! {
        table {
            thead { tr {
                th { (t!("discover-salesperson")) } th.n { (t!("page-deals")) } th.n { (t!("discover-passed-over")) }
                th.n { (t!("discover-out-of-order")) } th.n { (t!("discover-stuck")) } th { (t!("discover-stuck-most")) }
            } }
            tbody { @for owner in owners { tr {
                th scope="row" { (owner.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
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
    worst.map_or(String::new(), |m| t!("discover-stuck-at", milestone = m.name, n = m.stuck))
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
