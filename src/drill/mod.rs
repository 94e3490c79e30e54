//! Tests a webhook handler with valid deliveries, forged ones, and valid ones that are late, repeated or out of order.
//!
//! | I want to | Look in |
//! |---|---|
//! | build one delivery | [`delivery`] |
//! | look up the cases | [`case`] |
//! | see what is expected, what went wrong, and what to change | [`fault`] |
//! | generate the bodies that libraries re-serialise in different ways | [`bodies`] |
//! | run the cases against a handler | [`Drill`] |
//! | read the result of a case | [`Finding`] |

pub mod bodies;
pub mod case;
pub mod delivery;
pub mod fault;
mod run;
mod slow;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use thiserror::Error;

pub use case::Case;
pub use delivery::Delivery;

use fault::Fault;

use crate::clock::Clock;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::inbox::forward::{Routes, Sender, Target};
use crate::network::NetworkOptions;
use crate::secret::Secret;
use crate::webhooks::secrets::BadSecret;
use crate::webhooks::sign::CannotSign;
use crate::webhooks::{Config, SecretEncoding};

/// Configuration of a [`Drill`].
#[derive(Clone, Debug)]
pub struct Plan {
    /// URL of the handler.
    pub target: Target,
    /// URL that returns the number of events that had an effect.
    pub effects: Option<Target>,
    /// How deliveries are signed.
    pub config: Config,
    /// Secrets that the handler accepts.
    pub secrets: Vec<Secret>,
    /// Encoding of the secrets.
    pub encoding: SecretEncoding,
    /// Size of the oversized delivery in bytes.
    pub oversized: usize,
    /// Time to sign deliveries at; the clock's by default.
    pub at: Option<Timestamp>,
    /// Seed of the generated events.
    pub seed: u64,
    /// How connections to the handler are made.
    pub network: NetworkOptions,
    /// Time that the handler has to answer.
    pub timeout: Duration,
}

/// Outcome of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The handler did what is expected.
    Passed,
    /// The handler did something else.
    Failed,
    /// The case does not apply.
    Skipped,
}

impl Outcome {
    /// Returns the name for output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// Result of one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Name of the case.
    pub case: &'static str,
    /// What was sent.
    pub title: &'static str,
    /// What is expected of the handler.
    pub expected: &'static str,
    /// Outcome.
    pub outcome: Outcome,
    /// HTTP status of the response that decided.
    pub status: Option<u16>,
    /// Time of the slowest response, in milliseconds.
    pub millis: Option<u64>,
    /// Why it failed or was skipped.
    pub message: Option<String>,
    /// What to change in the handler.
    pub remedy: Option<&'static str>,
}

/// Why a drill was aborted.
#[derive(Debug, Error)]
pub enum DrillError {
    /// The handler does not accept connections.
    #[error("`{url}` cannot be reached: {why}")]
    Unreachable {
        /// URL of the handler.
        url: String,
        /// Cause.
        why: String,
    },
    /// The URL for the number of effects returned no number.
    #[error("the handler's count of effects cannot be read: {0}")]
    Effects(String),
    /// A secret is not valid.
    #[error(transparent)]
    Secret(#[from] BadSecret),
    /// A delivery cannot be signed.
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

/// What to change where a plain delivery is answered in the same way.
const AS_A_PLAIN_ONE: &str = "it does the same to a plain delivery (`valid`): correct that first, and run this again";

/// Runs cases against one handler.
pub struct Drill {
    plan: Plan,
    clock: Clock,
    sender: Arc<Sender>,
    /// What the handler did to a valid delivery without anything special, if it was not right.
    plain_fault: Mutex<Option<Fault>>,
}

impl Drill {
    /// Prepares a drill.
    pub fn new(plan: Plan, clock: &Clock) -> Self {
        let mut routes = Routes::to(plan.target.clone());
        routes.timeout = plan.timeout;
        routes.network = plan.network.clone();
        Self { plan, clock: clock.clone(), sender: Arc::new(Sender::new(&routes)), plain_fault: Mutex::default() }
    }

    /// Returns what to change. A handler that does the same to a plain delivery has that mistake first: what is special
    /// about this one is not the reason.
    fn remedy(&self, case: Case, fault: &Fault) -> &'static str {
        let is_plain = self.plain_fault.lock().expect("no panic while it is held").as_ref() == Some(fault);
        if is_plain && matches!(fault, Fault::Refused(_)) && case != Case::Valid {
            return AS_A_PLAIN_ONE;
        }
        case.remedy(fault, self.signed())
    }
}

impl std::fmt::Debug for Drill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drill").field("plan", &self.plan).finish_non_exhaustive()
    }
}
