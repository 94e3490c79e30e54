//! The server of an inbox, or PgBouncer before it in transaction mode, which `MAKINI_BENCH_POOLED=1` asks for.

use super::number;
use super::support::postgres::{Pooler, Postgres};

/// A server, and how receivers reach it.
pub(super) struct Database {
    pub(super) server: Postgres,
    pooler: Option<Pooler>,
}

impl Database {
    /// Starts it with these settings; nothing where a program is missing, which is said.
    pub(super) fn start(settings: &[&str]) -> Option<Self> {
        let server = Postgres::start(settings)?;
        if number("MAKINI_BENCH_POOLED", 0) == 0 {
            return Some(Self { server, pooler: None });
        }
        let pooler = Pooler::start(&server)?;
        println!("receivers reach the server through PgBouncer, in transaction mode");
        Some(Self { server, pooler: Some(pooler) })
    }

    /// Makes a database, and returns the address that receivers get.
    pub(super) fn make(&self, name: &str) -> String {
        let address = self.server.database(name);
        self.pooler.as_ref().map_or(address, |pooler| pooler.address(name))
    }
}
