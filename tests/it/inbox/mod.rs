//! The durable inbox, over real sockets, real files and real crashes.

mod backend;
mod command;
mod copied;
mod files;
mod forward;
mod gaps;
mod handlers;
mod http;
mod kill;
mod missed;
mod mutated;
mod outage;
mod outcomes;
mod paused;
#[cfg(all(unix, feature = "postgres"))]
mod postgres;
mod proxies;
mod query;
mod receiver;
mod refusal;
mod stalled;
mod store;
mod tls;
