//! `makini sandbox reset`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state_lock::StateLock;
use super::status::Counts;
use crate::args::examples;
use crate::client::ApiRequest;
use crate::context::{Context, SandboxInstance};
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::sandbox::{Options, Sandbox, key_file};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Reset the sandbox to an empty state
///
/// Removes connections, syncs, requests, faults and tokens of the sandbox, and nothing else. A running sandbox keeps
/// running. A state file that cannot be read is replaced.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sandbox reset --yes"])]
pub struct Args {}

/// Asks, and empties.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Reset>()?;
    let data = ctx.settings.paths.data()?;
    if let Some(instance) = SandboxInstance::read(data)
        && instance.time(data).await?.is_some()
    {
        return running(ctx, instance).await;
    }
    let state = ctx.settings.paths.sandbox_file()?;
    if !state.exists() {
        return ctx.show(&Reset { had_state: false, running: false, state: Some(state) });
    }
    ask(ctx, &format!("Empty the sandbox in `{}`?", state.display()))?;
    // No other process may start one between here and the end.
    let _tenancy = StateLock::acquire(&state)?;
    let options = Options { path: Some(state.clone()), ..Options::new(ctx.clock.clone()) };
    match Sandbox::open(options) {
        Ok(sandbox) => sandbox.reset()?,
        Err(error) => {
            ctx.term.warn(format!("{error}; it is removed"));
            remove(&state).during(|| format!("could not remove `{}`", state.display()))?;
        }
    }
    ctx.show(&Reset { had_state: true, running: false, state: Some(state) })
}

fn ask(ctx: &Context, label: &str) -> Result<(), Failure> {
    ctx.confirm(&Question::new(label, "--yes").help("Everything in the sandbox is gone afterwards; nothing else is."))
}

/// The answer to `POST /sandbox/reset`.
#[derive(Deserialize)]
struct Fresh {
    access_token: String,
}

async fn running(ctx: &Context, instance: SandboxInstance) -> Result<Exit, Failure> {
    let client = ctx.client().await?;
    let counts: Counts = client.get("/sandbox").await?;
    ask(ctx, &format!("Empty the sandbox that runs at {} ({})?", instance.url, counts.words()))?;
    let fresh: Fresh = client.send(ApiRequest::post("/sandbox/reset").returns_tokens()).await?.data()?;
    // The old token is invalid now; other commands read the new one from the instance file.
    let instance = SandboxInstance { token: fresh.access_token, ..instance };
    let written = instance.write(ctx.settings.paths.data()?);
    written
        .map_err(|error| Failure::new(Exit::Local, format!("could not write the new token of the sandbox: {error}")))?;
    ctx.show(&Reset { had_state: true, running: true, state: None })
}

fn remove(state: &Path) -> Result<(), Failure> {
    let beside = |end: &str| {
        let mut name = state.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    for file in [state.to_owned(), beside("-wal"), beside("-shm"), key_file(state)] {
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure::new(Exit::Local, error.to_string()));
            }
            _ => {}
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Reset {
    had_state: bool,
    running: bool,
    state: Option<PathBuf>,
}

impl View for Reset {
    const SCHEMA: &'static str = "sandbox.reset/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(if self.had_state {
            Line::new().text("The sandbox is empty: a fresh account with all its credits")
        } else {
            Line::new().text("There was nothing to reset: the sandbox has not been used yet")
        });
    }
}
