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

/// What a touch says: the field, the UTM field that means the same, and what it is called.
const FIELDS: &[(&str, &str, &str)] = &[
    ("source", "utm_source", "Source"),
    ("medium", "utm_medium", "Medium"),
    ("campaign", "utm_campaign", "Campaign"),
    ("page", "utm_content", "Landing page"),
];

type Said = BTreeMap<String, String>;

/// The form.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let page = look(live, uri, None, |view, _| {
        let mut said = view.asked().other.clone();
        let plain = [("source", &view.asked().source)];
        said.extend(plain.iter().filter_map(|(name, v)| Some(((*name).to_owned(), (*v).clone()?))));
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
        div.head { h1 { "Marketing" } }
        p.lead { @match wrong {
            Some(why) => (sentence(&format!("this lead was not recorded: {why}"))),
            None => "A lead has met our marketing.",
        } }
        form.edit method="post" action="/marketing/lead" {
            label { span { "Lead: a name or number of its own, no mail address" }
                input name="lead" value=[value("lead", "lead")] required; }
            div.more { @for (field, utm, label) in FIELDS {
                label { span { (label) } input name=(field) value=[value(field, utm)]; }
            } }
            p { button.primary { "Record" } " " a href=(view.asked().to("/marketing")) { "Back to marketing" } }
        }
    };
    shell("Lead", "/marketing", view.asked(), &body)
}
