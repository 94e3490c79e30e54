//! `makini demo`.

mod environment;
mod receiver;
mod runner;
mod scenario;

use std::pin::pin;
use std::time::Duration;

use clap::ValueEnum;
use serde::Serialize;

use self::environment::{Environment, Output};
use self::runner::{Part, Runner, Step};
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::term::Line;
use crate::view::{Format, Page, View, span};
use crate::world::World;

/// How long a command may take to end after Ctrl-C.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Run a guided demo on a temporary sandbox
///
/// Connects three systems, syncs them, breaks one and finds the cause, receives and verifies a webhook, and disconnects
/// everything. Each step is a real command, shown as you would type it. The demo uses a folder of its own and removes
/// it at the end. The result of each command is checked, so the demo also tests the installation.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini demo", "makini demo --pace fast"])]
pub struct Args {
    /// Speed of the demo
    #[arg(long, value_enum, default_value_t = Pace::Normal)]
    pace: Pace,
}

/// How fast it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Pace {
    /// About ten seconds, to watch
    Normal,
    /// Without pauses
    Fast,
}

impl Pace {
    /// How much faster than life syncs run.
    const fn time_scale(self) -> u32 {
        match self {
            Self::Normal => 10,
            Self::Fast => 60,
        }
    }
}

/// Runs the demo; `program` runs one invocation of this program.
pub async fn run(ctx: &Context, args: Args, program: fn(World) -> Exit) -> Result<Exit, Failure> {
    ctx.out.check_for::<Summary>()?;
    let began = ctx.clock.moment();
    let output = match ctx.out.format() {
        Format::Table => Output::Both(ctx.term.clone()),
        _ if ctx.term.options().quiet => Output::Dark,
        _ => Output::Aside(ctx.term.clone()),
    };
    let watched = args.pace == Pace::Normal && ctx.term.terminal().stdout;
    let environment = Environment::build(&ctx.env, ctx.clock.clone(), output, program)?;
    let stopper = environment.stopper();
    let mut runner = Runner::new(environment, if watched { Duration::from_millis(350) } else { Duration::ZERO });
    let result = {
        let gate = ctx.shutdown();
        let mut heard = pin!(gate.cancelled());
        let mut running = pin!(scenario::run(&mut runner, args.pace));
        tokio::select! {
            biased;
            exit = &mut heard => {
                stopper.send_replace(Some(exit));
                tokio::time::timeout(LAST_WORDS, running).await.ok();
                Ok(Some(exit))
            }
            result = &mut running => result.map(|()| None),
        }
    };
    // Whatever happened: the sandbox ends, the folder goes.
    let ended = runner.end_sandbox().await;
    let Runner { environment, acts, steps, .. } = runner;
    if let Err((path, error)) = environment.remove() {
        ctx.term.warn(format!("the demo's folder `{}` is still there: {error}", path.display()));
    }
    if let Some(exit) = result? {
        ctx.term.status("The demo was stopped, and has cleaned up");
        return Ok(exit);
    }
    ended?;
    let ms = u64::try_from(ctx.clock.since(began).as_millis()).unwrap_or(u64::MAX);
    ctx.show(&Summary { acts, steps, ms })
}

/// What was seen.
#[derive(Serialize)]
struct Summary {
    acts: Vec<Part>,
    steps: Vec<Step>,
    ms: u64,
}

impl View for Summary {
    const SCHEMA: &'static str = "demo/1";

    fn human(&self, page: &mut Page<'_>) {
        page.blank();
        page.heading("What you have seen");
        for act in &self.acts {
            page.line(Line::new().good("✓ ").text(&act.seen));
        }
        let time = span(Duration::from_millis(self.ms));
        let count = self.steps.len();
        page.line(
            Line::new().text(format!("{count} commands in {time}, each ended as it should; nothing is left behind.")),
        );
        page.blank();
        page.heading("What to do next");
        for (command, what) in [
            ("makini login", "use your own account"),
            ("makini --sandbox connect", "connect a system step by step, still without an account"),
            ("makini sandbox start", "let your own code talk to a sandbox"),
            ("makini check --report junit=check.xml", "put the health of all connections into CI"),
            ("makini help", "see everything else"),
        ] {
            page.line(Line::new().text("  ").name(format!("{command:<40}")).muted(what));
        }
    }
}
