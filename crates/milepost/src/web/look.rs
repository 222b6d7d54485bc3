//! The style sheet, the script and the icon. Their addresses name their version, and that of the script its language, so
//! browsers may keep them.

use std::sync::LazyLock;

use axum::http::Uri;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::texts::{Tongue, speaking_here, t, tongue};

pub(super) const STYLE_TEXT: &str = include_str!("style.css");
/// What it says stands in it as `«word»`.
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
    let tongue = tongue();
    let print = fingerprint(script_in(tongue));
    match tongue {
        Tongue::English => format!("{SCRIPT}?{print:08x}"),
        other => format!("{SCRIPT}?{}-{print:08x}", other.code()),
    }
}

/// The icon's address with its fingerprint.
pub(super) fn icon_address() -> String {
    format!("{ICON}?{:08x}", fingerprint(ICON_TEXT))
}

pub(super) async fn style() -> Response {
    kept(STYLE_TEXT, "text/css; charset=utf-8")
}

pub(super) async fn script(uri: Uri) -> Response {
    let asked = uri.query().unwrap_or_default();
    let named = asked.split_once('-').and_then(|(code, _)| Tongue::of(code));
    kept(script_in(named.unwrap_or_default()), "text/javascript; charset=utf-8")
}

static ENGLISH_SCRIPT: LazyLock<String> = LazyLock::new(|| said_in(Tongue::English));
static GERMAN_SCRIPT: LazyLock<String> = LazyLock::new(|| said_in(Tongue::German));

fn script_in(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => &ENGLISH_SCRIPT,
        Tongue::German => &GERMAN_SCRIPT,
    }
}

/// The script with what it says in a language.
fn said_in(tongue: Tongue) -> String {
    let words = || {
        [
            ("«page»", t!("pages-script-page").to_owned()),
            ("«view»", t!("pages-script-view").to_owned()),
            ("«action»", t!("pages-script-action").to_owned()),
            ("«find-what»", t!("pages-script-find").to_owned()),
            ("«found»", t!("pages-script-found").to_owned()),
            ("«find»", t!("page-find").to_owned()),
            ("«keys»", t!("pages-keys").to_owned()),
            ("«silent»", t!("pages-script-silent").to_owned()),
            ("«nothing»", t!("pages-script-nothing", text = "${q}")),
            ("«close»", t!("pages-script-close").to_owned()),
            ("«tick-all»", t!("pages-script-tick-all").to_owned()),
        ]
    };
    let put = |script: String, (mark, word): (&str, String)| script.replace(mark, &word);
    speaking_here(tongue, words).into_iter().fold(SCRIPT_TEXT.to_owned(), put)
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

#[cfg(test)]
mod tests {
    use super::{said_in, script_address};
    use crate::texts::{Tongue, speaking_here};

    #[test]
    fn the_script_speaks_the_language_of_its_page() {
        let [english, german] = [Tongue::English, Tongue::German].map(said_in);
        assert!(english.contains("`Nothing has “${q}” in its name.`"));
        assert!(german.contains("`Nichts hat „${q}“ im Namen.`"));
        assert!(!english.contains('«') && !german.contains('«'));
        assert!(speaking_here(Tongue::German, script_address).starts_with("/script.js?de-"));
    }
}
