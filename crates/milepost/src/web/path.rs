//! The signature drawing: a deal's or a process's way along its milestones, as SVG. One function
//! draws it large, with words, and as a thin strip of dots in a table's row.
//!
//! A milestone's colour is its place in the sequence; what has not happened is grey and hollow.

use maud::{Markup, html};

/// How many steps the palette has (`.s0` to `.s7` in the style sheet).
const SHADES: usize = 8;

/// A line of a name is about so many letters long.
const LETTERS: usize = 16;

/// A name has so many lines at most.
const LINES: usize = 3;

/// A milestone on the way.
#[derive(Default)]
pub(super) struct Stop {
    /// Its name.
    pub(super) name: String,
    /// Whether it is reached.
    pub(super) done: bool,
    /// Words over the way that leads to it.
    pub(super) over: String,
    /// Words under its name.
    pub(super) under: Vec<String>,
    /// How broad the way is there, from 0 to 1.
    pub(super) breadth: f64,
}

/// How large it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Strip,
    Large,
}

/// Where things lie, in pixels.
struct Plan {
    size: Size,
    pitch: f64,
    middle: f64,
    radius: f64,
    broadest: f64,
    width: f64,
    height: f64,
}

/// A thin strip: which milestones a deal has reached.
pub(super) fn strip(reached: &[bool], last: Option<&str>) -> Markup {
    let stop = |done: &bool| Stop { done: *done, ..Stop::default() };
    let stops: Vec<Stop> = reached.iter().map(stop).collect();
    let done = reached.iter().filter(|done| **done).count();
    let furthest = last.map_or(String::new(), |last| format!(", the furthest: {last}"));
    path(&stops, Size::Strip, &format!("{done} of {} milestones{furthest}", stops.len()))
}

/// The way along some milestones; `title` says in words what the drawing shows.
pub(super) fn path(stops: &[Stop], size: Size, title: &str) -> Markup {
    let plan = Plan::of(stops, size);
    let kind = if size == Size::Strip { "path strip" } else { "path large" };
    html! {
        svg class=(kind) role="img" width=(px(plan.width)) height=(px(plan.height)) {
            title { (title) }
            @for (i, pair) in stops.windows(2).enumerate() { (plan.way(i, pair)) }
            @for (i, stop) in stops.iter().enumerate() { (plan.stop(i, stop, stops)) }
        }
    }
}

/// The shade of a place in a sequence.
pub(super) fn shade(place: usize, of: usize) -> String {
    format!("s{}", place * (SHADES - 1) / of.saturating_sub(1).max(1))
}

impl Plan {
    fn of(stops: &[Stop], size: Size) -> Plan {
        let count = stops.len().max(1) as f64;
        if size == Size::Strip {
            let pitch = (168.0 / count).clamp(6.0, 15.0);
            let radius = (pitch * 0.3).min(4.5);
            let (width, broadest) = (pitch * count, 1.5);
            return Plan { size, pitch, middle: 7.0, radius, broadest, width, height: 14.0 };
        }
        let pitch = (1140.0 / count).clamp(112.0, 190.0);
        let broadest = if stops.iter().any(|stop| stop.breadth > 0.0) { 36.0 } else { 4.0 };
        let over = if stops.iter().any(|stop| !stop.over.is_empty()) { 18.0 } else { 2.0 };
        let middle = over + f64::max(broadest / 2.0, 9.0);
        let lines = stops.iter().map(|stop| wrapped(&stop.name).len() + stop.under.len());
        let words = lines.max().unwrap_or(0) as f64 * 17.0;
        let height = middle + f64::max(broadest / 2.0, 9.0) + 12.0 + words;
        Plan { size, pitch, middle, radius: 8.0, broadest, width: pitch * count, height }
    }

    fn x(&self, place: usize) -> f64 {
        self.pitch * (place as f64 + 0.5)
    }

    /// Half the breadth of the way at a stop.
    fn half(&self, stop: &Stop) -> f64 {
        if stop.breadth > 0.0 { (self.broadest * stop.breadth / 2.0).max(1.0) } else { 1.0 }
    }

    /// The way between two stops, and the words over it.
    fn way(&self, place: usize, pair: &[Stop]) -> Markup {
        let [from, to] = pair else { return html! {} };
        let (x, end, y) = (self.x(place), self.x(place + 1), self.middle);
        let (a, b) = (self.half(from), self.half(to));
        let points = [(x, y - a), (end, y - b), (end, y + b), (x, y + a)];
        let points: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
        let class = if to.done { "way done" } else { "way" };
        html! {
            polygon class=(class) points=(points.join(" ")) {}
            @if !to.over.is_empty() && self.size == Size::Large {
                text.over x=(px(f64::midpoint(x, end))) y="12" text-anchor="middle" { (to.over) }
            }
        }
    }

    fn stop(&self, place: usize, stop: &Stop, stops: &[Stop]) -> Markup {
        let (x, y) = (px(self.x(place)), px(self.middle));
        let state = if stop.done { shade(place, stops.len()) } else { "ahead".into() };
        html! {
            circle class={ "stop " (state) } cx=(x) cy=(y) r=(px(self.radius)) {}
            @if self.size == Size::Large { (self.words(&x, stop)) }
        }
    }

    /// A stop's name and what stands under it.
    fn words(&self, x: &str, stop: &Stop) -> Markup {
        let first = self.middle + f64::max(self.broadest / 2.0, 9.0) + 18.0;
        let name = wrapped(&stop.name).into_iter().map(|line| ("name", line));
        let under = stop.under.iter().map(|line| ("under", line.clone()));
        let state = if stop.done { "" } else { " ahead" };
        html! {
            @for (i, (class, line)) in name.chain(under).enumerate() {
                text class={ (class) (state) } x=(x) y=(px(first + i as f64 * 17.0))
                    text-anchor="middle" { (line) }
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

/// A length as SVG writes it.
fn px(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{shade, strip, wrapped};

    #[test]
    fn names_are_broken_between_words_and_cut_at_the_end() {
        assert_eq!(wrapped("Decision-maker met"), ["Decision-maker", "met"]);
        assert_eq!(wrapped("Terms agreed"), ["Terms agreed"]);
        assert_eq!(wrapped(&"x".repeat(200)), [format!("{}…", "x".repeat(15))]);
        assert_eq!(wrapped("one two three four five six seven eight nine ten").len(), 3);
        assert!(wrapped("").is_empty());
    }

    #[test]
    fn shades_follow_the_sequence() {
        assert_eq!((shade(0, 6), shade(5, 6), shade(0, 1)), ("s0".into(), "s7".into(), "s0".into()));
    }

    #[test]
    fn a_strip_says_in_words_what_it_shows() {
        let drawn = strip(&[true, false, false], Some("<Need>")).into_string();
        assert!(drawn.contains("<title>1 of 3 milestones, the furthest: &lt;Need&gt;</title>"));
        assert_eq!(drawn.matches("class=\"stop ahead\"").count(), 2);
    }
}
