//! What of a message is about one connection only (RFC 9110, 7.6.1), and the one header that is added.

use std::sync::LazyLock;

use http::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderName, HeaderValue, TE, TRANSFER_ENCODING, UPGRADE, VIA};
use http::{HeaderMap, Version};

use crate::hex;

/// Headers about one connection, besides those that `Connection` names.
static HOP_BY_HOP: [HeaderName; 7] = [
    CONNECTION,
    TE,
    TRANSFER_ENCODING,
    UPGRADE,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    HeaderName::from_static("proxy-authorization"),
];

/// What this process calls itself in `Via`: nobody else's name, so that its own requests are recognized.
static NAME: LazyLock<String> = LazyLock::new(|| {
    let mut bytes = [0; 6];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    format!("makini-{}", hex::encode(&bytes))
});

/// The values of `Via`: for HTTP/1.0, HTTP/1.1 and HTTP/2.
static VIA_VALUES: LazyLock<[HeaderValue; 3]> = LazyLock::new(|| {
    ["1.0", "1.1", "2"]
        .map(|version| HeaderValue::from_maybe_shared(format!("{version} {}", *NAME)).expect("plain text"))
});

/// Prepares the headers of a request for the server.
pub(super) fn of_request(headers: &mut HeaderMap, version: Version) {
    if has_hop_by_hop(headers) {
        let is_chunked = headers.contains_key(TRANSFER_ENCODING);
        let takes_trailers = headers.get_all(TE).iter().any(|value| lists(value, "trailers"));
        let is_last = headers.get_all(CONNECTION).iter().any(|value| lists(value, "close"));
        remove_hop_by_hop(headers);
        if is_last {
            // Whoever wants no connection to be used again means those behind this proxy too.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if is_chunked {
            // Without it a body of a GET would be left out. HTTP/2 leaves it out itself.
            headers.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
        }
        if takes_trailers {
            headers.insert(TE, HeaderValue::from_static("trailers"));
        }
    }
    // The server's own name follows from its address.
    headers.remove(HOST);
    add_via(headers, version);
}

/// Returns whether a request has passed this proxy before.
pub(super) fn is_loop(headers: &HeaderMap) -> bool {
    let values = headers.get_all(VIA).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|via| via.split_whitespace().nth(1) == Some(NAME.as_str()))
}

/// Prepares the headers of a response for the application.
pub(super) fn of_response(headers: &mut HeaderMap, version: Version) {
    if has_hop_by_hop(headers) {
        remove_hop_by_hop(headers);
    }
    add_via(headers, version);
}

/// Most messages have none of them, and to look for each costs as much as to read all names.
fn has_hop_by_hop(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| HOP_BY_HOP.contains(name))
}

/// Returns whether a list has this element.
fn lists(value: &HeaderValue, element: &str) -> bool {
    value.to_str().is_ok_and(|value| value.split(',').any(|part| part.trim().eq_ignore_ascii_case(element)))
}

fn remove_hop_by_hop(headers: &mut HeaderMap) {
    if headers.contains_key(CONNECTION) {
        let named: Vec<HeaderName> = headers
            .get_all(CONNECTION)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(|name| name.trim().parse().ok())
            // The length of the body is that of the body, whoever is connected.
            .filter(|name| *name != CONTENT_LENGTH)
            .collect();
        for name in named {
            headers.remove(name);
        }
    }
    for name in &HOP_BY_HOP {
        headers.remove(name);
    }
}

fn add_via(headers: &mut HeaderMap, version: Version) {
    let version = match version {
        Version::HTTP_10 => 0,
        Version::HTTP_2 => 2,
        _ => 1,
    };
    headers.append(VIA, VIA_VALUES[version].clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(headers: &HeaderMap) -> Vec<String> {
        headers.iter().map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))).collect()
    }

    #[test]
    fn what_is_about_one_connection_stays_there() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("connection", "close, X-Mine"),
            ("connection", "content-length"),
            ("x-mine", "1"),
            ("content-length", "3"),
            ("keep-alive", "timeout=5"),
            ("te", "gzip, trailers"),
            ("trailer", "x-sum"),
            ("upgrade", "h2c"),
            ("host", "127.0.0.1:4610"),
            ("authorization", "Bearer x"),
            ("via", "1.1 other"),
        ] {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        of_request(&mut headers, Version::HTTP_11);
        let mut left = names(&headers);
        left.sort();
        assert_eq!(
            left,
            [
                "authorization: Bearer x",
                "connection: close",
                "content-length: 3",
                "te: trailers",
                "trailer: x-sum",
                &format!("via: 1.1 {}", *NAME),
                "via: 1.1 other"
            ]
        );
        assert!(is_loop(&headers));
        headers.insert(VIA, HeaderValue::from_static("1.1 makini, 1.0 makini-000000000000 (other)"));
        assert!(!is_loop(&headers), "another one may be on the way");
    }
}
