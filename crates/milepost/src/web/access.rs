//! Who may do what: one table of addresses, and the one gate that every request passes. What the table does
//! not name is for admins only, and a test finds it.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, HeaderName};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::address::{Address, encoded};
use super::basic;
use super::fault::Fault;
use super::{guard, tongue};
use crate::draw::Format;
use crate::live::acting::acting_as;
use crate::live::{Live, Trouble};
use crate::people::login::{Role, Scope, Who};
use crate::people::secret::Secret;
use crate::texts::{speaking, speaking_here, t};

/// The least that an address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Anyone, before coming in.
    Anyone,
    /// A role or a higher one, by a session or a token.
    Role(Role),
    /// Any role, by a session of one's own; no token will do.
    Own,
}

use Least::{Anyone, Own};
const VIEWER: Least = Least::Role(Role::Viewer);
const REP: Least = Least::Role(Role::Rep);
const MANAGER: Least = Least::Role(Role::Manager);
const ADMIN: Least = Least::Role(Role::Admin);

/// An address without its ending: to look, to write, and what a token must be for to write.
pub type Rule = (&'static str, Least, Option<Least>, Scope);

/// Every address.
pub const RULES: &[Rule] = &[
    ("/", VIEWER, None, Scope::Read),
    ("/next", VIEWER, None, Scope::Read),
    ("/pipeline", VIEWER, None, Scope::Read),
    ("/deals", VIEWER, Some(REP), Scope::Write),
    ("/deals/{id}", VIEWER, None, Scope::Read),
    ("/deal/open", REP, Some(REP), Scope::Write),
    ("/act/{id}", REP, Some(REP), Scope::Write),
    ("/accounts", VIEWER, None, Scope::Read),
    ("/find", VIEWER, None, Scope::Read),
    ("/digest", VIEWER, None, Scope::Read),
    ("/calendar", VIEWER, None, Scope::Read),
    ("/calendar.ics", VIEWER, None, Scope::Read),
    ("/plan/{id}", REP, Some(REP), Scope::Write),
    ("/log/{id}", REP, Some(REP), Scope::Write),
    ("/agreed/{id}", REP, Some(REP), Scope::Write),
    ("/forecast", REP, None, Scope::Read),
    ("/marketing", REP, None, Scope::Read),
    ("/accuracy", REP, None, Scope::Read),
    ("/process", VIEWER, None, Scope::Read),
    ("/discover", REP, None, Scope::Read),
    ("/discover.svg", REP, None, Scope::Read),
    ("/marketing/lead", REP, Some(REP), Scope::Write),
    ("/quota", MANAGER, Some(MANAGER), Scope::Write),
    ("/process/edit", MANAGER, Some(MANAGER), Scope::Write),
    ("/coach", REP, None, Scope::Read),
    ("/playbook", VIEWER, None, Scope::Read),
    ("/learn", VIEWER, Some(VIEWER), Scope::Write),
    ("/learn/progress", MANAGER, None, Scope::Read),
    ("/check", REP, None, Scope::Read),
    ("/views", VIEWER, Some(REP), Scope::Write),
    ("/import", MANAGER, Some(MANAGER), Scope::Import),
    ("/style.css", Anyone, None, Scope::Read),
    ("/script.js", Anyone, None, Scope::Read),
    ("/icon.svg", Anyone, None, Scope::Read),
    ("/language", Anyone, Some(Anyone), Scope::Write),
    ("/login", Anyone, Some(Anyone), Scope::Write),
    ("/welcome", Anyone, Some(Anyone), Scope::Write),
    ("/invite/{code}", Anyone, Some(Anyone), Scope::Write),
    ("/account", Own, Some(Own), Scope::Write),
    ("/people", ADMIN, Some(ADMIN), Scope::Admin),
    ("/settings", ADMIN, Some(ADMIN), Scope::Admin),
    ("/audit", ADMIN, None, Scope::Admin),
];

/// What an address asks for: the role, and the scope of a token.
fn needed(path: &str, method: &Method) -> (Least, Scope) {
    let bare = [".json", ".csv", ".svg"].iter().find_map(|ending| path.strip_suffix(ending));
    let found = RULES.iter().find(|rule| rule.0 == path || Some(rule.0) == bare);
    match found {
        Some((_, look, _, Scope::Admin)) if method.is_safe() => (*look, Scope::Admin),
        Some((_, look, _, _)) if method.is_safe() => (*look, Scope::Read),
        Some((_, _, Some(write), scope)) => (*write, *scope),
        _ => (ADMIN, Scope::Admin),
    }
}

/// Whether somebody may.
pub(super) fn may(who: Option<&Who>, path: &str, method: &Method) -> bool {
    let (least, scope) = needed(path, method);
    let fits = |who: &Who| who.scopes.as_ref().is_none_or(|scopes| scopes.contains(&scope));
    match (least, who) {
        (Anyone, _) => true,
        (_, None) => false,
        (Own, Some(who)) => who.scopes.is_none(),
        (Least::Role(least), Some(who)) => who.role >= least && fits(who),
    }
}

/// Lets a request through as whoever made it, in their language, or says why not.
pub(super) async fn admit(State(live): State<Arc<Live>>, request: Request, next: Next) -> Response {
    let format = Address::place(request.uri(), None).format;
    let (headers, asker) = (request.headers().clone(), Arc::clone(&live));
    let feed = basic::is_for(request.uri());
    let found = tokio::task::spawn_blocking(move || recognise(&asker, &headers, feed)).await;
    let again = || Fault::new(StatusCode::INTERNAL_SERVER_ERROR, t!("people-try-again"));
    let who = match found {
        Ok(Ok(who)) => who,
        Ok(Err(trouble)) => return unknown(&live, &request, || Fault::from(trouble)),
        Err(_) => return unknown(&live, &request, again),
    };
    let tongue = tongue::of(who.as_ref(), request.headers(), live.settings());
    tongue::said(tongue, speaking(tongue, passed(who, format, request, next)).await)
}

/// What is said where it cannot be known who asks: in the browser's language.
fn unknown(live: &Live, request: &Request, fault: impl FnOnce() -> Fault) -> Response {
    let format = Address::place(request.uri(), None).format;
    let tongue = tongue::of(None, request.headers(), live.settings());
    tongue::said(tongue, speaking_here(tongue, || fault().reply(format)))
}

/// The same, once it is known who asks.
async fn passed(who: Option<Who>, format: Format, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    // What is nowhere is said to be nowhere, but only to who is in.
    let path = matched.unwrap_or("/next").to_owned();
    let method = if matched.is_some() { request.method().clone() } else { Method::GET };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let is_near = peer.is_some_and(|ConnectInfo(peer)| guard::is_loopback(peer.ip()))
        && guard::is_this_machine(host(request.headers()));
    if who == Some(Who::here()) && !is_near {
        return Fault::new(StatusCode::FORBIDDEN, t!("people-only-here")).reply(format);
    }
    match (may(who.as_ref(), &path, &method), who) {
        (true, Some(who)) => acting_as(who, next.run(request)).await,
        (true, None) => next.run(request).await,
        (false, Some(who)) => {
            let why = if who.scopes.is_some() {
                t!("people-token-not-for")
            } else {
                t!("people-role-not")
            };
            acting_as(who, async { Fault::new(StatusCode::FORBIDDEN, why).reply(format) }).await
        }
        (false, None) if basic::is_for(request.uri()) => basic::ask(),
        (false, None) => come_in_first(request.uri(), &method, format),
    }
}

fn come_in_first(uri: &Uri, method: &Method, format: Format) -> Response {
    if format == Format::Table && method.is_safe() {
        let wanted = uri.path_and_query().map_or("/", |wanted| wanted.as_str());
        return Redirect::to(&format!("/login?to={}", encoded(wanted))).into_response();
    }
    Fault::new(StatusCode::UNAUTHORIZED, t!("people-first")).reply(format)
}

/// Who makes a request; a feed's reader may bring the token as a password. While nobody has a login, it is whoever
/// sits here.
fn recognise(live: &Live, headers: &HeaderMap, feed: bool) -> Result<Option<Who>, Trouble> {
    if !live.has_logins()? {
        return Ok(Some(Who::here()));
    }
    if let Some(token) = said(headers, &AUTHORIZATION) {
        if let Some(token) = basic::token(token).filter(|_| feed) {
            return live.who_bears(&token);
        }
        let token = token.strip_prefix("Bearer ").unwrap_or_default();
        return live.who_bears(&Secret::new(token.trim()));
    }
    match session(headers) {
        Some(secret) => live.who_holds(&secret),
        None => Ok(None),
    }
}

/// The session that a browser brings along.
fn session(headers: &HeaderMap) -> Option<Secret> {
    let cookies = said(headers, &COOKIE)?;
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == "milepost").map(|(_, value)| Secret::new(value))
}

/// What gives a browser its session, or takes it away. Behind TLS it never leaves TLS.
pub(super) fn cookie(headers: &HeaderMap, session: Option<&Secret>) -> String {
    let proto = HeaderName::from_static("x-forwarded-proto");
    let secure = if said(headers, &proto) == Some("https") { "; Secure" } else { "" };
    let (value, age) = session.map_or(("", 0), |session| (session.reveal(), 14 * 24 * 3600));
    format!("milepost={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
}

pub(super) fn said<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

pub(super) fn host(headers: &HeaderMap) -> &str {
    said(headers, &HOST).unwrap_or_default()
}
