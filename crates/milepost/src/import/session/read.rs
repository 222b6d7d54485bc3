//! One file read to its end: each row to facts or names, or to a problem that stops no other row.

use std::path::Path;

use ledger::problem::Kind;

use crate::import::ImportError;
use crate::import::cells::{Cells, Line};
use crate::import::lines;
use crate::import::log::Log;
use crate::import::mapping::{Field, Shape};
use crate::import::notes::{Fault, Tally};
use crate::import::plan::{Plan, unreadable, without_remedy};
use crate::import::rows::{Desk, Halt, read};
use crate::import::session::Session;
use crate::import::source::Source;
use crate::import::table::{Next, Row, Table};
use crate::import::xes::{self, Stop};
use crate::texts::{bare, t};

impl Session<'_> {
    pub(super) fn read_table(
        &mut self,
        plan: &Plan,
        tick: &mut dyn FnMut(u64),
    ) -> Result<(), ImportError> {
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
                    let found = t!("problems-it", is = fault.to_string());
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
            let found = t!("problems-strangers", rows = bare(strangers.0), deal = strangers.1);
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
            Ok(()) => {
                self.notes.file.used += u64::from(plan.shape() != Shape::Nothing);
                Ok(())
            }
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
        if line.plan.shape() == Shape::Spend {
            self.look.name_campaign(line.text(Field::Id), line.text(Field::Campaign));
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
            true => {
                self.notes.file.learned += 1;
                self.notes.file.used += 1;
            }
            false => self.notes.file.skipped += 1,
        }
    }

    fn skip(&mut self, fault: Fault, line: u64) {
        self.notes.file.skipped += 1;
        self.notes.fault(fault, line);
    }

    pub(super) fn read_log(
        &mut self,
        path: &Path,
        tick: &mut dyn FnMut(u64),
    ) -> Result<(), ImportError> {
        let Some(source) = self.open(path) else { return Ok(()) };
        self.notes.file.layout =
            if source.gzipped { t!("problems-xml-gzipped") } else { "XML" }.into();
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

    pub(super) fn read_export(
        &mut self,
        path: &Path,
        tick: &mut dyn FnMut(u64),
    ) -> Result<(), ImportError> {
        let Some(source) = self.open(path) else { return Ok(()) };
        self.notes.file.layout = t!("problems-lines-of-json").into();
        let progress = source.progress.clone();
        lines::read(source, |line, event| {
            self.notes.file.rows += 1;
            if line.is_multiple_of(4096) {
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
            let found = t!("problems-it-unreadable", why = error.to_string());
            self.notes.fault_of_file((Kind::UnreadableFile, found), 1);
            self.end_file();
        });
        opened.ok()
    }

    /// A file of which no row was good says so; one that is of no use here does not.
    fn end_file(&mut self) {
        let file = &self.notes.file;
        if file.rows > 0 && file.rows == file.skipped {
            let found = t!("problems-all-left-out", rows = bare(file.rows));
            self.notes.fault_of_file((Kind::NothingGood, found), 1);
        }
        self.done.push(std::mem::take(&mut self.notes.file));
    }
}
