//! What a page shows where there are no deals: how to get some.

use std::path::Path;

use maud::{Markup, html};

use super::ask::Page;
use super::frame::{self, View};
use crate::texts::plain;

/// Teaches what to run.
pub(super) fn page<P: Page>(view: &View, ledger: &Path) -> Markup {
    let past = view.asked().as_of.is_some();
    let body = html! {
        (frame::heading::<P>(view))
        @if past {
            p.lead { "No deal was known before " (view.lens.as_of.day) "." }
            p { "Take a later date, or none to see what is known now." }
        } @else {
            p.lead { "This ledger holds no deals yet." }
            (lessons(&ledger.display().to_string()))
        }
    };
    frame::shell(plain(P::TITLE), &view.address.path, view.asked(), &body)
}

fn lessons(ledger: &str) -> Markup {
    html! {
        h2 { "Bring in your own" }
        p { a.button href="/import" { "Choose your files" } }
        p {
            "Export your deals and their history from Salesforce, HubSpot or Pipedrive, or write a "
            "table with one row for each event. Or in a shell, then load this page again:"
        }
        pre { code { "milepost import --db " (quoted(ledger)) " deals.csv history.csv" } }
        p { "To see first what would be read from a file, and what is wrong with it:" }
        pre { code { "milepost import --db " (quoted(ledger)) " --dry-run deals.csv" } }
        h2 { "Or look at a sample company" }
        p { "Three years of a company with eight salespeople, in a ledger of its own:" }
        pre { code { "milepost demo" } }
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
