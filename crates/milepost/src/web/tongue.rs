//! In which language a page is given, and how it is changed: a form at the foot of every page that needs no script.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_LANGUAGE, COOKIE, HeaderValue, REFERER, SET_COOKIE, VARY,
};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::{host, said as header};
use super::fields::Fields;
use super::task::{Shared, task};
use crate::draw::Format;
use crate::people::login::Who;
use crate::settings::Settings;
use crate::texts::{Tongue, plain, tongue, wanted};

/// What a browser keeps its choice in.
const KEPT: &str = "milepost-language";

/// The language of a request: what the person chose, or this browser, the company's, what the browser asks for.
pub(super) fn of(who: Option<&Who>, headers: &HeaderMap, settings: &Settings) -> Tongue {
    let own = who.and_then(|who| who.tongue).or_else(|| chosen(headers));
    let asked = || wanted(header(headers, &ACCEPT_LANGUAGE)?);
    own.or(settings.language).or_else(asked).unwrap_or_default()
}

fn chosen(headers: &HeaderMap) -> Option<Tongue> {
    let mut pairs =
        header(headers, &COOKIE)?.split(';').filter_map(|pair| pair.trim().split_once('='));
    Tongue::of(pairs.find(|pair| pair.0 == KEPT)?.1)
}

/// A reply says in which language it is, and what that hung on. The style sheet is in none.
pub(super) fn said(tongue: Tongue, mut reply: Response) -> Response {
    let headers = reply.headers_mut();
    if !headers.contains_key("cache-control") {
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(tongue.code()));
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    reply
}

/// Keeps a choice, in the browser and with the person if there is one, and goes back to the page.
pub(super) async fn choose(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, who| {
        let wanted = Fields::read(&headers, &body)?.said("to").and_then(|code| Tongue::of(&code));
        let person = who.and_then(|who| who.person.as_deref());
        if let (Some(_), Some(person)) = (wanted, person) {
            live.set_tongue(person, wanted)?;
        }
        let value = wanted.map_or("", Tongue::code);
        let age = if wanted.is_some() { 365 * 24 * 3600 } else { 0 };
        let cookie = format!("{KEPT}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}");
        Ok(([(SET_COOKIE, cookie)], Redirect::to(&back(&headers))).into_response())
    })
    .await
}

/// The page of ours that the form stood on.
fn back(headers: &HeaderMap) -> String {
    let from = header(headers, &REFERER).and_then(|from| from.parse::<Uri>().ok());
    let ours = from.filter(|from| {
        from.authority().is_some_and(|authority| authority.as_str() == host(headers))
    });
    let path = ours.as_ref().and_then(Uri::path_and_query).map(PathAndQuery::as_str);
    // Two slashes would lead elsewhere.
    path.filter(|path| !path.starts_with("//")).unwrap_or("/next").to_owned()
}

/// The other languages, a click away.
pub(super) fn switch() -> Markup {
    let others = Tongue::ALL.iter().filter(|one| one.0 != tongue());
    html! {
        form.tongue method="post" action="/language" {
            @for (_, code, name) in others { button lang=(code) name="to" value=(code) { (name) } }
        }
    }
}

/// A language to pick; `none` is the text of what holds without one.
pub(super) fn field(name: &str, label: &str, none: &'static str, picked: Option<Tongue>) -> Markup {
    html! {
        label { span { (label) } select name=(name) {
            option value="" { (plain(none)) }
            @for (tongue, code, called) in Tongue::ALL {
                option value=(code) lang=(code) selected[picked == Some(*tongue)] { (called) }
            }
        } }
    }
}
