//! The health of connections over time.
//!
//! A round ([`crate::health`]) ends in a report. From it follow:
//!
//! * [`tracker`]: what is settled about each connection, and the [`Change`]s of it: one is reported once so many rounds
//!   in a row differ, and none while a connection is flapping;
//! * [`board`]: the figures that [`server`] exposes as metrics.
//!
//! Nothing here asks the platform: whoever runs the rounds hands in their reports.

mod board;
mod change;
mod server;
mod systemd;
mod tracker;

pub use board::{Backlog, Board, Requests};
pub use change::{Change, ChangeKind};
pub use server::{Pulse, router};
pub use systemd::ServiceManager;
pub use tracker::{Tracker, TrackerOptions};
