//! Scenarios: what happens to a sandbox, step by step, with its clock standing still in between, and what must be so
//! afterwards. The same scenario and seed give the same log, byte for byte.

mod act;
mod expect;
mod file;
mod log;
mod receiver;
mod run;
mod wire;

use thiserror::Error;

pub use file::Scenario;
pub use log::{Kind, Line};
pub use run::{Failed, Report};

use crate::exit::Exit;
use crate::failure::Classify;

/// Why a scenario did not run to its end.
#[derive(Debug, Error)]
pub enum ScenarioError {
    /// The file is wrong; the text begins with the line and column.
    #[error("{0}")]
    File(String),
    /// A step could not be done; the text says which, and why.
    #[error("{0}")]
    Step(String),
    /// This machine refuses.
    #[error("{0}")]
    Machine(String),
    /// Nobody listens to the log any more.
    #[error("the log could not be written")]
    Output,
}

impl Classify for ScenarioError {
    fn exit(&self) -> Exit {
        match self {
            Self::File(_) | Self::Step(_) => Exit::Usage,
            Self::Machine(_) | Self::Output => Exit::Local,
        }
    }
}
