use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;

use crate::live::Live;
use crate::texts::t;

use super::{Common, Done};

/// All events as JSON lines, as they were recorded; `import` reads them back without loss
#[derive(Args)]
pub(super) struct Export {
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

impl Export {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        let out: Box<dyn Write> = match &self.to {
            Some(file) => Box::new(File::create_new(file).map_err(|error| {
                let (file, why) = (file.display().to_string(), error.to_string());
                t!("cli-cannot-write-new", file = file, why = why)
            })?),
            None => Box::new(io::stdout().lock()),
        };
        let mut out = BufWriter::new(out);
        live.export(&mut out)?;
        out.flush()?;
        Ok(())
    }
}
