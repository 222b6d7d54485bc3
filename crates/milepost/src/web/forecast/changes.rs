//! What changed since an earlier day: a waterfall, each step with its number, and the deals behind it.

use maud::{Markup, html};

use super::super::frame::{View, scroll};
use crate::answers::forecast::{Changes, Mover, Step};
use crate::answers::words::grouped;

/// The waterfall, then who moved it.
pub(super) fn picture(changes: &Changes, currency: &str, view: &View) -> Markup {
    html! {
        (scroll("What changed", &waterfall(changes, currency)))
        p.quiet { "The bars begin at " (grouped(reach(changes).0)) ", not at nothing, so that small steps are seen." }
        @if !changes.movers.is_empty() { (scroll("Deals that moved it most", &movers(changes, view))) }
    }
}

fn waterfall(changes: &Changes, currency: &str) -> Markup {
    let (low, high) = reach(changes);
    let at = |amount: f64| (amount - low) / (high - low).max(1.0) * 100.0;
    let bar = |class: &str, from: f64, to: f64| {
        let (left, width) = (at(from.min(to)), (at(to) - at(from)).abs());
        html! { svg.range width="100%" height="18" aria-hidden="true" {
            rect class=(class) x=(format!("{left:.2}%")) width=(format!("{width:.2}%")) y="2" height="14" {}
        } }
    };
    let mut level = changes.before;
    let steps = changes.steps.iter().filter(|step| step.amount.abs() > 0.0).map(|step| {
        let from = level;
        level += step.amount;
        (step, from, level)
    });
    let steps: Vec<(&Step, f64, f64)> = steps.collect();
    html! {
        table.parts {
            tbody {
                tr {
                    th scope="row" { (changes.since) }
                    td { (bar("won", low, changes.before)) }
                    td.n { (grouped(changes.before)) }
                }
                @for (step, from, to) in steps { tr {
                    th scope="row" { (step.what.called())
                        @if step.deals > 0 { " " span.quiet { (step.deals) } } }
                    td { (bar(if step.amount < 0.0 { "fell" } else { "open" }, from, to)) }
                    td.n { (signed(step.amount)) }
                } }
            }
            tfoot { tr {
                th scope="row" { "Now, " (currency) }
                td { (bar("won", low, changes.after)) }
                td.n { (grouped(changes.after)) }
            } }
        }
    }
}

/// The lowest and the highest that the steps come to, with room to see the first bar.
fn reach(changes: &Changes) -> (f64, f64) {
    let (mut level, mut low, mut high) = (changes.before, changes.before, changes.before);
    for step in &changes.steps {
        level += step.amount;
        (low, high) = (low.min(level), high.max(level));
    }
    (low - (high - low) * 0.25, high)
}

fn movers(changes: &Changes, view: &View) -> Markup {
    let row = |mover: &Mover| {
        html! { tr {
            th scope="row" { (view.deal(&mover.id))
                @if let Some(account) = &mover.account { " " span.name { (account) } } }
            td { (mover.what.called()) }
            td.n { (grouped(mover.before)) }
            td.n { (grouped(mover.after)) }
            td.n { (signed(mover.after - mover.before)) }
        } }
    };
    html! {
        table {
            thead { tr {
                th { "Deal" } th { "What happened" } th.n { "Added then" } th.n { "Adds now" }
                th.n { "Change" }
            } }
            tbody { @for mover in &changes.movers { (row(mover)) } }
        }
    }
}

/// With its sign, a real minus.
fn signed(amount: f64) -> String {
    let sign = if amount < 0.0 { "\u{2212}" } else { "+" };
    format!("{sign}{}", grouped(amount.abs()))
}
