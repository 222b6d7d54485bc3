//! Planning and logging calls, and saying what became of commitments: plain forms, a POST, then back to
//! where one came from. The same addresses with `.json` take and give JSON. Writing is of now: forms stand
//! on no page of the past.

pub(super) mod forms;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use ledger::commitment::End;
use ledger::decide::revision;
use ledger::time::Moment;
use maud::{Markup, html};

use super::address::Address;
use super::ask::{Page, ask, data, look};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{View, capital, sentence, shell};
use crate::answers::call::{CallSheet, LogCall, PlanCall, Proposal, Recorded};
use crate::answers::{Lens, Question, Refusal};
use crate::draw::Format;
use crate::live::calls::{Ending, Held, Plan};
use crate::live::{Live, Trouble};
use crate::texts::{key, t};

type Params = Result<Path<BTreeMap<String, String>>, PathRejection>;

/// The three things that can be written here.
#[derive(Clone, Copy)]
enum What {
    Plan,
    Log,
    Agreed,
}

/// The form on which a call is planned.
pub(super) async fn plan(state: State<Arc<Live>>, uri: Uri, params: Params) -> Response {
    show::<PlanCall>(state, uri, params, What::Plan).await
}

/// The form on which a call is logged.
pub(super) async fn log(state: State<Arc<Live>>, uri: Uri, params: Params) -> Response {
    show::<LogCall>(state, uri, params, What::Log).await
}

async fn show<P: Page>(
    State(live): State<Arc<Live>>,
    uri: Uri,
    params: Params,
    what: What,
) -> Response {
    if Address::place(&uri, None).format != Format::Table {
        return ask::<P>(State(live), uri, params).await;
    }
    let id = params.ok().and_then(|Path(mut params)| params.remove("id"));
    let page = look(live, uri, id, move |view, _| page(view, what, &Fields::default(), None));
    page.await.map_or_else(|fault| fault.reply(Format::Table), IntoResponse::into_response)
}

/// Plans what the form says.
pub(super) async fn planned(
    state: State<Arc<Live>>,
    uri: Uri,
    params: Params,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    write(state, uri, params, (headers, body), What::Plan).await
}

/// Logs what the form says.
pub(super) async fn held(
    state: State<Arc<Live>>,
    uri: Uri,
    params: Params,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    write(state, uri, params, (headers, body), What::Log).await
}

/// Says what became of a commitment.
pub(super) async fn agreed(
    state: State<Arc<Live>>,
    uri: Uri,
    params: Params,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    write(state, uri, params, (headers, body), What::Agreed).await
}

async fn write(
    State(live): State<Arc<Live>>,
    uri: Uri,
    params: Params,
    (headers, body): (HeaderMap, Bytes),
    what: What,
) -> Response {
    let id = params.ok().and_then(|Path(mut params)| params.remove("id"));
    let format = Address::place(&uri, None).format;
    let done = look(live, uri, id, move |view, live| {
        let fields = Fields::read(&headers, &body)?;
        let deal = view.address.id.clone().unwrap_or_default();
        match record(live, &deal, &fields, what) {
            Ok(_) if format == Format::Table => back(view, live, &deal, &fields),
            Ok(recorded) => Ok(data(&recorded, format)),
            Err(trouble) => refused(view, what, &fields, trouble),
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(format))
}

fn record(live: &Live, deal: &str, fields: &Fields, what: What) -> Result<Recorded, Trouble> {
    let by = fields.said("actor");
    match what {
        What::Plan => live.plan_call(deal, plan_of(fields)?, by.as_deref()),
        What::Log => live.log_call(deal, log_of(fields)?, by.as_deref()),
        What::Agreed => {
            let end = end_of(fields)?;
            let (commitment, reason) = (fields.said("commitment"), fields.said("reason"));
            live.end_commitment(deal, commitment, end, reason, by.as_deref())
        }
    }
}

fn plan_of(fields: &Fields) -> Result<Plan, Refusal> {
    let by = fields.day("by")?;
    Ok(Plan {
        call: fields.said("call"),
        objective: fields.sent("objective").map(str::to_owned),
        by,
        no_day: by.is_none() && fields.sent("by").is_some(),
        milestone: fields.said("milestone"),
        fallback: fields.sent("fallback").map(str::to_owned),
        on: fields.day("on")?,
        anyway: fields.ticked("anyway"),
    })
}

fn log_of(fields: &Fields) -> Result<Held, Refusal> {
    let said = fields.said("ending").unwrap_or_default();
    let names: Vec<_> = Ending::ALL.iter().map(|(_, name)| *name).collect();
    let missing = || Refusal(t!("calls-say-ending", all = names.join(", ")));
    // "gained:Trial held" names the milestone in the same tap.
    let (how, named) =
        said.split_once(':').map_or((said.as_str(), None), |(how, m)| (how, Some(m)));
    let found = Ending::ALL.iter().find(|(_, name)| *name == how);
    let mut gained = fields.all("gained");
    gained.extend(named.map(str::to_owned));
    Ok(Held {
        call: fields.said("call"),
        unplanned: fields.ticked("unplanned"),
        ending: found.map(|(ending, _)| *ending).ok_or_else(missing)?,
        gained,
        next: fields.said("next"),
        due: fields.day("due")?,
        note: fields.said("note"),
        on: fields.day("on")?,
    })
}

fn end_of(fields: &Fields) -> Result<End, Refusal> {
    match (fields.said("end").as_deref(), fields.day("due")?) {
        (Some("kept"), _) => Ok(End::Kept),
        (Some("broken"), _) => Ok(End::Broken),
        (Some("moved"), Some(due)) => Ok(End::NewDate(due)),
        (Some("moved"), None) => Err(Refusal(t!("calls-say-new-date").into())),
        _ => Err(Refusal(t!("calls-say-what-became").into())),
    }
}

/// To where one came from: the deal's page, which says what was recorded, or the day's list.
fn back(view: &View, live: &Live, deal: &str, fields: &Fields) -> Result<Response, Fault> {
    let (asked, book) = (view.asked(), live.book(Moment::MAX)?);
    let seen = book.deal(deal).map_or(0, |deal| revision(deal, Moment::MAX));
    let to = match fields.sent("back") {
        Some("deal") => asked.recorded(deal, seen),
        _ => format!("{}&seen={seen}", asked.with("/next", "recorded", deal)),
    };
    Ok(Redirect::to(&to).into_response())
}

/// Why nothing was recorded, with all that was typed.
fn refused(view: &View, what: What, fields: &Fields, trouble: Trouble) -> Result<Response, Fault> {
    let status = match &trouble {
        Trouble::Refused(_) | Trouble::Asked(_) => {
            status_of(view.address.id.as_deref().unwrap_or_default(), view.lens)
        }
        _ => return Err(trouble.into()),
    };
    let why = trouble.to_string();
    if view.address.format != Format::Table || matches!(what, What::Agreed) {
        return Err(Fault::new(status, why));
    }
    match page(view, what, fields, Some(&why)) {
        Ok(page) => Ok((status, page).into_response()),
        Err(_) => Err(Fault::new(status, why)),
    }
}

/// The page of a form, filled in with what was typed or proposed.
fn page(view: &View, what: What, fields: &Fields, why: Option<&str>) -> Result<Markup, Fault> {
    let id = view.address.id.clone().unwrap_or_default();
    let missing = |refusal: Refusal| Fault::new(status_of(&id, view.lens), refusal.0);
    let back = fields.sent("back").unwrap_or("next");
    let (title, account, form) = match what {
        What::Plan | What::Agreed => {
            let asked = PlanCall { id: id.clone(), milestone: None };
            let proposal = asked.ask(view.lens).map_err(missing)?;
            let form = forms::plan(&proposal, view, fields, back);
            (t!("page-plan"), proposal.account, form)
        }
        What::Log => {
            let sheet = LogCall { id: id.clone() }.ask(view.lens).map_err(missing)?;
            let form = forms::log(&sheet, view, fields, back);
            (t!("page-log"), sheet.account, form)
        }
    };
    let with = account.as_deref().unwrap_or(&id);
    let lead = match (why, what) {
        (Some(why), _) => capital(why),
        (None, What::Log) => t!("calls-how-ended", with = with),
        (None, _) => t!("calls-next-with", with = with),
    };
    let body = html! {
        div.head { h1 { (title) " " span { (view.deal(&id)) } } }
        p.lead role=[why.map(|_| "alert")] { (sentence(&lead)) }
        (form)
    };
    Ok(shell(title, "/next", view.asked(), &body))
}

impl Page for PlanCall {
    const TITLE: &'static str = key!("page-plan");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<PlanCall, Refusal> {
        Ok(PlanCall { id: address.id.clone().unwrap_or_default(), milestone: None })
    }

    fn draw(&self, answer: &Proposal, view: &View) -> Result<Markup, Refusal> {
        Ok(forms::plan(answer, view, &Fields::default(), "next"))
    }

    fn refused(&self, lens: &Lens) -> StatusCode {
        status_of(&self.id, lens)
    }
}

impl Page for LogCall {
    const TITLE: &'static str = key!("page-log");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<LogCall, Refusal> {
        Ok(LogCall { id: address.id.clone().unwrap_or_default() })
    }

    fn draw(&self, answer: &CallSheet, view: &View) -> Result<Markup, Refusal> {
        Ok(forms::log(answer, view, &Fields::default(), "next"))
    }

    fn refused(&self, lens: &Lens) -> StatusCode {
        status_of(&self.id, lens)
    }
}

fn status_of(id: &str, lens: &Lens) -> StatusCode {
    match lens.book.deal(id.trim()) {
        None => StatusCode::NOT_FOUND,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
