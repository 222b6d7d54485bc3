use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use ledger::money::Currency;

use crate::clock;
use crate::import::called::called;
use crate::import::dates::DateOrder;
use crate::import::dialect::Dialect;
use crate::import::mapping::Mapping;
use crate::import::notes::{FileReport, Report};
use crate::import::numbers::Decimal;
use crate::import::{ImportError, Options};
use crate::live::{Live, Trouble};
use crate::problems;
use crate::settings::Settings;
use crate::texts::{bare, t};

use super::{Common, Done, progress};

/// Read exports of other systems; the format is recognised
#[derive(Args)]
pub(super) struct Import {
    /// Files to read together: deals, their history, people, activities, in any order
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Show what would be read, and a mapping file to edit; write nothing
    #[arg(long)]
    dry_run: bool,
}

/// How files are to be read.
#[derive(Args)]
pub(super) struct Reading {
    /// The system that the files come from: csv, xes, salesforce, hubspot or pipedrive
    #[arg(long = "as", value_name = "FORMAT")]
    as_: Option<Dialect>,
    /// A mapping file that says which column means what
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// Events or stages that mean a sale made
    #[arg(long, value_delimiter = ',', value_name = "EVENT")]
    won: Vec<String>,
    /// Events or stages that mean the end without a sale
    #[arg(long, value_delimiter = ',', value_name = "EVENT")]
    lost: Vec<String>,
    /// In an event log: the attribute that holds a deal's amount
    #[arg(long, value_name = "FIELD")]
    amount: Option<String>,
    /// The currency of amounts that name none
    #[arg(long)]
    currency: Option<Currency>,
    /// Which comes first in dates such as 02/03/26: dmy, mdy or ymd
    #[arg(long, value_name = "ORDER")]
    dates: Option<DateOrder>,
    /// Which sign parts the decimals: point or comma
    #[arg(long, value_name = "SIGN")]
    decimal: Option<Decimal>,
    /// Let nothing without history count as known since the deal's creation
    #[arg(long)]
    strict: bool,
}

impl Import {
    pub(super) fn run(self, common: &Common) -> Done {
        let settings = Settings::beside(&common.db)?;
        let options = self.reading.options(&settings)?;
        let mut out = io::stdout().lock();
        if self.dry_run {
            return try_out(&common.db, &self.files, &options, &mut out);
        }
        let bar = progress::bytes();
        let mut tick = |done, total| {
            bar.set_length(total);
            bar.set_position(done);
        };
        let report = Live::open(&common.db)?.import(&self.files, &options, &mut tick);
        bar.finish_and_clear();
        show(&report?, false, &mut out)?;
        Ok(())
    }
}

/// A file that is not recognised is shown too: that is what a mapping file is for.
fn try_out(db: &Path, files: &[PathBuf], options: &Options, out: &mut dyn Write) -> Done {
    match Live::try_import(db, files, options) {
        Ok(tried) => {
            show(&tried.report, true, out)?;
            for sample in &tried.samples {
                writeln!(out, "{}", t!("cli-such-as", sample = sample.to_string()))?;
            }
            Ok(())
        }
        Err(Trouble::Import(ImportError::Refused(report))) => {
            show(&report, true, out)?;
            Err(ImportError::Refused(report).into())
        }
        Err(error) => Err(error.into()),
    }
}

impl Reading {
    /// What the flags and the settings say.
    pub(super) fn options(self, settings: &Settings) -> Result<Options, String> {
        let map = self.map.map(|path| {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(&path);
            let text =
                text.map_err(|error| t!("cli-cannot-read", file = name, why = error.to_string()))?;
            Mapping::parse(&text).map_err(|why| t!("cli-no-mapping", file = name, why = why))
        });
        Ok(Options {
            as_: self.as_,
            map: map.transpose()?,
            won: self.won,
            lost: self.lost,
            amount: self.amount,
            currency: self.currency.or(settings.currency),
            dates: self.dates,
            decimal: self.decimal,
            strict: self.strict,
            zone: settings.zone.clone(),
            recorded_at: clock::now(),
        })
    }
}

/// What was read, what was taken for granted, what was wrong.
fn show(report: &Report, dry: bool, out: &mut dyn Write) -> io::Result<()> {
    for file in &report.files {
        let known = !file.recognised.is_empty();
        let what = if known { called(&file.recognised) } else { t!("cli-not-recognised").into() };
        writeln!(out, "{}: {what}", file.file)?;
        if !file.layout.is_empty() {
            let said = t!(
                "cli-file",
                layout = file.layout,
                rows = bare(file.rows),
                facts = bare(file.events),
                learned = bare(file.learned),
                skipped = bare(file.skipped)
            );
            writeln!(out, "  {said}")?;
        }
        if dry {
            for (column, meaning) in &file.columns {
                let meaning = if meaning.is_empty() { t!("cli-column-not-read") } else { meaning };
                writeln!(out, "  {column} → {meaning}")?;
            }
        } else if let Some(unread) = unread(file) {
            writeln!(out, "  {unread}")?;
        }
    }
    for assumption in &report.assumptions {
        writeln!(out, "{}", t!("cli-note", note = assumption))?;
    }
    for problem in &report.problems.kept {
        writeln!(out, "{}", problems::said(problem))?;
    }
    for (kind, count) in &report.problems.counts {
        let (title, remedy) = (problems::title(*kind), problems::remedy(*kind));
        writeln!(out, "{count} × {}: {title}. {remedy}", kind.code())?;
    }
    writeln!(out, "{}", added(report, dry))?;
    if dry {
        for file in report.files.iter().filter(|file| !file.mapping.is_empty()) {
            writeln!(out, "\n{}", t!("cli-a-mapping", file = file.file))?;
            writeln!(out, "{}", file.mapping.trim_end())?;
        }
    }
    Ok(())
}

/// Which columns were passed over, so that one that matters is missed at once.
fn unread(file: &FileReport) -> Option<String> {
    const MOST: usize = 8;
    let unread = file.columns.iter().filter(|(_, meaning)| meaning.is_empty());
    let names: Vec<&str> = unread.map(|(name, _)| name.as_str()).collect();
    if names.is_empty() || file.recognised.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(MOST);
    let columns = names[..names.len().min(MOST)].join(", ");
    Some(match more {
        0 => t!("cli-not-read", columns = columns),
        more => t!("cli-not-read-more", columns = columns, more = bare(more as u64)),
    })
}

fn added(report: &Report, dry: bool) -> String {
    let (added, corrected) = (bare(report.added), bare(report.corrected));
    let known = bare(report.known);
    if dry {
        t!("cli-would-add", added = added, corrected = corrected, known = known)
    } else {
        t!("cli-added", added = added, corrected = corrected, known = known)
    }
}
