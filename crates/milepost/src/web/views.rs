//! Saved views: pages with what was asked of them, under names that everybody sees.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::may;
use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{same_as, sentence, shell};
use super::task::{Shared, task};
use crate::answers::Answer;
use crate::answers::views::{ViewLine, ViewsAnswer};
use crate::draw::Format;
use crate::live::Live;
use crate::live::views::SavedView;
use crate::people::login::Who;
use crate::texts::{rich, t};

/// All of them, and a form to save the page one came from.
pub(super) async fn show(State(live): Shared, uri: Uri) -> Response {
    task(live, Format::Table, move |live, who| {
        let asked = Address::read(&uri, None).map_err(Fault::unclear)?.asked;
        Ok(page(live, who, asked.to.as_deref(), None)?.into_response())
    })
    .await
}

/// The same for programs.
pub(super) async fn list(State(live): Shared, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, _| Ok(data(&answer(live)?, format))).await
}

fn answer(live: &Live) -> Result<ViewsAnswer, Fault> {
    let (views, people) = (live.views()?, live.people()?);
    let named = |id: String| people.person(&id).to_owned();
    let line = |(id, view): (String, SavedView)| ViewLine {
        id,
        name: view.name,
        to: view.to,
        by: view.by.map(named),
    };
    Ok(ViewsAnswer { views: views.into_iter().map(line).collect() })
}

/// Saves one, or forgets it.
pub(super) async fn act(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, who| {
        let fields = Fields::read(&headers, &body)?;
        let text = |name: &str| fields.said(name).unwrap_or_default();
        let done = match fields.said("do").as_deref() {
            Some("forget") => live.forget_view(&text("id")),
            _ => live.save_view(&text("name"), &text("to")),
        };
        match done.map_err(Fault::from) {
            Ok(()) => Ok(Redirect::to("/views").into_response()),
            Err(fault) if fault.status == StatusCode::UNPROCESSABLE_ENTITY => {
                let page = page(live, who, fields.sent("to"), Some(&fault.sentence))?;
                Ok((fault.status, page).into_response())
            }
            Err(fault) => Err(fault),
        }
    })
    .await
}

fn page(
    live: &Live,
    who: Option<&Who>,
    to: Option<&str>,
    why: Option<&str>,
) -> Result<Markup, Fault> {
    let answer = answer(live)?;
    let writes = may(who, "/views", &Method::POST);
    let told = answer.sentence();
    let body = html! {
        div.head { h1 { (t!("page-views")) } }
        p.lead role=[why.map(|_| "alert")] { (sentence(why.unwrap_or(&told))) }
        @if writes && to.is_some() {
            form.edit method="post" action="/views" {
                label { span { (t!("pages-name")) } input name="name" required maxlength="80"; }
                label { span { (t!("pages-views-page")) } input name="to" required value=[to]; }
                p { button.primary name="do" value="save" { (t!("pages-views-save")) } }
            }
        }
        @if !answer.views.is_empty() {
            ul.plain.views { @for view in &answer.views { li {
                a href=(view.to) { (view.name) } " "
                @if let Some(by) = &view.by { span.quiet { (by) } }
                @if writes {
                    form.call.ends method="post" action="/views" {
                        input type="hidden" name="id" value=(view.id);
                        button name="do" value="forget" aria-label=(t!("pages-views-forget-one", view = view.name)) { (t!("pages-views-forget")) }
                    }
                }
            } } }
        } @else {
            p { (rich!("pages-views-how", save = html! { i { (t!("frame-save-view")) } })) }
        }
        (same_as(|ending| format!("/views.{ending}")))
    };
    Ok(shell(t!("page-views"), "/views", &Asked::default(), &body))
}
