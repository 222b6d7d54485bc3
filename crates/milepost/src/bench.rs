//! Whole journeys, measured: what a user waits for, as a table of medians.
//!
//! Numbers are from this machine at this moment. To compare two versions, run both in turn.

pub mod forecasts;
pub mod large;
pub mod load;
pub mod outcomes;
pub mod worlds;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Serialize;

use crate::answers::discover::Discover;
use crate::answers::status::Status;
use crate::answers::table::{Cell, Table};
use crate::answers::{Answer, AsOf, Lens, Question};
use crate::clock;
use crate::import::Options;
use crate::live::{Live, Trouble};

/// What to measure.
pub struct Bench {
    /// Files to import, each run into a fresh ledger; without any, a CSV is made.
    pub files: Vec<PathBuf>,
    /// How to read them.
    pub options: Options,
    /// Events of the CSV that is made.
    pub events: u64,
    /// How often; medians are shown.
    pub runs: usize,
}

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Measured {
    /// How often each was done.
    pub runs: usize,
    /// Events in the ledger.
    pub events: u64,
    /// Deals in the book.
    pub deals: usize,
    /// Median of each step.
    pub steps: Vec<Step>,
}

/// A step of the journey.
#[derive(Debug, Serialize)]
pub struct Step {
    /// What was done.
    pub name: &'static str,
    /// Median, in seconds.
    pub seconds: f64,
    /// Events a second, from the median.
    pub events_per_second: f64,
    /// The most memory held during the step in any run, in MiB; absent where the system does not
    /// tell.
    pub peak_mib: Option<u64>,
}

const STEPS: [&str; 5] = [
    "import into a durable ledger",
    "open and fold to a book",
    "status, once folded",
    "discover, once folded",
    "verify every byte",
];

impl Bench {
    /// Runs the journey and takes medians.
    ///
    /// # Errors
    /// If a file cannot be imported or the temporary folder not be written.
    pub fn run(&self) -> Result<Measured, Box<dyn std::error::Error>> {
        let folder = std::env::temp_dir().join(format!("milepost-bench-{}", clock::new_id()));
        fs::create_dir_all(&folder)?;
        let measured = self.run_in(&folder);
        let _ = fs::remove_dir_all(&folder);
        measured
    }

    fn run_in(&self, folder: &Path) -> Result<Measured, Box<dyn std::error::Error>> {
        let mut files = self.files.clone();
        if files.is_empty() {
            files.push(folder.join("events.csv"));
            write_csv(&files[0], self.events)?;
        }
        let mut times: [Vec<f64>; 5] = Default::default();
        let mut peaks = [None; 5];
        let (mut events, mut deals) = (0, 0);
        for run in 0..self.runs {
            let db = folder.join(format!("{run}.db"));
            let mut timed = |step: usize, work: &mut dyn FnMut() -> Result<(), Trouble>| {
                forget_peak();
                let start = Instant::now();
                let done = work();
                times[step].push(start.elapsed().as_secs_f64());
                peaks[step] = peak_mib(std::process::id()).max(peaks[step]);
                done
            };
            timed(0, &mut || {
                Live::open(&db)?.import(&files, &self.options, &mut |_, _| {}).map(|_| ())
            })?;
            let live = Live::open_existing(&db)?;
            let as_of = AsOf::now(clock::now(), live.settings());
            timed(1, &mut || live.book(as_of.moment).map(|_| ()))?;
            let book = live.book(as_of.moment)?;
            let people = live.people()?;
            timed(2, &mut || {
                let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
                Ok(Status::default().ask(&lens).map(|_| ())?)
            })?;
            timed(3, &mut || {
                let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
                Ok(Discover.ask(&lens).map(|_| ())?)
            })?;
            timed(4, &mut || live.verify().map(|_| ()))?;
            (events, deals) = (book.events(), book.deals().len());
            fs::remove_file(&db)?;
        }
        let steps = STEPS.iter().zip(&mut times).zip(peaks).map(|((name, times), peak_mib)| {
            let seconds = median(times);
            Step { name, seconds, events_per_second: events as f64 / seconds, peak_mib }
        });
        Ok(Measured { runs: self.runs, events, deals, steps: steps.collect() })
    }
}

impl Answer for Measured {
    fn sentence(&self) -> String {
        format!("{} events of {} deals; medians of {} run(s).", self.events, self.deals, self.runs)
    }

    fn tables(&self) -> Vec<Table> {
        let cells = |step: &Step| {
            vec![
                Cell::Text(step.name.into()),
                Cell::Text(format!("{:.3}", step.seconds)),
                Cell::Money(step.events_per_second),
                step.peak_mib.map_or(Cell::Empty, |mib| Cell::Count(mib as usize)),
            ]
        };
        vec![Table {
            title: "Measured".into(),
            columns: vec!["step", "seconds", "events_per_second", "peak_mib"],
            rows: self.steps.iter().map(cells).collect(),
        }]
    }
}

/// Events of deals in the order of time, twenty a deal, deals interleaved as in a real export.
fn write_csv(path: &Path, events: u64) -> io::Result<()> {
    const NAMES: [&str; 10] = [
        "First call",
        "Mail sent",
        "Need agreed",
        "Meeting",
        "Trial held",
        "Call",
        "Terms agreed",
        "Proposal mailed",
        "Reference visited",
        "Won",
    ];
    let mut out = BufWriter::new(File::create_new(path)?);
    writeln!(out, "deal,event,at,amount,owner")?;
    let deals = events.div_ceil(20).max(1);
    let start: ledger::time::Moment = ledger::time::Day(18_000).start();
    for i in 0..events {
        // A step that shares no factor with the number of deals visits them all in turn.
        let deal = i.wrapping_mul(7_919) % deals;
        let step = (i / deals) % 20;
        let name =
            if step == 19 && !deal.is_multiple_of(4) { "Lost" } else { NAMES[(step / 2) as usize] };
        let at = ledger::time::Moment(start.0 + i64::try_from(i).unwrap_or(0) * 9_000);
        writeln!(out, "D-{deal:06},{name},{at},{},owner{}", 500 + deal % 9_000, deal % 40)?;
    }
    out.flush()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Linux tells the most memory that a process held, and forgets it when asked to.
fn peak_mib(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
