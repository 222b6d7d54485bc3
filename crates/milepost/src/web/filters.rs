//! Of when and of which deals a page answers: a form behind the sentence. On a phone it is folded into one line that
//! says what is filtered; no script is needed for that.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::address::Asked;
use super::frame::View;
use crate::clock;
use crate::texts::t;

/// More names than this are typed, not picked from a list.
const MOST_NAMES: usize = 200;

/// As of when, and of which deals. What else was asked stays as it is.
pub(super) fn filters(view: &View, filtered: bool, among: bool) -> Markup {
    let name = if filtered { t!("frame-filters") } else { t!("frame-another-day") };
    folded(name, &said(view, filtered, among), &form(view, filtered, among))
}

/// A form that a phone folds into one line: what it is for, and what is asked.
pub(super) fn folded(name: &str, said: &[(&str, &str)], form: &Markup) -> Markup {
    html! {
        details.asked {
            summary { (name) @for (label, value) in said { " " span.said { (label) " " b { (value) } } } }
            (form)
        }
    }
}

/// What of the form is filled in, but for the day: that stands above the sentence.
fn said<'v>(view: &'v View, filtered: bool, among: bool) -> Vec<(&'static str, &'v str)> {
    let asked = view.asked();
    let [process, owner, team, source] = [&asked.process, &asked.owner, &asked.team, &asked.source];
    let mut all = vec![(t!("page-process"), process.as_deref())];
    if filtered {
        all.push((t!("frame-owner"), owner.as_deref()));
        all.push((t!("frame-team"), team.as_deref()));
        all.push((t!("frame-source"), source.as_deref()));
    }
    if among {
        all.push((t!("frame-stands-at"), asked.at.as_deref().map(|at| shown("at", at))));
        all.push((t!("frame-at-least"), asked.min_amount.as_deref()));
        all.push((t!("frame-at-most"), asked.max_amount.as_deref()));
        all.push((t!("frame-stalled"), asked.stalled.as_ref().map(|_| t!("frame-stalled-only"))));
    }
    all.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

fn form(view: &View, filtered: bool, among: bool) -> Markup {
    let (asked, lens) = (view.asked(), view.lens);
    let day = (!lens.as_of.now).then(|| lens.as_of.day.to_string());
    html! {
        form.asked action=(view.address.path) method="get" {
            @for (name, value) in kept(asked, filtered, among, view.processes().len() > 1) {
                input type="hidden" name=(name) value=(value);
            }
            label { span { (t!("frame-day")) } input type="date" name="as_of" value=[day.as_deref()]; }
            (process(view))
            @if filtered {
                @let origins = lens.origins();
                @let owners = origins.iter().filter_map(|(owner, _)| lens.book.text_of(*owner));
                @let sources = origins.iter().filter_map(|(_, source)| lens.book.text_of(*source));
                (names("owner", t!("frame-owner"), &asked.owner, &owners.clone().map(|id| lens.people.person(id)).collect()))
                (names("team", t!("frame-team"), &asked.team, &owners.flat_map(|id| lens.people.teams_on(id, lens.as_of.day)).collect()))
                (names("source", t!("frame-source"), &asked.source, &sources.collect()))
            }
            button { (t!("frame-show")) }
            @if among { (where_they_stand(view)) }
            (other_days(view))
        }
    }
}

/// Of which process, where deals follow several.
fn process(view: &View) -> Markup {
    let all = view.processes();
    let asked = view.asked().process.as_deref().unwrap_or_default();
    html! {
        @if all.len() > 1 {
            label { span { (t!("page-process")) } select name="process" {
                option value="" { @if view.lens.process.parts.is_empty() { (t!("frame-main-process")) } @else { (t!("frame-all")) } }
                @for name in &all { option value=(name) selected[name.eq_ignore_ascii_case(asked)] { (name) } }
            } }
        }
    }
}

/// Which open deals, by where they stand and what they are worth.
fn where_they_stand(view: &View) -> Markup {
    let asked = view.asked();
    let names = view.lens.process.milestones.iter().map(|milestone| milestone.name.as_str());
    let is_set = [&asked.at, &asked.min_amount, &asked.max_amount, &asked.stalled]
        .iter()
        .any(|f| f.is_some());
    html! {
        details.more open[is_set] {
            summary { (t!("frame-more")) }
            div {
                (self::names("at", t!("frame-stands-at"), &asked.at, &names.chain(["none"]).collect()))
                label { span { (t!("frame-at-least")) } input name="min_amount" inputmode="decimal" value=[asked.min_amount.as_deref()]; }
                label { span { (t!("frame-at-most")) } input name="max_amount" inputmode="decimal" value=[asked.max_amount.as_deref()]; }
                label { span { (t!("frame-stalled")) } select name="stalled" {
                    option value="" { (t!("frame-stalled-or-not")) }
                    option value="yes" selected[asked.stalled.is_some()] { (t!("frame-stalled-only")) }
                } }
            }
        }
    }
}

/// A name to pick; one that is asked for is offered even where nobody bears it.
fn names(key: &str, label: &str, asked: &Option<String>, known: &BTreeSet<&str>) -> Markup {
    let picked = asked.as_deref().unwrap_or_default();
    let is_picked = |name: &str| name.to_lowercase() == picked.trim().to_lowercase();
    let stranger = !picked.is_empty() && !known.iter().any(|name| is_picked(name));
    html! {
        @if known.len() > MOST_NAMES {
            label { span { (label) } input name=(key) value=(picked); }
        } @else if !known.is_empty() || stranger {
            label {
                span { (label) }
                select name=(key) {
                    option value="" { (t!("frame-all")) }
                    @if stranger { option value=(picked) selected { (picked) } }
                    @for name in known {
                        option value=(name) selected[is_picked(name)] { (shown(key, name)) }
                    }
                }
            }
        }
    }
}

/// A name to pick, for people; deals before the first milestone are asked for by a word of the address.
fn shown<'n>(key: &str, name: &'n str) -> &'n str {
    if key == "at" && name == "none" { t!("frame-none") } else { name }
}

/// What the form does not show but must not lose.
fn kept(asked: &Asked, filtered: bool, among: bool, several: bool) -> Vec<(&'static str, &str)> {
    let shown = |name: &str| match name {
        "as_of" => true,
        "process" => several,
        "owner" | "team" | "source" => filtered,
        "at" | "min_amount" | "max_amount" | "stalled" => among,
        _ => false,
    };
    let pairs = asked.lasting().into_iter().chain(asked.passing());
    pairs.filter(|(name, _)| !shown(name)).collect()
}

/// The days that are asked for most, a click away.
fn other_days(view: &View) -> Markup {
    let settings = view.lens.settings;
    let today = settings.day_of(clock::now());
    let (year, month) = settings.fiscal.place(today);
    let days = [
        (t!("frame-yesterday"), today.plus(-1)),
        (t!("frame-week-ago"), today.plus(-7)),
        (t!("frame-last-month"), settings.fiscal.month(year, month)),
        (t!("frame-last-quarter"), settings.fiscal.month(year, month / 3 * 3)),
        (t!("frame-year-ago"), today.plus(-365)),
    ];
    html! {
        details.days {
            summary { (t!("frame-other-days")) }
            p {
                @for (name, on) in days {
                    a href=(view.asked().with(&view.address.path, "as_of", &on.to_string()))
                        aria-current=[(!view.lens.as_of.now && view.lens.as_of.day == on).then_some("true")] { (name) } " "
                }
            }
        }
    }
}
