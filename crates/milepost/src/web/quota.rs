//! What periods are to bring: a form that sets a quota, and those that are set. What a forecast makes of one stands on
//! its own page.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use ledger::decide::CompanyIntent;
use ledger::money::{Currency, Money};
use maud::{Markup, html};
use serde::Deserialize;

use super::address::Address;
use super::ask::{data, look};
use super::fault::Fault;
use super::frame::{View, day, same_as, scroll, sentence, shell};
use crate::answers::forecast::PeriodName;
use crate::answers::purse::usual_currency;
use crate::answers::quotas::QuotasAnswer;
use crate::answers::words::grouped;
use crate::answers::{Answer, Refusal};
use crate::draw::Format;
use crate::live::Live;
use crate::texts::{key, plain, t, typed};

/// What the form says.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    amount: String,
    currency: String,
    period: String,
    owner: String,
}

/// The form, and what is set; or that as JSON or CSV.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    let done = look(live, uri, None, move |view, _| match format {
        Format::Table => {
            let period = view.asked().period.clone().unwrap_or_default();
            Ok(page(view, &Said { period, ..Said::default() }, None).into_response())
        }
        format => Ok(data(&QuotasAnswer::of(view.lens), format)),
    });
    done.await.unwrap_or_else(|fault| fault.reply(format))
}

/// Sets one.
pub(super) async fn set(
    State(live): State<Arc<Live>>,
    uri: Uri,
    Form(said): Form<Said>,
) -> Response {
    let done = look(live, uri, None, move |view, live| {
        let wrong = |why: &str| {
            (StatusCode::UNPROCESSABLE_ENTITY, page(view, &said, Some(why))).into_response()
        };
        let intent = match intent(&said, view) {
            Ok(intent) => intent,
            Err(refusal) => return Ok(wrong(&refusal.0)),
        };
        match live.record_company(&intent) {
            Ok(_) => Ok(Redirect::to("/quota").into_response()),
            Err(trouble) => Ok(wrong(&trouble.to_string())),
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(Format::Table))
}

fn intent(said: &Said, view: &View) -> Result<CompanyIntent, Refusal> {
    let lens = view.lens;
    let name: PeriodName = said.period.trim().parse()?;
    let period = name.days(lens.as_of.day, &lens.settings.fiscal);
    let no_currency = || Refusal(t!("pages-quota-no-currency", said = said.currency));
    let currency: Currency = match said.currency.trim() {
        "" => usual_currency(lens),
        text => text.to_uppercase().parse().map_err(|_| no_currency())?,
    };
    let amount =
        typed(&said.amount).parse().ok().and_then(|amount| Money::from_major(amount, currency));
    let no_amount = || Refusal(t!("pages-quota-no-amount", said = said.amount));
    let owner = match said.owner.trim() {
        "" => None,
        id => Some(id.to_owned()),
    };
    let amount = amount.ok_or_else(no_amount)?;
    Ok(CompanyIntent::SetQuota { owner, from: period.from, to: period.to, amount })
}

/// Periods that one sets quotas for.
const PERIODS: &[(&str, &str)] = &[
    ("this-quarter", key!("pages-quota-this-quarter")),
    ("next-quarter", key!("pages-quota-next-quarter")),
    ("this-month", key!("pages-quota-this-month")),
    ("next-month", key!("pages-quota-next-month")),
];

fn page(view: &View, said: &Said, wrong: Option<&str>) -> Markup {
    let set = QuotasAnswer::of(view.lens);
    let told = set.sentence();
    let body = html! {
        div.head { h1 { (t!("pages-quota")) } }
        p.lead role=[wrong.map(|_| "alert")] { (sentence(wrong.unwrap_or(&told))) }
        @if view.writes() { (form(view, said)) }
        @if !set.quotas.is_empty() { (scroll(t!("pages-quotas"), &quotas(&set))) }
        p { a href="/forecast" { (t!("pages-quota-forecast")) } }
        (same_as(|ending| view.asked().form(view.address, ending)))
    };
    shell(t!("pages-quota"), "/quota", view.asked(), &body)
}

fn form(view: &View, said: &Said) -> Markup {
    let (book, people) = (view.lens.book, view.lens.people);
    let origins = view.lens.origins();
    let mut owners: Vec<(&str, &str)> = origins
        .iter()
        .filter_map(|(owner, _)| book.text_of(*owner))
        .map(|id| (people.person(id), id))
        .collect();
    owners.sort_unstable();
    owners.dedup();
    let currency = usual_currency(view.lens);
    let other = !said.period.is_empty() && !PERIODS.iter().any(|(name, _)| *name == said.period);
    html! {
        form.edit method="post" action="/quota" {
            label { span { (t!("pages-quota-amount")) } input name="amount" inputmode="decimal" required value=(said.amount) placeholder=(grouped(250_000.0)); }
            label { span { (t!("pages-quota-currency")) } input name="currency" size="4" value=(if said.currency.is_empty() { currency.code() } else { &said.currency }); }
            label { span { (t!("pages-quota-period")) } select name="period" {
                @for (name, words) in PERIODS { option value=(name) selected[*name == said.period] { (plain(words)) } }
                @if other { option value=(said.period) selected { (said.period) } }
            } }
            label { span { (t!("pages-quota-whose")) } select name="owner" {
                option value="" { (t!("pages-quota-company")) }
                @for (name, id) in &owners { option value=(id) selected[*id == said.owner] { (name) } }
            } }
            p { button.primary { (t!("pages-quota-set")) } }
        }
    }
}

fn quotas(set: &QuotasAnswer) -> Markup {
    html! {
        table.cards {
            thead { tr { th { (t!("pages-quota-whose")) } th { (t!("pages-quota-from")) } th { (t!("pages-quota-to")) } th.n { (t!("pages-quota-amount")) } } }
            tbody { @for quota in &set.quotas { tr {
                td.first { (quota.owner.as_deref().unwrap_or(t!("pages-quota-company"))) }
                td data-as=(t!("pages-quota-from")) { (day(quota.from)) }
                td data-as=(t!("pages-quota-to")) { (day(quota.to)) }
                td.n.side { (grouped(quota.amount)) " " (quota.currency) }
            } } }
        }
    }
}
