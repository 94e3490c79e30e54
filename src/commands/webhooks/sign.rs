//! `makini webhooks sign`.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::delivery_args;
use super::scheme::{AtArgs, SchemeArgs};
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::view::{Page, View};
use crate::webhooks::scheme::Tolerance;
use crate::webhooks::sign::{Stamp, message_id, sign};

/// Largest body that is signed.
const LARGEST_BODY: u64 = 64 * 1024 * 1024;

/// Sign a payload as the platform does
///
/// Prints the headers to send, one per line, and never the secret.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks sign body.json --secret-file secret.txt"])]
pub struct Args {
    /// File with the body, `-` for stdin
    #[arg(value_name = "BODY", default_value = "-")]
    body: PathBuf,

    /// Message ID, for schemes that sign one; default: random
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// Write the body to send to this file
    #[arg(long, value_name = "FILE")]
    save_body: Option<PathBuf>,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SignedHeaders>()?;
    if args.body == Path::new("-") && args.scheme.secret_from_stdin() {
        return Err(delivery_args::twice("the body", "BODY"));
    }
    let config = args.scheme.config();
    let time = args.at.now(ctx)?;
    let timestamp = time.to_string();
    let mut input = delivery_args::open(ctx, &args.body)?;
    let secrets = args.scheme.secrets(ctx).await?;
    let body = delivery_args::read_up_to(&mut input, LARGEST_BODY, "the body")?;
    let id = if let Some(id) = args.id {
        id
    } else {
        let mut random = [0; 18];
        getrandom::fill(&mut random)
            .map_err(|error| Failure::new(Exit::Local, format!("this machine has no random numbers: {error}")))?;
        message_id(random)
    };
    let signed = sign(&config, &secrets, &body, Stamp { id: &id, timestamp: &timestamp })?;
    if let (true, Tolerance::Seconds(tolerance)) = (config.scheme.signs_time(), config.tolerance)
        && ctx.clock.now().as_second().abs_diff(time) > tolerance
    {
        ctx.term.warn(format!(
            "the time signed is more than {tolerance} s away from now: receivers that look at it refuse"
        ));
    }
    for warning in &signed.warnings {
        ctx.term.warn(warning.as_str());
    }
    match &args.save_body {
        Some(path) => files::save(path, &signed.body, Access::Everyone, "")?,
        None if signed.body != body => {
            ctx.term.note(
                "what is signed is the JSON value: any spelling of it may be sent, `--save-body` writes the plain one",
            );
        }
        None => {}
    }
    let headers = signed.headers.into_iter().map(|(name, value)| SignedHeader { name, value }).collect();
    ctx.show(&SignedHeaders { scheme: config.scheme.name(), headers })
}

/// The headers to send.
#[derive(Serialize)]
struct SignedHeaders {
    scheme: &'static str,
    headers: Vec<SignedHeader>,
}

#[derive(Serialize)]
struct SignedHeader {
    name: String,
    value: String,
}

impl View for SignedHeaders {
    const SCHEMA: &'static str = "webhooks.sign/1";

    fn human(&self, page: &mut Page<'_>) {
        for SignedHeader { name, value } in &self.headers {
            page.line(format!("{name}: {value}"));
        }
    }
}
