//! The durable inbox, over real sockets, real files and real crashes.

mod command;
mod forward;
mod gaps;
mod http;
mod kill;
mod mutated;
mod outage;
mod proxies;
mod query;
mod receiver;
mod refusal;
mod stalled;
mod store;
mod tls;
