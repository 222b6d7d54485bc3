use std::path::PathBuf;

use clap::Args;

use crate::answers::calendar;
use crate::answers::filter::Filter;
use crate::draw::ical::ical;
use crate::texts::t;

use super::ask::{find, show};
use super::{Common, Done};

/// The days that customers agreed to and the calls that are planned
#[derive(Args)]
pub(super) struct Calendar {
    #[command(flatten)]
    filter: Filter,
    /// Write them to this file for a calendar program (iCalendar)
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
}

impl Calendar {
    pub(super) fn run(self, common: &Common) -> Done {
        let answer = find(common, &calendar::Calendar { filter: self.filter })?;
        if let Some(file) = &self.ics {
            std::fs::write(file, ical(&answer)).map_err(|error| {
                let (file, why) = (file.display().to_string(), error.to_string());
                t!("cli-cannot-write", file = file, why = why)
            })?;
        }
        show(common, &answer)
    }
}
