//! `makini webhooks endpoints add`.

use clap::ValueEnum;

use super::secret_output::{EndpointWithSecret, SecretOutputArgs};
use crate::api::webhooks::NewWebhookEndpoint;
use crate::args::{ConnectionFilter, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::samples::check_names;
use crate::view::{Page, View};

/// Add an endpoint
///
/// The server returns the secret once: choose where to store it.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks endpoints add http://127.0.0.1:4747 --event 'sync.*' --secret-file hook.secret",
])]
pub struct Args {
    /// URL to deliver to
    #[arg(value_name = "URL")]
    url: String,

    /// Only this event (can be repeated)
    #[arg(long = "event", value_name = "PATTERN")]
    events: Vec<String>,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Serialization of JSON
    #[arg(long, value_name = "FORM", value_enum, hide_short_help = true)]
    format: Option<Form>,

    #[command(flatten)]
    secret_output: SecretOutputArgs,
}

/// How JSON is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Like `JSON.stringify`
    Compact,
    /// Like PHP: `\/` and `\uXXXX`
    Php,
}

impl Form {
    /// Returns the name in the API.
    pub(super) fn wire(self) -> String {
        match self {
            Self::Compact => "compact".into(),
            Self::Php => "php".into(),
        }
    }
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Added>()?;
    check_names(&args.events)?;
    args.secret_output.check(ctx)?;
    let client = ctx.client().await?;
    let connection = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    let new = NewWebhookEndpoint {
        url: Some(args.url),
        events: Some(args.events),
        connection_id: connection,
        enabled: None,
        format: args.format.map(Form::wire),
    };
    let (endpoint, secret) =
        client.create_webhook_endpoint(&new).await.during(|| "could not add the webhook endpoint".into())?;
    let location = args.secret_output.write(ctx, endpoint.id.as_deref().unwrap_or_default(), secret).await?;
    ctx.show(&Added(EndpointWithSecret { endpoint, location }))
}

#[derive(serde::Serialize)]
#[serde(transparent)]
struct Added(EndpointWithSecret);

impl View for Added {
    const SCHEMA: &'static str = "webhooks.endpoints.add/1";

    fn human(&self, page: &mut Page<'_>) {
        self.0.human(page);
    }
}
