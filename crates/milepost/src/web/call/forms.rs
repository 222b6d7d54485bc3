//! The forms themselves. Each button says what it records, and is large enough for a thumb.

use ledger::time::Day;
use maud::{Markup, html};

use super::super::fields::Fields;
use super::super::frame::{View, day, words};
use crate::answers::call::{CallSheet, Planned, Proposal, Unlogged, title, working};
use crate::answers::standing::Promise;
use crate::clock;
use crate::texts::{rich, t};

/// So many calls are asked about at once.
const MOST_ASKED: usize = 8;

/// The form on which a call is planned: everything proposed, everything open to change.
pub(in crate::web) fn plan(proposal: &Proposal, view: &View, typed: &Fields, back: &str) -> Markup {
    let text = |name: &str, proposed: &str| typed.sent(name).unwrap_or(proposed).to_owned();
    let date = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
    let milestone = text("milestone", proposal.milestone.as_deref().unwrap_or_default());
    html! {
        form.call #plan method="post" action=(view.asked().at("plan", &proposal.deal)) {
            input type="hidden" name="back" value=(back);
            input type="hidden" name="call" value=(typed.said("call").unwrap_or_else(new_call));
            label.wide { span { (t!("calls-objective")) }
                textarea name="objective" rows="3" required { (text("objective", &proposal.objective)) } }
            @if typed.sent("objective").is_some() {
                label.tick { input type="checkbox" name="anyway" checked[typed.ticked("anyway")]; " " (t!("calls-anyway")) }
            }
            div.row {
                label { span { (t!("calls-by-when")) } input type="date" name="by" value=(text("by", &date(proposal.by))); }
                label { span { (t!("calls-call-on")) } input type="date" name="on" required value=(text("on", &date(Some(proposal.on)))); }
            }
            label.wide { span { (t!("calls-fallback")) }
                textarea name="fallback" rows="2" { (text("fallback", &proposal.fallback)) } }
            @if !proposal.milestones.is_empty() {
                label.wide { span { (t!("calls-leads-to")) }
                    select name="milestone" {
                        option value="" { (t!("calls-to-the-order")) }
                        @for name in &proposal.milestones { option value=(name) selected[*name == milestone] { (name) } }
                    } }
            }
            button.primary { (t!("calls-plan")) }
            p.quiet { (words(&proposal.because)) }
        }
    }
}

/// The form on which a call is logged: one tap, and what else there is to say before it.
pub(in crate::web) fn log(sheet: &CallSheet, view: &View, typed: &Fields, back: &str) -> Markup {
    let today = view.lens.as_of.day;
    let gained = typed.all("gained");
    let wanted = typed.said("call");
    let call = sheet.planned.iter().find(|call| Some(&call.call) == wanted.as_ref());
    let call = call.or(sheet.call.as_ref());
    let value = |name: &str| typed.sent(name).unwrap_or_default().to_owned();
    let held_on = call.map_or(today, |call| call.on.min(today)).to_string();
    let on = typed.said("on").unwrap_or_else(|| held_on.clone());
    let said = |name: &str| !value(name).is_empty();
    let open = !gained.is_empty() || said("due") || said("note") || on != held_on;
    html! {
        form.call #log method="post" action=(view.asked().at("log", &sheet.deal)) {
            input type="hidden" name="back" value=(back);
            (intent(call))
            (endings(call, sheet.next.as_deref(), today))
            details open[open] {
                summary { (t!("calls-more")) }
                @if !sheet.milestones.is_empty() {
                    fieldset { legend { (t!("calls-milestones-gained")) }
                        @for name in &sheet.milestones {
                            label.tick { input type="checkbox" name="gained" value=(name) checked[gained.contains(name)]; " " (name) }
                        } }
                }
                div.row {
                    label { span { (t!("calls-another-day")) } input type="date" name="due" value=(value("due")); }
                    label { span { (t!("calls-held-on")) } input type="date" name="on" max=(today) value=(on); }
                }
                label.wide { span { (t!("calls-note")) } textarea name="note" rows="2" { (value("note")) } }
                @if call.is_some() {
                    label.tick { input type="checkbox" name="unplanned" checked[typed.ticked("unplanned")]; " " (t!("calls-unplanned")) }
                }
            }
        }
    }
}

/// A name for the call before it is recorded: a form that is sent twice records it once.
fn new_call() -> String {
    clock::new_id().to_string()
}

/// What the call was for.
fn intent(call: Option<&Planned>) -> Markup {
    html! {
        @match call {
            None => {
                input type="hidden" name="call" value=(new_call());
                p.quiet { (t!("calls-none-planned")) }
            }
            Some(call) => {
                input type="hidden" name="call" value=(call.call);
                p.for {
                    span.quiet { (rich!("calls-planned-for", day = day(call.on))) " " } (words(&call.objective))
                    @if let Some(by) = call.by { " " (rich!("calls-by-day", day = day(by))) }
                }
                @if let Some(fallback) = &call.fallback { p.quiet { (rich!("calls-if-not", fallback = words(fallback))) } }
            }
        }
    }
}

/// How a call can have ended: a button each.
fn endings(call: Option<&Planned>, next: Option<&str>, today: Day) -> Markup {
    let agreed = call.and_then(|call| call.by).filter(|by| *by >= today);
    let gains = call.is_some_and(|call| call.milestone.is_some());
    let next = next.filter(|_| call.is_none());
    let button =
        |value: &str, label: Markup| html! { button name="ending" value=(value) { (label) } };
    let word = |text: &str| html! { (text) };
    html! {
        div.taps {
            @match (gains, agreed) {
                (true, Some(by)) => {
                    (button("gained", rich!("calls-agreed-by", day = day(by))))
                    (button("done", word(t!("calls-done-already"))))
                }
                (true, None) => (button("gained", word(t!("calls-gained-as-planned")))),
                (false, _) => {
                    @if let Some(next) = next { (button(&format!("gained:{next}"), html! { (t!("calls-gained", milestone = next)) })) }
                }
            }
            @if call.is_some_and(|call| call.fallback.is_some()) { (button("fallback", word(t!("calls-fallback-gained")))) }
            (button("continuation", word(t!("calls-continuation"))))
            (button("no-sale", word(t!("calls-no-sale"))))
            (button("order", word(t!("calls-order"))))
        }
    }
}

/// The calls that nobody has logged, each with its form.
pub(in crate::web) fn unlogged(calls: &[Unlogged], view: &View) -> Markup {
    let today = view.lens.as_of.day;
    html! {
        @if !calls.is_empty() && view.writes() {
            section.unlogged {
                h2 { (title(calls, today)) }
                @for one in calls.iter().take(MOST_ASKED) {
                    form.call method="post" action=(view.asked().at("log", &one.deal)) {
                        p { @if let Some(name) = &one.account { b { (name) } " " } (view.deal(&one.deal)) }
                        (intent(Some(&one.call)))
                        (endings(Some(&one.call), None, today))
                    }
                }
                @if calls.len() > MOST_ASKED {
                    p.note { (t!("calls-after-these", n = calls.len() - MOST_ASKED)) }
                }
            }
        }
    }
}

/// The two ways on from a deal in a list.
pub(in crate::web) fn ways(deal: &str, view: &View) -> Markup {
    html! {
        @if view.writes() {
            p.ways {
                a.button href=(view.asked().at("plan", deal)) { (t!("calls-plan")) } " "
                a.button href=(view.asked().at("log", deal)) { (t!("calls-log")) }
            }
        }
    }
}

/// What became of a commitment: a tap each. `freely` offers any other day besides.
pub(in crate::web) fn promise(
    deal: &str,
    promise: &Promise,
    view: &View,
    back: &str,
    freely: bool,
) -> Markup {
    let week = working(view.lens.as_of.day.plus(7));
    let action = view.asked().at("agreed", deal);
    let hidden = html! {
        input type="hidden" name="back" value=(back);
        input type="hidden" name="commitment" value=(promise.id);
    };
    html! {
        @if view.writes() {
            form.call.ends method="post" action=(action) {
                (hidden)
                input type="hidden" name="due" value=(week);
                div.taps {
                    button name="end" value="kept" { (t!("calls-kept")) }
                    button name="end" value="broken" { (t!("calls-broken")) }
                    button name="end" value="moved" { (rich!("calls-new-date", day = day(week))) }
                }
            }
            @if freely {
                form.call.ends method="post" action=(action) {
                    (hidden)
                    div.row {
                        label { span { (t!("calls-another-date")) } input type="date" name="due" required; }
                        button name="end" value="moved" { (t!("calls-agree-on-it")) }
                    }
                }
            }
        }
    }
}
