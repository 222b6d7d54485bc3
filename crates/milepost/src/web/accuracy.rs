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
use crate::answers::words::{about, grouped, percent};
use crate::texts::key;

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
            Picture::of(
                "odds",
                "The share that was won against the odds that were given",
                drawn,
                200.0,
            )
        });
        let title = "Bar: 8 in 10 such periods. Line: the forecast. Dot: what came";
        std::iter::once(Picture::of("record", title, record, 236.0)).chain(odds).collect()
    }

    fn draw(&self, answer: &AccuracyAnswer, view: &View) -> Result<Markup, Refusal> {
        let horizon = self.horizon.to_string();
        Ok(html! {
            (choices("Forecasts of", "horizon", HORIZONS, &horizon, view))
            (record(answer))
            (link("record", view))
            h2 { "Beside simple methods" }
            (scroll("Methods", &methods(answer)))
            @if answer.odds.is_some() {
                h2 { "Odds of single deals" }
                (reliability(answer))
                (link("odds", view))
            }
            @if !answer.given.is_empty() {
                h2 { "Forecasts given" }
                p { "What was said at the time, recorded once a day while Milepost is served. The forecasts \
                    above are made again from what was known then, by today's program." }
                (scroll("Forecasts given", &given(answer, view)))
            }
            h2 { "Every forecast" }
            (scroll("Every forecast", &points(answer, view)))
        })
    }
}

/// What an address can ask for.
const HORIZONS: &[(&str, &str)] =
    &[("28d", "28 days"), ("90d", "90 days"), ("180d", "180 days"), ("365d", "a year")];

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
                th { "Given on" } th { "For" } th.n { "Forecast, " (answer.currency) } th.n { "From" }
                th.n { "To" } th.n { "Came" }
            } }
            tbody { @for line in answer.given.iter().take(MOST_GIVEN) { tr {
                th scope="row" { (day(line.on)) }
                td { (day(line.from)) " to " (day(line.to)) }
                @for amount in [line.mean, line.p10, line.p90] { td.n { (grouped(amount)) } }
                td.n { @match line.actual {
                    Some(actual) => { (came(actual, line.from, line.to, view)) }
                    None => { "not over" }
                } }
            } } }
        }
    }
}

/// For each date the range as a bar, the forecast as a line across it, and what came as a dot.
fn record(answer: &AccuracyAnswer) -> Markup {
    html! {
        (record_drawn(answer))
        p.quiet { "Bar: 8 in 10 such periods. Line: the forecast. Dot: what came; ringed where it fell \
            outside the bar." }
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
            title { "For each date the range, the forecast and what came" }
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
                        text-anchor=(if i == 0 { "start" } else { "end" }) { (p.as_of) }
                }
            }
        }
    }
}

fn told(p: &PointLine) -> String {
    let [said, low, high, came] = [p.forecast, p.p10, p.p90, p.actual].map(about);
    format!("{}: {said} said, {low} to {high}; {came} came", p.as_of)
}

fn methods(answer: &AccuracyAnswer) -> Markup {
    let called = |name: &str| {
        match name {
            "ours" => "Milepost",
            "run_rate" => "Run rate: the last such period again",
            "weighted" => "Pipeline weighted by stage, and usual new business",
            "mean" => "Mean of all such periods",
            _ => "What owners committed to",
        }
        .to_owned()
    };
    html! {
        table {
            thead { tr {
                th { "Method" } th.n { "Off by" } th.n { "Too high or low" } th.n { "Within 10 %" }
                th.n { "Inside the 8-in-10 range" } th.n { "Dates" }
            } }
            tbody { @for (name, score) in answer.methods.named() { tr {
                th scope="row" { (called(name)) }
                td.n { (percent(score.wape)) }
                td.n { (format!("{:+.0} %", score.bias * 100.0)) }
                td.n { (percent(score.within_10)) }
                td.n { (score.coverage_80.map_or("no range".into(), percent)) }
                td.n { (grouped(score.n as f64)) }
            } } }
        }
    }
}

/// What was said against what came, and the line on which they are the same.
fn reliability(answer: &AccuracyAnswer) -> Markup {
    let Some(odds) = &answer.odds else { return html! {} };
    let auc = odds.auc.map_or("-".into(), |auc| format!("{auc:.2}"));
    html! {
        p {
            (grouped(odds.n as f64)) " odds were given, and " (percent(odds.won)) " of the deals were won in \
            time. Of a deal that was won and one that was not, the first had the better odds "
            (auc) " of the time (AUC; 0.50 is guessing). Brier score " (format!("{:.3}", odds.brier)) "."
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
            title { "The share that was won against the odds that were given" }
            line.axis x1=(across(0.0)) y1=(down(0.0)) x2=(across(1.0)) y2=(down(1.0)) {}
            @for group in &odds.reliability {
                circle.came cx=(across(group.p)) cy=(down(group.won)) r="4" {
                    title { (percent(group.p)) " said, " (percent(group.won)) " of " (group.n) " won" }
                }
            }
            text.under x="296" y="196" text-anchor="end" { "odds given →" }
            text.under x="4" y="12" { "↑ share won" }
        }
    }
}

fn points(answer: &AccuracyAnswer, view: &View) -> Markup {
    let last = |p: &PointLine| p.as_of.plus(answer.horizon_days - 1);
    html! {
        table {
            thead { tr {
                th { "As of" } th.n { "Forecast, " (answer.currency) } th.n { "From" } th.n { "To" }
                th.n { "Came" } th.n { "Run rate" } th.n { "Weighted" }
            } }
            tbody { @for p in answer.points.iter().rev() { tr {
                th scope="row" { (p.as_of) }
                @for amount in [p.forecast, p.p10, p.p90] { td.n { (grouped(amount)) } }
                td.n { (came(p.actual, p.as_of, last(p), view)) }
                @for amount in [p.run_rate, p.weighted] { td.n { (grouped(amount)) } }
            } } }
        }
    }
}
