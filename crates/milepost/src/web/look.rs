//! The style sheet, the script and the icon. Their addresses name their version, so browsers may keep them.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

pub(super) const STYLE_TEXT: &str = include_str!("style.css");
const SCRIPT_TEXT: &str = include_str!("script.js");
const ICON_TEXT: &str = include_str!("icon.svg");

/// Where the style sheet is; a browser asks with its fingerprint behind: [`style_address`].
pub(super) const STYLE: &str = "/style.css";
/// Where the script is.
pub(super) const SCRIPT: &str = "/script.js";
/// Where the icon is.
pub(super) const ICON: &str = "/icon.svg";

/// The style sheet's address with its fingerprint.
pub(super) fn style_address() -> String {
    format!("{STYLE}?{:08x}", fingerprint(STYLE_TEXT))
}

/// The script's address with its fingerprint.
pub(super) fn script_address() -> String {
    format!("{SCRIPT}?{:08x}", fingerprint(SCRIPT_TEXT))
}

/// The icon's address with its fingerprint.
pub(super) fn icon_address() -> String {
    format!("{ICON}?{:08x}", fingerprint(ICON_TEXT))
}

pub(super) async fn style() -> Response {
    kept(STYLE_TEXT, "text/css; charset=utf-8")
}

pub(super) async fn script() -> Response {
    kept(SCRIPT_TEXT, "text/javascript; charset=utf-8")
}

pub(super) async fn icon() -> Response {
    kept(ICON_TEXT, "image/svg+xml")
}

fn kept(text: &'static str, kind: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, text).into_response()
}

/// Tells versions apart (FNV-1a); nothing here is secret.
const fn fingerprint(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let (mut hash, mut i) = (0x811c_9dc5_u32, 0);
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    hash
}
