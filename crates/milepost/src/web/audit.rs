//! Who did what: the facts of the ledger, newest first, by person, deal, kind and day.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::frame::{scroll, sentence, shell};
use super::task::{Shared, task};
use crate::answers::audit::{Audit, AuditAnswer, Deed};
use crate::answers::{Answer, Refusal};
use crate::draw::Format;

/// The page, or the same as JSON or CSV.
pub(super) async fn show(State(live): Shared, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, _| {
        let address = Address::read(&uri, None).map_err(Fault::unclear)?;
        let asked = question(&address.asked).map_err(Fault::unclear)?;
        let answer = live.audit(&asked)?;
        match address.format {
            Format::Table => Ok(page(&address, &answer).into_response()),
            format => Ok(data(&answer, format)),
        }
    })
    .await
}

fn question(asked: &Asked) -> Result<Audit, Refusal> {
    let other = |name: &str| asked.other.get(name).filter(|text| !text.trim().is_empty());
    let day = |text: &Option<String>| match text {
        None => Ok(None),
        Some(text) => text
            .parse()
            .map(Some)
            .map_err(|_| Refusal(format!("'{text}' is no day; write it as 2026-11-23"))),
    };
    let number = |name: &str| match other(name) {
        None => Ok(None),
        Some(text) => {
            text.parse::<u64>().map(Some).map_err(|_| Refusal(format!("'{text}' is no number")))
        }
    };
    Ok(Audit {
        person: other("person").cloned(),
        deal: other("deal").cloned(),
        kind: other("kind").cloned(),
        from: day(&asked.from)?,
        to: day(&asked.to)?,
        before: number("before")?,
        most: number("most")?.and_then(|most| usize::try_from(most).ok()).unwrap_or(100),
    })
}

fn page(address: &Address, answer: &AuditAnswer) -> Markup {
    let asked = &address.asked;
    let said = |name: &str| asked.other.get(name).map(String::as_str);
    let link = |ending: &str| {
        let mut link = format!("/audit{ending}?");
        for (name, value) in ["person", "deal", "kind"].map(|name| (name, said(name))) {
            link += &format!("{name}={}&", super::address::encoded(value.unwrap_or_default()));
        }
        for (name, value) in [("from", &asked.from), ("to", &asked.to)] {
            let value = value.as_deref().unwrap_or_default();
            link += &format!("{name}={}&", super::address::encoded(value));
        }
        link
    };
    let text = |name: &'static str, label: &str| {
        html! {
            label { span { (label) } input name=(name) value=[said(name)]; }
        }
    };
    let body = html! {
        div.head {
            h1 { "Audit" }
            form.asked action="/audit" method="get" {
                (text("person", "Person")) (text("deal", "Deal")) (text("kind", "Kind"))
                label { span { "From" } input type="date" name="from" value=[asked.from.as_deref()]; }
                label { span { "To" } input type="date" name="to" value=[asked.to.as_deref()]; }
                button { "Show" }
            }
        }
        p.lead { (sentence(&answer.sentence())) }
        @if !answer.events.is_empty() { (scroll("Events", &table(&answer.events, asked))) }
        @if let Some(older) = answer.older {
            p { a href={ (link("")) "before=" (older) } { "Older" } }
        }
        footer { p { "The same as " a href=(link(".json")) { "JSON" } " or " a href=(link(".csv")) { "CSV" } "." } }
    };
    shell("Audit", "/audit", &Asked::default(), &body)
}

fn table(events: &[Deed], asked: &Asked) -> Markup {
    html! {
        table {
            thead { tr { th { "Recorded" } th { "Who" } th { "What" } th { "Deal" } th { "From" } } }
            tbody { @for deed in events { tr {
                td { time datetime=(deed.recorded_at) { (deed.recorded_at) } }
                td { (deed.actor.as_deref().unwrap_or("not said")) }
                td { (deed.kind) }
                td { @if let Some(deal) = &deed.deal { a.id href=(asked.deal(deal)) { (deal) } } }
                td { (deed.system) }
            } } }
        }
    }
}
