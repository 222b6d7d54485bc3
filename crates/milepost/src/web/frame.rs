//! What every page has around its drawing: the way to the others, the as-of date, the filters, the
//! answer's sentence before everything else, and the same answer as JSON and CSV.

use std::fmt::Display;

use axum::http::Method;
use ledger::time::{Day, Moment};
use maud::{DOCTYPE, Markup, html};

use super::access::may;
use super::address::{Address, Asked, encoded};
use super::ask::Page;
use super::filters::filters;
use super::{look, tongue};
use crate::answers::words::date;
use crate::answers::{Answer, Lens, Question, Refusal};
use crate::live::Live;
use crate::live::acting::who;
use crate::texts::{self, key, plain, rich, t};

/// The way to the other pages: path, what is asked there first, the text of its name.
const TABS: &[(&str, &str, &str)] = &[
    ("/next", "", key!("page-next")),
    ("/accounts", "", key!("page-accounts")),
    ("/deals", "", key!("page-deals")),
    ("/pipeline", "owner", key!("page-pipeline")),
    ("/calendar", "", key!("page-calendar")),
    ("/forecast", "", key!("page-forecast")),
    ("/accuracy", "", key!("page-accuracy")),
    ("/marketing", "", key!("page-marketing")),
    ("/process", "", key!("page-process")),
    ("/discover", "", key!("page-discover")),
    ("/coach", "", key!("page-coach")),
    ("/playbook", "", key!("page-playbook")),
    ("/learn", "", key!("page-learn")),
    ("/check", "", key!("page-check")),
];

/// What a drawing may know besides its answer: what was asked, and of what.
pub(super) struct View<'a> {
    pub(super) address: &'a Address,
    pub(super) lens: &'a Lens<'a>,
    /// Where answers are kept that take long to make.
    pub(super) live: &'a Live,
    /// Whether deals follow several processes.
    pub(super) several: bool,
}

impl View<'_> {
    /// Asks something else of the same deals as known at the same moment.
    pub(super) fn ask<Q: Question>(&self, q: &Q) -> Result<Q::Answer, Refusal> {
        q.ask(self.lens)
    }

    /// What was asked.
    pub(super) fn asked(&self) -> &Asked {
        &self.address.asked
    }

    /// The processes to choose from: those that are published, where deals follow several, or one was chosen.
    pub(super) fn processes(&self) -> Vec<&str> {
        let book = self.lens.book;
        let mut names: Vec<&str> = Vec::new();
        for (_, process) in book.processes() {
            if !names.iter().any(|name| name.eq_ignore_ascii_case(&process.name)) {
                names.push(&process.name);
            }
        }
        if self.several || self.asked().process.is_some() { names } else { Vec::new() }
    }

    /// Whether there is something to write here: not in the past, and not by who only looks.
    pub(super) fn writes(&self) -> bool {
        self.lens.as_of.now && may(who().as_ref(), "/plan/{id}", &Method::POST)
    }

    /// Whether whoever asks may look at a page.
    pub(super) fn may(&self, path: &str) -> bool {
        may(who().as_ref(), path, &Method::GET)
    }

    /// A deal's id, leading to its page.
    pub(super) fn deal(&self, id: &str) -> Markup {
        html! { a.id href=(self.asked().deal(id)) { (id) } }
    }
}

/// From what is this number? It leads to the deals that it counts.
pub(super) fn from<P: Page>(number: &str, of: &[(&'static str, &str)], view: &View) -> Markup {
    // What the page was not asked of must not narrow the list either.
    let mut pairs = of.to_vec();
    let blank = |all: &[&'static str]| all.iter().map(|name| (*name, "")).collect::<Vec<_>>();
    let given = |pairs: &[(&str, &str)], name: &str| pairs.iter().any(|pair| pair.0 == name);
    let narrow = blank(if P::FILTERED { &[] } else { &["owner", "team", "source"] });
    let stand = blank(if P::AMONG { &[] } else { &["at", "min_amount", "max_amount", "stalled"] });
    for pair in narrow.into_iter().chain(stand) {
        if !given(&pairs, pair.0) {
            pairs.push(pair);
        }
    }
    html! { a.from href=(view.asked().besides("/deals", &pairs)) title=(t!("frame-from")) { (number) } }
}

/// A whole page: sentence, notes, drawing.
pub(super) fn page<P: Page>(answer: &impl Answer, view: &View, drawn: &Markup) -> Markup {
    let body = html! {
        (heading::<P>(view, &answer.sentence()))
        @for note in answer.notes() { p.note { (noted(&note, view)) } }
        (unpublished(view))
        (drawn)
        (foot(view))
    };
    shell(plain(P::TITLE), &view.address.path, view.asked(), &body)
}

/// A note; where the command line names a command, a page leads to the page for it.
fn noted(note: &str, view: &View) -> Markup {
    if note != t!("answers-provisional") {
        return sentence(note);
    }
    html! {
        (t!("frame-provisional"))
        @if view.writes() && view.may("/process/edit") {
            " " a href=(view.asked().to("/process/edit")) { (t!("frame-provisional-edit")) } "."
        }
    }
}

/// Where nobody has published a process: the page on which that is done.
fn unpublished(view: &View) -> Markup {
    let waits = view.lens.process.provisional && view.writes() && view.may("/process/edit");
    let here = ["/discover", "/process"].contains(&view.address.path.as_str());
    html! {
        @if waits && !here {
            p.note { a href=(view.asked().to("/discover")) { (t!("frame-unpublished")) } }
        }
    }
}

/// A page whose question got no answer: the reason, and the means to ask otherwise.
pub(super) fn refusal<P: Page>(refusal: &Refusal, view: &View) -> Markup {
    let body = html! {
        (heading::<P>(view, &refusal.0))
    };
    shell(plain(P::TITLE), &view.address.path, view.asked(), &body)
}

/// The page's name and its answer in a sentence, then what it can be asked: who listens hears the answer first too.
pub(super) fn heading<P: Page>(view: &View, lead: &str) -> Markup {
    let as_of = view.lens.as_of;
    html! {
        div.head {
            h1 { (plain(P::TITLE)) " " span {
                @if as_of.now { (rich!("frame-as-of-now", day = day(as_of.day))) }
                @else { (rich!("frame-as-of", day = day(as_of.day))) }
            } }
            (past(view))
            p.lead { (sentence(lead)) }
            (filters(view, P::FILTERED, P::AMONG))
        }
    }
}

/// The document around a body; `here` is the path of the page itself.
pub(super) fn shell(title: &str, here: &str, asked: &Asked, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(texts::tongue().code()) {
            head {
                meta charset="utf-8";
                title { (title) " · Milepost" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(look::style_address());
                script src=(look::script_address()) type="module" {}
                link rel="icon" type="image/svg+xml" href=(look::icon_address());
            }
            body {
                a.skip href="#main" { (t!("frame-skip")) }
                header { (tabs(here, asked)) }
                main id="main" { (body) }
                (acting(here))
            }
        }
    }
}

fn tabs(here: &str, asked: &Asked) -> Markup {
    html! {
        nav aria-label=(t!("frame-pages")) {
            a.mark href=(asked.to("/next")) { "Milepost" }
            @let who = who();
            @if may(who.as_ref(), "/find", &Method::GET) {
                a.seek href=(asked.to("/find")) aria-current=[("/find" == here).then_some("page")] {
                    span aria-hidden="true" { "⌕" } span.spoken { (t!("page-find")) }
                }
            }
            @for (path, by, name) in TABS.iter().filter(|tab| may(who.as_ref(), tab.0, &Method::GET)) {
                a href=(asked.grouped(path, by)) aria-current=[(*path == here).then_some("page")] {
                    (plain(name))
                }
            }
        }
    }
}

/// As whom one is here, and where that is changed.
fn acting(here: &str) -> Markup {
    let Some(who) = who() else { return html! { footer.who { (tongue::switch()) } } };
    let places = [
        ("/views", key!("page-views")),
        ("/import", key!("page-import")),
        ("/account", key!("page-account")),
        ("/people", key!("page-people")),
        ("/settings", key!("page-settings")),
        ("/audit", key!("page-audit")),
    ];
    let mine = |(path, _): &&(&str, &str)| {
        (who.person.is_some() || *path != "/account") && may(Some(&who), path, &Method::GET)
    };
    html! {
        footer.who { p {
            @if who.person.is_none() {
                (t!("frame-no-login")) " "
                a href="/welcome" { (t!("frame-first-login")) }
            }
        } p {
            @for (path, name) in places.iter().filter(mine) {
                a href=(path) aria-current=[(*path == here).then_some("page")] { (plain(name)) } " "
            }
        } (tongue::switch()) }
    }
}

/// Says that what is shown is the past, and leads back.
fn past(view: &View) -> Markup {
    let as_of = view.lens.as_of;
    let now = view.asked().with(&view.address.path, "as_of", "");
    let when =
        if as_of.now { as_of.moment.to_string() } else { t!("frame-day-began", day = as_of.day) };
    html! {
        @if view.asked().as_of.is_some() {
            p.past { (rich!("frame-past", when = html! { b { (when) } }, back = html! { a href=(now) { (t!("frame-back-to-now")) } })) }
        }
    }
}

/// Says that the latest facts are not in an answer yet.
pub(super) fn of_earlier(older: Option<Moment>, view: &View) -> Markup {
    let Some(older) = older else { return Markup::default() };
    let time = view.lens.settings.time_of(older);
    html! {
        p.past role="status" {
            (rich!("frame-earlier", time = html! { b { (time) } })) " "
            a href=(view.asked().with(&view.address.path, "", "")) { (t!("frame-look-again")) }
        }
    }
}

/// Where the same answer is for programs, and how much it rests on.
pub(super) fn foot(view: &View) -> Markup {
    let book = view.lens.book;
    let form = |ending: &str| view.asked().form(view.address, ending);
    html! {
        footer {
            p {
                span { (t!("frame-rests-on", deals = book.deals().len(), events = book.events())) } " "
                (rich!("frame-same-as", json = html! { a href=(form("json")) { "JSON" } }, csv = html! { a href=(form("csv")) { "CSV" } }))
                @if may(who().as_ref(), "/views", &Method::POST) {
                    " " a href={ "/views?to=" (encoded(&view.asked().with(&view.address.path, "", ""))) } { (t!("frame-save-view")) }
                }
            }
        }
    }
}

/// Where a page without a question has the same for programs; `form` leads there by the ending.
pub(super) fn same_as(form: impl Fn(&str) -> String) -> Markup {
    html! { footer { p { (rich!("frame-same-as", json = html! { a href=(form("json")) { "JSON" } }, csv = html! { a href=(form("csv")) { "CSV" } })) } } }
}

/// Links that ask the same with one thing otherwise: each is what to ask and what it is called.
pub(super) fn choices(
    label: &str,
    key: &str,
    all: &[(&str, &str)],
    picked: &str,
    view: &View,
) -> Markup {
    html! {
        p.choices {
            (label) " "
            @for (value, name) in all {
                @let is_picked = value.eq_ignore_ascii_case(picked);
                a href=(view.asked().with(&view.address.path, key, value))
                    aria-current=[is_picked.then_some("true")] { (name) }
                " "
            }
        }
    }
}

/// A table that scrolls inside its own place where the window is narrow.
pub(super) fn scroll(name: &str, table: &Markup) -> Markup {
    html! { div.scroll role="region" aria-label=(name) tabindex="0" { (table) } }
}

/// Words for people: a capital first, a stop last, and no date broken at the end of a line.
pub(super) fn sentence(text: &str) -> Markup {
    let text = capital(text);
    let stop = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    html! { (words(&text)) (stop) }
}

/// The first letter is a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.trim().chars();
    let first = letters.next().map_or(String::new(), |first| first.to_uppercase().to_string());
    first + letters.as_str()
}

/// No date in it is broken at the end of a line, and each is written as the language does.
pub(super) fn words(text: &str) -> Markup {
    html! {
        @for (i, word) in text.split(' ').enumerate() {
            // No number is parted from its sign.
            @if i > 0 { @if word.starts_with('%') { "\u{a0}" } @else { " " } }
            @match word.get(..10).filter(|date| date.parse::<Day>().is_ok()) {
                Some(date) => { (day(date)) (word[10..]) }
                None => { (word) }
            }
        }
    }
}

/// A date, never broken.
pub(super) fn day(day: impl Display) -> Markup {
    let text = day.to_string();
    html! { span.day { (text.parse().map_or(text, date)) } }
}
