//! `makini why`.

mod find;
mod view;

use std::time::Duration;

use self::find::{Found, find};
use self::view::{About, Answer, LookedAt};
use crate::args::examples;
use crate::args::resolve::with_other_profile;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::measure::parse_positive_duration;
use crate::requests::Source;
use crate::why::{self, Case, Subject, diagnose, rules};

/// Rank the likely causes of a failure
///
/// Collects what the connection returns of itself, its newest sync, and the requests in the server's log and in the
/// journal of this machine, and compares them with what fails for other connections at the same time. Each cause is shown
/// with its evidence, how sure it is, and the next command. Where nothing decides it, the output says what would.
///
/// A server without a log of requests leaves the journal, which has the requests of this machine alone. Of a webhook the
/// deliveries of the server are looked at, and the inbox of this machine.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini why \"Plant 7\"",
    "makini why req_01hq",
    "makini why evt_01hq -o json",
])]
pub struct Args {
    /// Connection (ID, name or unique prefix), or the ID of a request, a sync, a webhook event or a delivery
    #[arg(value_name = "CONNECTION|REQUEST|SYNC|EVENT|DELIVERY")]
    subject: String,

    /// How far back to look at requests of a connection
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = parse_positive_duration)]
    window: Duration,
}

/// Ranks them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Answer>()?;
    let client = ctx.client().await?;
    let journal = ctx.journal().ok().map(|journal| (&**journal, ctx.settings.profile()));
    let mut source = Source::new(client, journal);
    let found = find(ctx, &mut source, &args.subject).await.map_err(|failure| match failure.exit {
        Exit::NotFound => with_other_profile(ctx, "why", &args.subject, failure),
        _ => failure,
    })?;
    let case = case(found, &mut source, args.window).await;
    let repeated = &ctx.term.options().repeated;
    let mut diagnosis = diagnose(&case);
    for cause in &mut diagnosis.causes {
        // A sandbox issues its tokens by itself.
        cause.next.retain(|command| command != "makini login" || !ctx.settings.is_on("sandbox"));
        for command in &mut cause.next {
            if source.is_offline {
                *command = rules::offline(command);
            }
            *command = repeated.in_command(command).into_owned();
        }
    }
    let unread = source.unread.each_once();
    for what in &unread.0 {
        ctx.term.warn(format!("could not read {what}"));
    }
    ctx.show(&Answer {
        subject: About::of(&case),
        diagnosis,
        looked_at: LookedAt::of(&case, source.read),
        unread: unread.0,
    })
}

/// Collects what is known.
async fn case(found: Found, source: &mut Source<'_>, window: Duration) -> Case {
    let now = source.client.now();
    let mut case = Case {
        subject: Subject::Connection,
        connection: None,
        connection_id: None,
        unreachable: None,
        sync_error: None,
        records: Vec::new(),
        elsewhere: None,
        unread: Vec::new(),
        now,
    };
    let since = now.checked_sub(window).ok();
    match found {
        Found::Connection(connection) => {
            (case.records, case.sync_error) = why::connection(source, &connection, since).await;
            case.connection_id = Some(connection.id().to_owned());
            case.connection = Some(*connection);
        }
        Found::Journaled { id, failure } => {
            source.is_offline = true;
            case.records = why::journaled(source, &id, since);
            let sentence = failure.causes().join(": ");
            source.unread.0.push(format!("the connection: {sentence}"));
            case.unreachable = failure.code.clone().map(|code| (code, sentence));
            case.connection_id = Some(id);
            case.unread.clone_from(&source.unread.0);
            return case;
        }
        Found::Request(record) => {
            case.connection_id.clone_from(&record.connection_id);
            case.records = why::around_request(source, &record).await;
            // The journal may know that the answer did not arrive.
            let whole = case.records.iter().find(|other| other.is(&record));
            case.subject = Subject::Request(whole.cloned().map_or(record, Box::new));
        }
        Found::Sync(sync) => {
            case.connection_id.clone_from(&sync.connection_id);
            case.records = why::of_sync(source, sync.id.as_deref().unwrap_or_default()).await;
            case.subject = Subject::Sync(sync);
        }
        Found::Webhook(webhook) => {
            let of_inbox = webhook.received.as_ref().map(|received| received.entry.connection.clone());
            let of_server = webhook.deliveries.first().and_then(|row| row.connection_id.clone());
            case.connection_id = of_server.or(of_inbox).filter(|id| !id.is_empty());
            if let Some(id) = &case.connection_id {
                case.connection = why::row(source, id).await;
            }
            case.subject = Subject::Webhook(webhook);
            case.unread.clone_from(&source.unread.0);
            return case;
        }
    }
    if case.connection.is_none()
        && let Some(id) = &case.connection_id
    {
        case.connection = why::row(source, id).await;
    }
    let at = case.at();
    case.elsewhere = why::failing_elsewhere(source, at, case.connection_id.as_deref()).await;
    case.unread.clone_from(&source.unread.0);
    case
}
