//! `makini flows add`, `run` and `remove`.

use serde::Serialize;
use serde_json::Value;

use super::list::{FlowDetails, find};
use super::logs::ExecutionDetails;
use crate::api::flows::NewFlow;
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Add a Flow to a connection
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows add low-stock --connection \"Plant 7\""])]
pub struct AddArgs {
    /// Flow template, as listed by `makini flows templates`
    #[arg(value_name = "TEMPLATE")]
    template: String,

    /// Connection: ID, name or unique prefix
    #[arg(long, value_name = "CONNECTION")]
    connection: String,
}

/// Sets it up.
pub async fn add(ctx: &Context, args: AddArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<FlowDetails>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?.id().to_owned();
    let new = NewFlow { template: args.template, connection_id: connection };
    let flow = client.create_flow(&new).await.during(|| "could not set the flow up".into())?;
    ctx.show(&FlowDetails(flow))
}

/// Start a Flow now
///
/// Does not wait for the execution to end; `makini flows logs` shows its progress.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini flows run low-stock",
    "makini flows run service-request-intake --input '{\"title\":\"Leak\",\"assetKey\":\"A-7\"}'",
])]
pub struct RunArgs {
    /// Flow: ID, unique prefix, or template if only one connection has it
    #[arg(value_name = "FLOW")]
    flow: String,

    /// Input as JSON
    #[arg(long, value_name = "JSON", default_value = "null", hide_default_value = true)]
    input: String,
}

/// Starts it.
pub async fn start(ctx: &Context, args: RunArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<ExecutionDetails>()?;
    let input: Value =
        serde_json::from_str(&args.input).map_err(|error| Failure::usage(format!("`--input` is no JSON: {error}")))?;
    let client = ctx.client().await?;
    let flow = find(client, &args.flow).await?;
    let id = flow.id.unwrap_or_default();
    let execution = client.run_flow(&id, &input).await.during(|| format!("could not start the flow {id}"))?;
    ctx.show(&ExecutionDetails(execution))
}

/// Remove a Flow and its executions
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows remove low-stock --yes"])]
pub struct RemoveArgs {
    /// Flow: ID, unique prefix, or template if only one connection has it
    #[arg(value_name = "FLOW")]
    flow: String,
}

/// Asks, and removes it.
pub async fn remove(ctx: &Context, args: RemoveArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Removed>()?;
    let client = ctx.client().await?;
    let flow = find(client, &args.flow).await?;
    let (id, name) = (flow.id.unwrap_or_default(), flow.template.template.unwrap_or_default());
    let label = format!("Remove the flow `{name}` ({id})?");
    ctx.confirm(&Question::new(&label, "--yes").help("What runs of it is stopped, and what it did is forgotten."))?;
    client.delete_flow(&id).await.during(|| format!("could not remove the flow {id}"))?;
    resolve::is_gone(client.flows(None).await, &id)?;
    ctx.show(&Removed { id, template: name, removed: true })
}

#[derive(Serialize)]
struct Removed {
    id: String,
    template: String,
    removed: bool,
}

impl View for Removed {
    const SCHEMA: &'static str = "flows.remove/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().good("removed").text(": ").name(&self.template).text(" ").id(&self.id));
    }
}
