//! The process: the milestones as a way that narrows, and what each means.

use std::iter;

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, from, scroll};
use super::path::{Size, Stop, path};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::process::{MilestoneFacts, ProcessAnswer, ShowProcess};
use crate::answers::words::{count, days, grouped, percent};
use crate::texts::key;

impl Page for ShowProcess {
    const TITLE: &'static str = key!("page-process");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<ShowProcess, Refusal> {
        Ok(ShowProcess)
    }

    fn pictures(&self, answer: &ProcessAnswer, _: &View) -> Vec<Picture> {
        let drawn = picture(answer);
        let title = "The milestones, and how many deals reach them";
        let any = !answer.milestones.is_empty();
        any.then(|| Picture::of("milestones", title, drawn, 160.0)).into_iter().collect()
    }

    fn draw(&self, answer: &ProcessAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            @if !answer.milestones.is_empty() {
                (scroll("The milestones", &picture(answer)))
                (link("milestones", view))
                h2 { "Milestones" }
                ol.milestones { @for milestone in &answer.milestones { (told(milestone, view)) } }
            }
            p {
                @if view.may("/process/edit") {
                    a.action href=(view.asked().to("/process/edit")) { "Edit and publish" } ", or see "
                } @else { "See " }
                a href=(view.asked().to("/discover")) { "what the record says" } "."
            }
            h2 { "Versions" }
            (versions(answer))
        })
    }
}

fn picture(answer: &ProcessAnswer) -> Markup {
    let broad = |deals: usize| deals as f64 / answer.deals.max(1) as f64;
    let stop = |m: &MilestoneFacts| Stop {
        name: m.name.clone(),
        done: true,
        over: m.median_days.map_or(String::new(), whole_days),
        under: vec![count(m.deals, "deal"), short(m)],
        breadth: broad(m.deals),
        ..Stop::default()
    };
    let end = |name: &str, deals: usize| Stop {
        name: name.into(),
        done: deals > 0,
        end: true,
        under: vec![count(deals, "deal")],
        breadth: broad(deals),
        ..Stop::default()
    };
    let milestones = answer.milestones.iter().map(stop);
    let stops: Vec<Stop> = iter::once(end("Opened", answer.deals))
        .chain(milestones)
        .chain([end("Won", answer.won)])
        .collect();
    let said =
        |m: &MilestoneFacts| format!("{}: {}, {}", m.name, count(m.deals, "deal"), of_wins(m));
    let words: Vec<String> = answer.milestones.iter().map(said).collect();
    path(&stops, Size::Large, &words.join("; "))
}

fn of_wins(milestone: &MilestoneFacts) -> String {
    milestone
        .share_of_won
        .map_or("no wins yet".into(), |share| format!("{} of wins", percent(share)))
}

/// The same where there is little room.
fn short(milestone: &MilestoneFacts) -> String {
    of_wins(milestone).replace("more than ", "> ").replace("less than ", "< ")
}

fn whole_days(number: f64) -> String {
    days(number.round() as i64)
}

fn told(milestone: &MilestoneFacts, view: &View) -> Markup {
    let median = milestone.median_days.map(|d| {
        format!(
            "{} after the one before, at the median of {}",
            whole_days(d),
            grouped(milestone.median_of as f64)
        )
    });
    let lines = [
        ("Means", milestone.meaning.clone()),
        ("Proved by", milestone.evidence.clone()),
        ("Ask for", milestone.objective.clone()),
        ("Concerns", milestone.departments.join(", ")),
        ("Recognised by", milestone.events.join(", ")),
        ("Usually", median.unwrap_or_default()),
    ];
    let reached = |state: &'static str, number: String| {
        from::<ShowProcess>(&number, &[("state", state), ("reached", &milestone.name)], view)
    };
    html! {
        li {
            h3 { (milestone.name) }
            dl {
                @for (name, words) in lines.iter().filter(|(_, words)| !words.is_empty()) {
                    dt { (name) } dd { (words) }
                }
                dt { "Reached by" }
                dd {
                    (reached("all", count(milestone.deals, "deal"))) ", "
                    (reached("won", grouped(milestone.won as f64))) " of them won"
                }
            }
        }
    }
}

fn versions(answer: &ProcessAnswer) -> Markup {
    let table = html! {
        table {
            thead { tr { th { "Published" } th { "Name" } th.n { "Version" } th.n { "Milestones" } } }
            tbody {
                @for version in answer.versions.iter().rev() { tr {
                    td { (version.published) } td { (version.name) }
                    td.n { (version.version) } td.n { (version.milestones) }
                } }
            }
        }
    };
    html! {
        @if answer.versions.is_empty() { p { "None has been published yet." } }
        @else { (scroll("Published versions", &table)) }
        p { "To publish one from a file, write it down, then run " code { "milepost process publish FILE.toml" } ":" }
        pre tabindex="0" { code { (EXAMPLE) } }
    }
}

const EXAMPLE: &str = "name = \"New business\"

[[milestone]]
name = \"Needs analysis held\"
meaning = \"The customer has told us what they need and what it costs them to go without\"
evidence = \"Minutes that the customer has confirmed\"
objective = \"Agree on a date for the needs analysis with everyone concerned\"
events = [\"Needs Analysis\"]";
