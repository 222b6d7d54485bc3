use std::net::SocketAddr;

use clap::Args;

use crate::live::Live;
use crate::texts::t;
use crate::web;

use super::{Common, Done, heaps, progress};

/// Serve the pages of this ledger
#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    listen: Listen,
}

/// Where to serve.
#[derive(Args)]
pub(super) struct Listen {
    /// The address to serve on
    #[arg(long, default_value = "127.0.0.1:7171", value_name = "ADDRESS")]
    listen: SocketAddr,
}

impl Serve {
    pub(super) fn run(self, common: &Common) -> Done {
        heaps::few();
        self.listen.serve(Live::open(&common.db)?, "")
    }
}

impl Listen {
    /// Serves until it is stopped; without logins only to this machine.
    pub(super) fn serve(self, live: Live, what: &str) -> Done {
        if !self.listen.ip().to_canonical().is_loopback() && !live.has_logins()? {
            return Err(t!("cli-no-logins").into());
        }
        let tell = |address: SocketAddr| {
            let open = t!("cli-open", address = format!("http://{address}/"));
            progress::say(&format!("{what}{open}"))
        };
        web::serve_and_record(live, self.listen, tell)
    }
}
