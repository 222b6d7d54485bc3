//! What a browser may do with what it gets, and what other sites may not have it do. Until there are logins,
//! a name that leads here from elsewhere (DNS rebinding) is turned away by `access`.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::fault::Fault;
use super::tongue;
use crate::draw::Format;
use crate::settings::Settings;
use crate::texts::{speaking_here, t};

/// Nothing but our own style sheet, script and icon; forms come back to us; nobody frames us.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                      img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: &[(HeaderName, &str)] = &[
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "no-store"),
];

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Turns away what other sites would have a browser write here (CSRF). A program that is no browser says
/// nothing of where it comes from, and needs no page to be led here.
pub(super) async fn only_from_here(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_from_here(request.headers()) {
        return next.run(request).await;
    }
    // This stands before it is known who asks.
    let tongue = tongue::of(None, request.headers(), &Settings::default());
    speaking_here(tongue, || {
        Fault::new(StatusCode::FORBIDDEN, t!("people-other-site")).reply(Format::Table)
    })
}

fn is_from_here(headers: &HeaderMap) -> bool {
    let said = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let host = said(&HOST).unwrap_or_default();
    match (said(&SEC_FETCH_SITE), said(&ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").is_some_and(|(_, name)| name == host),
        (None, None) => true,
    }
}

/// `localhost`, `127.0.0.1:7171`, `[::1]:7171`.
pub(super) fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let ip = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost") || ip.is_ok_and(|ip| ip.is_loopback())
}

/// Whether an address is of this machine, in either way of writing it.
pub(super) fn is_loopback(ip: IpAddr) -> bool {
    ip.to_canonical().is_loopback()
}

/// Adds the headers that every reply bears; what a reply says itself stays.
pub(super) async fn headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_names_of_this_machine_pass() {
        for host in
            ["localhost", "LOCALHOST:80", "127.0.0.1:7171", "127.9.9.9", "[::1]:7171", "[::1]"]
        {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example:7171",
            "localhost.evil",
            "10.0.0.1",
            "[::2]:1",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
