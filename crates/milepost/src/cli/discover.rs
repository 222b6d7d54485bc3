use clap::Args;
use ledger::decide::CompanyIntent;

use crate::answers::discover::{Discover as Asked, DiscoverAnswer};
use crate::answers::{Answer, Lens, Question};
use crate::live::Live;
use crate::texts::{bare, t};

use super::ask::{as_of, show};
use super::{Common, Done, progress};

/// The milestones that are real, those that are not, and why
#[derive(Args)]
pub(super) struct Discover {
    /// Publish the discovered milestones as a version of the process
    #[arg(long)]
    adopt: bool,
    /// With --adopt: show the process that would be published, and publish nothing
    #[arg(long, requires = "adopt")]
    dry_run: bool,
    /// Write the map of the way to a sale to this file, as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<std::path::PathBuf>,
}

impl Discover {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        let as_of = as_of(common, live.settings())?;
        let (book, named) = live.under(live.book(as_of.moment)?, common.process.as_deref(), false);
        let people = live.people()?;
        let lens = Lens::new(as_of, &book, named.as_deref(), &people, live.settings())?;
        let answer = Asked.ask(&lens)?;
        if let Some(file) = &self.svg {
            std::fs::write(file, crate::draw::map::svg(&answer)).map_err(|error| {
                let (file, why) = (file.display().to_string(), error.to_string());
                t!("cli-cannot-write", file = file, why = why)
            })?;
        }
        if !self.adopt {
            return show(common, &answer);
        }
        adopt(&live, &answer, self.dry_run)
    }
}

fn adopt(live: &Live, answer: &DiscoverAnswer, dry: bool) -> Done {
    let proposal = &answer.proposal;
    if proposal.milestones.is_empty() {
        return Err(t!("cli-nothing-to-adopt", why = answer.sentence()).into());
    }
    if dry {
        let text = toml::to_string(proposal)?;
        return progress::say(&format!("{}\n{}", t!("cli-would-publish"), text.trim_end()));
    }
    live.record_company(&CompanyIntent::Publish(proposal.clone()))?;
    progress::say(&t!(
        "cli-adopted",
        process = proposal.name,
        milestones = bare(proposal.milestones.len() as u64)
    ))
}
