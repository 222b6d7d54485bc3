//! Import by page: files are uploaded, shown as they would be read, put right where they are not, and only then
//! imported. Programs send files to `/import.json`, which imports at once.

mod columns;
mod shown;
mod upload;

use std::sync::Arc;

use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

use super::address::Address;
use super::ask::look;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::View;
use crate::draw::Format;
use crate::import::notes::Report;
use crate::import::{DryRun, ImportError, Options};
use crate::live::{Live, Trouble};
use upload::{Said, Upload};

/// What a form may send in all.
pub(super) const MOST_BYTES: usize = upload::MOST_BYTES;

/// The form, or what uploaded files would be read as.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let done = look(live, uri, None, |view, live| {
        let id = view.asked().other.get("upload").cloned().unwrap_or_default();
        if id.is_empty() {
            return Ok(shown::start(view).into_response());
        }
        let upload = found(&id)?;
        Ok(preview(view, live, &upload, None).into_response())
    });
    done.await.unwrap_or_else(|fault| fault.reply(Format::Table))
}

/// Takes files in, or goes on with those that wait.
pub(super) async fn act(State(live): State<Arc<Live>>, request: Request) -> Response {
    let uri = request.uri().clone();
    let format = Address::place(&uri, None).format;
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let done = if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        take(live, uri, request, format).await
    } else {
        go_on(live, uri, request).await
    };
    done.unwrap_or_else(|fault| fault.reply(format))
}

async fn take(
    live: Arc<Live>,
    uri: Uri,
    request: Request,
    format: Format,
) -> Result<Response, Fault> {
    let form = Multipart::from_request(request, &()).await;
    let form = form.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let upload = Upload::take(form).await?;
    if format == Format::Table {
        return Ok(Redirect::to(&format!("/import?upload={}", upload.id)).into_response());
    }
    let done = look(live, uri, None, move |view, live| {
        let report = import(view, live, &upload);
        upload.forget();
        report.map(|report| shown::as_json(&report))
    });
    done.await
}

async fn go_on(live: Arc<Live>, uri: Uri, request: Request) -> Result<Response, Fault> {
    const MOST: usize = 1 << 20;
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MOST).await;
    let body = body.map_err(|error| Fault::new(StatusCode::BAD_REQUEST, error.to_string()))?;
    look(live, uri, None, move |view, live| {
        let fields = Fields::read(&parts.headers, &body)?;
        let upload = found(&fields.said("upload").unwrap_or_default())?;
        match fields.said("do").as_deref() {
            Some("import") => {
                let report = match import(view, live, &upload) {
                    Ok(report) => report,
                    Err(fault) => {
                        let page = preview(view, live, &upload, Some(&fault.sentence));
                        return Ok((fault.status, page).into_response());
                    }
                };
                upload.forget();
                Ok(shown::done(view, live, &report).into_response())
            }
            Some("forget") => {
                upload.forget();
                Ok(Redirect::to("/import").into_response())
            }
            Some("read" | "columns") => {
                let said = said(&upload, live, &fields);
                if let Err(why) = said.options(live.settings()) {
                    let page = preview(view, live, &upload, Some(&why));
                    return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
                }
                upload.say(&said)?;
                Ok(Redirect::to(&format!("/import?upload={}", upload.id)).into_response())
            }
            _ => Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "say what to do")),
        }
    })
    .await
}

fn found(id: &str) -> Result<Upload, Fault> {
    let gone = "these files have been imported or were swept away; choose them again";
    Upload::find(id).ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, gone))
}

/// What the forms say, beside what was said before.
fn said(upload: &Upload, live: &Live, fields: &Fields) -> Said {
    let before = upload.said();
    let text = |name: &str| fields.said(name).unwrap_or_default();
    if fields.sent("do") == Some("columns") {
        let report = tried(live, upload, &before).0;
        let mapping = columns::mapping(&report.files, fields);
        return Said { mapping: Some(mapping.to_toml()), ..before };
    }
    Said {
        currency: text("currency"),
        dates: text("dates"),
        decimal: text("decimal"),
        won: text("won"),
        lost: text("lost"),
        mapping: before.mapping.filter(|_| !fields.ticked("afresh")),
    }
}

/// What an import would do, and why it would not, if so.
fn tried(
    live: &Live,
    upload: &Upload,
    said: &Said,
) -> (Report, Vec<serde_json::Value>, Option<String>) {
    let options = match said.options(live.settings()) {
        Ok(options) => options,
        Err(why) => return (Report::default(), Vec::new(), Some(why)),
    };
    match Live::try_import(live.path(), &upload.files(), &options) {
        Ok(DryRun { report, samples }) => (report, samples, None),
        Err(Trouble::Import(ImportError::Refused(report))) => {
            let why = ImportError::Refused(report);
            let sentence = why.to_string();
            let ImportError::Refused(report) = why else { return Default::default() };
            (*report, Vec::new(), Some(sentence))
        }
        Err(other) => (Report::default(), Vec::new(), Some(other.to_string())),
    }
}

fn preview(view: &View, live: &Live, upload: &Upload, why: Option<&str>) -> maud::Markup {
    let said = upload.said();
    let (report, samples, refused) = tried(live, upload, &said);
    shown::preview(view, &upload.id, &said, (&report, &samples), (why, refused.as_deref()))
}

fn import(view: &View, live: &Live, upload: &Upload) -> Result<Report, Fault> {
    let unclear = |why: String| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why);
    let options: Options = upload.said().options(view.lens.settings).map_err(unclear)?;
    match live.import(&upload.files(), &options, &mut |_, _| ()) {
        Err(Trouble::Import(refused @ ImportError::Refused(_))) => {
            Err(unclear(refused.to_string()))
        }
        other => Ok(other?),
    }
}
