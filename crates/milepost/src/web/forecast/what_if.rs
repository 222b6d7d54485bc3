//! What if: a plain form, what was tried, which milestone is worth the work, and what the quota needs.

use maud::{Markup, html};

use crate::answers::forecast::{CoverageLine, ForecastAnswer, Tried, WorthLine};
use crate::answers::words::{about, grouped, percent};
use crate::web::frame::{View, scroll};

/// The whole section.
pub(super) fn section(answer: &ForecastAnswer, view: &View) -> Markup {
    let wish = view.asked().other.get("what_if").map_or("", String::as_str);
    let kept = view.asked().lasting().into_iter().chain(view.asked().passing());
    let kept: Vec<_> = kept.filter(|(name, _)| *name != "what_if").collect();
    let first = answer.worth.first().map_or("Trial agreed", |line| line.milestone.as_str());
    html! {
        h2 id="what-if" { "What if" }
        form.asked action="/forecast#what-if" method="get" {
            @for (name, value) in &kept { input type="hidden" name=(name) value=(value); }
            label.long { span { "Try" } input name="what_if" value=(wish) size="42" placeholder=(format!("better {first} 10%")); }
            button { "Try" }
        }
        p.note {
            "For example: better " (first) " 10% (of those lost before it go on) · faster " (first)
            " 5d · more Web 20% (leads) · lose D-1 · win D-1"
        }
        @if !answer.what_if.is_empty() { (scroll("What was tried", &tried(answer))) }
        h2 { "Which milestone is worth the work" }
        (best(answer))
        (scroll("Which milestone is worth the work", &worth(answer)))
        @if !answer.coverage.is_empty() {
            h2 { "Is there enough pipeline?" }
            (enough(answer))
            @if view.may("/quota") { p { a href="/quota" { "Set a quota" } } }
            (scroll("Coverage", &coverage(answer)))
        }
    }
}

fn tried(answer: &ForecastAnswer) -> Markup {
    let row = |tried: &Tried| {
        let sign = if tried.change < 0.0 { "−" } else { "+" };
        html! { tr {
            th scope="row" { (tried.wish) }
            td.n { (sign) (about(tried.change.abs())) }
            td.n { (about(tried.mean)) }
            td.n { (about(tried.p10)) " to " (about(tried.p90)) }
            td.n { (tried.quota_chance.map_or("no quota".into(), percent)) }
        } }
    };
    html! { table {
        thead { tr {
            th { "If" } th.n { "Change, " (answer.currency) } th.n { "Then" } th.n { "8 times in 10" }
            th.n { "Chance of the quota" }
        } }
        tbody { @for one in &answer.what_if { (row(one)) } }
    } }
}

/// The sentence above the table.
fn best(answer: &ForecastAnswer) -> Markup {
    let best = answer.worth.iter().max_by(|a, b| a.change.total_cmp(&b.change));
    html! {
        @if let Some(best) = best {
            p { "If one in ten of the deals now lost before it went on, " b { (best.milestone) }
                " would bring most: about " (about(best.change)) " " (answer.currency) " more." }
        }
    }
}

fn worth(answer: &ForecastAnswer) -> Markup {
    let most = answer.worth.iter().map(|line| line.change).fold(1.0, f64::max);
    let row = |line: &WorthLine| {
        let width = format!("{:.1}%", line.change / most * 100.0);
        html! { tr {
            th scope="row" { (line.milestone) }
            td.n { (grouped(line.left as f64)) }
            td.n { (percent(line.passed)) }
            td.meter { svg.bar width="100%" height="6" aria-hidden="true" {
                rect.ground width="100%" height="6" rx="3" {}
                rect.share width=(width) height="6" rx="3" {}
            } }
            td.n { "+" (about(line.change)) }
        } }
    };
    html! { table {
        thead { tr {
            th { "Step to" } th.n { "Deals that took it or were lost there" } th.n { "Took it" } td {}
            th.n { "One in ten more, " (answer.currency) }
        } }
        tbody { @for line in &answer.worth { (row(line)) } }
    } }
}

/// What stands there against what the quota needs, in a sentence.
fn enough(answer: &ForecastAnswer) -> Markup {
    let value: f64 = answer.coverage.iter().map(|line| line.value).sum();
    let needed: Option<f64> = answer.coverage.iter().map(|line| line.needed).sum();
    html! {
        p {
            "Open deals are worth " (about(value)) " " (answer.currency) " and bring about "
            (about(answer.open)) " of it in the period. "
            @match (answer.quota, needed) {
                (Some(_), Some(needed)) if needed > value => {
                    "For the quota on average they would have to be worth about " b { (about(needed)) }
                    ", " (format!("{:.1}", needed / value.max(1.0))) " times as much."
                }
                (Some(_), _) => { "For the quota on average that is enough." }
                _ => { "Set a quota (" code { "milepost quota set" } ") to see what it needs." }
            }
        }
    }
}

fn coverage(answer: &ForecastAnswer) -> Markup {
    let row = |line: &CoverageLine| {
        html! { tr {
            th scope="row" { (line.milestone) }
            td.n { (grouped(line.value)) }
            td.n { (grouped(line.expected)) }
            td.n { (line.needed.map_or("–".into(), grouped)) }
        } }
    };
    html! { table {
        thead { tr {
            th { "Furthest milestone" } th.n { "Open, " (answer.currency) } th.n { "Expected in the period" }
            th.n { "Needed for the quota" }
        } }
        tbody { @for line in &answer.coverage { (row(line)) } }
    } }
}
