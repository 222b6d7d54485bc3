//! One import: all files planned first, so that a doubt stops it before anything is written; then
//! read in the order lookups, histories, snapshots, activities, whatever order they were given in.

use std::fs;
use std::path::{Path, PathBuf};

use ledger::book::Book;
use ledger::problem::Kind;

use crate::import::cells::{Cells, Line};
use crate::import::dialect::Dialect;
use crate::import::known::Known;
use crate::import::lines;
use crate::import::log::Log;
use crate::import::lookups::Lookups;
use crate::import::mapping::{Field, Mapping, Shape};
use crate::import::notes::{Fault, FileReport, Notes, Report, Tally};
use crate::import::outcome::Outcomes;
use crate::import::plan::{Plan, plan, unreadable, without_remedy};
use crate::import::rows::origin::Origins;
use crate::import::rows::{Desk, Halt, read};
use crate::import::source::Source;
use crate::import::table::{Next, Row, Table};
use crate::import::writer::{Append, Writer};
use crate::import::xes::{self, Stop};
use crate::import::{ImportError, Options};

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
        let useful = self.done.iter().any(|file| file.events + file.learned > 0);
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
        for path in files {
            self.start_file(&path);
            if let Some(job) = untabled(&path, self.options) {
                jobs.push(job);
                continue;
            }
            match plan(&path, &mappings, self.options) {
                Ok(plan) => jobs.push(Job::Table(Box::new(plan))),
                Err((fault, headers)) => self.cannot_plan(fault, &headers),
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
        self.refused |= !matches!(fault.0, Kind::UnknownFormat | Kind::EmptyFile);
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
            Job::Log(_) => return self.notes.file.recognised = "xes event log".into(),
            Job::Export(_) => return self.notes.file.recognised = "milepost export".into(),
        };
        self.notes.file.recognised = format!("{} {}", plan.found.system, plan.found.table.name);
        self.notes.file.columns = plan.readings();
        self.notes.file.mapping = plan.mapping(self.options).to_toml();
    }

    fn read_table(&mut self, plan: &Plan, tick: &mut dyn FnMut(u64)) -> Result<(), ImportError> {
        match Table::open(&plan.path) {
            Ok(mut table) => self.read_rows(plan, &mut table, tick)?,
            Err(error) => self.notes.fault_of_file(unreadable(&error), 1),
        }
        self.end_file();
        Ok(())
    }

    fn read_rows(
        &mut self,
        plan: &Plan,
        table: &mut Table,
        tick: &mut dyn FnMut(u64),
    ) -> Result<(), ImportError> {
        let mut row = Row::default();
        let mut strangers = (0, String::new());
        loop {
            match table.next_row(&mut row) {
                Ok(Next::End) => break,
                Ok(Next::Row) => {
                    self.notes.file.rows += 1;
                    self.read_row(plan, &row, &mut strangers)?;
                }
                Ok(Next::Fault(fault)) => {
                    self.notes.file.rows += 1;
                    let found = format!("it {fault}");
                    self.skip((Kind::RaggedRow, without_remedy(&found).to_owned()), row.line);
                }
                Err(error) => {
                    self.notes.fault_of_file(unreadable(&error), 1);
                    break;
                }
            }
            if self.notes.file.rows.is_multiple_of(4096) {
                tick(table.progress.bytes_read());
            }
        }
        self.notes.file.layout = table.recognised().to_string();
        if strangers.0 > 0 {
            let found = format!("{} rows, such as the one about '{}'", strangers.0, strangers.1);
            self.notes.fault_of_file((Kind::UnknownDeal, found), strangers.0);
        }
        Ok(())
    }

    fn read_row(
        &mut self,
        plan: &Plan,
        row: &Row,
        strangers: &mut (u64, String),
    ) -> Result<(), ImportError> {
        let line = Line { plan, row };
        if line.is_deleted() {
            self.notes.count(Tally::Deleted);
            return Ok(());
        }
        if plan.shape().is_of_names() {
            self.learn(line);
            return Ok(());
        }
        let composed = self.meet(line);
        let cells = Cells { line, look: &self.look, composed: &composed };
        let mut desk = Desk {
            out: &mut self.out,
            notes: &mut self.notes,
            options: self.options,
            origins: &mut self.origins,
        };
        match read(&cells, &mut desk) {
            Ok(()) => Ok(()),
            Err(Halt::Error(error)) => Err(error),
            Err(Halt::Fault((Kind::UnknownDeal, deal))) => {
                self.notes.file.skipped += 1;
                if strangers.0 == 0 {
                    strangers.1 = deal;
                }
                strangers.0 += 1;
                Ok(())
            }
            Err(Halt::Fault(fault)) => {
                self.skip(fault, row.line);
                Ok(())
            }
        }
    }

    /// Gives ids to persons known by name; gives a deal without an id one made of account and name.
    fn meet(&mut self, line: Line<'_>) -> String {
        if let Some(owner) = line.text(Field::OwnerName) {
            match line.text(Field::Owner) {
                Some(id) => self.look.name(Some(id), Some(owner), true),
                None => self.look.meet(owner),
            }
        }
        let account = line.text(Field::AccountName);
        self.look.name(line.text(Field::Account), account, false);
        if line.plan.found.has(Field::Deal) {
            return String::new();
        }
        let Some(name) = line.text(Field::Name) else { return String::new() };
        let account = account.or(line.text(Field::Account));
        account.map_or_else(|| name.to_owned(), |account| format!("{account} / {name}"))
    }

    fn learn(&mut self, line: Line<'_>) {
        match self.look.learn(line) {
            true => self.notes.file.learned += 1,
            false => self.notes.file.skipped += 1,
        }
    }

    fn skip(&mut self, fault: Fault, line: u64) {
        self.notes.file.skipped += 1;
        self.notes.fault(fault, line);
    }

    fn read_log(&mut self, path: &Path, tick: &mut dyn FnMut(u64)) -> Result<(), ImportError> {
        let Some(source) = self.open(path) else { return Ok(()) };
        self.notes.file.layout = if source.gzipped { "XML, gzipped" } else { "XML" }.into();
        let progress = source.progress.clone();
        let desk = Desk {
            out: &mut self.out,
            notes: &mut self.notes,
            options: self.options,
            origins: &mut self.origins,
        };
        let mut tick = || tick(progress.bytes_read());
        let mut log = Log { look: &mut self.look, desk, tick: &mut tick };
        match xes::read(source.content, &mut log) {
            Ok(counts) => self.notes.count_many(Tally::Zoneless, counts.zoneless),
            Err(Stop::Sink(error)) => return Err(error),
            Err(Stop::Broken(broken)) => {
                let unsafe_ = broken.why.contains("<!ENTITY");
                let kind = if unsafe_ { Kind::UnsafeXml } else { Kind::UnreadableFile };
                let found = without_remedy(&broken.to_string()).to_owned();
                self.notes.fault_of_file((kind, found), 1);
            }
        }
        self.end_file();
        Ok(())
    }

    fn read_export(&mut self, path: &Path, tick: &mut dyn FnMut(u64)) -> Result<(), ImportError> {
        let Some(source) = self.open(path) else { return Ok(()) };
        self.notes.file.layout = "lines of JSON".into();
        let progress = source.progress.clone();
        lines::read(source, |line, event| {
            self.notes.file.rows += 1;
            if line % 4096 == 0 {
                tick(progress.bytes_read());
            }
            match event {
                Ok(event) => self.out.take_back(&event, &mut self.notes),
                Err(why) => {
                    self.skip((Kind::BadEvent, why), line);
                    Ok(())
                }
            }
        })?;
        self.end_file();
        Ok(())
    }

    /// The file; if it cannot be opened, its report is done.
    fn open(&mut self, path: &Path) -> Option<Source> {
        let opened = Source::open(path).map_err(|error| {
            let found = format!("it cannot be read: {error}");
            self.notes.fault_of_file((Kind::UnreadableFile, found), 1);
            self.end_file();
        });
        opened.ok()
    }

    /// A file of which no row was good says so; one that is of no use here does not.
    fn end_file(&mut self) {
        let file = &self.notes.file;
        if file.rows > 0 && file.rows == file.skipped {
            let found = format!("all of its {} rows were left out", file.rows);
            self.notes.fault_of_file((Kind::NothingGood, found), 1);
        }
        self.done.push(std::mem::take(&mut self.notes.file));
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
        "system = \"csv\"\n\n[[table]]\nname = \"my table\"\nread = \"events\"\n\n[table.columns]\n# The columns of the file; put the right ones behind deal, event and at:\n",
    );
    for header in headers {
        text += &format!("# {}\n", toml::Value::String(header.clone()));
    }
    text += "deal = \"\"\nevent = \"\"\nat = \"\"\n";
    text
}
