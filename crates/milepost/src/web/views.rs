//! Saved views: pages with what was asked of them, under names that everybody sees.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::access::may;
use super::address::{Address, Asked};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{sentence, shell};
use super::task::{Shared, task};
use crate::draw::Format;
use crate::live::Live;
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
    let (views, people) = (live.views()?, live.people()?);
    let writes = may(who, "/views", &Method::POST);
    let told = t!("pages-views-lead", n = views.len());
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
        @if !views.is_empty() {
            ul.plain.views { @for (id, view) in &views { li {
                a href=(view.to) { (view.name) } " "
                @if let Some(by) = &view.by { span.quiet { (people.person(by)) } }
                @if writes {
                    form.call.ends method="post" action="/views" {
                        input type="hidden" name="id" value=(id);
                        button name="do" value="forget" aria-label=(t!("pages-views-forget-one", view = view.name)) { (t!("pages-views-forget")) }
                    }
                }
            } } }
        } @else {
            p { (rich!("pages-views-how", save = html! { i { (t!("frame-save-view")) } })) }
        }
    };
    Ok(shell(t!("page-views"), "/views", &Asked::default(), &body))
}
