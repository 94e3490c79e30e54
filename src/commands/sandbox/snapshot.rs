//! `makini sandbox snapshot`.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};

use super::status::Counts;
use crate::api::header::{OWNER_PROOF, SNAPSHOT_KEY};
use crate::args::examples;
use crate::client::{self, ApiRequest, Client};
use crate::context::{Context, SandboxInstance};
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files::{self, Access};
use crate::sandbox::{key_file, pack, unpack};
use crate::secret::Secret;
use crate::settings::paths::NoFolder;
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Cell, Column, List, Listed, Page, View};

/// Save and load snapshots of the sandbox
///
/// A snapshot holds the whole state including the clock. The running sandbox continues from it, in memory or not. Its
/// secrets are encrypted with a key in a separate file (`NAME.db.key`), so that the snapshot alone reveals none.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Save the current state as a snapshot
    #[command(after_long_help = examples!["makini sandbox snapshot save three-plants"])]
    Save(NameArgs),
    /// Replace the state by a snapshot
    #[command(after_long_help = examples!["makini sandbox snapshot load three-plants --yes"])]
    Load(NameArgs),
    /// List snapshots
    #[command(after_long_help = examples!["makini sandbox snapshot list"])]
    #[command(alias = "ls")]
    List,
    /// Remove a snapshot
    #[command(after_long_help = examples!["makini sandbox snapshot remove three-plants"])]
    #[command(alias = "delete", alias = "rm")]
    Remove(NameArgs),
}

/// Which snapshot.
#[derive(clap::Args, Debug)]
pub struct NameArgs {
    /// Snapshot name, or path of a file (contains `/` or ends in `.db`)
    #[arg(value_name = "NAME|FILE")]
    name: String,
}

const SNAPSHOT: &str = "/sandbox/snapshot";
/// How names of snapshots end on the disk.
const ENDING: &str = ".db";
/// The largest snapshot that is read, in bytes.
const LARGEST: u64 = 1 << 30;
/// The largest key file that is read, in bytes: far above a key and a line end.
const LARGEST_KEY: u64 = 4096;

impl NameArgs {
    fn path(&self, ctx: &Context) -> Result<PathBuf, Failure> {
        let name = &self.name;
        let is_path = name.contains(['/', '\\']) || name.ends_with(ENDING);
        if is_path {
            return Ok(PathBuf::from(name));
        }
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
        if !plain || name.is_empty() || name.starts_with(['.', '-']) || name.len() > 64 {
            return Err(Failure::usage("a snapshot's name is up to 64 letters, digits, `-`, `_` and `.`")
                .hint("for a file anywhere else, give a path that ends in `.db`"));
        }
        Ok(folder(ctx)?.join(format!("{name}{ENDING}")))
    }
}

fn folder(ctx: &Context) -> Result<PathBuf, NoFolder> {
    Ok(ctx.settings.paths.data()?.join("snapshots"))
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Save(named) => save(ctx, &named).await,
        Command::Load(named) => load(ctx, &named).await,
        Command::List => ctx.show(&List(list(&folder(ctx)?)?)),
        Command::Remove(named) => delete(ctx, &named),
    }
}

async fn save(ctx: &Context, named: &NameArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Saved>()?;
    let path = named.path(ctx)?;
    if path.exists() {
        let label = format!("Replace the snapshot `{}`?", named.name);
        ctx.confirm(&Question::new(&label, "--yes").help("What it holds now is lost."))?;
    }
    let client = ctx.client().await?;
    let mut call = ApiRequest::get(SNAPSHOT);
    if let Some(proof) = owner_proof(ctx, client) {
        call = call.header(OWNER_PROOF, proof.expose());
    }
    let answer = client.send(call).await.map_err(local);
    let answer = answer.during(|| "could not take the snapshot".into())?;
    let bytes = unpack(&answer.body)
        .map_err(|error| Failure::new(Exit::Unavailable, format!("the snapshot did not come whole: {error}")))?;
    let key = answer.headers.get(SNAPSHOT_KEY);
    if let Some(folder) = folder(ctx).ok().filter(|folder| path.starts_with(folder)) {
        let made = files::create_private_folder(&folder);
        made.map_err(|error| Failure::new(Exit::Local, format!("could not make the folder for snapshots: {error}")))?;
    }
    // The key first: a snapshot without it could not be loaded elsewhere.
    match key {
        Some(key) => files::save(&key_file(&path), key.as_bytes(), Access::Owner, "")?,
        None => ctx.term.warn(
            "the secrets in it stay sealed, and only this sandbox can load it: it gives their key to commands of \
             whoever started it",
        ),
    }
    files::save(&path, &bytes, Access::Owner, "")?;
    ctx.show(&Saved { name: named.name.clone(), bytes: bytes.len() as u64, path })
}

/// Classifies a failure of the sandbox: it is on this machine, and so is the folder that it cannot write in.
fn local(error: client::Error) -> Failure {
    let is_local = error.status() == Some(409);
    let failure = Failure::from(error);
    if is_local { Failure { exit: Exit::Local, ..failure } } else { failure }
}

/// Returns the owner proof of the sandbox: from its instance file, which only its owner can read, or from the sandbox
/// inside this command.
fn owner_proof(ctx: &Context, client: &Client) -> Option<Secret> {
    if let Some(inside) = ctx.inner_sandbox() {
        return Some(inside.owner_proof());
    }
    let instance = SandboxInstance::read(ctx.settings.paths.data().ok()?)
        .filter(|instance| client.server().origin() == instance.url)?;
    (!instance.owner_proof.is_empty()).then(|| Secret::new(instance.owner_proof))
}

/// The answer to a load.
#[derive(Deserialize)]
struct Fresh {
    access_token: String,
}

async fn load(ctx: &Context, named: &NameArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Loaded>()?;
    let path = named.path(ctx)?;
    let bytes = files::read_regular(&path, LARGEST).map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        let exit = if missing { Exit::NotFound } else { Exit::Local };
        Failure::new(exit, format!("could not read the snapshot `{}`: {error}", path.display()))
            .hint("`makini sandbox snapshot list` shows those that have a name")
    })?;
    let client = ctx.client().await?;
    let counts: Counts = client.get("/sandbox").await?;
    if !counts.is_empty() {
        let label = format!("Replace what is in the sandbox ({}) by `{}`?", counts.words(), named.name);
        ctx.confirm(&Question::new(&label, "--yes").help("Everything that is in the sandbox now is gone afterwards."))?;
    }
    let packed = pack(&bytes).map_err(|error| Failure::new(Exit::Local, format!("could not pack it: {error}")))?;
    let mut call = ApiRequest::put(SNAPSHOT).body("application/gzip", packed).returns_tokens();
    // Without the key only the sandbox that made the snapshot can load it.
    let key = files::read_secret(&key_file(&path), LARGEST_KEY).ok();
    if let Some(key) = key.as_deref().and_then(|key| std::str::from_utf8(key).ok()) {
        call = call.header(SNAPSHOT_KEY, key.trim());
    }
    let answer = client.send(call).await.and_then(|answer| answer.data::<Fresh>()).map_err(local);
    let fresh = answer.during(|| format!("could not load `{}`", path.display()))?;
    // The old token is gone with the old state; other commands read the new one here.
    let data = ctx.settings.paths.data()?;
    if let Some(instance) = SandboxInstance::read(data).filter(|instance| client.server().origin() == instance.url) {
        let instance = SandboxInstance { token: fresh.access_token, ..instance };
        instance.write(data).map_err(|error| {
            Failure::new(Exit::Local, format!("could not write the new token of the sandbox: {error}"))
        })?;
    }
    ctx.show(&Loaded { name: named.name.clone(), path })
}

fn delete(ctx: &Context, named: &NameArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Deleted>()?;
    let path = named.path(ctx)?;
    if !path.exists() {
        return Err(Failure::new(Exit::NotFound, format!("there is no snapshot `{}`", named.name))
            .hint("`makini sandbox snapshot list` shows those that have a name"));
    }
    let label = format!("Delete the snapshot `{}`?", named.name);
    ctx.confirm(&Question::new(&label, "--yes").help("The sandbox itself stays as it is."))?;
    let removed = std::fs::remove_file(&path);
    removed.map_err(|error| Failure::new(Exit::Local, format!("could not delete `{}`: {error}", path.display())))?;
    std::fs::remove_file(key_file(&path)).ok();
    ctx.show(&Deleted { name: named.name.clone() })
}

fn list(folder: &Path) -> Result<Vec<Snapshot>, Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(Exit::Local, format!("could not read the folder `{}`: {error}", folder.display()))
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let Some(name) = file.strip_suffix(ENDING) else { continue };
        let metadata = entry.metadata().map_err(failed)?;
        let saved_at = metadata.modified().ok().and_then(|time| Timestamp::try_from(time).ok());
        // Disks count nanoseconds, and nothing else here does.
        let saved_at = saved_at.and_then(|at| at.round(Unit::Millisecond).ok());
        found.push(Snapshot { name: name.to_owned(), bytes: metadata.len(), saved_at });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

#[derive(Serialize)]
struct Saved {
    name: String,
    path: PathBuf,
    bytes: u64,
}

impl View for Saved {
    const SCHEMA: &'static str = "sandbox.snapshot.save/1";

    fn human(&self, page: &mut Page<'_>) {
        let size = crate::view::bytes(self.bytes);
        page.line(
            Line::new().good("saved").text(": ").path(self.path.display().to_string()).text(format!(" ({size})")),
        );
        let again = format!("`makini sandbox snapshot load {}` goes back to it", self.name);
        page.line(Line::new().commands(&again));
    }
}

#[derive(Serialize)]
struct Loaded {
    name: String,
    path: PathBuf,
}

impl View for Loaded {
    const SCHEMA: &'static str = "sandbox.snapshot.load/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(
            Line::new().good("loaded").text(": the sandbox is as it was in ").id(&self.name).text(", its clock too"),
        );
    }
}

#[derive(Serialize)]
struct Deleted {
    name: String,
}

impl View for Deleted {
    const SCHEMA: &'static str = "sandbox.snapshot.delete/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().good("deleted").text(": ").id(&self.name));
    }
}

#[derive(Serialize)]
struct Snapshot {
    name: String,
    bytes: u64,
    saved_at: Option<Timestamp>,
}

const COLUMNS: &[Column<Snapshot>] = &[
    Column::new("name", "NAME", |snapshot: &Snapshot, _| Cell::name(&snapshot.name)),
    Column::new("bytes", "SIZE", |snapshot: &Snapshot, _| Cell::bytes(snapshot.bytes)).right(),
    Column::new("saved_at", "SAVED", |snapshot: &Snapshot, look| Cell::time(snapshot.saved_at, look)),
];

impl Listed for Snapshot {
    const SCHEMA: &'static str = "sandbox.snapshot.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "There are no snapshots. `makini sandbox snapshot save first` makes one.";
}
