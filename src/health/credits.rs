//! The budget of credits, which belong to the account and not to one connection.

use super::check::{Finding, Rule};
use super::snapshot::ProbeError;
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;

/// Holds the number of credits that are left against what there must be at least.
pub async fn credits(client: &Client, least: u64) -> Finding {
    let pool = match client.credits().await {
        Ok(pool) => pool,
        Err(error) => return Finding::unknown(Rule::Credits, &ProbeError::from(&Failure::from(error))),
    };
    let Some(left) = pool.available else {
        let message = "the server does not return how many credits are left".into();
        let error = ProbeError { exit: Exit::Unavailable, message, request_id: None, remedy: None };
        return Finding::unknown(Rule::Credits, &error);
    };
    let reason = if left == 1 { "1 credit is left".to_owned() } else { format!("{left} credits are left") };
    let finding = if left < least {
        Finding::critical(Rule::Credits, format!("{reason}, less than {least}")).remedy("makini credits")
    } else {
        Finding::ok(Rule::Credits, reason)
    };
    finding
        .fact("left", Some(left))
        .fact("wanted", Some(least))
        .fact("total", pool.total)
        .fact("source", Some("server"))
}
