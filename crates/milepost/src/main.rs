//! Milepost: know how your company really sells.

use std::process::ExitCode;

/// A forecast takes hundreds of megabytes for a second. This allocator gives them back to the system; glibc's keeps
/// them for the thread that asked.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    milepost::cli::run()
}
