//! The forms of a deal. Each carries how many facts its reader had seen, and what its fields said then.

use ledger::deal::Deal;
use ledger::decide::{last_write, opposite, revision};
use ledger::time::Moment;
use maud::{Markup, html};

use super::super::fields::Fields;
use super::super::frame::{View, words};
use crate::answers::Question;
use crate::answers::deal::{DealStory, Line};
use crate::answers::purse::usual_currency;
use crate::texts::{key, plain, rich, t};

/// What a deal's fields say, as people write it.
#[derive(Default)]
pub(super) struct Shown([String; 6]);

impl Shown {
    /// The fields and the texts of what people call them.
    pub(super) const FIELDS: [(&str, &str); 6] = [
        ("name", key!("pages-name")),
        ("account", key!("pages-account")),
        ("owner", key!("frame-owner")),
        ("source", key!("frame-source")),
        ("amount", key!("calls-amount")),
        ("close", key!("pages-expected-close")),
    ];

    fn of(deal: &Deal, view: &View) -> Shown {
        let (book, people) = (view.lens.book, view.lens.people);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let amount = deal.known.amount.map(|amount| {
            let written = amount.to_string();
            written.split(' ').next().unwrap_or_default().to_owned()
        });
        Shown([
            text(book.text_of(deal.known.name)),
            text(book.text_of(deal.known.account).map(|id| people.account(id))),
            text(book.text_of(deal.known.owner).map(|id| people.person(id))),
            text(book.text_of(deal.known.source)),
            amount.unwrap_or_default(),
            deal.known.expected_close.map_or(String::new(), |day| day.to_string()),
        ])
    }
}

/// What was just recorded, and its opposite.
pub(in crate::web) fn banner(id: &str, view: &View) -> Markup {
    let fresh = fresh(id, view, view.asked().recorded.as_deref());
    let lines = fresh.map_or(Vec::new(), |deal| newest(id, view, last_write(deal).len()));
    html! {
        @if fresh.is_some() {
            div.past role="status" {
                p { (rich!("calls-recorded", what = html! {
                    @for (i, line) in lines.iter().enumerate() { @if i > 0 { "; " } (told(line)) }
                })) }
                (undo(id, view, view.asked().recorded.as_deref()))
            }
        }
    }
}

/// The deal, if nothing was recorded of it since it had this revision, and something may be.
fn fresh<'v>(id: &str, view: &'v View, seen: Option<&str>) -> Option<&'v Deal> {
    let seen = seen?.parse::<usize>().ok()?;
    let deal = view.lens.book.deal(id.trim())?;
    (view.writes() && revision(deal, Moment::MAX) == seen).then_some(deal)
}

/// The opposite of what was recorded last, for who has seen it.
pub(in crate::web) fn undo(id: &str, view: &View, seen: Option<&str>) -> Markup {
    let deal = fresh(id, view, seen);
    html! {
        @if let Some(deal) = deal.filter(|deal| opposite(view.lens.book, deal).is_some()) {
            form.call.ends method="post" action=(view.asked().at("act", id)) {
                input type="hidden" name="revision" value=(revision(deal, Moment::MAX));
                button name="do" value="back" { (t!("calls-undo")) }
            }
        }
    }
}

/// What others have recorded since a form was made.
pub(super) fn news(id: &str, view: &View, typed: &Fields) -> Markup {
    let seen = typed.said("revision").and_then(|text| text.parse::<usize>().ok());
    let now = view.lens.book.deal(id).map_or(0, |deal| revision(deal, Moment::MAX));
    let newer = seen.map_or(0, |seen| now.saturating_sub(seen));
    html! {
        @if newer > 0 {
            h2 { (t!("calls-meanwhile")) }
            ul { @for line in newest(id, view, newer) { li { (told(&line)) } } }
        }
    }
}

/// The facts that became known last, in the order in which they happened.
fn newest(id: &str, view: &View, count: usize) -> Vec<Line> {
    let Some(deal) = view.lens.book.deal(id.trim()) else { return Vec::new() };
    let Ok(answer) = DealStory { id: id.to_owned() }.ask(view.lens) else { return Vec::new() };
    let mut known: Vec<_> = deal.entries.iter().map(|e| e.known).zip(answer.story).collect();
    known.sort_by_key(|(known, _)| *known);
    known.into_iter().rev().take(count).map(|(_, line)| line).rev().collect()
}

fn told(line: &Line) -> Markup {
    html! {
        (words(&line.what))
        @if let Some(who) = &line.who { " " (t!("calls-by-whom", who = who)) }
        @for (i, change) in line.changes.iter().enumerate() {
            (if i == 0 { ": " } else { ", " }) (change.field) " "
            @if let Some(from) = &change.from { (from) " → " } (change.to)
        }
    }
}

/// Everything that can be done to a deal, on no page of the past.
pub(in crate::web) fn all(id: &str, view: &View, typed: &Fields) -> Markup {
    let Some(deal) = view.lens.book.deal(id.trim()) else { return html! {} };
    let stale = typed.sent("do").is_some();
    let doing = typed.said("do");
    let is = |what: &[&str]| doing.as_deref().is_some_and(|doing| what.contains(&doing));
    html! {
        @if view.writes() {
            section.acts #acts {
                h2 { (t!("calls-do")) }
                details open[is(&["change"])] { summary { (t!("calls-change")) }
                    (form(id, deal, view, &html! {
                        (fields(&Shown::of(deal, view), &currency(deal, view), typed))
                        button.primary name="do" value="change" { @if stale { (t!("calls-save-again")) } @else { (t!("calls-save")) } }
                    })) }
                @if deal.is_open() {
                    details open[is(&["reach", "undo"])] { summary { (t!("pages-milestones")) } (milestones(id, deal, view, typed)) }
                    (form(id, deal, view, &html! { div.taps { button name="do" value="win" { (t!("calls-won")) } } }))
                    details open[is(&["lose"])] { summary { (t!("calls-lost")) }
                        (form(id, deal, view, &html! {
                            label.wide { span { (t!("calls-why")) } input name="reason" value=(typed.sent("reason").unwrap_or_default()); }
                            (happened(view, typed))
                            button name="do" value="lose" { (t!("calls-record-lost")) }
                        })) }
                } @else {
                    (form(id, deal, view, &html! { div.taps { button name="do" value="reopen" { (t!("calls-reopen")) } } }))
                }
            }
        }
    }
}

fn form(id: &str, deal: &Deal, view: &View, inside: &Markup) -> Markup {
    html! {
        form.call method="post" action=(view.asked().at("act", id)) {
            input type="hidden" name="revision" value=(revision(deal, Moment::MAX));
            (inside)
        }
    }
}

/// The day on which it happened.
fn happened(view: &View, typed: &Fields) -> Markup {
    let today = view.lens.as_of.day;
    html! {
        label { span { (t!("calls-on")) }
            input type="date" name="on" max=(today) value=(typed.said("on").unwrap_or(today.to_string())); }
    }
}

/// A milestone to come can be reached, one reached can be taken back.
fn milestones(id: &str, deal: &Deal, view: &View, typed: &Fields) -> Markup {
    let path = view.lens.reader().read(deal);
    let named = view.lens.process.milestones.iter().map(|m| &m.name).zip(&path.reached);
    let (reached, ahead): (Vec<_>, Vec<_>) = named.partition(|(_, at)| at.is_some());
    let text = |name: &str| typed.sent(name).unwrap_or_default().to_owned();
    let pick = |all: &[(&String, &Option<Moment>)]| {
        html! {
            label.wide { span { (t!("pages-milestone")) }
                select name="milestone" { @for (name, _) in all { option value=(name) selected[text("milestone") == **name] { (name) } } } }
        }
    };
    html! {
        @if !ahead.is_empty() {
            (form(id, deal, view, &html! {
                (pick(&ahead))
                label.wide { span { (t!("calls-evidence")) } input name="evidence" value=(text("evidence")); }
                (happened(view, typed))
                button.primary name="do" value="reach" { (t!("calls-reached")) }
            }))
        }
        @if !reached.is_empty() {
            (form(id, deal, view, &html! {
                (pick(&reached))
                label.wide { span { (t!("calls-why-not")) } input name="reason" value=(text("reason")); }
                button name="do" value="undo" { (t!("calls-take-back")) }
            }))
        }
    }
}

/// The form on which a deal is opened.
pub(super) fn open(view: &View, typed: &Fields) -> Markup {
    let usual = usual_currency(view.lens).code().to_owned();
    html! {
        form.call method="post" action=(view.asked().to("/deal/open")) {
            (fields(&Shown::default(), &usual, typed))
            label { span { (t!("calls-number")) } input name="id" value=(typed.sent("id").unwrap_or_default()); }
            p { button.primary { (t!("calls-open-deal")) } }
        }
    }
}

fn currency(deal: &Deal, view: &View) -> String {
    let known = deal.known.amount.map(|amount| amount.currency);
    known.unwrap_or_else(|| usual_currency(view.lens)).code().to_owned()
}

/// What is known, to be written over. What was typed and not saved stands; where the writer had left a field
/// alone, it says what is true now.
fn fields(now: &Shown, currency: &str, typed: &Fields) -> Markup {
    let touched = |name: &str| {
        typed.sent(name).filter(|said| typed.sent(&format!("was_{name}")).unwrap_or("") != *said)
    };
    let money = touched("currency").unwrap_or(currency);
    html! {
        @for ((name, label), now) in Shown::FIELDS.iter().zip(&now.0) {
            @let said = touched(name);
            label.wide {
                span { (plain(label)) @if said.is_some_and(|said| said != now && !now.is_empty()) { " " (t!("calls-now", now = now)) } }
                input name=(name) type=(if *name == "close" { "date" } else { "text" }) value=(said.unwrap_or(now));
            }
            input type="hidden" name={ "was_" (name) } value=(now);
        }
        label.wide { span { (t!("calls-currency")) } input name="currency" value=(money); }
        input type="hidden" name="was_currency" value=(currency);
    }
}
