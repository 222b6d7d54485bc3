//! Import by page: files are uploaded, shown as they would be read, put right where they are not, and only then
//! imported. Programs send files to `/import.json`, which imports at once.

mod columns;
mod running;
mod shown;
mod upload;

use std::sync::Arc;

use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

use super::address::Address;
use super::ask::{data, look};
use super::fault::Fault;
use super::fields::Fields;
use super::frame::View;
use super::task::task;
use crate::answers::Refusal;
use crate::draw::Format;
use crate::import::notes::Report;
use crate::import::{DryRun, ImportError, Options};
use crate::live::{Live, Trouble};
use crate::texts::t;
use ledger::time::Moment;
use running::Stage;
pub(super) use shown::choose;
use upload::{Said, Upload};

/// What a form may send in all.
pub(super) const MOST_BYTES: usize = upload::MOST_BYTES;

/// The form, or what uploaded files would be read as.
pub(super) async fn show(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let done = look(live, uri, None, |view, live| {
        let id = view.asked().other.get("upload").cloned().unwrap_or_default();
        if id.is_empty() {
            return Ok(shown::start(view, live)?.into_response());
        }
        let upload = found(&id)?;
        if let Some(stage) = running::found(&id) {
            return Ok(told(view, live, &upload, &stage));
        }
        Ok(preview(view, live, &upload, None).into_response())
    });
    done.await.unwrap_or_else(|fault| fault.reply(Format::Table))
}

/// What was imported, for programs.
pub(super) async fn list(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, _| Ok(data(&live.imports()?, format))).await
}

/// Takes files in, or goes on with those that wait.
pub(super) async fn act(State(live): State<Arc<Live>>, request: Request) -> Response {
    let uri = request.uri().clone();
    let format = Address::place(&uri, None).format;
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let done = if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        take(live, uri, request, format).await
    } else {
        go_on(live, uri, request, format).await
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
    let done = look(live, uri, None, move |_, live| {
        let report = import(live, &upload, &mut |_, _| ());
        upload.forget();
        report.map(|report| shown::as_json(&report))
    });
    done.await
}

async fn go_on(
    live: Arc<Live>,
    uri: Uri,
    request: Request,
    format: Format,
) -> Result<Response, Fault> {
    const MOST: usize = 1 << 20;
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MOST).await;
    let body = body.map_err(|error| Fault::new(StatusCode::BAD_REQUEST, error.to_string()))?;
    let writer = Arc::clone(&live);
    look(live, uri, None, move |view, live| {
        let fields = Fields::read(&parts.headers, &body)?;
        if fields.said("do").as_deref() == Some("undo") {
            let at = fields.said("at").and_then(|text| text.parse::<Moment>().ok());
            let at = at.ok_or_else(|| Fault::unclear(Refusal(t!("import-which-undo").into())))?;
            let undone = live.undo_import(at)?;
            return Ok(match format {
                Format::Table => shown::undone(view, &undone).into_response(),
                _ => data(&undone, format),
            });
        }
        let upload = found(&fields.said("upload").unwrap_or_default())?;
        match fields.said("do").as_deref() {
            Some("import") => {
                let (of, writer) = (Upload::find(&upload.id), Arc::clone(&writer));
                let stage = running::start(&upload.id, move |tick| {
                    let upload = of.ok_or_else(gone)?;
                    import(&writer, &upload, tick)
                });
                match stage {
                    Stage::Over(_) => Ok(told(view, live, &upload, &stage)),
                    Stage::Reading(..) => {
                        let at = format!("/import?upload={}", upload.id);
                        Ok(Redirect::to(&at).into_response())
                    }
                }
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
            _ => Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, t!("import-what-to-do"))),
        }
    })
    .await
}

fn found(id: &str) -> Result<Upload, Fault> {
    Upload::find(id).ok_or_else(gone)
}

fn gone() -> Fault {
    Fault::new(StatusCode::NOT_FOUND, t!("import-gone"))
}

/// How far an import is; once it is over, what came of it, and then it is forgotten.
fn told(view: &View, live: &Live, upload: &Upload, stage: &Stage) -> Response {
    let over = match stage {
        Stage::Reading(done, of) => return shown::reading(view, (*done, *of)),
        Stage::Over(over) => over,
    };
    running::told(&upload.id);
    match over.as_ref() {
        Ok(report) => {
            upload.forget();
            shown::done(view, live, report).into_response()
        }
        Err(fault) => {
            let page = preview(view, live, upload, Some(&fault.sentence));
            (fault.status, page).into_response()
        }
    }
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

fn import(live: &Live, upload: &Upload, tick: &mut dyn FnMut(u64, u64)) -> Result<Report, Fault> {
    let unclear = |why: String| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why);
    let options: Options = upload.said().options(live.settings()).map_err(unclear)?;
    match live.import(&upload.files(), &options, tick) {
        Err(Trouble::Import(refused @ ImportError::Refused(_))) => {
            Err(unclear(refused.to_string()))
        }
        other => Ok(other?),
    }
}
