//! Marketing: what came of the leads of each source: curves, a map of sources to milestones, money,
//! the early reading, and credit by every rule.

mod curves;
mod names;

use clap::ValueEnum;
use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, choices, scroll};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::marketing::{
    By, Marketing, MarketingAnswer, MilestoneReached, RankingLine, SourceLine,
};
use crate::answers::words::{about, decimal, grouped, percent};
use crate::texts::{key, t};
use names::{called, step_called, way_called};

impl Page for Marketing {
    const TITLE: &'static str = key!("page-marketing");
    const FILTERED: bool = false;
    const OF_LEADS: bool = true;

    fn read(address: &Address) -> Result<Marketing, Refusal> {
        let by = address.asked.by.as_deref().map(|text| {
            By::from_str(text, true).map_err(|_| Refusal(t!("marketing-cannot-group", by = text)))
        });
        Ok(Marketing { by: by.transpose()?.unwrap_or_default(), within: None })
    }

    fn pictures(&self, answer: &MarketingAnswer, _: &View) -> Vec<Picture> {
        let shown = curves::shown(&answer.sources);
        (!shown.is_empty()).then(|| curves::picture(answer, shown)).into_iter().collect()
    }

    fn draw(&self, answer: &MarketingAnswer, view: &View) -> Result<Markup, Refusal> {
        let shown = curves::shown(&answer.sources);
        Ok(html! {
            (choices(t!("marketing-by"), "by", &groups(), answer.by.word(), view))
            h2 { (t!("marketing-curves")) }
            (curves::curves(answer, shown))
            @if !shown.is_empty() { (link("curves", view)) }
            h2 { (t!("marketing-reach")) }
            p.quiet { (t!("marketing-reach-told", days = answer.within_days.to_string())) }
            (scroll(t!("marketing-reach"), &map(answer)))
            h2 { (t!("marketing-money")) }
            (scroll(t!("marketing-money"), &money(answer)))
            @if !answer.next_unit.is_empty() {
                h2 { (t!("marketing-next-unit", currency = answer.currency)) }
                dl { @for unit in &answer.next_unit { dt { (called(&unit.name)) } dd { (unit.says) } } }
            }
            @if answer.sources.iter().any(|line| line.young.leads > 0) {
                h2 { (t!("marketing-young")) }
                @if let Some(early) = answer.early_sentence() { p { (early) } }
                (scroll(t!("marketing-young"), &young(answer)))
                (ranking(answer))
            }
            @if answer.revenue > 0.0 {
                h2 { (t!("marketing-credit")) }
                p.quiet { (t!("marketing-credit-told", revenue = grouped(answer.revenue), currency = answer.currency)) }
                (scroll(t!("marketing-credit"), &credit(answer)))
                (ways(answer))
            }
            p { a.action href=(view.asked().to("/marketing/lead")) { (t!("marketing-record-lead")) } }
        })
    }
}

/// What an address can ask for.
fn groups() -> [(&'static str, &'static str); 4] {
    [
        ("source", t!("marketing-by-source")),
        ("medium", t!("marketing-by-medium")),
        ("campaign", t!("marketing-by-campaign")),
        ("landing", t!("marketing-by-landing")),
    ]
}

/// Sources against milestones, the stronger the more of their leads get there.
fn map(answer: &MarketingAnswer) -> Markup {
    let steps: &[MilestoneReached] =
        answer.sources.first().map_or(&[], |line| line.milestones.as_slice());
    // Each milestone has a scale of its own: what is much for a sale is little for a deal.
    let most = |i: usize| answer.sources.iter().map(|l| l.milestones[i].rate).fold(0.0, f64::max);
    let most: Vec<f64> = (0..steps.len()).map(most).collect();
    html! {
        table.matrix {
            thead { tr {
                td {} th.n { (t!("marketing-leads-column")) }
                @for (i, step) in steps.iter().enumerate() {
                    th.n.step scope="col" { (step_called(i, steps.len(), &step.name)) }
                }
                th.n { (t!("marketing-won-range")) } th.n { (t!("marketing-median-days")) } td {}
            } }
            tbody { @for line in &answer.sources { tr {
                th scope="row" { (called(&line.name)) }
                td.n { (grouped(line.leads as f64)) }
                @for (step, most) in line.milestones.iter().zip(&most) {
                    td class={ "n g" (ground(step.rate, *most)) } { (percent(step.rate)) }
                }
                td.n { (span(line.win_rate_low, line.win_rate_high, percent)) }
                td.n { (or_dot(line.median_days.map(|days| grouped(days as f64)))) }
                td.quiet { @if line.unsure { (t!("marketing-unsure")) } }
            } } }
        }
    }
}

/// From one number to another.
fn span(low: f64, high: f64, said: fn(f64) -> String) -> String {
    t!("marketing-span", low = said(low), high = said(high))
}

/// The strength of a cell's ground.
fn ground(rate: f64, most: f64) -> u8 {
    let part = if most > 0.0 { rate / most } else { 0.0 };
    [0.25, 0.5, 0.75].iter().map(|step| u8::from(part > *step)).sum::<u8>() + 1
}

fn money(answer: &MarketingAnswer) -> Markup {
    let spends = answer.spend.is_some();
    let shares = answer.sources.iter().any(|line| line.next_quarter_share.is_some());
    html! {
        table.matrix {
            thead { tr {
                td {} th.n { (t!("page-deals")) } th.n { (t!("marketing-won")) }
                th.n { (t!("marketing-revenue", currency = answer.currency)) }
                @if spends {
                    th.n { (t!("marketing-spend")) } th.n { (t!("marketing-cost")) } th.n { (t!("marketing-eight-in-ten")) }
                    th.n { (t!("marketing-return")) } th.n { (t!("marketing-eight-in-ten")) }
                }
                @if shares { th.n { (t!("marketing-share-next")) } }
            } }
            tbody { @for line in &answer.sources { (money_row(line, spends, shares)) } }
            tfoot { tr {
                th scope="row" { (t!("marketing-all")) }
                td.n { (grouped(answer.deals as f64)) } td.n { (grouped(answer.won as f64)) }
                td.n { (grouped(answer.revenue)) }
                @if let Some(spend) = answer.spend {
                    td.n { (grouped(spend)) } td {} td {} td {} td {}
                }
                @if shares { td {} }
            } }
        }
    }
}

fn money_row(line: &SourceLine, spends: bool, shares: bool) -> Markup {
    let range = |low: Option<f64>, high: Option<f64>, shown: fn(f64) -> String| {
        low.zip(high).map(|(low, high)| span(low, high, shown))
    };
    let times = |number: f64| decimal(number, 1);
    html! {
        tr {
            th scope="row" { (called(&line.name)) }
            td.n { (grouped(line.deals as f64)) } td.n { (grouped(line.won as f64)) }
            td.n { (grouped(line.revenue)) }
            @if spends {
                td.n { (or_dot(line.spend.map(grouped))) }
                td.n { (or_dot(line.cost_per_sale.map(about))) }
                td.n.quiet { (or_dot(range(line.cost_per_sale_low, line.cost_per_sale_high, about))) }
                td.n { (or_dot(line.return_on_spend.map(times))) }
                td.n.quiet { (or_dot(range(line.return_low, line.return_high, times))) }
            }
            @if shares { td.n { (or_dot(line.next_quarter_share.map(percent))) } }
        }
    }
}

/// Deals of the latest leads against those of the leads before.
fn trend(line: &SourceLine) -> Markup {
    html! {
        @match line.trend.ratio.zip(line.trend.low.zip(line.trend.high)) {
            Some((ratio, (low, high))) => {
                (changed(ratio)) " "
                span.quiet { (t!("marketing-trend-range", low = changed(low), high = changed(high))) }
            }
            None => { "·" }
        }
    }
}

/// A ratio as the change that it is.
fn changed(ratio: f64) -> String {
    format!("{:+.0} %", (ratio - 1.0) * 100.0)
}

fn or_dot(text: Option<String>) -> String {
    text.unwrap_or_else(|| "·".into())
}

fn young(answer: &MarketingAnswer) -> Markup {
    let lines = answer.sources.iter().filter(|line| line.young.leads > 0);
    html! {
        table.matrix {
            thead { tr {
                td {} th.n { (t!("marketing-leads-28-days")) } th.n { (t!("marketing-won-already")) }
                th.n { (t!("marketing-sales-expected")) }
                th.n { (t!("marketing-to-bring", currency = answer.currency)) }
                th.n { (t!("marketing-eight-in-ten")) } th.n { (t!("marketing-each")) }
                th.n { (t!("marketing-trend")) }
            } }
            tbody { @for line in lines { tr {
                th scope="row" { (called(&line.name)) }
                td.n { (grouped(line.young.leads as f64)) }
                td.n { (grouped(line.young.won as f64)) }
                td.n { (decimal(line.young.sales, 1)) }
                td.n { (about(line.young.expected)) }
                td.n.quiet { (span(line.young.low, line.young.high, about)) }
                td.n { (about(line.young.each)) }
                td.n { (trend(line)) }
            } } }
        }
    }
}

/// How early that was right before.
fn ranking(answer: &MarketingAnswer) -> Markup {
    let row = |line: &RankingLine| {
        html! { tr {
            th scope="row" { @if line.weeks == 0 { (t!("marketing-at-its-end")) } @else { (t!("marketing-weeks-later", weeks = line.weeks)) } }
            td.n { (percent(line.right)) }
            td.n { (grouped(line.pairs as f64)) }
            td.n { (or_dot(line.sure_right.map(percent))) }
            td.n { (grouped(line.sure as f64)) }
            td.n { (percent(line.last_years_wins_right)) }
            td.n { (percent(line.ranges_held)) }
        } }
    };
    html! {
        @if !answer.ranking.is_empty() {
            p { (t!("marketing-ranking-told", by = group(answer.by))) }
            (scroll(t!("marketing-ranking"), &html! {
                table.matrix {
                    thead { tr {
                        th { (t!("marketing-month-read")) } th.n { (t!("marketing-right")) } th.n { (t!("marketing-of-pairs")) }
                        th.n { (t!("marketing-right-where-sure")) } th.n { (t!("marketing-of-pairs")) }
                        th.n { (t!("marketing-last-year")) } th.n { (t!("marketing-ranges-held")) }
                    } }
                    tbody { @for line in &answer.ranking { (row(line)) } }
                }
            }))
        }
    }
}

/// By what leads are grouped, as an address says it.
fn group(by: By) -> &'static str {
    match by {
        By::Source => "source",
        By::Medium => "medium",
        By::Campaign => "campaign",
        By::Landing => "landing",
    }
}

fn credit(answer: &MarketingAnswer) -> Markup {
    let row = |line: &SourceLine| {
        let c = line.credits;
        [c.first, c.last, c.linear, c.time_decay, c.u_shaped, c.markov, c.shapley, c.hazard]
    };
    html! {
        table.matrix {
            thead { tr { td {} @for way in &answer.ways { th.n { (way_called(way.name)) } } } }
            tbody { @for line in &answer.sources { tr {
                th scope="row" { (called(&line.name)) }
                @for amount in row(line) { td.n { (grouped(amount)) } }
            } } }
        }
    }
}

fn ways(answer: &MarketingAnswer) -> Markup {
    html! {
        dl.ways {
            @for way in &answer.ways {
                dt { (way_called(way.name)) }
                dd { (way.says) " " span.quiet { (t!("marketing-way-cannot", what = way.cannot)) } }
            }
        }
    }
}
