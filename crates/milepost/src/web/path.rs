//! The signature drawing: a deal's or a process's way along its milestones, as SVG. One function
//! draws it large, with words, and as a thin strip of dots in a table's row; a phone has it from top to bottom (`tall.rs`).
//!
//! A milestone's colour is its place in the sequence; what has not happened is grey and hollow.

use maud::{Markup, html};

mod tall;

use crate::draw::svg::px;
pub(super) use crate::draw::svg::shade;
use crate::texts::t;

/// A line of a name is about so many letters long.
const LETTERS: usize = 16;

/// A name has so many lines at most.
const LINES: usize = 3;

/// A milestone on the way, or one of its ends.
#[derive(Default)]
pub(super) struct Stop {
    /// Its name.
    pub(super) name: String,
    /// Whether it is reached.
    pub(super) done: bool,
    /// Where the way begins or ends rather than a milestone.
    pub(super) end: bool,
    /// Words over the way that leads to it.
    pub(super) over: String,
    /// Words under its name.
    pub(super) under: Vec<String>,
    /// How broad the way is there, from 0 to 1.
    pub(super) breadth: f64,
    /// How much stands there, from 0 to 1: it is drawn as an area.
    pub(super) mass: f64,
}

/// A way along milestones, and what its drawing shows in words.
pub(super) struct Way {
    pub(super) stops: Vec<Stop>,
    pub(super) title: String,
}

impl Way {
    /// Drawn from left to right.
    pub(super) fn wide(&self) -> Markup {
        path(&self.stops, Size::Large, &self.title)
    }

    /// Drawn as fits the window.
    pub(super) fn fitting(&self) -> Markup {
        html! { div.desk { (self.wide()) } div.phone { (self.tall()) } }
    }

    /// From top to bottom.
    pub(super) fn tall(&self) -> Markup {
        tall::tall(&self.stops, &self.title)
    }
}

impl Stop {
    fn radius(&self) -> f64 {
        if self.mass > 0.0 { (BROADEST * self.mass.sqrt()).max(4.0) } else { 8.0 }
    }
}

/// How large it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Strip,
    Large,
}

/// Where things lie, in pixels.
struct Plan {
    size: Size,
    pitch: f64,
    /// Where the first stop is.
    start: f64,
    middle: f64,
    /// The first line of words.
    words: f64,
    width: f64,
    height: f64,
}

/// Half of the broadest way, and the radius of the largest stop.
const BROADEST: f64 = 20.0;

/// From one line of words to the next.
const LINE: f64 = 17.0;

/// A thin strip: which milestones a deal has reached.
pub(super) fn strip(reached: &[bool], last: Option<&str>) -> Markup {
    let stop = |done: &bool| Stop { done: *done, ..Stop::default() };
    let stops: Vec<Stop> = reached.iter().map(stop).collect();
    let done = reached.iter().filter(|done| **done).count();
    let title = match last {
        Some(last) => t!("pages-strip-furthest", done = done, n = stops.len(), last = last),
        None => t!("pages-strip", done = done, n = stops.len()),
    };
    path(&stops, Size::Strip, &title)
}

/// The way along some milestones; `title` says in words what the drawing shows.
fn path(stops: &[Stop], size: Size, title: &str) -> Markup {
    let plan = Plan::of(stops, size);
    let milestones = stops.iter().filter(|stop| !stop.end).count();
    let before = usize::from(stops.first().is_some_and(|stop| stop.end));
    let kind = if size == Size::Strip { "path strip" } else { "path large" };
    html! {
        svg class=(kind) role="img" width=(px(plan.width)) height=(px(plan.height))
            viewBox={ "0 0 " (px(plan.width)) " " (px(plan.height)) } {
            title { (title) }
            @for (i, pair) in stops.windows(2).enumerate() { (plan.way(i, pair)) }
            @for (i, stop) in stops.iter().enumerate() {
                @let shade = shade(i.saturating_sub(before), milestones);
                (plan.stop(i, stop, &shade))
            }
        }
    }
}

impl Plan {
    fn of(stops: &[Stop], size: Size) -> Plan {
        let count = stops.len().max(1) as f64;
        if size == Size::Strip {
            let pitch = (168.0 / count).clamp(6.0, 15.0);
            let (start, middle, words) = (6.0, 7.0, 0.0);
            return Plan { size, pitch, start, middle, words, width: pitch * count, height: 14.0 };
        }
        let pitch = (1180.0 / count).clamp(118.0, 190.0);
        let plain = stops.iter().all(|stop| stop.breadth == 0.0 && stop.mass == 0.0);
        let high = if plain { 10.0 } else { BROADEST };
        let massive = stops.iter().any(|stop| stop.mass > 0.0);
        let start = if massive { BROADEST + 1.0 } else { 10.0 };
        let over = if stops.iter().any(|stop| !stop.over.is_empty()) { LINE } else { 1.0 };
        let lines = stops.iter().map(|stop| wrapped(&stop.name).len() + stop.under.len());
        let lines = lines.max().unwrap_or(0) as f64;
        let middle = over + high;
        let words = middle + high + LINE;
        let height = words + (lines - 0.5) * LINE;
        Plan { size, pitch, start, middle, words, width: pitch * count, height }
    }

    fn x(&self, place: usize) -> f64 {
        self.start + self.pitch * place as f64
    }

    fn radius(&self, stop: &Stop) -> f64 {
        match self.size {
            Size::Strip => (self.pitch * 0.3).min(4.5),
            Size::Large => stop.radius(),
        }
    }

    /// The way between two stops, and the words over it.
    fn way(&self, place: usize, pair: &[Stop]) -> Markup {
        let [from, to] = pair else { return html! {} };
        let (x, end, y) = (self.x(place), self.x(place + 1), self.middle);
        let class = if to.done { "way done" } else { "way" };
        if self.size == Size::Strip {
            return html! { line class=(class) x1=(px(x)) y1=(px(y)) x2=(px(end)) y2=(px(y)) {} };
        }
        let half = |stop: &Stop| (BROADEST * stop.breadth).max(1.5);
        let (a, b) = (half(from), half(to));
        let corners = [(x, y - a), (end, y - b), (end, y + b), (x, y + a)];
        let corners: Vec<String> =
            corners.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
        html! {
            polygon class=(class) points=(corners.join(" ")) {}
            text.over x=(px(f64::midpoint(x, end))) y="12" text-anchor="middle" { (to.over) }
        }
    }

    fn stop(&self, place: usize, stop: &Stop, shade: &str) -> Markup {
        let state = match stop {
            Stop { done: false, .. } => "ahead",
            Stop { end: true, .. } => "end",
            _ => shade,
        };
        let (x, y, r) = (self.x(place), self.middle, self.radius(stop));
        html! {
            circle class={ "stop " (state) } cx=(px(x)) cy=(px(y)) r=(px(r)) {}
            @if self.size == Size::Large { (self.words(place, stop)) }
        }
    }

    /// A stop's name and what stands under it.
    fn words(&self, place: usize, stop: &Stop) -> Markup {
        let x = px(self.pitch * place as f64 + 1.0);
        let name = wrapped(&stop.name).into_iter().map(|line| ("name", line));
        let under = stop.under.iter().map(|line| ("under", line.clone()));
        let state = if stop.done { "" } else { " ahead" };
        html! {
            @for (i, (class, line)) in name.chain(under).enumerate() {
                text class={ (class) (state) } x=(x) y=(px(self.words + i as f64 * LINE)) { (line) }
            }
        }
    }
}

/// A name in a few short lines; what does not fit is cut.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let fits = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= LETTERS;
        match lines.last_mut().filter(fits) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    let cut = lines.len() > LINES;
    lines.truncate(LINES);
    for (i, line) in lines.iter_mut().enumerate() {
        let long = line.chars().count() > LETTERS + 2;
        if long || (cut && i + 1 == LINES) {
            *line = line.chars().take(LETTERS - 1).chain(['…']).collect();
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{strip, wrapped};

    #[test]
    fn names_are_broken_between_words_and_cut_at_the_end() {
        assert_eq!(wrapped("Decision-maker met"), ["Decision-maker", "met"]);
        assert_eq!(wrapped("Terms agreed"), ["Terms agreed"]);
        assert_eq!(wrapped(&"x".repeat(200)), [format!("{}…", "x".repeat(15))]);
        assert_eq!(wrapped("one two three four five six seven eight nine ten").len(), 3);
        assert!(wrapped("").is_empty());
    }

    #[test]
    fn a_strip_says_in_words_what_it_shows() {
        let drawn = strip(&[true, false, false], Some("<Need>")).into_string();
        assert!(drawn.contains("<title>1 of 3 milestones, the furthest: &lt;Need&gt;</title>"));
        assert_eq!(drawn.matches("class=\"stop ahead\"").count(), 2);
    }
}
