//! How a calendar program comes in: it knows no other way than a name and a password (HTTP Basic), so the feed, and
//! nothing else, takes a token as the password. Which name it says does not matter.

use axum::http::Uri;
use axum::http::header::{HeaderValue, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use base64ct::{Base64Unpadded, Encoding};

use super::fault::Fault;
use crate::draw::Format;
use crate::people::secret::Secret;
use crate::texts::t;

/// Where it is taken.
const FEED: &str = "/calendar.ics";

/// Whether an address is read by programs that know no other way.
pub(super) fn is_for(uri: &Uri) -> bool {
    uri.path() == FEED
}

/// The token in what a program says of itself.
pub(super) fn token(said: &str) -> Option<Secret> {
    let bytes = bytes(said.strip_prefix("Basic ")?.trim())?;
    let text = String::from_utf8(bytes).ok()?;
    text.split_once(':').map(|(_, password)| Secret::new(password))
}

/// Asks for it.
pub(super) fn ask() -> Response {
    let sentence = t!("people-feed-token");
    let mut reply = Fault::new(axum::http::StatusCode::UNAUTHORIZED, sentence)
        .reply(Format::Csv)
        .into_response();
    let asked = HeaderValue::from_static("Basic realm=\"Milepost calendar\", charset=\"UTF-8\"");
    reply.headers_mut().insert(WWW_AUTHENTICATE, asked);
    reply
}

/// Base 64 (RFC 4648), with its padding or without.
fn bytes(text: &str) -> Option<Vec<u8>> {
    Base64Unpadded::decode_vec(text.trim_end_matches('=')).ok()
}

#[cfg(test)]
mod tests {
    use super::{bytes, token};

    #[test]
    fn a_token_is_read_from_a_name_and_a_password() {
        assert_eq!(bytes("Zm9vYmE=").unwrap(), b"fooba");
        assert_eq!(token("Basic YW5hOnQ6MQ==").unwrap().reveal(), "t:1");
        for wrong in ["Bearer t", "Basic", "Basic ?", "Basic YW5h"] {
            assert!(token(wrong).is_none(), "{wrong}");
        }
    }
}
