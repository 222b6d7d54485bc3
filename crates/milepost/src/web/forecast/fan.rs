//! The period's revenue as it builds up day by day: what is won, what is expected, and the band that holds it 8 times
//! in 10.

use std::fmt::Write;

use maud::{Markup, html};

use super::super::picture::Picture;
use crate::answers::forecast::{BuiltBy, ForecastAnswer};
use crate::answers::words::{about, date, grouped};
use crate::texts::t;

/// Width and height, on a desk and on a telephone.
const SIZES: [(&str, f64, f64); 2] = [("desk", 900.0, 300.0), ("phone", 360.0, 230.0)];
/// Room for labels.
const RIGHT: f64 = 92.0;
const BELOW: f64 = 26.0;
const ABOVE: f64 = 22.0;
/// Labels nearer to each other than this cannot be read.
const APART: f64 = 15.0;

struct Plan {
    width: f64,
    height: f64,
    last: f64,
    top: f64,
}

impl Plan {
    fn x(&self, nth: usize) -> f64 {
        nth as f64 / self.last * (self.width - RIGHT)
    }

    fn y(&self, amount: f64) -> f64 {
        let floor = self.height - BELOW;
        floor - (amount / self.top).clamp(0.0, 1.0) * (floor - ABOVE)
    }

    fn points<'b>(
        &self,
        days: impl Iterator<Item = (usize, &'b BuiltBy)>,
        of: impl Fn(&BuiltBy) -> f64,
    ) -> String {
        let mut points = String::new();
        for (nth, by) in days {
            // Writing to a string cannot fail.
            let _ = write!(points, "{:.1},{:.1} ", self.x(nth), self.y(of(by)));
        }
        points
    }
}

/// The picture, and its days as a table behind it.
pub(in crate::web) fn fan(answer: &ForecastAnswer) -> Markup {
    let days = &answer.build;
    let Some(end) = days.last().filter(|_| days.len() > 1) else { return html! {} };
    let quota = answer.quota.unwrap_or(0.0);
    let top = days.iter().map(|by| by.p90).fold(quota, f64::max).max(1.0) * 1.04;
    let last = (days.len() - 1) as f64;
    html! {
        figure.fan {
            figcaption.quiet { (t!("forecast-builds-up", currency = answer.currency)) }
            @for (class, width, height) in SIZES {
                div class=(class) { (drawing(answer, end, &Plan { width, height, last, top })) }
            }
            details { summary { (t!("forecast-by-week")) } (super::super::frame::scroll(t!("forecast-by-week"), &table(days))) }
        }
    }
}

/// The same as a file.
pub(super) fn picture(answer: &ForecastAnswer) -> Option<Picture> {
    let days = &answer.build;
    let end = days.last().filter(|_| days.len() > 1)?;
    let top = days.iter().map(|by| by.p90).fold(answer.quota.unwrap_or(0.0), f64::max).max(1.0);
    let (_, width, height) = SIZES[0];
    let plan = Plan { width, height, last: (days.len() - 1) as f64, top: top * 1.04 };
    let title = t!("forecast-builds-up-file", currency = answer.currency);
    Some(Picture::of("build", &title, drawing(answer, end, &plan), height))
}

fn drawing(answer: &ForecastAnswer, end: &BuiltBy, plan: &Plan) -> Markup {
    let days = &answer.build;
    let past = days.partition_point(|by| by.won.is_some());
    let ahead = || days.iter().enumerate().skip(past.saturating_sub(1));
    let band = plan.points(ahead(), |by| by.p10) + &plan.points(ahead().rev(), |by| by.p90);
    let (floor, right) = (plan.height - BELOW, plan.width - RIGHT);
    let [low, mean, high] = [end.p10, end.mean, end.p90].map(about);
    html! {
            svg.curve viewBox={ "0 0 " (plan.width) " " (plan.height) } role="img" {
                title { (t!("forecast-drawn", from = answer.from, to = answer.to, mean = mean, low = low, high = high)) }
                polygon.band points=(band) {}
                line.axis x1="0" x2=(right) y1=(floor) y2=(floor) {}
                @if let Some(quota) = answer.quota {
                    line.quota x1="0" x2=(right) y1=(plan.y(quota)) y2=(plan.y(quota)) {}
                }
                polyline.expected points=(plan.points(ahead(), |by| by.mean)) {}
                @if past > 0 {
                    polyline.gone points=(plan.points(days.iter().enumerate().take(past), |by| by.mean)) {}
                    circle.today cx=(format!("{:.1}", plan.x(past - 1))) cy=(format!("{:.1}", plan.y(days[past - 1].mean))) r="4" {
                        title { (t!("forecast-won-until-now", won = grouped(answer.won_so_far))) }
                    }
                }
                // A place for the pointer and for a title on each day.
                @for (nth, by) in days.iter().enumerate() { (told(nth, by, plan)) }
                @for (y, words) in labels(answer, end, plan) {
                    text x=(right + 8.0) y=(format!("{:.1}", y + 4.0)) { (words) }
                }
                text.under x="0" y=(plan.height - 6.0) { (date(answer.from)) }
                text.under x=(right) y=(plan.height - 6.0) text-anchor="end" { (date(answer.to)) }
            }
    }
}

/// The day's numbers where the pointer is.
fn told(nth: usize, by: &BuiltBy, plan: &Plan) -> Markup {
    let wide = (plan.width - RIGHT) / plan.last;
    html! {
        rect.hit x=(format!("{:.1}", (plan.x(nth) - wide / 2.0).max(0.0))) y="0" width=(format!("{wide:.1}")) height=(plan.height - BELOW) {
            title { @match by.won {
                Some(won) => { (t!("forecast-day-won", day = by.day, won = grouped(won))) }
                None => { (t!("forecast-day-ahead", day = by.day, mean = about(by.mean), low = about(by.p10), high = about(by.p90))) }
            } }
        }
    }
}

/// What stands at the right end, far enough apart to be read.
fn labels(answer: &ForecastAnswer, end: &BuiltBy, plan: &Plan) -> Vec<(f64, String)> {
    let mut labels = vec![
        (plan.y(end.p90), about(end.p90)),
        (plan.y(end.mean), about(end.mean)),
        (plan.y(end.p10), about(end.p10)),
    ];
    if let Some(quota) = answer.quota {
        labels.push((plan.y(quota), t!("forecast-quota-label").into()));
    }
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    for i in 1..labels.len() {
        labels[i].0 = labels[i].0.max(labels[i - 1].0 + APART);
    }
    labels
}

fn table(days: &[BuiltBy]) -> Markup {
    let last = days.len() - 1;
    let weeks = days.iter().enumerate().filter(|(nth, _)| nth % 7 == 6 || *nth == last);
    html! {
        table {
            thead { tr {
                th { (t!("forecast-by-day")) } th.n { (t!("forecast-won")) } th.n { (t!("forecast-expected")) }
                th.n { (t!("forecast-one-in-ten-less")) } th.n { (t!("forecast-one-in-ten-more")) }
            } }
            tbody { @for (_, by) in weeks { tr {
                th scope="row" { (date(by.day)) }
                td.n { @if let Some(won) = by.won { (grouped(won)) } }
                @for amount in [by.mean, by.p10, by.p90] { td.n { @if by.won.is_none() { (grouped(amount)) } } }
            } } }
        }
    }
}
