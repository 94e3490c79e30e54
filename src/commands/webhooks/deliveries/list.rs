//! `makini webhooks deliveries list`.

use super::super::{endpoint_selector::endpoint, received};
use super::{faults, status};
use crate::api::operation::Operation;
use crate::api::webhooks::WebhookDelivery;
use crate::args::{ConnectionFilter, Limit, examples, resolve};
use crate::client::PageOptions;
use crate::client::call::DeliveryQuery;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::glob;
use crate::inbox::query::{Filter, Order};
use crate::samples::check_name;
use crate::view::{Cell, Column, Rows};

/// List deliveries, newest first
///
/// On a server that does not list deliveries, the events in the inbox of this machine are listed, with the source `inbox`;
/// without an inbox it ends with 15 there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks deliveries list --status failed"])]
pub struct Args {
    /// Only with this status, for example `failed`
    ///
    /// One of `pending`, `delivered`, `failed` and `lost`.
    #[arg(long, value_name = "STATUS", value_parser = ["pending", "delivered", "failed", "lost"], hide_possible_values = true)]
    status: Option<String>,

    /// Only deliveries to this endpoint (ID, URL or prefix)
    #[arg(long, value_name = "ENDPOINT")]
    endpoint: Option<String>,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Only this event, for example `sync.*`
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut rows = Rows::new(&ctx.term, &ctx.out, "webhooks.deliveries.list/1", COLUMNS, "No such deliveries.")?
        .dated_by(|| ctx.now());
    let client = ctx.client().await?;
    let during = || "could not list deliveries".to_owned();
    let connection = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    let filter = || Filter {
        connection: connection.clone(),
        event: args.event.clone(),
        limit: Some(args.limit.get_u32()),
        order: Order::Newest,
        ..Filter::default()
    };
    let is_received = args.endpoint.is_none() && args.status.as_deref().is_none_or(|status| status == "delivered");
    if is_received && client.offered(Operation::WebhookDeliveryList).await.during(during)?.is_none() {
        let found = received::entries(ctx, filter()).await?;
        let found = received::known(found, Operation::WebhookDeliveryList).during(during)?;
        ctx.term.warn(
            "this server does not list deliveries: these are the events that this machine received (`makini webhooks inbox \
             list`); deliveries to elsewhere, and those that failed, are not known",
        );
        for entry in found {
            rows.push(received::delivery(entry))?;
        }
        rows.finish()?;
        return Ok(Exit::Ok);
    }
    let endpoint_id = match args.endpoint.as_deref() {
        Some(text) => endpoint(client, text).await?.id,
        None => None,
    };
    let event = args.event.as_deref();
    // A server may not know patterns, so those are applied here.
    let pattern = event.filter(|event| event.contains('*'));
    let exact = event.filter(|_| pattern.is_none()).map(str::to_owned);
    let query = DeliveryQuery { endpoint_id, status: args.status, connection_id: connection, event: exact };
    let limit = args.limit.get();
    let options =
        PageOptions { per_page: Some(args.limit.per_page()), first: None, limit: pattern.is_none().then_some(limit) };
    let mut left = limit;
    let mut pages = client.webhook_deliveries(&query, options).await.during(during)?;
    while let Some(page) = pages.next().await.during(during)? {
        for delivery in page {
            let name = delivery.event.as_deref().unwrap_or_default();
            if left > 0 && event.is_none_or(|pattern| glob::matches(pattern, name)) {
                left -= 1;
                rows.push(delivery)?;
            }
        }
        rows.flush()?;
        if left == 0 {
            break;
        }
    }
    let total = pages.meta().total.filter(|_| pattern.is_none());
    let shown = rows.finish()?;
    args.limit.note_rest(ctx, shown, total);
    if let (0, Some(event)) = (shown, event) {
        // Nothing of an event that does not exist looks like good news.
        check_name(event)?;
    }
    Ok(Exit::Ok)
}

const COLUMNS: &[Column<WebhookDelivery>] = &[
    Column::new("id", "ID", |delivery: &WebhookDelivery, _| {
        // What came from the inbox has the ID of its event alone, and is looked up by it.
        Cell::maybe(delivery.id.as_deref().or(delivery.event_id.as_deref()), Cell::id)
    }),
    Column::new("event", "EVENT", |delivery: &WebhookDelivery, _| Cell::maybe(delivery.event.as_deref(), Cell::name))
        .essential(),
    Column::new("connection_id", "CONNECTION", |delivery: &WebhookDelivery, _| {
        Cell::maybe(delivery.connection_id.as_deref(), Cell::id)
    })
    .minor(),
    Column::new("status", "STATUS", |delivery: &WebhookDelivery, _| status(delivery)).essential(),
    Column::new("attempts", "TRIES", |delivery: &WebhookDelivery, _| Cell::maybe(delivery.attempts, Cell::count))
        .right(),
    Column::new("response_code", "ANSWER", |delivery: &WebhookDelivery, _| {
        Cell::maybe(delivery.response_code, Cell::number)
    })
    .right(),
    Column::new("next_attempt_at", "NEXT TRY", |delivery, look| {
        Cell::timestamp(delivery.next_attempt_at.as_deref(), look)
    }),
    Column::new("created_at", "MADE", |delivery, look| Cell::timestamp(delivery.created_at.as_deref(), look)),
    Column::new("faults", "FAULTS", |delivery, _| faults(&delivery.faults)),
    Column::new("endpoint_id", "ENDPOINT", |delivery: &WebhookDelivery, _| {
        Cell::maybe(delivery.endpoint_id.as_deref(), Cell::id)
    })
    .extra(),
    Column::new("event_id", "EVENT ID", |delivery: &WebhookDelivery, _| {
        Cell::maybe(delivery.event_id.as_deref(), Cell::id)
    })
    .extra(),
];
