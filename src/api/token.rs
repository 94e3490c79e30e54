//! Tokens: the request, the answer, and the answer's quirks.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::lenient;
use crate::secret::Secret;

/// A token pair as the platform answers it, from `POST /link/token`, from making a connection, or from
/// `POST …/connections/{id}/token` (which calls the token `token`).
#[derive(Debug, Deserialize)]
#[serde(try_from = "Received")]
pub struct TokenAnswer {
    /// Access token.
    pub access_token: Secret,
    /// Refresh token, if one was issued.
    pub refresh_token: Option<Secret>,
    /// Token type, `bearer`.
    pub token_type: Option<String>,
    /// Number or text, duration or epoch; see [`expiry`].
    pub expires_in: Option<f64>,
}

/// A token pair under either name, or under both where they agree.
#[derive(Deserialize)]
struct Received {
    #[serde(default, deserialize_with = "maybe_secret")]
    access_token: Option<Secret>,
    #[serde(default, deserialize_with = "maybe_secret")]
    token: Option<Secret>,
    #[serde(default, deserialize_with = "maybe_secret")]
    refresh_token: Option<Secret>,
    #[serde(default)]
    token_type: Option<String>,
    #[serde(default, deserialize_with = "lenient::field")]
    expires_in: Option<f64>,
}

impl TryFrom<Received> for TokenAnswer {
    type Error = &'static str;

    fn try_from(received: Received) -> Result<Self, Self::Error> {
        let Received { access_token, token, refresh_token, token_type, expires_in } = received;
        let access_token = match (access_token, token) {
            (Some(one), Some(other)) if one != other => return Err("two access tokens that differ"),
            (Some(token), _) | (None, Some(token)) => token,
            (None, None) => return Err("missing field `access_token`"),
        };
        Ok(Self { access_token, refresh_token, token_type, expires_in })
    }
}

/// The same, as a server writes it. Apart from [`TokenAnswer`] because a [`Secret`] cannot be serialised by accident.
#[derive(Debug, Serialize)]
pub struct TokenIssue<'a> {
    /// Access token.
    pub access_token: &'a str,
    /// Refresh token, if one was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<&'a str>,
    /// Token type, `bearer`.
    pub token_type: &'static str,
    /// The platform sends the epoch of the end, not a duration.
    pub expires_in: i64,
}

fn maybe_secret<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Secret>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.filter(|text| !text.is_empty()).map(Secret::new))
}

const TEN_YEARS: f64 = 10.0 * 365.25 * 86_400.0;

/// Returns when a token ends. `expires_in` is a duration in the oldest documentation and the epoch of the end in the
/// newest, so a value above ten years is taken for an epoch.
pub fn expiry(expires_in: Option<f64>, now: Timestamp) -> Option<Timestamp> {
    let value = expires_in.filter(|value| value.is_finite() && *value >= 0.0)?;
    if value > TEN_YEARS {
        // Milliseconds since 1970, as JavaScript would write them, are beyond the year 5000 in seconds.
        let seconds = if value > 1e11 { value / 1000.0 } else { value };
        #[expect(clippy::cast_possible_truncation, reason = "a time beyond i64 saturates and is refused by jiff")]
        return Timestamp::from_second(seconds as i64).ok();
    }
    now.checked_add(Duration::try_from_secs_f64(value).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expires_in_in_all_its_forms() {
        let now: Timestamp = "2024-05-01T00:00:00Z".parse().expect("constant");
        for (json, end) in [
            (r#"{"access_token":"a","expires_in":300}"#, "2024-05-01T00:05:00Z"),
            (r#"{"access_token":"a","expires_in":"3600"}"#, "2024-05-01T01:00:00Z"),
            (r#"{"access_token":"a","expires_in":1715674414}"#, "2024-05-14T08:13:34Z"),
            (r#"{"access_token":"a","expires_in":"1715674414"}"#, "2024-05-14T08:13:34Z"),
            (r#"{"access_token":"a","expires_in":1715674414000}"#, "2024-05-14T08:13:34Z"),
            (r#"{"token":"a","expires_in":0}"#, "2024-05-01T00:00:00Z"),
        ] {
            let answer: TokenAnswer = serde_json::from_str(json).expect(json);
            assert_eq!(expiry(answer.expires_in, now).map(|t| t.to_string()).as_deref(), Some(end), "{json}");
        }
        for json in [
            r#"{"access_token":"a"}"#,
            r#"{"access_token":"a","expires_in":"soon"}"#,
            r#"{"access_token":"a","expires_in":-1}"#,
        ] {
            let answer: TokenAnswer = serde_json::from_str(json).expect(json);
            assert_eq!(expiry(answer.expires_in, now), None, "{json}");
        }
    }
}
