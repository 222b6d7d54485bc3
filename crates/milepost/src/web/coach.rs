//! Coaching: one line a salesperson, and a one-to-one page for each that prints.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, day, from, scroll, sentence};
use crate::answers::Refusal;
use crate::answers::coach::{Coach, CoachAnswer, Commitments, Seller, StepPace};
use crate::answers::words::{grouped, percent};
use crate::texts::{key, rich, t};

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
                    p { a href=(view.asked().with("/coach", "owner", "")) { (t!("pages-coach-everyone")) } }
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
                (t!("pages-coach-closed", n = seller.closed, won = percent(seller.win_rate)))
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
            title { (t!("pages-coach-pace", pace = percent(pace))) }
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
            dt { (t!("pages-coach-closed-label")) } dd { (rich!(
                "pages-coach-won",
                rate = percent(seller.win_rate), low = percent(seller.win_rate_low), high = percent(seller.win_rate_high);
                deals = of("closed", t!("words-deals", n = seller.closed)), won = of("won", grouped(seller.won as f64))
            )) }
            @if let Some(team) = &seller.team { dt { (t!("frame-team")) } dd { (team) } }
            @if let (Some(now), Some(before)) = (seller.pace, seller.pace_before) {
                dt { (t!("pages-coach-month-ago")) } dd { (t!("pages-coach-then-now", then = percent(before), now = percent(now))) }
            }
        }
        h2 { (t!("pages-coach-steps")) }
        (scroll(t!("pages-coach-steps"), &steps(&seller.steps)))
        @if !seller.deals.is_empty() {
            h2 { (t!("pages-coach-deals")) }
            (scroll(t!("pages-coach-deals"), &html! {
                table {
                    thead { tr { th { (t!("page-deal")) } th { (t!("pages-coach-for")) } th { (t!("pages-coach-ask")) } } }
                    tbody { @for deal in &seller.deals { tr {
                        th scope="row" { (view.deal(&deal.id)) " " span.name { (deal.account.as_deref().unwrap_or_default()) } }
                        td { (t!("pages-coach-for-days", n = deal.days_here)) }
                        td { (deal.objective) }
                    } } }
                }
            }))
        }
        @if !seller.calls.is_empty() {
            h2 { (t!("pages-coach-calls")) }
            ol.calls { @for call in &seller.calls { li {
                p { (day(call.day)) " " (view.deal(&call.deal)) ": " (call.called()) }
                @if let Some(objective) = &call.objective { p.quiet { (t!("pages-coach-asked", objective = objective)) } }
                @if let Some(note) = &call.note { p { (sentence(note)) } }
            } } }
        }
        @if !seller.wordings.is_empty() {
            h2 { (t!("pages-coach-wordings")) }
            ol.calls { @for wording in &seller.wordings { li {
                p { (t!("pages-coach-quoted", text = wording.objective)) }
                p.quiet { @match &wording.owner {
                    Some(owner) => { (t!("pages-coach-gained-by", gained = wording.gained, n = wording.held, owner = owner)) }
                    None => { (t!("pages-coach-gained", gained = wording.gained, n = wording.held)) }
                } }
            } } }
        }
        h2 { (t!("pages-coach-agreed")) }
        p.lines { (t!("pages-coach-until-next")) }
    }
}

fn steps(steps: &[StepPace]) -> Markup {
    html! {
        table {
            thead { tr {
                th { (t!("pages-coach-step")) } th { (t!("pages-coach-against")) } th.n { (t!("pages-coach-taken")) }
                th.n { (t!("pages-coach-expected")) } td {}
            } }
            tbody { @for step in steps { tr {
                th scope="row" { (step.called()) }
                td { (bar(step.pace, step.real)) }
                td.n { (grouped(step.taken)) } td.n { (grouped(step.expected)) }
                td { @if step.real { (t!("pages-coach-real")) } @else { span.quiet { (t!("pages-coach-luck")) } } }
            } } }
        }
    }
}

fn gained(commitments: &Commitments) -> Markup {
    html! {
        h2 { (t!("pages-coach-objectives")) }
        (scroll(t!("pages-coach-objectives"), &html! {
            table {
                thead { tr {
                    th { (t!("pages-coach-by")) } td {} th.n { (t!("pages-coach-held")) } th.n { (t!("pages-coach-gained-label")) }
                    th.n { (t!("pages-coach-share")) } th { (t!("pages-coach-between-label")) }
                } }
                tbody { @for (by, line) in commitments.lines() { tr {
                    td.quiet { (by) } th scope="row" { (line.called()) }
                    td.n { (grouped(line.held as f64)) } td.n { (grouped(line.gained as f64)) }
                    td.n { (percent(line.rate)) } td { (t!("pages-coach-between", low = percent(line.low), high = percent(line.high))) }
                } } }
            }
        }))
    }
}
