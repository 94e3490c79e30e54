//! The error of one connection among several, beside the results of the others.

use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;

/// A failure as a part of a row.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RowError {
    pub(super) message: String,
    pub(super) request_id: Option<String>,
    /// The first thing that would help.
    pub(super) hint: Option<String>,
    exit_code: u8,
    #[serde(skip)]
    pub(super) exit: Exit,
}

impl From<Failure> for RowError {
    fn from(failure: Failure) -> Self {
        Self {
            message: failure.causes().join(": "),
            request_id: failure.request_id,
            hint: failure.hints.into_iter().next(),
            exit_code: failure.exit.code(),
            exit: failure.exit,
        }
    }
}
