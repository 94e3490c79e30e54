//! `makini webhooks inbox export`.

use super::super::event_filter::{EventFilterArgs, numbers};
use super::super::inbox_args::InboxArgs;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Filter, Store};
use crate::term::OutputError;
use crate::term::sanitize::clean_json;
use crate::view::Format;

/// Write events with their bodies, one line of JSON each
///
/// In the order of arrival, with headers, so that `makini webhooks verify --batch -` proves them again. Example:
/// `makini webhooks inbox export --since 24h > events.ndjson`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// IDs or arrival numbers; all by default
    #[arg(value_name = "EVENT")]
    events: Vec<String>,

    #[command(flatten)]
    which: EventFilterArgs,

    #[command(flatten)]
    place: InboxArgs,
}

/// Writes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if ctx.out.jq.is_some() || matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("an export is always lines of JSON").hint("pipe it: `… export | jq …`"));
    }
    let filter = args.which.filter(ctx)?;
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
