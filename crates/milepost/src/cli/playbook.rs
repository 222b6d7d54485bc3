use clap::Args;

use crate::answers::playbook::Playbook as Asked;
use crate::answers::{Lens, Question};
use crate::draw::Format;
use crate::live::Live;

use super::ask::{as_of, show};
use super::{Common, Done, progress};

/// How this company sells, in one document made from its process and its deals (Markdown)
#[derive(Args)]
pub(super) struct Playbook {
    /// Leave out who bought and who sold
    #[arg(long)]
    anonymous: bool,
}

impl Playbook {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        let as_of = as_of(common, live.settings())?;
        let people = live.people()?;
        let (book, named) = live.under(live.book(as_of.moment)?, common.process.as_deref(), false);
        let lens = Lens::new(as_of, &book, named.as_deref(), &people, live.settings())?;
        let answer = Asked { anonymous: self.anonymous }.ask(&lens)?;
        match common.format {
            Format::Table => progress::say(answer.markdown().trim_end()),
            _ => show(common, &answer),
        }
    }
}
