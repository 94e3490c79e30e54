//! `makini passthrough`.

mod sql;

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::api::passthrough::Passthrough;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Maximum length of a body, in bytes.
const LARGEST: u64 = 16 << 20;

/// Call the system behind a connection
///
/// The platform calls the system's own API with the credentials that it stores for the connection, and returns the answer,
/// whose form is not published. Anything but a read needs `--confirm` with the connection's name: a read is a `get`, and an
/// SQL statement that is one `SELECT` without anything that could write. Functions that write inside a `SELECT` cannot be
/// recognized.
///
/// Where the answer has the status of the system, 404 ends with 6, another 4xx with 13 and a 5xx with 9.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini passthrough \"Plant 7\" --path workorders/17",
    "makini passthrough \"Plant 7\" --sql 'SELECT * FROM F4801 WHERE DOCO = ?' --parameter 17",
    "makini passthrough \"Plant 7\" --method post --path dataservice --body browse.json --confirm \"Plant 7\"",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Path at the connected system
    #[arg(long, value_name = "PATH", required_unless_present = "sql")]
    path: Option<String>,

    /// HTTP method of the call to the connected system
    #[arg(long, value_name = "METHOD", ignore_case = true, default_value = "get")]
    #[arg(value_parser = ["get", "post", "put", "delete"])]
    method: String,

    /// Query parameter (can be repeated)
    #[arg(long, value_name = "NAME=VALUE")]
    query: Vec<String>,

    /// Request header (can be repeated)
    #[arg(long, value_name = "NAME: VALUE")]
    header: Vec<String>,

    /// File with the request body, `-` for stdin; sent as JSON where it is JSON, else as text or base64
    #[arg(long, value_name = "FILE")]
    body: Option<String>,

    /// SQL statement, for systems that are databases
    #[arg(long, value_name = "STATEMENT", conflicts_with_all = ["path", "body", "query", "header"])]
    sql: Option<String>,

    /// Value of a parameter of the SQL statement (can be repeated)
    #[arg(long, value_name = "VALUE", requires = "sql")]
    parameter: Vec<String>,

    /// Name of the connection, to confirm anything but a read
    #[arg(long, value_name = "NAME")]
    confirm: Option<String>,
}

/// Calls it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Answer>()?;
    let mut call = Passthrough {
        path: args.path.clone(),
        method: args.method.to_ascii_lowercase(),
        headers: pairs(&args.header, ':', "a header has no `:`", "`--header 'NAME: VALUE'` is its form")?,
        query: pairs(&args.query, '=', "a query parameter has no `=`", "`--query NAME=VALUE` is its form")?,
        sql: args.sql.clone(),
        ..Passthrough::default()
    };
    if !args.parameter.is_empty() {
        call.parameters = args.parameter.iter().map(|text| Value::from(text.as_str())).collect();
    }
    if let Some(file) = &args.body {
        (call.body, call.base64encoded) = body(read(ctx, file)?);
    }
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let name = connection.display_name();
    if !is_read(&call) {
        let what = call.sql.as_deref().or(call.path.as_deref()).unwrap_or_default();
        let label = format!("{name}: call {} {what}, which may change the connected system?", call.method);
        ctx.confirm_name(&Question::new(&label, "--confirm NAME"), name, args.confirm.as_deref())?;
    }
    let during = || format!("could not call the system behind {name}");
    let answer = client.passthrough(connection.id(), &call).await.during(during)?;
    if answer.is_empty() {
        return Err(
            Failure::new(Exit::Unavailable, "the server returned nothing of the system's answer").during(during())
        );
    }
    let answer = Answer(answer);
    if let Some(status) = answer.status().filter(|status| *status >= 400) {
        ctx.term.warn(format!("the connected system answered {status}"));
    }
    ctx.show(&answer)
}

/// Returns whether a call can change nothing at the connected system.
fn is_read(call: &Passthrough) -> bool {
    call.method == "get" && call.sql.as_deref().is_none_or(sql::is_read)
}

/// Returns names and values as an object; null for none. What is wrong is not repeated: it may hold a secret.
fn pairs(texts: &[String], between: char, wrong: &str, form: &str) -> Result<Value, Failure> {
    if texts.is_empty() {
        return Ok(Value::Null);
    }
    let mut found = Map::new();
    for text in texts {
        let (name, value) = text.split_once(between).ok_or_else(|| Failure::usage(wrong).hint(form))?;
        found.insert(name.trim().to_owned(), value.trim().into());
    }
    Ok(found.into())
}

fn read(ctx: &Context, file: &str) -> Result<Vec<u8>, Failure> {
    if file != "-" {
        return files::read(Path::new(file), LARGEST).map_err(|error| Failure::unreadable(file, &error));
    }
    if ctx.term.terminal().stdin {
        return Err(Failure::usage("nothing is piped into stdin").hint("pipe the body in, or give `--body FILE`"));
    }
    Ok(ctx.term.read_stdin(LARGEST)?)
}

/// Returns a body as it is sent, and whether it is base64.
fn body(bytes: Vec<u8>) -> (Value, Option<bool>) {
    use base64::Engine as _;
    if let Ok(json) = serde_json::from_slice(&bytes) {
        return (json, None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text.into(), None),
        Err(error) => (base64::engine::general_purpose::STANDARD.encode(error.into_bytes()).into(), Some(true)),
    }
}

/// What came back, in a form that is not published.
#[derive(Serialize)]
#[serde(transparent)]
struct Answer(Map<String, Value>);

impl Answer {
    /// Returns the status of the system, where the answer has one.
    fn status(&self) -> Option<u64> {
        self.0.get("status")?.as_u64().filter(|status| (100..600).contains(status))
    }
}

impl View for Answer {
    const SCHEMA: &'static str = "passthrough/1";

    fn human(&self, page: &mut Page<'_>) {
        match self.0.get("body").filter(|_| self.status().is_some()) {
            Some(Value::String(text)) => page.text(text),
            Some(body) => page.text(&serde_json::to_string_pretty(body).expect("names are texts")),
            None => page.text(&serde_json::to_string_pretty(&self.0).expect("names are texts")),
        }
    }

    fn exit(&self) -> Exit {
        match self.status() {
            Some(404) => Exit::NotFound,
            Some(400..500) => Exit::Refused,
            Some(500..) => Exit::Unavailable,
            _ => Exit::Ok,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_sent_as_what_it_is() {
        assert_eq!(body(b"{\"a\":1}".to_vec()), (serde_json::json!({"a": 1}), None));
        assert_eq!(body(b"<a/>".to_vec()), ("<a/>".into(), None));
        assert_eq!(body(vec![0xff, 0]), ("/wA=".into(), Some(true)));
    }
}
