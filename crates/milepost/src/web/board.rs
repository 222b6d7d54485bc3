//! The pipeline as a board: a column a milestone, its largest deals as cards, and on each the step that comes next.

use ledger::decide::revision;
use ledger::time::Moment;
use maud::{Markup, html};

use super::frame::View;
use crate::answers::Refusal;
use crate::answers::deals::{DealLine, Deals, Sort};
use crate::answers::status::{MilestoneLine, NO_MILESTONE, Status, StatusAnswer};
use crate::answers::words::{about, lacking};
use crate::texts::t;

/// So many cards stand in a column.
const MOST_CARDS: usize = 12;

/// The open deals that the sums are of.
pub(super) fn board(asked: &Status, answer: &StatusAnswer, view: &View) -> Result<Markup, Refusal> {
    let (filter, among) = (asked.filter.clone(), asked.among.clone());
    let open =
        view.ask(&Deals { filter, among, sort: Sort::Amount, page: 1, ..Deals::default() })?;
    Ok(html! {
        div.board role="region" aria-label=(t!("pipeline-picture")) tabindex="0" {
            @for column in &answer.milestones { (self::column(column, &open.deals, &answer.currency, view)) }
        }
    })
}

fn column(of: &MilestoneLine, open: &[DealLine], currency: &str, view: &View) -> Markup {
    let name = Some(of.name.as_str()).filter(|name| *name != NO_MILESTONE);
    let here = || open.iter().filter(|deal| deal.milestone.as_deref() == name);
    let left = here().count().saturating_sub(MOST_CARDS);
    let all = view.asked().besides("/deals", &[("at", name.unwrap_or("none"))]);
    html! {
        section {
            h3 { (lacking(&of.name)) }
            p.quiet { (t!("words-deals", n = of.deals)) @if of.deals > 0 { ", " (about(of.value)) " " (currency) } }
            ol { @for deal in here().take(MOST_CARDS) { (card(deal, view)) } }
            @if left > 0 { p { a href=(all) { (t!("pipeline-more", n = left)) } } }
        }
    }
}

fn card(deal: &DealLine, view: &View) -> Markup {
    let title = deal.account.as_ref().or(deal.name.as_ref());
    html! {
        li {
            @if let Some(title) = title { b { (title) } " " }
            (view.deal(&deal.id))
            p.quiet {
                (deal.amount.map_or_else(|| t!("words-no-amount").into(), about)) " · " (deal.owner.as_deref().unwrap_or(t!("words-no-owner")))
                @if deal.stalled { " · " strong.alert { (t!("pipeline-stalled")) } }
            }
            @if let Some(next) = deal.next.as_ref().filter(|_| view.writes()) { (step(deal, next, view)) }
        }
    }
}

/// The button that moves a card to the next column.
fn step(deal: &DealLine, next: &str, view: &View) -> Markup {
    let seen = view.lens.book.deal(&deal.id).map_or(0, |deal| revision(deal, Moment::MAX));
    html! {
        form.call.ends method="post" action=(view.asked().at("act", &deal.id)) {
            input type="hidden" name="revision" value=(seen);
            input type="hidden" name="milestone" value=(next);
            button name="do" value="reach" { (t!("pipeline-reach", milestone = next)) }
        }
    }
}
