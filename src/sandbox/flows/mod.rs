//! Flows: workflows of a connection. A trigger starts an execution; each of its steps ends at a time of its own, by a
//! timer, and is stored with its input and output.

pub(crate) mod catalogue;
pub(crate) mod run;
pub(crate) mod setup;
mod steps;
pub(crate) mod trigger;
