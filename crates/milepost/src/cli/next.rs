use clap::Args;

use crate::answers::among::Among;
use crate::answers::filter::Filter;
use crate::answers::next;

use super::{Common, Done, ask::ask};

/// What must happen next, deal by deal
#[derive(Args)]
pub(super) struct Next {
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    among: Among,
    /// Only deals whose next milestone concerns this department
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
}

impl Next {
    pub(super) fn run(self, common: &Common) -> Done {
        ask(
            common,
            &next::Next {
                filter: self.filter,
                among: self.among,
                department: self.department,
                ..next::Next::default()
            },
        )
    }
}
