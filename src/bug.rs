//! When the fault is ours: a short apology with a report, and no input, token or core in either.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::path::PathBuf;

use crate::files;
use crate::settings::env::Env;
use crate::settings::paths::Paths;

/// Makes a panic of this process write a report and an apology instead of its message, which may hold input.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let report = report(panic);
        let kept = keep(&report);
        let mut stderr = std::io::stderr().lock();
        // Nothing more can be done when stderr is gone as well.
        let _ = writeln!(stderr, "error: makini has a bug and had to stop; this is our fault, not yours");
        let _ = match kept {
            Some(path) => writeln!(stderr, "  report: {}", path.display()),
            None => writeln!(stderr, "{report}"),
        };
        let _ = writeln!(stderr, "  hint: send the report to the makini developers; it holds no input and no secret");
    }));
}

/// Runs the work and returns what it returns; nothing after a panic, which the hook has reported.
pub fn contain<T>(work: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Returns the report: version, location and backtrace. The panic's own message is left out, since it may hold input.
fn report(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(|| "an unknown place".into(), ToString::to_string);
    let trace = std::backtrace::Backtrace::force_capture();
    format!(
        "makini {} on {} {}\npanic at {place}\n{trace}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

fn keep(report: &str) -> Option<PathBuf> {
    let folder = Paths::find(&Env::from_process()).state().ok()?.join("bugs");
    files::create_private_folder(&folder).ok()?;
    files::write_unique(&folder, "bug-", ".txt", report.as_bytes()).ok()
}
