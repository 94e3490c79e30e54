//! Tests that need something this machine may not have: skipped loudly, or failed where it was promised.

use std::io::Write as _;

/// Returns whether `what` is here. Prints why a test is skipped; fails when `MAKINI_TEST_REQUIRE` names it.
///
/// `shared` is the folder beside the project; everything else is a program.
pub(crate) fn tool(what: &str) -> bool {
    let here = match what {
        "shared" => shared().is_some(),
        program => on_path(program),
    };
    given(what, here)
}

/// The same for something that only the caller can tell: passes on whether it is here.
pub(crate) fn given(what: &str, here: bool) -> bool {
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let required = std::env::var("MAKINI_TEST_REQUIRE").unwrap_or_default();
    if !here {
        assert!(!required.split(',').any(|name| name.trim() == what), "`{what}` is missing, and this run requires it");
        // Past the test runner's capture: a skipped test must be seen.
        writeln!(std::io::stderr(), "SKIPPED: `{what}` is missing").ok();
    }
    here
}

/// The same for what a machine has by itself, as a network: where it has none that is said, and no run is to fail for it.
pub(crate) fn native(what: &str, here: bool) -> bool {
    if !here {
        writeln!(std::io::stderr(), "not tried: this machine has no {what}").ok();
    }
    here
}

/// Returns the folder with the published data, where it is beside the project.
pub(crate) fn shared() -> Option<std::path::PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    folder.join("vectors").is_dir().then_some(folder)
}

#[expect(clippy::disallowed_methods, reason = "looks for programs where the test run would find them")]
pub(crate) fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
