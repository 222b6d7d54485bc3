//! The mail server, as a part of the page Settings. The password goes in and never comes out; a test letter goes to
//! whoever sets it.

use jiff::civil::Weekday;
use maud::{Markup, html};

use super::super::fields::Fields;
use crate::live::Live;
use crate::live::mailed::Outcome;
use crate::mail::{password_from, try_out};
use crate::people::login::Who;
use crate::settings::{Mail, MailChanged, Settings, Tls, WEEKDAYS};
use crate::texts::{rich, t};

/// Where a password is from that no page can change.
const OUTSIDE: &str = "environment";

/// What the form says.
pub(super) fn said(fields: &Fields) -> MailChanged {
    MailChanged {
        server: fields.said("server"),
        port: fields.said("port"),
        tls: fields.said("tls"),
        from: fields.said("from"),
        user: fields.said("user"),
        address: fields.said("address"),
        day: fields.said("day"),
        hour: fields.said("hour"),
    }
}

/// Writes it and, if that is asked for, sends a test letter; says what came of it.
///
/// # Errors
/// Why not, in a sentence.
pub(super) fn set(
    live: &Live,
    who: Option<&Who>,
    fields: &Fields,
    to: &MailChanged,
) -> Result<String, String> {
    let outside = live.mail().filter(|mail| password_from(mail) == Some(OUTSIDE));
    if outside.is_some_and(|before| to.leads_elsewhere(&before)) {
        return Err(t!("settings-mail-outside").into());
    }
    let password = fields.sent("password").filter(|password| !password.is_empty());
    to.write(live.path(), password).map_err(|wrong| wrong.why())?;
    if fields.sent("do") != Some("test") {
        return Ok(t!("settings-mail-written").into());
    }
    let me = who.and_then(|who| who.person.as_deref()).ok_or(t!("settings-mail-nobody"))?;
    let sent = try_out(live, me).map_err(|why| t!("settings-mail-not-sent", why = why))?;
    Ok(t!("settings-mail-sent", to = sent))
}

/// The part of the page. `typed` is what somebody wanted to have set and could not.
pub(super) fn part(
    now: &Settings,
    typed: Option<&MailChanged>,
    sent: Option<&Outcome>,
    who: Option<&Who>,
) -> Markup {
    let set = typed.cloned().or_else(|| now.mail.as_ref().map(MailChanged::of)).unwrap_or_default();
    let here = who.is_some_and(|who| who.person.is_some());
    html! {
        h2 #mail { (t!("settings-mail-title")) }
        p { @match &now.mail {
            Some(mail) => (t!("settings-mail", day = weekday(mail.day), hour = mail.hour, server = mail.server)),
            None => (t!("settings-no-mail")),
        } }
        (last(now, sent))
        form.edit method="post" action="/settings" {
            div.more {
                (text("server", t!("settings-mail-server"), t!("settings-mail-server-such-as"), set.server.as_ref()))
                (tls(set.tls.as_deref()))
                label { span { (t!("settings-mail-port")) } input name="port" inputmode="numeric" value=[set.port.as_ref()] placeholder=(t!("settings-mail-port-usual")); }
                (text("user", t!("settings-mail-user"), "", set.user.as_ref()))
                (password(now.mail.as_ref()))
                (text("from", t!("settings-mail-from"), t!("settings-mail-from-such-as"), set.from.as_ref()))
                (text("address", t!("settings-mail-address"), t!("settings-mail-address-such-as"), set.address.as_ref()))
                (day(set.day.as_deref()))
                label { span { (t!("settings-mail-hour")) } select name="hour" {
                    @for hour in (0..24).map(|hour: i8| hour.to_string()) {
                        option value=(hour) selected[hour == set.hour.as_deref().unwrap_or("7")] { (hour) ":00" }
                    }
                } }
            }
            div.taps {
                button.primary name="do" value="mail" { (t!("settings-write")) } " "
                @if here { button name="do" value="test" { (t!("settings-mail-test")) } }
            }
            @if !here {
                p.quiet { (rich!("settings-mail-no-login", login = html! { a href="/welcome" { (t!("frame-first-login")) } })) }
            }
        }
    }
}

fn text(name: &str, label: &str, such_as: &str, value: Option<&String>) -> Markup {
    let such_as = (!such_as.is_empty()).then_some(such_as);
    html! { label { span { (label) } input name=(name) value=[value] placeholder=[such_as] autocomplete="off"; } }
}

/// Never filled in.
fn password(mail: Option<&Mail>) -> Markup {
    let from = mail.and_then(password_from);
    let kept = from.map(|_| t!("settings-mail-password-kept"));
    html! { @if from == Some(OUTSIDE) {
        label { span { (t!("settings-mail-password")) } input disabled placeholder=(t!("settings-mail-password-outside")); }
    } @else {
        label { span { (t!("settings-mail-password")) }
            input name="password" type="password" autocomplete="new-password" placeholder=[kept]; }
    } }
}

fn tls(now: Option<&str>) -> Markup {
    let called = |tls| match tls {
        Tls::Starttls => t!("settings-mail-starttls"),
        Tls::Tls => t!("settings-mail-tls"),
        Tls::None => t!("settings-mail-bare"),
    };
    html! {
        label { span { (t!("settings-mail-encryption")) } select name="tls" {
            @for (tls, name) in Tls::ALL { option value=(name) selected[now == Some(name)] { (called(tls)) } }
        } }
    }
}

fn day(now: Option<&str>) -> Markup {
    html! {
        label { span { (t!("settings-mail-day")) } select name="day" {
            @for (name, day) in WEEKDAYS { option value=(name) selected[now == Some(name)] { (weekday(day)) } }
        } }
    }
}

/// What came of sending the week the last time.
fn last(now: &Settings, sent: Option<&Outcome>) -> Markup {
    html! {
        @if let Some(sent) = sent {
            p role=[(!sent.failed.is_empty()).then_some("alert")] {
                (t!("settings-last-mail", letters = sent.sent, day = now.day_of(sent.at), time = now.time_of(sent.at)))
                @for why in &sent.failed { br; (t!("settings-not-sent", why = why)) }
            }
        }
    }
}

/// What a day of the week is called.
pub(super) fn weekday(day: Weekday) -> String {
    t!("words-weekday", day = day.to_monday_zero_offset())
}
