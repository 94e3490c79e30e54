//! What the inbox knows about its events, for a budget.

use crate::args::inbox_place;
use crate::context::Context;
use crate::failure::Failure;
use crate::health::{EventCounts, ProbeError};
use crate::inbox::query::Store;

/// Counts the events of the inbox of the settings. That there is none is an error: nothing is known then.
pub(super) async fn read(ctx: &Context) -> Result<EventCounts, ProbeError> {
    let found = async {
        let place = inbox_place::place(ctx, None)?;
        let counts = Store::failing(&place).await?;
        Ok::<_, Failure>(EventCounts {
            received: counts.received,
            failing: counts.failed,
            regressed: counts.regressed,
            waiting: counts.waiting,
            oldest_pending_at: counts.oldest_pending_at,
        })
    };
    found.await.map_err(|failure| ProbeError::from(&failure))
}
