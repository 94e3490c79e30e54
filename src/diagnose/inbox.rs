//! Checks the inbox of the settings where it is on a server: whether it can be reached, and whether what it commits stays.

use super::finding::Finding;
use crate::args::inbox_place;
use crate::context::Context;
use crate::inbox::Place;

/// Returns nothing where the inbox is in a file.
pub(super) async fn check(ctx: &Context) -> Option<Finding> {
    ctx.settings.maybe("inbox")?;
    let place = match inbox_place::place(ctx, None) {
        Ok(place) => place,
        Err(failure) => return Some(Finding::failed("inbox", &failure)),
    };
    match place {
        Place::File(_) => None,
        #[cfg(feature = "postgres")]
        Place::Server(server) => Some(match crate::inbox::postgres::check(&server).await {
            Ok(version) => Finding::ok("inbox", format!("{server}, PostgreSQL {version}, keeps what it commits")),
            Err(error) => Finding::failed("inbox", &error.into()),
        }),
    }
}
