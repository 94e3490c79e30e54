//! The state of a reconnect by replacement, in a file from before the new connection is made until the old one is ended:
//! a run that was interrupted anywhere goes on with the next one. It holds no secret.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::api::connections::Connection;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Lock};

/// In bytes. A longer file is not one of these.
const LARGEST: u64 = 1 << 20;

/// How long a replacement whose old connection is gone is taken as what this command was about.
const RECENT: SignedDuration = SignedDuration::from_hours(24);

/// A connection that is being replaced by a new one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Replacement {
    server: String,
    profile: String,
    /// ID of the connection that is replaced.
    pub(super) old: String,
    /// Its name, which the new one gets.
    pub(super) name: String,
    /// Its e-mail address.
    pub(super) email: String,
    /// Its system.
    pub(super) provider: String,
    /// IDs of the connections that were there before the new one was made.
    pub(super) before: Vec<String>,
    /// ID of the new connection, once it is known.
    pub(super) new: Option<String>,
    /// When it began.
    at: Timestamp,
}

impl Replacement {
    /// Begins a replacement. Nothing is written yet.
    pub(super) fn of(
        ctx: &Context,
        server: String,
        old: &Connection,
        (email, provider): (String, String),
        before: Vec<String>,
    ) -> Self {
        Self {
            server,
            profile: ctx.settings.profile().to_owned(),
            old: old.id().to_owned(),
            name: old.display_name().to_owned(),
            email,
            provider,
            before,
            new: None,
            at: ctx.clock.now(),
        }
    }

    /// Returns the replacement that a text on the command line is about: by the old ID, the new ID or the name.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub(super) fn find(ctx: &Context, server: &str, text: &str) -> Result<Option<Self>, Failure> {
        // Without a folder nothing was begun.
        let Ok(folder) = folder(ctx) else { return Ok(None) };
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(Failure::new(Exit::Local, format!("could not read {}: {error}", folder.display())));
            }
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            // One that is removed at this moment is over.
            let Ok(bytes) = files::read(&path, LARGEST) else { continue };
            let found: Self = serde_json::from_slice(&bytes).map_err(|error| {
                let failure = Failure::new(Exit::Local, format!("{} is damaged: {error}", path.display()));
                failure.hint("it has what an interrupted `makini reconnect` was doing; move it away to begin anew")
            })?;
            let is_here = found.server == server && found.profile == ctx.settings.profile();
            if is_here && (found.old == text || found.name == text || found.new.as_deref() == Some(text)) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Returns whether the command with this text is the one that was interrupted, where nothing is left to do.
    pub(super) fn is_about(&self, text: &str, now: Timestamp) -> bool {
        self.new.as_deref() != Some(text) && now.duration_since(self.at) < RECENT
    }

    /// Takes the lock of this replacement for as long as the result lives.
    ///
    /// # Errors
    /// When another process holds it.
    pub(super) fn lock(&self, ctx: &Context) -> Result<Lock, Failure> {
        let path = files::beside(&self.file(ctx)?, "lock");
        let taken = files::create_private_folder(&folder(ctx)?).and_then(|()| Lock::try_take(&path));
        let taken =
            taken.map_err(|error| Failure::new(Exit::Local, format!("could not lock {}: {error}", path.display())))?;
        taken.ok_or_else(|| {
            Failure::new(Exit::Local, format!("another process is reconnecting `{}` at this moment", self.name))
        })
    }

    /// Writes it.
    pub(super) fn save(&self, ctx: &Context) -> Result<(), Failure> {
        let bytes = serde_json::to_vec(self).map_err(|error| Failure::new(Exit::Local, error.to_string()))?;
        let file = self.file(ctx)?;
        let written = files::create_private_folder(&folder(ctx)?).and_then(|()| files::replace_private(&file, &bytes));
        written.map_err(|error| Failure::new(Exit::Local, format!("could not write {}: {error}", file.display())))
    }

    /// Removes it: there is nothing to go on with.
    pub(super) fn remove(&self, ctx: &Context) -> Result<(), Failure> {
        let file = self.file(ctx)?;
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Failure::new(Exit::Local, format!("could not remove {}: {error}", file.display())))
            }
            _ => Ok(()),
        }
    }

    fn file(&self, ctx: &Context) -> Result<PathBuf, Failure> {
        let digest = Sha256::digest(format!("{}\n{}\n{}", self.profile, self.server, self.old));
        let name = digest.iter().take(8).fold(0_u64, |name, byte| name << 8 | u64::from(*byte));
        Ok(folder(ctx)?.join(format!("{name:016x}.json")))
    }
}

fn folder(ctx: &Context) -> Result<PathBuf, Failure> {
    Ok(ctx.settings.paths.state()?.join("reconnects"))
}
