//! `makini webhooks inbox export`.

use super::super::event_filter::{EventFilterArgs, numbers};
use super::super::inbox_args::InboxArgs;
use crate::args::{examples, pasted};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Filter, Store};
use crate::term::OutputError;
use crate::term::sanitize::clean_json;
use crate::view::Format;

/// Export events with their bodies as NDJSON
///
/// In the order of arrival, with headers; `makini webhooks verify --batch -` verifies them again. Other bodies that came under the
/// ID of an event are in `conflicting` of its line.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox export --since 24h > events.ndjson"])]
pub struct Args {
    /// Event IDs or arrival numbers; default: all
    #[arg(value_name = "EVENT", value_parser = pasted::id)]
    events: Vec<String>,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    which: EventFilterArgs,
}

/// Writes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if ctx.out.jq.is_some() || matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("an export is always lines of JSON").hint("pipe it: `… export | jq …`"));
    }
    ctx.out.check_without_table()?;
    let filter = args.which.filter(ctx, &args.place).await?;
    args.place.warn_of_copy(ctx).await;
    let (events, term) = (args.events, ctx.term.clone());
    let clean = term.terminal().stdout;
    let written = args.place.read(ctx, move |store: &Store| {
        let filter = Filter { numbers: numbers(store, &events)?, ..filter };
        let mut written = Ok(());
        store.export(&filter, |line| {
            let text = serde_json::to_string(&line).expect("plain fields");
            let text = if clean { clean_json(&text) } else { text.as_str().into() };
            written = term.data(|out| writeln!(out, "{text}"));
            written.is_ok()
        })?;
        Ok(written)
    });
    written.await?.map_err(|error: OutputError| Failure::from(error))?;
    Ok(Exit::Ok)
}
