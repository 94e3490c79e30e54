//! Signing in and out, and who is signed in.

pub mod login;
pub mod logout;
pub mod whoami;

use crate::context::Context;
use crate::secrets::env::TOKEN;

/// Returns the variable that names a ready token, if one is set: it wins over whatever a login stores.
fn ready_token_variable(ctx: &Context) -> Option<String> {
    [TOKEN.to_owned(), format!("{TOKEN}_FILE")].into_iter().find(|name| ctx.env.raw(name).is_some())
}
