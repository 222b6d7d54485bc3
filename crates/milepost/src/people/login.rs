//! Who may come in, and as what: logins, roles, tokens and their scopes. All of it can be erased.

use ledger::time::Moment;
use serde::{Deserialize, Serialize};

use super::password::Hashed;
use crate::texts::Tongue;

/// What somebody may do; each may do what those before may.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sees what must happen next, changes nothing
    Viewer,
    /// Sells: works on deals
    Rep,
    /// Leads teams: publishes the process, imports
    Manager,
    /// Keeps people and settings
    Admin,
}

impl Role {
    /// All, the least first.
    pub const ALL: &[(Role, &str)] = &[
        (Role::Viewer, "viewer"),
        (Role::Rep, "rep"),
        (Role::Manager, "manager"),
        (Role::Admin, "admin"),
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        Role::ALL.iter().find(|(role, _)| *role == self).map_or("", |(_, name)| name)
    }

    /// The role of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.iter().find(|(_, called)| *called == name.trim()).map(|(role, _)| *role)
    }
}

/// What an API token may be used for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Ask
    Read,
    /// Change deals
    Write,
    /// Import files
    Import,
    /// People and settings
    Admin,
}

impl Scope {
    /// All of them.
    pub const ALL: &[(Scope, &str)] = &[
        (Scope::Read, "read"),
        (Scope::Write, "write"),
        (Scope::Import, "import"),
        (Scope::Admin, "admin"),
    ];
}

/// A person's way in. What is kept cannot be turned back into what is typed, but for the key of the
/// second factor, which both sides must know.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Login {
    /// What they may do.
    pub role: Role,
    /// None until they have chosen one.
    pub password: Option<Hashed>,
    /// The second factor.
    pub second: Option<Second>,
    /// Whether they do not want their week by mail.
    #[serde(default)]
    pub no_mail: bool,
    /// The language they chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tongue: Option<Tongue>,
}

/// A second factor.
#[derive(Clone, Serialize, Deserialize)]
pub struct Second {
    /// Shared with the person's telephone.
    pub key: Vec<u8>,
    /// The last step whose code was taken.
    pub used: u64,
    /// What is kept of the recovery codes that are left.
    pub recovery: Vec<String>,
    /// Whether a code has been shown to be right: until then it is not asked for.
    pub on: bool,
}

impl std::fmt::Debug for Second {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Second(on: {}, …)", self.on)
    }
}

/// Something that lets in who holds its secret; kept under the secret's mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// Whom.
    pub person: String,
    /// What it is called: a browser, or the name of a token.
    pub name: String,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub until: Moment,
    /// What it may be used for; empty for a session, which may do what the person may.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
}

/// Who acts: what a page or a write may go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person's id; none where there are no logins.
    pub person: Option<String>,
    /// What they may do.
    pub role: Role,
    /// Whose deals they see; none sees all.
    pub sees: Option<Vec<String>>,
    /// What the token they came with is for; none for a session.
    pub scopes: Option<Vec<Scope>>,
    /// The mark of what they came in with.
    pub pass: Option<String>,
    /// The language they chose.
    pub tongue: Option<Tongue>,
}

impl Who {
    /// Whoever sits at this machine while there are no logins.
    #[must_use]
    pub fn here() -> Who {
        Who { person: None, role: Role::Admin, sees: None, scopes: None, pass: None, tongue: None }
    }
}
