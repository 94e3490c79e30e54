//! `makini webhooks inbox prune`.

use serde::Serialize;

use super::super::inbox_args::InboxArgs;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Prune, Pruned, Store};
use crate::measure::parse_instant;
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View, bytes, count};

/// What has to be typed before events that nobody has handled go.
const WORD: &str = "unfinished";

/// Remove old events
///
/// Nothing else ever removes an event. Those that wait or failed stay, unless `--unfinished` says otherwise. IDs are
/// remembered for a week, so a late repeat is still a duplicate. Example: `makini webhooks inbox prune --before 30d`
#[derive(clap::Args, Debug)]
#[command(group(clap::ArgGroup::new("what").required(true).multiple(true)))]
pub struct Args {
    /// What came before this: `30d` for that long ago, `2026-03-01`, or RFC 3339
    #[arg(long, value_name = "TIME", group = "what")]
    before: Option<String>,

    /// The oldest, until the inbox uses no more than so many bytes
    #[arg(long, value_name = "BYTES", group = "what")]
    max_size: Option<u64>,

    /// Also events that wait or failed: they are lost then
    #[arg(long)]
    unfinished: bool,

    /// Confirm `--unfinished` where nobody can be asked, with the word `unfinished`
    #[arg(long, value_name = "WORD")]
    confirm: Option<String>,

    #[command(flatten)]
    place: InboxArgs,
}

/// Removes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let now = ctx.clock.now();
    let before = args.before.as_deref().map(|text| parse_instant(text, now, &ctx.out.zone)).transpose();
    let before = before.map_err(|error| Failure::usage(format!("`--before`: {error}")))?;
    let totals = args.place.read(ctx, Store::totals).await?;
    let label = format!("The inbox holds {} events in {}. Remove old ones", count(totals.events), bytes(totals.bytes));
    if args.unfinished {
        let label =
            format!("{label}, even of the {} that nobody handled? Type `{WORD}`", totals.pending + totals.failed);
        ctx.confirm_name(&Question::new(&label, "--confirm unfinished"), WORD, args.confirm.as_deref())?;
    } else {
        ctx.confirm(&Question::new(&format!("{label}?"), "--yes"))?;
    }
    let what = Prune { before, max_bytes: args.max_size, unfinished: args.unfinished };
    let pruned = args.place.change(ctx, move |store| store.prune(what, now)).await?;
    ctx.show(&Gone(pruned))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Gone(Pruned);

impl View for Gone {
    const SCHEMA: &'static str = "webhooks.inbox.prune/1";

    fn human(&self, page: &mut Page<'_>) {
        let Pruned { removed, kept_unfinished, bytes: used } = self.0;
        page.line(format!("{} events removed; the inbox uses {}", count(removed), bytes(used)));
        if kept_unfinished > 0 {
            page.line(Line::new().caution("note").commands(&format!(
                ": {} were old enough and stay, because nobody handled them: `makini webhooks inbox retry` or `--unfinished`",
                count(kept_unfinished)
            )));
        }
    }
}
