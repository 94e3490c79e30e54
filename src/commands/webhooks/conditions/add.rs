//! `makini webhooks conditions add`.

use serde::Serialize;

use super::expression::Expression;
use super::list::{card, event};
use crate::api::entities;
use crate::api::webhooks::WebhookCondition;
use crate::args::{ConnectionFilter, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::suggest::did_you_mean;
use crate::term::Line;
use crate::view::{Page, View};

/// Add a condition
///
/// When a row is created or changed, by a call or by a sync, and its field matches the condition, the event `flow.NAME`
/// is sent to the webhook endpoints that subscribe to it.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks conditions add --connection 'Plant 7' --entity work-orders \\\n      --when 'status equals Completed' --name closed",
])]
pub struct Args {
    /// Entity, for example `work-orders`
    #[arg(long, value_name = "ENTITY")]
    entity: String,

    /// Condition: `status equals Completed`
    ///
    /// Also: `severity is not Low`, `actualTime >= 8`, `title contains pump`, `dueAt exists`, `dueAt is missing`.
    #[arg(long, value_name = "CONDITION")]
    when: Expression,

    /// Name of the event, without `flow.`
    #[arg(long, value_name = "NAME")]
    name: String,

    #[command(flatten)]
    connection: ConnectionFilter,
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Added>()?;
    let client = ctx.client().await?;
    let connection_id = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    // `work-order` is accepted for `work-orders`; an entity that is not in the catalogue may still exist on the server.
    let entity = entities::find(&args.entity).map_or(args.entity, |known| known.path.to_owned());
    // An event is named by what follows `flow.`, and it is natural to type all of it.
    let name = args.name.strip_prefix("flow.").map_or(args.name.clone(), str::to_owned);
    let Expression { field, operator, value } = args.when;
    let new = WebhookCondition { name, connection_id, entity, field, operator, value, ..WebhookCondition::default() };
    let made = client.create_webhook_condition(&new).await.during(|| "could not add the webhook condition".into());
    ctx.show(&Added(made.map_err(|failure| closest(failure, &new))?))
}

/// Adds the closest known name of a refused entity or field as a hint.
fn closest(failure: Failure, new: &WebhookCondition) -> Failure {
    if failure.exit != Exit::Refused {
        return failure;
    }
    let hint = match entities::find(&new.entity) {
        None => did_you_mean(&new.entity, entities::all().iter().map(|known| known.path)),
        Some(known) if known.field(&new.field).is_none() => {
            did_you_mean(&new.field, known.fields.iter().map(|field| field.name))
        }
        Some(_) => None,
    };
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Added(WebhookCondition);

impl View for Added {
    const SCHEMA: &'static str = "webhooks.conditions.add/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.card(&card(&self.0, &look));
        let event = event(&self.0);
        let quoted = shell_words::quote(&event);
        page.line(Line::new().commands(&format!(
            "`makini webhooks endpoints add https://example.com/hook --event {quoted} --secret-file webhook-secret.txt` has it sent to such an address."
        )));
    }
}
