//! Why a scenario did not complete.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;

/// Why a scenario did not complete.
#[derive(Debug, Error)]
pub enum ScenarioError {
    /// The file is invalid; the text begins with line and column.
    #[error("{0}")]
    File(String),
    /// A step failed; the text has its number and the reason.
    #[error("{0}")]
    Step(String),
    /// A port or file of this machine could not be used.
    #[error("{0}")]
    Machine(String),
    /// The log could not be written.
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
