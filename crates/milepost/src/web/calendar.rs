//! The calendar: agreed days and planned calls, week by week; `/calendar.ics` is the same for calendar
//! programs, which ask for it again and again.

use std::sync::Arc;

use axum::extract::State;
use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ledger::time::Day;
use maud::{Markup, html};

use super::address::Address;
use super::ask::{Page, look};
use super::fault::Fault;
use super::frame::{View, day};
use crate::answers::calendar::{Calendar, CalendarAnswer, Date, Kind};
use crate::answers::{Question, Refusal};
use crate::draw::Format;
use crate::draw::ical::ical;
use crate::live::Live;
use crate::texts::{key, rich, t};

impl Page for Calendar {
    const TITLE: &'static str = key!("page-calendar");
    const FILTERED: bool = true;

    fn read(address: &Address) -> Result<Calendar, Refusal> {
        Ok(Calendar { filter: address.asked.filter() })
    }

    fn draw(&self, answer: &CalendarAnswer, view: &View) -> Result<Markup, Refusal> {
        let today = view.lens.as_of.day;
        let (past, ahead): (Vec<&Date>, Vec<&Date>) =
            answer.dates.iter().partition(|date| date.on < today);
        let settings = view.lens.settings;
        let weeks = ahead.chunk_by(|a, b| settings.week_of(a.on) == settings.week_of(b.on));
        Ok(html! {
            @for week in weeks {
                h2 { (rich!("pages-calendar-week", day = day(settings.week_of(week[0].on)))) }
                (dates(week, view))
            }
            @if !past.is_empty() {
                h2 { (t!("pages-calendar-passed")) }
                (dates(&past, view))
            }
            p {
                a href=(view.asked().to("/calendar.ics")) { (t!("pages-calendar-subscribe")) }
            }
        })
    }
}

fn dates(dates: &[&Date], view: &View) -> Markup {
    html! {
        table.days {
            thead { tr { th { (t!("pages-calendar-day")) } th { (t!("pages-calendar-what")) } th { (t!("page-deal")) } th { (t!("frame-owner")) } } }
            tbody {
                @for date in dates { tr {
                    td { (weekday(date.on)) " " (day(date.on)) }
                    th scope="row" {
                        @if date.overdue { span.alert { (t!("pages-overdue-stop")) " " } }
                        (date.what)
                        @if date.kind == Kind::Call { div.reasons { (date.detail) } }
                    }
                    td { (view.deal(&date.deal)) }
                    td { (date.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
                } }
            }
        }
    }
}

fn weekday(day: Day) -> String {
    t!("pages-weekday", day = day.civil().weekday().to_monday_zero_offset())
}

/// The calendar for calendar programs.
pub(super) async fn ics(State(live): State<Arc<Live>>, uri: Uri) -> Response {
    let done = look(live, uri, None, |view, _| {
        let question = Calendar::read(view.address).map_err(Fault::unclear)?;
        let answer = question.ask(view.lens).map_err(Fault::unclear)?;
        Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], ical(&answer)).into_response())
    });
    done.await.unwrap_or_else(|fault| fault.reply(Format::Csv))
}
