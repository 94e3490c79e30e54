//! `makini requests import`.

use std::path::PathBuf;

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::exchange::Exchange;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::journal::{Filter, Journal};
use crate::requests::import::{Imported, read};
use crate::term::Line;
use crate::view::{Card, Cell, Page, View, counted};

/// Bytes of a file that are read.
const LONGEST: u64 = 512 << 20;

/// How many entries that could not be read are named.
const NAMED: usize = 5;

/// Import requests that others logged into the journal
///
/// Reads an HTTP Archive (HAR), or one JSON object per line: an access log with the names of nginx's variables, flows of
/// mitmproxy, spans of OpenTelemetry (OTLP), or `makini requests export`. Metrics, look-ups and checks of this profile then
/// count them as requests of an application. Only requests to the server of the profile, to this machine and to hosts of
/// `--host` are taken; a request that is there already is not taken twice. Nothing that looks like a secret is stored, and
/// no headers and bodies. Exits with 6 if none was taken.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests import traffic.har",
    "makini requests import access.json --host gateway.example.com",
])]
pub struct Args {
    /// File to read; `-` reads stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Also take requests to this host (can be repeated)
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
}

/// What came of it.
#[derive(Serialize)]
struct Report {
    /// The file.
    file: PathBuf,
    /// Number of requests that were added to the journal.
    imported: u64,
    /// Number of requests that were there already.
    known: u64,
    /// Number of requests to other hosts.
    other_hosts: u64,
    /// Number of entries that could not be read.
    unreadable: u64,
    /// The first of them: the number of the entry or line, and why.
    reasons: Vec<(u64, String)>,
}

/// Reads the file and adds what is new.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Report>()?;
    let bytes = if args.file.as_os_str() == "-" {
        ctx.term.read_stdin(LONGEST)?
    } else {
        files::read(&args.file, LONGEST).map_err(|error| Failure::unreadable(args.file.display(), &error))?
    };
    let text = String::from_utf8_lossy(&bytes);
    let mut hosts = args.host;
    let server = ctx.client().await?.server();
    hosts.push(server.name().to_owned());
    let Imported { requests, other_hosts, unreadable } = read(&text, &hosts, server.base());
    if requests.is_empty() && other_hosts == 0 {
        let why =
            unreadable.first().map_or_else(|| "it is empty".to_owned(), |(place, why)| format!("entry {place}: {why}"));
        let failure = Failure::usage(format!("no request was found in `{}`: {why}", args.file.display()));
        return Err(
            failure.hint("HAR, or JSON lines with a time, a method and a path: `makini requests import --help`")
        );
    }
    let journal = ctx.journal_of_others()?;
    let (mut new, mut known) = (Vec::new(), 0);
    for request in requests {
        if is_known(&journal, ctx.settings.profile(), &request)? {
            known += 1;
        } else {
            new.push((request, None));
        }
    }
    let imported = new.len() as u64;
    journal.record_all(new);
    if let Some(warning) = journal.take_warning() {
        return Err(Failure::new(Exit::Local, format!("the requests could not be stored: {warning}")));
    }
    let count = unreadable.len() as u64;
    let reasons = unreadable.into_iter().take(NAMED).collect();
    ctx.show(&Report { file: args.file, imported, known, other_hosts, unreadable: count, reasons })
}

/// Returns whether the journal has a request: the same call at the same time.
fn is_known(journal: &Journal, profile: &str, request: &Exchange) -> Result<bool, Failure> {
    let filter = Filter {
        profile: Some(profile.to_owned()),
        method: Some(request.method.clone()),
        since: Some(request.at),
        until: request.at.checked_add(std::time::Duration::from_micros(1)).ok(),
        ..Filter::default()
    };
    let found = journal.search(&filter)?;
    Ok(found.iter().any(|row| {
        let same_id = row.request_id.is_none() || request.request_id.is_none() || row.request_id == request.request_id;
        row.template == request.template && row.status == request.status && same_id
    }))
}

impl View for Report {
    const SCHEMA: &'static str = "requests.import/1";

    fn human(&self, page: &mut Page<'_>) {
        let more = |count: u64| (count > 0).then(|| Cell::text(count.to_string()));
        let mut card = Card::new()
            .row("imported", Cell::good(counted(self.imported, "request")))
            .opt("known already", more(self.known))
            .opt("other hosts", more(self.other_hosts))
            .opt("unreadable", (self.unreadable > 0).then(|| Cell::bad(self.unreadable.to_string())));
        for (place, why) in &self.reasons {
            card = card.row(format!("  entry {place}"), Cell::text(why.as_str()));
        }
        page.card(&card);
        if self.other_hosts > 0 && self.imported + self.known == 0 {
            page.line(Line::new().commands("`--host NAME` takes the requests to another host"));
        }
    }

    fn exit(&self) -> Exit {
        // Whoever goes on after it does not go on with nothing.
        if self.imported + self.known == 0 { Exit::NotFound } else { Exit::Ok }
    }
}
