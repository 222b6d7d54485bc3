//! The forecast: what a period will bring, its range and its parts, and the odds of each deal.

mod changes;
mod fan;
mod what_if;

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, choices, from, scroll};
use super::next::{MOST_ROWS, rest};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::forecast::{DealLine, Forecast, ForecastAnswer, GroupLine};
use crate::answers::words::{about, grouped, lacking, percent};
use crate::texts::{key, rich, t};

impl Page for Forecast {
    const TITLE: &'static str = key!("page-forecast");
    const FILTERED: bool = true;

    fn read(address: &Address) -> Result<Forecast, Refusal> {
        let asked = &address.asked;
        let period = asked.period.as_deref().map(str::parse).transpose()?;
        let period = period.unwrap_or_default();
        let since = asked.other.get("since").filter(|text| !text.trim().is_empty());
        let since = since.map(|text| text.parse()).transpose()?;
        let wish = asked.other.get("what_if").filter(|text| !text.trim().is_empty());
        let what_if = wish.map(|text| text.parse()).transpose()?.into_iter().collect();
        Ok(Forecast { period, by: asked.by()?, filter: asked.filter(), since, what_if })
    }

    fn pictures(&self, answer: &ForecastAnswer, _: &View) -> Vec<Picture> {
        let built = fan::picture(answer);
        let changed = answer.since.as_ref().map(|since| changes::file(since, &answer.currency));
        built.into_iter().chain(changed).collect()
    }

    fn draw(&self, answer: &ForecastAnswer, view: &View) -> Result<Markup, Refusal> {
        let period = self.period.to_string();
        let since = view.asked().other.get("since").map_or("", String::as_str);
        let by = view.asked().by.as_deref().unwrap_or_default();
        Ok(html! {
            (picture(answer, view))
            (fan::fan(answer))
            @if answer.build.len() > 1 { (link("build", view)) }
            (choices(t!("forecast-for"), "period", &periods(), &period, view))
            h2 { (t!("forecast-changed")) }
            (choices(t!("forecast-since"), "since", &back(), since, view))
            @if let Some(changes) = &answer.since {
                (changes::picture(changes, &answer.currency, view))
                (link("changes", view))
            }
            (what_if::section(answer, view))
            h2 { (t!("forecast-split")) }
            (choices(t!("forecast-by"), "by", &splits(), by, view))
            @if !answer.groups.is_empty() { (scroll(t!("forecast-split"), &groups(answer, view))) }
            h2 { (t!("forecast-open-deals")) }
            (scroll(t!("forecast-open-deals"), &deals(answer, view)))
            (rest(answer.deals.len(), view))
        })
    }
}

/// What an address can ask for, and what it is called.
fn periods() -> [(&'static str, &'static str); 5] {
    [
        ("this-month", t!("forecast-this-month")),
        ("next-month", t!("forecast-next-month")),
        ("this-quarter", t!("forecast-this-quarter")),
        ("next-quarter", t!("forecast-next-quarter")),
        ("28d", t!("forecast-next-28-days")),
    ]
}

/// How far back to compare.
fn back() -> [(&'static str, &'static str); 3] {
    [
        ("7d", t!("forecast-since-week")),
        ("28d", t!("forecast-since-four-weeks")),
        ("91d", t!("forecast-since-quarter")),
    ]
}

/// What it can be split by.
fn splits() -> [(&'static str, &'static str); 4] {
    [
        ("owner", t!("words-by-owner")),
        ("team", t!("words-by-team")),
        ("source", t!("words-by-source")),
        ("milestone", t!("words-by-milestone")),
    ]
}

/// A line of the split, in words.
fn called(name: &str) -> &str {
    match name {
        "(new business)" => t!("forecast-new-business"),
        "(won so far)" => t!("forecast-won-group"),
        name => lacking(name),
    }
}

/// Parts and range on one scale, each with its number.
fn picture(answer: &ForecastAnswer, view: &View) -> Markup {
    let quota = answer.quota.unwrap_or(0.0);
    let scale =
        Scale(answer.p90.max(quota).max(answer.mean).max(answer.won_so_far).max(1.0) * 1.06);
    let open_until = answer.won_so_far + answer.open;
    let plain = |amount: f64| html! { (grouped(amount)) };
    let open = ("state", "open");
    let open = from::<Forecast>(&grouped(answer.open), &[open, ("sort", "amount")], view);
    let parts = [
        (
            t!("forecast-won-so-far"),
            "won",
            0.0,
            answer.won_so_far,
            won(answer.won_so_far, answer, None, view),
        ),
        (t!("forecast-open-deals"), "open", answer.won_so_far, answer.open, open),
        (t!("forecast-not-opened"), "new", open_until, answer.new, plain(answer.new)),
    ];
    html! {
        table.parts {
            tbody {
                @for (name, class, from, amount, shown) in parts { tr {
                    th scope="row" { (name) }
                    td { svg.range width="100%" height="18" aria-hidden="true" {
                        rect class=(class) x=(scale.at(from)) width=(scale.at(amount)) y="2" height="14" {}
                    } }
                    td.n { (shown) }
                } }
            }
            tfoot { tr {
                th scope="row" { (t!("forecast-all-in", currency = answer.currency)) }
                td { (range(answer, &scale)) }
                td.n { (grouped(answer.mean)) }
            } }
        }
        @if let Some((quota, chance)) = answer.quota.zip(answer.quota_chance) {
            p { (rich!("forecast-quota-line", quota = grouped(quota), currency = answer.currency;
                chance = html! { b { (percent(chance)) } })) }
        }
    }
}

/// What was won of the period, leading to the deals that brought it; of one line of the split, if one is named.
fn won(
    amount: f64,
    answer: &ForecastAnswer,
    line: Option<(&'static str, &str)>,
    view: &View,
) -> Markup {
    // Groups of deals that lack the thing cannot be asked for.
    if amount == 0.0 || line.is_some_and(|(_, name)| name.starts_with("(no ")) {
        return html! { (grouped(amount)) };
    }
    let (first, last) = (answer.from.to_string(), answer.to.to_string());
    let mut of = vec![("state", "all"), ("won_from", &first), ("won_to", &last)];
    of.extend(line);
    from::<Forecast>(&grouped(amount), &of, view)
}

/// The band that 8 in 10 such periods fall into, and its middle.
fn range(answer: &ForecastAnswer, scale: &Scale) -> Markup {
    let [low, middle, high] = [answer.p10, answer.p50, answer.p90].map(about);
    let at = |amount: f64| scale.at(amount);
    // On a telephone both labels would meet: one stands below the other.
    let near = (answer.p90 - answer.p10) / scale.0 < 0.45;
    html! {
        svg.range width="100%" height=(if near { "72" } else { "58" }) role="img" {
            title { (t!("forecast-range", low = low, high = high, middle = middle)) }
            rect.band x=(at(answer.p10)) width=(at(answer.p90 - answer.p10)) y="20" height="16" {}
            @if let Some(quota) = answer.quota {
                line.quota x1=(at(quota)) x2=(at(quota)) y1="14" y2="42" { title { (t!("forecast-quota", quota = grouped(quota))) } }
            }
            line.mid x1=(at(answer.p50)) x2=(at(answer.p50)) y1="16" y2="40" {}
            text x=(at(answer.p50)) y="12" text-anchor="middle" { (middle) }
            text.under x=(at(answer.p10)) y=(if near { "68" } else { "53" }) text-anchor=(scale.below(answer.p10)) { (low) }
            text.under x=(at(answer.p90)) y="53" text-anchor=(scale.above(answer.p90)) { (high) }
        }
    }
}

/// Turns an amount into a place; the amount at the right end.
struct Scale(f64);

impl Scale {
    fn at(&self, amount: f64) -> String {
        // Adding nothing makes plain zero of the negative one, which would be written `-0.00`.
        format!("{:.2}%", amount.max(0.0) / self.0 * 100.0 + 0.0)
    }

    /// The lower end is labelled to its left and the upper one to its right, so that they never
    /// meet, unless the words would leave the drawing.
    fn below(&self, amount: f64) -> &'static str {
        if amount / self.0 < 0.3 { "start" } else { "end" }
    }

    fn above(&self, amount: f64) -> &'static str {
        if amount / self.0 > 0.7 { "end" } else { "start" }
    }
}

fn groups(answer: &ForecastAnswer, view: &View) -> Markup {
    let row = |group: &GroupLine| [group.open, group.new, group.mean].map(grouped);
    // What is won is past every milestone: it stands at none.
    let key = match view.asked().by.as_deref() {
        Some("owner") => Some("owner"),
        Some("team") => Some("team"),
        Some("source") => Some("source"),
        _ => None,
    };
    let won_of = |group: &GroupLine| match key {
        Some(key) => won(group.won_so_far, answer, Some((key, &group.name)), view),
        None => html! { (grouped(group.won_so_far)) },
    };
    html! {
        table {
            thead { tr {
                td {} th.n { (t!("forecast-won-so-far")) } th.n { (t!("forecast-open-deals")) }
                th.n { (t!("forecast-not-opened-column")) }
                th.n { (t!("forecast-all-in", currency = answer.currency)) } th.n { (t!("forecast-eight-in-ten")) }
            } }
            tbody {
                @for group in &answer.groups { tr {
                    th scope="row" { (called(&group.name)) }
                    td.n { (won_of(group)) }
                    @for amount in row(group) { td.n { (amount) } }
                    td.n { (span(group.p10, group.p90)) }
                } }
            }
            tfoot { tr {
                th scope="row" { (t!("forecast-all")) }
                @for amount in [answer.won_so_far, answer.open, answer.new, answer.mean] {
                    td.n { (grouped(amount)) }
                }
                td.n { (span(answer.p10, answer.p90)) }
            } }
        }
    }
}

/// From an amount to another.
fn span(low: f64, high: f64) -> String {
    t!("forecast-span", low = about(low), high = about(high))
}

fn deals(answer: &ForecastAnswer, view: &View) -> Markup {
    html! {
        table.odds.cards {
            thead { tr {
                th { (t!("page-deal")) } th { (t!("frame-owner")) } th { (t!("forecast-furthest")) }
                th.n { (t!("forecast-amount", currency = answer.currency)) }
                th.n { (t!("forecast-odds-in-period")) } td {} th.n { (t!("forecast-odds-ever")) } th.n { (t!("forecast-adds")) }
            } }
            tbody { @for deal in answer.deals.iter().take(MOST_ROWS) { (row(deal, &answer.currency, view)) } }
        }
    }
}

/// So many reasons are told in a row; JSON has them all.
const MOST_REASONS: usize = 3;

/// What raised and lowered the odds most, in percentage points.
fn reasons(deal: &DealLine) -> Markup {
    let told = deal.why.iter().filter(|reason| reason.about.is_some()).take(MOST_REASONS);
    html! {
        @for (i, reason) in told.enumerate() {
            @if i > 0 { ", " }
            (reason.what) " " span.n { (format!("{:+.0}", reason.points * 100.0)) }
        }
    }
}

fn row(deal: &DealLine, currency: &str, view: &View) -> Markup {
    let width = format!("{:.1}%", deal.p_win_in_period * 100.0);
    html! {
        tr {
            th.first scope="row" {
                (view.deal(&deal.id))
                @if let Some(account) = &deal.account { " " span.name { (account) } }
                @if !deal.why.is_empty() { div.reasons { (reasons(deal)) } }
            }
            td data-as=(t!("frame-owner")) { (deal.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
            td data-as=(t!("forecast-furthest")) { (deal.last.as_deref().unwrap_or(t!("forecast-none-yet"))) }
            td.n.side { (grouped(deal.amount)) span.unit { " " (currency) } }
            td.n data-as=(t!("forecast-odds-in-period")) { (percent(deal.p_win_in_period)) }
            td.meter { svg.bar width="100%" height="6" aria-hidden="true" {
                rect.ground width="100%" height="6" rx="3" {}
                rect.share width=(width) height="6" rx="3" {}
            } }
            td.n data-as=(t!("forecast-odds-ever")) { (percent(deal.p_win)) }
            td.n data-as=(t!("forecast-adds")) { (grouped(deal.expected)) }
        }
    }
}
