//! A deal's odds and what makes them, on its page: from the forecast that is kept, so that the page waits for nothing.
//! Where none has been made since the start, or newer facts are not in it yet, it says so.

use maud::{Markup, html};

use super::address::encoded;
use super::frame::{View, day};
use crate::answers::forecast::{DealLine, Forecast, ForecastAnswer, Reason};
use crate::answers::words::percent;
use crate::texts::{decimal, rich, t};

/// What the usual forecast says of an open deal, to who may look at it.
pub(super) fn of(deal: &str, view: &View) -> Markup {
    if !view.may("/forecast") {
        return html! {};
    }
    let process = view.asked().process.as_deref();
    let moment = view.asked().as_of.as_ref().map(|_| view.lens.as_of.moment);
    let kept = view.live.kept_lately(&Forecast::default(), view.lens, process, moment);
    let to = view.asked().to("/forecast");
    html! {
        h2 #odds { (t!("pages-odds")) }
        @match kept.as_ref().map(|(answer, older)| (answer.as_ref().as_ref(), *older)) {
            None => { p { (rich!("pages-odds-none", make = html! { a href=(to) { (t!("pages-odds-make")) } })) } }
            Some((Err(refusal), _)) => { p { (refusal.0) "." } }
            Some((Ok(answer), older)) => {
                @if let Some(older) = older {
                    p.past { (rich!("pages-odds-older", time = html! { b { (view.lens.settings.time_of(older)) } })) }
                }
                @match answer.deals.iter().find(|line| line.id == deal) {
                    Some(line) => (told(line, answer)),
                    None => { p { (t!("pages-odds-missing")) } }
                }
                p { a href=(to) { (t!("pages-odds-forecast")) } " · "
                    a href={ (to) (if to.contains('?') { '&' } else { '?' }) "what_if=win+" (encoded(deal)) } { (t!("pages-odds-won")) } }
            }
        }
    }
}

fn told(line: &DealLine, answer: &ForecastAnswer) -> Markup {
    html! {
        p.ask { (rich!("pages-odds-told", ever = html! { b { (whole(line.p_win)) } }, period = html! { b { (whole(line.p_win_in_period)) } },
            from = day(answer.from), to = day(answer.to))) }
        @if line.why.is_empty() {
            p.quiet { (t!("pages-odds-no-why")) }
        } @else {
            table.parts.why {
                thead { tr { th { (t!("pages-odds-why")) } th.n { (t!("pages-odds-points")) } } }
                tbody {
                    tr { td { (t!("pages-odds-average")) } td.n { (format!("{:.0}", answer.base * 100.0)) } }
                    @for reason in &line.why { (row(reason)) }
                }
                tfoot { tr { th { (t!("pages-odds-together")) } td.n { (format!("{:.0}", line.p_win_in_period * 100.0)) } } }
            }
        }
    }
}

/// No number is parted from its sign.
fn whole(share: f64) -> String {
    percent(share).replace(' ', "\u{a0}")
}

fn row(reason: &Reason) -> Markup {
    html! { tr { td { (reason.what) } td.n { (signed(reason.points * 100.0)) } } }
}

/// With its sign, as the language writes it.
fn signed(points: f64) -> String {
    let sign = if points.is_sign_negative() { "" } else { "+" };
    format!("{sign}{}", decimal(points, 1))
}
