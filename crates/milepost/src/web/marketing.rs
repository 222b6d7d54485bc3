//! Marketing: what came of the leads of each source: curves, a map of sources to milestones, money,
//! the early reading, and credit by every rule.

mod curves;

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
use crate::answers::words::{about, grouped, percent};
use crate::texts::key;

impl Page for Marketing {
    const TITLE: &'static str = key!("page-marketing");
    const FILTERED: bool = false;
    const OF_LEADS: bool = true;

    fn read(address: &Address) -> Result<Marketing, Refusal> {
        let by = address.asked.by.as_deref().map(|text| {
            By::from_str(text, true).map_err(|_| {
                Refusal(format!(
                    "leads cannot be grouped by '{text}'; write source, medium, campaign or landing"
                ))
            })
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
            (choices("By", "by", GROUPS, answer.by.word(), view))
            h2 { "Milestones reached, by days since the first touch" }
            (curves::curves(answer, shown))
            @if !shown.is_empty() { (link("curves", view)) }
            h2 { "Which milestones their leads reach" }
            p.quiet { "The share within " (answer.within_days) " days; young leads count for as long as they have been seen, and few leads lean on all." }
            (scroll("Which milestones their leads reach", &map(answer)))
            h2 { "What they cost and bring" }
            (scroll("What they cost and bring", &money(answer)))
            @if !answer.next_unit.is_empty() {
                h2 { "Where the next " (answer.currency) " goes" }
                dl { @for unit in &answer.next_unit { dt { (unit.name) } dd { (unit.says) } } }
            }
            @if answer.sources.iter().any(|line| line.young.leads > 0) {
                h2 { "What young leads are worth" }
                @if let Some(early) = answer.early_sentence() { p { (early) } }
                (scroll("What young leads are worth", &young(answer)))
                (ranking(answer))
            }
            @if answer.revenue > 0.0 {
                h2 { "Who is credited with the sales" }
                p.quiet { "Each column adds up to " (grouped(answer.revenue)) " " (answer.currency) ". None of them knows what would have happened otherwise." }
                (scroll("Who is credited with the sales", &credit(answer)))
                (ways(answer))
            }
            p { a.action href=(view.asked().to("/marketing/lead")) { "Record a lead" } }
        })
    }
}

/// What an address can ask for.
const GROUPS: &[(&str, &str)] = &[
    ("source", "source"),
    ("medium", "medium"),
    ("campaign", "campaign"),
    ("landing", "landing page"),
];

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
                td {} th.n { "Leads" }
                @for step in steps { th.n.step scope="col" { (step.name) } }
                th.n { "Won, 8 times in 10" } th.n { "Median days" } td {}
            } }
            tbody { @for line in &answer.sources { tr {
                th scope="row" { (line.name) }
                td.n { (grouped(line.leads as f64)) }
                @for (step, most) in line.milestones.iter().zip(&most) {
                    td class={ "n g" (ground(step.rate, *most)) } { (percent(step.rate)) }
                }
                td.n { (percent(line.win_rate_low)) " to " (percent(line.win_rate_high)) }
                td.n { (or_dot(line.median_days.map(|days| grouped(days as f64)))) }
                td.quiet { @if line.unsure { "unsure" } }
            } } }
        }
    }
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
                td {} th.n { "Deals" } th.n { "Won" } th.n { "Revenue, " (answer.currency) }
                @if spends {
                    th.n { "Spend" } th.n { "A sale costs" } th.n { "8 times in 10" }
                    th.n { "1 spent brings" } th.n { "8 times in 10" }
                }
                @if shares { th.n { "Share of next quarter" } }
            } }
            tbody { @for line in &answer.sources { (money_row(line, spends, shares)) } }
            tfoot { tr {
                th scope="row" { "All" }
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
        low.zip(high).map(|(low, high)| format!("{} to {}", shown(low), shown(high)))
    };
    let times = |number: f64| format!("{number:.1}");
    html! {
        tr {
            th scope="row" { (line.name) }
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
                span.quiet { "(" (changed(low)) " to " (changed(high)) ")" }
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
                td {} th.n { "Leads of 28 days" } th.n { "Won already" } th.n { "Sales expected" }
                th.n { "They are to bring, " (answer.currency) } th.n { "8 times in 10" } th.n { "Each" }
                th.n { "Became deals, against 13 weeks before" }
            } }
            tbody { @for line in lines { tr {
                th scope="row" { (line.name) }
                td.n { (grouped(line.young.leads as f64)) }
                td.n { (grouped(line.young.won as f64)) }
                td.n { (format!("{:.1}", line.young.sales)) }
                td.n { (about(line.young.expected)) }
                td.n.quiet { (about(line.young.low)) " to " (about(line.young.high)) }
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
            th scope="row" { @if line.weeks == 0 { "at its end" } @else { (line.weeks) " weeks later" } }
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
            p { "How early the ranking was right: each past month's leads, read with what was known then, two "
                (answer.by.word()) "s at a time; the last column should be 80 %." }
            (scroll("How early the ranking was right", &html! {
                table.matrix {
                    thead { tr {
                        th { "Month read" } th.n { "Right" } th.n { "of pairs" }
                        th.n { "Right where sure" } th.n { "of pairs" }
                        th.n { "Last year's sales: right" } th.n { "Ranges that held" }
                    } }
                    tbody { @for line in &answer.ranking { (row(line)) } }
                }
            }))
        }
    }
}

fn credit(answer: &MarketingAnswer) -> Markup {
    let row = |line: &SourceLine| {
        let c = line.credits;
        [c.first, c.last, c.linear, c.time_decay, c.u_shaped, c.markov, c.shapley, c.hazard]
    };
    html! {
        table.matrix {
            thead { tr { td {} @for way in &answer.ways { th.n { (way.name.replace('_', " ")) } } } }
            tbody { @for line in &answer.sources { tr {
                th scope="row" { (line.name) }
                @for amount in row(line) { td.n { (grouped(amount)) } }
            } } }
        }
    }
}

fn ways(answer: &MarketingAnswer) -> Markup {
    html! {
        dl.ways {
            @for way in &answer.ways {
                dt { (way.name.replace('_', " ")) }
                dd { (way.says) " " span.quiet { "Not: " (way.cannot) } }
            }
        }
    }
}
