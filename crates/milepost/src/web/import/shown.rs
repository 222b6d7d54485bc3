//! The pages of an import: where files are chosen, what they would be read as, what came of it.

use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ledger::deal::What;
use ledger::time::Day;
use maud::{Markup, html};
use serde_json::json;

use super::super::fault::Fault;
use super::super::frame::{View, capital, day, same_as, scroll, sentence, shell};
use super::columns;
use super::upload::Said;
use crate::answers::audit;
use crate::answers::discover::Discover;
use crate::answers::forecast::Forecast;
use crate::answers::imports::{ImportUndone, Imported};
use crate::answers::words::grouped;
use crate::answers::{Answer, AsOf, Lens, Question};
use crate::clock;
use crate::import::called::called;
use crate::import::notes::{FileReport, Report};
use crate::live::Live;
use crate::problems;
use crate::texts::{decimal, rich, t};

/// So many problems are shown one by one.
const MOST_ROWS: usize = 40;

/// Where files are chosen, and what was imported before.
pub(super) fn start(view: &View, live: &Live) -> Result<Markup, Fault> {
    let imports = live.imports()?.imports;
    let body = html! {
        div.head { h1 { (t!("page-import")) } }
        p.lead { (sentence(t!("import-lead"))) }
        (choose())
        h2 { (t!("import-what")) }
        ul {
            li { (rich!("import-salesforce", system = html! { b { "Salesforce" } })) }
            li { (rich!("import-hubspot", system = html! { b { "HubSpot" } })) }
            li { (rich!("import-pipedrive", system = html! { b { "Pipedrive" } })) }
            li { (rich!("import-spreadsheet", table = html! { b { (t!("import-a-spreadsheet")) } })) }
        }
        p { (t!("import-together")) }
        @if !imports.is_empty() {
            h2 #imports { (t!("import-before")) }
            (scroll(t!("import-before"), &before(&imports, view)))
        }
        (same_as(|ending| format!("/import.{ending}")))
    };
    Ok(shell(t!("page-import"), "/import", view.asked(), &body))
}

/// The form by which files come in.
pub(in super::super) fn choose() -> Markup {
    html! {
        form.call method="post" action="/import" enctype="multipart/form-data" {
            label.wide { span { (t!("import-files")) }
                input type="file" name="files" multiple required; }
            p { button.primary { (t!("import-look")) } }
        }
        p { (t!("import-nothing-written")) }
    }
}

/// Each import, with the button that undoes it behind what that means.
fn before(imports: &[Imported], view: &View) -> Markup {
    let settings = view.lens.settings;
    html! {
        table {
            thead { tr { th { (t!("import-when")) } th { (t!("import-files-short")) } th { (t!("import-by")) }
                th.n { (t!("import-facts")) } th { (t!("import-undo")) } } }
            tbody { @for import in imports { tr {
                td { (day(settings.day_of(import.at))) " " (settings.time_of(import.at)) }
                td { (import.files.join(", ")) }
                td { (import.by.as_deref().map_or("", |id| view.lens.people.person(id))) }
                td.n { (grouped(import.added as f64)) }
                td { @match import.undone {
                    Some(at) => { span.quiet { (rich!("import-undone-on", day = day(settings.day_of(at)))) } }
                    None => { details { summary { (t!("import-undo")) }
                        form.call.ends method="post" action="/import" {
                            input type="hidden" name="at" value=(import.at);
                            p { (t!("import-undo-means")) }
                            button name="do" value="undo" { (t!("import-undo-this")) }
                        }
                    } }
                } }
            } } }
        }
    }
}

/// What came of undoing one.
pub(super) fn undone(view: &View, undone: &ImportUndone) -> Markup {
    let body = html! {
        div.head { h1 { (t!("page-import")) } }
        p.lead role="status" { (sentence(&undone.sentence())) }
        p { (rich!(
            "import-undone-ways",
            again = html! { a href="/import" { (t!("import-again")) } },
            deals = html! { a href="/pipeline" { (t!("import-see-deals")) } },
        )) }
    };
    shell(t!("page-import"), "/import", view.asked(), &body)
}

/// How far an import is. The page looks again by itself.
pub(super) fn reading(view: &View, (done, of): (u64, u64)) -> Response {
    let megabytes = |bytes: u64| decimal(bytes as f64 / 1e6, 1);
    let told = match of {
        0 => t!("import-reading-ledger").to_owned(),
        of if done >= of => t!("import-writing").to_owned(),
        of => t!("import-reading", done = megabytes(done), all = megabytes(of)),
    };
    let body = html! {
        div.head { h1 { (t!("page-import")) } }
        p.lead role="status" { (sentence(&told)) }
        p { progress max=[(of > 0).then_some(of)] value=[(of > 0).then_some(done)] aria-label=(t!("import-how-far")) {} }
        p.quiet { (t!("import-looks-again")) }
    };
    let page = shell(t!("page-import"), "/import", view.asked(), &body);
    ([(REFRESH, "1")], page).into_response()
}

const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// What the files would be read as.
pub(super) fn preview(
    view: &View,
    id: &str,
    said: &Said,
    (report, samples): (&Report, &[serde_json::Value]),
    (why, refused): (Option<&str>, Option<&str>),
) -> Markup {
    let unknown = report.files.iter().find(|file| file.recognised.is_empty());
    let told = match (why.or(refused), unknown) {
        (Some(_), Some(file)) if why.is_none() => {
            t!("import-file-unknown", file = name(file))
        }
        (Some(why), _) => said_here(&own_name(why.lines().next().unwrap_or_default())),
        (None, _) => t!("import-would-add", added = report.added, known = report.known),
    };
    let stopped = why.or(refused).is_some();
    let body = html! {
        div.head { h1 { (t!("page-import")) } }
        p.lead role=[stopped.then_some("alert")] { (sentence(&told)) }
        @for note in &report.assumptions { p.note { (sentence(&said_here(note))) } }
        form.call method="post" action="/import" {
            input type="hidden" name="upload" value=(id);
            div.taps {
                @if !stopped { button.primary name="do" value="import" { (t!("import-do")) } }
                button name="do" value="forget" { (t!("import-other-files")) }
            }
        }
        @for file in &report.files { (read_as(file)) }
        (problems(report))
        @if !samples.is_empty() { (first_facts(samples)) }
        (options(id, said, stopped))
        @if report.files.iter().any(|file| !file.columns.is_empty()) { (by_hand(id, report)) }
    };
    shell(t!("page-import"), "/import", view.asked(), &body)
}

fn read_as(file: &FileReport) -> Markup {
    let read = file.columns.iter().filter(|(_, meaning)| !meaning.is_empty());
    let passed = file.columns.iter().filter(|(_, meaning)| meaning.is_empty());
    let passed: Vec<&str> = passed.map(|(name, _)| name.as_str()).collect();
    html! {
        h2 { (name(file)) " " span.quiet {
            @if file.recognised.is_empty() { (t!("import-not-recognised")) } @else { (called(&file.recognised)) }
        } }
        @if !file.layout.is_empty() {
            p { (rich!(
                "import-file",
                layout = capital(&file.layout),
                rows = file.rows,
                facts = file.events,
                learned = file.learned,
                skipped = file.skipped;
                left = html! { b { (t!("import-left-out", n = file.skipped)) } },
            )) }
        }
        @if !file.recognised.is_empty() {
            @if !file.columns.is_empty() { details { summary { (t!("import-how-columns")) }
                (scroll(&name(file), &html! { table {
                    thead { tr { th { (t!("import-column")) } th { (t!("import-read-as-head")) } } }
                    tbody { @for (column, meaning) in read { tr { td { (column) } td { (meaning) } } } }
                } })) } }
            @if !passed.is_empty() { p.quiet { (t!("import-passed", columns = passed.join(", "))) } }
        }
    }
}

/// Where something cannot be read, row by row.
fn problems(report: &Report) -> Markup {
    html! {
        @if report.problems.total() > 0 {
            h2 { (t!("import-problems", n = report.problems.total())) }
            ul { @for (kind, times) in &report.problems.counts { li {
                b { (times) " × " (problems::title(*kind)) } ". " (sentence(&said_here(problems::remedy(*kind)))) " " span.quiet { (kind.code()) }
            } } }
            details { summary { (t!("import-row-by-row")) }
                ul { @for problem in report.problems.kept.iter().take(MOST_ROWS) { li { (own_name(&problems::said(problem))) } } }
            }
        }
    }
}

fn first_facts(samples: &[serde_json::Value]) -> Markup {
    let text = |sample: &serde_json::Value, key: &str| {
        sample[key].as_str().unwrap_or_default().chars().take(60).collect::<String>()
    };
    html! {
        h2 { (t!("import-first-facts")) }
        (scroll(t!("import-first-facts"), &html! { table {
            thead { tr { th { (t!("page-deal")) } th { (t!("import-when")) } th { (t!("import-fact")) } th { (t!("import-what-fact")) } } }
            tbody { @for sample in samples { tr {
                td { (text(sample, "deal")) } td { (day(text(sample, "happened_at").chars().take(10).collect::<String>())) }
                td { (audit::called(&text(sample, "type"))) }
                td { (text(sample, "milestone")) (text(sample, "event")) (text(sample, "name")) }
            } } }
        } }))
    }
}

fn orders() -> [(&'static str, &'static str); 3] {
    [
        ("dmy", t!("import-day-first")),
        ("mdy", t!("import-month-first")),
        ("ymd", t!("import-year-first")),
    ]
}

/// What may be said of all files.
fn options(id: &str, said: &Said, open: bool) -> Markup {
    let pick = |name: &str, label: &str, now: &str, all: &[(&str, &str)]| {
        html! { label { span { (label) } select name=(name) {
            option value="" { (t!("import-as-recognised")) }
            @for (value, words) in all { option value=(value) selected[*value == now] { (words) } }
        } } }
    };
    let text = |name: &str, label: &str, now: &str| {
        html! { label { span { (label) } input name=(name) value=(now); } }
    };
    html! {
        details open[open] { summary { (t!("import-options")) }
            form.call method="post" action="/import" {
                input type="hidden" name="upload" value=(id);
                div.row {
                    (pick("dates", t!("import-dates"), &said.dates, &orders()))
                    (pick("decimal", t!("import-decimals"), &said.decimal, &[("point", "1,200.50"), ("comma", "1.200,50")]))
                    (text("currency", t!("import-currency"), &said.currency))
                }
                (text("won", t!("import-won"), &said.won))
                (text("lost", t!("import-lost"), &said.lost))
                @if said.mapping.is_some() {
                    label.tick { input type="checkbox" name="afresh"; " " (t!("import-afresh")) }
                }
                p { button name="do" value="read" { (t!("import-read-again")) } }
            } }
    }
}

fn by_hand(id: &str, report: &Report) -> Markup {
    let unknown = report.files.iter().any(|file| file.recognised.is_empty());
    html! {
        details open[unknown] { summary { (t!("import-say-columns")) }
            form.call method="post" action="/import" {
                input type="hidden" name="upload" value=(id);
                @for (nth, file) in report.files.iter().enumerate() {
                    @if !file.columns.is_empty() { h3 { (name(file)) } (columns::form(nth, file)) }
                }
                p { button.primary name="do" value="columns" { (t!("import-read-so")) } }
            } }
    }
}

/// What came of it, and the first thing to learn from it.
pub(super) fn done(view: &View, live: &Live, report: &Report) -> Markup {
    let lead = t!("import-added", added = report.added, known = report.known);
    let body = html! {
        div.head { h1 { (t!("page-import")) } }
        p.lead { (sentence(&lead)) }
        @for note in &report.assumptions { p.note { (sentence(&said_here(note))) } }
        @let (old, truths) = first_truths(live);
        h2 { (t!("import-record-says")) @if let Some(then) = old { " " span.quiet { (rich!("import-as-of", day = day(then))) } } }
        @if let Some(then) = old {
            p { (rich!("import-newest", day = day(then.plus(-1)))) }
        }
        @for (of, told, to, way) in &truths {
            section { h3 { (of) } p { (sentence(told)) } p { a.button.primary href=(to) { (way) } } }
        }
        p { a href="/pipeline" { (t!("import-where-stand")) } " · " a href="/check" { (t!("import-data-wrong")) } }
        (problems(report))
        p { a href="/import" { (t!("import-more")) } }
    };
    shell(t!("page-import"), "/import", view.asked(), &body)
}

/// From this many facts on, a forecast takes seconds: it is made when it is asked for.
const MOST_FACTS: u64 = 500_000;

/// A record whose newest fact is older than so many days is asked as of then: of today it knows nothing.
const OLD: i32 = 45;

/// Of what, the sentence of its answer or of why there is none, and where and how one reads on.
type Truth = (&'static str, String, String, &'static str);

/// What is asked of all that is known, and as of which day if the record is old.
fn first_truths(live: &Live) -> (Option<Day>, Vec<Truth>) {
    let settings = live.settings();
    let now = AsOf::now(clock::now(), settings);
    let (Ok(book), Ok(people)) = (live.book(now.moment), live.people()) else {
        return Default::default();
    };
    // What is known only since the import is no sign of life.
    let lives = book.deals().iter().flat_map(|deal| &deal.entries);
    let newest = lives.filter(|entry| entry.what != What::Changed).map(|entry| entry.at).max();
    let after = newest.map(|newest| settings.day_of(newest).plus(1));
    let old = after.filter(|day| *day < now.day.plus(-OLD));
    let then = old.and_then(|day| AsOf::parse(&day.to_string(), clock::now(), settings).ok());
    let as_of = then.unwrap_or(now);
    let Ok(book) = live.book(as_of.moment) else { return Default::default() };
    let Ok(lens) = Lens::new(as_of, &book, None, &people, settings) else {
        return Default::default();
    };
    let to = |page: &str| old.map_or(page.to_owned(), |day| format!("{page}?as_of={day}"));
    let discovered = told(&Discover, &lens);
    let mut truths =
        vec![(t!("import-milestones"), discovered, to("/discover"), t!("import-see-milestones"))];
    if book.events() < MOST_FACTS {
        let forecast = told(&Forecast::default(), &lens);
        truths.push((t!("import-forecast"), forecast, to("/forecast"), t!("import-see-forecast")));
    }
    (old, truths)
}

fn told<Q: Question>(question: &Q, lens: &Lens) -> String {
    question.ask(lens).map_or_else(|refusal| refusal.0, |answer| answer.sentence())
}

/// The same for programs.
pub(super) fn as_json(report: &Report) -> Response {
    let files: Vec<_> = report
        .files
        .iter()
        .map(|file| {
            json!({ "file": name(file), "recognised": file.recognised, "rows": file.rows,
                    "facts": file.events, "left_out": file.skipped })
        })
        .collect();
    let problems: Vec<_> =
        report.problems.kept.iter().map(|problem| own_name(&problems::said(problem))).collect();
    let counts: serde_json::Map<String, serde_json::Value> = report
        .problems
        .counts
        .iter()
        .map(|(kind, times)| (kind.code().to_owned(), (*times).into()))
        .collect();
    let body = json!({
        "added": report.added, "known": report.known, "corrected": report.corrected,
        "files": files, "assumptions": report.assumptions, "problems": problems, "counts": counts,
    });
    ([(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// The file as its owner calls it, not where it waits.
fn name(file: &FileReport) -> String {
    let path = std::path::Path::new(&file.file);
    path.file_name().map_or(file.file.clone(), |name| name.to_string_lossy().into_owned())
}

/// A problem's sentence without the folder in which the file waits.
fn own_name(sentence: &str) -> String {
    match sentence.split_once("/files/") {
        Some((folder, rest)) if folder.contains("milepost-import") => rest.to_owned(),
        _ => sentence.to_owned(),
    }
}

/// A sentence as this page can say it: without the flags of the command line, which are fields here.
fn said_here(sentence: &str) -> String {
    // A stop ends a clause only where a space or nothing follows: `milepost.toml` is one word.
    let ends = sentence.match_indices(['.', ';']).map(|(at, _)| at + 1);
    let ends = ends.filter(|at| sentence[*at..].chars().next().is_none_or(char::is_whitespace));
    let (mut text, mut from) = (String::new(), 0);
    for end in ends.chain([sentence.len()]) {
        let clause = &sentence[from..end];
        if !clause.contains("--") {
            text.push_str(clause);
        }
        from = end;
    }
    let text = text.trim().trim_end_matches(';').to_owned();
    if text.is_empty() { t!("import-say-below").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::said_here;

    #[test]
    fn what_only_a_shell_can_say_is_left_out() {
        let note = "taken as USD (7); say another with --currency or in milepost.toml.";
        assert_eq!(said_here(note), "taken as USD (7)");
        assert_eq!(said_here("See milepost.toml. Or --dates dmy."), "See milepost.toml.");
        assert_eq!(said_here("Say --dates dmy."), "Say below how it is to be read");
    }
}
