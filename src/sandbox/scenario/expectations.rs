//! Checks expectations.

use super::file::Expectation;
use super::run::Run;
use crate::failure::Classify as _;
use crate::glob;
use crate::samples::{check_name, overlap};

impl Run<'_> {
    /// Checks everything that a step expects. The inner result is what holds, or what is found instead.
    pub(super) async fn expect(&self, expect: &Expectation) -> Result<Result<String, String>, String> {
        let mut held = Vec::new();
        let mut wrong = Vec::new();
        let mut check = |found: Result<String, String>| match found {
            Ok(text) => held.push(text),
            Err(text) => wrong.push(text),
        };
        if let Some(name) = &expect.connection {
            let known = self.connection(name)?;
            let row = self.request("GET", &format!("/api/system/connections/{}", known.id), None).await?;
            let synced =
                self.request("GET", &format!("/api/system/connections/{}/sync-status", known.id), None).await?;
            for (what, expected, found) in [
                ("health", &expect.health, &row["health"]),
                ("status", &expect.status, &row["status"]),
                ("sync", &expect.sync, &synced["status"]),
            ] {
                let Some(expected) = expected else { continue };
                let found = found.as_str().unwrap_or("unknown");
                check(same(&format!("{what} of {name}"), found, expected));
            }
        }
        let names = self.selected_names(expect)?;
        if let Some((what, names)) = &names {
            if let Some(order) = &expect.order {
                check(same(&format!("{what}, in order"), &names.join(" "), &order.join(" ")));
            }
            if expect.count.or(expect.at_least).or(expect.at_most).is_some() {
                check(counted(what, names.len() as u64, expect));
            }
        }
        if let Some(name) = &expect.fault {
            let id = *self.faults.get(name).ok_or_else(|| format!("there is no fault `{name}`"))?;
            let all = self.request("GET", "/sandbox/faults", None).await?;
            let fault = all.as_array().into_iter().flatten().find(|fault| fault["id"] == id);
            let struck = fault.and_then(|fault| fault["struck"].as_u64()).unwrap_or_default();
            let expected = Expectation { count: expect.struck.or(expect.count), ..expect.clone() };
            check(counted(&format!("strikes of {name}"), struck, &expected));
        }
        if let Some(status) = &expect.deliveries {
            if !["pending", "delivered", "failed", "lost"].contains(&status.as_str()) {
                return Err(format!("`deliveries` is pending, delivered, failed or lost, not `{status}`"));
            }
            let path = format!("/api/system/webhooks/deliveries?status={status}&per_page=500");
            let found = self.request("GET", &path, None).await?;
            let count = found.as_array().map_or(0, Vec::len) as u64;
            check(counted(&format!("{status} deliveries"), count, expect));
        }
        match (wrong.is_empty(), held.is_empty()) {
            (true, true) => Err("this step expects nothing".into()),
            (true, false) => Ok(Ok(held.join("; "))),
            (false, _) => Ok(Err(wrong.join("; "))),
        }
    }

    /// Returns the names of the received webhooks or emitted events that an expectation selects.
    fn selected_names(&self, expect: &Expectation) -> Result<Option<(String, Vec<&str>)>, String> {
        let fits = |event: &str| expect.event.as_deref().is_none_or(|pattern| glob::matches(pattern, event));
        let pattern = expect.event.as_deref().unwrap_or("webhooks");
        // What cannot come is no expectation: it would hold whatever happens.
        for name in expect.event.iter().chain(expect.order.iter().flatten()) {
            check_name(name).map_err(|error| format!("{error}; {}", error.hint().unwrap_or_default()))?;
        }
        if let Some(name) = &expect.receiver {
            let events = &self.receiver(name)?.events;
            let is_sent = |event: &String| events.is_empty() || events.iter().any(|own| overlap(own, event));
            if let Some(event) = expect.event.iter().chain(expect.order.iter().flatten()).find(|event| !is_sent(event))
            {
                return Err(format!("receiver `{name}` does not get `{event}`: its events are {}", events.join(", ")));
            }
            let verified = match expect.verdict.as_deref() {
                None => None,
                Some("verified") => Some(true),
                Some("forged") => Some(false),
                Some(other) => return Err(format!("`verdict` is verified or forged, not `{other}`")),
            };
            let came = self.arrived.iter().filter(|arrival| arrival.receiver == *name && fits(&arrival.event));
            let came = came.filter(|arrival| verified.is_none_or(|verified| arrival.verified == verified));
            let verdict = expect.verdict.as_ref().map_or_else(String::new, |verdict| format!("{verdict} "));
            let names = came.map(|arrival| arrival.event.as_str()).collect();
            return Ok(Some((format!("{verdict}{pattern} at {name}"), names)));
        }
        if expect.event.is_none() {
            return Ok(None);
        }
        let names = self.events.iter().map(|event| event.event.as_str()).filter(|event| fits(event)).collect();
        Ok(Some((pattern.to_owned(), names)))
    }
}

fn same(what: &str, found: &str, expected: &str) -> Result<String, String> {
    if found == expected { Ok(format!("{what}: {found}")) } else { Err(format!("{what}: {found}, not {expected}")) }
}

fn counted(what: &str, found: u64, expect: &Expectation) -> Result<String, String> {
    let mut expected = Vec::new();
    let mut holds = true;
    for (word, limit, fits) in [
        ("", expect.count, expect.count == Some(found)),
        ("at least ", expect.at_least, expect.at_least.is_some_and(|least| found >= least)),
        ("at most ", expect.at_most, expect.at_most.is_some_and(|most| found <= most)),
    ] {
        if let Some(limit) = limit {
            expected.push(format!("{word}{limit}"));
            holds &= fits;
        }
    }
    if expected.is_empty() {
        return Err(format!("{what}: {found}, but no count is expected"));
    }
    if expect.at_least == Some(0) && expect.count.is_none() && expect.at_most.is_none() {
        return Err(format!("{what}: `at_least = 0` holds whatever happens"));
    }
    let expected = expected.join(" and ");
    if holds { Ok(format!("{what}: {found}")) } else { Err(format!("{what}: {found}, not {expected}")) }
}
