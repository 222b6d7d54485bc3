//! Questions and their answers. A question is one type, its answer is one plain value; page, JSON,
//! CSV and terminal draw the *same* value. What an answer serializes to is a promise to scripts.
//!
//! Nothing here draws, and nothing here knows where the book came from.

pub mod account;
pub mod accounts;
pub mod accuracy;
pub mod among;
pub mod audit;
pub mod calendar;
pub mod call;
pub mod check;
pub mod coach;
pub mod deal;
pub mod deals;
pub mod digest;
pub mod discover;
pub mod filter;
pub mod find;
pub mod forecast;
pub mod imports;
pub mod learn;
pub mod marketing;
pub mod members;
pub mod next;
pub mod playbook;
pub mod process;
pub mod purse;
pub mod quotas;
pub mod settings;
pub mod standing;
pub mod status;
pub mod table;
pub mod views;
pub mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use insight::provisional::provisional;
use ledger::book::Book;
use ledger::deal::Deal;
use ledger::names::Sym;
use ledger::path::{Path, Reader};
use ledger::process::{Milestone, Process};
use ledger::time::{Day, Moment};
use serde::{Serialize, Serializer};

use crate::people::People;
use crate::settings::Settings;
use crate::texts::t;
use table::Table;

/// Something that can be asked of the ledger at a moment.
pub trait Question {
    /// What comes back.
    type Answer: Answer + Send + Sync + 'static;

    /// Whether it is asked of the deals of all processes together; else of those of one, the main one if none is named.
    const WHOLE: bool = false;

    /// The one deal that it is asked of, if it is asked of one: that deal's own process counts.
    fn about(&self) -> Option<&str> {
        None
    }

    /// Answers from what was known at the lens's moment, and nothing else.
    ///
    /// # Errors
    /// A plain sentence where no honest answer can be given.
    fn ask(&self, lens: &Lens) -> Result<Self::Answer, Refusal>;

    /// The earlier moment that it compares with, if with any.
    ///
    /// # Errors
    /// If that is not earlier.
    fn earlier(&self, _: &Lens) -> Result<Option<AsOf>, Refusal> {
        Ok(None)
    }

    /// Answers beside what was known at [`Question::earlier`].
    ///
    /// # Errors
    /// A plain sentence where no honest answer can be given.
    fn compare(&self, lens: &Lens, _: &Lens) -> Result<Self::Answer, Refusal> {
        self.ask(lens)
    }

    /// What to keep its answer under, where making it takes long; the same text asks the same.
    fn key(&self) -> Option<String> {
        None
    }
}

/// A plain value that can be drawn.
pub trait Answer: Serialize {
    /// The answer in a sentence.
    fn sentence(&self) -> String;
    /// What the reader must know to read it rightly; may be empty.
    fn notes(&self) -> Vec<String> {
        Vec::new()
    }
    /// The answer in tables, the most important one first: it is the one that CSV gives.
    fn tables(&self) -> Vec<Table>;
}

/// Why no answer can be given, in a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

/// The moment that an answer is for. A date means: what was known before that day began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// What was known before this moment counts.
    pub moment: Moment,
    /// The day it falls on, in the company's time zone.
    pub day: Day,
    /// Whether the moment is "now" rather than the start of a day.
    pub now: bool,
}

impl AsOf {
    /// What is known now, this very millisecond included.
    #[must_use]
    pub fn now(now: Moment, settings: &Settings) -> AsOf {
        AsOf { moment: Moment(now.0 + 1), day: settings.day_of(now), now: true }
    }

    /// What was known before a day began, in the company's time zone.
    #[must_use]
    pub fn start_of(day: Day, settings: &Settings) -> AsOf {
        AsOf { moment: day.start_in(&settings.zone), day, now: false }
    }

    /// A moment as people write it: a date, `today`, `yesterday`, or a moment with its offset.
    ///
    /// # Errors
    /// If the text is none of these.
    pub fn parse(text: &str, now: Moment, settings: &Settings) -> Result<AsOf, Refusal> {
        let today = settings.day_of(now);
        match text.trim() {
            "today" => return Ok(AsOf::start_of(today, settings)),
            "yesterday" => return Ok(AsOf::start_of(today.plus(-1), settings)),
            _ => {}
        }
        if let Ok(day) = text.trim().parse() {
            return Ok(AsOf::start_of(day, settings));
        }
        let wrong = |_| Refusal(t!("answers-no-date", text = text.trim()));
        let moment: Moment = text.trim().parse().map_err(wrong)?;
        Ok(AsOf { moment, day: settings.day_of(moment), now: true })
    }
}

impl Serialize for AsOf {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.now { to.collect_str(&self.moment) } else { to.collect_str(&self.day) }
    }
}

/// The owner and the source of a deal.
pub type Origin = (Option<Sym>, Option<Sym>);

/// What an answer may look at: one book, read under one process.
pub struct Lens<'a> {
    /// The moment.
    pub as_of: AsOf,
    /// All deals as known then.
    pub book: &'a Book,
    /// The process as published then, else a provisional one.
    pub process: Process,
    /// Who is who.
    pub people: &'a People,
    /// What the company has set.
    pub settings: &'a Settings,
}

impl<'a> Lens<'a> {
    /// A lens on `book`, under the process named, or the one published last, or a provisional one.
    ///
    /// # Errors
    /// If a process was named and none of that name was published.
    pub fn new(
        as_of: AsOf,
        book: &'a Book,
        process: Option<&str>,
        people: &'a People,
        settings: &'a Settings,
    ) -> Result<Lens<'a>, Refusal> {
        let main = || book.followed(as_of.moment).first().copied().or(book.process(None));
        let named = process.map_or_else(main, |name| book.process(Some(name)));
        let found = match (named, process) {
            (Some(published), _) => published.clone(),
            // A pipeline that nobody has published a process for: what its deals show.
            (None, Some(name)) if lies_in(book, name) => {
                Process { name: name.trim().to_owned(), ..Process::clone(&own_steps(book)) }
            }
            (None, Some(name)) => return Err(Refusal(unknown_process(name, book))),
            (None, None) => Process::clone(&own_steps(book)),
        };
        Ok(Lens { as_of, book, process: found, people, settings })
    }

    /// The same on the deals of all processes: each is read under its own, if several were published and are
    /// followed.
    ///
    /// # Errors
    /// As [`Lens::new`].
    pub fn whole(
        as_of: AsOf,
        book: &'a Book,
        people: &'a People,
        settings: &'a Settings,
    ) -> Result<Lens<'a>, Refusal> {
        let lens = Lens::new(as_of, book, None, people, settings)?;
        Ok(match book.together(as_of.moment) {
            Some(process) => Lens { process, ..lens },
            None => lens,
        })
    }

    /// The same for what is asked of one deal: its own process counts, unless one is named.
    #[must_use]
    pub fn about(mut self, deal: &str) -> Lens<'a> {
        let own = self.book.deal(deal.trim()).and_then(|deal| self.book.process_of(deal));
        if let Some(own) = own.filter(|_| self.book.followed(self.as_of.moment).len() > 1) {
            self.process = own.clone();
            for milestone in &mut self.process.milestones {
                // What it is called among those of all processes.
                milestone.events.push(format!("{}: {}", own.name, milestone.name));
            }
        }
        self
    }

    /// The milestones and the events that stand for them, as a text: what is read from deals rests on it.
    #[must_use]
    pub fn steps(&self) -> String {
        let step = |m: &Milestone| format!("{:?} {:?}", m.name, m.events);
        let steps = self.process.milestones.iter().map(step).collect::<Vec<_>>().join(", ");
        format!("{steps} {:?}", self.process.parts)
    }

    /// The owners and sources of deals, each pair once.
    #[must_use]
    pub fn origins(&self) -> Arc<BTreeSet<Origin>> {
        let of = |deals: &[Deal]| -> BTreeSet<Origin> {
            deals.iter().map(|deal| (deal.known.owner, deal.known.source)).collect()
        };
        let parts = self.book.by_page("origins", of);
        self.book.of_parts("origins", &parts, |parts| parts.iter().flatten().copied().collect())
    }

    /// Reads deals of this book under this process.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::new(&self.process, self.book)
    }

    /// What a deal's owner is called; `None` where it has none.
    #[must_use]
    pub fn owner(&self, deal: &Deal) -> Option<&str> {
        self.book.text_of(deal.known.owner).map(|id| self.people.person(id))
    }

    /// The team that a deal's owner was in.
    #[must_use]
    pub fn team(&self, deal: &Deal) -> Option<&str> {
        self.book.text_of(deal.known.owner).and_then(|id| self.people.team_on(id, self.as_of.day))
    }

    /// What a deal's account is called.
    #[must_use]
    pub fn account(&self, deal: &Deal) -> Option<&str> {
        self.book.text_of(deal.known.account).map(|id| self.people.account(id))
    }

    /// What the process calls a step, where it recognises its raw name.
    #[must_use]
    pub fn called<'n>(&'n self, raw: &'n str) -> &'n str {
        self.process.place_of(raw).map_or(raw, |place| &self.process.milestones[place].name)
    }

    /// What to ask the customer of an open deal for.
    #[must_use]
    pub fn objective(&self, path: &Path) -> String {
        match path.next() {
            Some(next) => asked(&self.process.milestones[next]),
            None if path.reached.is_empty() => t!("answers-ask-next-step").into(),
            None => t!("answers-ask-order").into(),
        }
    }

    /// What the reader of any answer about milestones must know.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let note = if self.process.milestones.is_empty() {
            t!("answers-nothing-to-read")
        } else if self.process.provisional {
            t!("answers-provisional")
        } else {
            return Vec::new();
        };
        vec![note.into()]
    }
}

/// Whether all deals of a book lie in a pipeline of this name.
fn lies_in(book: &Book, name: &str) -> bool {
    let pipelines = book.pipelines();
    let mut names = pipelines.iter().map(|pipeline| book.text(*pipeline));
    names.len() == 1 && names.all(|pipeline| crate::people::alike(pipeline, name))
}

/// The provisional process, read off a book once.
fn own_steps(book: &Book) -> Arc<Process> {
    let (key, parts) = (format!("provisional {:?}", book.edition()), book.by_page("", |_| ()));
    book.of_parts(&key, &parts, |_| provisional(book).unwrap_or_default())
}

fn unknown_process(name: &str, book: &Book) -> String {
    let mut names: Vec<_> = book.processes().iter().map(|(_, p)| p.name.as_str()).collect();
    names.dedup();
    if names.is_empty() {
        return t!("answers-no-process-at-all", name = name);
    }
    t!("answers-no-process", name = name, names = names.join(", "))
}

/// What to ask the customer for at a milestone; where nobody wrote it down, agreement to the milestone itself.
#[must_use]
pub fn asked(milestone: &Milestone) -> String {
    if milestone.objective.is_empty() {
        return t!("answers-ask-milestone", milestone = milestone.name);
    }
    milestone.objective.clone()
}
