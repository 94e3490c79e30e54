//! `makini webhooks conditions remove`.

use super::expression::Expression;
use super::list::event;
use crate::api::webhooks::WebhookCondition;
use crate::args::examples;
use crate::args::resolve::{self, Resource};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::prompt::Question;
use crate::view::removed::{Removable, Removed};

/// Remove a condition
///
/// Events that were sent are still delivered.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks conditions remove closed --yes"])]
pub struct Args {
    /// Condition: ID, name or unique prefix of the ID
    #[arg(value_name = "CONDITION")]
    condition: String,
}

impl Removable for WebhookCondition {
    const REMOVED: &'static str = "webhooks.conditions.remove/1";
}

impl Resource for WebhookCondition {
    const NOUN: &'static str = "webhook condition";
    const LIST_HINT: &'static str = "`makini webhooks conditions list` lists them";

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn alias(&self) -> Option<&str> {
        Some(&self.name)
    }
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Removed<WebhookCondition>>()?;
    let client = ctx.client().await?;
    let all = client.webhook_conditions().await.during(|| "could not list webhook conditions".into())?;
    let condition = resolve::resource(all, &args.condition)?;
    let label = format!("Remove the condition `{}`?", condition.name);
    let when = Expression::from(&condition);
    let help = format!("Rows of {} no longer send `{}` when {when}.", condition.entity, event(&condition));
    ctx.confirm(&Question::new(&label, "--yes").help(&help))?;
    let (id, name) = (condition.id.unwrap_or_default(), condition.name);
    client.delete_webhook_condition(&id).await.during(|| format!("could not remove the webhook condition {id}"))?;
    resolve::is_gone(client.webhook_conditions().await, &id)?;
    ctx.show(&Removed::<WebhookCondition>::new(id, name))
}
