//! Keeps the memory of this process out of core files and away from other processes of the same user.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Turns core dumps off and, on Linux, makes the process undumpable, which also closes `/proc/PID/mem` and
/// `/proc/PID/environ` to other programs of the user.
///
/// To be called once, before the first secret is read. Costs two to three system calls. A failure is ignored: the program
/// works without it. Programs started from here get their own dumpability back when they are executed.
pub fn disable() {
    // The soft limit only: a program started from here may raise it again.
    let maximum = getrlimit(Resource::Core).maximum;
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum });
    // A pipe in `core_pattern` ignores the limit; this one it cannot ignore.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Returns whether this process can still be dumped.
#[cfg(target_os = "linux")]
pub fn is_dumpable() -> bool {
    !matches!(rustix::process::dumpable_behavior(), Ok(rustix::process::DumpableBehavior::NotDumpable))
}
