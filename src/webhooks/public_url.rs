//! The URL that a sender calls, and what schemes that sign it do with the body.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};
use url::{Url, form_urlencoded};

use super::text::shown;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::hex;

/// How to give the URL that a scheme signs.
pub(super) const NO_URL_HINT: &str =
    "give it as the sender calls it, for example `--public-url 'https://example.com/hook?a=1'`";

/// The parameter of the URL with the digest of the body.
const BODY_DIGEST: &str = "bodySHA256";

/// The URL that a sender calls. It differs from the receiver's own address behind a proxy or a tunnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// As it was given, without a fragment.
    text: String,
    /// The texts that may have been signed. Senders and their libraries disagree on whether the port is part of it.
    spellings: Vec<String>,
    /// The digest of the body that the URL carries.
    body_digest: Option<String>,
}

/// A text that is not the URL of a receiver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an absolute http or https URL")]
pub struct BadPublicUrl(String);

impl Classify for BadPublicUrl {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some("give it as the sender has it, for example `--public-url 'https://example.com/hook?a=1'`".into())
    }
}

impl FromStr for PublicUrl {
    type Err = BadPublicUrl;

    fn from_str(text: &str) -> Result<Self, BadPublicUrl> {
        let bad = || BadPublicUrl(shown(text.as_bytes()));
        let text = text.split('#').next().unwrap_or_default();
        let url = Url::parse(text).map_err(|_| bad())?;
        let default_port = match url.scheme() {
            "https" => 443,
            "http" => 80,
            _ => return Err(bad()),
        };
        let (origin, path) = split(text).ok_or_else(bad)?;
        let (bare, with_port) = match origin.rsplit_once(':') {
            Some((bare, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (bare, origin.to_owned())
            }
            _ => (origin, format!("{origin}:{default_port}")),
        };
        let bare = format!("{bare}{path}");
        // Some libraries sign the URL as their parser writes it.
        let parsed = Url::parse(&bare).map(String::from).unwrap_or_default();
        let mut spellings = vec![text.to_owned()];
        for spelling in [bare, format!("{with_port}{path}"), parsed] {
            if !spelling.is_empty() && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        let body_digest =
            url.query_pairs().find(|(name, _)| name == BODY_DIGEST).map(|(_, digest)| digest.into_owned());
        Ok(Self { text: text.to_owned(), spellings, body_digest })
    }
}

/// Cuts a URL behind its authority.
fn split(url: &str) -> Option<(&str, &str)> {
    let start = url.find("://")? + 3;
    let end = url[start..].find(['/', '?']).map_or(url.len(), |at| start + at);
    Some(url.split_at(end))
}

impl PublicUrl {
    /// Returns the URL of one request: with the query of its target, and with its path where this one has none.
    pub fn of_request(&self, target: &str) -> Self {
        let Some((origin, path)) = split(&self.text).filter(|_| target.starts_with('/')) else { return self.clone() };
        let (own_path, own_query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let path = if matches!(own_path, "" | "/") { path } else { own_path };
        let text = match query.or(own_query) {
            Some(query) => format!("{origin}{path}?{query}"),
            None => format!("{origin}{path}"),
        };
        text.parse().unwrap_or_else(|_| self.clone())
    }

    /// Returns the texts that may have been signed, the given one first.
    pub(super) fn spellings(&self) -> &[String] {
        &self.spellings
    }

    /// Returns URLs that are easily taken for this one: another protocol, a slash at the end more or less, without its
    /// query, and at the hosts that a request names.
    pub(super) fn neighbours<'h>(&'h self, hosts: impl Iterator<Item = &'h str>) -> Vec<String> {
        let Some((origin, path)) = split(&self.text) else { return Vec::new() };
        let Some((protocol, own)) = origin.split_once("://") else { return Vec::new() };
        let (bare, query) = path.split_once('?').map_or((path, ""), |(bare, _)| (bare, &path[bare.len()..]));
        let other_slash = bare.strip_suffix('/').map_or_else(|| format!("{bare}/"), str::to_owned);
        let other_protocol = if protocol == "https" { "http" } else { "https" };
        let mut all: Vec<String> = Vec::new();
        for host in std::iter::once(own).chain(hosts) {
            for protocol in [protocol, other_protocol] {
                for path in [path, bare, &format!("{other_slash}{query}"), &other_slash] {
                    let url = format!("{protocol}://{host}{path}");
                    if !self.spellings.contains(&url) && !all.contains(&url) {
                        all.push(url);
                    }
                }
            }
        }
        all
    }

    /// Returns whether the URL carries the digest of the body.
    pub(super) fn has_body_digest(&self) -> bool {
        self.body_digest.is_some()
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The digest that the URL carries is not the one of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OtherBody;

/// Returns what of a body is signed after the URL: its form fields, or nothing where the URL carries its digest.
pub(super) fn form_fields(url: Option<&PublicUrl>, body: &[u8]) -> Result<Vec<u8>, OtherBody> {
    if let Some(digest) = url.and_then(|url| url.body_digest.as_ref()) {
        return if digest.eq_ignore_ascii_case(&body_digest(body)) { Ok(Vec::new()) } else { Err(OtherBody) };
    }
    // Sorted by name and then by value, equal pairs once.
    let fields: BTreeSet<_> = form_urlencoded::parse(body).collect();
    Ok(fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]).flatten().copied().collect())
}

/// Returns the digest of a body as the URL carries it.
pub(super) fn body_digest(body: &[u8]) -> String {
    hex::encode(&Sha256::digest(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(text: &str) -> Vec<String> {
        text.parse::<PublicUrl>().expect("a URL").spellings
    }

    #[test]
    fn the_port_is_left_out_or_written_out() {
        assert_eq!(spellings("https://a.example/x?y=1"), ["https://a.example/x?y=1", "https://a.example:443/x?y=1"]);
        assert_eq!(spellings("http://a.example:8080/x"), ["http://a.example:8080/x", "http://a.example/x"]);
        assert_eq!(
            spellings("https://u:p@a.example?q"),
            ["https://u:p@a.example?q", "https://u:p@a.example:443?q", "https://u:p@a.example/?q"]
        );
        assert_eq!(spellings("http://[::1]/")[1], "http://[::1]:80/");
        assert_eq!(spellings("https://a.example/?b=It's")[2], "https://a.example/?b=It%27s");
        for bad in ["", "a.example/x", "ftp://a.example/", "https://", "/x", "https:/x"] {
            assert!(bad.parse::<PublicUrl>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_request_adds_its_query_and_the_path_where_none_was_given() {
        let of = |url: &str, target: &str| url.parse::<PublicUrl>().expect("a URL").of_request(target).to_string();
        assert_eq!(of("https://a.example", "/hook?b=1"), "https://a.example/hook?b=1");
        assert_eq!(of("https://a.example/public", "/hook?b=1"), "https://a.example/public?b=1");
        assert_eq!(of("https://a.example/public?c=2", "/hook"), "https://a.example/public?c=2");
        assert_eq!(of("https://a.example/public", "*"), "https://a.example/public");
    }

    #[test]
    fn fields_are_sorted_and_equal_ones_count_once() {
        let text =
            |body: &str| String::from_utf8(form_fields(None, body.as_bytes()).expect("no digest")).expect("text");
        assert_eq!(text("b=2&a=%2B1+x&b=1&b=2&c"), "a+1 xb1b2c");
        assert_eq!(text(""), "");
        let url: PublicUrl = format!("https://a.example/?bodySHA256={}", body_digest(b"{}")).parse().expect("a URL");
        assert_eq!(form_fields(Some(&url), b"{}"), Ok(Vec::new()));
        assert_eq!(form_fields(Some(&url), b"[]"), Err(OtherBody));
    }
}
