//! Every text for people stands in a catalogue of its language, `texts/en` and `texts/de`, one file a room: here it is
//! found, in the language of whoever reads. That language goes with the work and not through every hand, as who acts
//! does (`live/acting.rs`); where nothing sets it, it is English.
//!
//! Not here: what programs read. Keys of JSON, columns of CSV and the words of verdicts and states are no texts.

mod asked;
mod catalogue;
mod numbers;
mod said;

use fluent_bundle::{FluentArgs, FluentValue};
use maud::{Markup, PreEscaped, Render};
use serde::{Deserialize, Serialize};

pub use asked::wanted;
pub use catalogue::{ENGLISH, GERMAN};
pub use numbers::{date, decimal, grouped, typed};
pub use said::{Bare, Said, bare};

/// A language that people are spoken to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Tongue {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

impl Tongue {
    /// All, each with its code and what it calls itself.
    pub const ALL: &[(Tongue, &str, &str)] =
        &[(Tongue::English, "en", "English"), (Tongue::German, "de", "Deutsch")];

    /// Its code, as `lang` in a page says it.
    #[must_use]
    pub fn code(self) -> &'static str {
        Tongue::ALL.iter().find(|one| one.0 == self).map_or("en", |one| one.1)
    }

    /// The language of a code: `de`, `de-AT`.
    #[must_use]
    pub fn of(code: &str) -> Option<Tongue> {
        let first = code.trim().split(['-', '_']).next().unwrap_or_default();
        Tongue::ALL.iter().find(|one| one.1.eq_ignore_ascii_case(first)).map(|one| one.0)
    }
}

tokio::task_local! { static TONGUE: Tongue; }

/// Does something in a language.
pub async fn speaking<F: Future>(tongue: Tongue, work: F) -> F::Output {
    TONGUE.scope(tongue, work).await
}

/// The same for work that waits for nothing. Another thread does not inherit it: it must be told.
pub fn speaking_here<T>(tongue: Tongue, work: impl FnOnce() -> T) -> T {
    TONGUE.sync_scope(tongue, work)
}

/// The language of what is done now.
#[must_use]
pub fn tongue() -> Tongue {
    TONGUE.try_with(|tongue| *tongue).unwrap_or_default()
}

/// A text that is filled with nothing; its key where there is none, which a test finds.
#[must_use]
pub fn plain(key: &'static str) -> &'static str {
    let of = |tongue| catalogue::spoken(tongue).plain(key);
    of(tongue()).or_else(|| of(Tongue::English)).unwrap_or(key)
}

/// A text with what it is filled with.
#[must_use]
pub fn filled<'a, const N: usize>(key: &'static str, with: [(&str, FluentValue<'a>); N]) -> String {
    let mut given = FluentArgs::with_capacity(N);
    for (name, value) in with {
        given.set(name.to_owned(), value);
    }
    let of = |tongue| catalogue::spoken(tongue).filled(key, &given);
    of(tongue()).or_else(|| of(Tongue::English)).unwrap_or_else(|| key.to_owned())
}

/// Where something drawn stands in a text, by its place among them. The marks are of no language, and nobody types them.
#[must_use]
pub fn mark(place: usize) -> String {
    format!("\u{e000}{place}\u{e001}")
}

/// A text with the marks of [`mark`] to what is drawn there. Everything else is escaped.
#[must_use]
pub fn drawn(text: &str, parts: &[Markup]) -> Markup {
    let mut pieces = text.split(['\u{e000}', '\u{e001}']);
    let mut out = String::new();
    while let Some(words) = pieces.next() {
        words.render_to(&mut out);
        let part = pieces.next().and_then(|place| parts.get(place.parse::<usize>().ok()?));
        out.push_str(part.map_or("", |part| part.0.as_str()));
    }
    PreEscaped(out)
}

/// A text by its key: `t!("pipeline-sums")` is a `&'static str`, `t!("deals", n = 3, who = name)` a `String`. What it is
/// filled with implements [`Said`]: texts, numbers, dates. The key is written out, so that a test finds it.
macro_rules! t {
    ($key:literal) => { $crate::texts::plain($key) };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::texts::filled($key, [$((stringify!($name), $crate::texts::Said::said(&$value))),+])
    };
}

/// A text with something drawn inside: `rich!("past", now = html! { a href="/" { (t!("back")) } })` is `Markup`. Numbers
/// and words go before a semicolon: `rich!("past", n = 3; link = html! { … })`.
macro_rules! rich {
    ($key:literal, $($name:ident = $part:expr),+ $(,)?) => { $crate::texts::rich!($key, ; $($name = $part),+) };
    ($key:literal, $($plain:ident = $value:expr),*; $($name:ident = $part:expr),+ $(,)?) => {{
        let mut parts: Vec<maud::Markup> = Vec::new();
        let mut put = |part: maud::Markup| {
            parts.push(part);
            $crate::texts::mark(parts.len() - 1)
        };
        let text = $crate::texts::filled($key, [
            $((stringify!($plain), $crate::texts::Said::said(&$value)),)*
            $((stringify!($name), put($part).into())),+
        ]);
        $crate::texts::drawn(&text, &parts)
    }};
}

/// The key of a text that is said elsewhere, by [`plain`]: for constants and tables.
macro_rules! key {
    ($key:literal) => {
        $key
    };
}

pub(crate) use {key, rich, t};

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{Tongue, date, speaking_here, tongue};

    #[test]
    fn a_text_is_in_the_language_of_who_reads() {
        assert_eq!(tongue(), Tongue::English);
        let deals = |n: usize| t!("words-deals", n = n);
        assert_eq!([0, 1, 1204].map(deals), ["no deals", "1 deal", "1,204 deals"]);
        let german = speaking_here(Tongue::German, || [0, 1, 1204].map(deals));
        assert_eq!(german, ["keine Deals", "1 Deal", "1.204 Deals"]);
        assert_eq!(t!("page-pipeline"), "Pipeline");
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let day = "2026-11-29".parse().unwrap();
        assert_eq!(date(day), "2026-11-29");
        assert_eq!(speaking_here(Tongue::German, || date(day)), "29.11.2026");
    }

    #[test]
    fn what_is_drawn_in_a_text_is_not_escaped_and_the_text_is() {
        let page = rich!("frame-past", when = html! { b { "<" } }, back = html! { a { "now" } });
        assert_eq!(page.0, "What was known before <b>&lt;</b>. <a>now</a>");
    }
}
