//! `makini doctor`.

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::diagnose::{self, Finding, Outcome};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::settings::env::Env;
use crate::settings::{Flags, Settings};
use crate::term::{Line, Style};
use crate::view::{Cell, Columns, Grid, Head, Items, Look, Page, View};

/// Diagnose configuration and connectivity
///
/// Checks the configuration, the folders, the secret store (writes, reads and removes an entry), the databases, the
/// proxy, the server, the clock and the token. Each problem is shown with the command that fixes it. Exits with 1 if a
/// check failed.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini doctor", "makini doctor --offline"])]
pub struct Args {
    /// Check this machine only, without network
    #[arg(long)]
    offline: bool,

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

/// Checks everything, and shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Report>()?;
    let progress = ctx.term.progress();
    let bar = progress.spinner("this machine");
    let mut checks = diagnose::run(ctx, args.offline, args.unusable.as_ref(), |step| bar.say(step)).await;
    bar.clear();
    for remedy in checks.iter_mut().filter_map(|check| check.remedy.as_mut()) {
        *remedy = ctx.term.options().repeated.in_text(remedy).into_owned();
    }
    ctx.show(&Report { outcome: checks.iter().map(|check| check.outcome).max().unwrap_or(Outcome::Ok), checks })
}

/// The results of all checks.
#[derive(Serialize)]
struct Report {
    /// The worst outcome.
    outcome: Outcome,
    checks: Vec<Finding>,
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
        if self.outcome == Outcome::Bad { Exit::Unhealthy } else { Exit::Ok }
    }
}
