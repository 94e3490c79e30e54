//! The process that receives into an inbox, or copies it.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The process that has the inbox, as it is written in the owner file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Its process number.
    pub pid: u32,
    /// When it started.
    pub started_at: Timestamp,
    /// The address it listens on, once it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whether it copies the inbox, and receives nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copies: bool,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {}, since {:.0}", self.pid, self.started_at)?;
        if let Some(address) = &self.address {
            write!(f, ", on {address}")?;
        }
        Ok(())
    }
}

/// Returns the name of this machine.
#[cfg(unix)]
pub fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// Returns the name of this machine.
#[cfg(not(unix))]
pub fn host() -> String {
    "this machine".into()
}
