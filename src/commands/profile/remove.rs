//! Removing the secrets of a profile from its secret store.

use std::sync::Arc;

use crate::blocking;
use crate::context::Context;
use crate::failure::{Classify as _, Failure};
use crate::journal::{Filter, GroupBy};
use crate::secrets::{SecretKind, SecretName, SecretStore, StoreError};
use crate::session;
use crate::settings::file::File;
use crate::settings::{Settings, table};

/// Removes them from the store that the profile itself uses. What cannot be removed is a warning and no error: a store
/// that is locked, gone or read-only must not keep a profile from being removed.
pub(super) async fn secrets(ctx: &Context, config: &File, profile: &str) {
    let settings = ctx.settings.of_profile(profile, config);
    let store = match ctx.store_of(&settings) {
        Ok(store) => store,
        Err(failure) => {
            let why = failure.causes().join(": ");
            ctx.term.warn(format!("secrets of profile `{profile}` may still be kept: its store cannot be used: {why}"));
            return;
        }
    };
    let place = store.describe();
    let (listing, of) = (Arc::clone(&store), profile.to_owned());
    let listed = blocking::run(move || listing.names(&of)).await;
    let known = known(ctx, profile);
    let (names, complete) = match listed {
        Ok(Some(names)) => (names, true),
        Ok(None) => (known, false),
        Err(error) => return left(ctx, &settings, &known, &place, &error.into()),
    };
    let eraser = ctx.secret_eraser(store);
    for (at, name) in names.iter().enumerate() {
        match eraser.erase(name.clone()).await {
            Ok(_) => {}
            Err(session::Error::Store(StoreError::ReadOnly { .. })) => {
                ctx.term.warn(format!("what {place} holds for profile `{profile}` stays there: it is read-only"));
                return;
            }
            // What a store refuses once it refuses again, and each time may take as long.
            Err(error @ session::Error::Store(_)) => return left(ctx, &settings, &names[at..], &place, &error),
            Err(error) => left(ctx, &settings, &names[at..=at], &place, &error),
        }
    }
    if !complete {
        let lacking = "cannot list what it holds: tokens of connections that were never called from this machine stay";
        ctx.term.note(format!("{place} {lacking}"));
    }
}

/// Warns of what stays, and how to remove it later.
fn left(ctx: &Context, settings: &Settings, names: &[SecretName], place: &str, error: &session::Error) {
    let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    ctx.term.warn(format!("{list} may still be kept in {place}: {error}"));
    let first = match error {
        session::Error::Store(StoreError::NoPassphrase { .. }) => error.hint(),
        _ => None,
    };
    let first = first.map_or_else(|| "once it works,".to_owned(), |hint| format!("{hint}; then"));
    let again = format!("{} makini logout --profile {}", variables(settings), settings.profile());
    ctx.term.warn(format!("{first} `{again}` tries again"));
}

/// Returns the variables that select the same store once the profile is gone, quoted for a shell.
fn variables(settings: &Settings) -> String {
    let keys = ["secret_store", "secret_file", "secret_key_file", "secret_helper"];
    let words = keys.into_iter().filter_map(|key| {
        let variable = table::find(key)?.env;
        Some(format!("{variable}={}", shell_words::quote(settings.maybe(key)?)))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns what a profile can have, with the connections that were called from this machine.
fn known(ctx: &Context, profile: &str) -> Vec<SecretName> {
    let own = [SecretKind::Token, SecretKind::ClientSecret, SecretKind::WebhookSecret];
    let connections = called(ctx, profile).unwrap_or_default().into_iter().map(SecretKind::Connection);
    own.into_iter().chain(connections).map(|kind| SecretName { profile: profile.to_owned(), kind }).collect()
}

/// Returns the IDs of the connections in the journal.
fn called(ctx: &Context, profile: &str) -> Result<Vec<String>, Failure> {
    let Some(journal) = ctx.journal().ok().filter(|journal| journal.path().exists()) else {
        return Ok(Vec::new());
    };
    let filter = Filter { profile: Some(profile.to_owned()), ..Filter::default() };
    let found = journal.summarise(&filter, GroupBy { connection: true, ..GroupBy::default() })?;
    Ok(found.groups.into_iter().filter_map(|group| group.connection_id).collect())
}
