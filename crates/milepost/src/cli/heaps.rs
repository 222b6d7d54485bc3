//! How a server keeps its memory.

/// Begins the program anew with four heaps. The allocator of Linux gives nearly every thread a heap of its own and keeps in
/// each what is freed there: memory that nobody uses. Where this cannot be done, or somebody has set it otherwise,
/// everything goes on as it is.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(super) fn few() {
    use std::env;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    const SETTING: &str = "MALLOC_ARENA_MAX";
    let Ok(program) = env::current_exe() else { return };
    if env::var_os(SETTING).is_none() {
        let mut arguments = env::args_os();
        let name = arguments.next().unwrap_or_else(|| program.clone().into());
        // Comes back only where it failed.
        let _failed = Command::new(program).arg0(name).args(arguments).env(SETTING, "4").exec();
    }
}

/// Other systems' allocators share what is free.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn few() {}
