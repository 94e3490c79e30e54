//! Faults: what breaks on command, where, how often, and with what effect.

pub(crate) mod call;
pub(crate) mod delivery;
mod draw;
pub(crate) mod inject;
pub(crate) mod sync;
pub(crate) mod validation;
