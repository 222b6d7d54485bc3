//! Our own form for leads: what a campaign's link can lead to. UTM fields in the address are filled in, so
//! `/marketing/lead?utm_source=google&utm_medium=cpc&utm_campaign=spring` asks for the name only.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use ledger::decide::CompanyIntent;
use maud::{Markup, html};

use super::ask::look;
use super::fault::Fault;
use super::frame::{View, sentence, shell};
use crate::draw::Format;
use crate::live::Live;
use crate::texts::{key, plain, t};

/// What a touch says: the field, the UTM field that means the same, and what it is called.
const FIELDS: &[(&str, &str, &str)] = &[
    ("source", "utm_source", key!("marketing-lead-source")),
    ("medium", "utm_medium", key!("marketing-lead-medium")),
    ("campaign", "utm_campaign", key!("marketing-lead-campaign")),
    ("page", "utm_content", key!("marketing-lead-landing")),
];

type Said = BTreeMap<String, String>;

/// The form.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let page = look(live, uri, None, |view, _| {
        let mut said = view.asked().other.clone();
        let given = [("source", &view.asked().source)];
        said.extend(given.iter().filter_map(|(name, v)| Some(((*name).to_owned(), (*v).clone()?))));
        Ok(form(view, &said, None))
    });
    page.await.map_or_else(|fault| fault.reply(Format::Table), IntoResponse::into_response)
}

/// Records the touch that the form says.
pub(super) async fn record(
    State(live): State<Arc<Live>>,
    uri: Uri,
    Form(said): Form<Said>,
) -> Response {
    let done = look(live, uri, None, move |view, live| {
        let text = |(field, utm, _): &(&str, &str, &str)| {
            let given = said.get(*field).or_else(|| said.get(*utm));
            given.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let lead = said.get("lead").map(|lead| lead.trim().to_owned()).unwrap_or_default();
        let [source, medium, campaign, page] = [0, 1, 2, 3].map(|i| text(&FIELDS[i]));
        match live.record_company(&CompanyIntent::Touch { lead, source, medium, campaign, page }) {
            Ok(_) => Ok(Redirect::to("/marketing").into_response()),
            Err(trouble) => {
                let page = form(view, &said, Some(&trouble.to_string()));
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
            }
        }
    });
    done.await.unwrap_or_else(|fault: Fault| fault.reply(Format::Table))
}

fn form(view: &View, said: &Said, wrong: Option<&str>) -> Markup {
    let value = |field: &str, utm: &str| said.get(field).or_else(|| said.get(utm));
    let body = html! {
        div.head { h1 { (t!("page-marketing")) } }
        p.lead { @match wrong {
            Some(why) => (sentence(&t!("marketing-lead-refused", why = why))),
            None => (t!("marketing-lead-met")),
        } }
        form.edit method="post" action="/marketing/lead" {
            label { span { (t!("marketing-lead-name")) }
                input name="lead" value=[value("lead", "lead")] required; }
            div.more { @for (field, utm, label) in FIELDS {
                label { span { (plain(label)) } input name=(field) value=[value(field, utm)]; }
            } }
            p { button.primary { (t!("marketing-lead-record")) } " " a href=(view.asked().to("/marketing")) { (t!("marketing-lead-back")) } }
        }
    };
    shell(t!("marketing-lead"), "/marketing", view.asked(), &body)
}
