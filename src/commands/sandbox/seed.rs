//! `makini sandbox seed`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::args::examples;
use crate::client::ApiRequest;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files;
use crate::sandbox::Seed;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View};

/// A text of its own: rustdoc would take the example for Rust.
const ABOUT: &str = r#"Fill the sandbox from a file

The file is TOML with connections, webhooks, faults and the clock. It is applied as a whole or not at all; an unknown key
is an error with line and column. `makini sandbox start --seed-file seed.toml` does the same for a new state.

    [clock]                      # at, frozen, scale
    at = 2026-03-01T12:00:00Z
    [[connections]]              # also: email, deployment, fields, metadata, count,
    name = "North"               #   synced = false for one that begins its first sync
    system = "sap-s4hana"
    schedule = "15m"             # from 15m to 1d, or off
    [[webhooks]]                 # also: events, connection, format, enabled, secret
    url = "http://127.0.0.1:3000/hook"
    [[faults]]                   # what `makini sandbox fault add` takes
    kind = "source_down"
    connection = "North""#;

/// Fill the sandbox from a file
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sandbox seed plants.toml"])]
#[command(long_about = ABOUT)]
pub struct Args {
    /// Seed file (TOML)
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// In bytes.
const LARGEST: u64 = 16 << 20;

/// Reads the file, and has it applied.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Seeded>()?;
    let (text, _) = read(&args.file)?;
    let call = ApiRequest::post("/sandbox/seed").body("application/toml", text).idempotent(false);
    let answer = ctx.client().await?.send(call).await.and_then(|answer| answer.data::<Seeded>());
    ctx.show(&answer.during(|| format!("nothing of `{}` was applied", args.file.display()))?)
}

/// Reads a seed file and checks what can be checked without a sandbox.
pub(super) fn read(file: &Path) -> Result<(String, Seed), Failure> {
    let text = files::read_regular(file, LARGEST)
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| std::io::Error::other("it is not UTF-8")))
        .map_err(|error| Failure::unreadable(file.display(), &error))?;
    let seed = Seed::read(&text).map_err(|problem| {
        Failure::usage(format!("`{}`: {problem}", file.display())).hint("`makini sandbox seed --help` shows the form")
    })?;
    Ok((text, seed))
}

#[derive(Serialize, Deserialize)]
struct Seeded {
    connections: Vec<SeededConnection>,
    webhooks: Vec<SeededWebhook>,
    faults: Vec<u64>,
}

#[derive(Serialize, Deserialize)]
struct SeededConnection {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct SeededWebhook {
    id: String,
    url: String,
    secret: String,
}

impl View for Seeded {
    const SCHEMA: &'static str = "sandbox.seed/1";

    fn human(&self, page: &mut Page<'_>) {
        let (connections, webhooks) = (self.connections.len() as u64, self.webhooks.len() as u64);
        page.line(Line::new().good("seeded"));
        let mut card = Card::new()
            .row("Connections", Cell::count(connections))
            .row("Webhook endpoints", Cell::count(webhooks))
            .row("Faults", Cell::count(self.faults.len() as u64));
        for webhook in &self.webhooks {
            card = card.row(format!("Secret of {}", webhook.url), Cell::text(&*webhook.secret));
        }
        page.card(&card);
    }
}
