//! Deals, a page at a time: found, put in order, ticked, and changed many at once. What was recorded so can be taken
//! back with one button, from the page that says what was recorded.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use clap::ValueEnum;
use ledger::decide::Intent;
use ledger::event::Values;
use ledger::time::{Day, Moment};
use maud::{Markup, html};

use super::act::wish::person;
use super::address::Address;
use super::ask::{Page, look};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{View, capital, day, scroll, sentence, shell};
use super::next::MOST_ROWS;
use crate::answers::deals::{DealLine, Deals, DealsAnswer, Sort, Which};
use crate::answers::words::{count, grouped};
use crate::answers::{Question, Refusal};
use crate::draw::Format;
use crate::live::Live;
use crate::live::many::Many;
use crate::texts::key;

impl Page for Deals {
    const TITLE: &'static str = key!("page-deals");
    const FILTERED: bool = true;
    const AMONG: bool = true;

    fn read(address: &Address) -> Result<Deals, Refusal> {
        let other = &address.asked.other;
        let said = |name: &str| other.get(name).map(|s| s.trim()).filter(|s| !s.is_empty());
        let date = |name: &str| {
            let wrong = |text: &str| Refusal(format!("'{text}' is no day; write it as 2026-11-23"));
            said(name).map(|text| text.parse::<Day>().map_err(|_| wrong(text))).transpose()
        };
        let page = said("page").map(|text| {
            let wrong = || Refusal(format!("'{text}' is no page; pages are counted from 1"));
            text.parse::<usize>().ok().filter(|page| *page > 0).ok_or_else(wrong)
        });
        let page = page.transpose()?;
        let pages = page.is_some() || address.format == Format::Table;
        Ok(Deals {
            search: said("q").map(str::to_owned),
            state: one_of("state", said("state"))?,
            filter: address.asked.filter(),
            among: address.asked.among()?,
            reached: said("reached").map(str::to_owned),
            opened_from: date("opened_from")?,
            opened_to: date("opened_to")?,
            closed_from: date("closed_from")?,
            closed_to: date("closed_to")?,
            won_from: date("won_from")?,
            won_to: date("won_to")?,
            sort: one_of("sort", said("sort"))?,
            limit: pages.then_some(MOST_ROWS),
            page: page.unwrap_or(1),
        })
    }

    fn draw(&self, answer: &DealsAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            (recorded(view))
            (finder(self, view))
            @if answer.found > 0 {
                form.many method="post" action=(here(view)) {
                    (scroll("Deals", &table(self, answer, view)))
                    (pager(answer, view))
                    @if view.writes() { (changes(answer, view)) }
                }
            }
            @if view.writes() { p.ways { a.button href=(view.asked().to("/deal/open")) { "Open a deal" } } }
        })
    }
}

/// A word of an address that must be one of a few.
fn one_of<T: ValueEnum + Default>(name: &str, said: Option<&str>) -> Result<T, Refusal> {
    let Some(text) = said else { return Ok(T::default()) };
    T::from_str(text, true).map_err(|_| {
        let all = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let all: Vec<String> = all.map(|value| value.get_name().to_owned()).collect();
        Refusal(format!("{name} cannot be '{text}'; write {}", all.join(", ")))
    })
}

/// The words that an address has for a choice.
fn word<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

/// This page as it was asked.
fn here(view: &View) -> String {
    view.asked().with("/deals", "", "")
}

/// What to look for besides the filters of every page.
fn finder(asked: &Deals, view: &View) -> Markup {
    const OWN: &[&str] = &[
        "q",
        "state",
        "reached",
        "opened_from",
        "opened_to",
        "closed_from",
        "closed_to",
        "won_from",
        "won_to",
    ];
    let all = view.asked().lasting().into_iter().chain(view.asked().passing());
    let date = |name: &str, label: &str, day: Option<Day>| {
        let day = day.map(|day| day.to_string());
        html! { label { span { (label) } input type="date" name=(name) value=[day]; } }
    };
    let days = [
        ("opened_from", "Opened from", asked.opened_from),
        ("opened_to", "to", asked.opened_to),
        ("closed_from", "Closed from", asked.closed_from),
        ("closed_to", "to", asked.closed_to),
        ("won_from", "Won from", asked.won_from),
        ("won_to", "to", asked.won_to),
    ];
    let more = asked.reached.is_some() || days.iter().any(|(_, _, day)| day.is_some());
    html! {
        form.find.wide method="get" action="/deals" role="search" {
            @for (name, value) in all.filter(|(name, _)| !OWN.contains(name)) {
                input type="hidden" name=(name) value=(value);
            }
            label { span { "Customer, name or number" }
                input type="search" name="q" value=[asked.search.as_deref()]; }
            label { span { "State" } select name="state" {
                @for which in Which::value_variants() {
                    option value=(word(which)) selected[*which == asked.state] { (word(which)) }
                }
            } }
            button { "Find" }
            details.more open[more] {
                summary { "Days and milestones" }
                div {
                    label { span { "Has reached" } select name="reached" {
                        option value="" { "any or none" }
                        @for milestone in &view.lens.process.milestones {
                            option value=(milestone.name) selected[asked.reached.as_deref() == Some(&milestone.name)] { (milestone.name) }
                        }
                    } }
                    @for (name, label, day) in days { (date(name, label, day)) }
                }
            }
        }
    }
}

fn table(asked: &Deals, answer: &DealsAnswer, view: &View) -> Markup {
    let currency = format!("Amount, {}", answer.currency);
    html! {
        table.deals {
            thead { tr {
                @if view.writes() { th.tick data-tick-all { span.spoken { "Tick" } } }
                (head(asked, Sort::Name, "Deal", "", view))
                th { "Owner" }
                (head(asked, Sort::Amount, &currency, "n", view))
                (head(asked, Sort::Milestone, "Stands at", "", view))
                (head(asked, Sort::Opened, "Opened", "n", view))
                (head(asked, Sort::Closed, "Closed or expected", "n", view))
                (head(asked, Sort::Moved, "Moved", "n", view))
            } }
            tbody { @for line in &answer.deals { (row(line, view)) } }
        }
    }
}

/// A column's name, which puts the list in its order.
fn head(asked: &Deals, sort: Sort, name: &str, class: &str, view: &View) -> Markup {
    let order = if sort == Sort::Name { "ascending" } else { "descending" };
    html! {
        th class=[Some(class).filter(|class| !class.is_empty())] aria-sort=[(asked.sort == sort).then_some(order)] {
            a href=(view.asked().with("/deals", "sort", &word(&sort))) { (name) }
            @if asked.sort == sort { span aria-hidden="true" { @if sort == Sort::Name { " ↑" } @else { " ↓" } } }
        }
    }
}

fn row(line: &DealLine, view: &View) -> Markup {
    let title = line.account.as_ref().or(line.name.as_ref());
    html! {
        tr {
            @if view.writes() { td.tick { label {
                input type="checkbox" name="deal" value=(line.id);
                span.spoken { "Tick " (line.id) }
            } } }
            td.who {
                @if let Some(title) = title { b { (title) } " " }
                (view.deal(&line.id))
                @if let Some(name) = called(line) { " " span.quiet { (name) } }
            }
            td { (line.owner.as_deref().unwrap_or("no owner")) }
            td.n { (line.amount.map_or("no amount".into(), grouped)) }
            td {
                @match line.state {
                    "open" => { (line.milestone.as_deref().unwrap_or("no milestone yet")) }
                    closed => { b { (capital(closed)) } @if let Some(last) = &line.milestone { span.quiet { " after " (last) } } }
                }
                @if line.stalled { " " strong.alert { "Stalled" } }
            }
            td.n { (day(line.opened)) }
            td.n { @match (line.closed, line.expected_close) {
                (Some(closed), _) => { (day(closed)) }
                (None, Some(expected)) => { span.quiet { (day(expected)) } }
                _ => {}
            } }
            td.n { (day(line.moved)) }
        }
    }
}

/// What a deal is called besides its customer's name, with which many names begin.
fn called(line: &DealLine) -> Option<&str> {
    let (name, account) = (line.name.as_deref()?, line.account.as_deref()?);
    let rest = name.strip_prefix(account).unwrap_or(name);
    let rest = rest.trim_start_matches([' ', ':', '-', '–', ',']);
    Some(rest).filter(|rest| !rest.is_empty())
}

/// The way to the other pages of the list.
fn pager(answer: &DealsAnswer, view: &View) -> Markup {
    let to = |page: usize| view.asked().with("/deals", "page", &page.to_string());
    let (page, pages) = (answer.page, answer.pages);
    let first = (page - 1) * MOST_ROWS + 1;
    let last = first + answer.deals.len().saturating_sub(1);
    html! {
        @if pages > 1 {
            nav.pager aria-label="Pages of the list" {
                span { (grouped(first as f64)) "–" (grouped(last as f64)) " of " (grouped(answer.found as f64)) }
                @if page > 1 { a href=(to(1)) { "First" } a href=(to(page - 1)) rel="prev" { "Previous" } }
                @if page < pages { a href=(to(page + 1)) rel="next" { "Next" } a href=(to(pages)) { "Last" } }
            }
        }
    }
}

/// What can be done to all deals that are ticked. Each button records one thing.
fn changes(answer: &DealsAnswer, view: &View) -> Markup {
    let origins = view.lens.origins();
    let owners = origins.iter().filter_map(|(owner, _)| view.lens.book.text_of(*owner));
    let owners: std::collections::BTreeSet<&str> =
        owners.map(|id| view.lens.people.person(id)).collect();
    let found = count(answer.found, "deal");
    html! {
        details.acts #many {
            summary { "Change the ticked deals" }
            @if answer.pages > 1 {
                p { label.tick { input type="checkbox" name="all" value="yes"; " All " (found) " of this list, not only the ticked ones" } }
            }
            div.row {
                label { span { "Owner" } input name="owner" list="owners"; }
                datalist #owners { @for owner in owners { option value=(owner) {} } }
                button name="do" value="owner" { "Give to them" }
            }
            div.row {
                label { span { "Expected close" } input type="date" name="close"; }
                button name="do" value="close" { "Set the day" }
            }
            div.row {
                label { span { "Source" } input name="source"; }
                button name="do" value="source" { "Set the source" }
            }
            @if !view.lens.process.milestones.is_empty() {
                div.row {
                    label { span { "Milestone" } select name="milestone" {
                        @for milestone in &view.lens.process.milestones { option { (milestone.name) } }
                    } }
                    button name="do" value="reach" { "Reached" }
                }
            }
            div.row {
                label { span { "Lost because" } input name="reason"; }
                button name="do" value="lose" { "Record as lost" }
            }
        }
    }
}

/// What was recorded just now, and its opposite.
fn recorded(view: &View) -> Markup {
    let at = view.asked().other.get("changed").filter(|_| view.writes());
    let Some((at, deals)) = at.and_then(|said| said.split_once('_')) else { return html! {} };
    let deals = deals.parse::<usize>().unwrap_or_default();
    html! {
        div.past role="status" {
            p { "Recorded for " b { (count(deals, "deal")) } "." }
            (undo(at, view))
        }
    }
}

fn undo(at: &str, view: &View) -> Markup {
    html! {
        form.call.ends method="post" action=(here(view)) {
            input type="hidden" name="at" value=(at);
            button name="do" value="back" { "Undo" }
        }
    }
}

/// Changes many deals.
pub(super) async fn act(
    State(live): State<Arc<Live>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let format = Address::place(&uri, None).format;
    let done = look(live, uri, None, move |view, live| {
        let fields = Fields::read(&headers, &body)?;
        let done = change(view, live, &fields)?;
        let back = fields.said("do").as_deref() == Some("back");
        if format != Format::Table {
            let body = serde_json::to_vec(&done).unwrap_or_default();
            return Ok(([(CONTENT_TYPE, "application/json")], body).into_response());
        }
        if done.refused.is_empty() {
            let at = done.at.filter(|_| !back).map(|at| format!("{}_{}", at.0, done.changed.len()));
            let to = view.asked().with("/deals", "changed", &at.unwrap_or_default());
            return Ok(Redirect::to(&to).into_response());
        }
        Ok(outcome(view, &done, back).into_response())
    });
    done.await.unwrap_or_else(|fault| fault.reply(format))
}

fn change(view: &View, live: &Live, fields: &Fields) -> Result<Many, Fault> {
    if fields.said("do").as_deref() == Some("back") {
        let moment = |text: String| text.parse().map(Moment).ok().or_else(|| text.parse().ok());
        let at: Option<Moment> = fields.said("at").and_then(moment);
        let at = at.ok_or_else(|| Fault::unclear(Refusal("say what to take back".into())))?;
        return Ok(live.undo_many(at)?);
    }
    let intent = wish(view, fields).map_err(Fault::unclear)?;
    let deals = if fields.ticked("all") {
        let all =
            Deals { limit: None, page: 1, ..Deals::read(view.address).map_err(Fault::unclear)? };
        let all = all.ask(view.lens).map_err(Fault::unclear)?;
        all.deals.into_iter().map(|deal| deal.id).collect()
    } else {
        fields.all("deal")
    };
    if deals.is_empty() {
        let sentence = "tick the deals to change first; nothing was recorded";
        return Err(Fault::unclear(Refusal(sentence.into())));
    }
    Ok(live.record_many(&deals, &intent)?)
}

/// What a form wants recorded of every deal.
fn wish(view: &View, fields: &Fields) -> Result<Intent, Refusal> {
    let need = |name: &str, what: &str| {
        fields.said(name).ok_or_else(|| Refusal(format!("say {what}; nothing was recorded")))
    };
    Ok(match fields.said("do").as_deref() {
        Some("owner") => {
            let owner = need("owner", "to whom")?;
            Intent::Change(Values { owner: Some(person(view, &owner)), ..Values::default() })
        }
        Some("close") => {
            need("close", "which day")?;
            Intent::Change(Values { expected_close: fields.day("close")?, ..Values::default() })
        }
        Some("source") => {
            let source = Some(need("source", "which source")?);
            Intent::Change(Values { source, ..Values::default() })
        }
        Some("reach") => {
            Intent::Reach { milestone: need("milestone", "which milestone")?, evidence: None }
        }
        Some("lose") => Intent::Lose { reason: fields.said("reason") },
        _ => {
            let all = "owner, close, source, reach, lose or back";
            return Err(Refusal(format!("say what to do: {all}")));
        }
    })
}

/// So many reasons are shown.
const MOST_REASONS: usize = 20;

/// What was recorded and what was not, with the reasons.
fn outcome(view: &View, done: &Many, back: bool) -> Markup {
    let (changed, left) = (count(done.changed.len(), "deal"), count(done.refused.len(), "deal"));
    let verb = if back { "taken back" } else { "recorded" };
    let body = html! {
        div.head { h1 { "Deals" } }
        p.lead role="alert" { (sentence(&format!("{changed} {verb}; {left} not, for these reasons"))) }
        @if let Some(at) = done.at.filter(|_| !back) { (undo(&at.0.to_string(), view)) }
        ul.plain { @for one in done.refused.iter().take(MOST_REASONS) {
            li { (view.deal(&one.deal)) ": " (one.because) }
        } }
        @if done.refused.len() > MOST_REASONS {
            p.quiet { "And " (count(done.refused.len() - MOST_REASONS, "more deal")) "." }
        }
        p { a href=(here(view)) { "Back to the list" } }
    };
    shell("Deals", "/deals", view.asked(), &body)
}
