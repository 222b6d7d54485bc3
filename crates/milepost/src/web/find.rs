//! Find: a page without the script, and with it what the palette asks (`script.js`).

use maud::{Markup, html};

use super::actions;
use super::address::{Address, encoded};
use super::ask::Page;
use super::frame::View;
use crate::answers::Refusal;
use crate::answers::find::{Find, FindAnswer, Found, Kind};
use crate::texts::{key, plain, t};

impl Page for Find {
    const TITLE: &'static str = key!("page-find");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Find, Refusal> {
        Ok(Find { text: address.asked.other.get("q").cloned().unwrap_or_default() })
    }

    fn draw(&self, answer: &FindAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            form.find method="get" action="/find" role="search" {
                @for (name, value) in view.asked().lasting() { input type="hidden" name=(name) value=(value); }
                label { span { (t!("pages-find-what")) } input type="search" name="q" value=(answer.text); }
                button { (t!("page-find")) }
            }
            @for (kind, title) in KINDS {
                @let found: Vec<&Found> = answer.found.iter().filter(|found| found.kind == *kind).collect();
                @if !found.is_empty() {
                    h2 { (plain(title)) }
                    ul.found { @for one in found {
                        li { a href=(place(one, view)) { (one.name) } " " span.quiet { (one.detail) } }
                    } }
                }
            }
            (actions::list())
            h2 { (t!("pages-keys")) }
            dl.keys { @for (key, what) in keys() { dt { kbd { (key) } } dd { (what) } } }
        })
    }
}

const KINDS: &[(Kind, &str)] = &[
    (Kind::Deal, key!("page-deals")),
    (Kind::Account, key!("page-accounts")),
    (Kind::Person, key!("page-people")),
];

/// What the script listens to; the same list stands in its `?`.
fn keys() -> [(&'static str, &'static str); 10] {
    [
        (t!("pages-keys-slash"), t!("pages-keys-find")),
        ("g n", t!("page-next")),
        ("g p", t!("page-pipeline")),
        ("g a", t!("page-accounts")),
        ("g f", t!("page-forecast")),
        ("g d", t!("page-discover")),
        (t!("pages-keys-jk"), t!("pages-keys-move")),
        (t!("pages-keys-enter"), t!("pages-keys-open")),
        (t!("pages-keys-arrows"), t!("pages-keys-points")),
        ("?", t!("pages-keys-these")),
    ]
}

/// Where something found leads.
fn place(found: &Found, view: &View) -> String {
    let asked = view.asked();
    match found.kind {
        Kind::Deal => asked.deal(&found.name),
        Kind::Account => {
            let to = asked.to("/accounts");
            let sign = if to.contains('?') { '&' } else { '?' };
            format!("{to}{sign}q={}", encoded(&found.name))
        }
        Kind::Person => asked.besides("/next", &[("owner", &found.name)]),
    }
}
