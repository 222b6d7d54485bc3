//! What is said when a page cannot be given: a sentence, as a page or as JSON.

use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::html;
use serde_json::json;

use super::address::{Address, Asked};
use super::frame;
use crate::answers::Refusal;
use crate::draw::Format;
use crate::live::Trouble;
use crate::texts::t;

/// Why a page cannot be given.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) status: StatusCode,
    pub(super) sentence: String,
}

impl Fault {
    /// A fault of a status with a sentence.
    pub(super) fn new(status: StatusCode, sentence: impl Into<String>) -> Fault {
        Fault { status, sentence: sentence.into() }
    }

    /// What was asked cannot be understood.
    pub(super) fn unclear(refusal: Refusal) -> Fault {
        Fault::new(StatusCode::BAD_REQUEST, refusal.0)
    }

    /// In the form that was asked for; programs that read CSV look at the status.
    pub(super) fn reply(&self, format: Format) -> Response {
        match format {
            Format::Table => (self.status, self.page()).into_response(),
            Format::Json => {
                let body = json!({ "error": self.sentence }).to_string();
                (self.status, [(CONTENT_TYPE, "application/json")], body).into_response()
            }
            Format::Csv => (self.status, format!("{}\n", self.sentence)).into_response(),
        }
    }

    /// Links from here ask for nothing: what was asked may be the fault.
    fn page(&self) -> maud::Markup {
        let title = match self.status {
            StatusCode::NOT_FOUND => t!("pages-not-found"),
            StatusCode::BAD_REQUEST => t!("pages-not-understood"),
            _ => t!("pages-wrong"),
        };
        let body = html! {
            h1 { (title) }
            p.lead { (frame::sentence(&self.sentence)) }
            p { a href="/next" { (t!("pages-to-next")) } }
        };
        frame::shell(title, "", &Asked::default(), &body)
    }
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Fault {
        let status = match trouble {
            Trouble::Refused(_) | Trouble::Asked(_) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Fault::new(status, trouble.to_string())
    }
}

/// There is no such page.
pub(super) async fn no_page(uri: Uri) -> Response {
    let place = Address::place(&uri, None);
    let sentence = t!("pages-nowhere", path = uri.path());
    Fault::new(StatusCode::NOT_FOUND, sentence).reply(place.format)
}
