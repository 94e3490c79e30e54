//! A request in a form for others: a curl command, an HTTP Archive, Markdown for a ticket. None has a secret.

use clap::ValueEnum;
use serde::Serialize;

use super::details::Details;
use super::view::alike_now;
use crate::api::path::takes_connection_token;
use crate::client::{Client, Scope, curl};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::markdown;
use crate::journal::{SANDBOX, redact};
use crate::requests::related::Relation;
use crate::requests::{Record, har};
use crate::shell::operand;
use crate::term::sanitize::clean_json;
use crate::view::{Format, Page, View, bytes};

/// A form for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// The curl command that sends it again
    Curl,
    /// HTTP Archive (HAR 1.2)
    Har,
    /// Markdown for a ticket
    Markdown,
}

/// A request in another form.
#[derive(Serialize)]
struct Rendering {
    /// The form.
    #[serde(rename = "as")]
    form: &'static str,
    text: String,
}

impl View for Rendering {
    const SCHEMA: &'static str = "requests.show.as/1";

    fn human(&self, page: &mut Page<'_>) {
        page.text(&self.text);
    }
}

/// Prints a text as it is, unless another format was chosen.
fn show(ctx: &Context, form: &'static str, text: String) -> Result<Exit, Failure> {
    if ctx.out.format() != Format::Table {
        return ctx.show(&Rendering { form, text });
    }
    ctx.term.data(|out| writeln!(out, "{text}"))?;
    Ok(Exit::Ok)
}

/// Returns the record without what looks like a secret: the server's log is another's text.
pub(in crate::commands::requests) fn redacted(record: &Record) -> Record {
    let message = record.error_message.as_deref().map(redact::message);
    Record { error_message: message, path: record.path.as_deref().map(redact::path), ..record.clone() }
}

/// Prints the curl command that sends a request again. Its token is a variable.
///
/// # Errors
/// For a request that cannot be sent from here.
pub(super) fn curl(ctx: &Context, client: &Client, request: &Record) -> Result<Exit, Failure> {
    let request = redacted(request);
    let no = |why: &str| {
        Err(Failure::usage(format!("no curl command sends this request: {why}"))
            .hint("`--as har` and `--as markdown` show it"))
    };
    if request.is_of_platform() {
        return no("the platform sent it, to the connected system");
    }
    let (Some(method), Some(path)) = (&request.method, &request.path) else {
        return no("its method or path is not known");
    };
    let here = ctx.server_name();
    let elsewhere = request.elsewhere(here.as_deref());
    if elsewhere == Some(SANDBOX) {
        return no("it went to the embedded sandbox, which has no address; `--sandbox` shows the command for it");
    }
    let method = method.parse::<http::Method>().ok();
    let uri = har::address(&har::server(&request, client.server(), here.as_deref()), path).parse::<http::Uri>().ok();
    let (Some(method), Some(uri)) = (method, uri) else { return no("its method or path is none of HTTP") };
    let scope = match &request.connection_id {
        Some(id) if takes_connection_token(path) => Scope::Connection(id.clone()),
        _ => Scope::Application,
    };
    let has_body = matches!(method, http::Method::POST | http::Method::PUT | http::Method::PATCH);
    let built = http::Request::builder().method(method).uri(uri).header("accept", "application/json");
    let built = if has_body { built.header("content-type", "application/json") } else { built };
    let Ok(built) = built.body(bytes::Bytes::new()) else { return no("its method or path is none of HTTP") };
    let command = curl::command(&built, &scope, None);
    match &scope {
        Scope::Connection(id) => ctx.term.note(format!(
            "the token comes from the variable MAKINI_CONNECTION_TOKEN: `eval \"$(makini token export {} --reveal)\"` sets it",
            operand(id)
        )),
        Scope::Application | Scope::None => ctx.term.note("the token of the application comes from the variable MAKINI_TOKEN"),
    }
    if let Some(server) = elsewhere {
        ctx.term.warn(format!(
            "it went to {server}, which is not the server of today ({}): the token must be one of that server",
            client.server()
        ));
    }
    if path.contains(redact::REDACTED) {
        let place = har::encoded(redact::REDACTED).trim_start_matches('/').to_owned();
        ctx.term.warn(format!("the path had a secret, which is not recorded: replace `{place}`"));
    }
    if has_body {
        ctx.term.warn("the body is not recorded: add it with `--data @FILE`");
    }
    show(ctx, "curl", command)
}

/// Prints a request as an HTTP Archive or as Markdown.
///
/// # Errors
/// For a request without a time, which an HTTP Archive requires.
pub(super) fn print(ctx: &Context, client: &Client, details: &Details, form: Form) -> Result<Exit, Failure> {
    let request = redacted(&details.request);
    match form {
        Form::Curl => curl(ctx, client, &request),
        Form::Har => {
            let entry = har::entry(&request, &har::server(&request, client.server(), ctx.server_name().as_deref()))
                .ok_or_else(|| {
                    Failure::new(Exit::Unavailable, "an HTTP Archive needs the time of the request, which is not known")
                })?;
            let text = serde_json::to_string_pretty(&har::archive(&[entry])).expect("text and numbers are always JSON");
            show(ctx, "har", clean_json(&text).into_owned())
        }
        Form::Markdown => show(ctx, "markdown", ticket(&request, details)),
    }
}

/// Returns the result in a few words.
fn result(request: &Record) -> String {
    let status = request.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
    [Some(status.as_str()), request.error_code.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn millis(ms: Option<f64>) -> Option<String> {
    ms.filter(|ms| ms.is_finite()).map(|ms| format!("{ms:.1} ms"))
}

/// Returns the request as Markdown. Every text of others is escaped.
fn ticket(request: &Record, details: &Details) -> String {
    let mut text = format!("### Request {}\n\n", markdown(request.reference().as_deref().unwrap_or("without an ID")));
    let mut add = |label: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("- **{label}**: {}\n", markdown(&value)));
        }
    };
    let connection = match (&request.connection, &request.connection_id) {
        (Some(name), Some(id)) => Some(format!("{name} ({id})")),
        (_, id) => id.clone(),
    };
    let parts = [("server", request.server_ms), ("source", request.source_ms), ("network", request.network_ms)];
    let parts = parts.into_iter().filter_map(|(name, ms)| Some(format!("{name} {}", millis(ms)?)));
    let parts = parts.collect::<Vec<_>>().join(", ");
    let took =
        millis(request.total_ms).map(|total| if parts.is_empty() { total } else { format!("{total} ({parts})") });
    let names = |names: Vec<String>| (!names.is_empty()).then(|| names.join(", "));
    let flows = details.flows.iter().flatten().map(|execution| {
        let how = if execution.relation == Relation::Sent { "sent by" } else { "named in" };
        format!("{how} {} ({})", execution.flow.as_deref().unwrap_or("a Flow"), execution.id)
    });
    let deliveries = details.webhooks.deliveries.iter().flatten();
    let deliveries = deliveries.map(|row| format!("{} ({})", row.event.as_deref().unwrap_or("an event"), row.id));
    let sync = request.sync_id.as_ref().map(|id| {
        let status = details.sync.as_ref().and_then(|sync| sync.status.clone());
        status.map_or_else(|| id.clone(), |status| format!("{id} ({status})"))
    });
    add("When", request.time().map(|at| format!("{at:.3}")));
    add("Connection", connection);
    add("System", details.system.clone());
    add("Server", request.server.clone());
    add("Call", Some(request.call()));
    add("Path", request.path.clone().filter(|_| request.path != request.endpoint));
    add("Result", Some(result(request)));
    add("Message", request.error_message.clone());
    add("Took", took);
    add("Answer", request.bytes.map(bytes));
    add("Sync", sync);
    add("Flow", names(flows.collect()));
    add("Webhooks", names(deliveries.collect()));
    add("Why", details.meaning.map(str::to_owned));
    add("Alike now", details.alike.as_ref().map(alike_now));
    add("Not known", names(details.unknown.clone()));
    add("Collected by", Some(format!("makini {}", env!("CARGO_PKG_VERSION"))));
    if !details.neighbours.is_empty() {
        text.push_str("\nBefore and after it on this connection:\n\n");
        text.push_str("| From it | Request | Result | Call | Took |\n| --- | --- | --- | --- | --- |\n");
        for beside in details.beside() {
            let row = redacted(&beside.row);
            let id = row.reference().unwrap_or_default().into_owned();
            let cells = [beside.distance(), id, result(&row), row.call(), millis(row.total_ms).unwrap_or_default()];
            text.push_str(&format!("| {} |\n", cells.map(|cell| markdown(&cell)).join(" | ")));
        }
    }
    text.trim_end().to_owned()
}
