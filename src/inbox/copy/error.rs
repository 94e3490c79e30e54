//! Why an inbox was not copied.

use std::path::PathBuf;

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
    /// The name of a folder was given.
    #[error("`{folder}` is a folder: name a file in it")]
    IsFolder {
        /// The folder.
        folder: PathBuf,
        /// The command with a file in it.
        again: String,
    },
    /// The folder to copy to is not there.
    #[error("there is no folder `{folder}`")]
    NoFolder {
        /// The folder.
        folder: PathBuf,
        /// The command to run afterwards.
        again: String,
    },
    /// A receiver has one of them, or another copy.
    #[error("{} the inbox `{place}`{}", if is_copied(owner.as_ref()) { "another copy has" } else { "a receiver has" }, owner.as_ref().map(|owner| format!(": {owner}")).unwrap_or_default())]
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
    /// What was to be copied cannot be read.
    #[error(transparent)]
    Source(Error),
    /// Reading or writing failed.
    #[error(transparent)]
    Inbox(#[from] Error),
}

impl CopyError {
    /// Says that an error is about what was to be copied.
    pub(super) fn of_source(self) -> Self {
        if let Self::Inbox(error) = self { Self::Source(error) } else { self }
    }
}

fn is_copied(owner: Option<&Owner>) -> bool {
    owner.is_some_and(|owner| owner.copies)
}

impl Classify for CopyError {
    fn exit(&self) -> Exit {
        match self {
            Self::Same(_) | Self::IsFolder { .. } => Exit::Usage,
            Self::NoFolder { .. } => Exit::NotFound,
            Self::Stopped => Exit::Interrupted,
            Self::Source(error) | Self::Inbox(error) => error.exit(),
            _ => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Same(_) => {
                Some("name another file, or `postgres://USER@HOST/DATABASE`, as the second argument".into())
            }
            Self::IsFolder { again, .. } => Some(format!("as in `{again}`")),
            Self::NoFolder { folder, again } => {
                let folder = shell_words::quote(&folder.to_string_lossy()).into_owned();
                Some(format!("make it: `mkdir -p {folder}`, then run `{again}`"))
            }
            Self::Received { owner, again, .. } if is_copied(owner.as_ref()) => {
                Some(format!("wait until that copy has ended, then run `{again}`"))
            }
            Self::Received { again, .. } => Some(format!("stop that receiver, then run `{again}`")),
            Self::NotEmpty { place } | Self::OtherCopy { place, finished: true, .. } => Some(format!(
                "name a new file or database; `makini webhooks inbox list --inbox {}` shows what is there",
                shell_words::quote(place)
            )),
            Self::OtherCopy { place, of, .. } => Some(format!("finish that one: `{}`", command(of, place))),
            Self::Stopped => None,
            // There are two inboxes, and no option names them.
            Self::Source(Error::Missing { .. } | Error::NoDatabase { .. } | Error::Foreign { .. }) => {
                Some("name the file or database of an inbox as the first argument".into())
            }
            Self::Inbox(Error::NoDatabase { path } | Error::Foreign { path }) => {
                Some(format!("name another file as the second argument, or move `{}` away", path.display()))
            }
            Self::Inbox(Error::UnsafeFolder { .. } | Error::Folder { .. }) => {
                Some("choose a folder on a local disk, or a database, as the second argument".into())
            }
            Self::Source(Error::NotOwner { address, .. }) | Self::Inbox(Error::NotOwner { address, .. }) => {
                Some(format!("name it as its owner does, {}", shell_words::quote(address)))
            }
            Self::Source(error) | Self::Inbox(error) => error.hint(),
        }
    }
}

/// Returns the command that copies from one place to another.
pub(super) fn command(from: &str, to: &str) -> String {
    format!("makini webhooks inbox copy {}", shell_words::join([from, to]))
}
