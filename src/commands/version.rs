//! `makini version`.

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::diagnose::Build;
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
    ctx.show(&Version(Build::of_this()))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Version(Build);

impl View for Version {
    const SCHEMA: &'static str = "version/1";

    fn human(&self, page: &mut Page<'_>) {
        let card = Card::new()
            .row("Version", Cell::text(self.0.version))
            .row("Commit", Cell::text(self.0.commit.unwrap_or("unknown")))
            .row("Target", Cell::text(self.0.target.as_str()))
            .row("Features", Cell::text(self.0.features.join(", ")));
        page.card(&card);
    }
}
