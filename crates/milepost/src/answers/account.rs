//! One's own account, for programs of one's own: who one is, and what is open in one's name. Passwords, keys and what a
//! session or a token is told by are in no answer.

use ledger::time::Moment;
use serde::Serialize;

use super::Answer;
use super::table::{Cell, Table};
use crate::people::login::{Pass, Role, Scope};
use crate::texts::t;

/// An account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountAnswer {
    /// The id in the ledger.
    pub id: String,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: Option<String>,
    /// What they may do.
    pub role: Option<Role>,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
    /// Whether the week comes by mail.
    pub week_by_mail: bool,
    /// The language they chose, if they did.
    pub language: Option<&'static str>,
    /// Browsers that are logged in, and tokens.
    pub open: Vec<PassLine>,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct PassLine {
    /// `session` or `token`.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub until: Moment,
    /// What a token may be used for.
    pub scopes: Vec<&'static str>,
}

/// What a role is called.
#[must_use]
pub fn role_text(role: Role) -> &'static str {
    match role {
        Role::Viewer => t!("words-viewer"),
        Role::Rep => t!("words-rep"),
        Role::Manager => t!("words-manager"),
        Role::Admin => t!("words-admin"),
    }
}

impl PassLine {
    /// A line of what is open.
    #[must_use]
    pub fn of(kind: &'static str, pass: Pass) -> PassLine {
        let named = |scope: &(Scope, &'static str)| pass.scopes.contains(&scope.0);
        let scopes = Scope::ALL.iter().filter(|scope| named(scope)).map(|scope| scope.1).collect();
        PassLine { kind, name: pass.name, since: pass.since, until: pass.until, scopes }
    }
}

impl Answer for AccountAnswer {
    fn sentence(&self) -> String {
        let role = self.role.map_or("", role_text);
        t!("account-lead", name = self.name, role = role)
    }

    fn tables(&self) -> Vec<Table> {
        let row = |pass: &PassLine| {
            vec![
                Cell::Text(pass.kind.into()),
                Cell::Text(pass.name.clone()),
                Cell::Text(pass.since.to_string()),
                Cell::Text(pass.until.to_string()),
                Cell::Text(pass.scopes.join(" ")),
            ]
        };
        vec![Table {
            title: t!("page-account").into(),
            columns: vec!["kind", "name", "since", "until", "scopes"],
            rows: self.open.iter().map(row).collect(),
        }]
    }
}
