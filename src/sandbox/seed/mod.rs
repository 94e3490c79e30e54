//! Seed files: the initial content of a sandbox, as TOML.
//!
//! A file is parsed as a whole and applied in one transaction. Errors have line and column.

pub(crate) mod apply;
pub(crate) mod file;
