//! `makini webhooks inbox copy`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueHint;
use serde::Serialize;

use crate::args::{examples, inbox_place};
use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::copy::{Copied, CopiedTable, CopyError, Step, copy};
use crate::term::Line;
use crate::term::progress::Unit;
use crate::view::{Page, View, count};

/// Copy an inbox to another file or database
///
/// Copies events with bodies, attempts and outcomes, the IDs of removed events, gaps and pauses, under the same arrival numbers,
/// between files and PostgreSQL databases. The other inbox has to be empty; no receiver may run on either. A copy that was
/// interrupted goes on where it stopped. At the end both are read again and compared. Exits with 11 if they differ. The password
/// of a database is read from `PGPASSWORD`, or from the file that the setting `inbox_password_file` names.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox copy inbox.db postgres://makini@db.example/inbox"])]
pub struct Args {
    /// Inbox to copy: a file, or `postgres://USER@HOST/DATABASE`
    #[arg(value_name = "FROM", value_hint = ValueHint::AnyPath)]
    from: String,

    /// Inbox to copy to: a file, or `postgres://USER@HOST/DATABASE`
    #[arg(value_name = "TO", value_hint = ValueHint::AnyPath)]
    to: String,
}

/// Copies it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Summary>()?;
    let (from, to) = (inbox_place::place(ctx, Some(&args.from))?, inbox_place::place(ctx, Some(&args.to))?);
    let (clock, progress, stopped) = (ctx.clock.clone(), ctx.term.progress(), Arc::new(AtomicBool::new(false)));
    let mut bar = progress.bar("copying", None, Unit::Items);
    let stop = Arc::clone(&stopped);
    let copying = blocking::run(move || {
        copy(&from, &to, &clock, |step| {
            match step {
                Step::Copying { total, there } => {
                    bar.set_total(Some(total));
                    bar.set(there);
                }
                Step::Verifying { total } => {
                    bar.clear();
                    bar = progress.bar("verifying", Some(total), Unit::Items);
                }
                Step::More(rows) => bar.inc(rows),
            }
            !stop.load(Ordering::Relaxed)
        })
    });
    let mut copying = std::pin::pin!(copying);
    let shutdown = ctx.shutdown();
    let copied = tokio::select! {
        copied = &mut copying => copied,
        exit = shutdown.cancelled() => {
            // What is being written is finished, or the place to go on from would not be known.
            stopped.store(true, Ordering::Relaxed);
            let copied = copying.await;
            if matches!(copied, Err(CopyError::Stopped)) {
                ctx.term.status("stopped; what is copied stays, and the same command goes on from there");
                return Ok(exit);
            }
            copied
        }
    };
    ctx.show(&Summary(copied?))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Summary(Copied);

impl View for Summary {
    const SCHEMA: &'static str = "webhooks.inbox.copy/1";

    fn human(&self, page: &mut Page<'_>) {
        let Copied { from, to, resumed, equal, not_indexed, tables } = &self.0;
        let rows = |of: fn(&CopiedTable) -> u64| {
            let some = tables.iter().filter(|table| of(table) > 0);
            let words: Vec<_> = some.map(|table| format!("{} {}", count(of(table)), table.name)).collect();
            if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
        };
        let again = if *resumed { " by this run" } else { "" };
        page.line(format!("copied{again}: {}", rows(|table| table.copied)));
        page.line(Line::new().text("from ").path(from).text(" to ").path(to));
        for table in tables.iter().filter(|table| !table.is_equal()) {
            let first = table.first_difference.map(|number| format!("; the first that differs is {number}"));
            let (here, there) = (count(table.rows_from), count(table.rows_to));
            let text = format!(": {} differ: {here} and {there}{}", table.name, first.unwrap_or_default());
            page.line(Line::new().bad("error").text(text));
        }
        if *not_indexed > 0 {
            page.line(
                Line::new().bad("error").text(format!(": {} events are not indexed in the copy", count(*not_indexed))),
            );
        }
        if *equal {
            page.line(
                Line::new().good("verified").text(format!(": both hold {}, all equal", rows(|table| table.rows_to))),
            );
        } else {
            page.line("The copy is not to be used: copy to a new file or database.");
        }
    }

    fn exit(&self) -> Exit {
        if self.0.equal { Exit::Ok } else { Exit::Drift }
    }
}
