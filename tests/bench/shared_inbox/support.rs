//! What the tests use as well: a server of PostgreSQL that ends with this process.

#![allow(dead_code, unreachable_pub, reason = "the same files serve the tests, which use all of them")]

#[path = "../../it/support/postgres.rs"]
pub(crate) mod postgres;
#[path = "../../it/support/require.rs"]
pub(crate) mod require;
#[path = "../../it/support/until.rs"]
pub(crate) mod until;
