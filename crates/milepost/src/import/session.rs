//! One import: all files planned first, so that a doubt stops it before anything is written; then
//! read in the order lookups, histories, snapshots, activities, whatever order they were given in.

mod read;

use std::fs;
use std::path::{Path, PathBuf};

use ledger::book::Book;
use ledger::problem::Kind;

use crate::import::called;
use crate::import::dialect::Dialect;
use crate::import::known::Known;
use crate::import::lines;
use crate::import::lookups::Lookups;
use crate::import::mapping::{Mapping, Shape};
use crate::import::notes::{Fault, FileReport, Notes, Report};
use crate::import::outcome::Outcomes;
use crate::import::plan::{Plan, plan};
use crate::import::rows::origin::Origins;
use crate::import::source::Source;
use crate::import::writer::{Append, Writer};
use crate::import::{ImportError, Options};
use crate::texts::t;

/// An import while it runs.
pub(super) struct Session<'a> {
    options: &'a Options,
    look: Lookups,
    out: Writer<'a>,
    notes: Notes,
    origins: Origins,
    done: Vec<FileReport>,
    refused: bool,
}

/// A file that can be read.
enum Job {
    Table(Box<Plan>),
    Log(PathBuf),
    Export(PathBuf),
}

impl<'a> Session<'a> {
    pub(super) fn new(options: &'a Options, known: Known, append: &'a mut Append<'a>) -> Self {
        let outcomes = Outcomes::new([&options.won, &options.lost]);
        Session {
            options,
            look: Lookups::new(options.zone.clone(), options.currency, outcomes),
            out: Writer::new(known, append, options.recorded_at),
            notes: Notes::default(),
            origins: Origins::default(),
            done: Vec::new(),
            refused: false,
        }
    }

    pub(super) fn run(
        &mut self,
        files: &[PathBuf],
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(), ImportError> {
        let jobs = self.plan_all(files);
        if self.refused {
            for job in &jobs {
                self.describe(job);
                self.done.push(std::mem::take(&mut self.notes.file));
            }
            return Ok(());
        }
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |file| file.len());
        let total: u64 = jobs.iter().map(|job| size(job.path())).sum();
        let mut before = 0;
        let mut named = false;
        for job in &jobs {
            if !named && !job.is_of_names() {
                named = true;
                self.learn_of_plans(&jobs);
            }
            let mut tick = |read: u64| progress(before + read, total);
            self.describe(job);
            match job {
                Job::Table(plan) => self.read_table(plan, &mut tick)?,
                Job::Log(path) => self.read_log(path, &mut tick)?,
                Job::Export(path) => self.read_export(path, &mut tick)?,
            }
            before += size(job.path());
            progress(before, total);
        }
        Ok(())
    }

    /// What was done; an error if that is nothing.
    pub(super) fn report(mut self) -> Result<(Report, Book), ImportError> {
        let useful = self.done.iter().any(|file| file.used + file.events > 0);
        if !useful && !self.refused && self.notes.problems.total() == 0 {
            self.say_of_no_use();
        }
        let report = Report {
            files: self.done,
            added: self.out.counts.added,
            known: self.out.counts.known,
            corrected: self.out.counts.corrected,
            assumptions: self.notes.assumptions(self.options.strict),
            problems: std::mem::take(&mut self.notes.problems),
            people: self.look.people,
        };
        if !useful || self.refused {
            return Err(ImportError::Refused(Box::new(report)));
        }
        let mut book = self.out.known.book;
        book.settle();
        Ok((report, book))
    }

    /// Files that are known and hold nothing of use by themselves.
    fn say_of_no_use(&mut self) {
        for file in self.done.clone() {
            let found = t!("problems-no-use-alone", what = called::called(&file.recognised));
            self.notes.file = file;
            self.notes.fault_of_file((Kind::NothingGood, found), 1);
        }
    }

    fn plan_all(&mut self, files: &[PathBuf]) -> Vec<Job> {
        let mappings = mappings(self.options);
        let usual = Mapping::of(Dialect::Csv).ok();
        for mapping in mappings.iter().chain(&usual) {
            self.look.outcomes.usual(&mapping.won, &mapping.lost);
        }
        let mut files = files.to_vec();
        files.sort();
        files.dedup();
        let mut jobs = Vec::new();
        let mut unclear = Vec::new();
        for path in files {
            if let Some(job) = untabled(&path, self.options) {
                jobs.push(job);
                continue;
            }
            match plan(&path, &mappings, self.options) {
                Ok(plan) => jobs.push(Job::Table(Box::new(plan))),
                Err(why) => unclear.push((path, why)),
            }
        }
        // What could be of several systems is of the one that the other files are from.
        let only = the_system_of(&jobs, &mappings);
        for (path, (fault, headers)) in unclear {
            self.start_file(&path);
            match only.map(|mapping| plan(&path, std::slice::from_ref(mapping), self.options)) {
                Some(Ok(plan)) => jobs.push(Job::Table(Box::new(plan))),
                _ => self.cannot_plan(fault, &headers),
            }
        }
        jobs.sort_by_key(|job| match job {
            Job::Table(plan) => plan.shape(),
            Job::Log(_) | Job::Export(_) => Shape::Events,
        });
        jobs
    }

    /// What the tables of deals say of stages and currencies holds for their histories too.
    fn learn_of_plans(&mut self, jobs: &[Job]) {
        for job in jobs {
            let Job::Table(plan) = job else { continue };
            for (stage, end) in &plan.ends {
                let stage = self.look.stages.get(stage).unwrap_or(stage);
                self.look.outcomes.learn(stage, *end);
            }
            for (deal, code) in &plan.currencies {
                if let Ok(currency) = code.parse() {
                    self.look.currencies.insert(deal.clone(), currency);
                }
            }
        }
    }

    /// A file that nobody needs may be passed over; a doubt may not.
    fn cannot_plan(&mut self, fault: Fault, headers: &[String]) {
        self.refused |=
            !matches!(fault.0, Kind::UnknownFormat | Kind::MissingColumn | Kind::EmptyFile);
        self.notes.file.columns = headers.iter().map(|h| (h.clone(), String::new())).collect();
        self.notes.file.mapping = template(headers);
        self.notes.fault_of_file(fault, 1);
        self.done.push(std::mem::take(&mut self.notes.file));
    }

    fn start_file(&mut self, path: &Path) {
        self.notes.file = FileReport { file: path.display().to_string(), ..FileReport::default() };
        self.out.start_file();
    }

    /// What a file is and how it is read.
    fn describe(&mut self, job: &Job) {
        self.start_file(job.path());
        let plan = match job {
            Job::Table(plan) => plan,
            Job::Log(_) => return self.notes.file.recognised = called::LOG.into(),
            Job::Export(_) => return self.notes.file.recognised = called::EXPORT.into(),
        };
        self.notes.file.recognised = format!("{} {}", plan.found.system, plan.found.table.name);
        self.notes.file.columns = plan.readings();
        self.notes.file.mapping = plan.mapping(self.options).to_toml();
    }
}

impl Job {
    fn is_of_names(&self) -> bool {
        matches!(self, Job::Table(plan) if plan.shape().is_of_names())
    }

    fn path(&self) -> &PathBuf {
        match self {
            Job::Table(plan) => &plan.path,
            Job::Log(path) | Job::Export(path) => path,
        }
    }
}

/// The one CRM that tables are from, if there is one.
fn the_system_of<'m>(jobs: &[Job], mappings: &'m [Mapping]) -> Option<&'m Mapping> {
    let plain = Dialect::Csv.to_string();
    let mut systems = jobs.iter().filter_map(|job| match job {
        Job::Table(plan) if plan.found.system != plain => Some(&plan.found.system),
        _ => None,
    });
    let one = systems.next()?;
    mappings.iter().find(|m| m.system == *one).filter(|_| systems.all(|other| other == one))
}

/// Files that are no tables: event logs and our own exports.
fn untabled(path: &Path, options: &Options) -> Option<Job> {
    let head = Source::open(path).map(|source| source.head).unwrap_or_default();
    let first = head.iter().find(|byte| byte.is_ascii_graphic());
    match options.as_ {
        Some(Dialect::Xes) => Some(Job::Log(path.to_owned())),
        Some(_) => None,
        None if first == Some(&b'<') => Some(Job::Log(path.to_owned())),
        None => lines::is_export(&head).then(|| Job::Export(path.to_owned())),
    }
}

fn mappings(options: &Options) -> Vec<Mapping> {
    if let Some(map) = &options.map {
        return vec![map.clone()];
    }
    let dialects =
        Dialect::TABLES.into_iter().filter(|d| options.as_.is_none_or(|wanted| wanted == *d));
    dialects.filter_map(|dialect| Mapping::of(dialect).ok()).collect()
}

/// A mapping to start from, for a file that is not recognised.
fn template(headers: &[String]) -> String {
    let mut text = String::from(
        "system = \"csv\"\n\n[[table]]\nname = \"my table\"\nread = \"events\"\n\n[table.columns]\n\
         # The columns of the file; put the right ones behind deal, event and at:\n",
    );
    for header in headers {
        text += &format!("# {}\n", toml::Value::String(header.clone()));
    }
    text += "deal = \"\"\nevent = \"\"\nat = \"\"\n";
    text
}
