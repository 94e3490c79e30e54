//! The tests of the inbox once more, with the inbox on a PostgreSQL server; and what only such an inbox has.

mod backend;

mod access;
#[path = "../command.rs"]
mod command;
mod copied;
mod cut_off;
mod detached;
#[path = "../forward.rs"]
mod forward;
#[path = "../gaps.rs"]
mod gaps;
#[path = "../handlers.rs"]
mod handlers;
mod hanging;
#[path = "../http.rs"]
mod http;
#[path = "../kill.rs"]
mod kill;
#[path = "../missed.rs"]
mod missed;
#[path = "../outcomes.rs"]
mod outcomes;
mod owner;
mod partitions;
#[path = "../paused.rs"]
mod paused;
mod pooled;
#[path = "../proxies.rs"]
mod proxies;
#[path = "../query.rs"]
mod query;
#[allow(dead_code, reason = "the same file serves the tests of an inbox in a file, which use all of it")]
#[path = "../receiver.rs"]
mod receiver;
mod replaced;
mod server;
mod several;
#[path = "../stalled.rs"]
mod stalled;
#[path = "../store.rs"]
mod store;
mod taken;
#[path = "../tls.rs"]
mod tls;
mod upgrade;
