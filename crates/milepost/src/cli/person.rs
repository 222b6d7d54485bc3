use clap::Subcommand;
use ledger::time::Day;

use crate::clock;
use crate::live::Live;
use crate::people::Person as Known;
use crate::people::login::{Role, Scope};
use crate::texts::t;

use super::{Common, Done, progress};

/// People and their logins
#[derive(Subcommand)]
pub(super) enum Person {
    /// Give somebody a login; prints the link by which they choose their password
    Add {
        /// Their name
        name: String,
        /// Their mail address
        #[arg(long)]
        mail: String,
        /// What they may do
        #[arg(long, value_enum, default_value = "rep")]
        role: Role,
        /// Their team
        #[arg(long)]
        team: Option<String>,
        /// What the ledger knows them by, name or id, if they own deals already
        #[arg(long)]
        id: Option<String>,
    },
    /// Give somebody another role
    Role {
        /// Name, mail address or id
        person: String,
        /// What they may do from now on
        #[arg(value_enum)]
        role: Role,
    },
    /// Put somebody into a team
    Team {
        /// Name, mail address or id
        person: String,
        /// The team; none if left out
        team: Option<String>,
        /// Since when; today if left out
        #[arg(long, value_name = "DATE")]
        since: Option<Day>,
    },
    /// All teams; or make one part of another
    Teams {
        /// The team
        #[arg(requires = "under")]
        team: Option<String>,
        /// The team that it is part of; "none" for one that stands for itself
        #[arg(long, value_name = "TEAM", requires = "team")]
        under: Option<String>,
        /// Since when; today if left out
        #[arg(long, value_name = "DATE", requires = "team")]
        since: Option<Day>,
    },
    /// Turn somebody's second factor off and print a link to choose a new password
    Reset {
        /// Name, mail address or id
        person: String,
    },
    /// Make an API token for somebody; it is printed this once
    Token {
        /// Name, mail address or id
        person: String,
        /// What it is for
        #[arg(long)]
        name: String,
        /// What it may be used for
        #[arg(long, value_enum, value_delimiter = ',', default_value = "read")]
        scope: Vec<Scope>,
        /// How long it lasts
        #[arg(long, default_value_t = 90)]
        days: i64,
    },
    /// Everybody that is known
    List,
    /// Erase who somebody is; their id stays in the ledger
    Erase {
        /// Name, mail address or id
        person: String,
    },
}

impl Person {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open(&common.db)?;
        let find = |called: &str| live.person_called(called);
        match self {
            Person::Add { name, mail, role, team, id } => {
                let person =
                    Known { name: name.clone(), mail: Some(mail), team, ..Known::default() };
                let id = live.add_person(id.as_deref(), person, role)?;
                told(&t!("cli-has-login", person = name, role = called(role)))?;
                invite(&live, &id)
            }
            Person::Role { person, role } => {
                live.set_role(&find(&person)?, role)?;
                told(&t!("cli-role", person = person, role = called(role)))
            }
            Person::Team { person, team, since } => {
                live.set_team(&find(&person)?, team, since)?;
                told(t!("cli-team-set"))
            }
            Person::Teams { team: Some(team), under, since } => {
                live.set_over(&team, under.filter(|under| under != "none"), since)?;
                told(t!("cli-teams-set"))
            }
            Person::Teams { team: None, .. } => teams(&live),
            Person::Reset { person } => {
                let id = find(&person)?;
                live.end_second(&id)?;
                invite(&live, &id)
            }
            Person::Token { person, name, scope, days } => {
                let token = live.new_token(&find(&person)?, &name, scope, days)?;
                told(token.reveal())
            }
            Person::List => list(&live),
            Person::Erase { person } => {
                live.erase_person(&find(&person)?)?;
                told(t!("cli-erased"))
            }
        }
    }
}

fn invite(live: &Live, id: &str) -> Done {
    let link = live.invite(id)?;
    told(&t!("cli-invite", link = format!("/invite/{}", link.reveal())))
}

fn list(live: &Live) -> Done {
    for member in live.members()? {
        let role = member.role.map_or(t!("cli-no-login"), called);
        let mail = member.person.mail.unwrap_or_default();
        let team = member.person.team.unwrap_or_default();
        told(&format!("{}\t{}\t{mail}\t{team}\t{role}", member.id, member.person.name))?;
    }
    Ok(())
}

/// Each team with those that it is part of.
fn teams(live: &Live) -> Done {
    let (people, today) = (live.people()?, live.settings().day_of(clock::now()));
    for (team, under) in people.all_teams(today) {
        match under {
            Some(under) => told(&t!("cli-part-of", team = team, under = under))?,
            None => told(team)?,
        }
    }
    Ok(())
}

/// What a role is called.
fn called(role: Role) -> &'static str {
    match role {
        Role::Viewer => t!("words-viewer"),
        Role::Rep => t!("words-rep"),
        Role::Manager => t!("words-manager"),
        Role::Admin => t!("words-admin"),
    }
}

fn told(sentence: &str) -> Done {
    progress::say(sentence)
}
