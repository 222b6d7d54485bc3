//! A page's drawings as files: an SVG that says by itself what it shows and of when, to put into a letter or a deck.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::ask::{Page, look_at};
use super::fault::Fault;
use super::frame::View;
use super::look::STYLE_TEXT;
use crate::answers::{Answer, Refusal};
use crate::draw::Format;
use crate::draw::svg::px;
use crate::live::Live;
use crate::texts::{plain, t};

/// The width of a file, and the room around and between drawings.
const WIDTH: f64 = 960.0;
const EDGE: f64 = 24.0;
const GAP: f64 = 28.0;
/// From one line of words to the next, and about how many letters one holds.
const LINE: f64 = 19.0;
const LETTERS: usize = 118;

/// A drawing of a page, or several that belong together.
pub(super) struct Picture {
    /// What an address calls it.
    pub(super) name: &'static str,
    /// What it shows.
    pub(super) title: String,
    /// The drawings.
    pub(super) pieces: Vec<Piece>,
    /// What their colours mean: the class of a dot, and the word for it.
    pub(super) legend: Vec<(String, String)>,
}

/// One drawing: an `svg` element, and the room that it needs.
pub(super) struct Piece {
    pub(super) title: String,
    pub(super) drawn: Markup,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Picture {
    /// A picture of one drawing.
    pub(super) fn of(name: &'static str, title: &str, drawn: Markup, height: f64) -> Picture {
        let piece = Piece { title: String::new(), drawn, width: WIDTH - 2.0 * EDGE, height };
        Picture { name, title: title.into(), pieces: vec![piece], legend: Vec::new() }
    }
}

/// The way to a drawing's file.
pub(super) fn link(name: &str, view: &View) -> Markup {
    let form = view.asked().form(view.address, "svg");
    let sign = if form.contains('?') { '&' } else { '?' };
    html! { p.file { a href={ (form) (sign) "picture=" (name) } download { (t!("pages-picture")) } } }
}

/// Gives the drawing that an address names, or the page's first.
pub(super) async fn svg<P: Page>(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let drawn = look_at(live, uri, None, Some(P::WHOLE), |view, live| {
        let unclear = |refusal: Refusal| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, refusal.0);
        let question = P::read(view.address).map_err(Fault::unclear)?;
        let process = view.asked().process.as_deref();
        let moment = view.asked().as_of.as_ref().map(|_| view.lens.as_of.moment);
        let answer = live.answer(&question, view.lens, process, moment)?;
        let answer = answer.as_ref().as_ref().map_err(|refusal| unclear(refusal.clone()))?;
        let mut all = question.pictures(answer, view).into_iter();
        let wanted = view.asked().other.get("picture");
        let found = all.find(|picture| wanted.is_none_or(|name| name == picture.name));
        let none = || Fault::new(StatusCode::NOT_FOUND, t!("pages-no-picture"));
        Ok(file(&found.ok_or_else(none)?, &answer.sentence(), plain(P::TITLE), view))
    });
    match drawn.await {
        Ok(drawn) => ([(CONTENT_TYPE, "image/svg+xml")], drawn).into_response(),
        Err(fault) => fault.reply(Format::Table),
    }
}

/// The whole file: what it is of, the drawings in rows, the legend.
fn file(picture: &Picture, sentence: &str, page: &str, view: &View) -> String {
    let mut body = String::new();
    let mut y = EDGE + LINE;
    let mut say = |class: &str, text: &str, y: f64| {
        let line = html! { text class=(class) x=(px(EDGE)) y=(px(y)) { (text) } };
        body.push_str(&line.into_string());
    };
    say("name", &picture.title, y);
    for line in wrapped(sentence) {
        y += LINE;
        say("", &line, y);
    }
    y += LINE;
    say("under", &t!("pages-picture-of", page = page, day = view.lens.as_of.day), y);
    y += GAP;
    let (mut x, mut row) = (EDGE, 0.0_f64);
    for piece in &picture.pieces {
        if x > EDGE && x + piece.width > WIDTH - EDGE + 0.5 {
            (x, y, row) = (EDGE, y + row + GAP, 0.0);
        }
        let head = if piece.title.is_empty() { 0.0 } else { LINE };
        if head > 0.0 {
            let at = (px(x), px(y + LINE / 2.0));
            body.push_str(&html! { text.name x=(at.0) y=(at.1) { (piece.title) } }.into_string());
        }
        body.push_str(&placed(piece, x, y + head));
        x += piece.width + GAP;
        row = row.max(piece.height + head);
    }
    y += row + GAP;
    let mut at = EDGE;
    for (class, word) in &picture.legend {
        let wide = 40.0 + 7.5 * word.chars().count() as f64;
        if at + wide > WIDTH {
            (at, y) = (EDGE, y + LINE);
        }
        let dot = html! {
            circle class={ "stop " (class) } cx=(px(at + 5.0)) cy=(px(y - 4.0)) r="5" {}
            text x=(px(at + 15.0)) y=(px(y)) { (word) }
        };
        body.push_str(&dot.into_string());
        at += wide;
    }
    let high = px(y + EDGE);
    let wide = px(WIDTH);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 \
         {wide} {high}\"><style><![CDATA[{STYLE_TEXT}\nsvg {{ font: 15px/1.5 system-ui, sans-serif; \
         color: var(--ink); }} svg text {{ font-family: system-ui, sans-serif; }}]]></style>\
         <rect width=\"100%\" height=\"100%\" style=\"fill: var(--paper)\"/>\
         <g class=\"fan curves\">{body}</g></svg>\n"
    );
    out
}

/// A drawing at its place: what its own tag says of its size gives way.
fn placed(piece: &Piece, x: f64, y: f64) -> String {
    let drawn = piece.drawn.clone().into_string();
    let Some(rest) = drawn.strip_prefix("<svg ") else { return drawn };
    let (tag, inside) = rest.split_once('>').unwrap_or((rest, ""));
    let (mut kept, mut size) = (String::new(), Vec::new());
    for part in tag.split_inclusive("\" ") {
        let own = ["width=\"", "height=\"", "x=\"", "y=\""];
        match own.iter().find_map(|name| part.strip_prefix(name)) {
            Some(said) => size.extend(said.trim_end_matches(['"', ' ']).parse::<f64>()),
            None => kept.push_str(part),
        }
    }
    // One that has a size of its own is scaled, one that takes what there is is not.
    if let ([wide, high], false) = (size.as_slice(), kept.contains("viewBox")) {
        let _ = write!(kept, " viewBox=\"0 0 {wide} {high}\" preserveAspectRatio=\"xMinYMin\"");
    }
    let (wide, high) = (px(piece.width), px(piece.height));
    let (x, y) = (px(x), px(y));
    format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" overflow=\"visible\" {kept}>{inside}"
    )
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
