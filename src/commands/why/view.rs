//! How a diagnosis is shown.

use std::borrow::Cow;

use jiff::SignedDuration;
use serde::Serialize;

use crate::api::lenient::timestamp;
use crate::shell::operand;
use crate::term::Line;
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View, counted};
use crate::why::{Case, Cause, Diagnosis, LIKELY, Subject, Verdict};

/// What was seen within this time counts as going on.
const RECENT: SignedDuration = SignedDuration::from_mins(5);

/// What it is about.
#[derive(Serialize)]
pub(super) struct About {
    /// `connection`, `request`, `sync`, `event` or `delivery`.
    kind: &'static str,
    id: Option<String>,
    connection_id: Option<String>,
    /// The connection's name.
    connection: Option<String>,
    /// What a request did or an event is about, and how it ended.
    what: Option<String>,
}

impl About {
    pub(super) fn of(case: &Case) -> Self {
        let connection = case.connection.as_ref().and_then(|row| row.name.clone()).filter(|name| !name.is_empty());
        let (kind, id, what) = match &case.subject {
            Subject::Connection => ("connection", case.connection_id.clone(), None),
            Subject::Request(record) => {
                let status = record.status.map_or_else(|| "no answer".into(), |status| status.to_string());
                ("request", record.reference().map(Cow::into_owned), Some(format!("{}, {status}", record.call())))
            }
            Subject::Sync(sync) => ("sync", sync.id.clone(), sync.status.clone()),
            Subject::Webhook(webhook) => {
                let kind = if webhook.is_delivery { "delivery" } else { "event" };
                let status = webhook.deliveries.first().and_then(|row| row.status.clone());
                let status = if webhook.is_delivery { status } else { None };
                let what: Vec<String> = webhook.event.clone().into_iter().chain(status).collect();
                (kind, Some(webhook.id.clone()), Some(what.join(", ")).filter(|what| !what.is_empty()))
            }
        };
        Self { kind, id, connection_id: case.connection_id.clone(), connection, what }
    }

    fn line(&self) -> Line {
        let id = self.id.clone().unwrap_or_default();
        let line = match (self.kind, &self.connection) {
            ("connection", Some(name)) => Line::new().name(name.as_str()).text(" ").muted(format!("({id})")),
            ("connection", None) => Line::new().name(id),
            (kind, _) => Line::new().text(format!("{kind} ")).name(id),
        };
        let line = match &self.what {
            Some(what) => line.text(format!(": {what}")),
            None => line,
        };
        match (self.kind, self.connection.as_ref().or(self.connection_id.as_ref())) {
            ("connection", _) | (_, None) => line,
            (_, Some(connection)) => line.text(", of ").name(connection.as_str()),
        }
    }
}

/// How much was looked at.
#[derive(Serialize)]
pub(super) struct LookedAt {
    /// Number of requests.
    requests: usize,
    /// Number of deliveries of a webhook.
    #[serde(skip_serializing_if = "Option::is_none")]
    deliveries: Option<usize>,
    /// Time of the oldest of them.
    from: Option<String>,
    /// `log`, `journal`, `sync`, `deliveries` and `inbox`: what could be read.
    sources: Vec<&'static str>,
}

impl LookedAt {
    pub(super) fn of(case: &Case, sources: Vec<&'static str>) -> Self {
        let from = case.records.last().and_then(|record| record.at.clone());
        let deliveries = match &case.subject {
            Subject::Webhook(webhook) => Some(webhook.deliveries.len()),
            Subject::Connection | Subject::Request(_) | Subject::Sync(_) => None,
        };
        // The request itself may be none of those that count for others.
        let own = match &case.subject {
            Subject::Request(record) => !case.records.iter().any(|other| other.is(record)),
            Subject::Connection | Subject::Sync(_) | Subject::Webhook(_) => false,
        };
        Self { requests: case.records.len() + usize::from(own), deliveries, from, sources }
    }

    fn line(&self, look: &Look) -> Line {
        let mut requests = match self.deliveries {
            Some(deliveries) => counted(deliveries as u64, "delivery"),
            None => counted(self.requests as u64, "request"),
        };
        if let Some(from) = self.from.as_deref().and_then(timestamp) {
            requests += &format!(" since {}", look.when(from));
        }
        let of = |source: &str| match source {
            "log" => "the server's log",
            "journal" => "the journal of this machine",
            "deliveries" => "the server's deliveries",
            "inbox" => "the inbox of this machine",
            _ => "the newest sync",
        };
        let sources: Vec<&str> = self.sources.iter().map(|source| of(source)).collect();
        let from = if sources.is_empty() { "nothing".into() } else { sources.join(", ") };
        Line::new().muted(format!("Looked at: {requests} ({from})"))
    }
}

/// The answer.
#[derive(Serialize)]
pub(super) struct Answer {
    pub(super) subject: About,
    #[serde(flatten)]
    pub(super) diagnosis: Diagnosis,
    pub(super) looked_at: LookedAt,
    /// What could not be read, each with the reason.
    pub(super) unread: Vec<String>,
}

impl View for Answer {
    const SCHEMA: &'static str = "why/1";
    const ITEMS: Items = Items::Under("causes");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.line(self.subject.line());
        match self.diagnosis.verdict {
            Verdict::Found => {}
            Verdict::Well if self.subject.kind == "connection" => {
                page.line(Line::new().good("Nothing is wrong with it now."));
            }
            Verdict::Well => page.line(Line::new().good("Nothing went wrong with it.")),
            Verdict::Undecided => page.line(Line::new().bad("Cannot tell.")),
        }
        for fact in self.diagnosis.well.iter().filter(|_| self.diagnosis.verdict != Verdict::Found) {
            page.indented(2, format!("- {fact}"));
        }
        for (number, cause) in self.diagnosis.causes.iter().enumerate() {
            page.blank();
            causes(page, number, cause, &look);
        }
        if !self.diagnosis.missing.is_empty() {
            page.blank();
            page.line("What would decide it:");
            for what in &self.diagnosis.missing {
                page.indented(2, format!("- {what}"));
            }
        }
        page.blank();
        for (number, command) in self.next().iter().enumerate() {
            let word = if number == 0 { "Next: " } else { "      " };
            page.line(Line::new().text(word).command(command.as_str()));
        }
        page.line(self.looked_at.line(&look));
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.diagnosis.causes, COLUMNS, look).empty("No cause is likely."))
    }
}

fn causes(page: &mut Page<'_>, number: usize, cause: &Cause, look: &Look) {
    let sure = format!(" ({:.0} %)", cause.sure * 100.0);
    let word = match (number, cause.is_over) {
        (_, true) => "Over: ",
        (0, false) => "Likely: ",
        (_, false) if cause.sure >= LIKELY => "Also likely: ",
        (_, false) => "Possible: ",
    };
    let mut line = Line::new().text(word).bad(cause.statement).text(sure);
    let time = |text: &Option<String>| text.as_deref().and_then(timestamp);
    match (time(&cause.since), time(&cause.last)) {
        // What was seen long ago need not be so any more.
        (Some(since), Some(last)) if look.now.duration_since(last) > RECENT => {
            line = line.text(format!(", seen from {} to {}", look.when(since), look.when_and_ago(last)));
        }
        (None, Some(last)) => line = line.text(format!(", last seen {}", look.when_and_ago(last))),
        (Some(since), _) => line = line.text(format!(", since {}", look.when_and_ago(since))),
        (None, None) => {}
    }
    page.line(line);
    // What speaks neither for nor against it is worth one mention.
    for piece in cause.evidence.iter().filter(|piece| number == 0 || piece.weight > 0.0) {
        let mut line = Line::new().text(format!("- {}", piece.text));
        if let Some(id) = &piece.request_id {
            line = line.muted(format!(" ({id})"));
        }
        page.indented(2, line);
    }
    if let Some(advice) = cause.advice {
        page.indented(2, advice);
    }
}

impl Answer {
    /// Returns the commands that help, each once, those of the likeliest cause first.
    fn next(&self) -> Vec<String> {
        let mut commands: Vec<String> = Vec::new();
        let likely = self.diagnosis.causes.iter().filter(|cause| !cause.is_over && cause.sure >= LIKELY);
        let of_causes = likely.flat_map(|cause| &cause.next);
        let shown =
            self.diagnosis.causes.iter().flat_map(|cause| &cause.evidence).find_map(|piece| piece.request_id.as_ref());
        let request = shown.map(|id| format!("makini requests show {}", operand(id)));
        for command in of_causes.cloned().chain(request) {
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        commands
    }
}

const COLUMNS: &[Column<Cause>] = &[
    Column::new("cause", "CAUSE", |cause: &Cause, _| Cell::text(cause.cause)),
    Column::new("sure", "SURE", |cause: &Cause, _| {
        Cell::text(format!("{:.0} %", cause.sure * 100.0)).machine(format!("{:.2}", cause.sure))
    })
    .right()
    .essential(),
    Column::new("statement", "WHAT", |cause: &Cause, _| Cell::text(cause.statement)).essential(),
    Column::new("since", "SINCE", |cause: &Cause, look| Cell::time(cause.since.as_deref().and_then(timestamp), look)),
    Column::new("is_over", "OVER", |cause: &Cause, _| Cell::flag(cause.is_over)),
    Column::new("evidence", "EVIDENCE", |cause: &Cause, _| {
        let texts: Vec<&str> = cause.evidence.iter().map(|piece| piece.text.as_str()).collect();
        Cell::text(texts.join("; "))
    })
    .extra(),
    Column::new("next", "NEXT", |cause: &Cause, _| Cell::text(cause.next.join("; "))).extra(),
];
