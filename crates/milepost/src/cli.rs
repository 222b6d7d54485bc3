//! The command line: the table of commands. Each is one file that turns its flags into the *same*
//! question that the web asks, or into the same intent that the web records.

mod accounts;
mod accuracy;
mod ask;
mod audit;
mod backup;
mod bench;
mod calendar;
mod call;
mod check;
mod coach;
mod commitment;
mod deal;
mod deals;
mod demo;
mod digest;
mod discover;
mod export;
mod forecast;
mod heaps;
mod import;
mod imports;
mod learn;
mod mail;
mod marketing;
mod next;
mod person;
mod playbook;
mod process;
mod progress;
mod quota;
mod rate;
mod restore;
mod serve;
mod status;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::draw::Format;
use crate::settings::Settings;
use crate::texts::speaking_here;

/// The ledger where none is named.
const USUAL_DB: &str = "milepost.db";

/// What every command of the program can give back: nothing, or a sentence that says what to do.
type Done = Result<(), Box<dyn std::error::Error>>;

/// Know how your company really sells.
#[derive(Parser)]
#[command(version, about, max_term_width = 100, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Args, Clone)]
struct Common {
    /// The ledger file
    #[arg(long, global = true, env = "MILEPOST_DB", default_value = USUAL_DB, value_name = "PATH")]
    db: PathBuf,
    /// Answer as of the start of this day (2026-11-23), or of a moment (2026-11-23T09:30:00Z)
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<String>,
    /// How to show the answer
    #[arg(long, global = true, value_enum, default_value_t)]
    format: Format,
    /// Read deals under this process
    #[arg(long, global = true, value_name = "NAME")]
    process: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    Import(import::Import),
    Imports(imports::Imports),
    Check(check::Check),
    Discover(discover::Discover),
    #[command(subcommand)]
    Process(process::Process),
    Status(status::Status),
    Next(next::Next),
    Digest(digest::Digest),
    Accounts(accounts::Accounts),
    Calendar(calendar::Calendar),
    Forecast(forecast::Forecast),
    Marketing(marketing::Marketing),
    Accuracy(accuracy::Accuracy),
    Deal(deal::Deal),
    Deals(deals::Deals),
    Coach(coach::Coach),
    Playbook(playbook::Playbook),
    Learn(learn::Learn),
    #[command(subcommand)]
    Call(call::Call),
    #[command(subcommand)]
    Commitment(commitment::Commitment),
    #[command(subcommand)]
    Quota(quota::Quota),
    Rate(rate::Rate),
    Export(export::Export),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Demo(demo::Demo),
    Serve(serve::Serve),
    #[command(subcommand)]
    Person(person::Person),
    Mail(mail::SendMail),
    Audit(audit::ShowAudit),
    Verify(verify::Verify),
    Bench(bench::Bench),
}

/// Runs the command that the arguments name: 0 done, 1 refused or failed, 2 wrong usage.
#[must_use]
pub fn run() -> ExitCode {
    let Cli { common, command } = Cli::parse();
    // Settings that cannot be read are told by the command itself.
    let tongue = Settings::beside(&common.db).ok().and_then(|settings| settings.language);
    speaking_here(tongue.unwrap_or_default(), || match done(command, &common) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads us has seen enough (`milepost next | head`): no fault of theirs or ours.
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        // What went wrong is put into words here, so still in this language.
        Err(error) => {
            #[expect(
                clippy::print_stderr,
                reason = "the one place where commands say what went wrong"
            )]
            {
                eprintln!("milepost: {error}");
            }
            ExitCode::FAILURE
        }
    })
}

fn done(command: Command, common: &Common) -> Done {
    match command {
        Command::Import(import) => import.run(common),
        Command::Imports(imports) => imports.run(common),
        Command::Check(check) => check.run(common),
        Command::Discover(discover) => discover.run(common),
        Command::Process(process) => process.run(common),
        Command::Status(status) => status.run(common),
        Command::Next(next) => next.run(common),
        Command::Digest(digest) => digest.run(common),
        Command::Accounts(accounts) => accounts.run(common),
        Command::Calendar(calendar) => calendar.run(common),
        Command::Forecast(forecast) => forecast.run(common),
        Command::Marketing(marketing) => marketing.run(common),
        Command::Accuracy(accuracy) => accuracy.run(common),
        Command::Deal(deal) => deal.run(common),
        Command::Deals(deals) => deals.run(common),
        Command::Coach(coach) => coach.run(common),
        Command::Playbook(playbook) => playbook.run(common),
        Command::Learn(learn) => learn.run(common),
        Command::Call(call) => call.run(common),
        Command::Commitment(commitment) => commitment.run(common),
        Command::Quota(quota) => quota.run(common),
        Command::Rate(rate) => rate.run(common),
        Command::Export(export) => export.run(common),
        Command::Backup(backup) => backup.run(common),
        Command::Restore(restore) => restore.run(common),
        Command::Demo(demo) => demo.run(common),
        Command::Serve(serve) => serve.run(common),
        Command::Person(person) => person.run(common),
        Command::Mail(mail) => mail.run(common),
        Command::Audit(audit) => audit.run(common),
        Command::Verify(verify) => verify.run(common),
        Command::Bench(bench) => bench.run(common),
    }
}

fn is_closed_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    let io = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    io == Some(std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    /// clap looks for names given twice, and the like, in every command.
    #[test]
    fn every_command_is_well_formed() {
        Cli::command().debug_assert();
    }
}
