//! A deal's odds and what makes them, on its page: from the forecast that is kept, so that the page waits for nothing.
//! Where none has been made since the start, or newer facts are not in it yet, it says so.

use maud::{Markup, html};

use super::address::encoded;
use super::frame::{View, day};
use crate::answers::forecast::{DealLine, Forecast, ForecastAnswer, Reason};
use crate::answers::words::percent;

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
        h2 #odds { "Odds" }
        @match kept.as_ref().map(|(answer, older)| (answer.as_ref().as_ref(), *older)) {
            None => { p { "They come with the forecast, which has not been made since the program was started. "
                a href=(to) { "Make it" } } }
            Some((Err(refusal), _)) => { p { (refusal.0) "." } }
            Some((Ok(answer), older)) => {
                @if let Some(older) = older {
                    p.past { "These odds are of " b { (view.lens.settings.time_of(older)) }
                        "; what was recorded since is in the forecast." }
                }
                @match answer.deals.iter().find(|line| line.id == deal) {
                    Some(line) => (told(line, answer)),
                    None => { p { "This deal is not in the forecast yet." } }
                }
                p { a href=(to) { "The whole forecast" } " · "
                    a href={ (to) (if to.contains('?') { '&' } else { '?' }) "what_if=win+" (encoded(deal)) } { "What if it is won?" } }
            }
        }
    }
}

fn told(line: &DealLine, answer: &ForecastAnswer) -> Markup {
    html! {
        p.ask { b { (whole(line.p_win)) } " to be won some day, " b { (whole(line.p_win_in_period)) }
            " from " (day(answer.from)) " to " (day(answer.to)) "." }
        @if line.why.is_empty() {
            p.quiet { "The reasons are told of the deals that add most to the forecast." }
        } @else {
            table.parts.why {
                thead { tr { th { "Why, in those days" } th.n { "Points" } } }
                tbody {
                    tr { td { "the average open deal" } td.n { (format!("{:.0}", answer.base * 100.0)) } }
                    @for reason in &line.why { (row(reason)) }
                }
                tfoot { tr { th { "Together" } td.n { (format!("{:.0}", line.p_win_in_period * 100.0)) } } }
            }
        }
    }
}

/// No number is parted from its sign.
fn whole(share: f64) -> String {
    percent(share).replace(' ', "\u{a0}")
}

fn row(reason: &Reason) -> Markup {
    html! { tr { td { (reason.what) } td.n { (format!("{:+.1}", reason.points * 100.0)) } } }
}
