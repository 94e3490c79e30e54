//! The request log.
//!
//! Most of its requests are calls of syncs that succeeded, dozens at the same moment. These are stored as one row
//! ([`batch`]) and listed as what they are: a request each, with an ID and a position of its own.

pub(crate) mod batch;
pub(crate) mod filter;
pub(crate) mod insert;
mod prune;
pub(crate) mod query;

#[cfg(test)]
mod tests;
