//! Opens the inbox, and waits where that helps: for room on the disk, or for the server.

use std::pin::pin;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::probe::is_for_want_of_room;
use crate::inbox::receiver::{Options, refuse_all};
use crate::inbox::store::InboxOptions;
use crate::inbox::{Error, Inbox, Place};

/// What is missing, that may come.
#[derive(Clone, Copy)]
enum Missing {
    Room,
    Server,
}

impl Missing {
    /// Returns what an error is about, where waiting may help.
    fn of(error: &Error, place: &Place) -> Option<Self> {
        if matches!(error, Error::Unreachable { passing: true, .. }) {
            return Some(Self::Server);
        }
        place.file().is_some_and(|path| is_for_want_of_room(error, path)).then_some(Self::Room)
    }

    /// How often it is tried again.
    const fn pause(self) -> Duration {
        match self {
            Self::Room => Duration::from_secs(1),
            Self::Server => Duration::from_millis(250),
        }
    }
}

/// Opens the inbox. While its disk is full or its server away, everybody is answered 503, as later; stopped meanwhile,
/// returns how it ends.
///
/// # Errors
/// When waiting does not help, or the lifetime is over by then.
pub(super) async fn inbox(
    ctx: &Context,
    listener: TcpListener,
    place: InboxOptions,
    options: &Options,
    lifetime: Option<Duration>,
) -> Result<Result<(TcpListener, Inbox), Exit>, Failure> {
    let open = || {
        let (place, clock) = (place.clone(), ctx.clock.clone());
        blocking::run(move || {
            Inbox::open(place.clone(), &clock).map_err(|error| (Missing::of(&error, &place.place), error))
        })
    };
    let (missing, mut last) = match open().await {
        Ok(inbox) => return Ok(Ok((listener, inbox))),
        Err((None, error)) => return Err(error.into()),
        Err((Some(missing), error)) => {
            let what = match missing {
                Missing::Room => format!("no room on the disk of `{}`", place.place),
                Missing::Server => error.to_string(),
            };
            ctx.term.warn(format!("{what}: senders are answered 503 until that has passed"));
            (missing, error)
        }
    };
    let failed = |source| Error::Io { what: "share the listener", source };
    let listener = listener.into_std().map_err(failed)?;
    let shared = TcpListener::from_std(listener.try_clone().map_err(failed)?).map_err(failed)?;
    let shutdown = ctx.shutdown();
    let mut cancelled = pin!(shutdown.cancelled());
    let mut over = pin!(async {
        match lifetime {
            Some(lifetime) => ctx.clock.sleep(lifetime).await,
            None => std::future::pending().await,
        }
    });
    let mut refusing = pin!(refuse_all(shared, options.limits));
    loop {
        let again = async {
            ctx.clock.sleep(missing.pause()).await;
            open().await
        };
        let opened = tokio::select! {
            biased;
            exit = &mut cancelled => return Ok(Err(exit)),
            () = &mut over => return Err(last.into()),
            ended = &mut refusing => {
                ended.map_err(failed)?;
                return Err(Failure::new(Exit::Bug, "the server ended without a reason"));
            }
            opened = again => opened,
        };
        match opened {
            Ok(inbox) => {
                ctx.term.note(match missing {
                    Missing::Room => "there is room on the disk again",
                    Missing::Server => "the server of the inbox can be reached",
                });
                let listener = TcpListener::from_std(listener).map_err(failed)?;
                return Ok(Ok((listener, inbox)));
            }
            Err((Some(_), error)) => last = error,
            Err((None, error)) => return Err(error.into()),
        }
    }
}
