//! A calendar as iCalendar text (RFC 5545): whole-day events, for every calendar program.

use std::fmt::Write;

use ledger::time::Day;

use crate::answers::calendar::{CalendarAnswer, Date};
use crate::texts::t;

/// A line is at most so many bytes long; what is left over follows after a blank (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar that programs can subscribe to.
#[must_use]
pub fn ical(answer: &CalendarAnswer) -> String {
    let mut text = String::new();
    for fixed in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Milepost//EN", "X-WR-CALNAME:Milepost"]
    {
        line(&mut text, fixed);
    }
    let stamp = ledger::time::Day::from_civil(answer.stamp.day().civil());
    let seconds = answer.stamp.0.div_euclid(1000).rem_euclid(86_400);
    let clock = format!("{:02}{:02}{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let stamp = format!("{}T{clock}Z", plain(stamp));
    for date in &answer.dates {
        event(&mut text, date, &stamp);
    }
    line(&mut text, "END:VCALENDAR");
    text
}

fn event(text: &mut String, date: &Date, stamp: &str) {
    let what = escaped(&date.what);
    let what = if date.overdue { t!("draw-overdue", what = what) } else { what };
    let detail = format!("{}\n{}", date.detail, t!("draw-deal", deal = date.deal));
    for said in [
        "BEGIN:VEVENT".into(),
        format!("UID:{}@milepost", date.uid),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", plain(date.on)),
        format!("DTEND;VALUE=DATE:{}", plain(date.on.plus(1))),
        format!("SUMMARY:{what}"),
        format!("DESCRIPTION:{}", escaped(&detail)),
        "TRANSP:TRANSPARENT".into(),
        "END:VEVENT".into(),
    ] {
        line(text, &said);
    }
}

fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Text with what means something to a calendar taken back (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    escaped.replace("\r\n", "\n").replace(['\n', '\r'], "\\n")
}

/// Adds a line, folded where it is too long, never within a letter.
fn line(text: &mut String, said: &str) {
    let mut room = LINE;
    for letter in said.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        // Writing to a string cannot fail.
        let _ = text.write_char(letter);
        room -= letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, line};

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut text = String::new();
        line(&mut text, &format!("SUMMARY:{}", "ü".repeat(80)));
        let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() <= 75));
        assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
        let whole = text.replace("\r\n ", "");
        assert_eq!(whole.trim_end(), format!("SUMMARY:{}", "ü".repeat(80)));
    }

    #[test]
    fn what_means_something_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
