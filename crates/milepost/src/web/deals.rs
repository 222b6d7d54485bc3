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
use super::frame::{View, day, scroll, sentence, shell};
use super::next::MOST_ROWS;
use crate::answers::deals::{DealLine, Deals, DealsAnswer, Sort, Which};
use crate::answers::words::grouped;
use crate::answers::{Question, Refusal};
use crate::draw::Format;
use crate::live::Live;
use crate::live::many::Many;
use crate::texts::{key, rich, t};

impl Page for Deals {
    const TITLE: &'static str = key!("page-deals");
    const FILTERED: bool = true;
    const AMONG: bool = true;

    fn read(address: &Address) -> Result<Deals, Refusal> {
        let other = &address.asked.other;
        let said = |name: &str| other.get(name).map(|s| s.trim()).filter(|s| !s.is_empty());
        let date = |name: &str| {
            let wrong = |text: &str| Refusal(t!("pages-no-day", text = text));
            said(name).map(|text| text.parse::<Day>().map_err(|_| wrong(text))).transpose()
        };
        let page = said("page").map(|text| {
            let wrong = || Refusal(t!("pages-deals-no-page", text = text));
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
                    (scroll(t!("page-deals"), &table(self, answer, view)))
                    (pager(answer, view))
                    @if view.writes() { (changes(answer, view)) }
                }
            }
            @if view.writes() { p.ways { a.button href=(view.asked().to("/deal/open")) { (t!("pipeline-open-deal")) } } }
        })
    }
}

/// A word of an address that must be one of a few.
fn one_of<T: ValueEnum + Default>(name: &str, said: Option<&str>) -> Result<T, Refusal> {
    let Some(text) = said else { return Ok(T::default()) };
    T::from_str(text, true).map_err(|_| {
        let all = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let all: Vec<String> = all.map(|value| value.get_name().to_owned()).collect();
        Refusal(t!("pages-deals-one-of", name = name, text = text, all = all.join(", ")))
    })
}

/// The words that an address has for a choice.
fn word<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

/// What people call it.
fn called_state(which: Which) -> &'static str {
    match which {
        Which::Open => t!("pages-deals-open"),
        Which::Won => t!("pages-deals-won"),
        Which::Lost => t!("pages-deals-lost"),
        Which::Closed => t!("pages-deals-closed"),
        Which::All => t!("pages-deals-all"),
    }
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
        ("opened_from", t!("pages-deals-opened-from"), asked.opened_from),
        ("opened_to", t!("pages-deals-to"), asked.opened_to),
        ("closed_from", t!("pages-deals-closed-from"), asked.closed_from),
        ("closed_to", t!("pages-deals-to"), asked.closed_to),
        ("won_from", t!("pages-deals-won-from"), asked.won_from),
        ("won_to", t!("pages-deals-to"), asked.won_to),
    ];
    let more = asked.reached.is_some() || days.iter().any(|(_, _, day)| day.is_some());
    html! {
        form.find.wide method="get" action="/deals" role="search" {
            @for (name, value) in all.filter(|(name, _)| !OWN.contains(name)) {
                input type="hidden" name=(name) value=(value);
            }
            label { span { (t!("pages-deals-search")) }
                input type="search" name="q" value=[asked.search.as_deref()]; }
            label { span { (t!("pages-deals-state")) } select name="state" {
                @for which in Which::value_variants() {
                    option value=(word(which)) selected[*which == asked.state] { (called_state(*which)) }
                }
            } }
            button { (t!("page-find")) }
            details.more open[more] {
                summary { (t!("pages-deals-more")) }
                div {
                    label { span { (t!("pages-deals-reached")) } select name="reached" {
                        option value="" { (t!("pages-deals-any")) }
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
    let amount = t!("pipeline-amount", currency = answer.currency);
    html! {
        table.deals.cards {
            thead { tr {
                @if view.writes() { th.tick data-tick-all { span.spoken { (t!("pages-deals-tick")) } } }
                (head(asked, Sort::Name, t!("page-deal"), "", view))
                th { (t!("frame-owner")) }
                (head(asked, Sort::Amount, &amount, "n", view))
                (head(asked, Sort::Milestone, t!("frame-stands-at"), "", view))
                (head(asked, Sort::Opened, t!("pages-deal-opened"), "n", view))
                (head(asked, Sort::Closed, t!("pages-deals-closes"), "n", view))
                (head(asked, Sort::Moved, t!("pages-deals-moved"), "n", view))
            } }
            tbody { @for line in &answer.deals { (row(line, &answer.currency, view)) } }
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

fn row(line: &DealLine, currency: &str, view: &View) -> Markup {
    let title = line.account.as_ref().or(line.name.as_ref());
    html! {
        tr {
            @if view.writes() { td.tick { label {
                input type="checkbox" name="deal" value=(line.id);
                span.spoken { (t!("pages-deals-tick-one", deal = line.id)) }
            } } }
            td.who.first {
                @if let Some(title) = title { b { (title) } " " }
                (view.deal(&line.id))
                @if let Some(name) = called(line) { " " span.quiet { (name) } }
            }
            td data-as=(t!("frame-owner")) { (line.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
            td.n.side { (line.amount.map_or_else(|| t!("words-no-amount").into(), grouped)) @if line.amount.is_some() { span.unit { " " (currency) } } }
            td data-as=(t!("frame-stands-at")) {
                @match line.state {
                    "open" => { (line.milestone.as_deref().unwrap_or(t!("pages-no-milestone-yet"))) }
                    closed => { b { @if closed == "won" { (t!("pages-deal-won")) } @else { (t!("pages-deal-lost")) } }
                        @if let Some(last) = &line.milestone { span.quiet { " " (t!("pages-deals-after", milestone = last)) } } }
                }
                @if line.stalled { " " strong.alert { (t!("pipeline-stalled")) } }
            }
            td.n data-as=(t!("pages-deal-opened")) { (day(line.opened)) }
            td.n data-as=(t!("pages-deals-closes")) { @match (line.closed, line.expected_close) {
                (Some(closed), _) => { (day(closed)) }
                (None, Some(expected)) => { span.quiet { (day(expected)) } }
                _ => {}
            } }
            td.n data-as=(t!("pages-deals-moved")) { (day(line.moved)) }
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
            nav.pager aria-label=(t!("pages-deals-pages")) {
                span { (t!("pages-deals-place", first = first, last = last, found = answer.found)) }
                @if page > 1 { a href=(to(1)) { (t!("pages-deals-first")) } a href=(to(page - 1)) rel="prev" { (t!("pages-deals-previous")) } }
                @if page < pages { a href=(to(page + 1)) rel="next" { (t!("pages-deals-next")) } a href=(to(pages)) { (t!("pages-deals-last")) } }
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
    html! {
        details.acts #many {
            summary { (t!("pages-deals-change")) }
            @if answer.pages > 1 {
                p { label.tick { input type="checkbox" name="all" value="yes"; " " (t!("pages-deals-whole-list", n = answer.found)) } }
            }
            div.row {
                label { span { (t!("frame-owner")) } input name="owner" list="owners"; }
                datalist #owners { @for owner in owners { option value=(owner) {} } }
                button name="do" value="owner" { (t!("pages-deals-give")) }
            }
            div.row {
                label { span { (t!("pages-expected-close")) } input type="date" name="close"; }
                button name="do" value="close" { (t!("pages-deals-set-day")) }
            }
            div.row {
                label { span { (t!("frame-source")) } input name="source"; }
                button name="do" value="source" { (t!("pages-deals-set-source")) }
            }
            @if !view.lens.process.milestones.is_empty() {
                div.row {
                    label { span { (t!("pages-milestone")) } select name="milestone" {
                        @for milestone in &view.lens.process.milestones { option { (milestone.name) } }
                    } }
                    button name="do" value="reach" { (t!("calls-reached")) }
                }
            }
            div.row {
                label { span { (t!("pages-deals-lost-because")) } input name="reason"; }
                button name="do" value="lose" { (t!("calls-record-lost")) }
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
            p { (rich!("pages-deals-recorded", deals = html! { b { (t!("words-deals", n = deals)) } })) }
            (undo(at, view))
        }
    }
}

fn undo(at: &str, view: &View) -> Markup {
    html! {
        form.call.ends method="post" action=(here(view)) {
            input type="hidden" name="at" value=(at);
            button name="do" value="back" { (t!("calls-undo")) }
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
        let at = at.ok_or_else(|| Fault::unclear(Refusal(t!("pages-deals-say-undo").into())))?;
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
        let sentence = t!("pages-deals-tick-first");
        return Err(Fault::unclear(Refusal(sentence.into())));
    }
    Ok(live.record_many(&deals, &intent)?)
}

/// What a form wants recorded of every deal.
fn wish(view: &View, fields: &Fields) -> Result<Intent, Refusal> {
    let need = |name: &str, missing: &'static str| {
        fields.said(name).ok_or_else(|| Refusal(missing.into()))
    };
    Ok(match fields.said("do").as_deref() {
        Some("owner") => {
            let owner = need("owner", t!("pages-deals-say-owner"))?;
            Intent::Change(Values { owner: Some(person(view, &owner)), ..Values::default() })
        }
        Some("close") => {
            need("close", t!("pages-deals-say-day"))?;
            Intent::Change(Values { expected_close: fields.day("close")?, ..Values::default() })
        }
        Some("source") => {
            let source = Some(need("source", t!("pages-deals-say-source"))?);
            Intent::Change(Values { source, ..Values::default() })
        }
        Some("reach") => {
            let milestone = need("milestone", t!("pages-deals-say-milestone"))?;
            Intent::Reach { milestone, evidence: None }
        }
        Some("lose") => Intent::Lose { reason: fields.said("reason") },
        _ => return Err(Refusal(t!("pages-deals-say-what").into())),
    })
}

/// So many reasons are shown.
const MOST_REASONS: usize = 20;

/// What was recorded and what was not, with the reasons.
fn outcome(view: &View, done: &Many, back: bool) -> Markup {
    let (n, left) = (done.changed.len(), done.refused.len());
    let lead = match back {
        true => t!("pages-deals-outcome-back", n = n, left = left),
        false => t!("pages-deals-outcome", n = n, left = left),
    };
    let body = html! {
        div.head { h1 { (t!("page-deals")) } }
        p.lead role="alert" { (sentence(&lead)) }
        @if let Some(at) = done.at.filter(|_| !back) { (undo(&at.0.to_string(), view)) }
        ul.plain { @for one in done.refused.iter().take(MOST_REASONS) {
            li { (view.deal(&one.deal)) ": " (one.because) }
        } }
        @if left > MOST_REASONS {
            p.quiet { (t!("pages-deals-more-refused", n = left - MOST_REASONS)) }
        }
        p { a href=(here(view)) { (t!("pages-deals-back")) } }
    };
    shell(t!("page-deals"), "/deals", view.asked(), &body)
}
