//! Coming in: `/login`, `/welcome` where the first login is made, and the links by which a password is chosen.

use std::net::SocketAddr;

use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::cookie;
use super::address::{Address, Asked};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{sentence, shell};
use super::guard;
use super::task::{Shared, task};
use crate::draw::Format;
use crate::live::Live;
use crate::live::logins::{Came, Entry};
use crate::people::Person;
use crate::people::secret::Secret;
use crate::texts::t;

/// The form to come in by.
pub(super) async fn show(State(live): Shared, uri: Uri) -> Response {
    task(live, Format::Table, move |live, _| {
        if !live.has_logins()? {
            return Ok(Redirect::to("/welcome").into_response());
        }
        let asked = Address::read(&uri, None).map_err(Fault::unclear)?.asked;
        Ok(form(t!("people-come-in"), &Fields::default(), &wanted(asked.to.as_deref()))
            .into_response())
    })
    .await
}

/// Checks it.
pub(super) async fn enter(
    State(live): Shared,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    task(live, Format::Table, move |live, _| {
        let fields = Fields::read(&headers, &body)?;
        let to = wanted(fields.sent("to"));
        let entry = Entry {
            mail: fields.said("mail").unwrap_or_default(),
            password: Secret::new(fields.sent("password").unwrap_or_default()),
            code: fields.said("code"),
            from: from.ip().to_string(),
            browser: browser(&headers),
        };
        let why = match live.come_in(&entry) {
            Ok(Came::In(session)) => return Ok(into(&headers, &session, &to)),
            Ok(Came::SecondFactor) => t!("people-type-code").to_owned(),
            Err(trouble) => trouble.to_string(),
        };
        Ok((StatusCode::UNAUTHORIZED, form(&why, &fields, &to)).into_response())
    })
    .await
}

/// The page that makes the owner's login, while there is none.
pub(super) async fn welcome(State(live): Shared) -> Response {
    task(live, Format::Table, |live, _| match live.has_logins()? {
        true => Ok(Redirect::to("/login").into_response()),
        false => Ok(first(&Fields::default(), None).into_response()),
    })
    .await
}

/// Makes it: from this machine only.
pub(super) async fn found(
    State(live): Shared,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    task(live, Format::Table, move |live, _| {
        if live.has_logins()? || !guard::is_loopback(from.ip()) {
            let why = t!("people-first-once");
            return Err(Fault::new(StatusCode::FORBIDDEN, why));
        }
        let fields = Fields::read(&headers, &body)?;
        match owner(live, &fields, &headers) {
            Ok(session) => Ok(into(&headers, &session, "/account")),
            Err(fault) => Ok((fault.status, first(&fields, Some(&fault.sentence))).into_response()),
        }
    })
    .await
}

fn owner(live: &Live, fields: &Fields, headers: &HeaderMap) -> Result<Secret, Fault> {
    let password = chosen(fields)?;
    let name = fields.said("name").unwrap_or_default();
    let person = Person { name, mail: fields.said("mail"), team: None, ..Person::default() };
    let id = live.found(person, &password)?;
    Ok(live.open_session(&id, &browser(headers))?)
}

/// The page that an invitation leads to.
pub(super) async fn invited(State(live): Shared, Path(code): Path<String>) -> Response {
    task(live, Format::Table, move |live, _| {
        live.invited(&Secret::new(&*code))?;
        Ok(choose(&code, None).into_response())
    })
    .await
}

/// Sets the password that was chosen.
pub(super) async fn accept(
    State(live): Shared,
    Path(code): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    task(live, Format::Table, move |live, _| {
        let person = live.invited(&Secret::new(&*code))?;
        let fields = Fields::read(&headers, &body)?;
        let done = chosen(&fields).and_then(|new| Ok(live.set_password(&person, &new)?));
        match done {
            // Coming in by the new password asks for the second factor too.
            Ok(()) => Ok(Redirect::to("/login").into_response()),
            Err(fault) => Ok((fault.status, choose(&code, Some(&fault.sentence))).into_response()),
        }
    })
    .await
}

/// The new password, typed twice alike.
pub(super) fn chosen(fields: &Fields) -> Result<Secret, Fault> {
    let new = fields.sent("new").unwrap_or_default();
    if fields.sent("again") != Some(new) {
        let why = t!("people-not-alike");
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why));
    }
    Ok(Secret::new(new))
}

/// Sends a browser on with its new session.
pub(super) fn into(headers: &HeaderMap, session: &Secret, to: &str) -> Response {
    ([(SET_COOKIE, cookie(headers, Some(session)))], Redirect::to(to)).into_response()
}

/// What is kept of a browser that does not say which it is: of no language, pages say it in words.
pub(super) const UNNAMED: &str = "a browser that does not say which";

pub(super) fn browser(headers: &HeaderMap) -> String {
    let said = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    said.unwrap_or(UNNAMED).to_owned()
}

/// A page of ours to go on to; no other site's.
fn wanted(to: Option<&str>) -> String {
    let ours = |to: &&str| to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
    to.filter(ours).unwrap_or("/next").to_owned()
}

/// A field to type in.
pub(super) fn field(
    name: &str,
    label: &str,
    kind: &str,
    hint: &str,
    value: Option<&str>,
) -> Markup {
    html! {
        label { span { (label) } input name=(name) type=(kind) autocomplete=(hint) value=[value]; }
    }
}

/// Two fields for a new password.
pub(super) fn new_password() -> Markup {
    html! {
        (field("new", t!("people-new-password"), "password", "new-password", None))
        (field("again", t!("people-new-password-again"), "password", "new-password", None))
    }
}

fn form(lead: &str, fields: &Fields, to: &str) -> Markup {
    let body = html! {
        div.head { h1 { (t!("people-login")) } }
        p.lead { (sentence(lead)) }
        form.edit method="post" action="/login" {
            input type="hidden" name="to" value=(to);
            (field("mail", t!("people-mail-address"), "email", "username", fields.sent("mail")))
            (field("password", t!("people-password"), "password", "current-password", None))
            (field("code", t!("people-code"), "text", "one-time-code", None))
            p { button.primary { (t!("people-come-in")) } }
        }
        p.quiet { (t!("people-forgotten")) }
    };
    shell(t!("people-login"), "/login", &Asked::default(), &body)
}

fn first(fields: &Fields, why: Option<&str>) -> Markup {
    let lead = why.unwrap_or(t!("people-first-lead"));
    let body = html! {
        div.head { h1 { (t!("people-welcome")) } }
        p.lead { (sentence(lead)) }
        form.edit method="post" action="/welcome" {
            (field("name", t!("people-your-name"), "text", "name", fields.sent("name")))
            (field("mail", t!("people-mail-address"), "email", "username", fields.sent("mail")))
            (new_password())
            p { button.primary { (t!("people-make-login")) } " " a href="/next" { (t!("people-not-now")) } }
        }
        p.quiet { (t!("people-until-then")) }
    };
    shell(t!("people-welcome"), "/welcome", &Asked::default(), &body)
}

fn choose(code: &str, why: Option<&str>) -> Markup {
    let body = html! {
        div.head { h1 { (t!("people-your-password")) } }
        p.lead { (sentence(why.unwrap_or(t!("people-choose-password")))) }
        form.edit method="post" action={ "/invite/" (code) } {
            (new_password())
            p { button.primary { (t!("people-set-it")) } }
        }
    };
    shell(t!("people-your-password"), "", &Asked::default(), &body)
}
