mod salesforce;

use std::path::{Path, PathBuf};

use clap::Args;
use insight::demo;

use crate::clock;
use crate::live::Live;
use crate::people::{People, Person};
use crate::settings::Settings;
use crate::texts::{bare, t};

use super::serve::Listen;
use super::{Common, Done};

/// A sample company with known truth, in a fresh database, served with a browser URL
#[derive(Args)]
pub(super) struct Demo {
    #[command(flatten)]
    listen: Listen,
    /// Another sample company for another number
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Fill the database and stop
    #[arg(long)]
    no_serve: bool,
    /// Write the company as an export of its CRM into this folder and stop, to try an import with
    #[arg(long, value_name = "FOLDER")]
    salesforce: Option<PathBuf>,
}

impl Demo {
    pub(super) fn run(self, common: &Common) -> Done {
        let today = Settings::default().day_of(clock::now());
        let company = demo::company(today, self.seed);
        if let Some(folder) = &self.salesforce {
            let files = salesforce::write(&company, folder)?;
            let files = files.map(|name| folder.join(name).display().to_string());
            return super::progress::say(&format!("Written: {}", files.join(", ")));
        }
        let db = match &common.db {
            usual if usual == Path::new(super::USUAL_DB) => scratch(),
            named => named.clone(),
        };
        refuse_existing(&db)?;
        let live = Live::open(&db)?;
        let events = company.events.len();
        live.append(&company.events, &people(company.people))?;
        let (events, file) = (bare(events as u64), db.display().to_string());
        let what = format!("{}\n", t!("cli-sample", events = events, file = file));
        if self.no_serve {
            super::progress::say(what.trim_end())
        } else {
            self.listen.serve(live, &what)
        }
    }
}

/// A new file among the temporary ones: the sample never touches a ledger of one's own.
fn scratch() -> PathBuf {
    std::env::temp_dir().join(format!("milepost-demo-{}.db", clock::new_id()))
}

fn refuse_existing(db: &Path) -> Done {
    if db.exists() {
        let name = db.display().to_string();
        return Err(t!("cli-sample-exists", file = name).into());
    }
    Ok(())
}

fn people(persons: Vec<demo::Person>) -> People {
    let known = persons.into_iter().map(|p| {
        (p.id, Person { name: p.name, mail: Some(p.mail), team: Some(p.team), ..Person::default() })
    });
    People { persons: known.collect(), ..People::default() }
}
