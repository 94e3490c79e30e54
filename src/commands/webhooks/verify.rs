//! `makini webhooks verify`.

use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::delivery_args::{self, DeliveryArgs};
use super::scheme::{AtArgs, SchemeArgs};
use super::verdict::VerdictView;
use crate::args::examples;
use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::settings::parse_size;
use crate::term::Term;
use crate::term::progress::Unit;
use crate::view::counted;
use crate::webhooks::batch;
use crate::webhooks::explain::{Language, explain};
use crate::webhooks::scheme::Canonicalization;
use crate::webhooks::verify::Verifier;

/// Verify the signature of a webhook, offline
///
/// Exits with 0 only if the signature is valid, and with 10 if it is not, with the reason.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks verify body.json -H \"X-Webhook-Signature: $SIGNATURE\" --secret-file secret.txt",
    "makini webhooks inbox export | makini webhooks verify --batch - --secret-file secret.txt",
])]
pub struct Args {
    /// If the signature is wrong, find the mistake
    #[arg(long, conflicts_with = "batch")]
    explain: bool,

    /// Write the verified payload to this file
    #[arg(long, value_name = "FILE", conflicts_with = "batch", hide_short_help = true)]
    save_proven: Option<PathBuf>,

    /// Verify a file of NDJSON deliveries, `-` for stdin
    ///
    /// Each line is `{"id":…,"headers":{…},"body":"…"}`, or with `body_base64`. Results are NDJSON on stdout, in the
    /// same order.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["request", "header", "body"])]
    batch: Option<PathBuf>,

    /// Maximum body size, for example `64MiB`
    #[arg(long, value_name = "SIZE", default_value = "64MiB", value_parser = size, hide_short_help = true)]
    max_body: u64,

    #[command(flatten)]
    delivery: DeliveryArgs,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,
}

/// Hint for a body over the limit.
const MORE: &str = "`--max-body SIZE` reads more, as `--max-body 1GiB`";

/// Parses a size in bytes, with a unit or without.
pub(super) fn size(text: &str) -> Result<u64, String> {
    parse_size(text).ok_or_else(|| "write a size in bytes, or as `64MiB`".into())
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut config = args.scheme.config();
    config.limits.size = usize::try_from(args.max_body).unwrap_or(usize::MAX);
    let now = args.at.now(ctx)?;
    if let Some(file) = &args.batch {
        if file == Path::new("-") && args.scheme.secret_from_stdin() {
            return Err(delivery_args::twice("the deliveries", "`--batch FILE`"));
        }
        args.scheme.require_url()?;
        let secrets = args.scheme.secrets(ctx).await?;
        return many(ctx, Verifier::new(&config, &secrets), file, now).await;
    }
    let mut delivery = args.delivery.open(ctx, args.scheme.secret_from_stdin())?;
    delivery.complete_url(&mut config)?;
    let doubt = delivery.take_doubt();
    let secrets = args.scheme.secrets(ctx).await?;
    let raw_only = config.candidates == [Canonicalization::Raw];
    if raw_only && !args.explain && args.save_proven.is_none() {
        // The body is read in pieces and never held as a whole.
        let body = std::mem::replace(&mut delivery.body, Box::new(std::io::empty()));
        let mut limited = Limited { inner: body, left: args.max_body };
        // On a blocking thread, so that an interrupt is handled while a pipe is slow.
        let verdict = blocking::run_unless(delivery.quick, move || {
            let headers = delivery.headers();
            Verifier::new(&config, &secrets).verify_read(&headers, &mut limited, now)
        })
        .await;
        let verdict = verdict.map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => delivery_args::too_long("the body", args.max_body).hint(MORE),
            _ => Failure::new(Exit::Local, format!("could not read the body: {error}")),
        })?;
        doubt.check(&verdict)?;
        return ctx.show(&VerdictView::of(&verdict));
    }
    let (delivery, body) = blocking::run_unless(delivery.quick, move || {
        let body = delivery.read_body(args.max_body);
        (delivery, body)
    })
    .await;
    let body = body.map_err(|failure| if failure.exit == Exit::Invalid { failure.hint(MORE) } else { failure })?;
    let headers = delivery.headers();
    if args.explain {
        let explanation = explain(&config, &secrets, &[], &headers, &body, now)?;
        if explanation.mistakes.is_empty() {
            doubt.check(&explanation.verdict)?;
        }
        return ctx.show(&VerdictView::explained(&explanation, &Language::ALL));
    }
    let verdict = Verifier::new(&config, &secrets).verify(&headers, &body, now);
    doubt.check(&verdict)?;
    if let (Some(path), Ok(found)) = (&args.save_proven, &verdict.outcome) {
        let proven = match (found.canonicalization, &verdict.canonical) {
            (Canonicalization::JsonStringify, Some(canonical)) => canonical,
            _ => &body,
        };
        files::save(path, proven, Access::Everyone, "")?;
    }
    ctx.show(&VerdictView::of(&verdict))
}

async fn many(ctx: &Context, verifier: Verifier, file: &Path, now: i64) -> Result<Exit, Failure> {
    let total = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|facts| facts.len());
    let input = delivery_args::open(ctx, file)?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let progress = ctx.term.progress();
    let bar = progress.bar("deliveries", total, Unit::Bytes);
    let (output, moving) = (Stdout(ctx.term.clone()), bar.clone());
    let summary = blocking::run(move || {
        batch::verify_stream(&verifier, input, output, batch::Options::new(threads, now), |summary| {
            moving.set(summary.bytes);
            ControlFlow::Continue(())
        })
    })
    .await;
    let summary = match summary {
        // The reader closed the pipe; not everything was verified, so the exit code must not be 0.
        Err(error) if error.is_closed_pipe() => return Ok(Exit::Invalid),
        summary => summary?,
    };
    bar.clear();
    let batch::Summary { deliveries, valid, invalid, broken, .. } = summary;
    ctx.term.status(format!(
        "{}: {valid} verified, {invalid} not verified, {broken} broken",
        counted(deliveries, "delivery")
    ));
    Ok(if summary.all_valid() { Exit::Ok } else { Exit::Invalid })
}

/// Writes results through the terminal.
struct Stdout(Term);

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        use crate::term::OutputError;
        self.0.data(|out| out.write_all(bytes)).map_err(|error| match error {
            OutputError::Closed => std::io::ErrorKind::BrokenPipe.into(),
            OutputError::Write(error) => error,
        })?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Reads up to a limit, and fails beyond it instead of pretending that the body ends there.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left =
            self.left.checked_sub(read as u64).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::FileTooLarge))?;
        Ok(read)
    }
}
