//! The map from first call to sale, as SVG: a stream of deals that narrows where some are lost.
//!
//! Drawn with classes, so that a page's style sheet gives it colour; [`svg`] brings its own, for a file.

use maud::{Markup, PreEscaped, html};

use super::svg::{px, shade};
use crate::answers::discover::{DiscoverAnswer, Waypoint};
use crate::answers::words::{days, grouped, percent};
use crate::texts::t;

/// The stream at its broadest, in pixels.
const BROADEST: f64 = 46.0;
/// From one milestone to the next.
const PITCH: (f64, f64) = (128.0, 176.0);
/// The stream's middle, and the first line of words.
const MIDDLE: f64 = 46.0;
const WORDS: f64 = 132.0;
const LINE: f64 = 16.0;
const LETTERS: usize = 17;

/// A map with its title, as a drawing of its own.
#[must_use]
pub fn map(points: &[Waypoint], title: &str) -> Markup {
    let width = width(points);
    html! {
        @let high = height(points);
        svg.map role="img" width=(px(width)) height=(px(high)) viewBox={ "0 0 " (px(width)) " " (px(high)) } {
            title { (title) ": " (said(points)) }
            (stream(points))
        }
    }
}

/// Today's stages and the discovered milestones as one SVG file.
#[must_use]
pub fn svg(answer: &DiscoverAnswer) -> String {
    let maps = [(t!("draw-found"), &answer.map), (t!("draw-stages"), &answer.map_today)];
    let mut maps: Vec<_> = maps.into_iter().filter(|(_, points)| !points.is_empty()).collect();
    if is_same(&answer.map, &answer.map_today) {
        maps.truncate(1);
    }
    let wide = maps.iter().map(|(_, points)| width(points)).fold(420.0, f64::max) + 40.0;
    let tall = maps.iter().map(|(_, points)| height(points)).fold(0.0, f64::max);
    let high = 60.0 + (tall + 40.0) * maps.len() as f64;
    let drawn = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(px(wide)) height=(px(high))
            viewBox={ "0 0 " (px(wide)) " " (px(high)) } {
            style { (PreEscaped(STYLE)) }
            rect.paper width="100%" height="100%" {}
            text.under x="20" y="30" {
                (t!("draw-as-of", day = answer.as_of.day, won = answer.won, lost = answer.lost, open = answer.open))
            }
            @for (i, (title, points)) in maps.iter().enumerate() {
                @let top = 60.0 + i as f64 * (tall + 40.0);
                g transform={ "translate(20 " (px(top)) ")" } {
                    text.name x="0" y="-4" { (title) }
                    g transform="translate(0 12)" { (stream(points)) }
                }
            }
        }
    };
    drawn.into_string()
}

/// Whether two maps have the same stops: then one need not be drawn.
#[must_use]
pub fn is_same(one: &[Waypoint], other: &[Waypoint]) -> bool {
    one.iter().map(|p| &p.name).eq(other.iter().map(|p| &p.name))
}

fn width(points: &[Waypoint]) -> f64 {
    pitch(points) * points.len() as f64
}

/// The words under the stops need so many lines.
fn height(points: &[Waypoint]) -> f64 {
    let names = points.iter().enumerate().map(|(i, p)| called(i, points.len(), &p.name));
    let lines = names.map(|name| wrapped(name).len() + 2).max().unwrap_or(0);
    WORDS + (lines as f64 - 0.5) * LINE
}

fn pitch(points: &[Waypoint]) -> f64 {
    (1180.0 / points.len().max(1) as f64).clamp(PITCH.0, PITCH.1)
}

/// What the map shows, in words.
fn said(points: &[Waypoint]) -> String {
    let point = |(i, p): (usize, &Waypoint)| {
        t!("draw-stop", name = called(i, points.len(), &p.name), n = p.deals)
    };
    points.iter().enumerate().map(point).collect::<Vec<_>>().join(", ")
}

/// What a stop is called: the opening and the sale stand at the ends.
#[must_use]
pub fn called(place: usize, of: usize, name: &str) -> &str {
    match place {
        0 => t!("draw-opened"),
        last if last + 1 == of => t!("draw-won"),
        _ => name,
    }
}

fn stream(points: &[Waypoint]) -> Markup {
    let most = points.iter().map(|p| p.deals).max().unwrap_or(1).max(1) as f64;
    let pitch = pitch(points);
    let x = |place: usize| 9.0 + pitch * place as f64;
    let broad = |deals: usize| (BROADEST * deals as f64 / most).max(1.5);
    html! {
        @for (i, point) in points.iter().enumerate().filter(|(_, p)| p.lost > 0) {
            (lost(x(i), broad(point.lost).min(BROADEST * 0.9), point))
        }
        @for (i, pair) in points.windows(2).enumerate() {
            @let (from, to) = (broad(pair[0].deals) / 2.0, broad(pair[1].deals) / 2.0);
            @let (a, b) = (x(i), x(i + 1));
            @let middle = f64::midpoint(a, b);
            path.stream d={
                "M" (px(a)) " " (px(MIDDLE - from))
                "C" (px(middle)) " " (px(MIDDLE - from)) " " (px(middle)) " " (px(MIDDLE - to)) " " (px(b)) " " (px(MIDDLE - to))
                "L" (px(b)) " " (px(MIDDLE + to))
                "C" (px(middle)) " " (px(MIDDLE + to)) " " (px(middle)) " " (px(MIDDLE + from)) " " (px(a)) " " (px(MIDDLE + from)) "Z"
            } {}
            @if let Some(median) = pair[1].median_days {
                text.over x=(px(middle)) y="12" text-anchor="middle" { (span(median)) }
            }
        }
        @for (i, point) in points.iter().enumerate() { (stop(i, points.len(), x(i), point)) }
    }
}

/// Deals that were lost at a milestone leave the stream downwards.
fn lost(x: f64, breadth: f64, point: &Waypoint) -> Markup {
    let (turn, end) = (x + 26.0 + breadth / 2.0, MIDDLE + 50.0);
    html! {
        path.lost fill="none" stroke-width=(px(breadth)) d={
            "M" (px(x)) " " (px(MIDDLE))
            "C" (px(x + 16.0)) " " (px(MIDDLE)) " " (px(turn)) " " (px(MIDDLE + 8.0)) " " (px(turn)) " " (px(end))
        } {}
        text.under x=(px(turn + breadth / 2.0 + 5.0)) y=(px(end)) { (t!("draw-lost", n = grouped(point.lost as f64))) }
    }
}

fn stop(place: usize, of: usize, x: f64, point: &Waypoint) -> Markup {
    let is_end = place == 0 || place + 1 == of;
    let shade = shade(place.saturating_sub(1), of.saturating_sub(2));
    let class = if is_end { "stop end".into() } else { format!("stop {shade}") };
    let chance = point.chance.map(|chance| t!("draw-chance", chance = percent(chance)));
    let lines = wrapped(called(place, of, &point.name)).into_iter().map(|line| ("name", line));
    let under = [Some(t!("words-deals", n = point.deals)), chance].into_iter().flatten();
    html! {
        circle class=(class) cx=(px(x)) cy=(px(MIDDLE)) r="8" {}
        @for (i, (class, line)) in lines.chain(under.map(|line| ("under", line))).enumerate() {
            text class=(class) x=(px(x - 8.0)) y=(px(WORDS + i as f64 * LINE)) { (line) }
        }
    }
}

/// How long it takes to come there.
#[must_use]
pub fn span(median: f64) -> String {
    match median {
        m if m * 24.0 < 1.0 => t!("draw-minutes").into(),
        m if m < 1.0 => t!("draw-hours").into(),
        m => days(m.round() as i64),
    }
}

/// A name in three short lines at most.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.chars().take(LETTERS).collect()),
        }
    }
    let cut = lines.len() > 3;
    lines.truncate(3);
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        last.push('…');
    }
    lines
}

/// The colours of the pages, for a drawing that stands alone.
const STYLE: &str = "\
svg { --paper: #fdfdfb; --ink: #1c2126; --quiet: #626b74; --way: #c6d5dd; --lost: #e6e2dc; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14181c; --ink: #e4e6e7; --quiet: #98a1a9; --way: #34444f; --lost: #2c2a28; }
}
text { font: 12.5px system-ui, sans-serif; fill: var(--ink); }
.paper { fill: var(--paper); } .name { font-weight: 600; } .under, .over { fill: var(--quiet); }
.stream { fill: var(--way); } .lost { stroke: var(--lost); } .stop { stroke: var(--paper); stroke-width: 1.5; }
.end { fill: var(--quiet); } .s0 { fill: #7fb9cc; } .s1 { fill: #63a7c3; } .s2 { fill: #4c95b9; }
.s3 { fill: #3c82ac; } .s4 { fill: #32709d; } .s5 { fill: #2a5d8b; } .s6 { fill: #244b78; } .s7 { fill: #1f3a63; }
";

#[cfg(test)]
mod tests {
    use super::map;
    use crate::answers::discover::Waypoint;

    fn point(name: &str, deals: usize, lost: usize) -> Waypoint {
        let (chance, median_days) = (Some(0.4), Some(3.2));
        Waypoint { name: name.into(), deals, chance, lost, open: 0, median_days }
    }

    #[test]
    fn a_map_says_in_words_what_it_shows() {
        let points =
            [point("Opened", 100, 40), point("<Need> agreed", 60, 20), point("Won", 40, 0)];
        let drawn = map(&points, "The way").into_string();
        assert!(
            drawn.contains("The way: Opened 100 deals, &lt;Need&gt; agreed 60 deals, Won 40 deals")
        );
        assert_eq!(drawn.matches("class=\"lost\"").count(), 2);
        assert!(
            drawn.contains("40 lost") && drawn.contains("3 days") && drawn.contains("40 % won")
        );
    }
}
