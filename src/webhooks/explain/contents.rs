//! The ways to put the signed text together.

use std::borrow::Cow;

use super::mistake::Mistake;
use crate::header::{Header, values};
use crate::scheme::{Config, Part, Scheme, Time};
use crate::signature_header;

/// A way to put the signed text together.
pub(super) struct Content<'h> {
    pub(super) mistakes: Vec<Mistake>,
    pub(super) scheme: Scheme,
    pub(super) url: Cow<'h, str>,
    pub(super) id: &'h [u8],
    pub(super) time: Option<Vec<u8>>,
}

/// Headers with a time, of senders whose scheme is not in the table.
const OTHER_TIMES: &[&str] = &["x-webhook-timestamp", "x-timestamp"];

/// Returns the ways to put the signed text together, the configured ones first.
pub(super) fn contents<'h>(config: &'h Config, headers: &'h [Header<'h>]) -> Vec<Content<'h>> {
    let own = signature_header::read(config, headers, &mut Vec::new()).unwrap_or_default();
    let rows = || Scheme::ALL.iter().map(|scheme| scheme.row());
    let first = |name: &str| values(headers, name).next();
    let id = rows().find_map(|row| row.id.and_then(first)).unwrap_or(own.id);
    let in_header = |time| match time {
        Time::Header(name) => first(name),
        Time::Field(_) => None,
    };
    let in_field = |header, time| match time {
        Time::Header(_) => None,
        Time::Field(name) => first(header)?
            .split(|byte| *byte == b',')
            .find_map(|item| item.trim_ascii().strip_prefix(name.as_bytes())?.strip_prefix(b"=")),
    };
    let time = own
        .time
        .or_else(|| rows().find_map(|row| row.time.and_then(in_header)))
        .or_else(|| OTHER_TIMES.iter().find_map(|name| first(name)))
        .or_else(|| rows().find_map(|row| row.time.and_then(|time| in_field(row.header, time))))
        .map(<[u8]>::to_vec);
    let urls: Vec<Cow<'_, str>> = match &config.url {
        Some(url) if config.scheme.signs_url() => url.spellings().iter().map(|url| Cow::from(url.as_str())).collect(),
        _ => vec![Cow::default()],
    };
    let content = |mistakes, url, time| Content { mistakes, scheme: config.scheme, url, id, time };
    let mut contents: Vec<Content<'_>> = urls.into_iter().map(|url| content(Vec::new(), url, time.clone())).collect();
    if let Some(url) = config.url.as_ref().filter(|_| config.scheme.signs_url()) {
        for url in url.neighbours(headers.iter().filter_map(host)) {
            contents.push(content(vec![Mistake::Url(url.clone())], Cow::Owned(url), time.clone()));
        }
    }
    let mut times = vec![(None, time.clone())];
    if let Some(text) = time.as_deref().and_then(|time| std::str::from_utf8(time).ok())
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
    {
        // Signed in one unit and sent in the other.
        times.push((Some(Mistake::MillisecondsSigned), Some(format!("{text}000").into_bytes())));
        if text.len() > 3 {
            times.push((Some(Mistake::MillisecondsSigned), Some(text.as_bytes()[..text.len() - 3].to_vec())));
        }
    }
    for scheme in messages() {
        for (unit, time) in &times {
            let needs_time = scheme.signs_time();
            let other = config.scheme.row().signed != scheme.row().signed;
            if (needs_time && time.is_none()) || (!needs_time && unit.is_some()) || (!other && unit.is_none()) {
                continue;
            }
            let mistakes = other.then_some(Mistake::Content(scheme)).into_iter().chain(unit.clone()).collect();
            contents.push(Content { mistakes, scheme, url: Cow::default(), id, time: time.clone() });
        }
    }
    contents
}

/// Returns one scheme for each message that does not need the URL.
fn messages() -> Vec<Scheme> {
    let mut different: Vec<&[Part]> = Vec::new();
    let mut schemes = Vec::new();
    for scheme in Scheme::ALL.iter().filter(|scheme| !scheme.signs_url()) {
        if !different.contains(&scheme.row().signed) {
            different.push(scheme.row().signed);
            schemes.push(*scheme);
        }
    }
    schemes
}

/// Headers in which proxies note the host that was asked for.
const HOSTS: &[&str] = &["host", "x-forwarded-host", "x-original-host"];

fn host<'h>(header: &Header<'h>) -> Option<&'h str> {
    let known = HOSTS.iter().any(|name| name.eq_ignore_ascii_case(header.name));
    known.then(|| std::str::from_utf8(header.value).ok()).flatten()
}

/// Seconds around the time of a delivery that are tried, where another time may have been signed.
const NEAR: i64 = 900;

/// Returns other times that may have been signed: those near the one that came, and whole hours away from it.
pub(super) fn other_times(content: &Content<'_>) -> Vec<Vec<u8>> {
    let text = content.time.as_deref().and_then(|time| std::str::from_utf8(time).ok());
    let Some(time) = text.and_then(|text| text.parse::<i64>().ok()).filter(|_| content.scheme.signs_time()) else {
        return Vec::new();
    };
    let near = (-NEAR..=NEAR).filter(|by| *by != 0);
    // Local time that was taken for UTC: time zones are a quarter of an hour apart.
    let zones = (-56..=56).map(|quarters| quarters * 900).filter(|by: &i64| by.abs() > NEAR);
    near.chain(zones).filter_map(|by| Some(time.checked_add(by)?.to_string().into_bytes())).collect()
}
