//! `makini api endpoints verify`.

use serde::Serialize;

use crate::api::connections::Lifecycle;
use crate::api::operation::Operation;
use crate::args::{ConnectionFilter, examples, resolve};
use crate::client::call::{DeliveryQuery, ExecutionQuery, ListQuery, MetricsQuery, RequestQuery};
use crate::client::{Client, Error, Named, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Column, Columns, Grid, List, Listed, Look, View, counted};

/// Verify endpoints: call each read and check the shape of its answer
///
/// Calls every read that the profile maps or the server advertises, as the commands do, and changes nothing. Those of a
/// connection are tried with the first one, or the one of `--connection`.
///
/// Ends with 1 if an answer is not of the promised shape, or there is nothing at the path; with 6 if there is no read to call.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini api endpoints verify --connection \"Plant 7\""])]
pub(super) struct Args {
    #[command(flatten)]
    connection: ConnectionFilter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    /// As promised.
    Right,
    /// Another shape.
    Differs,
    /// There is nothing at the path.
    Missing,
    /// The server refused the call, which says nothing of the shape.
    Refused,
    /// There is nothing to call it with, such as a first row of a list, or no command calls it.
    Untried,
}

/// What a read returned.
enum Answer {
    One(bool),
    Rows(usize),
}

/// Calls them.
pub(super) async fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Verified>()?;
    let client = ctx.client().await?;
    let connection = if let Some(text) = args.connection.as_deref() {
        Some(resolve::connection(ctx, client, text).await?.id().to_owned())
    } else {
        let first = PageOptions { limit: Some(1), ..PageOptions::default() };
        let listed = client.connection_pages(first).next().await.during(|| "could not list the connections".into())?;
        listed.and_then(|rows| rows.first().map(|row| row.id().to_owned()))
    };
    let mut rows = Vec::new();
    for (operation, found) in client.endpoints().await.during(|| "could not read what this server offers".into())? {
        let Some((endpoint, named)) = found.filter(|_| operation.method() == "GET") else { continue };
        let (verdict, detail) = judge(read(client, operation, connection.as_deref()).await)
            .during(|| format!("could not call {} {}", endpoint.method, endpoint.path))?;
        rows.push(Row {
            operation: operation.name(),
            method: endpoint.method,
            path: endpoint.path,
            named_by: if named == Named::Profile { "profile" } else { "server" },
            verdict,
            detail,
        });
    }
    if rows.is_empty() {
        let failure =
            Failure::new(Exit::NotFound, "nothing to verify: no read is mapped, and the server advertises none");
        return Err(failure.hint("`makini api endpoints import --help` says how to map them"));
    }
    ctx.show(&Verified(List(rows)))
}

/// Returns the verdict; an error where the server cannot be reached or the login is wrong.
fn judge(answer: Option<Result<Answer, Error>>) -> Result<(Verdict, String), Error> {
    Ok(match answer {
        None => (Verdict::Untried, "there is no row to try it with".into()),
        Some(Ok(Answer::One(true))) => (Verdict::Right, "an object".into()),
        Some(Ok(Answer::One(false))) => (Verdict::Missing, "404 for a row that there is".into()),
        Some(Ok(Answer::Rows(count))) => {
            (Verdict::Right, format!("a list, {} of its first page", counted(count as u64, "row")))
        }
        Some(Err(error)) => match (error.status(), &error) {
            (_, Error::Broken { .. } | Error::TooLarge { .. } | Error::Redirected { .. }) => {
                (Verdict::Differs, error.to_string())
            }
            (Some(404 | 405 | 410 | 501), _) => (Verdict::Missing, error.to_string()),
            (Some(401) | None, _) => return Err(error),
            (Some(_), _) => (Verdict::Refused, error.to_string()),
        },
    })
}

/// Calls one as the commands do. Nothing where there is nothing to call it with.
async fn read(client: &Client, operation: Operation, id: Option<&str>) -> Option<Result<Answer, Error>> {
    /// The number of rows of the first page.
    macro_rules! page {
        ($pages:expr) => {
            match $pages {
                Ok(mut pages) => pages.next().await.map(|page| Answer::Rows(page.map_or(0, |rows| rows.len()))),
                Err(error) => Err(error),
            }
        };
    }
    /// The ID of the first row of another list, where that is offered.
    macro_rules! first {
        ($pages:expr) => {
            $pages.ok()?.next().await.ok()??.into_iter().next()?.id?
        };
    }
    let few = || PageOptions { limit: Some(1), ..PageOptions::default() };
    let one = |_| Answer::One(true);
    let rows = |count: usize| Answer::Rows(count);
    Some(match operation {
        Operation::ConnectionGet => client.connection(id?).await.map(|found| Answer::One(found.is_some())),
        Operation::MagicLinkList => page!(client.magic_link_pages(few()).await),
        Operation::SyncList => page!(client.sync_pages(id?, few()).await),
        Operation::SyncGet => {
            let sync = first!(client.sync_pages(id?, few()).await);
            client.sync(id?, &sync).await.map(|_| Answer::One(true))
        }
        Operation::SyncStatus => client.sync_status(id?).await.map(|_| Answer::One(true)),
        Operation::ConnectionSettingsGet => client.connection_settings(id?).await.map(one),
        Operation::MappingGet => client.mappings(id?, None).await.map(|all| rows(all.len())),
        Operation::RequestList => page!(client.request_pages(&RequestQuery::default(), few()).await),
        Operation::RequestGet => {
            let request = first!(client.request_pages(&RequestQuery::default(), few()).await);
            client.request(&request).await.map(|found| Answer::One(found.is_some()))
        }
        Operation::MetricsQuery => client.metrics(&MetricsQuery::default()).await.map(|_| Answer::One(true)),
        Operation::CreditsGet => client.credits().await.map(|_| Answer::One(true)),
        Operation::PlatformGet => {
            let slug = client.platforms().await.ok()?.first()?.slug.clone()?;
            client.platform(&slug).await.map(|found| Answer::One(found.is_some()))
        }
        Operation::WebhookEndpointList => client.webhook_endpoints().await.map(|all| rows(all.len())),
        Operation::WebhookDeliveryList => page!(client.webhook_deliveries(&DeliveryQuery::default(), few()).await),
        Operation::WebhookDeliveryGet => {
            let delivery = first!(client.webhook_deliveries(&DeliveryQuery::default(), few()).await);
            client.webhook_delivery(&delivery).await.map(|_| Answer::One(true))
        }
        Operation::WebhookConditionList => client.webhook_conditions().await.map(|all| rows(all.len())),
        Operation::AlertRuleList => client.alert_rules().await.map(|all| rows(all.len())),
        Operation::AlertFiring => client.firing_alerts().await.map(|all| rows(all.len())),
        Operation::AlertChangeList => client.alert_changes(None).await.map(|all| rows(all.len())),
        Operation::FlowTemplateList => client.flow_templates().await.map(|all| rows(all.len())),
        Operation::FlowList => client.flows(None).await.map(|all| rows(all.len())),
        Operation::FlowGet => {
            let flow = client.flows(None).await.ok()?.into_iter().next()?.id?;
            client.flow(&flow).await.map(|_| Answer::One(true))
        }
        Operation::FlowExecutionList => page!(client.flow_executions(&ExecutionQuery::default(), few()).await),
        Operation::FlowExecutionGet => {
            let execution = first!(client.flow_executions(&ExecutionQuery::default(), few()).await);
            client.flow_execution(&execution).await.map(|_| Answer::One(true))
        }
        Operation::RetainedDataList => {
            let all = client.connections_of_all_time().await.ok()?;
            let ended = all.into_iter().find(|row| row.lifecycle() == Lifecycle::Disconnected)?;
            let system = client.platform(ended.integration_name.as_deref()?).await.ok()??;
            // Every domain has sites.
            let (at, how) = ((system.domains.first()?.as_str(), "sites"), (few(), Purpose::Call));
            page!(client.retained_entities(ended.id(), at, &ListQuery::default(), how).await)
        }
        Operation::ConnectionEventsGet => client.connection_events(id?).await.map(|_| Answer::One(true)),
        _ => return None,
    })
}

/// All of them.
#[derive(Serialize)]
#[serde(transparent)]
struct Verified(List<Row>);

impl View for Verified {
    const SCHEMA: &'static str = "api.endpoints.verify/1";

    fn columns() -> Columns {
        Columns::of(Row::COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        self.0.table(look)
    }

    fn exit(&self) -> Exit {
        let is_wrong = |row: &Row| matches!(row.verdict, Verdict::Differs | Verdict::Missing);
        if self.0.0.iter().any(is_wrong) { Exit::Unhealthy } else { Exit::Ok }
    }
}

/// A read that was called.
#[derive(Serialize)]
struct Row {
    operation: &'static str,
    method: String,
    path: String,
    named_by: &'static str,
    verdict: Verdict,
    detail: String,
}

impl Listed for Row {
    const SCHEMA: &'static str = Verified::SCHEMA;
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("operation", "OPERATION", |row: &Row, _| Cell::name(row.operation)),
        Column::new("verdict", "VERDICT", |row: &Row, _| match row.verdict {
            Verdict::Right => Cell::good("right"),
            Verdict::Differs => Cell::bad("differs"),
            Verdict::Missing => Cell::bad("missing"),
            Verdict::Refused => Cell::caution("refused"),
            Verdict::Untried => Cell::muted("untried"),
        }),
        Column::new("detail", "ANSWER", |row: &Row, _| Cell::text(row.detail.as_str())),
        Column::new("path", "PATH", |row: &Row, _| Cell::path(row.path.as_str())).minor(),
        Column::new("named_by", "NAMED BY", |row: &Row, _| Cell::text(row.named_by)).minor(),
        Column::new("method", "METHOD", |row: &Row, _| Cell::text(row.method.as_str())).extra(),
    ];
    // Nothing to verify is an error.
    const EMPTY: &'static str = "";
}
