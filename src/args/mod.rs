//! Pieces of command lines that several commands share: the arguments with their help texts and value parsers.
//!
//! A piece stands once, so that every command names the same thing in the same words.

pub mod allowed_hosts;
pub mod checks;
pub mod condition;
pub mod connection;
pub mod examples;
pub mod global;
pub(crate) mod inbox_place;
pub mod limit;
pub mod listen_address;
pub mod output_file;
pub mod pasted;
pub mod reporting;
pub mod resolve;
pub mod row_filter;
pub mod schedule;
pub(crate) mod section;
pub mod server_process;
pub mod time_range;
pub mod usage_error;

pub use allowed_hosts::AllowedHosts;
pub use connection::{ConnectionArg, ConnectionFilter, ConnectionsArg, OptionalConnectionArg};
pub(crate) use examples::examples;
pub use limit::{Limit, count};
pub use output_file::OutputFile;
pub use row_filter::RowFilter;
pub use server_process::ServerProcess;
pub use time_range::TimeRange;
