//! Why an inbox was not copied.

use thiserror::Error as ThisError;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::inbox::error::Error;
use crate::inbox::owner::Owner;

/// Why an inbox was not copied. What was copied by then stays, and the next run goes on from there.
#[derive(Debug, ThisError)]
pub enum CopyError {
    /// Both are the same.
    #[error("`{0}` cannot be copied to itself")]
    Same(String),
    /// A receiver has one of them.
    #[error("a receiver has the inbox `{place}`{}", owner.as_ref().map(|owner| format!(": {owner}")).unwrap_or_default())]
    Received {
        /// The inbox.
        place: String,
        /// Who, where that could be read.
        owner: Option<Owner>,
        /// The command to run afterwards.
        again: String,
    },
    /// The other inbox holds something already.
    #[error("the inbox `{place}` holds events of its own; one is only copied to an inbox that is empty")]
    NotEmpty {
        /// The inbox.
        place: String,
    },
    /// The other inbox holds part of a third one.
    #[error("the inbox `{place}` holds a copy of another inbox, `{of}`{}", if *.finished { "" } else { ", that is not finished" })]
    OtherCopy {
        /// The inbox.
        place: String,
        /// What it is a copy of.
        of: String,
        /// Whether it holds all of it.
        finished: bool,
    },
    /// Somebody asked to stop.
    #[error("stopped; what is copied stays, and the next run goes on from there")]
    Stopped,
    /// Reading or writing failed.
    #[error(transparent)]
    Inbox(#[from] Error),
}

impl Classify for CopyError {
    fn exit(&self) -> Exit {
        match self {
            Self::Same(_) => Exit::Usage,
            Self::Stopped => Exit::Interrupted,
            Self::Inbox(error) => error.exit(),
            _ => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Same(_) => {
                Some("name another file, or `postgres://USER@HOST/DATABASE`, as the second argument".into())
            }
            Self::Received { again, .. } => Some(format!("stop that receiver, then run `{again}`")),
            Self::NotEmpty { place } | Self::OtherCopy { place, finished: true, .. } => Some(format!(
                "name a new file or database; `makini webhooks inbox list --inbox {}` shows what is there",
                shell_words::quote(place)
            )),
            Self::OtherCopy { place, of, .. } => Some(format!("finish that one: `{}`", command(of, place))),
            Self::Stopped => None,
            Self::Inbox(error) => error.hint(),
        }
    }
}

/// Returns the command that copies from one place to another.
pub(super) fn command(from: &str, to: &str) -> String {
    format!("makini webhooks inbox copy {}", shell_words::join([from, to]))
}
