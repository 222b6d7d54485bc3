//! Milepost: know how your company really sells.

use std::process::ExitCode;

fn main() -> ExitCode {
    milepost::cli::run()
}
