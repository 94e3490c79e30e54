//! Resolves an endpoint: by ID, by URL, or by a unique beginning of its ID.

use crate::api::webhooks::WebhookEndpoint;
use crate::args::resolve::{self, Resource};
use crate::client::Client;
use crate::failure::{During as _, Failure};

impl Resource for WebhookEndpoint {
    const NOUN: &'static str = "webhook endpoint";
    const LIST_HINT: &'static str = "`makini webhooks endpoints list` lists them";

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn alias(&self) -> Option<&str> {
        Some(&self.url)
    }
}

/// Resolves an endpoint.
///
/// # Errors
/// [`Exit::NotFound`](crate::exit::Exit::NotFound) when there is none; [`Exit::Usage`](crate::exit::Exit::Usage) when
/// the text means several.
pub(super) async fn endpoint(client: &Client, text: &str) -> Result<WebhookEndpoint, Failure> {
    let all = client.webhook_endpoints().await.during(|| "could not list webhook endpoints".into())?;
    resolve::resource(all, text)
}
