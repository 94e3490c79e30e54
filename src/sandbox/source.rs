//! The systems behind the connections: the one place where the platform's half takes their catalogue and data from.

pub(crate) use super::catalogue::{all as platforms, find as platform};
pub(crate) use super::entities::Source;
pub(crate) use super::entities::settings::Settings;
