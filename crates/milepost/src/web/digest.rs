//! The digest: this week at a glance, to read before the first call and to print for a one-to-one.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, day};
use crate::answers::Refusal;
use crate::answers::digest::{Digest, DigestAnswer};
use crate::answers::next::NextDeal;
use crate::texts::{key, rich, t};

impl Page for Digest {
    const TITLE: &'static str = key!("page-week");
    const FILTERED: bool = true;

    fn read(address: &Address) -> Result<Digest, Refusal> {
        Ok(Digest { filter: address.asked.filter() })
    }

    fn draw(&self, answer: &DigestAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            @if !answer.unlogged.is_empty() {
                h2 { (t!("pages-week-unlogged")) }
                ul.plain { @for call in &answer.unlogged { li {
                    (view.deal(&call.deal)) " " (call.account.as_deref().unwrap_or("")) ", " (day(call.call.on))
                    ": " (call.call.objective) " "
                    @if view.may("/log/{id}") { a href=(format!("/log/{}", call.deal)) { (t!("pages-week-log")) } }
                } } }
            }
            @if !answer.overdue.is_empty() {
                h2 { (t!("pages-week-overdue")) }
                (deals(&answer.overdue, view))
            }
            @if !answer.week.is_empty() {
                h2 { (rich!("pages-week-until", day = day(answer.until))) }
                ul.plain { @for date in &answer.week { li {
                    (day(date.on)) " " b { (date.what) } " " (view.deal(&date.deal))
                    @if let Some(owner) = &date.owner { span.quiet { " " (owner) } }
                } } }
            }
            @if !answer.stalled.is_empty() {
                h2 { (t!("pages-next-stalled")) }
                p { (t!("pages-week-stalled", n = answer.stalled_in_all)) }
                (deals(&answer.stalled, view))
            }
        })
    }
}

fn deals(deals: &[NextDeal], view: &View) -> Markup {
    html! {
        ul.plain { @for deal in deals { li {
            b { (deal.account.as_deref().or(deal.name.as_deref()).unwrap_or("")) } " " (view.deal(&deal.id))
            @if let Some(owner) = &deal.owner { span.quiet { " " (owner) } }
            br;
            (deal.because) " " i { (deal.objective) }
        } } }
    }
}
