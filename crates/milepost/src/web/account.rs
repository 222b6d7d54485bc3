//! One's own account: password, second factor, sessions, tokens. Secrets are shown once.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::cookie;
use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{same_as, sentence, shell};
use super::login::{UNNAMED, browser, chosen, field, into, new_password};
use super::task::{Shared, task};
use super::tongue;
use crate::answers::account::{AccountAnswer, PassLine, role_text};
use crate::draw::Format;
use crate::live::Live;
use crate::live::logins::keep::{Member, Setup};
use crate::people::login::{Pass, Scope, Who};
use crate::people::secret::Secret;
use crate::settings::Settings;
use crate::texts::{Tongue, key, rich, speaking_here, t};

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

/// The same for programs of one's own.
pub(super) async fn list(State(live): Shared, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, who| {
        let member = member(live, person(who)?)?;
        let passes = |kind, tokens| {
            let open = live.open_passes(&member.id, tokens)?.into_iter();
            Ok::<_, Fault>(open.map(move |(_, pass)| PassLine::of(kind, pass)))
        };
        let answer = AccountAnswer {
            role: member.role,
            second_factor: member.second_factor,
            week_by_mail: live.wants_mail(&member.id)?,
            language: live.own_tongue(&member.id)?.map(Tongue::code),
            open: passes("session", false)?.chain(passes("token", true)?).collect(),
            name: member.person.name,
            mail: member.person.mail,
            id: member.id,
        };
        Ok(data(&answer, format))
    })
    .await
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
                return page(live, id, &Told::Why(t!("account-password-stays").into()));
            }
            _ => {}
        }
        if fields.sent("do") == Some("language") {
            return spoken_to(live, id, fields.said("language").as_deref());
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
            Told::Done(t!("account-second-is-on"))
        }
        Some("end-second") => {
            own(live, id, fields)?;
            live.end_second(id)?;
            Told::Done(t!("account-second-is-off"))
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
            Told::Done(t!("account-set"))
        }
        Some("end") => {
            live.end_pass(id, &text("pass"))?;
            Told::Done(t!("account-ended"))
        }
        _ => return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, t!("account-say-what"))),
    })
}

/// What matters asks for the password again.
fn own(live: &Live, id: &str, fields: &Fields) -> Result<(), Fault> {
    let password = Secret::new(fields.sent("password").unwrap_or_default());
    Ok(live.check_password(id, &password)?)
}

fn person(who: Option<&Who>) -> Result<&str, Fault> {
    let none = || Fault::new(StatusCode::NOT_FOUND, t!("account-no-logins"));
    who.and_then(|who| who.person.as_deref()).ok_or_else(none)
}

fn member(live: &Live, id: &str) -> Result<Member, Fault> {
    let member = live.members()?.into_iter().find(|member| member.id == id);
    member.ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, t!("account-erased")))
}

fn page(live: &Live, id: &str, told: &Told) -> Result<Response, Fault> {
    let member = member(live, id)?;
    let role = member.role.map_or("", role_text);
    let lead = match told {
        Told::Why(why) => why.clone(),
        Told::Done(what) => (*what).to_owned(),
        _ => t!("account-lead", name = member.person.name, role = role),
    };
    let body = html! {
        div.head { h1 { (t!("page-account")) } }
        p.lead { (sentence(&lead)) }
        (shown_once(told))
        form method="post" action="/account" { button name="do" value="leave" { (t!("account-log-out")) } }
        h2 { (t!("account-password")) }
        form.edit method="post" action="/account" {
            (old()) (new_password())
            p { button name="do" value="password" { (t!("account-password-change")) } }
        }
        h2 { (t!("account-second")) }
        p { @if member.second_factor { (t!("account-on")) } @else { (t!("account-off")) } }
        form.edit method="post" action="/account" {
            (old())
            p {
                button name="do" value="second" { (t!("account-second-anew")) } " "
                @if member.second_factor { button name="do" value="end-second" { (t!("account-turn-off")) } }
            }
        }
        h2 { (t!("account-mail")) }
        form.edit method="post" action="/account" {
            label.tick { input type="checkbox" name="mail" checked[live.wants_mail(id)?]; " " (t!("account-mail-week")) }
            @if live.mail().is_none() { p.quiet { (t!("account-no-mail-server")) } }
            p { button name="do" value="mail" { (t!("account-set-it")) } }
        }
        (language(live.own_tongue(id)?))
        h2 { (t!("account-sessions")) } (passes(&live.open_passes(id, false)?, live.settings()))
        h2 { (t!("account-tokens")) } (passes(&live.open_passes(id, true)?, live.settings())) (token())
        (same_as(|ending| format!("/account.{ending}")))
    };
    let status = match told {
        Told::Why(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    Ok((status, shell(t!("page-account"), "/account", &Asked::default(), &body)).into_response())
}

/// Keeps the language, and says so in it.
fn spoken_to(live: &Live, id: &str, code: Option<&str>) -> Result<Response, Fault> {
    let tongue = code.and_then(Tongue::of);
    live.set_tongue(id, tongue)?;
    let then = tongue.or(live.settings().language).unwrap_or_else(crate::texts::tongue);
    speaking_here(then, || page(live, id, &Told::Done(t!("account-set"))))
}

fn language(picked: Option<Tongue>) -> Markup {
    html! {
        h2 { (t!("account-language")) }
        form.edit method="post" action="/account" {
            (tongue::field("language", t!("account-language-label"), key!("account-language-none"), picked))
            p { button name="do" value="language" { (t!("account-set-it")) } }
        }
    }
}

fn scope_text(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => t!("words-scope-read"),
        Scope::Write => t!("words-scope-write"),
        Scope::Import => t!("words-scope-import"),
        Scope::Admin => t!("words-scope-admin"),
    }
}

fn old() -> Markup {
    field("password", t!("account-password-now"), "password", "current-password", None)
}

fn shown_once(told: &Told) -> Markup {
    html! { @match told {
        Told::Token(token) => p.note { (rich!("account-token-shown", token = html! { code { (token.reveal()) } })) },
        Told::Setup(setup) => {
            p.note { (rich!("account-key-shown", key = html! { code { (setup.key.reveal()) } })) }
            p { (t!("account-recovery")) }
            ul { @for code in &setup.recovery { li { code { (code.reveal()) } } } }
            form.edit method="post" action="/account" {
                (field("code", t!("account-digits"), "text", "one-time-code", None))
                p { button.primary name="do" value="confirm" { (t!("account-turn-on")) } }
            }
        }
        _ => {}
    } }
}

fn passes(all: &[(String, Pass)], set: &Settings) -> Markup {
    html! {
        @if all.is_empty() { p.quiet { (t!("account-none")) } }
        ul { @for (mark, pass) in all {
            li { form method="post" action="/account" {
                (if pass.name == UNNAMED { t!("people-unnamed-browser") } else { &pass.name }) " "
                span.quiet { (t!("account-pass", since = set.day_of(pass.since), until = set.day_of(pass.until))) }
                input type="hidden" name="pass" value=(mark);
                " " button name="do" value="end" { (t!("account-end")) }
            } }
        } }
    }
}

fn token() -> Markup {
    html! {
        form.edit method="post" action="/account" {
            (field("name", t!("account-token-for"), "text", "off", None))
            (field("days", t!("account-token-days"), "number", "off", Some("90")))
            @for (scope, name) in Scope::ALL {
                label.tick { input type="checkbox" name="scope" value=(name); " " (scope_text(*scope)) }
            }
            p { button name="do" value="token" { (t!("account-token-make")) } }
        }
    }
}
