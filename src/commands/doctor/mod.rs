//! `makini doctor`.

mod completions;

use clap_complete::Shell;
use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::diagnose::{self, Change, Finding, Fix, Fixed, Outcome};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::settings::env::Env;
use crate::settings::{Flags, Settings};
use crate::term::prompt::Question;
use crate::term::{Line, Style};
use crate::view::{Cell, Columns, Grid, Head, Items, Look, Page, View, counted};

/// Diagnose configuration and connectivity
///
/// Checks the configuration, the folders and private files, the secret store (writes, reads and removes an entry, or runs
/// the secret command), the databases, the proxy, the server, its certificate, the clock, the token, the terminal and the
/// completions. Each problem is shown with the command that fixes it. Exits with 1 if a check failed.
///
/// `--fix` does what is safe: it takes permissions of other users from private files and folders, creates missing folders,
/// removes locks that no process holds and temporary files of writers that ended, and renews completion scripts of another
/// version. Each change is shown with what was before and after it, and confirmed; `--dry-run` shows them and does nothing.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini doctor", "makini doctor --offline", "makini doctor --fix --dry-run"])]
pub struct Args {
    /// Check this machine only, without network
    #[arg(long)]
    offline: bool,

    /// Fix what can be fixed safely
    #[arg(long)]
    fix: bool,

    /// Show what `--fix` would change, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,

    /// Why the settings cannot be used.
    #[arg(skip)]
    unusable: Option<Failure>,
}

impl Args {
    /// Falls back to the default settings, and keeps the failure for the report.
    pub fn go_without(&mut self, failure: Failure, flags: &Flags, env: &Env) -> Settings {
        self.unusable = Some(failure);
        Settings::defaults(flags, env)
    }
}

/// Checks everything, fixes what is to be fixed, and shows it. `generate` makes the completion script of a shell.
pub async fn run(ctx: &Context, args: Args, generate: &dyn Fn(Shell) -> Vec<u8>) -> Result<Exit, Failure> {
    ctx.out.check_for::<Report>()?;
    let mut checks = checks(ctx, &args, generate).await;
    let mut changes = Vec::new();
    if args.fix {
        let fixes: Vec<Fix> = checks.iter().flat_map(|check| check.fixes.iter().cloned()).collect();
        changes = fixes.iter().map(Fix::plan).collect();
        if !args.dry_run && !fixes.is_empty() {
            for change in &changes {
                ctx.term.status(described(change));
            }
            let count = counted(fixes.len() as u64, "change");
            ctx.confirm(&Question { label: &format!("Make {count}?"), flag: "--yes", help: None })?;
            changes = fixes.iter().map(Fix::apply).collect();
            // As it is now.
            checks = self::checks(ctx, &args, generate).await;
        }
    }
    for change in changes.iter().filter(|change| change.state == Fixed::Failed) {
        let why = change.error.as_deref().unwrap_or("for an unknown reason");
        ctx.term.warn(format!("could not {} `{}`: {why}", change.what, change.path.display()));
    }
    for remedy in checks.iter_mut().filter_map(|check| check.remedy.as_mut()) {
        *remedy = ctx.term.options().repeated.in_text(remedy).into_owned();
    }
    let outcome = checks.iter().map(|check| check.outcome).max().unwrap_or(Outcome::Ok);
    ctx.show(&Report { outcome, checks, changes: args.fix.then_some(changes) })
}

async fn checks(ctx: &Context, args: &Args, generate: &dyn Fn(Shell) -> Vec<u8>) -> Vec<Finding> {
    let progress = ctx.term.progress();
    let bar = progress.spinner("this machine");
    let mut checks = diagnose::run(ctx, args.offline, args.unusable.as_ref(), |step| bar.say(step)).await;
    checks.push(completions::check(ctx, generate));
    bar.clear();
    checks
}

/// Returns a change in one line.
fn described(change: &Change) -> String {
    format!("{}: `{}` ({} -> {})", change.what, change.path.display(), change.before, change.after)
}

/// The results of all checks.
#[derive(Serialize)]
struct Report {
    /// The worst outcome.
    outcome: Outcome,
    checks: Vec<Finding>,
    /// What `--fix` changed, or would change.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Change>>,
}

fn style(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Skipped => Style::Muted,
        Outcome::Ok => Style::Good,
        Outcome::Warning => Style::Caution,
        Outcome::Bad => Style::Bad,
    }
}

impl View for Report {
    const SCHEMA: &'static str = "doctor/1";
    const ITEMS: Items = Items::Under("checks");

    fn human(&self, page: &mut Page<'_>) {
        let width = self.checks.iter().map(|check| check.check.len()).max().unwrap_or_default();
        for check in &self.checks {
            let (style, word) = (style(check.outcome), check.outcome.word());
            let line = Line::new().styled(style, format!("{word:<7}")).text("  ");
            let line = line.name(format!("{:<width$}", check.check)).text("  ").commands(&check.found);
            page.line(line);
            if let Some(remedy) = &check.remedy {
                let sign = if page.look().blocks { "to do: " } else { "→ " };
                page.indented(width + 11, Line::new().muted(sign).commands(remedy));
            }
        }
        page.blank();
        for change in self.changes.iter().flatten() {
            let line = match change.state {
                Fixed::Planned => Line::new().caution("planned: "),
                Fixed::Done => Line::new().good("fixed: "),
                Fixed::Failed => Line::new().bad("failed: "),
            };
            page.line(line.text(described(change)));
        }
        if self.changes.as_ref().is_some_and(Vec::is_empty) {
            page.line("There is nothing to fix.");
        }
        let count = |outcome| self.checks.iter().filter(|check| check.outcome == outcome).count();
        let (bad, warnings) = (count(Outcome::Bad), count(Outcome::Warning));
        let are = |count: usize| if count == 1 { "1 check is".to_owned() } else { format!("{count} checks are") };
        page.line(match (bad, warnings) {
            (0, 0) if count(Outcome::Skipped) > 0 => Line::new().good("In order, as far as it was looked at."),
            (0, 0) => Line::new().good("All in order."),
            (0, 1) => Line::new().caution("It works, with 1 warning."),
            (0, _) => Line::new().caution(format!("It works, with {warnings} warnings.")),
            _ => Line::new().bad(format!("{} bad.", are(bad))),
        });
    }

    fn columns() -> Columns {
        let heads = [("check", "CHECK"), ("outcome", "OUTCOME"), ("found", "FOUND"), ("remedy", "REMEDY")];
        Columns::Known(heads.map(|(key, heading)| Head::new(key, heading)).into())
    }

    fn table<'a>(&'a self, _look: &'a Look) -> Option<Grid<'a>> {
        let rows = self.checks.iter().map(|check| {
            vec![
                Cell::name(check.check),
                Cell::text(check.outcome.word()).style(style(check.outcome)),
                Cell::text(check.found.as_str()),
                Cell::maybe(check.remedy.as_deref(), Cell::text),
            ]
        });
        Some(Grid::from_rows(Self::columns().heads(), rows.collect()))
    }

    fn exit(&self) -> Exit {
        let has_failed = self.changes.iter().flatten().any(|change| change.state == Fixed::Failed);
        match self.outcome {
            Outcome::Bad => Exit::Unhealthy,
            Outcome::Skipped | Outcome::Ok | Outcome::Warning if has_failed => Exit::Local,
            Outcome::Skipped | Outcome::Ok | Outcome::Warning => Exit::Ok,
        }
    }
}
