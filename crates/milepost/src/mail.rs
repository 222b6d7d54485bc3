//! The week by mail: to everybody who sells, their own; to managers, that of their team with all that is stalled. Sent
//! on the day and from the hour that the company has set, each week once, by the company's own server.

mod letter;
mod post;

use jiff::Timestamp;
use ledger::time::{Day, Moment};

use crate::answers::{AsOf, Lens};
use crate::clock;
use crate::live::mailed::Outcome;
use crate::live::{Live, Trouble};
use crate::people::login::Role;
use crate::settings::{Mail, Settings};
use crate::texts::{speaking_here, t};

pub use letter::Letter;
pub use post::{Post, password_from};

/// What is due is sent; says how many letters, and nothing where nothing was due. Who was sent theirs is not sent it
/// again, even if others failed.
///
/// # Errors
/// If the ledger cannot be read or written.
pub fn send_due(live: &Live) -> Result<Option<Outcome>, Trouble> {
    let Some(mail) = live.mail() else { return Ok(None) };
    let Some(week) = due(clock::now(), &mail, live.settings()) else { return Ok(None) };
    let mut letters = letters(live)?;
    let mut kept = Vec::new();
    for (person, letter) in letters.drain(..) {
        if !live.was_mailed(&person, week)? {
            kept.push((person, letter));
        }
    }
    if kept.is_empty() {
        return Ok(None);
    }
    let outcome = send(live, &mail, kept, Some(week))?;
    live.note_mail_outcome(&outcome)?;
    Ok(Some(outcome))
}

/// The day on which the week began, from the hour on at which it goes out; nothing on other days.
fn due(now: Moment, mail: &Mail, settings: &Settings) -> Option<Day> {
    let stamp = Timestamp::from_millisecond(now.0).ok()?;
    let here = stamp.to_zoned(settings.zone.clone());
    (here.weekday() == mail.day && here.hour() >= mail.hour).then(|| settings.day_of(now))
}

/// Sends letters, one after the other, over one connection.
///
/// # Errors
/// If it cannot be noted who was sent theirs.
pub fn send(
    live: &Live,
    mail: &Mail,
    letters: Vec<(String, Letter)>,
    week: Option<Day>,
) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome { at: clock::now(), sent: 0, failed: Vec::new() };
    let post = match Post::open(mail) {
        Ok(post) => post,
        Err(why) => {
            outcome.failed.push(why);
            return Ok(outcome);
        }
    };
    for (person, letter) in letters {
        match post.send(&letter) {
            Ok(()) => {
                outcome.sent += 1;
                if let Some(week) = week {
                    live.note_mailed(&person, week)?;
                }
            }
            Err(why) => outcome.failed.push(format!("{}: {why}", letter.to)),
        }
    }
    Ok(outcome)
}

/// Sends one person a letter that says only that letters arrive; says to which address it went.
///
/// # Errors
/// A sentence that says why it did not, and what to do.
pub fn try_out(live: &Live, person: &str) -> Result<String, String> {
    let set = live.mail().ok_or(t!("mail-no-server"))?;
    let people = live.people().map_err(|trouble| trouble.to_string())?;
    let to = people.persons.get(person).and_then(|person| person.mail.clone());
    let to = to.ok_or(t!("mail-no-own-address"))?;
    let letter = letter::trial(&to, set.address.as_deref());
    Post::open(&set)?.send(&letter)?;
    Ok(to)
}

/// The letters of everybody with a login, a mail address and something to do, who wants them.
///
/// # Errors
/// If the ledger cannot be read, or an answer is refused.
pub fn letters(live: &Live) -> Result<Vec<(String, Letter)>, Trouble> {
    let mut letters = Vec::new();
    for member in live.members()? {
        let Some(role) = member.role else { continue };
        if live.wants_mail(&member.id)? {
            letters.extend(of(live, &member.id, role == Role::Manager)?);
        }
    }
    Ok(letters)
}

/// One person's letters, whether they have a login or not; none without a mail address or anything to say.
///
/// # Errors
/// If the ledger cannot be read, or an answer is refused.
pub fn of(live: &Live, person: &str, leads: bool) -> Result<Vec<(String, Letter)>, Trouble> {
    speaking_here(live.tongue_of(person)?, || written(live, person, leads))
}

fn written(live: &Live, person: &str, leads: bool) -> Result<Vec<(String, Letter)>, Trouble> {
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    let Some(mail) = people.persons.get(person).and_then(|person| person.mail.clone()) else {
        return Ok(Vec::new());
    };
    let set = live.mail();
    let links = set.as_ref().and_then(|mail| mail.address.as_deref());
    let own = letter::own(&lens, person, &mail, links)?.map(|letter| (person.to_owned(), letter));
    let team = if leads { letter::team(&lens, person, &mail, links)? } else { None };
    let team = team.map(|letter| (person.to_owned(), letter));
    Ok(own.into_iter().chain(team).collect())
}

#[cfg(test)]
mod tests {
    use super::due;
    use crate::settings::Settings;

    #[test]
    fn the_week_goes_out_on_its_day_from_its_hour_on() {
        let text =
            "time_zone = 'Europe/Berlin'\n[mail]\nserver = 'localhost'\nfrom = 'a@b.example'\n";
        let settings = Settings::parse(text).unwrap();
        let mail = settings.mail.as_ref().unwrap();
        let due = |at: &str| due(at.parse().unwrap(), mail, &settings).map(|day| day.to_string());
        // 2026-11-23 is a Monday; Berlin is an hour ahead.
        assert_eq!(due("2026-11-23T05:59:00Z"), None);
        assert_eq!(due("2026-11-23T06:00:00Z").as_deref(), Some("2026-11-23"));
        assert_eq!(due("2026-11-22T23:30:00Z"), None);
        assert_eq!(due("2026-11-24T09:00:00Z"), None);
    }
}
