//! The catalogues: which files there are, read once. A text that needs nothing filled in is made once and lent.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use foldhash::{HashMap, HashMapExt};
use unic_langid::LanguageIdentifier;

use super::Tongue;
use super::numbers::grouped_in;

macro_rules! rooms {
    ($($room:literal)*) => {
        /// The English catalogue, by room.
        pub const ENGLISH: &[(&str, &str)] =
            &[$(($room, include_str!(concat!("../../texts/en/", $room, ".ftl")))),*];
        /// The German one.
        pub const GERMAN: &[(&str, &str)] =
            &[$(($room, include_str!(concat!("../../texts/de/", $room, ".ftl")))),*];
    };
}

rooms! {
    "frame" "words" "pipeline" "settings" "account"
    "pages" "people" "calls" "process" "learn"
    "answers" "answers-deal" "answers-next" "answers-check" "answers-forecast" "answers-accuracy"
    "answers-discover" "answers-marketing" "answers-coach" "answers-learn" "answers-playbook"
    "forecast" "accuracy" "discover" "marketing" "import" "draw" "mail" "live" "decide"
    "problems" "notes" "cli"
}

/// A language, ready to be spoken.
pub(super) struct Spoken {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<&'static str, String>,
}

static ENGLISH_SPOKEN: LazyLock<Spoken> = LazyLock::new(|| Spoken::new(Tongue::English, ENGLISH));
static GERMAN_SPOKEN: LazyLock<Spoken> = LazyLock::new(|| Spoken::new(Tongue::German, GERMAN));

/// A language.
pub(super) fn spoken(tongue: Tongue) -> &'static Spoken {
    match tongue {
        Tongue::English => &ENGLISH_SPOKEN,
        Tongue::German => &GERMAN_SPOKEN,
    }
}

impl Spoken {
    fn new(tongue: Tongue, rooms: &[(&'static str, &'static str)]) -> Spoken {
        let id = LanguageIdentifier::from_bytes(tongue.code().as_bytes());
        let mut bundle = FluentBundle::new_concurrent(vec![id.unwrap_or_default()]);
        // The marks around what is filled in would be read aloud, and both languages run the same way.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match tongue {
            Tongue::English => |value, _| number(Tongue::English, value),
            Tongue::German => |value, _| number(Tongue::German, value),
        }));
        for (_, text) in rooms {
            let read = FluentResource::try_new((*text).to_owned());
            // What is wrong in a file, or said twice, a test finds.
            let _ = bundle.add_resource(read.unwrap_or_else(|(read, _)| read));
        }
        let mut plain = HashMap::new();
        for key in rooms.iter().flat_map(|(_, text)| keys(text)) {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut missing = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut missing).into_owned();
            if missing.is_empty() {
                plain.insert(key, text);
            }
        }
        Spoken { bundle, plain }
    }

    /// A text that is filled with nothing.
    pub(super) fn plain(&'static self, key: &str) -> Option<&'static str> {
        self.plain.get(key).map(String::as_str)
    }

    /// A text with what it is filled with.
    pub(super) fn filled(&self, key: &str, given: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(given), &mut Vec::new()).into_owned())
    }
}

/// The keys of a file: what begins a line, up to its sign.
fn keys(text: &'static str) -> impl Iterator<Item = &'static str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    text.lines().filter(begins).filter_map(|line| Some(line.split_once('=')?.0.trim()))
}

fn number(tongue: Tongue, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if tongue == Tongue::English && !number.options.use_grouping {
        return Some(number.value.to_string());
    }
    Some(grouped_in(tongue, number.value))
}
