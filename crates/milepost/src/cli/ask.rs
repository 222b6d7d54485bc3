//! How a command asks: open the ledger, look at it as of a moment, draw the answer.

use std::io::{self, Write};

use console::Term;

use crate::answers::{Answer, AsOf, Lens, Question, Refusal};
use crate::clock;
use crate::draw::{Format, draw_within};
use crate::live::Live;
use crate::settings::Settings;

use super::{Common, Done};

/// Asks the ledger that `common` names and draws the answer.
pub(super) fn ask(common: &Common, question: &impl Question) -> Done {
    show(common, &find(common, question)?)
}

/// Asks the ledger that `common` names.
pub(super) fn find<Q: Question>(
    common: &Common,
    question: &Q,
) -> Result<Q::Answer, Box<dyn std::error::Error>> {
    let live = Live::open_existing(&common.db)?;
    let as_of = as_of(common, live.settings())?;
    let process = common.process.as_deref();
    if let Some(deal) = question.about() {
        let (book, people) = (live.book(as_of.moment)?, live.people()?);
        let lens = Lens::new(as_of, &book, process, &people, live.settings())?;
        let lens = if process.is_none() { lens.about(deal) } else { lens };
        return Ok(live.answer_once(question, &lens, process)??);
    }
    let (book, named) = live.under(live.book(as_of.moment)?, process, Q::WHOLE);
    let people = live.people()?;
    let lens = match &named {
        Some(name) => Lens::new(as_of, &book, Some(name), &people, live.settings())?,
        None => Lens::whole(as_of, &book, &people, live.settings())?,
    };
    Ok(live.answer_once(question, &lens, process)??)
}

/// Draws an answer, no wider than the terminal if there is one.
pub(super) fn show(common: &Common, answer: &impl Answer) -> Done {
    let terminal = Term::stdout();
    let width = terminal.is_term().then(|| terminal.size_checked()).flatten();
    let width = width.map(|(_, columns)| columns);
    // Standard output is written line by line; a long answer has a million lines.
    let mut out = io::BufWriter::new(io::stdout().lock());
    draw_within(width, answer, common.format, &mut out)?;
    Ok(out.flush()?)
}

/// What was recorded: a sentence for people, the whole for programs.
pub(super) fn told(common: &Common, recorded: &impl Answer) -> Done {
    match common.format {
        Format::Table => super::progress::say(&recorded.sentence()),
        _ => show(common, recorded),
    }
}

/// The moment that `--as-of` names; without it, now.
pub(super) fn as_of(common: &Common, settings: &Settings) -> Result<AsOf, Refusal> {
    match &common.as_of {
        Some(text) => AsOf::parse(text, clock::now(), settings),
        None => Ok(AsOf::now(clock::now(), settings)),
    }
}
