//! `makini api get`, `post`, `put` and `delete`.

use std::path::Path;

use http::Method;
use serde::Serialize;
use serde_json::{Map, Value};

use super::sent_secrets;
use crate::api::path;
use crate::args::resolve;
use crate::client::call::Free;
use crate::client::{ApiResponse, Client, PageOptions, Scope, curl, timings};
use crate::context::Context;
use crate::exchange::{IMPOSSIBLE, Timing};
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files;
use crate::view::{Cell, Column, Columns, Format, Grid, Look, Page, Rows, View};

/// Largest body that is sent.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What every call takes.
#[derive(clap::Args, Debug)]
pub struct Call {
    /// Path, for example `/api/erp/vendors`; `{id}` is replaced by the connection ID
    #[arg(value_name = "PATH")]
    path: String,

    /// Use the token of this connection
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,

    /// Query parameter (can be repeated)
    #[arg(long, value_name = "NAME=VALUE")]
    query: Vec<String>,

    /// Request header (can be repeated)
    #[arg(long, value_name = "NAME: VALUE")]
    header: Vec<String>,

    /// Also print the status and the response headers
    #[arg(long, short = 'i')]
    include: bool,

    /// Print the curl command, send nothing
    ///
    /// The command does not contain the token.
    #[arg(long)]
    dry_run: bool,
}

/// What reading takes.
#[derive(clap::Args, Debug)]
pub struct Get {
    #[command(flatten)]
    call: Call,

    /// Fetch all pages, one item per line
    #[arg(long, conflicts_with = "include")]
    paginate: bool,
}

/// What writing takes.
#[derive(clap::Args, Debug)]
pub struct Write {
    #[command(flatten)]
    call: Call,

    /// File with the request body, `-` for stdin
    #[arg(long, value_name = "FILE")]
    input: Option<String>,
}

/// Calls with `GET`.
pub async fn get(ctx: &Context, args: Get) -> Result<Exit, Failure> {
    if !args.paginate || args.call.dry_run {
        return one(ctx, Method::GET, args.call, None).await;
    }
    let mut out = ctx.out.clone();
    if out.format() == Format::Table {
        out.format = Some(Format::Ndjson);
    }
    let client = ctx.client().await?;
    if out.format() == Format::Csv {
        return table(ctx, client, &args.call).await;
    }
    let mut rows = Rows::new(&ctx.term, &out, "api.list/1", ITEM, "The list is empty.")?.dated_by(|| ctx.now());
    let free = prepare(ctx, client, Method::GET, &args.call, None).await?;
    let during = || format!("could not read {}", free.path);
    let mut pages = client.pages::<Value>(free.outgoing().during(during)?, PageOptions::default()).allowing_bare();
    let progress = ctx.term.progress();
    let bar = progress.bar("items", None, crate::term::progress::Unit::Items);
    while let Some(page) = pages.next().await.during(during)? {
        bar.set_total(pages.meta().total);
        bar.inc(page.len() as u64);
        for item in page {
            rows.push(item)?;
        }
        rows.flush()?;
    }
    bar.clear();
    rows.finish()?;
    Ok(Exit::Ok)
}

/// Fetches all pages for CSV, whose columns are the fields of all items: those of the last one may be new.
async fn table(ctx: &Context, client: &Client, call: &Call) -> Result<Exit, Failure> {
    let free = prepare(ctx, client, Method::GET, call, None).await?;
    let during = || format!("could not read {}", free.path);
    let pages = client.pages::<Value>(free.outgoing().during(during)?, PageOptions::default());
    ctx.show(&Items(pages.all().await.during(during)?))
}

/// Items of any kind.
#[derive(Serialize)]
#[serde(transparent)]
struct Items(Vec<Value>);

impl View for Items {
    const SCHEMA: &'static str = "api.list/1";

    fn columns() -> Columns {
        Columns::Late
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of_objects(&self.0).empty("The list is empty."))
    }
}

/// The item itself, for a table.
const ITEM: &[Column<Value>] = &[Column::new("item", "ITEM", |item: &Value, _| Cell::text(item.to_string()))];

/// Calls with a body.
pub async fn write(ctx: &Context, method: Method, args: Write) -> Result<Exit, Failure> {
    let body = args.input.as_deref().map(|file| read(ctx, file)).transpose()?;
    one(ctx, method, args.call, body.map(|body| (args.input.unwrap_or_default(), body))).await
}

fn read(ctx: &Context, file: &str) -> Result<Vec<u8>, Failure> {
    if file == "-" {
        if ctx.term.terminal().stdin {
            let failure = Failure::usage("nothing is piped into stdin");
            return Err(failure.hint("pipe the body in, or give `--input FILE`"));
        }
        return Ok(ctx.term.read_stdin(LARGEST)?);
    }
    files::read(Path::new(file), LARGEST).map_err(|error| match error.kind() {
        std::io::ErrorKind::FileTooLarge => Failure::usage(format!("`{file}` is longer than {LARGEST} bytes")),
        _ => Failure::unreadable(file, &error),
    })
}

/// Calls once, and shows what comes back.
pub async fn one(ctx: &Context, method: Method, args: Call, body: Option<(String, Vec<u8>)>) -> Result<Exit, Failure> {
    ctx.out.check_for::<Response<'_>>()?;
    let client = ctx.client().await?;
    let file = body.as_ref().map(|(file, _)| file.clone());
    let free = prepare(ctx, client, method, &args, body.map(|(_, body)| body)).await?;
    if args.dry_run {
        let request = free.outgoing()?.request(client.server())?;
        let command = curl::command(&request, &free.scope, file.as_deref());
        return ctx.show(&DryRun { command });
    }
    let during = || format!("could not call {} {}", free.method, free.path);
    let started = ctx.clock.moment();
    let answer = client.free(&free).await.during(during)?;
    let took = ctx.clock.since(started);
    ctx.term.verbose(1, || {
        let attempts = if answer.attempts > 1 { format!(", {} attempts", answer.attempts) } else { String::new() };
        let server = answer.headers.get("server-timing").and_then(|value| value.to_str().ok());
        let server = server.map(|timing| format!(", server timing: {timing}")).unwrap_or_default();
        let (total, source) = timings(&answer.headers);
        let timing = Timing { elapsed: Some(took), server: total, source };
        let trouble = if timing.is_impossible() { format!("; {IMPOSSIBLE}") } else { String::new() };
        // As exact as the header, or the part would look longer than the whole.
        let ms = took.as_secs_f64() * 1000.0;
        format!("{} {}: {} in {ms:.3} ms{attempts}{server}{trouble}", free.method, free.path, answer.status)
    });
    let exit = show(ctx, &answer, args.include)?;
    answer.accepted().and_then(|answer| answer.is_from_the_api()).during(during).map_err(|failure| {
        if failure.exit == Exit::Forbidden && args.connection.is_none() {
            return failure.hint(
                "`--connection NAME` calls with the token of a connection; `makini connections list` lists them",
            );
        }
        failure
    })?;
    Ok(exit)
}

/// Shows a body of any kind: in a pipe byte for byte.
fn show(ctx: &Context, answer: &ApiResponse, include: bool) -> Result<Exit, Failure> {
    if ctx.out.format() != Format::Table || ctx.term.terminal().stdout {
        return ctx.show(&Response::of(answer, include));
    }
    ctx.term.data(|out| {
        if include {
            out.write_all(head(answer).as_bytes())?;
            out.write_all(b"\n")?;
        }
        out.write_all(&answer.body)?;
        if answer.body.is_empty() || answer.body.ends_with(b"\n") { Ok(()) } else { out.write_all(b"\n") }
    })?;
    Ok(Exit::Ok)
}

async fn prepare(
    ctx: &Context,
    client: &Client,
    method: Method,
    args: &Call,
    body: Option<Vec<u8>>,
) -> Result<Free, Failure> {
    if args.path.contains("://") || args.path.starts_with("//") {
        let failure = Failure::usage("the path contains a server, and tokens are sent to the configured server only");
        return Err(failure.hint(format!("give the path alone; the server is {}", client.server())));
    }
    let (bare, own_query) = args.path.split_once('?').unwrap_or((&args.path, ""));
    let mut query: Vec<(String, String)> = url::form_urlencoded::parse(own_query.as_bytes()).into_owned().collect();
    for text in &args.query {
        let (name, value) = text.split_once('=').ok_or_else(|| {
            Failure::usage(format!("`--query {text}` has no `=`")).hint("`--query NAME=VALUE` is its form")
        })?;
        query.push((name.to_owned(), value.to_owned()));
    }
    let mut headers = Vec::new();
    for text in &args.header {
        // Not repeated: it may hold a secret.
        let (name, value) = text
            .split_once(':')
            .ok_or_else(|| Failure::usage("a header has no `:`").hint("`--header 'NAME: VALUE'` is its form"))?;
        headers.push((name.trim().to_owned(), value.trim().to_owned()));
    }
    let mut bare = if bare.starts_with('/') { bare.to_owned() } else { format!("/{bare}") };
    let scope = match &args.connection {
        // A token that was given for one connection is used where one is asked for, never passed over.
        None if path::takes_connection_token(&bare) && ctx.env.text("MAKINI_CONNECTION_TOKEN").is_some() => {
            Scope::Connection(resolve::connection_or_own(ctx, client, None).await?.id().to_owned())
        }
        None => Scope::Application,
        Some(text) => {
            let found = resolve::connection(ctx, client, text).await?;
            bare = path::fill(&bare, &[("id", found.id()), ("connection", found.id())]);
            Scope::Connection(found.id().to_owned())
        }
    };
    let body = body.map(|body| {
        let json = serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_ok();
        (if json { "application/json" } else { "application/octet-stream" }.to_owned(), body)
    });
    let free = Free { method, path: bare, query, headers, body, scope, secrets: Vec::new() };
    Ok(Free { secrets: sent_secrets::of(&free), ..free })
}

/// Returns the status and the headers, a line each.
fn head(answer: &ApiResponse) -> String {
    let mut text = format!("{}\n", answer.status);
    for (name, value) in headers(answer) {
        text += &format!("{name}: {value}\n");
    }
    text
}

fn headers(answer: &ApiResponse) -> Vec<(String, String)> {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    answer.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}

/// What was answered.
#[derive(Serialize)]
struct Response<'a> {
    status: u16,
    request_id: Option<String>,
    /// The headers, with `--include`.
    #[serde(skip_serializing_if = "Option::is_none")]
    headers: Option<Map<String, Value>>,
    /// The body: JSON as it is, other text as a string, anything else as null.
    body: Body<'a>,
    #[serde(skip)]
    answer: &'a ApiResponse,
}

/// A body of any kind; a text is not copied, as it may be large.
#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Json(Value),
    Text(&'a str),
    Other,
}

impl<'a> Response<'a> {
    fn of(answer: &'a ApiResponse, include: bool) -> Self {
        let text = || std::str::from_utf8(&answer.body).ok().filter(|text| !text.is_empty());
        let body = match answer.json() {
            Ok(value) => Body::Json(value),
            Err(_) => text().map_or(Body::Other, Body::Text),
        };
        Self {
            status: answer.status.as_u16(),
            request_id: answer.request_id(),
            headers: include.then(|| headers(answer).into_iter().map(|(name, value)| (name, value.into())).collect()),
            body,
            answer,
        }
    }
}

impl View for Response<'_> {
    const SCHEMA: &'static str = "api.call/1";

    fn human(&self, page: &mut Page<'_>) {
        if self.headers.is_some() {
            page.text(&format!("{}\n", head(self.answer)));
        }
        match &self.body {
            Body::Json(value) => page.text(&serde_json::to_string_pretty(value).unwrap_or_default()),
            Body::Text(text) => page.text(text),
            Body::Other => page.text(&format!("({} bytes)", self.answer.body.len())),
        }
    }
}

/// A call that is not made.
#[derive(Serialize)]
struct DryRun {
    command: String,
}

impl View for DryRun {
    const SCHEMA: &'static str = "api.dry-run/1";

    fn human(&self, page: &mut Page<'_>) {
        page.text(&self.command);
    }
}
