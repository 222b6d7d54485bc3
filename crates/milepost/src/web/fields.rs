//! What a form or a program sends to be written: fields with names, from a form or a JSON object alike.

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use ledger::time::Day;
use serde_json::Value;

use super::fault::Fault;
use crate::answers::Refusal;
use crate::texts::t;

/// Fields in the order in which they were sent; one name may come several times.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a body.
    pub(super) fn read(headers: &HeaderMap, body: &Bytes) -> Result<Fields, Fault> {
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("application/json")) {
            return Fields::of_json(body);
        }
        Ok(Fields(pairs(body)))
    }

    fn of_json(body: &Bytes) -> Result<Fields, Fault> {
        let wrong = |sentence: String| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, sentence);
        let broken =
            |error: serde_json::Error| wrong(t!("pages-one-object", what = error.to_string()));
        let value: Value = serde_json::from_slice(body).map_err(broken)?;
        let Value::Object(object) = value else {
            return Err(wrong(t!("pages-no-object").to_owned()));
        };
        let mut sent = Vec::new();
        for (name, value) in object {
            let all = if let Value::Array(all) = value { all } else { vec![value] };
            for value in all {
                match value {
                    Value::Null => {}
                    Value::String(text) => sent.push((name.clone(), text)),
                    other => sent.push((name.clone(), other.to_string())),
                }
            }
        }
        Ok(Fields(sent))
    }

    /// What was sent under a name, blank or not.
    pub(super) fn sent(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What was said under a name; blank is nothing.
    pub(super) fn said(&self, name: &str) -> Option<String> {
        let text = self.sent(name)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Everything that was said under a name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let all = self.0.iter().filter(|(key, value)| key == name && !value.trim().is_empty());
        all.map(|(_, value)| value.trim().to_owned()).collect()
    }

    /// A tick, or `true`.
    pub(super) fn ticked(&self, name: &str) -> bool {
        self.sent(name).is_some_and(|value| !matches!(value, "" | "false" | "off" | "0"))
    }

    /// A day; blank is none.
    pub(super) fn day(&self, name: &str) -> Result<Option<Day>, Refusal> {
        let Some(text) = self.said(name) else { return Ok(None) };
        let wrong = |_| Refusal(t!("pages-no-day", text = text));
        text.parse().map(Some).map_err(wrong)
    }
}

/// Takes `a=b&c=d` apart.
fn pairs(body: &[u8]) -> Vec<(String, String)> {
    let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    let pair = |pair: &[u8]| {
        let at = pair.iter().position(|byte| *byte == b'=');
        let (name, value) = pair.split_at(at.unwrap_or(pair.len()));
        (decoded(name), decoded(value.get(1..).unwrap_or_default()))
    };
    pairs.map(pair).collect()
}

fn decoded(text: &[u8]) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        rest = after;
        match (first, byte) {
            (b'+', _) => out.push(b' '),
            (b'%', Some(byte)) => {
                out.push(byte);
                rest = &after[2..];
            }
            (other, _) => out.push(*other),
        }
    }
    String::from_utf8_lossy(&out).replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_form_is_taken_apart() {
        let read = pairs(b"a=1+2&b=%C3%BC%26&b=&c&=x&d=100%&e=x%0D%0Ay");
        let said: Vec<_> = read.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let right = [
            ("a", "1 2"),
            ("b", "ü&"),
            ("b", ""),
            ("c", ""),
            ("", "x"),
            ("d", "100%"),
            ("e", "x\ny"),
        ];
        assert_eq!(said, right);
    }
}
