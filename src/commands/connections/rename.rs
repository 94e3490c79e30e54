//! `makini connections rename`.

use super::show::Details;
use crate::api::connections::{Connection, LABEL, MetadataEntry};
use crate::api::operation::Operation;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::call::Update;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Update the name or e-mail of a connection
///
/// The ID stays the same. Where the server does not rename connections, the name is kept in the metadata of the
/// connection, as `label`: lists show it, and commands find the connection by it.
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
    let during = || format!("could not change `{}`", args.connection);
    let update = Update { name: args.name, email: args.email };
    let title = found.name.clone().unwrap_or_else(|| found.id().to_owned());
    let label = |name: &String| [MetadataEntry { key: LABEL.into(), value: name.clone() }];
    let is_offered = client.offered(Operation::ConnectionUpdate).await.during(during)?.is_some();
    let changed = if let (Update { name: Some(name), email: None }, false) = (&update, is_offered) {
        let metadata = client.set_connection_metadata(found.id(), &label(name)).await.during(during)?;
        ctx.term.warn(format!(
            "this server does not rename connections: `{name}` is kept in the metadata of the connection, as `{LABEL}`; \
             makini shows it and finds the connection by it"
        ));
        Connection { user_metadata: metadata.into(), ..found }
    } else {
        let changed = client.update_connection(found.id(), &update).await.during(during);
        let mut changed = changed.map_err(|failure| match failure.exit {
            Exit::Unsupported => {
                failure.hint("change the e-mail address in the dashboard; a name alone can be kept here")
            }
            _ => failure,
        })?;
        // A label of before would hide the new name.
        if let Some(name) = update.name.as_ref().filter(|_| found.label().is_some()) {
            let metadata = client.set_connection_metadata(found.id(), &label(name)).await.during(during)?;
            changed.user_metadata = metadata.into();
        }
        changed
    };
    ctx.term.status(format!("changed `{title}`"));
    ctx.show(&Details::of(&changed))
}
