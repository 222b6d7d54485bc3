//! Work that a page waits for, away from the threads that serve, as whoever asked for it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::fault::Fault;
use crate::draw::Format;
use crate::live::Live;
use crate::live::acting::{acting_here, who};
use crate::people::login::Who;
use crate::texts::{speaking_here, t, tongue};

/// What pages about people are given.
pub(super) type Shared = State<Arc<Live>>;

/// Does it; whoever has not come in is nobody.
pub(super) async fn task(
    live: Arc<Live>,
    format: Format,
    work: impl FnOnce(&Live, Option<&Who>) -> Result<Response, Fault> + Send + 'static,
) -> Response {
    let (who, tongue) = (who(), tongue());
    let work = move || match who {
        Some(who) => acting_here(who.clone(), || work(&live, Some(&who))),
        None => work(&live, None),
    };
    let failed = |_| Err(Fault::new(StatusCode::INTERNAL_SERVER_ERROR, t!("people-not-done")));
    let done = tokio::task::spawn_blocking(move || speaking_here(tongue, work))
        .await
        .unwrap_or_else(failed);
    done.unwrap_or_else(|fault| fault.reply(format))
}
