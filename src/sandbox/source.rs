//! The systems behind the connections: their catalogue and their data. The only file that knows where both come from.

pub(crate) use super::catalogue::{all as platforms, find as platform};
pub(crate) use super::entities::Source;
