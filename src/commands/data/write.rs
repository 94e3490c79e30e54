//! `makini data create`, `update` and `set-status`.

use std::path::Path;

use jiff::civil::DateTime;
use serde_json::{Map, Value};

use super::condition;
use super::row::Row;
use super::rules::{Rules, plain};
use super::target::{self, DomainArg, Listable, RowArg, RowsArg};
use crate::api::connections::{Connection, fold};
use crate::api::entities::{self, Domain, Resource, Verb};
use crate::api::lenient;
use crate::args::{examples, resolve};
use crate::client::call::{EntityRow, ListQuery};
use crate::client::{self, Client, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files;
use crate::term::prompt::Question;

/// Maximum length of an input file, in bytes.
const LARGEST: u64 = 16 << 20;

/// What is written.
#[derive(clap::Args, Debug)]
struct ValueArgs {
    /// Value of a field (can be repeated)
    ///
    /// Numbers, `true` and `false` are sent as such where the field holds them, keys of a list with commas between them,
    /// other lists and objects as JSON. An empty value clears the field.
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,

    /// File with the fields as a JSON object, `-` for stdin; `--set` comes before it
    #[arg(long, value_name = "FILE")]
    input: Option<String>,
}

/// Create a row in the connected system
///
/// Fields that the API does not take, and required ones that are missing, are refused before anything is sent. What the
/// connected system requires beyond that is in its answer. A call without an answer is not repeated: the row may exist.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data create \"Plant 7\" service-requests --set title=\"Pump leaks\" --set assetKey=01000630254751",
    "makini data create \"Plant 7\" work-orders --input order.json --yes",
])]
pub struct CreateArgs {
    #[command(flatten)]
    rows: RowsArg,

    #[command(flatten)]
    values: ValueArgs,

    #[command(flatten)]
    domain: DomainArg,
}

/// Update a row in the connected system
///
/// Fields that are not named stay as they are.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data update \"Plant 7\" assets 01000630254751 --set serialNumber=SN-7 --yes",
])]
pub struct UpdateArgs {
    #[command(flatten)]
    row: RowArg,

    #[command(flatten)]
    values: ValueArgs,

    #[command(flatten)]
    domain: DomainArg,
}

/// Set the status of a row in the connected system
///
/// `makini data list CONNECTION statuses/ENTITY` lists the statuses.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data set-status \"Plant 7\" work-orders 03000630254751 completed --yes",
])]
pub struct StatusArgs {
    #[command(flatten)]
    row: RowArg,

    /// Status: its key, code or name
    #[arg(value_name = "STATUS")]
    status: String,

    #[command(flatten)]
    domain: DomainArg,
}

/// Creates it.
pub(super) async fn create(ctx: &Context, args: CreateArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Row>()?;
    let row = resolve::entity(&args.rows.entity.entity)?;
    let domains = target::allowed(row, Verb::Create)?;
    let rules = Rules::new(row, Verb::Create, None);
    if rules.needs_file() {
        let failure = Failure::usage(format!("{} are created from a file, and this command sends fields", row.plural));
        return Err(failure.hint("`makini api post` sends a body of any kind"));
    }
    let body = args.values.body(ctx, &rules)?;
    if body.values().all(Value::is_null) {
        return Err(Failure::usage("no field has a value").hint("add `--set FIELD=VALUE` or `--input FILE`"));
    }
    require(&rules, &body)?;
    let (client, connection, domain) = place(ctx, &args.rows.connection, args.domain.get(), row, &domains).await?;
    require(&Rules::new(row, Verb::Create, connection.integration_name.as_deref()), &body)?;
    let label = format!("{}: create the {}?", connection.display_name(), row.singular);
    ctx.confirm(&Question::new(&label, "--yes").help(&summary(&body)))?;
    let at = (domain.slug(), row.path);
    let made = client.create_entity(connection.id(), at, &Value::Object(body.clone()), None).await;
    let made = made.and_then(|answer| answer.entity_row(None));
    let failed = |error: client::Error| {
        let look = format!("makini data list {} {}", crate::shell::operand(connection.id()), row.path);
        error.while_creating(format!("could not create the {}", row.singular), &look)
    };
    written(ctx, row, &body, made.map_err(failed)?)
}

/// Updates it.
pub(super) async fn update(ctx: &Context, args: UpdateArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Row>()?;
    let RowArg { rows, key } = &args.row;
    let row = resolve::entity(&rows.entity.entity)?;
    let domains = target::allowed(row, Verb::Update)?;
    let rules = Rules::new(row, Verb::Update, None);
    let body = args.values.body(ctx, &rules)?;
    if body.is_empty() {
        let failure = Failure::usage("there is nothing to update");
        return Err(failure.hint("add `--set FIELD=VALUE` or `--input FILE`"));
    }
    require(&rules, &body)?;
    let (client, connection, domain) = place(ctx, &rows.connection, args.domain.get(), row, &domains).await?;
    require(&Rules::new(row, Verb::Update, connection.integration_name.as_deref()), &body)?;
    let label = format!("{}: update the {} {}?", connection.display_name(), row.singular, key);
    ctx.confirm(&Question::new(&label, "--yes").help(&summary(&body)))?;
    let at = (domain.slug(), row.path);
    let changed = client.update_entity(connection.id(), at, (key, None), &Value::Object(body.clone())).await;
    let changed = changed.and_then(|answer| answer.entity_row(Some(key)));
    written(ctx, row, &body, changed.during(|| format!("could not update the {} {}", row.singular, key))?)
}

/// Sets it.
pub(super) async fn set_status(ctx: &Context, args: StatusArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Row>()?;
    let RowArg { rows, key } = &args.row;
    let row = resolve::entity(&rows.entity.entity)?;
    let path = format!("{}/{{key}}/status", row.path);
    let Some(nested) = entities::nested().iter().find(|nested| nested.path == path) else {
        let failure = Failure::usage(format!("the API has no call for the status of {}", row.plural));
        if row.inputs(Verb::Update).iter().any(|input| input.name == "statusKey") {
            return Err(failure.hint("set its `statusKey` with `makini data update`"));
        }
        return Err(failure);
    };
    let (client, connection, domain) = place(ctx, &rows.connection, args.domain.get(), row, &nested.domains).await?;
    let input = nested.inputs.first().map_or("status", |input| input.name);
    let (value, word) = status(client, connection.id(), domain, row, &args.status, input).await?;
    let label = format!("{}: set the status of the {} {}?", connection.display_name(), row.singular, key);
    let body: Map<String, Value> = [(input.to_owned(), Value::String(value))].into_iter().collect();
    ctx.confirm(&Question::new(&label, "--yes").help(&format!("status: {word}")))?;
    let (at, part) = ((domain.slug(), row.path), (key.as_str(), Some("status")));
    let changed = client.update_entity(connection.id(), at, part, &Value::Object(body.clone())).await;
    let changed = changed.and_then(|answer| answer.entity_row(Some(key)));
    let changed = changed.during(|| format!("could not set the status of the {} {}", row.singular, key))?;
    // `status` takes a code, and the row holds a name or a key.
    if input == "status" {
        return written(ctx, row, &Map::new(), changed);
    }
    written(ctx, row, &body, changed)
}

/// Returns the client, the connection and the domain to write in.
async fn place<'c>(
    ctx: &'c Context,
    connection: &str,
    domain: Option<Domain>,
    row: &Resource,
    domains: &[Domain],
) -> Result<(&'c Client, Connection, Domain), Failure> {
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, connection).await?;
    let domain = target::domain(ctx, client, &connection, domain, (row.plural, domains)).await?;
    Ok((client, connection, domain))
}

impl ValueArgs {
    /// Returns the fields to send.
    fn body(&self, ctx: &Context, rules: &Rules) -> Result<Map<String, Value>, Failure> {
        let mut body = Map::new();
        let wrong = |name: &str, reason: String| Failure::usage(format!("`{name}` {reason}"));
        if let Some(file) = &self.input {
            // By their names, whatever the case.
            for (name, value) in read(ctx, file)? {
                let name = field(rules, &name)?;
                rules.check(name, &value).map_err(|reason| wrong(name, reason))?;
                body.insert(name.to_owned(), value);
            }
        }
        for text in &self.set {
            let (name, value) = text.split_once('=').ok_or_else(|| {
                Failure::usage(format!("`--set {text}` has no `=`")).hint("`--set FIELD=VALUE` is its form")
            })?;
            let name = field(rules, name)?;
            let value = rules.parse(name, value).map_err(|reason| wrong(name, reason))?;
            body.insert(name.to_owned(), value);
        }
        Ok(body)
    }
}

/// Finds a field of a write by its name.
fn field(rules: &Rules, name: &str) -> Result<&'static str, Failure> {
    rules.name(name).map_err(|unknown| {
        let failure = Failure::usage(unknown.reason);
        let failure = match unknown.hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        };
        failure.hint(format!("`makini data fields {}` lists what it takes", rules.row.path))
    })
}

fn read(ctx: &Context, file: &str) -> Result<Map<String, Value>, Failure> {
    let bytes = if file == "-" {
        if ctx.term.terminal().stdin {
            let failure = Failure::usage("nothing is piped into stdin");
            return Err(failure.hint("pipe the fields in, or give `--input FILE`"));
        }
        ctx.term.read_stdin(LARGEST)?
    } else {
        files::read(Path::new(file), LARGEST).map_err(|error| Failure::unreadable(file, &error))?
    };
    let during = || format!("could not use `{file}`");
    let text = std::str::from_utf8(&bytes).map_err(|_| Failure::usage("it is not UTF-8").during(during()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text)
        .map_err(|error| Failure::usage(format!("it is no JSON object: {error}")).during(during()))
}

/// Fails where a required field is missing.
fn require(rules: &Rules, body: &Map<String, Value>) -> Result<(), Failure> {
    let missing = rules.missing(body);
    let Some(first) = missing.first() else { return Ok(()) };
    let (who, row) = (rules.requires(first), rules.row.singular);
    let failure = Failure::usage(format!("{who} requires {} of a {row}", missing.join(", ")));
    let flags: Vec<String> = missing.iter().map(|name| format!("--set {name}=VALUE")).collect();
    Err(failure.hint(format!("add `{}`", flags.join(" "))))
}

/// Returns what is sent, a field a line.
fn summary(body: &Map<String, Value>) -> String {
    body.iter()
        .map(|(name, value)| match value {
            Value::Null => format!("{name}: (cleared)"),
            value => format!("{name}: {}", plain(value)),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns what to send for a status that a person named, and what it is called.
async fn status(
    client: &Client,
    connection: &str,
    domain: Domain,
    row: &Resource,
    named: &str,
    input: &str,
) -> Result<(String, String), Failure> {
    let list = Listable::statuses(row.path)?;
    let during = || format!("could not list the statuses of {}", row.plural);
    let at = (domain.slug(), list.path.as_str());
    let how = (PageOptions::default(), Purpose::Question);
    let pages = client.entities(connection, at, &ListQuery::default(), how).during(during)?;
    let rows = pages.all().await.during(during)?;
    if !rows.iter().any(|row| row.contains_key("key") && (row.contains_key("code") || row.contains_key("name"))) {
        let failure = Failure::new(Exit::Unavailable, "the server lists no status with its key and its code or name");
        return Err(failure.during(during()));
    }
    let text = |row: &Map<String, Value>, name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
    let same = |found: Option<String>| found.is_some_and(|found| fold(&found) == fold(named));
    let by_key = rows.iter().find(|row| text(row, "key").as_deref() == Some(named));
    let by_word = || rows.iter().find(|row| same(text(row, "code")) || same(text(row, "name")));
    let Some(found) = by_key.or_else(by_word) else {
        let known: Vec<String> =
            rows.iter().filter_map(|row| text(row, "code").or_else(|| text(row, "name"))).collect();
        let failure = Failure::usage(format!("`{named}` is no status of {}", row.plural));
        return Err(failure.hint(format!("the statuses are {}", known.join(", "))));
    };
    let sent = match input {
        "statusKey" => text(found, "key"),
        _ => text(found, "code").or_else(|| text(found, "key")),
    };
    let word = text(found, "name").or_else(|| text(found, "code")).unwrap_or_else(|| named.to_owned());
    let missing = || Failure::new(Exit::Unavailable, "the server lists this status without its key");
    Ok((sent.ok_or_else(missing)?, word))
}

/// Shows the row that a write left, and says what of it is not as it was sent.
fn written(ctx: &Context, row: &Resource, sent: &Map<String, Value>, made: EntityRow) -> Result<Exit, Failure> {
    if made.is_sample {
        ctx.term.warn("this connection holds sample data: the system answered, and nothing was written");
    }
    let differs = |(name, value): &(&String, &Value)| match made.row.get(name.as_str()) {
        Some(found) => !is_same(value, found),
        // Some inputs have another name in the row.
        None => !value.is_null() && row.field(name).is_some(),
    };
    let names: Vec<String> = sent.iter().filter(differs).map(|(name, _)| format!("`{name}`")).collect();
    if !names.is_empty() {
        ctx.term.warn(format!("the row does not have what was sent in {}", names.join(", ")));
    }
    ctx.show(&Row::new(made.row, row.fields))
}

/// Returns whether a row holds what was sent, however it writes numbers and times.
fn is_same(sent: &Value, found: &Value) -> bool {
    let (sent_text, found_text) = (plain(sent), plain(found));
    let numbers = || Some((sent_text.parse::<f64>().ok()?, found_text.parse::<f64>().ok()?));
    let second = |at: DateTime| at.with().subsec_nanosecond(0).build().ok();
    let times = || Some((condition::moment(&sent_text)?.0, lenient::utc(&found_text)?));
    sent == found
        || sent.is_array()
        || sent.is_object()
        || sent_text == found_text
        || numbers().is_some_and(|(sent, found)| (sent - found).abs() <= f64::EPSILON * sent.abs())
        || times().is_some_and(|(sent, found)| second(sent) == second(found))
}
