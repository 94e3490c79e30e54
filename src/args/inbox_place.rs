//! Which inbox this invocation is about.

use std::path::Path;

use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::Place;

/// Returns the inbox that was named, else the one in the data folder.
///
/// # Errors
/// None is named, and there is no folder for one.
pub(crate) fn place(ctx: &Context, named: Option<&str>) -> Result<Place, Failure> {
    match named {
        Some(text) => Ok(std::path::absolute(text).unwrap_or_else(|_| Path::new(text).to_owned()).into()),
        None => Ok(ctx.settings.paths.inbox_file()?.into()),
    }
}
