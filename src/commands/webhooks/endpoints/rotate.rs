//! `makini webhooks endpoints rotate`.

use std::time::Duration;

use serde::Serialize;

use super::secret_output::{EndpointWithSecret, SecretOutputArgs};
use crate::args::examples;
use crate::commands::webhooks::endpoint_selector::endpoint;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::term::Line;
use crate::view::{Page, View};

/// Rotate the secret of an endpoint
///
/// Deliveries and retries are signed with the new secret immediately. During the overlap they also carry a signature of
/// the old secret in `X-Webhook-Signature-Previous`. To rotate without loss: let the receiver accept both secrets,
/// rotate, then remove the old one from the receiver.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks endpoints rotate whe_1 --secret-file new.secret --overlap 2d",
])]
pub struct Args {
    /// Endpoint: ID, URL or unique prefix of the ID
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// Time for which the old secret stays valid, up to `7d` [default: 1d]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    overlap: Option<Duration>,

    #[command(flatten)]
    secret_output: SecretOutputArgs,
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Rotated>()?;
    args.secret_output.check(ctx)?;
    let client = ctx.client().await?;
    let id = endpoint(client, &args.endpoint).await?.id.unwrap_or_default();
    let (endpoint, secret) = client
        .rotate_webhook_endpoint(&id, args.overlap.map(|time| time.as_secs()))
        .await
        .during(|| format!("could not give the webhook endpoint {id} a new secret"))?;
    let location = args.secret_output.write(ctx, &id, secret).await?;
    ctx.show(&Rotated(EndpointWithSecret { endpoint, location }))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Rotated(EndpointWithSecret);

impl View for Rotated {
    const SCHEMA: &'static str = "webhooks.endpoints.rotate/1";

    fn human(&self, page: &mut Page<'_>) {
        self.0.human(page);
        page.line(Line::new().text("Signed with the new secret from now on."));
    }
}
