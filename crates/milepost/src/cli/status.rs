use clap::Args;

use crate::answers::among::Among;
use crate::answers::filter::Filter;
use crate::answers::status::{self, By};

use super::{Common, Done, ask::ask};

/// Where open deals stand, by the milestones done
#[derive(Args)]
pub(super) struct Status {
    /// Group by
    #[arg(long, value_enum, default_value_t)]
    by: By,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    among: Among,
}

impl Status {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(common, &status::Status { by: self.by, filter: self.filter, among: self.among })
    }
}
