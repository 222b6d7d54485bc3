//! What if: a plain form, what was tried, which milestone is worth the work, and what the quota needs.

use maud::{Markup, html};

use crate::answers::forecast::{CoverageLine, ForecastAnswer, Tried, WorthLine};
use crate::answers::words::{about, decimal, grouped, lacking, percent};
use crate::texts::{rich, t};
use crate::web::frame::{View, scroll};

/// The whole section.
pub(super) fn section(answer: &ForecastAnswer, view: &View) -> Markup {
    let wish = view.asked().other.get("what_if").map_or("", String::as_str);
    let kept = view.asked().lasting().into_iter().chain(view.asked().passing());
    let kept: Vec<_> = kept.filter(|(name, _)| *name != "what_if").collect();
    let first = answer
        .worth
        .first()
        .map_or(t!("forecast-example-milestone"), |line| line.milestone.as_str());
    html! {
        h2 id="what-if" { (t!("forecast-what-if")) }
        form.asked action="/forecast#what-if" method="get" {
            @for (name, value) in &kept { input type="hidden" name=(name) value=(value); }
            label.long { span { (t!("forecast-try")) } input name="what_if" value=(wish) size="42" placeholder=(format!("better {first} 10%")); }
            button { (t!("forecast-try")) }
        }
        p.note {
            (t!("forecast-examples", milestone = first))
        }
        @if !answer.what_if.is_empty() { (scroll(t!("forecast-tried"), &tried(answer))) }
        h2 { (t!("forecast-worth")) }
        (best(answer))
        (scroll(t!("forecast-worth"), &worth(answer)))
        @if !answer.coverage.is_empty() {
            h2 { (t!("forecast-enough")) }
            (enough(answer))
            @if view.may("/quota") { p { a href="/quota" { (t!("pages-act-quota")) } } }
            (scroll(t!("forecast-coverage"), &coverage(answer)))
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
            td.n { (t!("forecast-span", low = about(tried.p10), high = about(tried.p90))) }
            td.n { (tried.quota_chance.map_or_else(|| t!("forecast-no-quota").into(), percent)) }
        } }
    };
    html! { table {
        thead { tr {
            th { (t!("forecast-if")) } th.n { (t!("forecast-change-in", currency = answer.currency)) }
            th.n { (t!("forecast-then")) } th.n { (t!("forecast-eight-in-ten")) }
            th.n { (t!("forecast-chance-of-quota")) }
        } }
        tbody { @for one in &answer.what_if { (row(one)) } }
    } }
}

/// The sentence above the table.
fn best(answer: &ForecastAnswer) -> Markup {
    let best = answer.worth.iter().max_by(|a, b| a.change.total_cmp(&b.change));
    html! {
        @if let Some(best) = best {
            p { (rich!("forecast-worth-most", change = about(best.change), currency = answer.currency;
                milestone = html! { b { (best.milestone) } })) }
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
            th { (t!("forecast-step-to")) } th.n { (t!("forecast-took-or-lost")) } th.n { (t!("forecast-took")) } td {}
            th.n { (t!("forecast-one-in-ten", currency = answer.currency)) }
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
            (t!("forecast-open-worth", value = about(value), currency = answer.currency, open = about(answer.open))) " "
            @match (answer.quota, needed) {
                (Some(_), Some(needed)) if needed > value => {
                    (rich!("forecast-needed", times = decimal(needed / value.max(1.0), 1);
                        needed = html! { b { (about(needed)) } }))
                }
                (Some(_), _) => { (t!("forecast-is-enough")) }
                _ => { (rich!("forecast-set-quota", command = html! { code { "milepost quota set" } })) }
            }
        }
    }
}

fn coverage(answer: &ForecastAnswer) -> Markup {
    let row = |line: &CoverageLine| {
        html! { tr {
            th scope="row" { (lacking(&line.milestone)) }
            td.n { (grouped(line.value)) }
            td.n { (grouped(line.expected)) }
            td.n { (line.needed.map_or("–".into(), grouped)) }
        } }
    };
    html! { table {
        thead { tr {
            th { (t!("forecast-furthest")) } th.n { (t!("forecast-open-in", currency = answer.currency)) }
            th.n { (t!("forecast-expected-in-period")) } th.n { (t!("forecast-needed-for-quota")) }
        } }
        tbody { @for line in &answer.coverage { (row(line)) } }
    } }
}
