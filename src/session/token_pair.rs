//! A token pair in the form in which secret stores hold it.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::client::call::Tokens;
use crate::secret::Secret;
use crate::secrets::token_input;

/// A token pair, bound to the server that it may be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TokenPair {
    pub(super) tokens: Tokens,
    /// Origin of the server.
    pub(super) server: String,
    pub(super) client_id: Option<String>,
    pub(super) issued_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct Written<'a> {
    access: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_at: Option<Timestamp>,
    server: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<&'a str>,
}

#[derive(Deserialize)]
struct Read {
    access: String,
    refresh: Option<String>,
    expires_at: Option<Timestamp>,
    issued_at: Option<Timestamp>,
    server: String,
    client_id: Option<String>,
}

impl TokenPair {
    pub(super) fn to_secret(&self) -> Secret {
        let written = Written {
            access: self.tokens.access.expose(),
            refresh: self.tokens.refresh.as_ref().map(Secret::expose),
            expires_at: self.tokens.expires_at,
            issued_at: self.issued_at,
            server: &self.server,
            client_id: self.client_id.as_deref(),
        };
        Secret::new(serde_json::to_string(&written).expect("text and times are always JSON"))
    }

    /// Parses what a store holds: JSON of [`Self::to_secret`], or the bare token that a `secret_command` prints. That one
    /// names no server and is bound to `bound_to`, the server of the profile.
    pub(super) fn from_secret(secret: &Secret, bound_to: &str) -> Option<Self> {
        let Ok(read) = serde_json::from_str::<Read>(secret.expose()) else {
            let access = token_input::token(secret.expose())
                .ok()
                .filter(|token| !token.expose().starts_with(['{', '[', '"']))?;
            let tokens = Tokens { access, refresh: None, expires_at: None };
            return Some(Self { tokens, server: bound_to.to_owned(), client_id: None, issued_at: None });
        };
        Some(Self {
            tokens: Tokens {
                access: Secret::new(read.access),
                refresh: read.refresh.filter(|text| !text.is_empty()).map(Secret::new),
                expires_at: read.expires_at,
            },
            server: read.server,
            client_id: read.client_id,
            issued_at: read.issued_at,
        })
    }

    /// Returns whether the token is valid for at least five more minutes, or a tenth of its lifetime if that is less.
    pub(super) fn is_fresh(&self, now: Timestamp) -> bool {
        let Some(end) = self.tokens.expires_at else { return true };
        let life = self.issued_at.map_or(Duration::MAX, |issued| span(issued, end));
        let margin = Duration::from_mins(5).min(life / 10);
        span(now, end) > margin
    }

    /// Returns whether the token has not expired.
    pub(super) fn is_alive(&self, now: Timestamp) -> bool {
        self.tokens.expires_at.is_none_or(|end| now < end)
    }
}

/// Returns the time from one point to a later one, zero if it is not later.
fn span(from: Timestamp, to: Timestamp) -> Duration {
    Duration::try_from(to.duration_since(from)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(expires_at: Option<&str>, issued_at: Option<&str>) -> TokenPair {
        let time = |text: &str| text.parse().expect("constant");
        TokenPair {
            tokens: Tokens {
                access: Secret::new("a\"\\"),
                refresh: Some(Secret::new("r")),
                expires_at: expires_at.map(time),
            },
            server: "https://api.example".into(),
            client_id: Some("app".into()),
            issued_at: issued_at.map(time),
        }
    }

    #[test]
    fn it_comes_back_as_it_went() {
        let one = stored(Some("2026-01-01T00:00:00Z"), None);
        assert_eq!(TokenPair::from_secret(&one.to_secret(), "https://other.example"), Some(one.clone()));
        assert!(!format!("{one:?}").contains("a\\"));
        for text in ["", "{}", r#"{"access":"a"}"#, "[]", "two words"] {
            assert_eq!(TokenPair::from_secret(&Secret::new(text), "https://api.example"), None, "{text}");
        }
    }

    #[test]
    fn a_bare_token_is_for_the_server_of_its_profile() {
        let bare = TokenPair::from_secret(&Secret::new("eyJ0eXAi"), "https://api.example").expect("a token");
        assert_eq!((bare.server.as_str(), bare.tokens.access.expose()), ("https://api.example", "eyJ0eXAi"));
    }

    #[test]
    fn freshness() {
        let end = Some("2026-01-01T01:00:00Z");
        for (expires_at, issued_at, now, fresh, alive) in [
            (None, None, "2026-01-01T00:00:00Z", true, true),
            (end, None, "2026-01-01T00:54:59Z", true, true),
            (end, None, "2026-01-01T00:55:00Z", false, true),
            (end, None, "2026-01-01T01:00:00Z", false, false),
            // A token of five minutes is renewed half a minute before its end, not at once.
            (end, Some("2026-01-01T00:55:00Z"), "2026-01-01T00:59:29Z", true, true),
            (end, Some("2026-01-01T00:55:00Z"), "2026-01-01T00:59:30Z", false, true),
        ] {
            let one = stored(expires_at, issued_at);
            let now = now.parse().expect("constant");
            assert_eq!((one.is_fresh(now), one.is_alive(now)), (fresh, alive), "{issued_at:?} {now}");
        }
    }
}
