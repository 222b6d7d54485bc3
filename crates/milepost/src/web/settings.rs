//! What the company has set: shown, and written to the file beside the ledger. What is set there by hand and
//! not shown here stays as it is.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::civil::Weekday;
use maud::{Markup, html};

use super::address::Asked;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{sentence, shell};
use super::task::{Shared, task};
use super::tongue;
use crate::draw::Format;
use crate::live::mailed::Outcome;
use crate::settings::{Changed, OwnersSee, Settings, WEEKDAYS, place};
use crate::texts::{key, rich, t};

/// The page.
pub(super) async fn show(State(live): Shared) -> Response {
    task(live, Format::Table, |live, _| {
        let now = Settings::beside(live.path()).map_err(|why| unusable(&why))?;
        Ok(page(&now, &place(live.path()), None, live.mail_outcome()?.as_ref()).into_response())
    })
    .await
}

/// Writes what the form says.
pub(super) async fn act(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, _| {
        let fields = Fields::read(&headers, &body)?;
        let changed = Changed {
            currency: fields.said("currency"),
            time_zone: fields.said("time_zone"),
            fiscal_year_start: fields.said("fiscal_year_start"),
            fiscal_weeks: fields.said("fiscal_weeks"),
            first_weekday: fields.said("first_weekday"),
            language: fields.said("language"),
            owners_see: fields.said("owners_see"),
        };
        let place = place(live.path());
        let (status, told) = match changed.write(live.path()) {
            Ok(()) => (StatusCode::OK, t!("settings-written").to_owned()),
            Err(why) => (StatusCode::UNPROCESSABLE_ENTITY, why.to_string()),
        };
        let now = Settings::beside(live.path()).map_err(|why| unusable(&why))?;
        Ok((status, page(&now, &place, Some(&told), live.mail_outcome()?.as_ref())).into_response())
    })
    .await
}

fn unusable(why: &crate::settings::Unusable) -> Fault {
    Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why.to_string())
}

/// Where mail goes out, and what came of it the last time.
fn mail(now: &Settings, sent: Option<&Outcome>) -> Markup {
    html! {
        @match &now.mail {
            Some(mail) => { p { (t!("settings-mail", day = weekday(mail.day), hour = mail.hour, server = mail.server)) } }
            None => { p { (rich!(
                "settings-no-mail",
                part = html! { code { "[mail]" } },
                server = html! { code { "server" } },
                from = html! { code { "from" } },
            )) } }
        }
        @if let Some(sent) = sent {
            p role=[(!sent.failed.is_empty()).then_some("alert")] {
                (t!("settings-last-mail", letters = sent.sent, day = now.day_of(sent.at), time = now.time_of(sent.at)))
                @for why in &sent.failed { br; (t!("settings-not-sent", why = why)) }
            }
        }
    }
}

/// What a day of the week is called.
fn weekday(day: Weekday) -> String {
    t!("words-weekday", day = day.to_monday_zero_offset())
}

/// How the months of a fiscal year can lie.
fn weeks_offered() -> [(&'static str, String); 4] {
    let of = |name| (name, t!("settings-weeks", weeks = name));
    [("", t!("settings-calendar").to_owned()), of("4-4-5"), of("4-5-4"), of("5-4-4")]
}

fn page(
    now: &Settings,
    place: &std::path::Path,
    told: Option<&str>,
    sent: Option<&Outcome>,
) -> Markup {
    let currency = now.currency.map(|currency| currency.code().to_owned());
    let month = now.fiscal.start.to_string();
    let weeks = now.fiscal.weeks.map_or(String::new(), |weeks| weeks.name());
    let text = |name: &str, label: &str, value: Option<&str>| {
        html! { label { span { (label) } input name=(name) value=[value]; } }
    };
    let sees = [
        (OwnersSee::All, "all", t!("settings-sees-all")),
        (OwnersSee::Own, "own", t!("settings-sees-own")),
    ];
    let body = html! {
        div.head { h1 { (t!("page-settings")) } }
        p.lead { (sentence(told.unwrap_or(t!("settings-lead")))) }
        form.edit method="post" action="/settings" {
            (text("currency", t!("settings-currency"), currency.as_deref()))
            (tongue::field("language", t!("settings-language"), key!("settings-language-none"), now.language))
            (text("time_zone", t!("settings-time-zone"), Some(now.zone.iana_name().unwrap_or("UTC"))))
            (text("fiscal_year_start", t!("settings-fiscal-start"), Some(&month)))
            label { span { (t!("settings-fiscal-months")) } select name="fiscal_weeks" {
                @for (name, label) in weeks_offered() {
                    option value=(name) selected[name == weeks] { (label) } }
            } }
            label { span { (t!("settings-first-weekday")) } select name="first_weekday" {
                @for (name, day) in WEEKDAYS { option value=(name) selected[day == now.first_weekday] { (weekday(day)) } }
            } }
            label { span { (t!("settings-sees")) } select name="owners_see" {
                @for (value, name, label) in sees { option value=(name) selected[value == now.owners_see] { (label) } }
            } }
            p { button.primary { (t!("settings-write")) } }
        }
        h2 { (t!("settings-mail-title")) }
        (mail(now, sent))
        p.quiet { (rich!("settings-file", file = html! { code { (place.display()) } })) }
    };
    shell(t!("page-settings"), "/settings", &Asked::default(), &body)
}
