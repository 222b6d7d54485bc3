//! How a page asks: look at the ledger as of a moment, ask, give the answer in the form that the
//! address ends in. The fork between page, JSON and CSV stands here and nowhere else.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use ledger::time::Moment;
use maud::{Markup, html};

use super::address::Address;
use super::fault::Fault;
use super::frame::View;
use super::picture::Picture;
use super::{empty, frame};
use crate::answers::{Answer, AsOf, Lens, Question, Refusal};
use crate::clock;
use crate::draw::{Format, draw};
use crate::live::Live;
use crate::live::acting::{acting_as, acting_here, who};
use crate::texts::{speaking, speaking_here, t, tongue};

/// A question that has a page.
pub(super) trait Page: Question + Sized + 'static {
    /// The text of what the page is called.
    const TITLE: &'static str;
    /// Whether it can be asked of some deals only.
    const FILTERED: bool;
    /// Whether it can be asked of open deals by where they stand.
    const AMONG: bool = false;
    /// Whether it has something to say of leads where there are no deals yet.
    const OF_LEADS: bool = false;

    /// The question that an address asks.
    fn read(address: &Address) -> Result<Self, Refusal>;

    /// What stands under the answer's sentence: a picture, then tables.
    fn draw(&self, answer: &Self::Answer, view: &View) -> Result<Markup, Refusal>;

    /// Its drawings, as files.
    fn pictures(&self, _: &Self::Answer, _: &View) -> Vec<Picture> {
        Vec::new()
    }

    /// What a refusal to answer means.
    fn refused(&self, _: &Lens) -> StatusCode {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// Answers an address.
pub(super) async fn ask<P: Page>(
    State(live): State<Arc<Live>>,
    uri: Uri,
    params: Result<Path<BTreeMap<String, String>>, PathRejection>,
) -> Response {
    let id = params.ok().and_then(|Path(mut params)| params.remove("id"));
    let format = Address::place(&uri, None).format;
    let whole = Some(P::WHOLE);
    let done = look_at(Arc::clone(&live), uri.clone(), id.clone(), whole, |view, live| {
        let question = P::read(view.address).map_err(Fault::unclear)?;
        reply(&question, view, live)
    });
    match done.await {
        Ok((page, older)) => {
            if let Some(who) = who().filter(|_| older) {
                tokio::spawn(speaking(tongue(), acting_as(who, renew::<P>(live, uri, id))));
            }
            page
        }
        Err(fault) => fault.reply(format),
    }
}

/// Answers an address anew for those who ask later.
async fn renew<P: Page>(live: Arc<Live>, uri: Uri, id: Option<String>) {
    let done = look_at(live, uri, id, Some(P::WHOLE), |view, live| {
        let question = P::read(view.address).map_err(Fault::unclear)?;
        let process = view.address.asked.process.as_deref();
        // What goes wrong is told to who asks next.
        live.renew(|| drop(live.answer(&question, view.lens, process, None)));
        Ok(())
    });
    done.await.unwrap_or_default();
}

/// Looks at the ledger as an address asks. Books are folded away from the threads that serve.
pub(super) async fn look<T: Send + 'static>(
    live: Arc<Live>,
    uri: Uri,
    id: Option<String>,
    work: impl FnOnce(&View, &Live) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    look_at(live, uri, id, None, work).await
}

/// The same for what is about one process: its deals alone, of the main one where none is named.
pub(super) async fn look_at_one<T: Send + 'static>(
    live: Arc<Live>,
    uri: Uri,
    work: impl FnOnce(&View, &Live) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    look_at(live, uri, None, Some(false), work).await
}

/// The same; a question is asked of the deals of all processes together, or of one (`Question::WHOLE`), where no
/// process is named.
pub(super) async fn look_at<T: Send + 'static>(
    live: Arc<Live>,
    uri: Uri,
    id: Option<String>,
    whole: Option<bool>,
    work: impl FnOnce(&View, &Live) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let Some(who) = who() else {
        return Err(Fault::new(StatusCode::FORBIDDEN, t!("people-nobody")));
    };
    let work = move || {
        let address = Address::read(&uri, id).map_err(Fault::unclear)?;
        let (asked, settings) = (&address.asked, live.settings());
        let as_of = match &asked.as_of {
            Some(text) => AsOf::parse(text, clock::now(), settings).map_err(Fault::unclear)?,
            None => AsOf::now(clock::now(), settings),
        };
        let (book, people) = (live.book(as_of.moment)?, live.people()?);
        let process = asked.process.as_deref();
        let several = book.followed(as_of.moment).len() > 1;
        let (book, named) = match whole {
            Some(whole) if address.id.is_none() => live.under(book, process, whole),
            _ => (book, process.map(str::to_owned)),
        };
        let lens = match (&named, &address.id, whole) {
            (None, None, Some(true)) => Lens::whole(as_of, &book, &people, settings),
            (None, Some(id), _) => {
                Lens::new(as_of, &book, None, &people, settings).map(|lens| lens.about(id))
            }
            _ => Lens::new(as_of, &book, named.as_deref(), &people, settings),
        };
        let lens = lens.map_err(Fault::unclear)?;
        work(&View { address: &address, lens: &lens, live: &live, several }, &live)
    };
    let failed = |error: tokio::task::JoinError| {
        let sentence = t!("pages-not-made", error = error.to_string());
        Err(Fault::new(StatusCode::INTERNAL_SERVER_ERROR, sentence))
    };
    let tongue = tongue();
    let work = move || speaking_here(tongue, || acting_here(who, work));
    tokio::task::spawn_blocking(work).await.unwrap_or_else(failed)
}

/// The answer in the form that is asked for, and whether it is an older one.
fn reply<P: Page>(question: &P, view: &View, live: &Live) -> Result<(Response, bool), Fault> {
    let asked = &view.address.asked;
    let (process, lens) = (asked.process.as_deref(), view.lens);
    let moment = asked.as_of.as_ref().map(|_| lens.as_of.moment);
    if view.address.format == Format::Table {
        let (answer, older) = live.answer_lately(question, lens, process, moment)?;
        let answer = answer.as_ref().as_ref();
        return Ok((page(question, answer, older, view, live), older.is_some()));
    }
    let answer = live.answer(question, lens, process, moment)?;
    let refused = |refusal: &Refusal| Fault::new(question.refused(lens), refusal.0.clone());
    let answer = answer.as_ref().as_ref().map_err(refused)?;
    Ok((data(answer, view.address.format), false))
}

/// The page of an answer, or of the reason why there is none, or of how to get some deals.
fn page<P: Page>(
    question: &P,
    answer: Result<&P::Answer, &Refusal>,
    older: Option<Moment>,
    view: &View,
    live: &Live,
) -> Response {
    let refused = question.refused(view.lens);
    let book = view.lens.book;
    let says_nothing = !P::OF_LEADS || book.touches().is_empty();
    let bare = book.deals().is_empty() && says_nothing;
    if bare && (answer.is_ok() || refused != StatusCode::NOT_FOUND) {
        return empty::page::<P>(view, live.path()).into_response();
    }
    let drawn = answer.map_err(Clone::clone).and_then(|answer| {
        let drawn = question.draw(answer, view)?;
        Ok(frame::page::<P>(answer, view, &html! { (frame::of_earlier(older, view)) (drawn) }))
    });
    match drawn {
        Ok(page) => page.into_response(),
        Err(refusal) => (refused, frame::refusal::<P>(&refusal, view)).into_response(),
    }
}

/// An answer for programs.
pub(super) fn data(answer: &impl Answer, format: Format) -> Response {
    let kind = match format {
        Format::Json => "application/json",
        _ => "text/csv; charset=utf-8",
    };
    let mut body = Vec::new();
    match draw(answer, format, &mut body) {
        Ok(()) => ([(CONTENT_TYPE, kind)], body).into_response(),
        Err(error) => {
            Fault::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).reply(format)
        }
    }
}
