//! Who did what: the facts of the ledger, newest first, by person, deal, kind and day.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::filters::folded;
use super::frame::{same_as, scroll, sentence, shell, words};
use super::task::{Shared, task};
use crate::answers::audit::{Audit, AuditAnswer, Deed, KINDS, called};
use crate::answers::{Answer, Refusal};
use crate::draw::Format;
use crate::texts::{plain, t};

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
        Some(text) => text.parse().map(Some).map_err(|_| Refusal(t!("pages-no-day", text = text))),
    };
    let number = |name: &str| match other(name) {
        None => Ok(None),
        Some(text) => text
            .parse::<u64>()
            .map(Some)
            .map_err(|_| Refusal(t!("pages-audit-no-number", text = text))),
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
    let form = html! {
        form.asked action="/audit" method="get" {
            (text("person", t!("pages-audit-person"))) (text("deal", t!("page-deal"))) (kinds(said("kind")))
            label { span { (t!("pages-audit-from")) } input type="date" name="from" value=[asked.from.as_deref()]; }
            label { span { (t!("pages-audit-to")) } input type="date" name="to" value=[asked.to.as_deref()]; }
            button { (t!("frame-show")) }
        }
    };
    let filled = [
        (t!("pages-audit-person"), said("person")),
        (t!("page-deal"), said("deal")),
        (t!("pages-audit-kind"), said("kind").map(called)),
        (t!("pages-audit-from"), asked.from.as_deref()),
        (t!("pages-audit-to"), asked.to.as_deref()),
    ];
    let filled: Vec<_> =
        filled.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let body = html! {
        div.head {
            h1 { (t!("page-audit")) }
            p.lead { (sentence(&answer.sentence())) }
            (folded(t!("pages-audit-filters"), &filled, &form))
        }
        @if !answer.events.is_empty() { (scroll(t!("pages-audit-events"), &table(&answer.events, asked))) }
        @if let Some(older) = answer.older {
            p { a href={ (link("")) "before=" (older) } { (t!("pages-audit-older")) } }
        }
        (same_as(|ending| link(&format!(".{ending}"))))
    };
    shell(t!("page-audit"), "/audit", &Asked::default(), &body)
}

/// Kinds of facts to choose from; an address may write one in any way: `deal-won`.
fn kinds(chosen: Option<&str>) -> Markup {
    let bare = |kind: &str| kind.replace(['-', ' '], "").to_lowercase();
    let chosen = chosen.map(bare);
    html! {
        label { span { (t!("pages-audit-kind")) } select name="kind" {
            option value="" { (t!("frame-all")) }
            @for (kind, key) in KINDS { option value=(kind) selected[chosen.as_ref() == Some(&bare(kind))] { (plain(key)) } }
        } }
    }
}

fn table(events: &[Deed], asked: &Asked) -> Markup {
    html! {
        table.cards {
            thead { tr { th { (t!("pages-audit-recorded")) } th { (t!("pages-audit-who")) } th { (t!("pages-audit-what")) } th { (t!("page-deal")) } th { (t!("pages-audit-system")) } } }
            tbody { @for deed in events { tr {
                td.side { time.day datetime=(deed.recorded_at) { (words(&deed.recorded())) } }
                td data-as=(t!("pages-audit-who")) { (deed.actor.as_deref().unwrap_or(t!("pages-audit-not-said"))) }
                td.first { (deed.called()) }
                td data-as=(t!("page-deal")) { @if let Some(deal) = &deed.deal { a.id href=(asked.deal(deal)) { (deal) } } }
                td data-as=(t!("pages-audit-system")) { (deed.system) }
            } } }
        }
    }
}
