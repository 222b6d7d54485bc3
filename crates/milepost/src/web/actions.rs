//! What can be done, found by its name: a list on the page *Find*, from which the palette has it too. It leads to
//! forms and does nothing itself.
//!
//! An action on a deal is named by a word and a part of the deal: `plan nordwind`. The palette finds the deal.

use axum::http::Method;
use maud::{Markup, html};

use super::access::may;
use crate::live::acting::who;
use crate::texts::{key, plain, rich, t};

/// Where it is done, whether that is to write, and what it is called.
const ACTIONS: &[(&str, bool, &str)] = &[
    ("/deal/open", true, key!("pages-act-open")),
    ("/deals?state=all", false, key!("pages-act-many")),
    ("/import", true, key!("pages-act-import")),
    ("/import#imports", true, key!("pages-act-undo")),
    ("/process/edit", true, key!("pages-act-process")),
    ("/process/edit?from=discovered", true, key!("pages-act-publish")),
    ("/quota", true, key!("pages-act-quota")),
    ("/marketing/lead", true, key!("pages-act-lead")),
    ("/views", false, key!("pages-act-view")),
    ("/digest", false, key!("pages-act-week")),
    ("/calendar.ics", false, key!("pages-act-calendar")),
    ("/people#add", true, key!("pages-act-person")),
    ("/settings", true, key!("pages-act-settings")),
    ("/settings#mail", true, key!("pages-act-mail")),
    ("/account", true, key!("pages-act-account")),
    ("/audit", false, key!("pages-act-audit")),
];

/// What is done to a deal: the word for it, where, and what it is called.
const OF_DEALS: &[(&str, &str, &str)] = &[
    (key!("pages-word-plan"), "/plan/{id}", key!("pages-do-plan")),
    (key!("pages-word-log"), "/log/{id}", key!("pages-do-log")),
    (key!("pages-word-reach"), "/act/{id}", key!("pages-do-reach")),
    (key!("pages-word-win"), "/act/{id}", key!("pages-do-win")),
    (key!("pages-word-lose"), "/act/{id}", key!("pages-do-lose")),
    (key!("pages-word-change"), "/act/{id}", key!("pages-do-change")),
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
        h2 { (t!("pages-acts")) }
        ul.found.acts {
            @for (at, _, name) in ACTIONS.iter().filter(|(at, writes, _)| allowed(at, *writes)) {
                li { a href=(at) { (plain(name)) } }
            }
            @for (word, at, name) in OF_DEALS.iter().filter(|(_, at, _)| allowed(at, true)) {
                li data-word=(plain(word)) data-to=(at) data-name=(plain(name)) {
                    (plain(name)) ": " span.quiet { (rich!("pages-act-how", word = html! { kbd { (plain(word)) } })) }
                }
            }
        }
    }
}
