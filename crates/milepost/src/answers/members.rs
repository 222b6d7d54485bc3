//! Who is known and who may come in, as a list for programs. Passwords, tokens and links are in no answer.

use serde::Serialize;

use super::Answer;
use super::table::{Cell, Table};
use crate::texts::t;

/// Everybody who is known.
#[derive(Clone, Debug, Serialize)]
pub struct MembersAnswer {
    /// One by one.
    pub members: Vec<MemberLine>,
    /// The teams of today.
    pub teams: Vec<TeamLine>,
}

/// One team.
#[derive(Clone, Debug, Serialize)]
pub struct TeamLine {
    /// What it is called.
    pub name: String,
    /// The team that it is part of.
    pub under: Option<String>,
}

/// One person.
#[derive(Clone, Debug, Serialize)]
pub struct MemberLine {
    /// The id in the ledger.
    pub id: String,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: Option<String>,
    /// The team of today.
    pub team: Option<String>,
    /// What they may do; none where they have no login.
    pub role: Option<&'static str>,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
}

impl Answer for MembersAnswer {
    fn sentence(&self) -> String {
        let logins = self.members.iter().filter(|member| member.role.is_some()).count();
        t!("people-lead-sentence", n = self.members.len(), logins = logins)
    }

    fn tables(&self) -> Vec<Table> {
        let row = |member: &MemberLine| {
            let second = if member.second_factor { "on" } else { "off" };
            vec![
                Cell::Text(member.id.clone()),
                Cell::Text(member.name.clone()),
                Cell::text(member.mail.as_deref()),
                Cell::text(member.team.as_deref()),
                Cell::text(member.role),
                Cell::Text(second.into()),
            ]
        };
        vec![Table {
            title: t!("page-people").into(),
            columns: vec!["id", "name", "mail", "team", "role", "second_factor"],
            rows: self.members.iter().map(row).collect(),
        }]
    }
}
