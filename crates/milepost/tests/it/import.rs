//! The import, from files to facts.

mod crm;
mod csv;
mod laws;
mod mapping;
mod newer;
mod problems;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ledger::book::Book;
use ledger::codec::{decode, encode};
use ledger::event::{Event, Fact, Values};
use ledger::time::Moment;
use milepost::import::known::Known;
use milepost::import::notes::Report;
use milepost::import::{ImportError, Options, import};

/// The moment of all imports here, unless a test says otherwise.
const NOW: &str = "2026-11-23T12:00:00Z";

fn now() -> Options {
    Options::at(NOW.parse().unwrap())
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn fixtures(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| tests().join("fixtures/import").join(name)).collect()
}

/// All files of a folder of fixtures.
fn folder(name: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(tests().join("fixtures/import").join(name)).unwrap();
    files.map(|file| file.unwrap().path()).collect()
}

/// A ledger as it is stored.
#[derive(Default)]
struct Ledger(Vec<Vec<u8>>);

impl Ledger {
    /// Imports files, and gives the new facts as notes, line by line.
    fn import(
        &mut self,
        files: &[PathBuf],
        options: &Options,
    ) -> (String, Result<(Report, Book), ImportError>) {
        let mut known = Known::default();
        self.0.iter().for_each(|bytes| known.take(&decode(bytes).unwrap()));
        let mut out = String::new();
        let mut append = |event: &Event<&str>| {
            writeln!(out, "{}", note(event)).unwrap();
            let mut bytes = Vec::new();
            encode(event, &mut bytes);
            self.0.push(bytes);
            Ok(())
        };
        let result = import(files, options, known, &mut append, &mut |_, _| ());
        (out, result)
    }
}

/// Imports files into a fresh ledger.
fn notes(files: &[PathBuf], options: &Options) -> (String, Result<Report, ImportError>) {
    let (facts, result) = Ledger::default().import(files, options);
    (facts, result.map(|(report, _)| report))
}

/// The facts of files in a fresh ledger, and what the report says of them.
fn facts(files: &[PathBuf], options: &Options) -> String {
    let (mut out, report) = notes(files, options);
    match report {
        Ok(report) => out += &told(&report),
        Err(error) => out += &format!("refused: {}\n", without_place(&error.to_string())),
    }
    out
}

fn told(report: &Report) -> String {
    let mut out = String::new();
    for line in &report.assumptions {
        writeln!(out, "* {line}").unwrap();
    }
    for problem in &report.problems.kept {
        writeln!(out, "! {}", without_place(&problem.to_string())).unwrap();
    }
    out
}

fn without_place(text: &str) -> String {
    let problems = tests().join("problems").display().to_string() + "/";
    let fixtures = tests().join("fixtures/import").display().to_string() + "/";
    text.replace(&problems, "").replace(&fixtures, "")
}

/// `D1 2026-01-05 Won 'Closed won' amount=12.00 EUR (known 2026-01-06)`.
fn note(event: &Event<&str>) -> String {
    let mut out =
        format!("{} {} {}", event.deal.unwrap_or("-"), short(event.happened_at), event.fact.kind());
    match &event.fact {
        Fact::ActivityLogged { name, kind } => {
            write!(out, " '{name}'").unwrap();
            kind.iter().for_each(|kind| write!(out, " [{kind}]").unwrap());
        }
        Fact::MilestoneReached { milestone, stage, .. } => {
            write!(out, " '{milestone}'{}", if *stage { " set" } else { "" }).unwrap();
        }
        Fact::DealLost { event, reason } => {
            write!(out, " '{}'", event.unwrap_or("")).unwrap();
            reason.iter().for_each(|reason| write!(out, " because '{reason}'").unwrap());
        }
        Fact::DealWon { event } => write!(out, " '{}'", event.unwrap_or("")).unwrap(),
        Fact::TouchRecorded { lead, source, .. } => {
            write!(out, " {lead} from {}", source.unwrap_or("?")).unwrap();
        }
        Fact::SpendRecorded { source, campaign, from, to, amount } => {
            write!(out, " {source}/{} {from}..{to} {amount}", campaign.unwrap_or("")).unwrap();
        }
        Fact::QuotaSet { owner, from, to, amount } => {
            write!(out, " {} {from}..{to} {amount}", owner.unwrap_or("all")).unwrap();
        }
        _ => {}
    }
    values(&event.values, &mut out);
    event.actor.iter().for_each(|actor| write!(out, " by {actor}").unwrap());
    if event.order != 0 {
        write!(out, " #{}", event.order).unwrap();
    }
    if event.known_at != event.happened_at {
        write!(out, " (known {})", short(event.known_at)).unwrap();
    }
    out
}

fn values(values: &Values<&str>, out: &mut String) {
    let texts = [
        ("name", values.name),
        ("account", values.account),
        ("owner", values.owner),
        ("source", values.source),
        ("type", values.kind),
        ("category", values.category),
        ("pipeline", values.pipeline),
    ];
    for (what, text) in texts {
        text.iter().for_each(|text| write!(out, " {what}={text}").unwrap());
    }
    values.amount.iter().for_each(|amount| write!(out, " amount={amount}").unwrap());
    values.expected_close.iter().for_each(|day| write!(out, " close={day}").unwrap());
}

fn short(at: Moment) -> String {
    let text = at.to_string();
    if text == NOW { "now".into() } else { text.replace("T00:00:00Z", "").replace(":00Z", "") }
}
