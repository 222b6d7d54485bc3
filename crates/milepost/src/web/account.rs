//! One's own account: password, second factor, sessions, tokens. Secrets are shown once.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::cookie;
use super::address::Asked;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{sentence, shell};
use super::login::{browser, chosen, field, into, new_password};
use super::task::{Shared, task};
use crate::draw::Format;
use crate::live::Live;
use crate::live::logins::keep::Setup;
use crate::people::login::{Pass, Scope, Who};
use crate::people::secret::Secret;

/// What a page tells once.
enum Told {
    Nothing,
    Why(String),
    Done(&'static str),
    Token(Secret),
    Setup(Setup),
}

/// The page.
pub(super) async fn show(State(live): Shared) -> Response {
    task(live, Format::Table, |live, who| page(live, person(who)?, &Told::Nothing)).await
}

/// Does what the form says.
pub(super) async fn act(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, who| {
        let fields = Fields::read(&headers, &body)?;
        let id = person(who)?;
        let pass = who.and_then(|who| who.pass.as_deref()).unwrap_or_default();
        match fields.sent("do") {
            Some("leave") => {
                live.end_pass(id, pass)?;
                let gone = [(SET_COOKIE, cookie(&headers, None))];
                return Ok((gone, Redirect::to("/login")).into_response());
            }
            Some("password") => {
                if let Ok(new) = own(live, id, &fields).and_then(|()| chosen(&fields))
                    && live.set_password(id, &new).is_ok()
                {
                    let session = live.open_session(id, &browser(&headers))?;
                    return Ok(into(&headers, &session, "/account"));
                }
                let why = "the password stays: yours was not right, or the new one is too short or \
                           was not typed twice alike";
                return page(live, id, &Told::Why(why.into()));
            }
            _ => {}
        }
        let told = done(live, id, &fields).unwrap_or_else(|fault| Told::Why(fault.sentence));
        page(live, id, &told)
    })
    .await
}

fn done(live: &Live, id: &str, fields: &Fields) -> Result<Told, Fault> {
    let text = |name| fields.said(name).unwrap_or_default();
    Ok(match fields.sent("do") {
        Some("second") => {
            own(live, id, fields)?;
            Told::Setup(live.begin_second(id)?)
        }
        Some("confirm") => {
            live.confirm_second(id, &text("code"))?;
            Told::Done("The second factor is on")
        }
        Some("end-second") => {
            own(live, id, fields)?;
            live.end_second(id)?;
            Told::Done("The second factor is off")
        }
        Some("token") => {
            let wanted = fields.all("scope");
            let named = |scope: &&(Scope, &str)| wanted.iter().any(|name| name == scope.1);
            let scopes = Scope::ALL.iter().filter(named).map(|(scope, _)| *scope).collect();
            let days = text("days").parse().unwrap_or(90);
            Told::Token(live.new_token(id, &text("name"), scopes, days)?)
        }
        Some("mail") => {
            live.set_wants_mail(id, fields.ticked("mail"))?;
            Told::Done("Set")
        }
        Some("end") => {
            live.end_pass(id, &text("pass"))?;
            Told::Done("Ended")
        }
        _ => return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "say what to do")),
    })
}

/// What matters asks for the password again.
fn own(live: &Live, id: &str, fields: &Fields) -> Result<(), Fault> {
    let password = Secret::new(fields.sent("password").unwrap_or_default());
    Ok(live.check_password(id, &password)?)
}

fn person(who: Option<&Who>) -> Result<&str, Fault> {
    let none = || {
        let why = "there are no logins yet; make the first one at /welcome";
        Fault::new(StatusCode::NOT_FOUND, why)
    };
    who.and_then(|who| who.person.as_deref()).ok_or_else(none)
}

fn page(live: &Live, id: &str, told: &Told) -> Result<Response, Fault> {
    let member = live.members()?.into_iter().find(|member| member.id == id);
    let member = member.ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, "you were erased"))?;
    let role = member.role.map_or("", |role| role.name());
    let lead = match told {
        Told::Why(why) => why.clone(),
        Told::Done(what) => (*what).to_owned(),
        _ => format!("{} comes in as {role}", member.person.name),
    };
    let body = html! {
        div.head { h1 { "Account" } }
        p.lead { (sentence(&lead)) }
        (shown_once(told))
        form method="post" action="/account" { button name="do" value="leave" { "Log out" } }
        h2 { "Password" }
        form.edit method="post" action="/account" {
            (old()) (new_password())
            p { button name="do" value="password" { "Change it" } }
        }
        h2 { "Second factor" }
        p { @if member.second_factor { "It is on." } @else { "It is off." } }
        form.edit method="post" action="/account" {
            (old())
            p {
                button name="do" value="second" { "Set up anew" } " "
                @if member.second_factor { button name="do" value="end-second" { "Turn off" } }
            }
        }
        h2 { "Mail" }
        form.edit method="post" action="/account" {
            label.tick { input type="checkbox" name="mail" checked[live.wants_mail(id)?]; " Send me my week by mail" }
            @if live.settings().mail.is_none() { p.quiet { "No mail server is set yet." } }
            p { button name="do" value="mail" { "Set" } }
        }
        h2 { "Sessions" } (passes(&live.open_passes(id, false)?))
        h2 { "Tokens for programs" } (passes(&live.open_passes(id, true)?)) (token())
    };
    let status = match told {
        Told::Why(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    Ok((status, shell("Account", "/account", &Asked::default(), &body)).into_response())
}

fn old() -> Markup {
    field("password", "Your password now", "password", "current-password", None)
}

fn shown_once(told: &Told) -> Markup {
    html! { @match told {
        Told::Token(token) => p.note { "The token, shown only now: " code { (token.reveal()) } },
        Told::Setup(setup) => {
            p.note { "Type this key into your authenticator: " code { (setup.key.reveal()) } }
            p { "Recovery codes, each good once, shown only now:" }
            ul { @for code in &setup.recovery { li { code { (code.reveal()) } } } }
            form.edit method="post" action="/account" {
                (field("code", "The six digits it shows", "text", "one-time-code", None))
                p { button.primary name="do" value="confirm" { "Turn on" } }
            }
        }
        _ => {}
    } }
}

fn passes(all: &[(String, Pass)]) -> Markup {
    html! {
        @if all.is_empty() { p.quiet { "None." } }
        ul { @for (mark, pass) in all {
            li { form method="post" action="/account" {
                (pass.name) " "
                span.quiet { "since " (pass.since) ", until " (pass.until) }
                input type="hidden" name="pass" value=(mark);
                " " button name="do" value="end" { "End" }
            } }
        } }
    }
}

fn token() -> Markup {
    html! {
        form.edit method="post" action="/account" {
            (field("name", "What it is for", "text", "off", None))
            (field("days", "Days it lasts", "number", "off", Some("90")))
            @for (_, name) in Scope::ALL {
                label.tick { input type="checkbox" name="scope" value=(name); " " (name) }
            }
            p { button name="do" value="token" { "Make a token" } }
        }
    }
}
