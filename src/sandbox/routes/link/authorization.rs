//! Requests for the pages of Makini Link: OAuth authorization requests and Magic Links.

use axum::response::Response;
use rusqlite::Connection as Db;
use serde_json::{Map, Value};
use url::Url;

use super::page::see_other;
use super::refusal::Refusal;
use crate::api::connections::Lifecycle;
use crate::sandbox::account::CLIENT_ID;
use crate::sandbox::allowed_hosts::loopback;
use crate::sandbox::error::Error;
use crate::sandbox::source;
use crate::sandbox::store::connections;
use crate::sandbox::store::links::{self, Purpose, RedirectTarget};

/// The longest `state`, in bytes.
const MAX_STATE_BYTES: usize = 2_048;

/// A valid request.
#[derive(Debug)]
pub(super) struct LinkRequest {
    pub(super) purpose: Purpose,
    pub(super) back: Option<RedirectTarget>,
    pub(super) magic_link: Option<String>,
    pub(super) slug: Option<String>,
    pub(super) entered: Map<String, Value>,
}

/// An invalid request.
#[derive(Debug)]
pub(super) enum LinkRequestError {
    /// Shown to the person: the redirect URI is not verified.
    Shown(Refusal),
    /// Redirected to the application with an OAuth error and its description.
    Sent(RedirectTarget, &'static str, &'static str),
}

impl LinkRequest {
    /// Parses the query: the published OAuth parameters with `state` and PKCE; a `scope` with `application` requests a
    /// sign-in to the account. Also `system`, `name`, `email` and `magic_link`.
    pub(super) fn read(db: &Db, query: &[u8], now: i64) -> Result<Self, LinkRequestError> {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query).into_owned().collect();
        if pairs.is_empty() {
            return Err(LinkRequestError::Shown(Refusal::bad(
                "This is Makini Link",
                "People connect their systems here. An application sends them, and says who it is and where they go \
                 afterwards: with “client_id”, “response_type=code” and “redirect_uri” in the address. To see the pages \
                 without one, run “makini --sandbox connect --web”.",
            )));
        }
        let mut names: Vec<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(page_error("The address names something more than once."));
        }
        let get = |name: &str| {
            let found = pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
            found.filter(|value| !value.is_empty())
        };
        let from_link = get("magic_link").is_some() && get("client_id").is_none() && get("redirect_uri").is_none();
        let back = if from_link { None } else { Some(oauth(&get)?) };
        let signs_in = get("scope").is_some_and(|scope| scope.split_whitespace().any(|word| word == "application"));
        let mut asked = Self {
            purpose: if signs_in { Purpose::SignIn } else { Purpose::Connect },
            back,
            magic_link: None,
            slug: get("system").and_then(|slug| source::platform(&slug.to_lowercase())?.slug.clone()),
            entered: Map::new(),
        };
        for name in ["name", "email"] {
            if let Some(value) = get(name) {
                asked.entered.insert(name.to_owned(), Value::String(value.chars().take(255).collect()));
            }
        }
        if let Some(token) = get("magic_link") {
            asked.preset(db, token, now)?;
        }
        Ok(asked)
    }

    /// Applies the values of a Magic Link.
    fn preset(&mut self, db: &Db, token: &str, now: i64) -> Result<(), LinkRequestError> {
        let failed = |error: Error| LinkRequestError::Shown(error.into());
        let Some(link) = links::magic_link_by_token(db, token).map_err(failed)? else {
            return Err(LinkRequestError::Shown(Refusal::gone(
                "This link is not known",
                "The address may have lost its end on the way. Copy all of it, or ask whoever sent it for a new one.",
            )));
        };
        let row = connections::find(db, &link.connection).map_err(failed)?;
        let ended = row.lifecycle() == Lifecycle::Disconnected;
        match link.status(now) {
            "used" => Err(LinkRequestError::Shown(Refusal::gone(
                "This link has been used",
                "A link connects one system, once. If that was not you, tell whoever sent it.",
            ))),
            "expired" => Err(LinkRequestError::Shown(Refusal::gone(
                "This link has expired",
                "Ask whoever sent it for a new one: nothing that you did is lost.",
            ))),
            _ if ended => Err(LinkRequestError::Shown(Refusal::gone(
                "This link has been withdrawn",
                "The connection it was made for has ended. Ask whoever sent it for a new one.",
            ))),
            _ => {
                let preset = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
                for (name, value) in [("name", preset(&row.name)), ("email", preset(&row.email))] {
                    if let Some(value) = value {
                        self.entered.insert(name.to_owned(), Value::String(value));
                    }
                }
                self.purpose = Purpose::Connect;
                self.slug = link.slug.or(self.slug.take());
                self.magic_link = Some(link.id);
                Ok(())
            }
        }
    }
}

/// Parses the OAuth parameters.
fn oauth<'a>(get: &impl Fn(&str) -> Option<&'a str>) -> Result<RedirectTarget, LinkRequestError> {
    if get("client_id") != Some(CLIENT_ID) {
        return Err(page_error(
            "The application that sent you here is not known: its “client_id” is missing or wrong.",
        ));
    }
    let Some(redirect_uri) = get("redirect_uri") else {
        return Err(page_error("The address does not say where to go afterwards: “redirect_uri” is missing."));
    };
    if !may_return_to(redirect_uri) {
        return Err(page_error(
            "The application wants you to be sent to an address that is not registered for it, so you stay here. The \
             sandbox sends people only to http or https addresses of this machine, without a fragment.",
        ));
    }
    let (state, challenge) = (get("state"), get("code_challenge"));
    let long = state.is_some_and(|state| state.len() > MAX_STATE_BYTES);
    let back = RedirectTarget {
        redirect_uri: redirect_uri.to_owned(),
        state: state.filter(|_| !long).map(str::to_owned),
        challenge: challenge.map(str::to_owned),
    };
    if long {
        return Err(LinkRequestError::Sent(back, "invalid_request", "state is too long"));
    }
    if get("response_type") != Some("code") {
        return Err(LinkRequestError::Sent(back, "unsupported_response_type", "response_type must be code"));
    }
    // An S256 challenge always has 43 characters.
    let is_digest = |text: &str| {
        text.len() == 43 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    if challenge.is_some_and(|text| !is_digest(text) || get("code_challenge_method") != Some("S256")) {
        return Err(LinkRequestError::Sent(back, "invalid_request", "code_challenge must be an S256 challenge"));
    }
    Ok(back)
}

fn page_error(text: &str) -> LinkRequestError {
    LinkRequestError::Shown(Refusal::bad("This address does not work", text))
}

/// Returns whether a redirect URI is on the loopback (RFC 8252), with any port and path.
fn may_return_to(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && loopback(&url)
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none()
    })
}

impl RedirectTarget {
    /// Returns the redirect URI with these parameters, and the `state` if there is one.
    pub(super) fn with(&self, answer: &[(&str, &str)]) -> String {
        let mut to = Url::parse(&self.redirect_uri).expect("it was read before the visit began");
        to.query_pairs_mut().extend_pairs(answer).extend_pairs(self.state.iter().map(|state| ("state", state)));
        to.into()
    }

    /// Redirects the browser with an error.
    pub(super) fn refused(&self, error: &str, description: &str) -> Response {
        let mut answer = vec![("error", error)];
        if !description.is_empty() {
            answer.push(("error_description", description));
        }
        see_other(&self.with(&answer))
    }

    /// Returns the redirect URI as a source for `Content-Security-Policy`.
    pub(super) fn source(&self) -> String {
        let url = Url::parse(&self.redirect_uri).expect("it was read before the visit began");
        match url.host() {
            // A policy cannot name an IPv6 address.
            Some(url::Host::Ipv6(_)) | None => format!("{}:", url.scheme()),
            Some(_) => url.origin().ascii_serialization(),
        }
    }

    /// Returns the origin of the redirect URI, to show.
    pub(super) fn place(&self) -> String {
        let url = Url::parse(&self.redirect_uri).expect("it was read before the visit began");
        url.origin().ascii_serialization()
    }
}

#[cfg(test)]
mod tests {
    use super::{RedirectTarget, may_return_to};

    #[test]
    fn only_this_machine_is_returned_to() {
        for good in
            ["http://127.0.0.1:1/cb", "http://localhost/", "https://app.localhost:3000/a?b=c", "http://[::1]:9/"]
        {
            assert!(may_return_to(good), "{good}");
        }
        for bad in [
            "https://evil.example/cb",
            "http://127.0.0.1.evil.example/",
            "http://localhost@evil.example/",
            "http://user@127.0.0.1/",
            "http://127.0.0.1/#x",
            "javascript:alert(1)",
            "data:text/html,x",
            "//127.0.0.1/",
            "/cb",
            "",
        ] {
            assert!(!may_return_to(bad), "{bad}");
        }
    }

    #[test]
    fn what_was_in_the_address_stays() {
        let back = |uri: &str, state: Option<&str>| RedirectTarget {
            redirect_uri: uri.into(),
            state: state.map(str::to_owned),
            challenge: None,
        };
        let to = back("http://127.0.0.1:1/cb?keep=1", Some("a&b=c\r\n")).with(&[("code", "x")]);
        assert_eq!(to, "http://127.0.0.1:1/cb?keep=1&code=x&state=a%26b%3Dc%0D%0A");
        assert_eq!(back("http://[::1]:9/", None).with(&[("code", "x")]), "http://[::1]:9/?code=x");
        assert_eq!(back("http://[::1]:9/", None).source(), "http:");
        assert_eq!(back("http://localhost:9/x", None).source(), "http://localhost:9");
    }
}
