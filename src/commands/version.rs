//! `makini version`.

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Card, Cell, Page, View};

/// Show the version, commit, target and features of this build
///
/// `makini --version` prints the name and the version alone. The commit is known where the build was given
/// `MAKINI_COMMIT`, as release builds are.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini version", "makini version -o json"])]
pub struct Args {}

/// Shows them.
pub fn run(ctx: &Context, _args: &Args) -> Result<Exit, Failure> {
    ctx.show(&Version {
        version: env!("CARGO_PKG_VERSION"),
        commit: option_env!("MAKINI_COMMIT").filter(|commit| !commit.is_empty()),
        target: target(),
        features: FEATURES,
    })
}

const FEATURES: &[&str] = &[
    #[cfg(feature = "sandbox")]
    "sandbox",
];

/// Returns the target triple, put together from what the compiler tells the program.
fn target() -> String {
    let environment = if cfg!(target_env = "gnu") {
        "gnu"
    } else if cfg!(target_env = "musl") {
        "musl"
    } else if cfg!(target_env = "msvc") {
        "msvc"
    } else {
        ""
    };
    let (vendor, system) = match std::env::consts::OS {
        "macos" => ("apple", "darwin"),
        "windows" => ("pc", "windows"),
        system => ("unknown", system),
    };
    let triple = format!("{}-{vendor}-{system}-{environment}", std::env::consts::ARCH);
    triple.trim_end_matches('-').to_owned()
}

#[derive(Serialize)]
struct Version {
    version: &'static str,
    commit: Option<&'static str>,
    target: String,
    features: &'static [&'static str],
}

impl View for Version {
    const SCHEMA: &'static str = "version/1";

    fn human(&self, page: &mut Page<'_>) {
        let card = Card::new()
            .row("Version", Cell::text(self.version))
            .row("Commit", Cell::text(self.commit.unwrap_or("unknown")))
            .row("Target", Cell::text(self.target.as_str()))
            .row("Features", Cell::text(self.features.join(", ")));
        page.card(&card);
    }
}
