//! Find: a page without the script, and with it what the palette asks (`script.js`).

use maud::{Markup, html};

use super::address::{Address, encoded};
use super::ask::Page;
use super::frame::View;
use crate::answers::Refusal;
use crate::answers::find::{Find, FindAnswer, Found, Kind};
use crate::texts::key;

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
                label { span { "Name or number" } input type="search" name="q" value=(answer.text); }
                button { "Find" }
            }
            @for (kind, title) in KINDS {
                @let found: Vec<&Found> = answer.found.iter().filter(|found| found.kind == *kind).collect();
                @if !found.is_empty() {
                    h2 { (title) }
                    ul.found { @for one in found {
                        li { a href=(place(one, view)) { (one.name) } " " span.quiet { (one.detail) } }
                    } }
                }
            }
            h2 { "Keys" }
            dl.keys { @for (key, what) in KEYS { dt { kbd { (key) } } dd { (what) } } }
        })
    }
}

const KINDS: &[(Kind, &str)] =
    &[(Kind::Deal, "Deals"), (Kind::Account, "Accounts"), (Kind::Person, "People")];

/// What the script listens to; the same list stands in its `?`.
const KEYS: &[(&str, &str)] = &[
    ("/ or Ctrl K", "find a deal, a customer, a person or a page"),
    ("g n", "Next"),
    ("g p", "Pipeline"),
    ("g a", "Accounts"),
    ("g f", "Forecast"),
    ("g d", "Discover"),
    ("j and k", "down and up in a list"),
    ("Enter", "open what is picked"),
    ("?", "these keys"),
];

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
