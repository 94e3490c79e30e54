//! The steps after a connection is made: its token is stored, its metadata written, its first sync watched.

use super::connect::Args;
use super::connect_view::Connected;
use super::first_sync;
use crate::api::connections::{Connection, Lifecycle, MetadataEntry, NewConnection};
use crate::client::Client;
use crate::client::call::{Made, Tokens};
use crate::connections::first_sync::FirstSync;
use crate::connections::token::{self, StoredToken, Warning};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shell::operand;
use crate::shutdown::Interrupt;
use crate::term::Line;
use crate::view::connections::Row;

/// Stores the token before anything else, and writes the metadata.
pub(super) async fn establish(
    ctx: &Context,
    client: &Client,
    made: Made,
    new: (&NewConnection, &[MetadataEntry]),
    interrupt: &mut Interrupt,
) -> Result<(Row, StoredToken), Failure> {
    let (new, metadata) = new;
    let Some(id) = made.id.clone() else { return Err(unidentified(ctx, made, new).await) };
    // The request stands in for a row that cannot be read at this moment: the connection exists.
    let connection = made.connection.unwrap_or_else(|| Connection {
        key: Some(id.clone()),
        name: Some(new.name.clone()),
        email: Some(new.email.clone()),
        integration_name: Some(new.provider.clone()),
        ..Connection::default()
    });
    let made = Made { connection: Some(connection), ..made };
    complete(ctx, client, (&id, made), metadata, interrupt).await
}

/// Stores a token before anything else is done, and warns where that fails.
pub(super) async fn store_token(ctx: &Context, id: &str, tokens: Option<Tokens>) -> Result<StoredToken, Failure> {
    let session = ctx.session().await?;
    let stored = token::store(session, &*ctx.secrets()?, ctx.settings.is_on("sandbox"), id, tokens).await;
    match &stored.warning {
        Some(Warning::SignedInByEnvironment) => {
            let reason = stored.reason.as_deref().unwrap_or_default();
            ctx.term.status(format!("the connection's token is not stored: {reason}; one is issued when it is needed"));
        }
        Some(Warning::StoreFailed(error)) => {
            let id = shell_words::quote(id);
            ctx.term.warn(format!("the token of the new connection could not be stored: {error}"));
            let again = format!("nothing is lost: once the store works, `makini token issue {id}` gets another");
            ctx.term.warn(Line::new().commands(&again));
        }
        None => {}
    }
    Ok(stored)
}

/// Reads a connection after it was changed. Where that fails, its state is unknown: it is no longer what it was.
pub(super) async fn read_again(ctx: &Context, client: &Client, row: Row) -> Row {
    match client.connection(&row.id).await {
        Ok(Some(found)) => Row::from(&found),
        Ok(None) => {
            ctx.term.warn(format!("the server does not list connection {} yet", row.id));
            row.without_state()
        }
        Err(error) => {
            ctx.term.warn(format!("the state of connection {} could not be read: {error}", row.id));
            row.without_state()
        }
    }
}

/// Stores the token of a connection whose ID is known, and writes its metadata.
pub(super) async fn complete(
    ctx: &Context,
    client: &Client,
    (id, made): (&str, Made),
    metadata: &[MetadataEntry],
    interrupt: &mut Interrupt,
) -> Result<(Row, StoredToken), Failure> {
    if let Some(error) = &made.no_tokens {
        ctx.term.warn(format!("the connection is made, and its token could not be read: {error}"));
        ctx.term.warn("another one is issued when it is needed");
    }
    let stored = store_token(ctx, id, made.tokens).await?;
    if made.shares_name {
        let id = shell_words::quote(id);
        ctx.term.warn("another connection has the same name, so both have to be named by their IDs");
        ctx.term.warn(format!("`makini connections rename {id} North-2` gives this one another name"));
    }
    let progress = ctx.term.progress();
    let bar = progress.spinner("establishing the connection");
    if !metadata.is_empty() {
        let say = || ctx.term.status("finishing; press Ctrl-C again to stop at once");
        if let Err(error) = interrupt.finish(client.set_connection_metadata(id, metadata), say).await {
            let id = shell_words::quote(id);
            ctx.term.warn(format!("the metadata could not be written: {error}"));
            let entries =
                metadata.iter().map(|entry| shell_words::quote(&format!("{}={}", entry.key, entry.value)).into_owned());
            let entries = entries.collect::<Vec<_>>().join(" ");
            ctx.term.warn(Line::new().commands(&format!("`makini connections metadata {id} {entries}` writes it")));
        }
    }
    let known = made.connection.unwrap_or_else(|| Connection { key: Some(id.to_owned()), ..Connection::default() });
    let row = read_again(ctx, client, Row::from(&known)).await;
    let location = stored.store.as_ref().map(|store| format!(", its token in {store}")).unwrap_or_default();
    bar.done(format!("connection {id} is made{location}"));
    Ok((row, stored))
}

/// Returns the failure for a connection whose ID is unknown. Its token is stored under a name of its own.
async fn unidentified(ctx: &Context, made: Made, new: &NewConnection) -> Failure {
    let name = format!("new-{}-{}", new.provider, ctx.clock.now().as_second());
    let had_token = made.tokens.is_some();
    let stored = store_token(ctx, &name, made.tokens).await.unwrap_or_default();
    let why = made.search.map_or("its row is not in the list".into(), |error| error.to_string());
    let failure =
        Failure::new(Exit::Unavailable, format!("`{}` is connected, but its ID could not be read: {why}", new.name));
    let failure =
        failure.hint(format!("find it: `makini connections list --search {}`", shell_words::quote(&new.name)));
    let another = format!("`makini token issue {}` gets another token", operand(&new.name));
    if stored.stored && had_token {
        let profile = ctx.settings.profile();
        failure.hint(format!("its token is kept as `{profile}/connection/{name}`; {another}"))
    } else {
        failure.hint(another)
    }
}

/// Waits for the first sync, unless there is none to wait for.
pub(super) async fn follow(
    ctx: &Context,
    client: &Client,
    (row, token): (Row, StoredToken),
    args: &Args,
    interrupt: &mut Interrupt,
) -> Result<Connected, Failure> {
    let inactive = Lifecycle::parse(&row.status) == Lifecycle::Inactive;
    if args.no_wait || inactive {
        return Ok(Connected { connection: row, token, sync: None, stopped: interrupt.exit() });
    }
    let id = row.id.clone();
    let watched = first_sync::watch(ctx, client, &id, args.wait_time, interrupt).await;
    let sync: FirstSync = watched.map_err(|error| {
        let failure = Failure::from(error)
            .during(format!("`{}` is connected, but its first sync could not be watched", row.title()));
        failure.hint(format!("`makini sync watch {}` resumes watching", shell_words::quote(&id)))
    })?;
    let unread = row.clone();
    let connection = interrupt.unless(read_again(ctx, client, row)).await.unwrap_or_else(|| unread.without_state());
    Ok(Connected { connection, token, sync: Some(sync), stopped: interrupt.exit() })
}
