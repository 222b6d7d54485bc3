//! A large company, measured: folding its ledger, reading the book into the rows that statistics are made
//! from, and a forecast of a quarter from these.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use insight::forecast::{Ask, AtRisk};
use ledger::deal::Deal;
use ledger::money::Money;

use super::load::company;
use super::{Measured, Step, forget_peak, peak_mib};
use crate::answers::{AsOf, Lens};
use crate::clock;
use crate::live::Live;

/// Who sells in it.
const PEOPLE: usize = 200;
const PERIOD_DAYS: i64 = 90;

/// Measures once: it takes minutes to make.
///
/// # Errors
/// If the company cannot be made or read, or has too few closed deals.
pub fn run(deals: u64) -> Result<Measured, Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("milepost-large-{}", clock::new_id()));
    std::fs::create_dir_all(&folder)?;
    let measured = run_in(&folder.join("large.db"), deals);
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

fn run_in(db: &Path, deals: u64) -> Result<Measured, Box<dyn std::error::Error>> {
    let mut taken = Vec::new();
    let mut begun = Instant::now();
    let mut done = |name: &'static str| {
        taken.push((name, begun.elapsed().as_secs_f64(), peak_mib(std::process::id())));
        forget_peak();
        begun = Instant::now();
    };
    make(db, deals)?;
    done("make and import");
    let live = Live::open_existing(db)?;
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    done("open and fold to a book");
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    let amount = |deal: &Deal| deal.known.amount.map(Money::major);
    let (from, to) = (as_of.moment, as_of.moment.plus_days(PERIOD_DAYS));
    let ask = Ask { as_of: from, from, to, amount: &amount, seed: from.0.unsigned_abs() };
    let rows = AtRisk::read(&book, &lens.process, &ask);
    done("rows at risk");
    let told = rows.forecast();
    done("forecast of 90 days, from the rows");
    told.map_err(|little| format!("{} closed deals are too few", little.closed))?;
    let (events, deals) = (book.events(), book.deals().len());
    let step = |(name, seconds, peak_mib)| Step {
        name,
        seconds,
        events_per_second: events as f64 / seconds,
        peak_mib,
    };
    Ok(Measured { runs: 1, events, deals, steps: taken.into_iter().map(step).collect() })
}

/// In a process of its own: what an import holds is no part of what is measured.
fn make(db: &Path, deals: u64) -> Result<(), Box<dyn std::error::Error>> {
    let csv = db.with_extension("csv");
    company::write(&csv, deals, PEOPLE)?;
    company::publish(&Live::open(db)?)?;
    let mut import = Command::new(std::env::current_exe()?);
    let done = import.arg("--db").arg(db).arg("import").arg(&csv).stdout(Stdio::null()).status()?;
    std::fs::remove_file(csv)?;
    if done.success() { Ok(()) } else { Err("the company could not be imported".into()) }
}
