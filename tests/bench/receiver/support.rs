//! What the tests use as well.

#![allow(dead_code, unreachable_pub, reason = "the same file serves the tests, which use all of it")]

#[path = "../../it/support/until.rs"]
pub(crate) mod until;
