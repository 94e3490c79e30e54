//! The connected systems: catalogue and data, as the rest of the sandbox uses them.

pub(crate) use super::catalogue::{
    all as platforms, find as platform, find_listed as listed_platform, listed as listed_platforms,
};
pub(crate) use super::entities::Source;
pub(crate) use super::entities::settings::Settings;
