//! `makini connections rename`.

use super::show::Details;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::call::Update;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shell::operand;

/// Update the name or e-mail of a connection
///
/// The ID stays the same.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections rename \"Plant 7\" \"Plant 7 Lyon\"",
    "makini connections rename \"Plant 7\" --email ops@example.com",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// New name
    #[arg(required_unless_present = "email")]
    name: Option<String>,

    /// New e-mail address
    #[arg(long, value_name = "EMAIL")]
    email: Option<String>,
}

/// Changes it, and shows the connection as it is then.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Details>()?;
    if args.name.as_deref().is_some_and(|name| name.trim().is_empty()) {
        return Err(Failure::usage("the new name is empty"));
    }
    let client = ctx.client().await?;
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let update = Update { name: args.name, email: args.email };
    let during = || format!("could not change `{}`", args.connection);
    let changed = client.update_connection(found.id(), &update).await.during(during).map_err(|failure| match update
        .name
        .as_deref()
        .filter(|_| failure.exit == Exit::Unsupported)
    {
        Some(name) => {
            let entry = shell_words::quote(&format!("label={name}")).into_owned();
            failure.hint(format!("`makini connections metadata {} {entry}` stores it as a label", operand(found.id())))
        }
        None => failure,
    })?;
    ctx.term.status(format!("changed `{}`", found.name.as_deref().unwrap_or(found.id())));
    ctx.show(&Details::of(&changed))
}
