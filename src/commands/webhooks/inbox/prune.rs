//! `makini webhooks inbox prune`.

use jiff::Timestamp;
use serde::Serialize;

use super::super::inbox_args::InboxArgs;
use super::super::verify::size;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Prune, Pruned, Store};
use crate::measure::parse_instant;
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View, bytes, count, counted};

/// What has to be typed before events that nobody has handled go.
const WORD: &str = "unfinished";

/// Remove old events
///
/// Events are never removed automatically. Pending and failed events are kept unless `--unfinished` is given. IDs are
/// kept for a week, so that a late repeat is still detected.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox prune --before 30d"])]
#[command(group(clap::ArgGroup::new("what").required(true).multiple(true)))]
pub struct Args {
    /// Remove events before this time: `30d` ago, a date, or RFC 3339
    #[arg(long, value_name = "TIME", group = "what")]
    before: Option<String>,

    /// Remove the oldest events until the inbox has this size
    #[arg(long, value_name = "SIZE", value_parser = size, group = "what")]
    max_size: Option<u64>,

    /// Also remove pending and failed events
    #[arg(long)]
    unfinished: bool,

    /// Confirm `--unfinished` with the word `unfinished`, without a prompt
    #[arg(long, value_name = "WORD")]
    confirm: Option<String>,

    #[command(flatten)]
    place: InboxArgs,
}

/// Removes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Gone>()?;
    let now = ctx.clock.now();
    let before = args.before.as_deref().map(|text| parse_instant(text, now, &ctx.out.zone)).transpose();
    let before = before.map_err(|error| Failure::usage(format!("`--before`: {error}")))?;
    // Counting may take a while, and is only for the question.
    let is_answered = if args.unfinished { args.confirm.is_some() } else { ctx.yes };
    let label = if is_answered { String::new() } else { question(ctx, &args, before).await? };
    if args.unfinished {
        ctx.confirm_name(&Question::new(&label, "--confirm unfinished"), WORD, args.confirm.as_deref())?;
    } else {
        ctx.confirm(&Question::new(&label, "--yes"))?;
    }
    let what = Prune { before, max_bytes: args.max_size, unfinished: args.unfinished };
    let pruned = args.place.change(ctx, move |store| store.prune(what, now)).await?;
    ctx.show(&Gone(pruned))
}

/// Returns what is asked: how much there is, and how much of it goes. How many events a size takes
/// is known only once they are gone.
async fn question(ctx: &Context, args: &Args, before: Option<Timestamp>) -> Result<String, Failure> {
    let held = args.place.read(ctx, Store::holdings).await?;
    let unfinished = args.unfinished;
    let what = match before {
        Some(time) => {
            let old = args.place.read(ctx, move |store| store.count_before(time, unfinished)).await?;
            let more = if args.max_size.is_some() { ", and more until it is small enough" } else { "" };
            format!("the {} from before {}{more}", count(old), ctx.out.look(&ctx.term).when(time))
        }
        None => "the oldest until it is small enough".to_owned(),
    };
    let question = format!("The inbox holds {} in {}. Remove {what}", counted(held.events, "event"), bytes(held.bytes));
    if !args.unfinished {
        return Ok(format!("{question}?"));
    }
    let unhandled = count(args.place.read(ctx, Store::unfinished).await?);
    Ok(format!("{question}, also those that nobody handled ({unhandled} in all)? Type `{WORD}`"))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Gone(Pruned);

impl View for Gone {
    const SCHEMA: &'static str = "webhooks.inbox.prune/1";

    fn human(&self, page: &mut Page<'_>) {
        let Pruned { removed, kept_unfinished, bytes: used } = self.0;
        page.line(format!("{} removed; the inbox uses {}", counted(removed, "event"), bytes(used)));
        if kept_unfinished > 0 {
            page.line(Line::new().caution("note").commands(&format!(
                ": {} were old enough and stay, because nobody handled them: `makini webhooks inbox retry` or `--unfinished`",
                count(kept_unfinished)
            )));
        }
    }
}
