//! Coaching: one line a salesperson, and a one-to-one page for each that prints.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, day, from, scroll, sentence};
use crate::answers::Refusal;
use crate::answers::coach::{Coach, CoachAnswer, Commitments, Seller, StepPace};
use crate::answers::words::{count, days, grouped, percent};
use crate::texts::key;

impl Page for Coach {
    const TITLE: &'static str = key!("page-coach");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Coach, Refusal> {
        Ok(Coach { owner: address.asked.owner.clone() })
    }

    fn draw(&self, answer: &CoachAnswer, view: &View) -> Result<Markup, Refusal> {
        let one = self.owner.is_some().then(|| answer.sellers.first()).flatten();
        Ok(html! {
            @match one {
                Some(seller) => {
                    (one_to_one(seller, view))
                    p { a href=(view.asked().with("/coach", "owner", "")) { "Everyone" } }
                }
                None => (everyone(answer, view)),
            }
            @if !answer.commitments.milestones.is_empty() { (gained(&answer.commitments)) }
        })
    }
}

fn everyone(answer: &CoachAnswer, view: &View) -> Markup {
    html! {
        ol.sellers { @for seller in &answer.sellers { li {
            h2 { a href=(view.asked().with("/coach", "owner", &seller.owner)) { (seller.owner) } }
            p.quiet {
                @if let Some(team) = &seller.team { (team) ", " }
                (count(seller.closed, "closed deal")) ", " (percent(seller.win_rate)) " won"
            }
            div { @if let Some(pace) = seller.pace { (bar(pace, seller.real)) } }
            p.because { (sentence(&seller.because)) }
        } } }
    }
}

/// A pace against that of the team, which is the middle.
fn bar(pace: f64, real: bool) -> Markup {
    let at = (pace * 50.0).clamp(0.0, 100.0);
    let (from, width) = if at < 50.0 { (at, 50.0 - at) } else { (50.0, at - 50.0) };
    let class = if real { "off real" } else { "off" };
    html! {
        svg.pace width="120" height="20" role="img" {
            title { (percent(pace)) " of the team's pace" }
            rect.ground width="100%" height="6" y="7" rx="3" {}
            rect class=(class) x=(format!("{from:.1}%")) width=(format!("{width:.1}%")) height="6" y="7" {}
            line.mid x1="50%" x2="50%" y1="2" y2="18" {}
        }
    }
}

fn one_to_one(seller: &Seller, view: &View) -> Markup {
    html! {
        dl {
            @let of = |state: &'static str, number: String| from::<Coach>(&number, &[("state", state), ("owner", &seller.owner)], view);
            dt { "Closed" } dd { (of("closed", count(seller.closed, "deal"))) ", " (of("won", grouped(seller.won as f64))) " won: "
                (percent(seller.win_rate)) " (" (percent(seller.win_rate_low)) " to " (percent(seller.win_rate_high)) ")" }
            @if let Some(team) = &seller.team { dt { "Team" } dd { (team) } }
            @if let (Some(now), Some(before)) = (seller.pace, seller.pace_before) {
                dt { "A month ago" } dd { (percent(before)) " of the team's pace, now " (percent(now)) }
            }
        }
        h2 { "Step by step" }
        (scroll("Step by step", &steps(&seller.steps)))
        @if !seller.deals.is_empty() {
            h2 { "Deals that stand there now" }
            (scroll("Deals that stand there now", &html! {
                table {
                    thead { tr { th { "Deal" } th { "For" } th { "Ask for" } } }
                    tbody { @for deal in &seller.deals { tr {
                        th scope="row" { (view.deal(&deal.id)) " " span.name { (deal.account.as_deref().unwrap_or_default()) } }
                        td { (days(deal.days_here)) }
                        td { (deal.objective) }
                    } } }
                }
            }))
        }
        @if !seller.calls.is_empty() {
            h2 { "Calls to go through together" }
            ol.calls { @for call in &seller.calls { li {
                p { (day(call.day)) " " (view.deal(&call.deal)) ": " (call.outcome) }
                @if let Some(objective) = &call.objective { p.quiet { "Asked for: " (objective) } }
                @if let Some(note) = &call.note { p { (sentence(note)) } }
            } } }
        }
        @if !seller.wordings.is_empty() {
            h2 { "Objectives that customers agree to here" }
            ol.calls { @for wording in &seller.wordings { li {
                p { "“" (wording.objective) "”" }
                p.quiet { "gained in " (wording.gained) " of " (count(wording.held as usize, "call"))
                    @if let Some(owner) = &wording.owner { ", used most by " (owner) } }
            } } }
        }
        h2 { "Agreed" }
        p.lines { "What will be done until the next talk, and by when:" }
    }
}

fn steps(steps: &[StepPace]) -> Markup {
    html! {
        table {
            thead { tr {
                th { "Step to" } th { "Pace against the team" } th.n { "Taken" } th.n { "To be expected" } td {}
            } }
            tbody { @for step in steps { tr {
                th scope="row" { (step.called()) }
                td { (bar(step.pace, step.real)) }
                td.n { (grouped(step.taken)) } td.n { (grouped(step.expected)) }
                td { @if step.real { "beyond luck" } @else { span.quiet { "may be luck" } } }
            } } }
        }
    }
}

fn gained(commitments: &Commitments) -> Markup {
    html! {
        h2 { "Objectives gained" }
        (scroll("Objectives gained", &html! {
            table {
                thead { tr { th { "By" } td {} th.n { "Calls" } th.n { "Gained" } th.n { "Share" } th { "Between" } } }
                tbody { @for (by, line) in commitments.lines() { tr {
                    td.quiet { (by) } th scope="row" { (line.called()) }
                    td.n { (grouped(line.held as f64)) } td.n { (grouped(line.gained as f64)) }
                    td.n { (percent(line.rate)) } td { (percent(line.low)) " and " (percent(line.high)) }
                } } }
            }
        }))
    }
}
