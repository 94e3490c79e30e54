//! Transactions of several statements, and what is tried again.

use tokio_postgres::Client;
use tokio_postgres::error::SqlState;

use crate::inbox::postgres::BEGIN;

/// How often something is tried that the server gave up because of others.
const TRIES: u32 = 5;

/// Does something in one transaction.
pub(super) async fn within<T>(
    client: &Client,
    work: impl AsyncFnOnce() -> Result<T, tokio_postgres::Error>,
) -> Result<T, tokio_postgres::Error> {
    client.batch_execute(BEGIN).await?;
    match work().await {
        Ok(done) => client.batch_execute("COMMIT").await.map(|()| done),
        Err(error) => {
            client.batch_execute("ROLLBACK").await.ok();
            Err(error)
        }
    }
}

/// Tries again what the server gave up because of what others were doing.
pub(super) async fn again<T>(
    mut work: impl AsyncFnMut() -> Result<T, tokio_postgres::Error>,
) -> Result<T, tokio_postgres::Error> {
    for _ in 1..TRIES {
        match work().await {
            Err(error) if is_passing(&error) => {}
            done => return done,
        }
    }
    work().await
}

fn is_passing(error: &tokio_postgres::Error) -> bool {
    error
        .code()
        .is_some_and(|code| *code == SqlState::T_R_DEADLOCK_DETECTED || *code == SqlState::T_R_SERIALIZATION_FAILURE)
}
