//! `makini token export`.

use serde_json::json;

use super::details::{stored, usable};
use crate::args::{OptionalConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::secret::Secret;

/// Print the token of a connection for another program
///
/// Prints a line for a shell, or JSON. Requires `--reveal`, so that a secret is never printed by accident. If no token
/// is stored, one is issued.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "eval \"$(makini token export \"Plant 7\" --reveal)\"",
    "makini token export \"Plant 7\" --reveal --format json",
])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// Format of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "env")]
    format: ExportFormat,

    /// Print the token itself
    #[arg(long)]
    reveal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ExportFormat {
    /// `export MAKINI_CONNECTION_TOKEN=…`
    Env,
    /// `{"connection_id":…,"token":…,"expires_at":…}`
    Json,
}

/// Prints it, alone on stdout.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_without_table()?;
    if !args.reveal {
        let failure = Failure::usage("this prints a token, which opens the connection to whoever reads it");
        return Err(failure.hint("add `--reveal` if that is what you want"));
    }
    let row = resolve::connection_or_own(ctx, ctx.client().await?, args.connection.as_deref()).await?;
    let token = usable(ctx, &row).await?;
    // After the token was taken: it may have been renewed.
    let expires_at = stored(ctx, &row).await?.and_then(|known| known.expires_at);
    let line = match args.format {
        ExportFormat::Env => assignment(&token),
        ExportFormat::Json => {
            json!({ "connection_id": row.id(), "token": token.expose(), "expires_at": expires_at }).to_string()
        }
    };
    ctx.term.data(|out| writeln!(out, "{line}"))?;
    Ok(Exit::Ok)
}

/// Writes the line for a shell, quoted whatever is in the token.
fn assignment(token: &Secret) -> String {
    format!("export MAKINI_CONNECTION_TOKEN={}", shell_words::quote(token.expose()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_cannot_end_its_line() {
        assert_eq!(assignment(&Secret::new("mk_1-2.3")), "export MAKINI_CONNECTION_TOKEN=mk_1-2.3");
        assert_eq!(assignment(&Secret::new("a'b;c")), r"export MAKINI_CONNECTION_TOKEN='a'\''b;c'");
    }
}
