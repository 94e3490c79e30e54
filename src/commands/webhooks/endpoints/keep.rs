//! Where the secret of an endpoint goes. The server tells it once.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::api::webhooks::WebhookEndpoint;
use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files::{self, Access};
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore as _};
use crate::term::Line;
use crate::view::{Card, Cell, Page};

/// Where the secret goes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Where the secret goes")]
pub(super) struct KeepArgs {
    /// Into a new file that only you can read
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    /// Into the secret store, as the webhook secret of this profile
    #[arg(long)]
    store_secret: bool,

    /// Onto the output, with everything else
    #[arg(long)]
    reveal: bool,
}

/// Where it went. The secret itself only where that was asked for.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Kept {
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_file: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_store: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl KeepArgs {
    /// Refuses to begin when the secret would be lost, or something in its place.
    pub(super) fn check(&self, ctx: &Context) -> Result<(), Failure> {
        if self.secret_file.is_none() && !self.store_secret && !self.reveal {
            return Err(Failure::usage("the server tells the secret once: where should it go?").hint(
                "`--secret-file FILE` writes it to a file, `--store-secret` keeps it in the secret store, \
                 `--reveal` prints it",
            ));
        }
        if self.store_secret && !ctx.secrets()?.is_persistent() {
            return Err(Failure::usage("no secret store is in use here: it would be gone with this command")
                .hint("`--secret-file FILE` writes it to a file; `MAKINI_SECRET_STORE` chooses a store"));
        }
        match &self.secret_file {
            Some(file) if file.exists() => Err(Failure::usage(format!("`{}` is there already", file.display()))
                .hint("name a new file: another secret may be in use")),
            _ => Ok(()),
        }
    }

    /// Puts it there.
    pub(super) async fn keep(&self, ctx: &Context, secret: Option<Secret>) -> Result<Kept, Failure> {
        let Some(secret) = secret else {
            return Err(Failure::new(Exit::Unavailable, "the server did not tell the secret")
                .hint("`makini webhooks endpoints rotate` gets another"));
        };
        let mut kept = Kept::default();
        let lost = || "the endpoint is there, and its secret is lost; `makini webhooks endpoints rotate` gets another";
        if let Some(file) = &self.secret_file {
            files::save(file, format!("{}\n", secret.expose()).as_bytes(), Access::Owner, "")
                .map_err(|failure| failure.hint(lost()))?;
            kept.secret_file = Some(file.clone());
        }
        if self.store_secret {
            let store = ctx.secrets()?;
            let name = SecretName { profile: ctx.settings.profile().to_owned(), kind: SecretKind::WebhookSecret };
            kept.secret_store = Some(store.describe());
            let putting = secret.clone();
            blocking::run(move || store.put(&name, &putting))
                .await
                .during(|| "could not store the secret".into())
                .map_err(|failure| failure.hint(lost()))?;
        }
        kept.secret = self.reveal.then(|| secret.expose().to_owned());
        Ok(kept)
    }
}

/// An endpoint whose secret was told.
#[derive(Serialize)]
pub(super) struct Told {
    #[serde(flatten)]
    pub(super) endpoint: WebhookEndpoint,
    #[serde(flatten)]
    pub(super) kept: Kept,
}

impl Told {
    /// Shows both.
    pub(super) fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let kept = &self.kept;
        let card: Card<'_> = super::list::card(&self.endpoint, &look)
            .opt("Secret", kept.secret.as_deref().map(Cell::text))
            .opt("Secret in", kept.secret_file.as_ref().map(|file| Cell::path(file.display().to_string())))
            .opt("Secret in store", kept.secret_store.as_deref().map(Cell::text));
        page.card(&card);
        if let Some(file) = &kept.secret_file {
            let file = shell_words::quote(&file.display().to_string()).into_owned();
            page.line(Line::new().commands(&format!("`makini webhooks listen --secret-file {file}` receives with it")));
        }
    }
}
