//! `makini reconnect` on a server that gives no connection new credentials: a new connection takes the place of the old.
//!
//! The order is what makes it safe to be killed anywhere: the state is written before the new connection is made, and the
//! old connection is ended last, once the first sync of the new one has completed. Two runs of a connection never overlap.

use super::disconnect::remove_token;
use super::establish::{self, store_token};
use super::reconnect::{Args, Reconnected, State, credentials, system};
use super::replacement::Replacement;
use super::{first_sync, show};
use crate::api::connections::{Connection, Lifecycle, MetadataEntry, NewConnection};
use crate::client::call::newest;
use crate::client::{Client, Scope};
use crate::connections::first_sync::WatchResult;
use crate::connections::token::StoredToken;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::session::TokenState;
use crate::shell::{operand, option};
use crate::shutdown::Interrupt;
use crate::term::prompt::Question;
use crate::view::connections::{Row, sync_error};

/// Replaces a connection.
pub(super) async fn run(ctx: &Context, client: &Client, old: &Connection, args: &Args) -> Result<Exit, Failure> {
    let during = || format!("could not reconnect `{}`", old.display_name());
    let (Some(email), Some(provider)) = (filled(old.email.as_ref()), filled(old.integration_name.as_ref())) else {
        // Both are published, and neither is made up.
        let failure = Failure::new(Exit::Unavailable, "the list has no system or no e-mail for it");
        return Err(failure.during(during()).hint("`makini connect` makes a new connection"));
    };
    confirm(ctx, old.id(), old.display_name(), args)?;
    let system = system(client, old).await?;
    let provider = system.slug.clone().unwrap_or(provider);
    let listed = client.connections().await.during(|| "could not list connections".into())?;
    let before = listed.iter().map(|row| row.id().to_owned()).collect();
    let state = Replacement::of(ctx, client.server().to_string(), old, (email, provider), before);
    let _lock = state.lock(ctx)?;
    make(ctx, client, state, old, args).await
}

/// Goes on with a replacement that was interrupted; nothing if there is nothing left of it.
pub(super) async fn resume(
    ctx: &Context,
    client: &Client,
    mut state: Replacement,
    text: &str,
    args: &Args,
) -> Result<Option<Exit>, Failure> {
    let _lock = state.lock(ctx)?;
    let listed = client.connections().await.during(|| "could not list connections".into())?;
    let is_there = |row: &&Connection| row.lifecycle() != Lifecycle::Disconnected;
    let old = listed.iter().filter(is_there).find(|row| row.id() == state.old).cloned();
    let known = state.new.clone().filter(|new| listed.iter().filter(is_there).any(|row| row.id() == new));
    // Made, and killed before its ID was written: the one that was not there before.
    let was_there = |id: &str| state.before.iter().any(|known| known == id);
    let new = known.or_else(|| Some(newest(listed, was_there, &state.new_connection())?.id().to_owned()));
    match (&old, new) {
        (None, Some(new)) if state.is_about(text, ctx.clock.now()) => {
            ctx.term.note(format!("`{}` was replaced by {new} before; this shows it", state.name));
            let before = State::of(&Row { status: Lifecycle::Disconnected.as_str().into(), ..Row::default() });
            let row = Row { id: new.clone(), name: Some(state.name.clone()), ..Row::default() };
            state.new = Some(new);
            finish(ctx, client, state, (before, row), None).await.map(Some)
        }
        (None, _) => {
            state.remove(ctx)?;
            Ok(None)
        }
        (Some(old), Some(new)) => {
            ctx.term.note(format!("going on with the new connection {new}, which was made before"));
            confirm(ctx, old.id(), &state.name, args)?;
            state.new = Some(new);
            state.save(ctx)?;
            complete(ctx, client, state, old, None, args).await.map(Some)
        }
        (Some(old), None) => {
            confirm(ctx, old.id(), &state.name, args)?;
            make(ctx, client, state, old, args).await.map(Some)
        }
    }
}

fn filled(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

/// Asks before anything is done: it ends with the end of the old connection.
fn confirm(ctx: &Context, id: &str, name: &str, args: &Args) -> Result<(), Failure> {
    let label = format!("Replace `{name}` by a new connection? Type its name");
    let help = format!(
        "This server cannot give {name} ({id}) new credentials. A new connection is made with them: it has a new ID and a \
         new token, its metadata is copied, and its first sync is waited for. Then {name} is disconnected: its tokens are \
         dead at once. Settings, field mapping and tags are not copied. Both hold their credits meanwhile."
    );
    let given = args.confirm.as_deref().map(|given| if given == id { name } else { given });
    ctx.confirm_name(&Question::new(&label, "--confirm NAME").help(&help), name, given)
}

/// Makes the new connection, its state written before.
async fn make(
    ctx: &Context,
    client: &Client,
    mut state: Replacement,
    old: &Connection,
    args: &Args,
) -> Result<Exit, Failure> {
    let system = system(client, old).await?;
    let given = credentials(ctx, &system, &Row::from(old), args)?;
    let new = NewConnection {
        credentials: given.credentials,
        secrets: given.secrets,
        deployment: old.deployment.clone(),
        ..state.new_connection()
    };
    state.new = None;
    state.save(ctx)?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let progress = ctx.term.progress();
    let bar = progress.spinner(&format!("authorising with {}", system.title()));
    let say = || ctx.term.status("finishing, so that no token is lost; press Ctrl-C again to stop at once");
    let made = match interrupt.finish(client.create_connection(&new), say).await {
        Ok(made) => made,
        Err(error) => {
            bar.clear();
            let may_be_done = error.may_be_done();
            let failure = Failure::from(error)
                .during(format!("could not make the new connection; `{}` is as it was", state.name));
            if may_be_done {
                return Err(failure.hint(again(&state)));
            }
            state.remove(ctx)?;
            return Err(failure);
        }
    };
    let Some(id) = made.id.clone() else {
        bar.clear();
        let unlisted = || Failure::new(Exit::Unavailable, "its row is not in the list");
        let failure = made.search.map_or_else(unlisted, Failure::from);
        return Err(failure.during("the new connection is made, but its ID could not be read").hint(again(&state)));
    };
    state.new = Some(id.clone());
    state.save(ctx)?;
    let token = store_token(ctx, &id, made.tokens).await?;
    bar.done(format!("{} accepted the credentials: new connection {id}", system.title()));
    if let Some(exit) = interrupt.exit() {
        return Err(Failure::new(exit, "stopped before the old connection was ended").hint(again(&state)));
    }
    complete(ctx, client, state, old, Some(token), args).await
}

/// Copies the metadata, proves the new connection by its first sync, and ends the old one.
async fn complete(
    ctx: &Context,
    client: &Client,
    state: Replacement,
    old: &Connection,
    token: Option<StoredToken>,
    args: &Args,
) -> Result<Exit, Failure> {
    let new = state.new.clone().unwrap_or_default();
    let failed = |failure: Failure| {
        failure
            .during(format!("could not finish the replacement of `{}`, which is as it was", state.name))
            .hint(again(&state))
            .hint(format!("`makini disconnect {}` removes the new connection instead", operand(&new)))
    };
    let metadata = client.connection_metadata(old.id()).await.map_err(|error| failed(error.into()))?;
    if !metadata.is_empty() {
        let entries = metadata.iter().map(|(key, value)| MetadataEntry { key: key.clone(), value: show::plain(value) });
        let entries: Vec<MetadataEntry> = entries.collect();
        client.set_connection_metadata(&new, &entries).await.map_err(|error| failed(error.into()))?;
    }
    let row = client.connection(&new).await.map_err(|error| failed(error.into()))?;
    let Some(row) = row else {
        let message = format!("the server does not list the new connection {new}");
        return Err(failed(Failure::new(Exit::Unavailable, message)));
    };
    if row.lifecycle() == Lifecycle::Inactive {
        let message = "the account has too few credits for both connections: the new one is inactive";
        return Err(failed(Failure::new(Exit::Refused, message)));
    }
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let watched = first_sync::watch(ctx, client, &new, args.wait_time, &mut interrupt).await;
    let watched = watched.map_err(|error| failed(error.into()))?;
    match watched.result {
        WatchResult::Completed => {}
        WatchResult::Pending | WatchResult::Interrupted => {
            let exit = watched.result.exit(interrupt.exit());
            return Err(failed(Failure::new(exit, format!("the first sync of the new connection {new} is not over"))));
        }
        WatchResult::Failed | WatchResult::Cancelled => {
            let why = watched.error.as_ref().map(|error| format!(": {}", sync_error(error))).unwrap_or_default();
            return Err(failed(Failure::new(
                Exit::Unhealthy,
                format!("the first sync of the new connection {new} failed{why}"),
            )));
        }
    }
    client.delete_connection(old.id()).await.map_err(|error| failed(error.into()))?;
    remove_token(ctx, old.id()).await;
    finish(ctx, client, state, (State::of(&Row::from(old)), Row::from(&row)), token).await
}

/// Shows the new connection; there is nothing left to do.
async fn finish(
    ctx: &Context,
    client: &Client,
    state: Replacement,
    (before, known): (State, Row),
    token: Option<StoredToken>,
) -> Result<Exit, Failure> {
    let new = known.id.clone();
    let connection = establish::read_again(ctx, client, known).await;
    let token = match token {
        Some(token) => token,
        // It was issued in this run, or is stored since the one before.
        None => kept_token(ctx, &new).await?,
    };
    state.remove(ctx)?;
    ctx.show(&Reconnected { before, connection, token, replaced: Some(state.old) })
}

async fn kept_token(ctx: &Context, id: &str) -> Result<StoredToken, Failure> {
    let session = ctx.session().await?;
    let state = session.state(&Scope::Connection(id.to_owned())).await.ok().flatten();
    let store = ctx.secrets()?;
    let stored = store.is_persistent() && state.as_ref().is_some_and(TokenState::uses_store);
    Ok(StoredToken {
        stored,
        store: stored.then(|| store.describe()),
        expires_at: state.and_then(|state| state.expires_at),
        ..StoredToken::default()
    })
}

/// Returns the hint on how to go on.
fn again(state: &Replacement) -> String {
    let command = format!("makini reconnect {} {}", operand(&state.old), option("--confirm", &state.name));
    format!("nothing is lost: `{command}` goes on where it stopped")
}

impl Replacement {
    /// Returns what the new connection is made of, without its credentials.
    fn new_connection(&self) -> NewConnection {
        NewConnection {
            name: self.name.clone(),
            email: self.email.clone(),
            provider: self.provider.clone(),
            credentials: serde_json::Map::new(),
            secrets: Vec::new(),
            deployment: None,
        }
    }
}
