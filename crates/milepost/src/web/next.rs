//! The day's list: what must happen next, deal by deal.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::act::forms::undo;
use super::address::Address;
use super::ask::Page;
use super::call::forms::{promise, unlogged, ways};
use super::frame::{View, choices, day, scroll, sentence, words};
use super::path::strip;
use crate::answers::Refusal;
use crate::answers::next::{Next, NextAnswer, NextDeal, Urgency};
use crate::answers::words::{about, grouped};
use crate::draw::Format;
use crate::texts::{key, plain, rich, t};

/// So many deals are shown at most; the list of all is a file.
pub(super) const MOST_ROWS: usize = 100;

impl Page for Next {
    const TITLE: &'static str = key!("page-next");
    const FILTERED: bool = true;
    const AMONG: bool = true;

    fn read(address: &Address) -> Result<Next, Refusal> {
        let department = address.asked.other.get("department").filter(|d| !d.trim().is_empty());
        let limit = (address.format == Format::Table).then_some(MOST_ROWS);
        let (filter, department) = (address.asked.filter(), department.cloned());
        let among = address.asked.among()?;
        Ok(Next { filter, among, limit, department, ..Next::default() })
    }

    fn draw(&self, answer: &NextAnswer, view: &View) -> Result<Markup, Refusal> {
        let table = html! {
            table.list {
                thead { tr {
                    th { (t!("page-deal")) } th.n { (t!("pipeline-amount", currency = answer.currency)) }
                    th { (t!("pages-milestones")) } th { (t!("pages-next-ask")) } th { (t!("pages-next-why")) }
                } }
                @for (urgency, title) in SECTIONS { (section(*urgency, plain(title), answer, view)) }
            }
        };
        Ok(html! {
            @if let Some(deal) = &view.asked().recorded { (recorded(deal, view)) }
            (unlogged(&answer.unlogged, view))
            @if !answer.deals.is_empty() { (scroll(t!("pages-next-table"), &table)) }
            (rest(answer.open, view))
            p { a href=(view.asked().to("/digest")) { (t!("pages-next-week")) } }
            (departments(self, view))
        })
    }
}

/// Of which deal something was recorded just now, and its opposite.
fn recorded(deal: &str, view: &View) -> Markup {
    let seen = view.asked().other.get("seen").map(String::as_str);
    html! {
        div.past role="status" {
            p { (rich!("pages-next-recorded", deal = view.deal(deal))) }
            (undo(deal, view, seen))
        }
    }
}

/// The same list for those who have a part in the next step.
fn departments(asked: &Next, view: &View) -> Markup {
    let milestones = view.lens.process.milestones.iter();
    let all: BTreeSet<&str> =
        milestones.flat_map(|m| m.departments.iter().map(String::as_str)).collect();
    let all: Vec<(&str, &str)> = all.into_iter().map(|name| (name, name)).collect();
    let picked = asked.department.as_deref().unwrap_or_default();
    html! {
        @if !all.is_empty() {
            (choices(t!("pages-next-departments"), "department", &all, picked, view))
            @if !picked.is_empty() { p { a href=(view.asked().to("/next")) { (t!("pages-next-all-departments")) } } }
        }
    }
}

/// The parts of the list, in its order.
const SECTIONS: &[(Urgency, &str)] = &[
    (Urgency::Overdue, key!("pages-next-overdue")),
    (Urgency::Stalled, key!("pages-next-stalled")),
    (Urgency::DueSoon, key!("pages-next-due-soon")),
    (Urgency::Later, key!("pages-next-later")),
];

fn section(urgency: Urgency, title: &str, answer: &NextAnswer, view: &View) -> Markup {
    let shown: Vec<_> = answer.deals.iter().filter(|deal| deal.urgency == urgency).collect();
    html! {
        @if !shown.is_empty() {
            tbody {
                tr.section { th colspan="5" scope="rowgroup" {
                    (title) " " span.quiet { (t!("words-deals", n = answer.of(urgency))) }
                } }
                @for deal in shown { (row(deal, &answer.currency, view)) }
            }
        }
    }
}

fn row(deal: &NextDeal, currency: &str, view: &View) -> Markup {
    html! {
        tr {
            td.who {
                @if let Some(name) = deal.account.as_ref().or(deal.name.as_ref()) { b { (name) } " " }
                (view.deal(&deal.id)) " "
                span.quiet { (deal.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
            }
            td.n { (worth(deal)) span.unit { " " (currency) } }
            td.way {
                (strip(&deal.path[deal.own.clone()], deal.last.as_deref()))
                span.quiet { (deal.last.as_deref().unwrap_or(t!("pages-no-milestone-yet"))) }
            }
            td.ask data-ask=(t!("pages-list-ask")) {
                (words(&deal.objective))
                @if let Some(call) = &deal.call {
                    p.quiet { (rich!("pages-next-planned", day = day(call.on))) @if call.objective != deal.objective { ": " (words(&call.objective)) } }
                }
                (ways(&deal.id, view))
            }
            td.why {
                @match deal.urgency {
                    Urgency::Overdue => { strong.alert { (t!("pages-overdue-stop")) " " } }
                    Urgency::Stalled => { strong.alert { (t!("pages-stalled-stop")) " " } }
                    Urgency::DueSoon | Urgency::Later => {}
                }
                (sentence(&deal.because))
                @if deal.quiet_days > 0 {
                    " " span.quiet { (t!("pages-next-quiet", n = deal.quiet_days)) }
                }
                @if let (Some(gain), Some(next)) = (deal.gain.filter(|gain| *gain >= 1.0), &deal.next) {
                    " " span.quiet { (t!("pages-next-gain", milestone = next, gain = about(gain))) }
                }
                @if let Some(agreed) = deal.commitment.as_ref().filter(|agreed| agreed.overdue) {
                    (promise(&deal.id, agreed, view, "next", false))
                }
            }
        }
    }
}

/// A deal's amount, if it is known.
pub(super) fn worth(deal: &NextDeal) -> String {
    deal.amount.map_or_else(|| t!("words-no-amount").into(), grouped)
}

/// What a list leaves out, if anything.
pub(super) fn rest(deals: usize, view: &View) -> Markup {
    let left = deals.saturating_sub(MOST_ROWS);
    html! {
        @if left > 0 {
            p.note {
                (rich!("pages-rest", n = left; list = html! { a href=(view.asked().form(view.address, "csv")) { (t!("pages-list-of-all")) } }))
            }
        }
    }
}
