//! `makini flows list`, `show` and `templates`.

use serde::Serialize;

use crate::api::flows::{Flow, FlowTemplate};
use crate::api::operation::Operation;
use crate::args::resolve::{self, Resource};
use crate::args::{ConnectionFilter, examples};
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::sync::state;
use crate::view::{Card, Cell, Column, List, Listed, Page, View};

/// List the available Flow templates
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows templates"])]
pub struct TemplateArgs {}

/// List the Flows of your connections
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows list --connection \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionFilter,
}

/// Show a Flow
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows show low-stock"])]
pub struct ShowArgs {
    /// Flow: ID, unique prefix, or template if only one connection has it
    #[arg(value_name = "FLOW")]
    flow: String,
}

/// Lists what can be set up.
pub async fn templates(ctx: &Context, _args: TemplateArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<FlowTemplate>>()?;
    let all = ctx.client().await?.flow_templates().await.during(|| "could not list flows".into())?;
    ctx.show(&List(all))
}

/// Lists what is set up.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<Flow>>()?;
    let client = ctx.client().await?;
    let connection = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    let all = client.flows(connection.as_deref()).await.during(|| "could not list flows".into())?;
    ctx.show(&List(all))
}

/// Shows one.
pub async fn show(ctx: &Context, args: ShowArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<FlowDetails>()?;
    let client = ctx.client().await?;
    let mut flow = find(client, &args.flow).await?;
    let during = || format!("could not show the flow `{}`", args.flow);
    // A row of the list may hold fewer fields than the single resource.
    if let (Some(id), Some(_)) = (&flow.id, client.offered(Operation::FlowGet).await.during(during)?) {
        flow = client.flow(id).await.during(during)?;
    }
    ctx.show(&FlowDetails(flow))
}

impl Resource for Flow {
    const NOUN: &'static str = "flow";
    const LIST_HINT: &'static str = "`makini flows list` lists them, `makini flows templates` what can be set up";

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn alias(&self) -> Option<&str> {
        self.template.template.as_deref()
    }
}

/// Finds the flow that a text means.
///
/// # Errors
/// [`Exit::NotFound`] when there is none; [`Exit::Usage`] when it means several.
pub(super) async fn find(client: &Client, text: &str) -> Result<Flow, Failure> {
    resolve::resource(client.flows(None).await.during(|| "could not list flows".into())?, text)
}

const TEMPLATES: &[Column<FlowTemplate>] = &[
    Column::new("template", "TEMPLATE", |it: &FlowTemplate, _| Cell::maybe(it.template.as_deref(), Cell::name)),
    Column::new("trigger", "STARTS ON", |it: &FlowTemplate, _| Cell::maybe(it.trigger.as_deref(), Cell::text)),
    Column::new("description", "WHAT IT DOES", |it: &FlowTemplate, _| {
        Cell::maybe(it.description.as_deref(), Cell::text)
    }),
    Column::new("steps", "STEPS", |it: &FlowTemplate, _| Cell::text(it.steps.join(", "))).extra(),
];

impl Listed for FlowTemplate {
    const SCHEMA: &'static str = "flows.templates/1";
    const COLUMNS: &'static [Column<Self>] = TEMPLATES;
    const EMPTY: &'static str = "This server has no flows to set up.";
}

fn status(word: Option<&str>) -> Cell<'_> {
    match word {
        Some("active") => Cell::good("active"),
        Some("stopped") => Cell::muted("stopped"),
        other => Cell::maybe(other, Cell::text),
    }
}

const COLUMNS: &[Column<Flow>] = &[
    Column::new("id", "ID", |flow: &Flow, _| Cell::maybe(flow.id.as_deref(), Cell::id)),
    Column::new("template", "FLOW", |flow: &Flow, _| Cell::maybe(flow.template.template.as_deref(), Cell::name)),
    Column::new("connection_id", "CONNECTION", |flow: &Flow, _| Cell::maybe(flow.connection_id.as_deref(), Cell::id))
        .minor(),
    Column::new("status", "STATUS", |flow: &Flow, _| status(flow.status.as_deref())).essential(),
    Column::new("trigger", "STARTS ON", |flow: &Flow, _| Cell::maybe(flow.template.trigger.as_deref(), Cell::text)),
    Column::new("executions", "RUNS", |flow: &Flow, _| Cell::maybe(flow.executions, Cell::count)).right(),
    Column::new("last_status", "LAST", |flow: &Flow, _| state(flow.last_status.as_deref())),
    Column::new("last_execution_at", "LAST RUN", |flow: &Flow, look| {
        Cell::timestamp(flow.last_execution_at.as_deref(), look)
    }),
    Column::new("next_execution_at", "NEXT RUN", |flow: &Flow, look| {
        Cell::timestamp(flow.next_execution_at.as_deref(), look)
    })
    .extra(),
];

impl Listed for Flow {
    const SCHEMA: &'static str = "flows.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No Flow yet. `makini flows templates` lists what can be set up.";
}

/// One flow, shown in full.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct FlowDetails(pub(super) Flow);

impl View for FlowDetails {
    const SCHEMA: &'static str = "flows.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let (flow, look) = (&self.0, page.look().clone());
        let card = Card::new()
            .row("Flow", Cell::maybe(flow.id.as_deref(), Cell::id))
            .opt("Name", flow.template.name.as_deref().map(Cell::name))
            .opt("Does", flow.template.description.as_deref().map(Cell::text))
            .opt("Starts on", flow.template.trigger.as_deref().map(Cell::text))
            .row("Connection", Cell::maybe(flow.connection_id.as_deref(), Cell::id))
            .row("Status", status(flow.status.as_deref()))
            .row("Runs", Cell::maybe(flow.executions, Cell::count))
            .opt("Last run", flow.last_execution_at.as_deref().map(|at| Cell::timestamp(Some(at), &look)))
            .opt("Next run", flow.next_execution_at.as_deref().map(|at| Cell::timestamp(Some(at), &look)));
        page.card(&card);
        page.blank();
        page.heading("Steps");
        for (number, step) in flow.template.steps.iter().enumerate() {
            page.text(&format!("{}. {step}", number + 1));
        }
    }
}
