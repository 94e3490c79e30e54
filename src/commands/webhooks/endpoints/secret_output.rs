//! Output of the secret of an endpoint. The server returns it once.

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
use crate::shell::operand;
use crate::term::Line;
use crate::view::{Card, Cell, Page};

/// Where the secret goes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Secret")]
pub(super) struct SecretOutputArgs {
    /// Write the secret to this new private file
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    /// Store the secret as the webhook secret of this profile
    #[arg(long)]
    store_secret: bool,

    /// Print the secret with the output
    #[arg(long)]
    reveal: bool,
}

/// Where the secret was written; the secret itself only with `--reveal`.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct SecretLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_file: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_store: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl SecretOutputArgs {
    /// Fails before anything is sent when the secret would be lost, or a file overwritten.
    pub(super) fn check(&self, ctx: &Context) -> Result<(), Failure> {
        if self.secret_file.is_none() && !self.store_secret && !self.reveal {
            return Err(Failure::usage("the server returns the secret once, and no place for it is given").hint(
                "`--secret-file FILE` writes it to a file, `--store-secret` keeps it in the secret store, \
                 `--reveal` prints it",
            ));
        }
        if self.store_secret && !ctx.secrets()?.is_persistent() {
            return Err(Failure::usage("no secret store is in use here: it would be gone with this command")
                .hint("`--secret-file FILE` writes it to a file; `MAKINI_SECRET_STORE` chooses a store"));
        }
        match &self.secret_file {
            Some(file) if file.exists() => Err(Failure::usage(format!("`{}` already exists", file.display()))
                .hint("name a new file: another secret may be in use")),
            _ => Ok(()),
        }
    }

    /// Writes the secret.
    pub(super) async fn write(
        &self,
        ctx: &Context,
        id: &str,
        secret: Option<Secret>,
    ) -> Result<SecretLocation, Failure> {
        let rotate = format!("`makini webhooks endpoints rotate {}`", operand(id));
        let Some(secret) = secret else {
            return Err(Failure::new(Exit::Unavailable, "the server did not return the secret")
                .hint(format!("{rotate} gets another")));
        };
        let mut location = SecretLocation::default();
        let lost = || format!("the endpoint is there, and its secret is lost; {rotate} gets another");
        if let Some(file) = &self.secret_file {
            files::save(file, format!("{}\n", secret.expose()).as_bytes(), Access::Owner, "")
                .map_err(|failure| failure.hint(lost()))?;
            location.secret_file = Some(file.clone());
        }
        if self.store_secret {
            let store = ctx.secrets()?;
            let name = SecretName { profile: ctx.settings.profile().to_owned(), kind: SecretKind::WebhookSecret };
            location.secret_store = Some(store.describe());
            let putting = secret.clone();
            blocking::run(move || store.put(&name, &putting))
                .await
                .during(|| "could not store the secret".into())
                .map_err(|failure| failure.hint(lost()))?;
        }
        location.secret = self.reveal.then(|| secret.expose().to_owned());
        Ok(location)
    }
}

/// An endpoint, and where its secret was written.
#[derive(Serialize)]
pub(super) struct EndpointWithSecret {
    #[serde(flatten)]
    pub(super) endpoint: WebhookEndpoint,
    #[serde(flatten)]
    pub(super) location: SecretLocation,
}

impl EndpointWithSecret {
    /// Shows both.
    pub(super) fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let location = &self.location;
        let card: Card<'_> = super::list::card(&self.endpoint, &look)
            .opt("Secret", location.secret.as_deref().map(Cell::text))
            .opt("Secret in", location.secret_file.as_ref().map(|file| Cell::path(file.display().to_string())))
            .opt("Secret in store", location.secret_store.as_deref().map(Cell::text));
        page.card(&card);
        if let Some(file) = &location.secret_file {
            let file = shell_words::quote(&file.display().to_string()).into_owned();
            page.line(Line::new().commands(&format!("`makini webhooks listen --secret-file {file}` receives with it")));
        }
    }
}
