//! Exercises a handler of webhooks as life would: right deliveries, forged ones, and right ones at the wrong moment.
//!
//! | I want to | Look in |
//! |---|---|
//! | build one delivery | [`delivery`] |
//! | know what is tried and what is expected | [`case`] |
//! | try it all on a handler | [`Drill`] |
//! | see how a case fared | [`Finding`] |

pub mod case;
pub mod delivery;
mod run;
mod slow;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use thiserror::Error;

pub use case::Case;
pub use delivery::Delivery;

use crate::clock::Clock;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::inbox::forward::{Routes, Sender, Target};
use crate::secret::Secret;
use crate::webhooks::secrets::BadSecret;
use crate::webhooks::sign::CannotSign;
use crate::webhooks::{Config, SecretEncoding};

/// How long a handler may take: what takes longer counts as failed and is sent again.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What is tried, and on whom.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The handler.
    pub target: Target,
    /// Where the handler says how many events have had an effect, as a whole number.
    pub effects: Option<Target>,
    /// How deliveries are signed.
    pub config: Config,
    /// The secrets that the handler accepts.
    pub secrets: Vec<Secret>,
    /// How they are written.
    pub encoding: SecretEncoding,
    /// Bytes of a delivery that is too large.
    pub oversized: usize,
    /// The time that deliveries are signed at, if not the clock's.
    pub at: Option<Timestamp>,
    /// Makes up the events.
    pub seed: u64,
}

/// How a case fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// As it should.
    Passed,
    /// Not so.
    Failed,
    /// It could not be tried.
    Skipped,
}

impl Outcome {
    /// Returns the word that is shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// What came of one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The case.
    pub case: &'static str,
    /// What was sent.
    pub title: &'static str,
    /// What a good handler does.
    pub expected: &'static str,
    /// How it fared.
    pub outcome: Outcome,
    /// The last status that was answered.
    pub status: Option<u16>,
    /// How long the slowest answer took, in milliseconds.
    pub millis: Option<u64>,
    /// Why it failed or was skipped.
    pub message: Option<String>,
    /// What to change.
    pub remedy: Option<&'static str>,
}

/// Why a drill could not go on.
#[derive(Debug, Error)]
pub enum DrillError {
    /// There is nobody.
    #[error("`{url}` cannot be reached: {why}")]
    Unreachable {
        /// The handler.
        url: String,
        /// What went wrong.
        why: String,
    },
    /// The counter of effects tells no number.
    #[error("the handler's count of effects cannot be read: {0}")]
    Effects(String),
    /// A secret cannot be used.
    #[error(transparent)]
    Secret(#[from] BadSecret),
    /// A delivery cannot be made.
    #[error(transparent)]
    Sign(#[from] CannotSign),
}

impl Classify for DrillError {
    fn exit(&self) -> Exit {
        match self {
            Self::Unreachable { .. } => Exit::Unavailable,
            Self::Effects(_) => Exit::Usage,
            Self::Secret(error) => error.exit(),
            Self::Sign(error) => error.exit(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Unreachable { .. } => Some("start the handler first, and name its whole address with `--url`".into()),
            Self::Effects(_) => {
                Some("`--effects-url` answers with a whole number, as `12` or `{\"effects\":12}`".into())
            }
            Self::Secret(error) => error.hint(),
            Self::Sign(error) => error.hint(),
        }
    }
}

/// A drill that is ready to run.
pub struct Drill {
    plan: Plan,
    clock: Clock,
    sender: Arc<Sender>,
}

impl Drill {
    /// Prepares one.
    pub fn new(plan: Plan, clock: &Clock) -> Self {
        let mut routes = Routes::to(plan.target.clone());
        routes.timeout = PATIENCE;
        Self { plan, clock: clock.clone(), sender: Arc::new(Sender::new(&routes)) }
    }
}

impl std::fmt::Debug for Drill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drill").field("plan", &self.plan).finish_non_exhaustive()
    }
}
