//! Accuracy: what was forecast at past dates, what came, what simple methods would have said, and
//! whether odds came true as often as they said.

use ledger::time::Day;
use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, choices, day, from, scroll};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::accuracy::{Accuracy, AccuracyAnswer, PointLine};
use crate::answers::words::{about, date, decimal, grouped, percent};
use crate::texts::{key, rich, t};

/// So many given forecasts are shown.
const MOST_GIVEN: usize = 40;

impl Page for Accuracy {
    const TITLE: &'static str = key!("page-accuracy");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Accuracy, Refusal> {
        let (asked, usual) = (&address.asked, Accuracy::default());
        let day = |text: &Option<String>| {
            let parsed = text.as_deref().map(str::parse).transpose();
            parsed.map_err(|error: ledger::time::NotATime| Refusal(error.to_string()))
        };
        let days = |text: &Option<String>| text.as_deref().map(str::parse).transpose();
        Ok(Accuracy {
            horizon: days(&asked.horizon)?.unwrap_or(usual.horizon),
            every: days(&asked.every)?.unwrap_or(usual.every),
            from: day(&asked.from)?,
            to: day(&asked.to)?,
        })
    }

    fn pictures(&self, answer: &AccuracyAnswer, _: &View) -> Vec<Picture> {
        let record = record_drawn(answer);
        let odds = answer.odds.as_ref().map(|_| {
            let drawn = reliability_drawn(answer);
            Picture::of("odds", t!("accuracy-odds-drawn"), drawn, 200.0)
        });
        let title = t!("accuracy-legend");
        std::iter::once(Picture::of("record", title, record, 236.0)).chain(odds).collect()
    }

    fn draw(&self, answer: &AccuracyAnswer, view: &View) -> Result<Markup, Refusal> {
        let horizon = self.horizon.to_string();
        Ok(html! {
            (choices(t!("accuracy-forecasts-of"), "horizon", &horizons(), &horizon, view))
            (record(answer))
            (link("record", view))
            h2 { (t!("accuracy-simple")) }
            (scroll(t!("accuracy-methods"), &methods(answer)))
            @if answer.odds.is_some() {
                h2 { (t!("accuracy-odds")) }
                (reliability(answer))
                (link("odds", view))
            }
            @if !answer.given.is_empty() {
                h2 { (t!("accuracy-given")) }
                p { (t!("accuracy-given-told")) }
                (scroll(t!("accuracy-given"), &given(answer, view)))
            }
            h2 { (t!("accuracy-every")) }
            (scroll(t!("accuracy-every"), &points(answer, view)))
        })
    }
}

/// What an address can ask for.
fn horizons() -> [(&'static str, &'static str); 4] {
    [
        ("28d", t!("accuracy-28-days")),
        ("90d", t!("accuracy-90-days")),
        ("180d", t!("accuracy-180-days")),
        ("365d", t!("accuracy-a-year")),
    ]
}

/// Per cent of the drawing's width, as an attribute.
fn at(share: f64) -> String {
    format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0 + 0.0)
}

const TALL: f64 = 190.0;

/// What came in some days, leading to the deals that brought it.
fn came(amount: f64, first: Day, last: Day, view: &View) -> Markup {
    let (first, last) = (first.to_string(), last.to_string());
    let of = [("state", "all"), ("won_from", first.as_str()), ("won_to", last.as_str())];
    from::<Accuracy>(&grouped(amount), &of, view)
}

/// Forecasts that were given, the latest first.
fn given(answer: &AccuracyAnswer, view: &View) -> Markup {
    html! {
        table {
            thead { tr {
                th { (t!("accuracy-given-on")) } th { (t!("accuracy-for")) }
                th.n { (t!("accuracy-forecast", currency = answer.currency)) } th.n { (t!("accuracy-from")) }
                th.n { (t!("accuracy-to")) } th.n { (t!("accuracy-came")) }
            } }
            tbody { @for line in answer.given.iter().take(MOST_GIVEN) { tr {
                th scope="row" { (day(line.on)) }
                td { (rich!("accuracy-days", from = day(line.from), to = day(line.to))) }
                @for amount in [line.mean, line.p10, line.p90] { td.n { (grouped(amount)) } }
                td.n { @match line.actual {
                    Some(actual) => { (came(actual, line.from, line.to, view)) }
                    None => { (t!("accuracy-not-over")) }
                } }
            } } }
        }
    }
}

/// For each date the range as a bar, the forecast as a line across it, and what came as a dot.
fn record(answer: &AccuracyAnswer) -> Markup {
    html! {
        (record_drawn(answer))
        p.quiet { (t!("accuracy-legend-ringed")) }
    }
}

fn record_drawn(answer: &AccuracyAnswer) -> Markup {
    let most = answer.points.iter().fold(1.0_f64, |most, p| most.max(p.p90).max(p.actual));
    let down =
        |amount: f64| format!("{:.1}", 14.0 + TALL * (1.0 - (amount / most).clamp(0.0, 1.0)));
    let count = answer.points.len() as f64;
    let place = |i: usize, part: f64| at((i as f64 + part) / count);
    let label = |i: usize| i == 0 || i + 1 == answer.points.len();
    html! {
        svg.record width="100%" height="236" role="img" {
            title { (t!("accuracy-record")) }
            line.axis x1="0" x2="100%" y1=(down(0.0)) y2=(down(0.0)) {}
            text.under x="0" y="10" { (about(most)) " " (answer.currency) }
            @for (i, p) in answer.points.iter().enumerate() {
                line.band x1=(place(i, 0.5)) x2=(place(i, 0.5)) y1=(down(p.p90)) y2=(down(p.p10)) {
                    title { (told(p)) }
                }
                line.mid x1=(place(i, 0.2)) x2=(place(i, 0.8)) y1=(down(p.forecast)) y2=(down(p.forecast)) {}
                circle.came.outside[!(p.p10..=p.p90).contains(&p.actual)]
                    cx=(place(i, 0.5)) cy=(down(p.actual)) r="3.2" {}
                @if label(i) {
                    text.under x=(place(i, 0.5)) y="226"
                        text-anchor=(if i == 0 { "start" } else { "end" }) { (date(p.as_of)) }
                }
            }
        }
    }
}

fn told(p: &PointLine) -> String {
    let [said, low, high, came] = [p.forecast, p.p10, p.p90, p.actual].map(about);
    t!("accuracy-told", day = p.as_of, said = said, low = low, high = high, came = came)
}

fn methods(answer: &AccuracyAnswer) -> Markup {
    let called = |name: &str| match name {
        "ours" => t!("accuracy-ours"),
        "run_rate" => t!("accuracy-run-rate-method"),
        "weighted" => t!("accuracy-weighted-method"),
        "mean" => t!("accuracy-mean-method"),
        _ => t!("accuracy-committed-method"),
    };
    html! {
        table {
            thead { tr {
                th { (t!("accuracy-method")) } th.n { (t!("accuracy-off-by")) } th.n { (t!("accuracy-bias")) }
                th.n { (t!("accuracy-within-10")) } th.n { (t!("accuracy-inside-range")) } th.n { (t!("accuracy-dates")) }
            } }
            tbody { @for (name, score) in answer.methods.named() { tr {
                th scope="row" { (called(name)) }
                td.n { (percent(score.wape)) }
                td.n { (format!("{:+.0} %", score.bias * 100.0)) }
                td.n { (percent(score.within_10)) }
                td.n { (score.coverage_80.map_or_else(|| t!("accuracy-no-range").into(), percent)) }
                td.n { (grouped(score.n as f64)) }
            } } }
        }
    }
}

/// What was said against what came, and the line on which they are the same.
fn reliability(answer: &AccuracyAnswer) -> Markup {
    let Some(odds) = &answer.odds else { return html! {} };
    let auc = odds.auc.map_or("-".into(), |auc| decimal(auc, 2));
    html! {
        p {
            (t!("accuracy-odds-told", n = grouped(odds.n as f64), won = percent(odds.won), auc = auc, brier = decimal(odds.brier, 3)))
        }
        (reliability_drawn(answer))
    }
}

fn reliability_drawn(answer: &AccuracyAnswer) -> Markup {
    let Some(odds) = &answer.odds else { return html! {} };
    let down = |share: f64| format!("{:.1}", 8.0 + 184.0 * (1.0 - share));
    let across = |share: f64| format!("{:.1}", 4.0 + 292.0 * share);
    html! {
        svg.reliability width="300" height="200" role="img" {
            title { (t!("accuracy-odds-drawn")) }
            line.axis x1=(across(0.0)) y1=(down(0.0)) x2=(across(1.0)) y2=(down(1.0)) {}
            @for group in &odds.reliability {
                circle.came cx=(across(group.p)) cy=(down(group.won)) r="4" {
                    title { (t!("accuracy-odds-dot", said = percent(group.p), won = percent(group.won), n = group.n.to_string())) }
                }
            }
            text.under x="296" y="196" text-anchor="end" { (t!("accuracy-odds-given")) }
            text.under x="4" y="12" { (t!("accuracy-share-won")) }
        }
    }
}

fn points(answer: &AccuracyAnswer, view: &View) -> Markup {
    let last = |p: &PointLine| p.as_of.plus(answer.horizon_days - 1);
    html! {
        table {
            thead { tr {
                th { (t!("frame-day")) } th.n { (t!("accuracy-forecast", currency = answer.currency)) }
                th.n { (t!("accuracy-from")) } th.n { (t!("accuracy-to")) } th.n { (t!("accuracy-came")) }
                th.n { (t!("accuracy-run-rate")) } th.n { (t!("accuracy-weighted")) }
            } }
            tbody { @for p in answer.points.iter().rev() { tr {
                th scope="row" { (date(p.as_of)) }
                @for amount in [p.forecast, p.p10, p.p90] { td.n { (grouped(amount)) } }
                td.n { (came(p.actual, p.as_of, last(p), view)) }
                @for amount in [p.run_rate, p.weighted] { td.n { (grouped(amount)) } }
            } } }
        }
    }
}
