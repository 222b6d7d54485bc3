use clap::Args;

use crate::answers::accounts;
use crate::answers::among::Among;
use crate::answers::filter::Filter;

use super::{Common, Done, ask::ask};

/// Where each customer stands, what happens next, who has a part in it, by when
#[derive(Args)]
pub(super) struct Accounts {
    /// Only accounts with this in their name, those without open deals too
    search: Option<String>,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    among: Among,
}

impl Accounts {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(
            common,
            &accounts::Accounts { filter: self.filter, among: self.among, search: self.search },
        )
    }
}
