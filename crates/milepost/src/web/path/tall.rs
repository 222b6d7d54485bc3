//! The way along milestones from top to bottom, for a phone: each stop is a line, with what stands there beside or under
//! its name. The drawing is as wide as the narrowest phone and is not scaled, so that its words can be read.

use maud::{Markup, html};

use super::{BROADEST, Stop};
use crate::draw::svg::{px, shade};

const WIDTH: f64 = 288.0;
/// The middle of the way, and where words begin.
const MIDDLE: f64 = BROADEST + 1.0;
const WORDS: f64 = 54.0;
/// So many letters fit behind each other in bold.
const LETTERS: usize = 32;
/// What is no longer than this stands beside the name.
const BESIDE: usize = 12;

/// The way; `title` says in words what the drawing shows.
pub(super) fn tall(stops: &[Stop], title: &str) -> Markup {
    let milestones = stops.iter().filter(|stop| !stop.end).count();
    let before = usize::from(stops.first().is_some_and(|stop| stop.end));
    let under = |stop: &Stop| stop.under.join(" · ");
    let dense =
        stops.iter().all(|stop| under(stop).chars().count() <= BESIDE && stop.over.is_empty());
    let pitch = if dense { 30.0 } else { 52.0 };
    let height = pitch * stops.len() as f64;
    let y = |place: usize| pitch * place as f64 + if dense { 15.0 } else { BROADEST + 1.0 };
    html! {
        svg.path role="img" width=(px(WIDTH)) height=(px(height)) viewBox={ "0 0 " (px(WIDTH)) " " (px(height)) } {
            title { (title) }
            @for (i, pair) in stops.windows(2).enumerate() { (way(y(i), y(i + 1), &pair[0], &pair[1])) }
            @for (i, stop) in stops.iter().enumerate() {
                @let (y, ahead) = (y(i), if stop.done { "" } else { " ahead" });
                @let state = match stop {
                    Stop { done: false, .. } => "ahead".to_owned(),
                    Stop { end: true, .. } => "end".to_owned(),
                    _ => shade(i.saturating_sub(before), milestones),
                };
                circle class={ "stop " (state) } cx=(px(MIDDLE)) cy=(px(y)) r=(px(stop.radius())) {}
                @let line = if dense { y + 4.0 } else { y - 3.0 };
                text class={ "name" (ahead) } x=(px(WORDS)) y=(px(line)) { (cut(&stop.name)) }
                @if dense { text class={ "under" (ahead) } x=(px(WIDTH)) y=(px(line)) text-anchor="end" { (under(stop)) } }
                @else { text class={ "under" (ahead) } x=(px(WORDS)) y=(px(line + 17.0)) { (under(stop)) } }
            }
        }
    }
}

/// The way between two stops, and the words at it.
fn way(from: f64, to: f64, one: &Stop, next: &Stop) -> Markup {
    let half = |stop: &Stop| (BROADEST * stop.breadth).max(1.5);
    let (a, b) = (half(one), half(next));
    let corners = [(-a, from), (a, from), (b, to), (-b, to)];
    let corners = corners.map(|(x, y)| format!("{},{}", px(MIDDLE + x), px(y))).join(" ");
    html! {
        polygon class=(if next.done { "way done" } else { "way" }) points=(corners) {}
        @if !next.over.is_empty() { text.over x=(px(WIDTH)) y=(px(f64::midpoint(from, to) + 4.0)) text-anchor="end" { (next.over) } }
    }
}

/// What does not fit is cut.
fn cut(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{Stop, tall};

    fn stop(name: &str, under: &str) -> Stop {
        Stop { name: name.into(), done: true, under: vec![under.into()], ..Stop::default() }
    }

    #[test]
    fn short_words_stand_beside_the_name_and_long_ones_under_it() {
        let height = |under: &str| {
            let drawn = tall(&[stop("Need", under), stop("Trial", under)], "").into_string();
            drawn.contains("height=\"60\"")
        };
        assert!(height("2026-11-10"));
        assert!(!height("52 deals · 1,495,000"));
    }

    #[test]
    fn long_names_are_cut() {
        let drawn = tall(&[stop(&"x".repeat(80), "")], "<Way>").into_string();
        assert!(drawn.contains(&format!(">{}…<", "x".repeat(31))));
        assert!(drawn.contains("<title>&lt;Way&gt;</title>"));
    }
}
