//! Curves of milestones reached, one small drawing a source, all on one scale. The milestones have their
//! palette, the range of the last curve is a band, and both ends are labelled on the drawing.

use std::fmt::Write;

use maud::{Markup, html};

use super::super::path::shade;
use super::super::picture::{Picture, Piece};
use super::names::{called, step_called};
use crate::answers::marketing::{MarketingAnswer, MilestoneReached, Point, SourceLine};
use crate::answers::words::percent;
use crate::texts::t;

/// Drawings at most.
const MOST: usize = 6;
const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 170.0;
/// Room for the labels at the right, below and above.
const RIGHT: f64 = 46.0;
const BELOW: f64 = 20.0;
const ABOVE: f64 = 8.0;
/// So many days have their shares told.
const HITS: u8 = 12;
/// Labels nearer to each other than this cannot be read.
const APART: f64 = 14.0;

/// The sources that are drawn: those with the most leads.
pub(super) fn shown(sources: &[SourceLine]) -> &[SourceLine] {
    &sources[..sources.len().min(MOST)]
}

/// All drawings, and what their lines are.
pub(super) fn curves(answer: &MarketingAnswer, shown: &[SourceLine]) -> Markup {
    let plan = Plan::of(answer, shown);
    let names: &[MilestoneReached] = shown.first().map_or(&[], |line| &line.milestones);
    html! {
        div.curves {
            @for line in shown { figure {
                figcaption {
                    b { (called(&line.name)) } " "
                    span.quiet {
                        @if line.unsure { (t!("marketing-leads-unsure", n = line.leads)) }
                        @else { (t!("marketing-leads", n = line.leads)) }
                    }
                }
                (drawing(line, &plan))
            } }
        }
        p.legend {
            @for (i, step) in names.iter().enumerate() {
                span { span class={ "dot " (shade(i, names.len())) } aria-hidden="true" { "●" } " " (step_called(i, names.len(), &step.name)) }
                " "
            }
            span.quiet { (t!("marketing-band")) }
            @if answer.sources.len() > MOST {
                " " span.quiet { (t!("marketing-most-drawn", n = MOST)) }
            }
        }
    }
}

struct Plan {
    days: f64,
    top: f64,
}

/// All drawings as one file.
pub(super) fn picture(answer: &MarketingAnswer, shown: &[SourceLine]) -> Picture {
    let plan = Plan::of(answer, shown);
    let piece = |line: &SourceLine| Piece {
        title: t!("marketing-curve-title", name = called(&line.name), n = line.leads),
        drawn: drawing(line, &plan),
        width: 280.0,
        height: 280.0 * HEIGHT / WIDTH,
    };
    let names: &[MilestoneReached] = shown.first().map_or(&[], |line| &line.milestones);
    let named = names
        .iter()
        .enumerate()
        .map(|(i, m)| (shade(i, names.len()), step_called(i, names.len(), &m.name).to_owned()));
    Picture {
        name: "curves",
        title: t!("marketing-curves").into(),
        pieces: shown.iter().map(piece).collect(),
        legend: named.collect(),
    }
}

impl Plan {
    /// One scale for all.
    fn of(answer: &MarketingAnswer, shown: &[SourceLine]) -> Plan {
        let all = shown.iter().flat_map(|line| &line.milestones).flat_map(|m| &m.curve);
        let top = all.map(|point| point.share).fold(0.0, f64::max).clamp(0.01, 1.0);
        Plan { days: answer.within_days as f64, top: top * 1.05 }
    }

    fn x(&self, day: f64) -> f64 {
        day / self.days.max(1.0) * (WIDTH - RIGHT)
    }

    fn y(&self, share: f64) -> f64 {
        let floor = HEIGHT - BELOW;
        floor - (share / self.top).clamp(0.0, 1.0) * (floor - ABOVE)
    }

    fn points(&self, curve: &[Point], share: impl Fn(&Point) -> f64) -> String {
        let mut points = String::new();
        for point in curve {
            // Writing to a string cannot fail.
            let _ = write!(points, "{:.1},{:.1} ", self.x(point.day as f64), self.y(share(point)));
        }
        points
    }
}

fn drawing(line: &SourceLine, plan: &Plan) -> Markup {
    let count = line.milestones.len();
    let named = line.milestones.iter().enumerate();
    let said = |(i, m): (usize, &MilestoneReached)| {
        format!("{} {}", step_called(i, count, &m.name), percent(last(m)))
    };
    let words: Vec<String> = named.map(said).collect();
    let floor = HEIGHT - BELOW;
    html! {
        svg.curve viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" {
            title { (called(&line.name)) ": " (words.join(", ")) }
            line.axis x1="0" x2=(WIDTH - RIGHT) y1=(floor) y2=(floor) {}
            @if let Some(won) = line.milestones.last() {
                polygon.band points=(band(won, plan)) {}
            }
            @for (i, step) in line.milestones.iter().enumerate() {
                polyline class={ "line " (shade(i, count)) } points=(plan.points(&step.curve, |p| p.share)) {}
            }
            @for (y, share) in labels(line, plan) {
                text x=(WIDTH - RIGHT + 5.0) y=(format!("{:.1}", y + 4.0)) { (percent(share)) }
            }
            (hits(line, plan))
            text.under x="0" y=(HEIGHT - 4.0) { "0" }
            text.under x=(WIDTH - RIGHT) y=(HEIGHT - 4.0) text-anchor="end" { (t!("marketing-days", n = plan.days.to_string())) }
        }
    }
}

/// The shares of some days where the pointer is.
fn hits(line: &SourceLine, plan: &Plan) -> Markup {
    let days: Vec<f64> =
        (1..=HITS).map(|nth| plan.days * f64::from(nth) / f64::from(HITS)).collect();
    let wide = (WIDTH - RIGHT) / f64::from(HITS);
    let share = |step: &MilestoneReached, day: f64| {
        let until = step.curve.iter().rev().find(|point| point.day as f64 <= day + 0.5);
        until.map_or(0.0, |point| point.share)
    };
    let told = |day: f64| {
        let all = line.milestones.iter().map(|m| format!("{} {}", m.name, percent(share(m, day))));
        t!("marketing-curve-day", day = day.round(), shares = all.collect::<Vec<_>>().join(", "))
    };
    html! {
        @for day in days {
            rect.hit x=(format!("{:.1}", plan.x(day) - wide)) y="0" width=(format!("{wide:.1}"))
                height=(HEIGHT - BELOW) { title { (told(day)) } }
        }
    }
}

/// The range of a curve, there and back.
fn band(step: &MilestoneReached, plan: &Plan) -> String {
    let back: Vec<Point> = step.curve.iter().rev().copied().collect();
    plan.points(&step.curve, |p| p.low) + &plan.points(&back, |p| p.high)
}

/// The ends of the first and the last curve, far enough apart to be read.
fn labels(line: &SourceLine, plan: &Plan) -> Vec<(f64, f64)> {
    let ends = [line.milestones.first(), line.milestones.last()];
    let mut labels: Vec<(f64, f64)> =
        ends.into_iter().flatten().map(last).map(|share| (plan.y(share), share)).collect();
    if let [first, second] = labels.as_mut_slice()
        && second.0 - first.0 < APART
    {
        first.0 = second.0 - APART;
    }
    labels
}

fn last(step: &MilestoneReached) -> f64 {
    step.curve.last().map_or(0.0, |point| point.share)
}
