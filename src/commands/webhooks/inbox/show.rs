//! `makini webhooks inbox show`.

use serde::Serialize;

use super::super::inbox_args::InboxArgs;
use super::super::outcome_cell::outcome;
use super::list::{forward, verdict};
use crate::args::{examples, pasted};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Attempt, Detail};
use crate::shell::operand;
use crate::term::Line;
use crate::view::{Card, Cell, Column, Grid, Page, View, counted};

/// Longest body that is shown to a person; programs get all of it.
const SHOWN: usize = 16 << 10;

/// Show an event with its headers, body and attempts
///
/// Values of headers that carry credentials are never stored.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox show evt_01hq"])]
pub struct Args {
    /// Event: ID, arrival number, or `sha256:…` if it has no ID
    #[arg(value_name = "EVENT", value_parser = pasted::id)]
    event: String,

    #[command(flatten)]
    place: InboxArgs,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Shown>()?;
    args.place.warn_of_copy(ctx).await;
    let event = args.event;
    let detail = args.place.read(ctx, move |store| store.show(&event)).await?;
    ctx.show(&Shown(detail))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Shown(Detail);

const ATTEMPTS: &[Column<Attempt>] = &[
    Column::new("started_at", "AT", |attempt: &Attempt, look| Cell::time(Some(attempt.started_at), look)),
    Column::new("kind", "WHY", |attempt, _| Cell::text(attempt.kind.as_str())),
    Column::new("target", "TO", |attempt, _| Cell::path(attempt.target.as_str())),
    Column::new("status", "ANSWER", |attempt, _| Cell::maybe(attempt.status, Cell::number)),
    Column::new("millis", "MS", |attempt: &Attempt, _| {
        Cell::maybe(attempt.millis, |millis| Cell::text(format!("{millis:.1}")))
    })
    .right(),
    Column::new("error", "WHAT WENT WRONG", |attempt, _| match (&attempt.error, attempt.ended_at) {
        (Some(error), _) => Cell::bad(error.as_str()),
        (None, None) => Cell::caution("cut off, or under way"),
        (None, Some(_)) => Cell::good("nothing"),
    }),
];

impl View for Shown {
    const SCHEMA: &'static str = "webhooks.inbox.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let Detail { entry, headers, body, canonical, other_bodies, attempts, older_than } = &self.0;
        let look = page.look();
        let some = |text: &'_ str| {
            if text.is_empty() { Cell::muted("the body does not say") } else { Cell::text(text.to_owned()) }
        };
        let other = |number: i64| Cell::caution(format!("#{number}"));
        let card = Card::new()
            .row("Event", some(&entry.event))
            .row("ID", Cell::id(entry.id.as_str()))
            .row("Arrival", Cell::text(format!("#{}", entry.number)))
            .row("Connection", some(&entry.connection))
            .row("Received", Cell::time(Some(entry.received_at), look))
            .opt("Happened", entry.timestamp.as_deref().map(Cell::text))
            .row("Signature", verdict(entry.verdict))
            .opt("Matched", entry.mode.as_deref().map(Cell::text))
            .row("Size", Cell::bytes(entry.bytes))
            .row("Repeats", Cell::count(entry.duplicates))
            .row("Forwarding", forward(entry.forward))
            .row("Outcome", outcome(entry.outcome))
            .opt("First try", entry.first_try_at.map(|at| Cell::time(Some(at), look)))
            .opt("Last try", entry.last_try_at.map(|at| Cell::time(Some(at), look)))
            .opt("Next try", entry.next_attempt_at.map(|at| Cell::time(Some(at), look)))
            .opt("Possibly", entry.possible_duplicate_of.map(|first| Cell::caution(format!("#{first} again"))))
            .opt("Older than", older_than.map(other));
        page.card(&card);
        page.blank();
        page.heading("Headers");
        for (name, value) in headers {
            page.indented(2, Line::new().muted(format!("{name}: ")).text(value.as_str()));
        }
        block(page, "Body", body);
        if let Some(canonical) = canonical {
            block(page, "What was signed and is forwarded", canonical);
        }
        for conflict in other_bodies {
            block(
                page,
                &format!("Another body under this ID, seen {}", counted(conflict.seen, "time")),
                &conflict.body,
            );
        }
        if !attempts.is_empty() {
            page.blank();
            page.heading("Attempts");
            page.table(&Grid::of(attempts, ATTEMPTS, look));
        }
        if let Some(attempt) = attempts.last() {
            let again =
                format!("`makini webhooks replay {} --to {}` sends it again", entry.number, operand(&attempt.target));
            page.blank();
            page.line(Line::new().commands(&again));
        }
    }
}

/// Shows bytes as they came: what was signed must not look prettier than it is.
fn block(page: &mut Page<'_>, title: &str, bytes: &[u8]) {
    page.blank();
    page.heading(title);
    page.text(&String::from_utf8_lossy(&bytes[..bytes.len().min(SHOWN)]));
    if bytes.len() > SHOWN {
        page.line(format!("… and {} bytes more; `-o json` has all of it", bytes.len() - SHOWN));
    }
}
