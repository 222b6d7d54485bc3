//! What can be done, found by its name: a list on the page *Find*, from which the palette has it too. It leads to
//! forms and does nothing itself.
//!
//! An action on a deal is named by a word and a part of the deal: `plan nordwind`. The palette finds the deal.

use axum::http::Method;
use maud::{Markup, html};

use super::access::may;
use crate::live::acting::who;

/// Where it is done, whether that is to write, and what it is called.
const ACTIONS: &[(&str, bool, &str)] = &[
    ("/deal/open", true, "Open a deal"),
    ("/deals?state=all", false, "Change many deals at once"),
    ("/import", true, "Import files"),
    ("/import#imports", true, "Undo an import"),
    ("/process/edit", true, "Edit and publish the process"),
    ("/process/edit?from=discovered", true, "Publish the milestones that were discovered"),
    ("/quota", true, "Set a quota"),
    ("/marketing/lead", true, "Record a lead"),
    ("/views", false, "Open a saved view"),
    ("/digest", false, "This week, to print or mail"),
    ("/calendar.ics", false, "Subscribe to the calendar (iCalendar)"),
    ("/people#add", true, "Add somebody"),
    ("/settings", true, "Set currency, time zone and fiscal year"),
    ("/account", true, "Change my password, set a second factor, log out"),
    ("/audit", false, "See who did what"),
];

/// What is done to a deal: the word for it, where, and what it is called.
const OF_DEALS: &[(&str, &str, &str)] = &[
    ("plan", "/plan/{id}", "Plan a call"),
    ("log", "/log/{id}", "Log a call"),
    ("reach", "/act/{id}", "Reach a milestone"),
    ("win", "/act/{id}", "Win the deal"),
    ("lose", "/act/{id}", "Lose the deal"),
    ("change", "/act/{id}", "Change the deal"),
];

/// Those that whoever asks may do.
pub(super) fn list() -> Markup {
    let who = who();
    let allowed = |at: &str, writes: bool| {
        let bare = at.split(['?', '#']).next().unwrap_or(at);
        let method = if writes { Method::POST } else { Method::GET };
        let own = bare != "/account" || who.as_ref().is_some_and(|who| who.person.is_some());
        own && may(who.as_ref(), bare, &method)
    };
    html! {
        h2 { "What can be done" }
        ul.found.acts {
            @for (at, _, name) in ACTIONS.iter().filter(|(at, writes, _)| allowed(at, *writes)) {
                li { a href=(at) { (name) } }
            }
            @for (word, at, name) in OF_DEALS.iter().filter(|(_, at, _)| allowed(at, true)) {
                li data-word=(word) data-to=(at) data-name=(name) {
                    (name) ": " span.quiet { "/ and then " kbd { (word) } " and a part of the deal" }
                }
            }
        }
    }
}
