//! The arguments with a delivery: headers and a body, or a whole captured request.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::webhooks::header::Header;
use crate::webhooks::sign::CannotSign;
use crate::webhooks::{Config, Reason, Scheme, Verdict, capture};

/// Largest captured request that is read.
const LARGEST_CAPTURE: u64 = 64 * 1024 * 1024;

/// Maximum size of a file that is read on the current thread.
const QUICK: u64 = 1024 * 1024;

/// Flags for the delivery.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Delivery")]
pub(super) struct DeliveryArgs {
    /// File with the body, `-` for stdin (default)
    #[arg(value_name = "BODY", help_heading = None::<&'static str>)]
    body: Option<PathBuf>,

    /// Header as received (can be repeated)
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    header: Vec<String>,

    /// File with a captured request, `-` for stdin
    ///
    /// An HTTP request as text, a log of `curl -v`, `curl --trace` or `mitmdump --flow-detail 3`, a curl command, HAR, an
    /// export of Postman or Insomnia, an event of an API gateway, an `.http` file. A BODY beside it is taken instead of
    /// the capture's.
    #[arg(long, value_name = "FILE", conflicts_with = "header", hide_short_help = true)]
    request: Option<PathBuf>,
}

/// Headers, and a reader of the body.
pub(super) struct Delivery {
    headers: Vec<(String, Vec<u8>)>,
    /// The first line of a captured request.
    request_line: Option<String>,
    /// Why the body of the capture may be another than the one that was sent.
    doubt: Option<String>,
    /// The body.
    pub(super) body: Box<dyn Read + Send>,
    /// Whether reading the body takes no time: a pipe waits for its writer, and a large file for its disk.
    pub(super) quick: bool,
}

impl Delivery {
    /// Returns the headers as the verifier takes them.
    pub(super) fn headers(&self) -> Vec<Header<'_>> {
        self.headers.iter().map(|(name, value)| Header::new(name, value)).collect()
    }

    /// Adds the URL to the configuration of a scheme that signs it: the configured one completed by the target of the
    /// captured request, or the one that the request was sent to.
    pub(super) fn complete_url(&self, config: &mut Config) -> Result<(), Failure> {
        if !config.scheme.signs_url() {
            return Ok(());
        }
        let target = self.request_line.as_deref().and_then(|line| line.split(' ').nth(1));
        let url = match (config.url.take(), target) {
            (Some(url), Some(target)) => url.of_request(target),
            (Some(url), None) => url,
            (None, target) => {
                let sent_to = target.and_then(|target| self.sent_to(target));
                sent_to.ok_or_else(|| no_url(config.scheme))?.parse()?
            }
        };
        config.url = Some(url);
        Ok(())
    }

    /// Returns the URL that the captured request was sent to; https, unless a proxy noted something else.
    fn sent_to(&self, target: &str) -> Option<String> {
        let value = |name: &str| {
            let (_, value) = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
            std::str::from_utf8(value).ok()
        };
        let protocol = value("x-forwarded-proto").unwrap_or("https");
        Some(format!("{protocol}://{}{target}", value("host")?))
    }

    /// Takes why a failed verification would prove nothing.
    pub(super) fn take_doubt(&mut self) -> Doubt {
        Doubt(self.doubt.take())
    }

    /// Reads the whole body, up to a limit.
    pub(super) fn read_body(&mut self, limit: u64) -> Result<Vec<u8>, Failure> {
        read_up_to(&mut self.body, limit, "the body")
    }
}

/// Why the body may be another than the one that was sent, if anything says so.
pub(super) struct Doubt(Option<String>);

impl Doubt {
    /// Refuses the verdict that a signature does not belong to a body that may never have been sent like this.
    pub(super) fn check(&self, verdict: &Verdict) -> Result<(), Failure> {
        let about_body =
            matches!(verdict.reason(), Some(Reason::Mismatch { .. } | Reason::BodyDigest | Reason::NotJson(_)));
        match &self.0 {
            Some(doubt) if about_body => {
                Err(Failure::usage(format!("cannot tell whether the signature is right: {doubt}"))
                    .hint("name the file with the body beside the capture: `--request FILE BODY`"))
            }
            _ => Ok(()),
        }
    }
}

impl DeliveryArgs {
    /// Opens the delivery. `secret_on_stdin` is whether stdin is taken already.
    pub(super) fn open(&self, ctx: &Context, secret_on_stdin: bool) -> Result<Delivery, Failure> {
        let body = self.body.as_deref().unwrap_or(Path::new("-"));
        let is_stdin = |path: &Path| path == Path::new("-");
        let takes_stdin = match (&self.request, &self.body) {
            (Some(request), Some(body)) if is_stdin(request) && is_stdin(body) => {
                return Err(Failure::usage("stdin can be the captured request or the body, not both")
                    .hint("name a file for one of them: `--request FILE` or BODY"));
            }
            (Some(request), body) => is_stdin(request) || body.as_deref().is_some_and(is_stdin),
            (None, _) => is_stdin(body),
        };
        if takes_stdin && secret_on_stdin {
            return Err(twice("the body", "BODY"));
        }
        if let Some(file) = &self.request {
            let text = read_up_to(&mut open(ctx, file)?, LARGEST_CAPTURE, "the captured request")?;
            let capture = capture::parse(&text)?;
            // What may be wrong with its body does not matter where another is named.
            let doubts = if self.body.is_none() { capture.doubts } else { Vec::new() };
            for warning in capture.warnings.iter().chain(&doubts) {
                ctx.term.warn(warning.as_str());
            }
            let body: Box<dyn Read + Send> = match (&self.body, capture.no_body) {
                (Some(file), _) => open(ctx, file)?,
                (None, None) => Box::new(Cursor::new(capture.body)),
                (None, Some(why)) => {
                    let failure = Failure::usage(format!("there is no body: {}", why.reason()));
                    return Err(failure.hint("name the file with the body beside the capture: `--request FILE BODY`"));
                }
            };
            let quick = self.body.is_none();
            let doubt = (!doubts.is_empty()).then(|| doubts.join("; "));
            return Ok(Delivery { headers: capture.headers, request_line: capture.request_line, doubt, body, quick });
        }
        let mut headers = Vec::new();
        for line in &self.header {
            let header = Header::parse(line)?;
            headers.push((header.name.to_owned(), header.value.to_vec()));
        }
        let small = |facts: std::fs::Metadata| facts.is_file() && facts.len() <= QUICK;
        let quick = body != Path::new("-") && std::fs::metadata(body).is_ok_and(small);
        Ok(Delivery { headers, request_line: None, doubt: None, body: open(ctx, body)?, quick })
    }
}

/// Reads all there is, and fails when it is more: the beginning of a body is not the body.
pub(super) fn read_up_to(input: &mut dyn Read, limit: u64, what: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = input.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| Failure::new(Exit::Local, format!("could not read {what}: {error}")))?;
    if bytes.len() as u64 > limit { Err(too_long(what, limit)) } else { Ok(bytes) }
}

/// Refuses what is longer than the limit, in bytes.
pub(super) fn too_long(what: &str, limit: u64) -> Failure {
    Failure::new(Exit::Invalid, format!("{what} is longer than the limit of {limit} bytes"))
}

/// Refuses a scheme that signs the URL where none is known.
pub(super) fn no_url(scheme: Scheme) -> Failure {
    CannotSign::NoUrl(scheme).into()
}

/// Refuses to take two things from stdin.
pub(super) fn twice(what: &str, name: &str) -> Failure {
    Failure::usage(format!("stdin can be {what} or the secret, not both"))
        .hint(format!("name a file for one of them: `--secret-file FILE` or {name}"))
}

/// Opens a file, or stdin for `-`. Never waits for a person to type a body.
pub(super) fn open(ctx: &Context, path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if path == Path::new("-") {
        if ctx.term.terminal().stdin {
            return Err(Failure::usage("there is no body: stdin is a terminal, and nothing waits for it to be typed")
                .hint("name a file, or pipe the body in"));
        }
        return ctx.term.take_stdin().ok_or_else(|| Failure::usage("stdin was read already"));
    }
    let file = File::open(path).map_err(|error| Failure::unreadable(path.display(), &error))?;
    if file.metadata().is_ok_and(|facts| facts.is_dir()) {
        return Err(Failure::usage(format!("could not read `{}`: it is a folder", path.display())));
    }
    Ok(Box::new(file))
}
