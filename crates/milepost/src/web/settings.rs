//! What the company has set: shown, and written to the file beside the ledger. What is set there by hand and
//! not shown here stays as it is.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::Asked;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{sentence, shell};
use super::task::{Shared, task};
use crate::answers::words::count;
use crate::draw::Format;
use crate::live::mailed::Outcome;
use crate::settings::{Changed, OwnersSee, Settings, WEEKDAYS, place};

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
            owners_see: fields.said("owners_see"),
        };
        let place = place(live.path());
        let (status, told) = match changed.write(live.path()) {
            Ok(()) => (StatusCode::OK, "Written; it holds once milepost is started again".into()),
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
            Some(mail) => { p {
                "The week goes out on " (WEEKDAYS.iter().find(|(_, day)| *day == mail.day).map_or("", |day| day.0))
                " from " (mail.hour) ":00 on, by " (mail.server) ", to everybody with a login who has something to do."
            } }
            None => { p { "No mail is sent. To send everybody their week, write " code { "[mail]" } " with "
                code { "server" } " and " code { "from" } " into the file." } }
        }
        @if let Some(sent) = sent {
            p role=[(!sent.failed.is_empty()).then_some("alert")] {
                "Last: " (count(sent.sent, "letter")) " on " (now.day_of(sent.at)) " at " (now.time_of(sent.at)) "."
                @for why in &sent.failed { br; "Not sent: " (why) "." }
            }
        }
    }
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
        (OwnersSee::All, "all", "everybody's"),
        (OwnersSee::Own, "own", "their own; managers, their team's"),
    ];
    let body = html! {
        div.head { h1 { "Settings" } }
        p.lead { (sentence(told.unwrap_or("What the company has set"))) }
        form.edit method="post" action="/settings" {
            (text("currency", "Currency of answers; the deals' own if left blank", currency.as_deref()))
            (text("time_zone", "Time zone, such as Europe/Berlin", Some(now.zone.iana_name().unwrap_or("UTC"))))
            (text("fiscal_year_start", "Month in which the fiscal year starts, 1 to 12", Some(&month)))
            label { span { "Months of the fiscal year" } select name="fiscal_weeks" {
                @for (name, label) in [("", "of the calendar"), ("4-4-5", "4-4-5 weeks"), ("4-5-4", "4-5-4 weeks"), ("5-4-4", "5-4-4 weeks")] {
                    option value=(name) selected[name == weeks] { (label) } }
            } }
            label { span { "Weeks begin on" } select name="first_weekday" {
                @for (name, day) in WEEKDAYS { option value=(name) selected[day == now.first_weekday] { (name) } }
            } }
            label { span { "Reps see whose deals" } select name="owners_see" {
                @for (value, name, label) in sees { option value=(name) selected[value == now.owners_see] { (label) } }
            } }
            p { button.primary { "Write" } }
        }
        h2 { "Mail" }
        (mail(now, sent))
        p.quiet { "The file is " code { (place.display()) } "." }
    };
    shell("Settings", "/settings", &Asked::default(), &body)
}
