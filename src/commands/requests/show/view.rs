//! How a request looks to a person.

use jiff::SignedDuration;

use super::super::columns::{COLUMNS, outcome, reference, reported, time};
use super::details::{Details, ReceivedEvent, Webhooks};
use crate::exchange::IMPOSSIBLE;
use crate::inbox::query::Entry;
use crate::journal::Bodies;
use crate::requests::related::{RelatedDelivery, RelatedExecution, Relation};
use crate::requests::{Neighbours, Origin, Record};
use crate::term::{Line, Style};
use crate::view::sync::state;
use crate::view::{Card, Cell, Column, Columns, Grid, Look, Page, View, counted, span};
use crate::why::Alike;

/// Number of events that are listed.
const SHOWN: usize = 3;

impl View for Details {
    const SCHEMA: &'static str = "requests.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.card(&self.card(&look));
        if let Some(meaning) = self.meaning {
            page.blank();
            page.line(Line::new().bad("Why: ").text(meaning));
        }
        if let Some(Bodies { request, response, until }) = &self.bodies {
            for (title, body) in [("Request body", request), ("Response body", response)] {
                let Some(body) = body else { continue };
                page.blank();
                page.heading(title);
                page.text(body);
            }
            page.line(Line::new().muted(format!("Redacted, and kept until {}.", look.when(*until))));
        }
        if !self.neighbours.is_empty() {
            page.blank();
            page.heading("Before and after it on this connection");
            page.table(&Grid::of(&self.beside(), BESIDE, &look));
        }
        if !self.around.is_empty() {
            page.blank();
            page.heading("What else failed around it");
            page.grid();
        }
        if let Some((first, rest)) = self.next.split_first() {
            page.blank();
            page.line(Line::new().text("Next: ").command(first.as_str()));
            for command in rest {
                page.indented(6, Line::new().command(command.as_str()));
            }
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.around, COLUMNS, look).empty("Nothing else failed around it."))
    }
}

impl Details {
    fn card(&self, look: &Look) -> Card<'_> {
        let request = &self.request;
        let who = match (&request.profile, request.kind.as_deref()) {
            (_, Some("sync")) => Cell::text("the platform itself, for a sync"),
            (_, Some("probe")) => Cell::text("the platform itself, to try the system again"),
            (Some(profile), _) => Cell::text(format!("this machine, profile `{profile}`")),
            (None, _) => Cell::text("somebody with a token of the account"),
        };
        let connection = match (&request.connection, &request.connection_id) {
            (Some(name), Some(id)) => Cell::name(format!("{name} ({id})")),
            (_, Some(id)) => Cell::id(id.as_str()),
            (_, None) => Cell::muted("none: it was for the account"),
        };
        let known_to = match request.known_to {
            Origin::Server => "the server's log",
            Origin::Journal => "the journal of this machine",
            Origin::Both => "the server's log and the journal of this machine",
        };
        let text = |text: &Option<String>| text.clone().map(Cell::text);
        let attempts = self.attempts.len();
        let mut card = Card::new()
            .row("Request", reference(request))
            .opt("When", request.time().map(|at| Cell::text(look.when_and_ago(at))))
            .row("Who", who)
            .row("Connection", connection)
            .opt("System", text(&self.system))
            .opt("Server", text(&request.server))
            .row("What", Cell::text(request.call()))
            .opt("Path", text(&request.path).filter(|_| request.path != request.endpoint))
            .row("Status", outcome(request))
            .opt("Error", request.error_code.as_deref().map(Cell::bad))
            .opt("Message", text(&request.error_message))
            .row("Took", time(request.total_ms))
            .opt("  server", request.server_ms.map(|ms| reported(request, Some(ms))))
            .opt("  source", request.source_ms.map(|ms| reported(request, Some(ms))))
            .opt("  network", request.network_ms.map(|ms| time(Some(ms))))
            .opt("  clocks", request.clock_trouble.then(|| Cell::bad(IMPOSSIBLE)))
            .opt("Answer", request.bytes.map(Cell::bytes))
            .opt("Attempts", (attempts > 1).then(|| Cell::number(attempts)));
        if let Some(id) = &request.sync_id {
            card = card.row("Sync", Cell::id(id.as_str()));
        }
        if let Some(sync) = &self.sync {
            let mode = sync.mode.as_deref().unwrap_or_default();
            let trigger = sync.trigger.as_deref().unwrap_or_default();
            card = card
                .row("  state", state(sync.status.as_deref()))
                .row("  kind", Cell::text(format!("{mode}, {trigger}")));
        }
        for execution in self.flows.iter().flatten() {
            card = card.row("Flow", Cell::text(flow(execution)));
        }
        let Webhooks { deliveries, received } = &self.webhooks;
        for delivery in deliveries.iter().flatten().take(SHOWN) {
            card = card.row("Webhook", Cell::text(sent(delivery)));
        }
        for event in received.iter().take(SHOWN) {
            card = card.row("Received", Cell::text(in_inbox(event)));
        }
        let more = [deliveries.as_ref().map_or(0, Vec::len), received.len()].map(|count| count.saturating_sub(SHOWN));
        let more: usize = more.iter().sum();
        card.opt("Webhooks", (more > 0).then(|| Cell::muted(format!("{more} more: `-o json` has them"))))
            .opt("Alike now", self.alike.as_ref().map(|alike| Cell::text(alike_now(alike))))
            .opt("Not known", (!self.unknown.is_empty()).then(|| Cell::muted(self.unknown.join("; "))))
            .row("Known to", Cell::muted(known_to))
    }

    /// Returns the requests beside it with itself among them, the oldest first.
    pub(super) fn beside(&self) -> Vec<Beside> {
        let at = self.request.time();
        let beside = |row: &Record, is_it| {
            let from_it = at.zip(row.time()).map(|(at, time)| time.duration_since(at));
            Beside { row: row.clone(), from_it, is_it }
        };
        let Neighbours { before, after } = &self.neighbours;
        let others = |rows: &[Record]| rows.iter().map(|row| beside(row, false)).collect::<Vec<_>>();
        [others(before), vec![beside(&self.request, true)], others(after)].concat()
    }
}

/// A request beside another.
#[derive(Clone)]
pub(super) struct Beside {
    pub(super) row: Record,
    /// How long after the other one it was.
    from_it: Option<SignedDuration>,
    is_it: bool,
}

impl Beside {
    /// Returns how long before or after the other one it was.
    pub(super) fn distance(&self) -> String {
        match self.from_it {
            _ if self.is_it => "this one".into(),
            None => String::new(),
            Some(time) if time.is_zero() => "same time".into(),
            Some(time) => {
                let side = if time.is_negative() { "before" } else { "after" };
                format!("{} {side}", span(time.unsigned_abs()))
            }
        }
    }
}

fn flow(execution: &RelatedExecution) -> String {
    let name = execution.flow.as_deref().unwrap_or("a Flow");
    let status = execution.status.as_deref().map(|status| format!(", {status}")).unwrap_or_default();
    let step = execution.step.as_deref().map(|step| format!(", step `{step}`")).unwrap_or_default();
    let how = if execution.relation == Relation::Sent { "sent by" } else { "named in" };
    format!("{how} {name} ({}{status}{step})", execution.id)
}

fn of(relation: Relation) -> &'static str {
    if relation == Relation::Sync { ", of its sync" } else { "" }
}

fn sent(delivery: &RelatedDelivery) -> String {
    let event = delivery.event.as_deref().unwrap_or("an event");
    let status = delivery.status.as_deref().map(|status| format!(", {status}")).unwrap_or_default();
    format!("{event} ({}{status}{})", delivery.id, of(delivery.relation))
}

fn in_inbox(received: &ReceivedEvent) -> String {
    let Entry { number, event, verdict, .. } = &received.event;
    format!("{event} (#{number}, {}{})", verdict.as_str(), of(received.relation))
}

/// Returns whether others fail in the same way, in a few words.
pub(super) fn alike_now(alike: &Alike) -> String {
    let whose = if alike.is_of_log { "" } else { " of this machine" };
    let least = if alike.is_whole { "" } else { "at least " };
    let span = "in the last 15 minutes";
    let Alike { requests, same_connection, other_connections, .. } = alike;
    if *requests == 0 {
        return format!("no other request{whose} failed so {span}");
    }
    let others = match other_connections {
        0 => "none of another connection".into(),
        others => format!("{} among them", counted(*others, "other connection")),
    };
    format!(
        "{least}{}{whose} failed so {span}: {same_connection} of this connection, {others}",
        counted(*requests, "other request")
    )
}

const BESIDE: &[Column<Beside>] = &[
    Column::new("distance", "FROM IT", |it: &Beside, _| {
        let cell = Cell::text(it.distance());
        if it.is_it { cell.style(Style::Name) } else { cell }
    })
    .essential(),
    Column::new("id", "REQUEST", |it: &Beside, _| reference(&it.row)),
    Column::new("status", "STATUS", |it: &Beside, _| outcome(&it.row)).right().essential(),
    Column::new("what", "WHAT", |it: &Beside, _| Cell::text(it.row.call())),
    Column::new("total_ms", "TOOK", |it: &Beside, _| time(it.row.total_ms)).right(),
    Column::new("error_code", "ERROR", |it: &Beside, _| Cell::maybe(it.row.error_code.as_deref(), Cell::bad)),
];
