//! How a command asks: open the ledger, look at it as of a moment, draw the answer.

use std::io;

use crate::answers::{AsOf, Lens, Question, Refusal};
use crate::clock;
use crate::draw::draw;
use crate::live::Live;
use crate::settings::Settings;

use super::{Common, Done};

/// Asks the ledger that `common` names and draws the answer.
pub(super) fn ask(common: &Common, question: &impl Question) -> Done {
    let live = Live::open_existing(&common.db)?;
    let as_of = as_of(common, live.settings())?;
    let book = live.book(as_of.moment)?;
    let people = live.people()?;
    let process = common.process.as_deref();
    let lens = Lens::new(as_of, &book, process, &people, live.settings())?;
    let answer = question.ask(&lens)?;
    draw(&answer, common.format, &mut io::stdout().lock())?;
    Ok(())
}

/// The moment that `--as-of` names; without it, now.
pub(super) fn as_of(common: &Common, settings: &Settings) -> Result<AsOf, Refusal> {
    match &common.as_of {
        Some(text) => AsOf::parse(text, clock::now(), settings),
        None => Ok(AsOf::now(clock::now(), settings)),
    }
}
