//! What a letter says: the week's answer as plain text and as a page, each line with its deal.

use std::fmt::Write;

use maud::{DOCTYPE, Markup, html};

use crate::answers::among::Among;
use crate::answers::digest::{Digest, DigestAnswer};
use crate::answers::filter::Filter;
use crate::answers::next::{Next, NextDeal};
use crate::answers::words::{about, date};
use crate::answers::{Answer, Lens, Question, Refusal};
use crate::draw::link::encoded;
use crate::texts::{t, tongue};

/// So many stalled deals of a team are named; the page has them all.
const MOST_STALLED: usize = 25;

/// A letter, ready to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The mail address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says, for those who read plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// A line about a deal.
struct Line {
    deal: String,
    name: String,
    says: String,
}

/// Lines under a heading.
struct Part {
    title: String,
    lines: Vec<Line>,
}

/// A person's own week; nothing where there is nothing to say.
pub(super) fn own(
    lens: &Lens,
    person: &str,
    to: &str,
    links: Option<&str>,
) -> Result<Option<Letter>, Refusal> {
    let filter = Filter { owner: Some(person.to_owned()), ..Filter::default() };
    let digest = Digest { filter }.ask(lens)?;
    let parts = parts(&digest);
    let stalled = digest.stalled.iter().map(|deal| line(deal, &digest.currency));
    let stalled = Part { title: stalled_title(digest.stalled_in_all), lines: stalled.collect() };
    let parts: Vec<Part> = parts.into_iter().chain([stalled]).collect();
    Ok(written(
        to,
        t!("mail-your-week"),
        &digest.sentence(),
        &parts,
        links.map(|at| (at, "/digest", person)),
    ))
}

/// The week of a manager's team, with all that is stalled; of everybody where they are in no team.
pub(super) fn team(
    lens: &Lens,
    person: &str,
    to: &str,
    links: Option<&str>,
) -> Result<Option<Letter>, Refusal> {
    let team = lens.people.team_on(person, lens.as_of.day).map(str::to_owned);
    let filter = Filter { team: team.clone(), ..Filter::default() };
    let digest = Digest { filter: filter.clone() }.ask(lens)?;
    let among = Among { stalled: true, ..Among::default() };
    let next = Next { filter, among, limit: Some(MOST_STALLED), ..Next::default() }.ask(lens)?;
    let stalled = next.deals.iter().map(|deal| line(deal, &digest.currency));
    let stalled = Part { title: stalled_title(next.open), lines: stalled.collect() };
    let parts: Vec<Part> = parts(&digest).into_iter().chain([stalled]).collect();
    let title = match &team {
        Some(team) => t!("mail-team-week", team = team),
        None => t!("mail-everybody-week").into(),
    };
    Ok(written(to, &title, &digest.sentence(), &parts, links.map(|at| (at, "/digest", ""))))
}

/// A letter that says only that letters arrive.
pub(super) fn trial(to: &str, address: Option<&str>) -> Letter {
    let (subject, says) = (t!("mail-trial"), t!("mail-trial-says"));
    let way = address.map_or_else(String::new, |at| format!("\n\n{at}"));
    let html = html! {
        (DOCTYPE)
        html lang=(tongue().code()) {
            head { meta charset="utf-8"; title { (subject) } }
            body style="font: 15px/1.5 system-ui, sans-serif; max-width: 40rem" {
                p { (says) }
                @if let Some(at) = address { p { (linked(at, Some(at))) } }
            }
        }
    };
    Letter {
        to: to.to_owned(),
        subject: subject.into(),
        text: format!("{says}{way}\n"),
        html: html.into_string(),
    }
}

fn stalled_title(all: usize) -> String {
    t!("mail-stalled", n = all)
}

/// What comes before what is stalled.
fn parts(digest: &DigestAnswer) -> Vec<Part> {
    let name = |account: &Option<String>| account.clone().unwrap_or_default();
    let unlogged = digest.unlogged.iter().map(|call| Line {
        deal: call.deal.clone(),
        name: name(&call.account),
        says: t!("mail-planned-for", day = call.call.on, objective = call.call.objective),
    });
    let overdue = digest.overdue.iter().map(|deal| line(deal, &digest.currency));
    let week = digest.week.iter().map(|one| Line {
        deal: one.deal.clone(),
        name: name(&one.account),
        says: format!("{} {}", date(one.on), one.what),
    });
    vec![
        Part { title: t!("mail-how-ended").into(), lines: unlogged.collect() },
        Part { title: t!("mail-not-done").into(), lines: overdue.collect() },
        Part { title: t!("mail-until", day = digest.until), lines: week.collect() },
    ]
}

fn line(deal: &NextDeal, currency: &str) -> Line {
    let amount =
        deal.amount.map_or(String::new(), |amount| format!("{} {currency}. ", about(amount)));
    let owner = deal.owner.as_ref().map_or(String::new(), |owner| format!("{owner}. "));
    Line {
        deal: deal.id.clone(),
        name: deal.account.clone().or_else(|| deal.name.clone()).unwrap_or_default(),
        says: format!("{amount}{owner}{} {}", deal.because, deal.objective),
    }
}

fn written(
    to: &str,
    title: &str,
    sentence: &str,
    parts: &[Part],
    links: Option<(&str, &str, &str)>,
) -> Option<Letter> {
    let parts: Vec<&Part> = parts.iter().filter(|part| !part.lines.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let deal = |id: &str| links.map(|(at, _, _)| format!("{at}/deals/{}", encoded(id)));
    let page = links.map(|(at, path, owner)| match owner {
        "" => format!("{at}{path}"),
        owner => format!("{at}{path}?owner={}", encoded(owner)),
    });
    let mut text = format!("{sentence}\n");
    for part in &parts {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}\n", part.title);
        for line in &part.lines {
            let _ = writeln!(text, "- {} ({}): {}", line.name, line.deal, line.says);
            if let Some(link) = deal(&line.deal) {
                let _ = writeln!(text, "  {link}");
            }
        }
    }
    let foot = t!("mail-foot");
    let _ =
        write!(text, "\n{}{foot}\n", page.as_ref().map_or(String::new(), |p| format!("{p}\n\n")));
    let html = html! {
        (DOCTYPE)
        html lang=(tongue().code()) {
            head { meta charset="utf-8"; title { (title) } }
            body style="font: 15px/1.5 system-ui, sans-serif; max-width: 40rem" {
                p { b { (sentence) } }
                @for part in &parts {
                    h3 { (part.title) }
                    ul { @for line in &part.lines { li {
                        b { (line.name) } " " (linked(&line.deal, deal(&line.deal).as_deref())) ": " (line.says)
                    } } }
                }
                @if let Some(page) = &page { p { (linked(t!("mail-as-page"), Some(page))) } }
                p style="color: #626b74" { (foot) }
            }
        }
    };
    let subject = format!("{title}: {}", sentence.trim_end_matches('.'));
    Some(Letter { to: to.to_owned(), subject, text, html: html.into_string() })
}

fn linked(words: &str, to: Option<&str>) -> Markup {
    html! { @match to { Some(to) => { a href=(to) { (words) } } None => { (words) } } }
}
