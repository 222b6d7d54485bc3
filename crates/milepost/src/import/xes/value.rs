//! Attributes by their element: what each must say, and what its text means.

use super::Value;
use super::tags::Opened;
use super::timestamp::timestamp;
use crate::texts::t;

/// The types of attributes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Int,
    Float,
    Bool,
    Date,
    /// Has no value of its own, only attributes within.
    List,
    /// Nor a key: what XES 2.0 puts around the items of a list.
    Items,
}

impl Kind {
    pub(super) fn of(element: &str) -> Option<Kind> {
        Some(match element {
            "string" | "id" => Kind::Text,
            "int" => Kind::Int,
            "float" => Kind::Float,
            "boolean" => Kind::Bool,
            "date" => Kind::Date,
            "list" | "container" => Kind::List,
            "values" => Kind::Items,
            _ => return None,
        })
    }

    /// Why a tag of this kind says nothing, if so.
    pub(super) fn missing(self, tag: &mut Opened) -> Option<String> {
        if let fault @ Some(_) = tag.fault.take() {
            return fault;
        }
        if tag.key.is_empty() && self != Kind::Items {
            return Some(t!("problems-xes-no-key").to_owned());
        }
        let needs_value = !matches!(self, Kind::List | Kind::Items);
        (needs_value && tag.value.is_none()).then(|| t!("problems-xes-no-value", key = tag.key))
    }

    pub(super) fn value(self, text: String) -> Value {
        let word = text.trim();
        let typed = match self {
            Kind::Text | Kind::List | Kind::Items => None,
            Kind::Int => word.parse().ok().map(Value::Int),
            Kind::Float => word.parse().ok().filter(|n: &f64| n.is_finite()).map(Value::Float),
            Kind::Bool => boolean(word).map(Value::Bool),
            Kind::Date => timestamp(word).map(|stamp| Value::Date(stamp.at)),
        };
        typed.unwrap_or(Value::Text(text))
    }
}

fn boolean(word: &str) -> Option<bool> {
    match word {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}
