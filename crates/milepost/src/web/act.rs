//! What can be done to a deal by page: open it, change what is known, reach or take back a milestone, win,
//! lose, open again, and take back what was done last. A form says which facts its writer had seen; if there
//! are more by now, nothing is written, and what was typed comes back beside what is new.

pub(super) mod forms;
pub(super) mod wish;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use ledger::decide::{Intent, Refusal as Rule, revision};
use ledger::time::Moment;
use maud::{Markup, html};

use super::address::Address;
use super::ask::{data, look};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{View, sentence, shell};
use crate::answers::Refusal;
use crate::answers::call::Recorded;
use crate::clock;
use crate::draw::Format;
use crate::live::{Live, Trouble};
use crate::texts::t;

type Params = Result<Path<BTreeMap<String, String>>, PathRejection>;

/// Everything that can be done to one deal.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri, params: Params) -> Response {
    let id = params.ok().and_then(|Path(mut params)| params.remove("id"));
    let page = look(live, uri, id, |view, _| {
        let id = view.address.id.clone().unwrap_or_default();
        if view.lens.book.deal(&id).is_none() {
            return Err(Fault::new(StatusCode::NOT_FOUND, Rule::NoDeal(id).to_string()));
        }
        Ok(page(view, &id, &Fields::default(), None))
    });
    page.await.map_or_else(|fault| fault.reply(Format::Table), IntoResponse::into_response)
}

/// Does what a form says.
pub(super) async fn done(
    State(live): State<Arc<Live>>,
    uri: Uri,
    params: Params,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let id = params.ok().and_then(|Path(mut params)| params.remove("id"));
    let format = Address::place(&uri, None).format;
    let done = look(live, uri, id, move |view, live| {
        let fields = Fields::read(&headers, &body)?;
        let id = view.address.id.clone().unwrap_or_default();
        match record(view, live, &id, &fields) {
            Ok(recorded) => answer(view, live, &recorded),
            Err(trouble) => refused(view, &id, &fields, trouble),
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(format))
}

/// The form on which a deal is opened.
pub(super) async fn opening(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let page = look(live, uri, None, |view, _| Ok(open_page(view, &Fields::default(), None)));
    page.await.map_or_else(|fault| fault.reply(Format::Table), IntoResponse::into_response)
}

/// Opens the deal that a form describes; one without a number gets one.
pub(super) async fn opened(
    State(live): State<Arc<Live>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let format = Address::place(&uri, None).format;
    let done = look(live, uri, None, move |view, live| {
        let fields = Fields::read(&headers, &body)?;
        let id = fields.said("id").unwrap_or_else(|| clock::new_id().to_string());
        let intent = wish::values(view, None, &fields).map(Intent::Open).map_err(Trouble::from);
        let kinds = intent.and_then(|intent| live.record(&id, &intent, None));
        match kinds {
            Ok(recorded) => {
                answer(view, live, &Recorded { deal: id, recorded, ..Recorded::default() })
            }
            Err(trouble @ (Trouble::Refused(_) | Trouble::Asked(_))) => {
                let (status, why) = (StatusCode::UNPROCESSABLE_ENTITY, trouble.to_string());
                if view.address.format != Format::Table {
                    return Err(Fault::new(status, why));
                }
                Ok((status, open_page(view, &fields, Some(&why))).into_response())
            }
            Err(trouble) => Err(trouble.into()),
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(format))
}

fn record(view: &View, live: &Live, id: &str, fields: &Fields) -> Result<Recorded, Trouble> {
    let wish = wish::read(view, id, fields)?;
    let seen = fields.said("revision").map(|text| text.parse::<usize>()).transpose();
    let seen = seen.map_err(|_| Refusal(t!("calls-revision").into()))?;
    let (actor, on) = (fields.said("actor"), fields.day("on")?);
    let recorded = match (seen, &wish) {
        (Some(seen), wish) => live.record_seen(id, seen, wish.as_ref(), on, actor.as_deref())?,
        (None, Some(intent)) => live.record_on(id, intent, on, actor.as_deref())?,
        (None, None) => {
            return Err(Refusal(t!("calls-say-revision").into()).into());
        }
    };
    Ok(Recorded { deal: id.into(), recorded, ..Recorded::default() })
}

/// To the deal, which says what was recorded and offers the opposite.
fn answer(view: &View, live: &Live, recorded: &Recorded) -> Result<Response, Fault> {
    if view.address.format != Format::Table {
        return Ok(data(recorded, view.address.format));
    }
    let book = live.book(Moment(clock::now().0 + 1))?;
    let newest = book.deal(&recorded.deal).map_or(0, |deal| revision(deal, Moment::MAX));
    Ok(Redirect::to(&view.asked().recorded(&recorded.deal, newest)).into_response())
}

/// Why nothing was recorded, with all that was typed.
fn refused(view: &View, id: &str, fields: &Fields, trouble: Trouble) -> Result<Response, Fault> {
    let status = match &trouble {
        Trouble::Refused(Rule::NoDeal(_)) => StatusCode::NOT_FOUND,
        Trouble::Refused(Rule::Moved(_)) => StatusCode::CONFLICT,
        Trouble::Refused(_) | Trouble::Asked(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => return Err(trouble.into()),
    };
    let why = trouble.to_string();
    if view.address.format != Format::Table || view.lens.book.deal(id).is_none() {
        return Err(Fault::new(status, why));
    }
    Ok((status, page(view, id, fields, Some(&why))).into_response())
}

fn page(view: &View, id: &str, fields: &Fields, why: Option<&str>) -> Markup {
    let body = html! {
        div.head { h1 { (t!("page-deal")) " " span { (view.deal(id)) } } }
        p.lead role=[why.map(|_| "alert")] { (sentence(why.unwrap_or(t!("calls-deal-lead")))) }
        (forms::news(id, view, fields))
        (forms::all(id, view, fields))
    };
    shell(t!("calls-change-deal"), "/pipeline", view.asked(), &body)
}

fn open_page(view: &View, fields: &Fields, why: Option<&str>) -> Markup {
    let body = html! {
        div.head { h1 { (t!("pipeline-open-deal")) } }
        p.lead role=[why.map(|_| "alert")] { (sentence(why.unwrap_or(t!("calls-open-lead")))) }
        (forms::open(view, fields))
    };
    shell(t!("pipeline-open-deal"), "/pipeline", view.asked(), &body)
}
