use std::path::Path;

use clap::Args;
use insight::demo;

use crate::clock;
use crate::live::Live;
use crate::people::{People, Person};
use crate::settings::Settings;

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
}

impl Demo {
    pub(super) fn run(self, common: &Common) -> Done {
        let (mut live, place) = if common.db == Path::new("milepost.db") {
            (Live::in_memory()?, "in memory; nothing is kept".to_owned())
        } else {
            refuse_existing(&common.db)?;
            (Live::open(&common.db)?, format!("in {}", common.db.display()))
        };
        let today = Settings::default().day_of(clock::now());
        let company = demo::company(today, self.seed);
        let (deals, events) = (company.truth.deals, company.events.len());
        live.append(&company.events, &people(company.people))?;
        let what = format!("A sample company, {place}: {deals} deals, {events} events.\n");
        if self.no_serve { super::progress::say(what.trim_end()) } else { self.listen.serve(live, &what) }
    }
}

fn refuse_existing(db: &Path) -> Done {
    if db.exists() {
        let name = db.display();
        return Err(format!("{name} exists already; name a new file with --db for the sample").into());
    }
    Ok(())
}

fn people(persons: Vec<demo::Person>) -> People {
    let known = persons.into_iter().map(|p| {
        (p.id, Person { name: p.name, mail: Some(p.mail), team: Some(p.team) })
    });
    People { persons: known.collect(), ..People::default() }
}
