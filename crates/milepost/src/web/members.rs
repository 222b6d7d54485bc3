//! Who is who, and who may come in as what. Links to choose a password are shown once.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::address::{Address, Asked};
use super::ask::data;
use super::fault::Fault;
use super::fields::Fields;
use super::frame::{scroll, sentence, shell};
use super::login::field;
use super::task::{Shared, task};
use crate::answers::members::{MemberLine, MembersAnswer};
use crate::answers::words::count;
use crate::clock;
use crate::draw::Format;
use crate::live::Live;
use crate::live::logins::keep::Member;
use crate::people::Person;
use crate::people::login::{Role, Who};
use crate::people::secret::Secret;

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
        Ok(data(&MembersAnswer { members }, format))
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
    let role = || {
        Role::named(&text("role")).ok_or_else(|| unclear("a role is viewer, rep, manager or admin"))
    };
    let id = text("id");
    Ok(match fields.sent("do") {
        Some("add") => {
            if !live.has_logins()? {
                return Err(unclear("make the owner's login first, at /welcome"));
            }
            let person = Person {
                name: text("name"),
                mail: fields.said("mail"),
                team: fields.said("team"),
                ..Person::default()
            };
            let id = live.add_person(fields.said("id").as_deref(), person, role()?)?;
            (
                format!("{} can come in once a password is chosen", text("name")),
                Some(live.invite(&id)?),
            )
        }
        Some("role") => {
            live.set_role(&id, role()?)?;
            ("The role holds from now on".into(), None)
        }
        Some("team") => {
            let since = fields.day("since").map_err(Fault::unclear)?;
            live.set_team(&id, fields.said("team"), since)?;
            ("The team is set".into(), None)
        }
        Some("under") => {
            let since = fields.day("since").map_err(Fault::unclear)?;
            live.set_over(&text("team"), fields.said("under"), since)?;
            ("The teams are set".into(), None)
        }
        Some("reset") => {
            live.end_second(&id)?;
            let why = "The second factor is off, and a new password can be chosen";
            (why.into(), Some(live.invite(&id)?))
        }
        Some("erase") => {
            live.erase_person(&id)?;
            ("Erased; the ledger keeps the id alone".into(), None)
        }
        _ => return Err(unclear("say what to do")),
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
    let (lead, link) = told.unwrap_or_else(|| {
        let known = count(members.len(), "person");
        (format!("{known}, of whom {logins} can come in"), None)
    });
    let me = who.and_then(|who| who.person.as_deref());
    let body = html! {
        div.head { h1 { "People" } }
        p.lead { (sentence(&lead)) }
        @if let Some(link) = link {
            p.note { "Hand on this link; it is shown only now, and good once, for two days: "
                code { "/invite/" (link.reveal()) } }
        }
        (scroll("People", &table(&members, me)))
        (teams(live)?)
        h2 #add { "Add somebody" }
        form.edit method="post" action="/people" {
            (field("name", "Name", "text", "off", None))
            (field("mail", "Mail address", "email", "off", None))
            (field("team", "Team", "text", "off", None))
            (field("id", "What the ledger knows them by, name or id, if they own deals already", "text", "off", None))
            (roles(Role::Rep))
            p { button.primary name="do" value="add" { "Add" } }
        }
        footer { p { "The same as " a href="/people.json" { "JSON" } " or " a href="/people.csv" { "CSV" } "." } }
    };
    Ok((status, shell("People", "/people", &Asked::default(), &body)).into_response())
}

fn roles(now: Role) -> Markup {
    html! {
        label { span { "Role" } select name="role" {
            @for (role, name) in Role::ALL { option value=(name) selected[*role == now] { (name) } }
        } }
    }
}

fn table(members: &[Member], me: Option<&str>) -> Markup {
    html! {
        table {
            thead { tr { th { "Name" } th { "Mail" } th { "Team" } th { "Role" } th { "Second factor" } td {} } }
            tbody { @for member in members { tr {
                td { (member.person.name) " " span.quiet { (member.id) } @if me == Some(&*member.id) { " (you)" } }
                td { (member.person.mail.as_deref().unwrap_or_default()) }
                td {
                    (form(member, "team", &html! {
                        input name="team" aria-label="Team" list="teams" value=[member.person.team.as_deref()];
                        " " label { span.quiet { "since " } input type="date" name="since"; }
                    }, "Set"))
                    @for was in member.person.before.iter().rev() {
                        p.quiet { (was.team.as_deref().unwrap_or("no team")) " until " (was.until) }
                    }
                }
                td { @match member.role {
                    Some(role) => (form(member, "role", &roles(role), "Set")),
                    None => span.quiet { "no login" },
                } }
                td { @if member.second_factor { "on" } @else { "off" } }
                td {
                    @if member.role.is_some() { (form(member, "reset", &html! {}, "New password")) }
                    (form(member, "erase", &html! {}, "Erase"))
                }
            } } }
        }
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
                select name="under" aria-label={ (name) " is part of" } {
                    option value="" { "stands for itself" }
                    @for other in all.keys().filter(|other| **other != name) {
                        option value=(other) selected[under == Some(other)] { "is part of " (other) }
                    }
                } " "
                label { span.quiet { "since " } input type="date" name="since"; } " "
                button name="do" value="under" { "Set" }
            }
                @for was in before.iter().rev() {
                    p.quiet { (was.team.as_deref().unwrap_or("for itself")) " until " (was.until) }
                } }
        } }
    };
    Ok(html! {
        datalist #teams { @for name in all.keys() { option value=(name) {} } }
        @if !all.is_empty() {
            h2 { "Teams" }
            p { "Who asks for a team gets those that are part of it too, each as it was on the day that is asked for." }
            (scroll("Teams", &html! { table {
                thead { tr { th { "Team" } th { "Where it belongs" } } }
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
