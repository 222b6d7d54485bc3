//! Editing the process: rename, merge, drop, reorder, add what the data cannot know, see at once what it
//! does to the fit and the forecast, and publish. A plain form: nothing is kept until it is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use insight::discovery::fit_of;
use ledger::decide::CompanyIntent;
use ledger::process::{Milestone, Process, Unusable};
use maud::{Markup, html};

use super::ask::look_at_one;
use super::fault::Fault;
use super::frame::{View, sentence, shell};
use crate::answers::discover::Discover;
use crate::answers::forecast::Forecast;
use crate::answers::words::{about, decimal};
use crate::answers::{Lens, Question};
use crate::draw::Format;
use crate::live::Live;
use crate::texts::t;

/// Empty rows to add milestones in.
const SPARE: usize = 2;

/// The form, filled in with today's process, or with what was discovered: `?from=discovered`, or where
/// nobody has published a process.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let asked = |query: &str| query.split('&').any(|pair| pair == "from=discovered");
    let discovered = uri.query().is_some_and(asked);
    let page = look_at_one(live, uri, move |view, _| {
        let today = &view.lens.process;
        let wanted = discovered || today.provisional || today.milestones.is_empty();
        let found = wanted.then(|| Discover.ask(view.lens).ok()).flatten();
        let found = found.map(|found| found.proposal).filter(|found| !found.milestones.is_empty());
        let process = found.unwrap_or_else(|| today.clone());
        Ok(page(view, &process, None))
    });
    page.await.map_or_else(|fault| fault.reply(Format::Table), IntoResponse::into_response)
}

/// What the form says: to be looked at, or published.
pub(super) async fn act(
    State(live): State<Arc<Live>>,
    uri: Uri,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let publish = fields.iter().any(|(name, value)| name == "do" && value == "publish");
    let done = look_at_one(live, uri, move |view, live| {
        let process = read(&fields);
        if !publish {
            return Ok(page(view, &process, Some(view.lens)).into_response());
        }
        match live.record_company(&CompanyIntent::Publish(process.clone())) {
            Ok(_) => Ok(Redirect::to("/process").into_response()),
            Err(trouble) => Ok(refused(view, &process, &trouble.to_string())),
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(Format::Table))
}

fn refused(view: &View, process: &Process, why: &str) -> Response {
    let form = form(view, process);
    let body = html! {
        div.head { h1 { (t!("page-process")) } }
        p.lead { (sentence(&t!("process-cannot-publish", why = why))) }
        (form)
    };
    let page = shell(t!("page-process"), "/process", view.asked(), &body);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The form's fields, `3.name` and so on, put in order, merged and without what was dropped.
fn read(fields: &[(String, String)]) -> Process {
    let mut rows: BTreeMap<usize, BTreeMap<&str, &str>> = BTreeMap::new();
    let mut name = String::new();
    for (field, value) in fields {
        match field.split_once('.') {
            Some((row, what)) => {
                if let Ok(row) = row.parse() {
                    rows.entry(row).or_default().insert(what, value.trim());
                }
            }
            None if field == "name" => value.trim().clone_into(&mut name),
            None => {}
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.retain(|row| {
        !row.contains_key("drop") && row.get("name").is_some_and(|name| !name.is_empty())
    });
    let place = |row: &BTreeMap<&str, &str>| -> f64 {
        row.get("place").and_then(|place| place.parse().ok()).unwrap_or(f64::MAX)
    };
    rows.sort_by(|a, b| place(a).total_cmp(&place(b)));
    let mut milestones: Vec<Milestone> = Vec::new();
    for row in &rows {
        let milestone = milestone(row);
        match milestones.last_mut().filter(|_| row.contains_key("merge")) {
            Some(above) => {
                above.events.push(milestone.name);
                above.events.extend(milestone.events);
            }
            None => milestones.push(milestone),
        }
    }
    Process { name, milestones, ..Process::default() }
}

fn milestone(row: &BTreeMap<&str, &str>) -> Milestone {
    let text = |what: &str| row.get(what).copied().unwrap_or_default().to_owned();
    let list = |what: &str| -> Vec<String> {
        let parts = row.get(what).copied().unwrap_or_default().split(['\n', ',']);
        parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    // An event's name may hold a comma; a line each.
    let lines = row.get("events").copied().unwrap_or_default().lines();
    let name = text("name");
    let events = lines.map(str::trim).filter(|line| !line.is_empty() && *line != name);
    Milestone {
        events: events.map(str::to_owned).collect(),
        meaning: text("meaning"),
        evidence: text("evidence"),
        objective: text("objective"),
        departments: list("departments"),
        usual_days: row.get("days").and_then(|days| days.parse().ok()),
        name,
    }
}

fn page(view: &View, process: &Process, tried: Option<&Lens>) -> Markup {
    let body = html! {
        div.head { h1 { (t!("page-process")) } }
        p.lead {
            @if tried.is_some() { (t!("process-would-do")) }
            @else { (t!("process-your-words")) }
        }
        @if let Some(lens) = tried { (effect(lens, process)) }
        (form(view, process))
    };
    shell(t!("page-process"), "/process", view.asked(), &body)
}

/// What the edited process does to the fit and to the forecast, beside today's.
fn effect(lens: &Lens, process: &Process) -> Markup {
    let edited = Lens { process: process.clone(), ..*lens };
    let until = lens.as_of.moment.min(lens.book.latest_known());
    let row = |name: &str, lens: &Lens| {
        let fit = fit_of(lens.book, until, &lens.process);
        let forecast = Forecast::default().ask(lens);
        html! { tr {
            th scope="row" { (name) }
            td.n { (lens.process.milestones.len()) }
            td.n { (fit.map_or_else(|| t!("process-too-few").into(), |fit| decimal(fit.milestones, 3))) }
            td.n { (fit.map_or(String::new(), |fit| decimal(fit.whole_log, 3))) }
            td { @match forecast {
                Ok(f) => { (t!("process-outlook", mean = about(f.mean), currency = f.currency, low = about(f.p10), high = about(f.p90))) }
                Err(refusal) => { (refusal.0) }
            } }
        } }
    };
    html! {
        div.scroll role="region" aria-label=(t!("process-effect")) tabindex="0" {
            table {
                thead { tr {
                    td {} th.n { (t!("process-milestones")) } th.n { (t!("process-log-loss")) }
                    th.n { (t!("process-whole-log")) } th { (t!("process-next-quarter")) }
                } }
                tbody { (row(t!("process-as-edited"), &edited)) (row(t!("process-today"), lens)) }
            }
        }
        @if let Err(why) = process.validate() { p.alert { (sentence(&unusable(&why))) } }
    }
}

/// Why a process cannot be published.
fn unusable(why: &Unusable) -> String {
    match why {
        Unusable::NoName => t!("process-has-no-name").into(),
        Unusable::NoMilestones => t!("process-has-no-milestones").into(),
        Unusable::Unnamed(place) => t!("process-unnamed", place = place),
        Unusable::Twice(name) => t!("process-twice", name = name),
    }
}

fn form(view: &View, process: &Process) -> Markup {
    let rows = process.milestones.iter().map(Some).chain(std::iter::repeat_n(None, SPARE));
    let name = if process.name.is_empty() { t!("process-new-business") } else { &process.name };
    html! {
        form.edit method="post" action=(view.asked().to("/process/edit")) {
            label { span { (t!("process-name-of")) } input name="name" value=(name) required; }
            ol { @for (i, milestone) in rows.enumerate() { (fields(i, milestone)) } }
            p {
                button name="do" value="preview" { (t!("process-preview")) }
                " " button.primary name="do" value="publish" { (t!("process-publish")) }
                " " a href=(view.asked().to("/discover")) { (t!("process-back")) }
            }
        }
    }
}

fn fields(i: usize, milestone: Option<&Milestone>) -> Markup {
    let empty = Milestone::default();
    let m = milestone.unwrap_or(&empty);
    let field = |what: &str| format!("{i}.{what}");
    let text = |what: &str, label: &str, value: &str| {
        html! {
            label { span { (label) } input name=(field(what)) value=(value); }
        }
    };
    let days = m.usual_days.map(|days| days.to_string());
    html! {
        li {
            div.row {
                label.place { span { (t!("process-place")) } input name=(field("place")) value=(i + 1) inputmode="decimal"; }
                (text("name", if milestone.is_some() { t!("process-milestone") } else { t!("process-new-milestone") }, &m.name))
                @if milestone.is_some() {
                    label.tick { input type="checkbox" name=(field("merge")); " " (t!("process-merge")) }
                    label.tick { input type="checkbox" name=(field("drop")); " " (t!("process-drop")) }
                }
            }
            details {
                summary { (t!("process-details")) }
                div.more {
                    (text("meaning", t!("process-meaning"), &m.meaning))
                    (text("evidence", t!("process-evidence"), &m.evidence))
                    (text("objective", t!("process-objective"), &m.objective))
                    (text("departments", t!("process-departments"), &m.departments.join(", ")))
                    label { span { (t!("process-events")) }
                        textarea name=(field("events")) rows="3" { (m.events.join("\n")) } }
                    @if let Some(days) = &days { input type="hidden" name=(field("days")) value=(days); }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
    }

    #[test]
    fn milestones_are_renamed_reordered_merged_and_dropped() {
        let process = read(&fields(&[
            ("name", " New business "),
            ("0.place", "2"),
            ("0.name", "Trial held"),
            ("0.events", "poc\ntrial, long"),
            ("1.place", "1"),
            ("1.name", "Need agreed"),
            ("1.departments", "Sales, Service"),
            ("2.place", "3"),
            ("2.name", "Trial signed"),
            ("2.merge", "on"),
            ("3.place", "4"),
            ("3.name", "Demo given"),
            ("3.drop", "on"),
            ("4.place", "5"),
            ("4.name", " "),
            ("do", "preview"),
        ]));
        assert_eq!(process.name, "New business");
        let names: Vec<_> = process.milestones.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["Need agreed", "Trial held"]);
        assert_eq!(process.milestones[0].departments, ["Sales", "Service"]);
        assert_eq!(process.milestones[1].events, ["poc", "trial, long", "Trial signed"]);
    }
}
