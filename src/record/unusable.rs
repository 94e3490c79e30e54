//! Answers that no application can use although no error is said: a page, or a redirect, in place of an answer of the API.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use crate::api::path::{API, PASSTHROUGH, TOKEN};
use crate::client::location;
use crate::exchange::{NOT_JSON, REDIRECT};

/// Returns whether a call is of the API, which answers with JSON, with files or with nothing. A connected system answers what it
/// likes, and a page for people is elsewhere.
fn is_of_the_api(target: &str) -> bool {
    let path = target.split('?').next().unwrap_or_default();
    path == TOKEN || (path.starts_with(API) && path != PASSTHROUGH)
}

/// Returns whether an answer points elsewhere: nothing of the API does.
pub(super) fn is_elsewhere(status: StatusCode, target: &str) -> bool {
    status.is_redirection() && status != StatusCode::NOT_MODIFIED && is_of_the_api(target)
}

/// Returns whether an answer says that it is a page.
pub(super) fn is_page(headers: &HeaderMap, target: &str) -> bool {
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    let kind = kind.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
    kind.eq_ignore_ascii_case(b"text/html") && is_of_the_api(target)
}

/// Returns code and message of an answer that cannot be used. Some servers call their JSON a page: the body decides.
pub(super) fn judge(status: u16, headers: &HeaderMap, target: &str, body: &[u8]) -> Option<(&'static str, String)> {
    let status = StatusCode::from_u16(status).ok()?;
    if is_elsewhere(status, target) {
        return Some((REDIRECT, format!("it pointed to {}", location(headers))));
    }
    let is_markup = body.trim_ascii_start().starts_with(b"<");
    (status.is_success() && is_markup && is_page(headers, target)).then(|| (NOT_JSON, "the body is a page".to_owned()))
}
