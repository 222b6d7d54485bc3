//! What the company has set: shown, and written to the file beside the ledger. What is set there by hand and
//! not shown here stays as it is.

mod mail;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{same_as, sentence, shell};
use super::task::{Shared, task};
use super::tongue;
use crate::answers::settings::{LastMail, SettingsAnswer};
use crate::draw::Format;
use crate::live::Live;
use crate::mail::password_from;
use crate::people::login::Who;
use crate::settings::{Changed, MailChanged, OwnersSee, Settings, WEEKDAYS, place};
use crate::texts::{key, rich, t};
use mail::weekday;

/// What came of writing: a sentence, or why not.
type Told = Result<String, String>;

/// The page.
pub(super) async fn show(State(live): Shared) -> Response {
    task(live, Format::Table, |live, who| Ok(page(live, who, None, None)?.into_response())).await
}

/// The same for programs.
pub(super) async fn list(State(live): Shared, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, _| {
        let now = now(live)?;
        let last = live.mail_outcome()?;
        let last = last.map(|it| LastMail { at: it.at, sent: it.sent, failed: it.failed });
        let password = now.mail.as_ref().and_then(password_from);
        Ok(data(&SettingsAnswer::of(&now, password, last), format))
    })
    .await
}

/// Writes what the form says.
pub(super) async fn act(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, who| {
        let fields = Fields::read(&headers, &body)?;
        let of_mail = matches!(fields.sent("do"), Some("mail" | "test"));
        let typed = of_mail.then(|| mail::said(&fields));
        let told = match &typed {
            Some(typed) => mail::set(live, who, &fields, typed),
            None => written(live, &fields),
        };
        let status = match &told {
            Ok(_) => StatusCode::OK,
            Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = page(live, who, Some(&told), typed.as_ref())?;
        Ok((status, page).into_response())
    })
    .await
}

fn written(live: &Live, fields: &Fields) -> Told {
    let changed = Changed {
        currency: fields.said("currency"),
        time_zone: fields.said("time_zone"),
        fiscal_year_start: fields.said("fiscal_year_start"),
        fiscal_weeks: fields.said("fiscal_weeks"),
        first_weekday: fields.said("first_weekday"),
        language: fields.said("language"),
        owners_see: fields.said("owners_see"),
    };
    changed.write(live.path()).map_err(|wrong| wrong.why())?;
    Ok(t!("settings-written").into())
}

/// As the file has it, which may be newer than what is served.
fn now(live: &Live) -> Result<Settings, Fault> {
    let unusable = |why: crate::settings::Unusable| {
        Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why.to_string())
    };
    Settings::beside(live.path()).map_err(unusable)
}

fn page(
    live: &Live,
    who: Option<&Who>,
    told: Option<&Told>,
    typed: Option<&MailChanged>,
) -> Result<Markup, Fault> {
    let (now, sent) = (now(live)?, live.mail_outcome()?);
    let (lead, failed) = match told {
        None => (t!("settings-lead"), false),
        Some(Ok(done)) => (done.as_str(), false),
        Some(Err(why)) => (why.as_str(), true),
    };
    let place = place(live.path());
    let body = html! {
        div.head { h1 { (t!("page-settings")) } }
        p.lead role=[told.map(|_| if failed { "alert" } else { "status" })] { (sentence(lead)) }
        (company(&now))
        (mail::part(&now, typed.filter(|_| failed), sent.as_ref(), who))
        p.quiet { (rich!("settings-file", file = html! { code { (place.display()) } })) }
        (same_as(|ending| format!("/settings.{ending}")))
    };
    Ok(shell(t!("page-settings"), "/settings", &Asked::default(), &body))
}

/// How the months of a fiscal year can lie.
fn weeks_offered() -> [(&'static str, String); 4] {
    let of = |name| (name, t!("settings-weeks", weeks = name));
    [("", t!("settings-calendar").to_owned()), of("4-4-5"), of("4-5-4"), of("5-4-4")]
}

/// What holds for all answers.
fn company(now: &Settings) -> Markup {
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
    html! {
        form.edit method="post" action="/settings" {
            div.more {
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
            }
            p { button.primary { (t!("settings-write")) } }
        }
    }
}
