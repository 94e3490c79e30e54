//! Which inbox this invocation is about.

use std::path::{Path, PathBuf};

use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::Place;

/// How the address of a database begins.
const SCHEMES: [&str; 2] = ["postgres://", "postgresql://"];

/// Returns the inbox that was named, else that of the settings, else the one in the data folder.
///
/// # Errors
/// It is named in a way that is not accepted; or none is named, and there is no folder for one.
pub(crate) fn place(ctx: &Context, named: Option<&str>) -> Result<Place, Failure> {
    let Some(text) = named.or_else(|| ctx.settings.maybe("inbox")) else {
        return Ok(ctx.settings.paths.inbox_file()?.into());
    };
    if SCHEMES.iter().any(|scheme| text.starts_with(scheme)) {
        return server(ctx, text);
    }
    // What was mistyped is not repeated: it may hold a password.
    if let Some((scheme, _)) = text.split_once("://") {
        return Err(Failure::usage(format!("an inbox is a file or a PostgreSQL database, and none of `{scheme}`"))
            .hint("write a database as `postgres://USER@HOST/DATABASE`"));
    }
    let path = match named {
        // The shell has put the home folder into it.
        Some(path) => Some(PathBuf::from(path)),
        None => ctx.settings.path("inbox", &ctx.env),
    };
    let path = path.as_deref().unwrap_or(Path::new(text));
    Ok(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).into())
}

#[cfg(feature = "postgres")]
fn server(ctx: &Context, address: &str) -> Result<Place, Failure> {
    use crate::inbox::postgres::Server;
    use crate::secret::Secret;

    /// Longest file that is read for a password.
    const LONGEST: u64 = 64 << 10;

    let server = Server::parse(address, &ctx.network())?;
    let password = match ctx.settings.path("inbox_password_file", &ctx.env) {
        Some(file) => Some(ctx.secret_file(&file, LONGEST)?),
        None => ctx.env.text("PGPASSWORD").filter(|text| !text.is_empty()).map(Secret::new),
    };
    Ok(match &password {
        Some(password) => server.with_password(password),
        None => server,
    }
    .into())
}

#[cfg(not(feature = "postgres"))]
fn server(_: &Context, _: &str) -> Result<Place, Failure> {
    Err(Failure::usage("this build has no PostgreSQL: it was made without the feature `postgres`").hint("name a file"))
}
