//! The secret store: an entry is written, read and deleted.

use std::sync::Arc;
use std::time::Duration;

use super::finding::Finding;
use super::token::environment_signs_in;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::secrets::{Probe, SecretKind, SecretName, SecretStore, StoreChoice, probe};

/// Added to the store's own time limit, which it may not keep.
const GRACE: Duration = Duration::from_secs(5);

/// The result of the check.
pub(super) struct Store {
    pub(super) finding: Finding,
    /// Whether the token can be read from it.
    pub(super) works: bool,
}

/// Writes, reads and deletes an entry.
pub(super) async fn check(ctx: &Context) -> Store {
    let works = |finding| Store { finding, works: true };
    let store = match ctx.chosen_store() {
        Ok(store) => store,
        Err(failure) => return Store { finding: Finding::failed("secret store", &failure), works: false },
    };
    let name = store.describe();
    let choice = ctx.settings.text("secret_store").parse();
    if matches!(choice, Ok(StoreChoice::File)) {
        let named = ctx.settings.path("secret_file", &ctx.env);
        if let Some(file) = named.or_else(|| ctx.settings.paths.secrets_file().ok())
            && !file.exists()
        {
            return works(Finding::ok("secret store", format!("{name}: no `{}` yet", file.display())));
        }
    }
    if matches!(choice, Ok(StoreChoice::None)) {
        return works(Finding::ok("secret store", format!("{name}; nothing to try")));
    }
    let limit = ctx.settings.duration("keyring_timeout").saturating_add(GRACE);
    // Reading a passphrase takes a person as long as it takes.
    let limit = if matches!(choice, Ok(StoreChoice::File)) { Duration::MAX } else { limit };
    let reading = Arc::clone(&store);
    let trying = tokio::task::spawn_blocking(move || probe(&*store));
    let failure = match tokio::time::timeout(limit, trying).await {
        Ok(Ok(Ok(Probe::Works))) => {
            return works(Finding::ok("secret store", format!("{name}: wrote, read and deleted an entry")));
        }
        Ok(Ok(Ok(Probe::ReadOnly))) => return works(read_only(ctx, name, reading).await),
        Ok(Ok(Err(error))) => Failure::from(error),
        Ok(Err(error)) => Failure::new(Exit::Bug, error.to_string()),
        Err(_) => Failure::new(Exit::Local, format!("{name} did not answer within {} s", limit.as_secs())),
    };
    let finding = Finding::failed("secret store", &failure)
        .or_remedy("choose another store: `makini login --secret-store file`; in CI set `MAKINI_TOKEN`");
    // Where the environment signs in, no store is called.
    let is_unused = environment_signs_in(ctx);
    Store { finding: if is_unused { finding.only_warning() } else { finding }, works: false }
}

/// Reads the token, which is all that can be tried of a command.
async fn read_only(ctx: &Context, name: String, store: Arc<dyn SecretStore>) -> Finding {
    let token = SecretName { profile: ctx.settings.profile().to_owned(), kind: SecretKind::Token };
    let wanted = token.to_string();
    let tried = tokio::task::spawn_blocking(move || (store.get(&token), store.complaint(&token))).await;
    match tried {
        Ok((Ok(Some(_)), _)) => Finding::ok("secret store", format!("{name}: read-only, printed `{wanted}`")),
        Ok((Ok(None), Some(complaint))) => Finding::warning(
            "secret store",
            format!("{name}: read-only; {complaint}"),
            "add the entry, or log in by other means",
        ),
        Ok((Ok(None), None)) => Finding::ok("secret store", format!("{name}: read-only, has no `{wanted}`")),
        Ok((Err(error), _)) => Finding::failed("secret store", &Failure::from(error)),
        Err(error) => Finding::failed("secret store", &Failure::new(Exit::Bug, error.to_string())),
    }
}
