//! `makini requests show`.

mod details;
mod form;
mod view;

use std::time::Duration;

use self::details::{Details, ReceivedEvent};
use self::form::Form;
pub(super) use self::form::redacted;
use crate::args::inbox_place;
use crate::args::resolve::with_other_profile;
use crate::args::{examples, pasted};
use crate::blocking;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::inbox;
use crate::inbox::query::{Filter, Order, Store};
use crate::journal::{self, Bodies};
use crate::measure::parse_duration;
use crate::requests::related::{self, Span};
use crate::requests::{Record, Source, Unread, logged, no_such_row, unknown, whole_id};
use crate::why::rules;

/// Number of events of the inbox that are looked at.
const RECEIVED: u32 = 20;
/// How long the platform sends an event again.
const RETRIED: Duration = Duration::from_hours(24);

/// Explain a request by its ID
///
/// Combines the log of the server and the journal of this machine: connection and system, call, result and its cause,
/// timings, the sync, Flow and webhooks that it belongs to, the requests of that connection before and after it, other
/// failures around the same time, and whether others fail in the same way now. What the server does not offer is listed as not
/// known. A unique prefix of an ID is enough for requests in the journal; one that got no ID is `journal-12`, as `requests
/// list` shows it. `--as` prints the request in another form; the curl
/// command takes the token from a variable, and no form has a secret.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests show req_01hq",
    "makini requests show req_01hq --as markdown > ticket.md",
])]
pub struct Args {
    /// Request ID
    #[arg(value_name = "REQUEST", value_parser = pasted::id)]
    id: String,

    /// Time range before and after to search for other failures
    #[arg(long, value_name = "TIME", default_value = "5m", value_parser = parse_duration)]
    around: Duration,

    /// Print in another form: `curl`, `har` or `markdown`
    #[arg(long = "as", value_name = "FORM", value_enum, hide_possible_values = true)]
    form: Option<Form>,
}

/// Explains it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if args.form.is_some() {
        ctx.out.check_without_table()?;
    } else {
        ctx.out.check_for::<Details>()?;
    }
    let (journaled, bodies) = journaled(ctx, &args.id)?;
    if journaled.is_empty()
        && let Some(failure) = no_such_row(&args.id)
    {
        return Err(with_other_profile(ctx, "requests show", &args.id, failure));
    }
    // The journal accepts a prefix; the server needs the whole ID.
    let id = journaled.first().and_then(|row| row.id.clone()).unwrap_or_else(|| args.id.clone());
    // Read before any request is sent: what fails now is unrelated.
    let mut unread = Unread(Vec::new());
    let around = match ctx.journal().map(|journal| journal.around(ctx.settings.profile(), &id, args.around)) {
        Ok(Err(journal::Error::NoSuchRequest(_))) | Err(_) => Vec::new(),
        Ok(found) => unread.or_default("other failures in the journal", found),
    };
    let mine: Vec<Record> = around.into_iter().map(Record::from).collect();
    let client = ctx.client().await?;
    let (id, found) = match logged(client, &id).await {
        Ok((true, None)) if journaled.is_empty() => match whole_id(client, &id).await.during(|| searching(&id))? {
            Some(whole) => (whole.clone(), logged(client, &whole).await),
            None => (id, Ok((true, None))),
        },
        found => (id, found),
    };
    let asked = found.as_ref().is_ok_and(|(offered, _)| *offered);
    let is_offline = found.is_err();
    let request = match (found, journaled.first().cloned()) {
        (Ok((_, Some(server))), Some(journal)) => Record::combined(server.into(), journal),
        (Ok((_, Some(server))), None) => server.into(),
        (Ok((_, None)), Some(journal)) => journal.at_server(client),
        (Err(error), Some(journal)) => {
            ctx.term.warn(format!("the server could not be asked, so this comes from the journal alone: {error}"));
            journal.at_server(client)
        }
        (Ok((offered, None)), None) => {
            return Err(with_other_profile(ctx, "requests show", &id, unknown(&id, Some(offered))));
        }
        (Err(error), None) => {
            let failure = Failure::from(error).hint("it is not in the journal of this machine either");
            let failure = failure.during(format!("could not look up request `{id}` on the server"));
            return Err(with_other_profile(ctx, "requests show", &id, failure));
        }
    };
    let here = ctx.server_name();
    if let Some(server) = request.elsewhere(here.as_deref())
        && args.form != Some(Form::Curl)
    {
        ctx.term.warn(format!("it went to {server}, and not to {}, which this asks what it knows", client.server()));
    }
    let repeated = &ctx.term.options().repeated;
    let next = rules::commands(&request);
    let next = next.into_iter().map(|command| if is_offline { rules::offline(&command) } else { command });
    let next = next.map(|command| repeated.in_command(&command).into_owned()).collect();
    let meaning = rules::of_record(&request).map(|(rule, _)| rule.statement);
    if args.form == Some(Form::Curl) {
        return form::curl(ctx, client, &request);
    }
    let mut source = Source::new(client, ctx.journal().ok().map(|journal| (&**journal, ctx.settings.profile())));
    (source.is_offline, source.unread) = (is_offline, unread);
    let mut details = Details { attempts: journaled, bodies, around: mine, meaning, next, ..Details::of(request) };
    details.complete(&mut source, asked, args.around).await;
    details.webhooks.received = received(ctx, client, &details, args.around).await.unwrap_or_else(|error| {
        source.unread.0.push(format!("the inbox of this machine: {error}"));
        Vec::new()
    });
    details.unread = source.unread.each_once();
    for what in &details.unread.0 {
        ctx.term.warn(format!("could not read {what}"));
    }
    match args.form {
        None => ctx.show(&details),
        Some(form) => form::print(ctx, client, &details, form),
    }
}

/// Returns the rows of the journal, one for each attempt with this ID, the newest first, and the bodies of that.
fn journaled(ctx: &Context, id: &str) -> Result<(Vec<Record>, Option<Bodies>), Failure> {
    // Without a folder there is no journal, and the server may have it.
    let Ok(journal) = ctx.journal() else { return Ok((Vec::new(), None)) };
    match journal.get(ctx.settings.profile(), id) {
        Ok(entries) => {
            let bodies = entries.first().map(|entry| journal.bodies(entry.number)).transpose()?.flatten();
            Ok((entries.into_iter().map(Record::from).collect(), bodies))
        }
        Err(journal::Error::NoSuchRequest(_)) => Ok((Vec::new(), None)),
        Err(error) => Err(error.into()),
    }
}

fn searching(start: &str) -> String {
    format!("could not search the server's log for an ID that begins with `{start}`")
}

/// Reads the events that this machine received and that name the request or its sync.
async fn received(
    ctx: &Context,
    client: &Client,
    details: &Details,
    window: Duration,
) -> Result<Vec<ReceivedEvent>, inbox::Error> {
    let request = details.request.clone();
    let (Some(span), Ok(place)) = (Span::of(&request, details.sync.as_ref(), window), inbox_place::place(ctx, None))
    else {
        return Ok(Vec::new());
    };
    let (from, to) = span.bounds();
    // Received by the clock of this machine, and retried for a day.
    let (from, to) = (client.here(from), client.here(to).checked_add(RETRIED).unwrap_or(to));
    blocking::run(move || {
        let Some(store) = Store::open_if_there(&place)? else { return Ok(Vec::new()) };
        let mut events = Vec::new();
        for id in [&request.id, &request.sync_id].into_iter().flatten() {
            let (since, until) = (Some(from), Some(to));
            let filter = Filter {
                texts: vec![id.clone()],
                since,
                until,
                limit: Some(RECEIVED),
                order: Order::Newest,
                ..Filter::default()
            };
            for entry in store.list(&filter)? {
                let payload = serde_json::from_slice(&store.detail(entry.number)?.body).unwrap_or_default();
                if let Some(relation) = related::relation(&payload, &request)
                    && events.iter().all(|known: &ReceivedEvent| known.event.number != entry.number)
                {
                    events.push(ReceivedEvent { event: entry, relation });
                }
            }
        }
        Ok(events)
    })
    .await
}
