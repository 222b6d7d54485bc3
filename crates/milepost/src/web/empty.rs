//! What a page shows where there are no deals: how to get some.

use std::path::Path;

use maud::{Markup, html};

use super::ask::Page;
use super::frame::{self, View};
use super::import::choose;
use crate::texts::{plain, rich, t};

/// Teaches what to run.
pub(super) fn page<P: Page>(view: &View, ledger: &Path) -> Markup {
    let past = view.asked().as_of.is_some();
    let lead = match past {
        true => t!("pages-empty-past", day = view.lens.as_of.day),
        false => t!("pages-empty").into(),
    };
    let body = html! {
        (frame::heading::<P>(view, &lead))
        @if past {
            p { (t!("pages-empty-later")) }
        } @else {
            @if view.may("/import") {
                h2 { (t!("pages-empty-own")) }
                p { (rich!("pages-empty-export", what = html! { a href="/import" { (t!("pages-empty-what")) } })) }
                (choose())
            } @else {
                p { (t!("pages-empty-managers")) }
            }
            (lessons(&ledger.display().to_string()))
        }
    };
    frame::shell(plain(P::TITLE), &view.address.path, view.asked(), &body)
}

fn lessons(ledger: &str) -> Markup {
    html! {
        h2 { (t!("pages-empty-shell")) }
        p { (t!("pages-empty-then")) }
        pre tabindex="0" { code { "milepost import --db " (quoted(ledger)) " deals.csv history.csv" } }
        p { (t!("pages-empty-dry-run")) }
        pre tabindex="0" { code { "milepost import --db " (quoted(ledger)) " --dry-run deals.csv" } }
        h2 { (t!("pages-empty-sample")) }
        p { (t!("pages-empty-sample-how")) }
        pre tabindex="0" { code { "milepost demo" } }
    }
}

/// A path as a shell reads it.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
