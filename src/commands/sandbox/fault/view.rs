//! The tables and lines of faults.

use std::time::Duration;

use serde::Serialize;

use super::Cleared;
use crate::api::faults::Fault;
use crate::term::Line;
use crate::view::{Cell, Column, Listed, Page, View, counted, span};

/// Returns the word that `add` takes for the kind of a fault.
fn word(fault: &Fault) -> String {
    fault.spec.kind.replace('_', "-")
}

/// Returns where a fault applies.
fn place(fault: &Fault) -> String {
    let spec = &fault.spec;
    let what = match spec.scope.as_deref() {
        Some("delivery") => spec.event.clone().unwrap_or_else(|| "every webhook".into()),
        Some("any") => spec.endpoint.clone().unwrap_or_else(|| "every call".into()),
        _ => spec.endpoint.clone().unwrap_or_default(),
    };
    let to = spec.webhook_endpoint_id.as_ref().map(|id| format!("to {id}"));
    let of = match (&spec.connection_id, what.is_empty()) {
        (Some(id), true) => Some(id.clone()),
        (Some(id), false) => Some(format!("of {id}")),
        (None, true) => Some("every connection".into()),
        (None, false) => None,
    };
    [Some(what).filter(|what| !what.is_empty()), to, of].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns the settings of a fault.
fn details(fault: &Fault) -> String {
    let spec = &fault.spec;
    let span = |ms: u64| span(Duration::from_millis(ms));
    let parts = [
        spec.latency_ms.map(&span),
        spec.median_ms.map(|ms| format!("around {}, sigma {}", span(ms), spec.sigma.unwrap_or(0.5))),
        spec.status.map(|status| status.to_string()),
        spec.code.clone(),
        spec.retry_after.map(|seconds| format!("again in {}", span(seconds * 1000))),
        spec.within.filter(|within| *within).map(|_| "within the answer".to_owned()),
        spec.delay_ms.map(|ms| format!("by {}", span(ms))),
        spec.copies.map(|copies| format!("{} more", counted(copies, "time"))),
        spec.probability.map(|chance| format!("{}% of the time", (chance * 10_000.0).round() / 100.0)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Added(pub(super) Fault);

impl View for Added {
    const SCHEMA: &'static str = "sandbox.fault.add/1";

    fn human(&self, page: &mut Page<'_>) {
        let fault = &self.0;
        let mut line = Line::new().text(format!("Fault {}: ", fault.id)).caution(word(fault));
        let details = details(fault);
        if !details.is_empty() {
            line = line.text(format!(" {details}"));
        }
        line = line.text(" on ").id(place(fault));
        line = match fault.remaining {
            Some(1) => line.text(", once"),
            Some(times) => line.text(format!(", {times} times")),
            None => line,
        };
        page.line(line);
        page.line(Line::new().commands(&format!("`makini sandbox fault clear {}` mends it", fault.id)));
    }
}

const COLUMNS: &[Column<Fault>] = &[
    Column::new("id", "ID", |fault: &Fault, _| Cell::number(fault.id)).right(),
    Column::new("kind", "KIND", |fault: &Fault, _| match fault.remaining {
        Some(0) => Cell::muted(word(fault)),
        _ => Cell::caution(word(fault)),
    }),
    Column::new("on", "ON", |fault: &Fault, _| Cell::text(place(fault))),
    Column::new("details", "DETAILS", |fault: &Fault, _| match details(fault) {
        details if details.is_empty() => Cell::empty(),
        details => Cell::text(details),
    }),
    Column::new("struck", "STRUCK", |fault: &Fault, _| {
        Cell::text(format!("{} of {}", fault.struck, fault.seen)).machine(fault.struck.to_string())
    })
    .right(),
    Column::new("remaining", "LEFT", |fault: &Fault, _| match fault.remaining {
        Some(0) => Cell::muted("spent").machine("0"),
        left => Cell::maybe(left, Cell::count),
    })
    .right(),
    Column::new("created_at", "SINCE", |fault: &Fault, look| Cell::time(fault.created_at.parse().ok(), look)),
];

impl Listed for Fault {
    const SCHEMA: &'static str = "sandbox.fault.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "Nothing is broken. `makini sandbox fault add error --status 503` breaks something.";
}

impl View for Cleared {
    const SCHEMA: &'static str = "sandbox.fault.clear/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(match self.cleared {
            0 => Line::new().text("There was no fault"),
            1 => Line::new().good("mended").text(": 1 fault"),
            more => Line::new().good("mended").text(format!(": {more} faults")),
        });
    }
}
