//! What commands say while and after they work: bars on a terminal only, sentences always.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::Done;
use crate::texts::t;

/// A bar over bytes, hidden where nobody watches.
pub(super) fn bytes() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = t!("cli-bar");
    let style = ProgressStyle::with_template(style).unwrap_or(ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}

/// A sentence on standard output.
pub(super) fn say(sentence: &str) -> Done {
    writeln!(io::stdout().lock(), "{sentence}")?;
    Ok(())
}
