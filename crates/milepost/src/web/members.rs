//! Who is who, and who may come in as what. Links to choose a password are shown once.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use ledger::time::Day;
use maud::{Markup, html};

use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{same_as, scroll, sentence, shell};
use super::login::field;
use super::task::{Shared, task};
use crate::answers::account::role_text;
use crate::answers::members::{MemberLine, MembersAnswer, TeamLine};
use crate::clock;
use crate::draw::Format;
use crate::live::Live;
use crate::live::logins::keep::Member;
use crate::people::Person;
use crate::people::login::{Role, Who};
use crate::people::secret::Secret;
use crate::people::teams::Was;
use crate::texts::{rich, t};

/// What was done, and the link to hand on, if there is one.
type Told = (String, Option<Secret>);

/// The page.
pub(super) async fn show(State(live): Shared) -> Response {
    task(live, Format::Table, |live, who| page(live, who, StatusCode::OK, None)).await
}

/// The same for programs.
pub(super) async fn list(State(live): Shared, uri: Uri) -> Response {
    let format = Address::place(&uri, None).format;
    task(live, format, move |live, _| {
        let line = |member: Member| MemberLine {
            role: member.role.map(Role::name),
            id: member.id,
            name: member.person.name,
            mail: member.person.mail,
            team: member.person.team,
            second_factor: member.second_factor,
        };
        let members = live.members()?.into_iter().map(line).collect();
        let (people, today) = (live.people()?, live.settings().day_of(clock::now()));
        let team = |(name, under): (&str, Option<&str>)| TeamLine {
            name: name.to_owned(),
            under: under.map(str::to_owned),
        };
        let teams = people.all_teams(today).into_iter().map(team).collect();
        Ok(data(&MembersAnswer { members, teams }, format))
    })
    .await
}

/// Does what the form says.
pub(super) async fn act(State(live): Shared, headers: HeaderMap, body: Bytes) -> Response {
    task(live, Format::Table, move |live, who| {
        let fields = Fields::read(&headers, &body)?;
        match done(live, &fields) {
            Ok(told) => page(live, who, StatusCode::OK, Some(told)),
            Err(fault) => page(live, who, fault.status, Some((fault.sentence, None))),
        }
    })
    .await
}

fn done(live: &Live, fields: &Fields) -> Result<Told, Fault> {
    let text = |name| fields.said(name).unwrap_or_default();
    let unclear = |why: &str| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, why);
    let role = || Role::named(&text("role")).ok_or_else(|| unclear(t!("people-no-such-role")));
    let id = text("id");
    Ok(match fields.sent("do") {
        Some("add") => {
            if !live.has_logins()? {
                return Err(unclear(t!("people-owner-first")));
            }
            let person = Person {
                name: text("name"),
                mail: fields.said("mail"),
                team: fields.said("team"),
                ..Person::default()
            };
            let id = live.add_person(fields.said("id").as_deref(), person, role()?)?;
            (t!("people-added", name = text("name")), Some(live.invite(&id)?))
        }
        Some("role") => {
            live.set_role(&id, role()?)?;
            (t!("people-role-set").into(), None)
        }
        Some("team") => {
            let since = fields.day("since").map_err(Fault::unclear)?;
            live.set_team(&id, fields.said("team"), since)?;
            (t!("people-team-set").into(), None)
        }
        Some("under") => {
            let since = fields.day("since").map_err(Fault::unclear)?;
            live.set_over(&text("team"), fields.said("under"), since)?;
            (t!("people-teams-set").into(), None)
        }
        Some("reset") => {
            live.end_second(&id)?;
            (t!("people-reset").into(), Some(live.invite(&id)?))
        }
        Some("erase") => {
            live.erase_person(&id)?;
            (t!("people-erased").into(), None)
        }
        _ => return Err(unclear(t!("people-say-what"))),
    })
}

fn page(
    live: &Live,
    who: Option<&Who>,
    status: StatusCode,
    told: Option<Told>,
) -> Result<Response, Fault> {
    let members = live.members()?;
    let logins = members.iter().filter(|member| member.role.is_some()).count();
    let (lead, link) =
        told.unwrap_or_else(|| (t!("people-lead", n = members.len(), logins = logins), None));
    let me = who.and_then(|who| who.person.as_deref());
    let body = html! {
        div.head { h1 { (t!("page-people")) } }
        p.lead { (sentence(&lead)) }
        @if let Some(link) = link {
            p.note { (rich!("people-hand-on", link = html! { code { "/invite/" (link.reveal()) } })) }
        }
        (scroll(t!("page-people"), &table(&members, me)))
        (teams(live)?)
        h2 #add { (t!("people-add-somebody")) }
        form.edit method="post" action="/people" {
            (field("name", t!("people-name"), "text", "off", None))
            (field("mail", t!("people-mail-address"), "email", "off", None))
            (field("team", t!("frame-team"), "text", "off", None))
            (field("id", t!("people-known-as"), "text", "off", None))
            (roles(Role::Rep))
            p { button.primary name="do" value="add" { (t!("people-add")) } }
        }
        (same_as(|ending| format!("/people.{ending}")))
    };
    Ok((status, shell(t!("page-people"), "/people", &Asked::default(), &body)).into_response())
}

fn roles(now: Role) -> Markup {
    html! {
        label { span { (t!("people-role")) } select name="role" {
            @for (role, name) in Role::ALL { option value=(name) selected[*role == now] { (role_text(*role)) } }
        } }
    }
}

fn table(members: &[Member], me: Option<&str>) -> Markup {
    html! {
        table.cards {
            thead { tr { th { (t!("people-name")) } th { (t!("people-mail")) } th { (t!("frame-team")) } th { (t!("people-role")) } th { (t!("people-second")) } td {} } }
            tbody { @for member in members { tr {
                td.first { (member.person.name) " " span.quiet { (member.id) } @if me == Some(&*member.id) { " " (t!("people-you")) } }
                td { (member.person.mail.as_deref().unwrap_or_default()) }
                td data-as=(t!("frame-team")) {
                    (form(member, "team", &html! {
                        input name="team" aria-label=(t!("frame-team")) list="teams" value=[member.person.team.as_deref()];
                        " " label { span.quiet { (t!("people-since")) " " } input type="date" name="since"; }
                    }, t!("people-set")))
                    @for was in member.person.before.iter().rev() {
                        p.quiet { (was_in(was, |day| t!("people-in-no-team", day = day))) }
                    }
                }
                td data-as=(t!("people-role")) { @match member.role {
                    Some(role) => (form(member, "role", &roles(role), t!("people-set"))),
                    None => span.quiet { (t!("people-no-login")) },
                } }
                td data-as=(t!("people-second")) { @if member.second_factor { (t!("people-on")) } @else { (t!("people-off")) } }
                td.last {
                    @if member.role.is_some() { (form(member, "reset", &html! {}, t!("people-new-link"))) }
                    (form(member, "erase", &html! {}, t!("people-erase")))
                }
            } } }
        }
    }
}

/// Where somebody or a team was until a day.
fn was_in(was: &Was, nowhere: fn(Day) -> String) -> String {
    match &was.team {
        Some(team) => t!("people-in-team", team = team, day = was.until),
        None => nowhere(was.until),
    }
}

/// Teams, and which are part of which.
fn teams(live: &Live) -> Result<Markup, Fault> {
    let (people, today) = (live.people()?, live.settings().day_of(clock::now()));
    let all = people.all_teams(today);
    let row = |name: &str, under: Option<&str>| {
        let before = people.teams.get(name).map_or(&[][..], |team| &team.before);
        html! { tr {
            th scope="row" { (name) }
            td { form method="post" action="/people" {
                input type="hidden" name="team" value=(name);
                select name="under" aria-label=(t!("people-part-of", team = name)) {
                    option value="" { (t!("people-for-itself")) }
                    @for other in all.keys().filter(|other| **other != name) {
                        option value=(other) selected[under == Some(other)] { (t!("people-is-part-of", team = other)) }
                    }
                } " "
                label { span.quiet { (t!("people-since")) " " } input type="date" name="since"; } " "
                button name="do" value="under" { (t!("people-set")) }
            }
                @for was in before.iter().rev() {
                    p.quiet { (was_in(was, |day| t!("people-for-itself-until", day = day))) }
                } }
        } }
    };
    Ok(html! {
        datalist #teams { @for name in all.keys() { option value=(name) {} } }
        @if !all.is_empty() {
            h2 { (t!("people-teams")) }
            p { (t!("people-teams-how")) }
            (scroll(t!("people-teams"), &html! { table {
                thead { tr { th { (t!("frame-team")) } th { (t!("people-belongs")) } } }
                tbody { @for (name, under) in &all { (row(name, *under)) } }
            } }))
        }
    })
}

fn form(member: &Member, what: &str, fields: &Markup, button: &str) -> Markup {
    html! {
        form method="post" action="/people" {
            input type="hidden" name="id" value=(member.id);
            (fields) " " button name="do" value=(what) { (button) }
        }
    }
}
