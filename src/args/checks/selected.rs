//! Which connections are checked.

use super::super::resolve;
use super::check_args::CheckArgs;
use crate::api::connections::{Connection, Lifecycle};
use crate::client::{Client, PageOptions, Pages};
use crate::context::Context;
use crate::failure::{During as _, Failure};

/// What was being done when the list failed.
const LISTING: &str = "could not list the connections";

/// The connections to check: those that were named, or those of the list that match.
pub(super) struct Selected<'a> {
    args: &'a CheckArgs,
    client: &'a Client,
    /// The rows that were read before the check begins.
    pub(super) known: Vec<Connection>,
    /// The pages that are read while it runs.
    rest: Option<Pages<Connection>>,
    is_empty: bool,
}

impl<'a> Selected<'a> {
    /// Reads all of them with `is_whole`, otherwise the first page.
    pub(super) async fn read(ctx: &'a Context, args: &'a CheckArgs, is_whole: bool) -> Result<Self, Failure> {
        let client = ctx.client().await.during(|| LISTING.into())?;
        let (known, rest) = if args.connections.is_empty() {
            (Vec::new(), Some(client.connection_pages(PageOptions::all())))
        } else {
            (resolve::connections(ctx, client, &args.connections).await?, None)
        };
        let mut selected = Self { args, client, is_empty: known.is_empty(), known, rest };
        while let Some(page) = selected.next().await? {
            selected.known.extend(page);
            if !is_whole {
                break;
            }
        }
        Ok(selected)
    }

    /// Returns whether no page is left.
    pub(super) fn is_whole(&self) -> bool {
        self.rest.is_none()
    }

    /// Reads the next page, and returns those of it that match.
    ///
    /// # Errors
    /// It could not be listed; none matches, and no connection can be of the system that was asked for.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<Connection>>, Failure> {
        let Self { args, client, rest, is_empty, .. } = self;
        let Some(pages) = rest else { return Ok(None) };
        let page = pages.next().await.during(|| LISTING.into())?;
        let is_last = page.is_none() || pages.upcoming().is_none();
        let mut rows = page.unwrap_or_default();
        rows.retain(|row| row.lifecycle() != Lifecycle::Disconnected && args.rows.fits(row));
        *is_empty &= rows.is_empty();
        if is_last {
            *rest = None;
            if *is_empty {
                args.rows.check_systems(client, "check").await?;
            }
        }
        Ok(Some(rows))
    }
}
