//! `makini data import`.

mod ledger;
mod places;
mod refused;
mod send;
mod view;

use std::path::PathBuf;
use std::time::Duration;

use self::ledger::{About, Ledger, RowIds, State, digest};
use self::send::{Attempt, Row, Sender};
use self::view::{Imported, Outcome};
use super::field_map::MapArg;
use super::references::References;
use super::rules::Rules;
use super::source::{Source, SourceArg};
use super::target::{self, DomainArg};
use super::validate::{self, Problem};
use crate::api::entities::Verb;
use crate::args::{ConnectionArg, count, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files::{self, Access};
use crate::measure::parse_duration;
use crate::term::prompt::Question;
use crate::view::{Format, counted};

/// Create a row in the connected system for each row of a file
///
/// All rows are checked first: as `makini data validate` does, by what the system requires, and whether the rows that they
/// refer to exist, which is read from the server (not inside lists such as `lineItems`). Rows that are refused, here or by
/// the system, are written to a CSV file with the reason, and the command ends with 1. What is no row, such as a line with
/// too many columns, stands there as text in the column `_raw`; columns that begin with `_` are left out when that file is
/// imported. A file of refused rows that was changed since is not overwritten.
///
/// A ledger beside the file holds what was sent and what became of it. Run the same command again after any failure or to
/// import a corrected file: no row that was created is created again. A row is known by its content, so one that was
/// changed is a new row. Keep the ledger as long as the file. Rows from stdin need `--ledger`.
///
/// Each row is sent with an `Idempotency-Key`. Where the server advertises that it honours them, a row whose answer was lost
/// is sent again with the same key and takes effect once. The published API does not promise that: elsewhere such a row is
/// never sent again but reported as lost (1), since only a look into the system shows whether it was created;
/// `--resend-lost` sends it again after that look.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data import \"Plant 7\" orders.csv --entity work-orders --dry-run",
    "makini data import \"Plant 7\" orders.csv --entity work-orders --map map.toml --yes",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    #[command(flatten)]
    source: SourceArg,

    /// Entity of the rows, for example `work-orders`
    #[arg(long, value_name = "ENTITY")]
    entity: String,

    #[command(flatten)]
    map: MapArg,

    /// Check all rows against the server, and create none
    #[arg(long)]
    dry_run: bool,

    /// Number of rows after which there is a pause
    #[arg(long, value_name = "COUNT", default_value = "50", value_parser = count)]
    batch: u64,

    /// Length of the pause
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = parse_duration)]
    delay: Duration,

    /// File for the refused rows; `FILE.refused.csv` if omitted, of stdin beside the ledger
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,

    /// File with what was sent; beside the rows, by entity and connection, if omitted
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    /// Send rows again whose answer was lost: after a look that shows that they were not created
    #[arg(long, conflicts_with = "dry_run")]
    resend_lost: bool,

    #[command(flatten)]
    domain: DomainArg,
}

/// Imports them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Imported>()?;
    let rules = validate::rules(&args.entity, None)?;
    let refused_file = places::check(&args)?;
    let source = Source::read(ctx, &args.source.file)?;
    let map = args.map.read(&rules, &source)?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let domains = target::allowed(rules.row, Verb::Create)?;
    let of = (rules.row.plural, &domains[..]);
    let domain = target::domain(ctx, client, &connection, args.domain.get(), of).await?;
    let rules = Rules::new(rules.row, Verb::Create, connection.integration_name.as_deref());

    let (mut rows, mut ids) = (Vec::new(), RowIds::default());
    let checked = validate::check(&source, (&rules, &map), |line, fields, body| {
        rows.push(Row { line, id: ids.next(&fields), body });
    });
    let mut report = Imported::of(checked);
    let of = (client, connection.id(), domain);
    let references = References::read(of, (&rules, &map), rows.iter().map(|row| &row.body)).await?;
    for entity in &references.unknown {
        ctx.term.note(format!("whether referred {entity} exist is not checked: {} does not list them", domain.slug()));
    }
    rows.retain_mut(|row| {
        let problems = references.resolve((&rules, &map), &mut row.body);
        report.refuse(problems.iter().map(|(field, why)| Problem::of_field(row.line, field, why.clone())).collect());
        problems.is_empty()
    });

    let path = places::ledger(&args, (rules.row.path, connection.id()), &refused_file)?;
    // The sandbox has another port each time.
    let server = if ctx.settings.is_on("sandbox") { "sandbox".to_owned() } else { client.server().to_string() };
    let about = About { server: &server, connection: connection.id(), entity: rules.row.path };
    let mut ledger = Ledger::open(&path, &about, args.dry_run)?;
    let during = || "could not read what the server offers".to_owned();
    let is_honoured = client.honours_idempotency_keys().await.during(during)?;
    // Rows whose answer was lost come last: one that never has an answer does not stop the others.
    let (mut open, mut again) = (Vec::new(), Vec::new());
    for row in rows {
        match ledger.state(&row.id) {
            Some(State::Created { .. }) => report.created_before += 1,
            None => open.push((row, Attempt::new(1))),
            Some(State::Nothing { attempt }) => open.push((row, Attempt::new(attempt + 1))),
            Some(State::Sent { attempt, body }) if is_honoured && *body == digest(&row.body) => {
                again.push((row, Attempt { number: *attempt, is_repeated: true }));
            }
            Some(State::Sent { attempt, .. }) if args.resend_lost => again.push((row, Attempt::new(attempt + 1))),
            Some(State::Sent { .. }) => report.lose(row.line),
        }
    }
    open.append(&mut again);
    if args.dry_run {
        report.would_create = Some(open.len() as u64);
        return ctx.show(&report);
    }
    places::check_refused(&refused_file, &ledger)?;
    if !open.is_empty() {
        let what = counted(open.len() as u64, rules.row.singular);
        ctx.confirm(&Question::new(&format!("{}: create {what}?", connection.display_name()), "--yes"))?;
    }
    let sender = Sender {
        ctx,
        client,
        connection: &connection,
        at: (domain.slug(), rules.row.path),
        pause: (args.batch.max(1), args.delay),
        is_honoured,
    };
    let stopped = sender.all(open, &mut ledger, &mut report, rules.row.plural).await;
    report.sort();
    let refused: Vec<Problem> =
        report.problems.iter().filter(|row| row.outcome == Outcome::Refused).map(Into::into).collect();
    if let Some(bytes) = refused::csv(&source, &refused) {
        ledger.note_refused(&bytes)?;
        files::save(&refused_file, &bytes, Access::Owner, "the refused rows ")?;
        report.refused_file = Some(refused_file.display().to_string());
    } else if stopped.is_ok() && !report.is_unfinished() {
        places::remove_refused(ctx, &refused_file, &ledger);
    }
    let goes_on = "the same command goes on where this one stopped, and repeats nothing that took effect";
    match stopped {
        Ok(()) => {
            let exit = ctx.show(&report)?;
            if report.is_unfinished() {
                ctx.term.status(goes_on);
            }
            Ok(exit)
        }
        Err(failure) => {
            match ctx.out.format() {
                Format::Table => ctx.term.status(report.summary()),
                _ => drop(ctx.show(&report)?),
            }
            Err(failure.hint(goes_on))
        }
    }
}
