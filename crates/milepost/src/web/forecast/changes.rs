//! What changed since an earlier day: a waterfall, each step with its number, and the deals behind it.

use maud::{Markup, html};

use super::super::frame::{View, scroll};
use super::super::picture::Picture;
use crate::answers::forecast::{Changes, Mover, Step};
use crate::answers::words::{date, grouped};
use crate::draw::svg::px;
use crate::texts::t;

/// The waterfall, then who moved it.
pub(super) fn picture(changes: &Changes, currency: &str, view: &View) -> Markup {
    html! {
        (scroll(t!("forecast-changed"), &waterfall(changes, currency)))
        p.quiet { (t!("forecast-bars-begin", low = grouped(reach(changes).0))) }
        @if !changes.movers.is_empty() { (scroll(t!("forecast-movers"), &movers(changes, view))) }
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
    let steps = steps(changes);
    html! {
        table.parts {
            tbody {
                tr {
                    th scope="row" { (date(changes.since)) }
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
                th scope="row" { (t!("forecast-now", currency = currency)) }
                td { (bar("won", low, changes.after)) }
                td.n { (grouped(changes.after)) }
            } }
        }
    }
}

/// The steps that moved it, each with the level before and after.
fn steps(changes: &Changes) -> Vec<(&Step, f64, f64)> {
    let mut level = changes.before;
    let steps = changes.steps.iter().filter(|step| step.amount.abs() > 0.0).map(|step| {
        let from = level;
        level += step.amount;
        (step, from, level)
    });
    steps.collect()
}

/// The waterfall as a file.
pub(super) fn file(changes: &Changes, currency: &str) -> Picture {
    const ROW: f64 = 26.0;
    const LEFT: f64 = 230.0;
    const RIGHT: f64 = 800.0;
    let (low, high) = reach(changes);
    let at = |amount: f64| LEFT + (amount - low) / (high - low).max(1.0) * (RIGHT - LEFT);
    let before = (date(changes.since), "won", low, changes.before, grouped(changes.before));
    let step = |(step, from, to): (&Step, f64, f64)| {
        let class = if step.amount < 0.0 { "fell" } else { "open" };
        (step.what.called().to_owned(), class, from, to, signed(step.amount))
    };
    let now = t!("forecast-now", currency = currency);
    let now = (now, "won", low, changes.after, grouped(changes.after));
    let steps = steps(changes).into_iter().map(step);
    let rows: Vec<_> = std::iter::once(before).chain(steps).chain([now]).collect();
    let height = ROW * rows.len() as f64;
    let drawn = html! {
        svg class="range" {
            @for (i, (name, class, from, to, number)) in rows.iter().enumerate() {
                @let y = ROW * i as f64;
                @let (left, wide) = (at(from.min(*to)), (at(*to) - at(*from)).abs());
                text x="0" y=(px(y + 16.0)) { (name) }
                rect class=(class) x=(px(left)) width=(px(wide)) y=(px(y + 3.0)) height="17" {}
                text x="912" y=(px(y + 16.0)) text-anchor="end" { (number) }
            }
        }
    };
    let (since, low) = (changes.since, grouped(low));
    let title = t!("forecast-changed-file", since = since, currency = currency, low = low);
    Picture::of("changes", &title, drawn, height)
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
                th { (t!("page-deal")) } th { (t!("forecast-happened")) } th.n { (t!("forecast-added-then")) }
                th.n { (t!("forecast-adds-now")) } th.n { (t!("forecast-change")) }
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
