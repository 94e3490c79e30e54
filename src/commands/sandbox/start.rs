//! `makini sandbox start`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::pin;

use jiff::Timestamp;
use serde::Serialize;

use super::bind::BindArgs;
use super::state_lock::{ELSEWHERE, LockOwner, StateLock};
use crate::api::path;
use crate::args::{ServerProcess, examples};
use crate::context::{Context, SandboxInstance};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::sandbox::{self, Options, Sandbox, Start};
use crate::term::Line;
use crate::view::{Card, Cell, Page, View};

/// Start the sandbox in the foreground
///
/// Prints a line when it is ready; `makini --sandbox …` in another terminal uses it. Listens on the loopback address
/// only, unless `--bind` and `--allow-remote` are given. Its client ID and secret work for no other server.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini sandbox start",
    "makini sandbox start --memory --seed 7 --time-scale 20",
])]
pub struct Args {
    #[command(flatten)]
    bind: BindArgs,

    /// State file; default: in the data folder
    #[arg(long, value_name = "FILE", conflicts_with = "memory")]
    state: Option<PathBuf>,

    /// Keep the state in memory only
    #[arg(long, alias = "in-memory")]
    memory: bool,

    /// Fill a new state from this file, see `makini sandbox seed --help`
    #[arg(long, value_name = "FILE")]
    seed_file: Option<PathBuf>,

    /// Speed of the clock relative to real time
    ///
    /// Default: the speed stored in the state; `makini sandbox clock` shows and changes it.
    #[arg(long, value_name = "N", value_parser = scale)]
    time_scale: Option<f64>,

    /// Start time of a new state, for example `2026-01-01T00:00:00Z`
    #[arg(long, value_name = "TIME", hide_short_help = true)]
    clock: Option<Timestamp>,

    /// Freeze the clock of a new state
    #[arg(long, hide_short_help = true)]
    freeze: bool,

    /// Seed for generated data, IDs, latencies and faults
    ///
    /// It can be changed while the sandbox is empty only.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,

    /// Factor for the number of rows of new connections; 250 gives lists of 100,000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=sandbox::MOST_SCALE))]
    scale: Option<u64>,

    /// Number of systems of the catalogue: numbered editions of those there are
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=sandbox::MOST_SYSTEMS as u64), hide_short_help = true)]
    systems: Option<usize>,

    /// Simulate the response times of the connected systems
    #[arg(long, hide_short_help = true)]
    latency: bool,

    #[command(flatten)]
    process: ServerProcess,
}

impl Args {
    /// Refuses what would be ignored.
    fn check(&self, state: Option<&Path>) -> Result<(), Failure> {
        if let Some(state) = state.filter(|_| self.state.is_some()) {
            placed(state)?;
        }
        let flags = [("--clock", self.clock.is_some()), ("--freeze", self.freeze)];
        let given = flags.into_iter().find_map(|(flag, given)| given.then_some(flag));
        match (given, state) {
            (Some(flag), Some(state)) if state.exists() => Err(Failure::usage(format!(
                "`{flag}` is for a new state, and `{}` is there already",
                state.display()
            ))
            .hint("`--memory` or another `--state` begins anew; `makini sandbox clock` moves the clock of this one")),
            _ => Ok(()),
        }
    }
}

/// Refuses a state file that can never be one.
fn placed(state: &Path) -> Result<(), Failure> {
    let refused = |message: String| Failure::usage(message).hint(ELSEWHERE);
    if state.is_dir() {
        return Err(refused(format!("`--state {}` is a folder, and has to be a file", state.display())));
    }
    match state.parent() {
        Some(folder) if folder.exists() && !folder.is_dir() => {
            Err(refused(format!("`--state {}` is in no folder: `{}` is a file", state.display(), folder.display())))
        }
        _ => Ok(()),
    }
}

pub(super) fn scale(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.01..=100_000.0).contains(number));
    number.ok_or_else(|| "a number from 0.01 to 100000".into())
}

/// Serves until shutdown.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Ready>()?;
    let state = match (&args.state, args.memory) {
        (_, true) => None,
        (Some(state), _) => Some(std::path::absolute(state).unwrap_or_else(|_| state.clone())),
        (None, _) => Some(ctx.settings.paths.sandbox_file()?),
    };
    args.bind.check()?;
    args.check(state.as_deref())?;
    let seed = args.seed_file.as_deref().map(super::seed::read).transpose()?.map(|(_, seed)| seed);
    let mut lock = state.as_deref().map(StateLock::acquire).transpose()?;
    let mut options = Options::new(ctx.clock.clone());
    options.path.clone_from(&state);
    options.time_scale = args.time_scale;
    options.start = Start { at: args.clock, frozen: args.freeze };
    options.realistic_latency = args.latency;
    options.scale = args.scale;
    options.systems = args.systems;
    options.replace_seed = args.seed.is_some();
    options.seed = args.seed.unwrap_or(options.seed);
    if let Some(seed) = &seed {
        let start = seed.start().map_err(Failure::usage)?;
        options.start = Start { at: args.clock.or(start.at), frozen: args.freeze || start.frozen };
        options.replace_seed |= seed.number().is_some();
        options.seed = args.seed.or(seed.number()).unwrap_or(options.seed);
    }
    let sandbox = Sandbox::open(options).map_err(|error| Failure::from(error).hint(ELSEWHERE))?;
    seeded(&sandbox, args.seed)?;
    if let (Some(seed), Some(file)) = (&seed, &args.seed_file)
        && !sandbox.apply_seed(seed).map_err(|error| Failure::usage(format!("`{}`: {error}", file.display())))?
    {
        ctx.term.note(format!("`{}` was not applied: the sandbox was used before", file.display()));
    }
    let (listener, address) = args.bind.listen(ctx.settings.paths.data().ok()).await?;
    if let Some(warning) = args.bind.warning() {
        ctx.term.warn(warning);
    }
    let (pid, url) = (std::process::id(), address.url());
    if let Some(lock) = &mut lock {
        lock.write_owner(&LockOwner { pid, url: url.clone() })?;
    }

    let ready = Ready {
        sandbox: true,
        url: url.clone(),
        link_url: format!("{url}{}", path::LINK_AUTH),
        listens_on: address.socket(),
        remote: args.bind.is_remote(),
        for_commands: address.is_usable_locally(),
        client_id: sandbox::CLIENT_ID,
        client_secret: sandbox::client_secret().expose().to_owned(),
        state: state.clone(),
        pid,
        time_scale: sandbox.time_scale(),
    };
    let data = ctx.settings.paths.data().ok();
    let stop = ended(ctx, &args, data, &url);
    let serving = async {
        if args.bind.is_remote() {
            sandbox.serve_beyond_loopback(listener, &args.bind.allowed_host, stop).await
        } else {
            sandbox.serve(listener, stop).await
        }
    };
    // Shutdown is handled before anything announces that there is something to stop.
    let served = tokio::try_join!(
        biased;
        async { serving.await.map_err(|error| local(format!("the sandbox could not go on: {error}"))) },
        announce(ctx, &args, &sandbox, ready),
    );
    data.inspect(|data| SandboxInstance::remove(data, &url));
    served?;
    ctx.term.status(match &state {
        Some(state) => {
            Line::new().text("The sandbox has ended; its state is kept in ").path(state.display().to_string())
        }
        None => Line::new().text("The sandbox has ended, and its state with it"),
    });
    Ok(Exit::Ok)
}

/// Refuses a sandbox whose data follow from another seed than the requested one.
fn seeded(sandbox: &Sandbox, asked: Option<u64>) -> Result<(), Failure> {
    let has = sandbox.seed();
    if asked.is_none_or(|asked| asked == has) {
        return Ok(());
    }
    let message = format!("the sandbox has connections whose data follow from the seed {has}");
    Err(Failure::usage(message).hint("start over with `makini sandbox reset`, or leave `--seed` out"))
}

fn local(message: String) -> Failure {
    Failure::new(Exit::Local, message)
}

/// Completes on shutdown or at the end of `--for`, and removes the instance file: commands that start later do not use it.
async fn ended(ctx: &Context, args: &Args, data: Option<&Path>, url: &str) {
    let stop = ctx.shutdown();
    let mut heard = pin!(stop.cancelled());
    match args.process.lifetime {
        Some(lifetime) => {
            tokio::select! {
                biased;
                _ = &mut heard => {}
                () = ctx.clock.sleep(lifetime) => {}
            }
        }
        None => {
            heard.await;
        }
    }
    data.inspect(|data| SandboxInstance::remove(data, url));
}

/// Prints the ready line, and writes the ready file and the instance file.
async fn announce(ctx: &Context, args: &Args, sandbox: &Sandbox, mut ready: Ready) -> Result<(), Failure> {
    ready.for_commands = publish_instance(ctx, sandbox, &ready).await?;
    if let Some(path) = &args.process.ready_file {
        let mut text = serde_json::to_vec(&ready).expect("plain fields");
        text.push(b'\n');
        files::save(path, &text, Access::Owner, "")?;
    }
    ctx.show(&ready)?;
    // In a pipe a program waits for this line.
    ctx.term.flush()?;
    Ok(())
}

/// Writes the instance file that other commands read, and returns whether they will use it. The sandbox serves without it too.
async fn publish_instance(ctx: &Context, sandbox: &Sandbox, ready: &Ready) -> Result<bool, Failure> {
    // No command without a home folder finds it either.
    let Ok(data) = ctx.settings.paths.data() else { return Ok(false) };
    // The instance file would send every command to an address that it refuses to call.
    if !ready.for_commands {
        ctx.term.note(format!(
            "`--sandbox` does not use this sandbox: commands call plain HTTP on the loopback only, and it listens on {} \
             only; `--bind 0.0.0.0` listens on both",
            ready.listens_on.ip()
        ));
        return Ok(false);
    }
    if let Some(other) = SandboxInstance::read(data)
        && other.is_running().await
    {
        ctx.term.note(format!(
            "`--sandbox` keeps using the sandbox of process {} at {}, which was there before; reach this one by its address",
            other.pid, other.url
        ));
        return Ok(false);
    }
    let token = sandbox.admin_token()?.expose().to_owned();
    let owner_proof = sandbox.owner_proof().expose().to_owned();
    let instance = SandboxInstance { url: ready.url.clone(), token, owner_proof, pid: ready.pid };
    if let Err(error) = files::create_private_folder(data).and_then(|()| instance.write(data)) {
        ctx.term.warn(format!(
            "`--sandbox` will not find this sandbox: could not write `{}`: {error}; `MAKINI_DATA_DIR` names another folder",
            SandboxInstance::path(data).display()
        ));
        return Ok(false);
    }
    Ok(true)
}

/// The ready line.
#[derive(Serialize)]
struct Ready {
    sandbox: bool,
    url: String,
    /// Where Makini Link begins.
    link_url: String,
    listens_on: SocketAddr,
    /// Whether others than this machine are answered.
    remote: bool,
    #[serde(skip)]
    for_commands: bool,
    client_id: &'static str,
    client_secret: String,
    state: Option<PathBuf>,
    pid: u32,
    time_scale: f64,
}

impl View for Ready {
    const SCHEMA: &'static str = "sandbox.start/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().heading("SANDBOX").text(" ready at ").path(&self.url));
        let state = self.state.as_ref().map(|state| Cell::path(state.display().to_string()));
        let mut card = Card::new();
        if self.for_commands {
            let line = "makini --sandbox systems list   (in another terminal)";
            card = card.row("Use", Cell::text(line).style(crate::term::Style::Command));
        }
        if self.remote {
            card = card.row("Listens on", Cell::text(format!("{}, for other machines too", self.listens_on)));
        }
        let card = card
            .row("Client ID", Cell::id(self.client_id))
            .row("Client secret", Cell::id(&self.client_secret))
            .row("Makini Link", Cell::path(&self.link_url))
            .row("State", state.unwrap_or_else(|| Cell::text("in memory, ends with this process")))
            .row("End", Cell::text("Ctrl-C"));
        page.card(&card);
    }
}
