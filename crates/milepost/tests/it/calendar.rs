//! The calendar: agreed days and planned calls, as an answer, a page and iCalendar text.

use milepost::answers::Answer;
use milepost::answers::calendar::{Calendar, Kind};
use milepost::answers::digest::Digest;
use milepost::answers::filter::Filter;
use milepost::answers::next::NextDeal;
use milepost::draw::ical::ical;

use crate::calls;
use crate::tell::tell;
use crate::visit::Server;

const STORY: &str = "
    2026-01-01 process Sale: Need agreed > Trial held > Terms agreed
    2026-01-05 D1 opened by ana 1200 EUR account Acme; Sons
    2026-01-10 D1 commits to Trial held due 2026-01-30
    2026-01-11 D1 moved due 2026-02-02
    2026-01-05 D2 opened by bob 900 EUR account Birch
    2026-01-10 D2 commits to Trial held due 2026-01-15
    2026-01-05 D3 opened by bob 900 EUR account Cedar
    2026-01-10 D3 commits to Trial held due 2026-01-25
    2026-01-12 D3 kept
    2026-01-10 D4 opened by bob
    2026-01-11 D4 commits to Trial held due 2026-01-25
    2026-01-12 D4 lost
";

#[test]
fn open_commitments_stand_on_the_day_agreed_last() {
    let answer = tell(STORY).ask("2026-01-20", &Calendar::default()).unwrap();
    let found: Vec<_> =
        answer.dates.iter().map(|d| (d.on.to_string(), d.deal.as_str(), d.overdue)).collect();
    assert_eq!(
        found,
        [("2026-01-15".to_owned(), "D2", true), ("2026-02-02".to_owned(), "D1", false)],
        "what was kept or belongs to a closed deal is not on it"
    );
    assert!(answer.dates.iter().all(|date| date.kind == Kind::Commitment));
    let bob = Calendar { filter: Filter { owner: Some("bob".into()), ..Filter::default() } };
    assert_eq!(tell(STORY).ask("2026-01-20", &bob).unwrap().dates.len(), 1);
}

#[test]
fn a_moved_day_keeps_its_name_so_that_calendars_move_it() {
    let uid = |day: &str| {
        let answer = tell(STORY).ask(day, &Calendar::default()).unwrap();
        let date = answer.dates.into_iter().find(|date| date.deal == "D1").unwrap();
        (date.uid, date.on.to_string())
    };
    let (before, after) = (uid("2026-01-11"), uid("2026-01-20"));
    assert_eq!(before.0, after.0);
    assert_eq!((before.1.as_str(), after.1.as_str()), ("2026-01-30", "2026-02-02"));
}

#[test]
fn icalendar_text_is_as_the_standard_wants_it() {
    let answer = tell(STORY).ask("2026-01-20", &Calendar::default()).unwrap();
    let text = ical(&answer);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 2);
    assert!(text.contains("DTSTART;VALUE=DATE:20260202\r\nDTEND;VALUE=DATE:20260203\r\n"));
    assert!(text.contains("DTSTAMP:20260120T000000Z\r\n"));
    assert!(text.contains("SUMMARY:Overdue: Birch: Trial held\r\n"));
    assert!(text.contains("Acme\\;"), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn the_digest_is_the_week_of_one_person() {
    let digest = |owner: Option<&str>| {
        let filter = Filter { owner: owner.map(str::to_owned), ..Filter::default() };
        tell(STORY).ask("2026-01-28", &Digest { filter }).unwrap()
    };
    let all = digest(None);
    let ids = |deals: &[NextDeal]| deals.iter().map(|deal| deal.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&all.overdue), ["D2"], "its day was the 15th");
    let week: Vec<_> =
        all.week.iter().map(|date| (date.deal.as_str(), date.on.to_string())).collect();
    assert_eq!(week, [("D1", "2026-02-02".to_owned())]);
    assert_eq!(
        (ids(&all.stalled), all.stalled_in_all),
        (vec!["D3".to_owned()], 1),
        "nothing agreed"
    );
    let ana = digest(Some("ana"));
    assert!(ana.overdue.is_empty() && ana.stalled.is_empty() && ana.week.len() == 1);
    assert_eq!(
        ana.sentence(),
        "No calls to log, no deals overdue, 1 date agreed or planned until 2026-02-03, no deals stalled."
    );
}

#[test]
fn the_page_and_the_feed_show_planned_calls() {
    let server = Server::of(&calls::company());
    let page = server.page("/calendar");
    assert!(page.contains("href=\"/calendar.ics\""));
    assert!(page.contains("Call "), "{page}");
    let feed = server.get("/calendar.ics");
    assert!(feed.head.contains("content-type: text/calendar"), "{}", feed.head);
    assert!(feed.body.contains("SUMMARY:Overdue: Call ") || feed.body.contains("SUMMARY:Call "));
}
