//! What a failed request means, and the next commands.

use super::row::Row;
use crate::api::error_code::ErrorCode;
use crate::shell::{operand, option};

/// Returns what the error code means in a sentence, or the status where the code is not known.
pub(super) fn explanation(row: &Row) -> Option<&'static str> {
    if !row.is_failed() {
        return None;
    }
    let known = match row.error_code.as_deref().map(ErrorCode::from) {
        Some(ErrorCode::SourceUnreachable) => Some("the system behind the connection could not be reached"),
        Some(ErrorCode::ReauthorizationRequired) => {
            Some("the system behind the connection no longer accepts its credentials")
        }
        Some(ErrorCode::AuthenticationFailed) => Some("the token was not accepted"),
        Some(ErrorCode::TokenExpired) => Some("the token had expired"),
        Some(ErrorCode::TokenRevoked) => Some("the token had been revoked"),
        Some(ErrorCode::PermissionDenied) => Some("the token does not allow this"),
        Some(ErrorCode::RateLimitExceeded) => Some("too many requests in too short a time"),
        Some(ErrorCode::ValidationFailed | ErrorCode::InvalidRequest) => Some("the request was not valid"),
        Some(ErrorCode::SyncInProgress) => Some("a sync of the connection was running already"),
        Some(ErrorCode::InsufficientCredits) => Some("the account has too few credits"),
        _ => None,
    };
    if known.is_some() {
        return known;
    }
    Some(match row.status {
        None => "no answer came, or none that could be read",
        Some(401) => "the token was not accepted",
        Some(403) => "the token may not do this",
        Some(404 | 410) => "there was no such thing",
        Some(405 | 501) => "the server does not offer this",
        Some(429) => "too many requests in too short a time",
        Some(400..=499) => "the server refused the request",
        Some(_) => "the platform, or something before it, failed",
    })
}

/// Returns the commands that help, the most specific first.
pub(super) fn next_commands(row: &Row) -> Vec<String> {
    let mut commands = Vec::new();
    let id = row.connection_id.as_deref();
    if row.is_failed() {
        let connection = |words: &str| id.map(|id| format!("makini {words} {}", operand(id)));
        let first = match (row.error_code.as_deref().map(ErrorCode::from), row.status) {
            (Some(ErrorCode::ReauthorizationRequired), _) => connection("reconnect"),
            (Some(ErrorCode::SourceUnreachable), _) => connection("connections status"),
            (Some(ErrorCode::SyncInProgress), _) => connection("sync watch"),
            (Some(ErrorCode::InsufficientCredits), _) => Some("makini credits".into()),
            (_, Some(401)) => Some("makini login".into()),
            (_, Some(403)) => Some("makini whoami".into()),
            _ => None,
        };
        commands.extend(first);
        let only = id.map(|id| format!(" {}", option("--connection", id))).unwrap_or_default();
        commands.push(format!("makini requests list{only} --errors"));
    }
    if let (Some(sync), Some(id)) = (&row.sync_id, id) {
        commands.push(format!("makini sync show {} {}", operand(id), operand(sync)));
    }
    commands
}
