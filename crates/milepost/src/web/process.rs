//! The process: the milestones as a way that narrows, and what each means.

use std::iter;

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, from, scroll};
use super::path::{Stop, Way};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::process::{MilestoneFacts, ProcessAnswer, ShowProcess};
use crate::answers::words::{date, days, grouped, percent};
use crate::texts::{key, rich, t};

impl Page for ShowProcess {
    const TITLE: &'static str = key!("page-process");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<ShowProcess, Refusal> {
        Ok(ShowProcess)
    }

    fn pictures(&self, answer: &ProcessAnswer, _: &View) -> Vec<Picture> {
        let drawn = way(answer).wide();
        let title = t!("process-drawn");
        let any = !answer.milestones.is_empty();
        any.then(|| Picture::of("milestones", title, drawn, 160.0)).into_iter().collect()
    }

    fn draw(&self, answer: &ProcessAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            @if !answer.milestones.is_empty() {
                (scroll(t!("process-the-milestones"), &way(answer).fitting()))
                (link("milestones", view))
                h2 { (t!("process-milestones")) }
                ol.milestones { @for milestone in &answer.milestones { (told(milestone, view)) } }
            }
            p {
                @let record = html! { a href=(view.asked().to("/discover")) { (t!("process-record")) } };
                @if view.may("/process/edit") {
                    @let edit = view.asked().to("/process/edit");
                    (rich!("process-edit-or-see", edit = html! { a.action href=(edit) { (t!("process-edit")) } },
                        record = record))
                } @else { (rich!("process-see", record = record)) }
            }
            h2 { (t!("process-versions")) }
            (versions(answer))
        })
    }
}

fn way(answer: &ProcessAnswer) -> Way {
    let broad = |deals: usize| deals as f64 / answer.deals.max(1) as f64;
    let stop = |m: &MilestoneFacts| Stop {
        name: m.name.clone(),
        done: true,
        over: m.median_days.map_or(String::new(), whole_days),
        under: vec![t!("words-deals", n = m.deals), short(m)],
        breadth: broad(m.deals),
        ..Stop::default()
    };
    let end = |name: &str, deals: usize| Stop {
        name: name.into(),
        done: deals > 0,
        end: true,
        under: vec![t!("words-deals", n = deals)],
        breadth: broad(deals),
        ..Stop::default()
    };
    let milestones = answer.milestones.iter().map(stop);
    let stops: Vec<Stop> = iter::once(end(t!("process-opened"), answer.deals))
        .chain(milestones)
        .chain([end(t!("process-won"), answer.won)])
        .collect();
    let said = |m: &MilestoneFacts| {
        format!("{}: {}, {}", m.name, t!("words-deals", n = m.deals), of_wins(m, percent))
    };
    let words: Vec<String> = answer.milestones.iter().map(said).collect();
    Way { stops, title: words.join("; ") }
}

fn of_wins(milestone: &MilestoneFacts, said: fn(f64) -> String) -> String {
    let of = |share| t!("process-of-wins", share = said(share));
    milestone.share_of_won.map_or_else(|| t!("process-no-wins").into(), of)
}

/// The same where there is little room.
fn short(milestone: &MilestoneFacts) -> String {
    of_wins(milestone, |share| match share {
        s if s > 0.0 && s < 0.01 => "< 1 %".into(),
        s if s > 0.99 && s < 1.0 => "> 99 %".into(),
        s => percent(s),
    })
}

fn whole_days(number: f64) -> String {
    days(number.round() as i64)
}

fn told(milestone: &MilestoneFacts, view: &View) -> Markup {
    let median = milestone
        .median_days
        .map(|d| t!("process-median", days = d.round() as i64, n = milestone.median_of));
    let lines = [
        (t!("process-means"), milestone.meaning.clone()),
        (t!("process-proved-by"), milestone.evidence.clone()),
        (t!("process-ask-for"), milestone.objective.clone()),
        (t!("process-concerns"), milestone.departments.join(", ")),
        (t!("process-recognised-by"), milestone.events.join(", ")),
        (t!("process-usually"), median.unwrap_or_default()),
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
                dt { (t!("process-reached-by")) }
                dd {
                    (rich!("process-reached", deals = reached("all", t!("words-deals", n = milestone.deals)),
                        won = reached("won", grouped(milestone.won as f64))))
                }
            }
        }
    }
}

fn versions(answer: &ProcessAnswer) -> Markup {
    let table = html! {
        table {
            thead { tr {
                th { (t!("process-published")) } th { (t!("process-name")) }
                th.n { (t!("process-version")) } th.n { (t!("process-milestones")) }
            } }
            tbody {
                @for version in answer.versions.iter().rev() { tr {
                    td { (date(version.published)) } td { (version.name) }
                    td.n { (version.version) } td.n { (version.milestones) }
                } }
            }
        }
    };
    html! {
        @if answer.versions.is_empty() { p { (t!("process-none-published")) } }
        @else { (scroll(t!("process-published-versions"), &table)) }
        p { (rich!("process-from-file", command = html! { code { "milepost process publish FILE.toml" } })) }
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
