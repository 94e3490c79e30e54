//! The health of connections over time.
//!
//! A round ([`crate::health`]) ends in a report. From it follow:
//!
//! * `tracker`: what is settled about each connection, and the [`Change`]s of it: one is reported once so many rounds
//!   in a row differ, and none while a connection is flapping;
//! * `outbox`: the changes that are still to be sent, and those held in `quiet` hours; `notifier` sends them to a
//!   command and as a signed webhook;
//! * `state`: both in a file, for the next start;
//! * `setup`: files for systemd, Kubernetes, Prometheus and Grafana;
//! * `board`: the figures that `server` exposes as metrics, and `otlp` sends to a collector.
//!
//! Nothing here asks the platform: whoever runs the rounds hands in their reports.

mod board;
mod change;
mod notifier;
mod otlp;
mod outbox;
mod quiet;
mod server;
mod setup;
mod state;
mod systemd;
mod tracker;

pub use board::{Backlog, Board, Delivered, Requests, trim};
pub use change::{Change, ChangeKind};
pub use notifier::{COMMAND_TIME, CommandTarget, Notifier, WebhookTarget};
pub use otlp::OtlpExporter;
pub use outbox::{Notification, Outbox, Recipient};
pub use quiet::QuietHours;
pub use server::{Pulse, router};
pub use setup::Setup;
pub use state::{State, StateError, StateFile};
pub use systemd::ServiceManager;
pub use tracker::{Tracker, TrackerOptions};
