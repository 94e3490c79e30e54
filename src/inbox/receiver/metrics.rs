//! Metrics of a receiver, as Prometheus reads them: a fixed number of series, however many connections there are.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;
use tokio::sync::Mutex as AsyncMutex;

use super::super::Error;
use super::super::forward::{Condition, Routes};
use super::super::query::{ActiveReceiver, Store, Waiting};
use super::super::store::{Inbox, Stored};
use crate::blocking;
use crate::clock::Moment;
use crate::exposition::{Exposition, Form, Kind, Metrics as _, label};

/// How long figures of the database serve: reading them takes the longer the more waits.
const AGE: Duration = Duration::from_secs(2);
/// How long reading them may take before a scrape goes without.
const PATIENCE: Duration = Duration::from_secs(3);

/// What this receiver counted, and what was read last.
#[derive(Default)]
pub(super) struct Metrics {
    /// New, repeated, conflicting.
    stored: [AtomicU64; 3],
    refused: Mutex<BTreeMap<u16, u64>>,
    read: AsyncMutex<Option<(Moment, Figures)>>,
}

/// Figures of the database.
struct Figures {
    waiting: [Waiting; 2],
    bytes: u64,
    receivers: Vec<ActiveReceiver>,
}

impl Metrics {
    pub(super) fn stored(&self, stored: Stored) {
        let at = match stored {
            Stored::New { .. } => 0,
            Stored::Duplicate { .. } => 1,
            Stored::Conflict { .. } => 2,
        };
        self.stored[at].fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn refused(&self, status: StatusCode) {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner).entry(status.as_u16()).or_default() += 1;
    }

    /// Returns the text. What cannot be read is left out.
    pub(super) async fn text(&self, inbox: &Inbox, routes: &Routes, form: Form) -> String {
        let mut out = Exposition::new("makini_receiver_", form);
        out.family("deliveries", Kind::Counter, "", "Deliveries that were acknowledged, by what they were.");
        for (outcome, count) in ["new", "repeated", "conflicting"].into_iter().zip(&self.stored) {
            let label = format!("outcome=\"{outcome}\"");
            out.sample("deliveries_total", &label, "", count.load(Ordering::Relaxed));
        }
        out.family("refused", Kind::Counter, "", "Requests that were refused, by status.");
        for (status, count) in &*self.refused.lock().unwrap_or_else(PoisonError::into_inner) {
            out.sample("refused_total", &format!("status=\"{status}\""), "", count);
        }
        let handlers = routes.handlers().iter().enumerate();
        let conditional: Vec<_> = handlers.filter(|(_, handler)| handler.condition.is_some()).collect();
        if !conditional.is_empty() {
            let help =
                "Events on which `where` of a handler could not be evaluated, and which did not go to it for that.";
            out.family("failed_conditions", Kind::Counter, "", help);
            for (at, handler) in conditional {
                let failed = handler.condition.as_ref().map_or(0, Condition::failed);
                // Two handlers may have one address.
                let labels = format!("handler=\"{}\",place=\"{}\"", label(&handler.to_string()), at + 1);
                out.sample("failed_conditions_total", &labels, "", failed);
            }
        }
        out.family("writable", Kind::Gauge, "", "0 while the inbox could not be written lately, otherwise 1.");
        out.sample("writable", "", "", u8::from(!inbox.is_in_trouble()));
        let mut read = self.read.lock().await;
        let clock = inbox.clock();
        if read.as_ref().is_none_or(|(at, _)| clock.since(*at) > AGE) {
            let figures = tokio::time::timeout(PATIENCE, Figures::read(inbox)).await;
            *read = figures.ok().and_then(Result::ok).map(|figures| (clock.moment(), figures));
        }
        if let Some((_, figures)) = &*read {
            figures.write(&mut out, inbox);
        }
        out.finish()
    }
}

impl Figures {
    async fn read(inbox: &Inbox) -> Result<Self, Error> {
        let place = inbox.place().clone();
        let read = move || {
            let store = Store::open_read_only(&place)?;
            Ok(Self { waiting: store.waiting()?, bytes: store.bytes()?, receivers: store.receivers()? })
        };
        blocking::run(read).await
    }

    fn write(&self, out: &mut Exposition, inbox: &Inbox) {
        let lanes = |class: &str| format!("lanes=\"{class}\"");
        let classes = || ["new", "retrying"].into_iter().map(lanes).zip(&self.waiting);
        let help = "Events that wait to be forwarded, by whether the first one of their connection was tried already.";
        out.family("pending_events", Kind::Gauge, "", help);
        for (label, waiting) in classes() {
            out.sample("pending_events", &label, "", waiting.events);
        }
        out.family("pending_connections", Kind::Gauge, "", "Connections that have such events.");
        for (label, waiting) in classes() {
            out.sample("pending_connections", &label, "", waiting.connections);
        }
        let name = "oldest_pending_age_seconds";
        out.family(name, Kind::Gauge, "seconds", "Age of the oldest of such events; absent where there are none.");
        for (label, waiting) in classes() {
            if let Some(at) = waiting.oldest {
                let age = inbox.clock().now().duration_since(at).as_secs_f64().max(0.0);
                out.sample(name, &label, "", age);
            }
        }
        out.family("inbox_bytes", Kind::Gauge, "bytes", "Size of the inbox, as its limit counts it.");
        out.sample("inbox_bytes", "", "", self.bytes);
        let own = self.receivers.iter().find(|one| one.id == Some(inbox.receiver()));
        let Some(own) = own else { return };
        out.family("alive", Kind::Gauge, "", "Receivers of this inbox that are alive.");
        out.sample("alive", "", "", self.receivers.iter().filter(|one| one.alive).count());
        out.family("lanes", Kind::Gauge, "", "Connections whose events this receiver forwards at the moment.");
        out.sample("lanes", "", "", own.lanes);
        out.family("lag_seconds", Kind::Gauge, "seconds", "Age of the oldest event of these connections.");
        out.sample("lag_seconds", "", "", own.lag_seconds.unwrap_or(0));
        out.family(
            "late_marks",
            Kind::Counter,
            "",
            "Results that came after the connection had gone to another receiver.",
        );
        out.sample("late_marks_total", "", "", own.late_marks);
    }
}
