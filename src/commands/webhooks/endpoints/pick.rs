//! Finds the endpoint that a text means: by ID, by address, or by an unmistakable beginning of its ID.

use crate::api::webhook::WebhookEndpoint;
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Finds it.
///
/// # Errors
/// [`Exit::NotFound`] when there is none; [`Exit::Usage`] when the text means several.
pub(in crate::commands::webhooks) async fn pick(client: &Client, text: &str) -> Result<WebhookEndpoint, Failure> {
    let all = client.webhook_endpoints().await.during(|| "could not list webhook endpoints".into())?;
    let exact = |endpoint: &&WebhookEndpoint| endpoint.id.as_deref() == Some(text) || endpoint.url == text;
    let begins = |endpoint: &&WebhookEndpoint| endpoint.id.as_deref().is_some_and(|id| id.starts_with(text));
    let mut found: Vec<&WebhookEndpoint> = all.iter().filter(exact).collect();
    if found.is_empty() && !text.is_empty() {
        found = all.iter().filter(begins).collect();
    }
    match found[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::new(Exit::NotFound, format!("there is no webhook endpoint `{text}`"))
            .hint("`makini webhooks endpoints list` lists them")),
        [first, second, ..] => {
            let id = |endpoint: &WebhookEndpoint| endpoint.id.clone().unwrap_or_default();
            Err(Failure::usage(format!("`{text}` means several webhook endpoints: {} and {}", id(first), id(second))))
        }
    }
}
