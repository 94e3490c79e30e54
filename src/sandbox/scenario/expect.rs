//! What must be so, and whether it is.

use super::file::Expect;
use super::run::Run;
use crate::glob;

impl Run<'_> {
    /// Looks at everything that a step expects. Inside: what held, or what is so instead.
    pub(super) async fn expect(&self, expect: &Expect) -> Result<Result<String, String>, String> {
        let mut held = Vec::new();
        let mut wrong = Vec::new();
        let mut check = |found: Result<String, String>| match found {
            Ok(text) => held.push(text),
            Err(text) => wrong.push(text),
        };
        if let Some(name) = &expect.connection {
            let known = self.known(name)?;
            let row = self.ask("GET", &format!("/api/system/connections/{}", known.id), None).await?;
            let synced = self.ask("GET", &format!("/api/system/connections/{}/sync-status", known.id), None).await?;
            for (what, asked, found) in [
                ("health", &expect.health, &row["health"]),
                ("status", &expect.status, &row["status"]),
                ("sync", &expect.sync, &synced["status"]),
            ] {
                let Some(asked) = asked else { continue };
                let found = found.as_str().unwrap_or("unknown");
                check(same(&format!("{what} of {name}"), found, asked));
            }
        }
        let names = self.happened(expect)?;
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
            let all = self.ask("GET", "/sandbox/faults", None).await?;
            let fault = all.as_array().into_iter().flatten().find(|fault| fault["id"] == id);
            let struck = fault.and_then(|fault| fault["struck"].as_u64()).unwrap_or_default();
            let expected = Expect { count: expect.struck.or(expect.count), ..expect.clone() };
            check(counted(&format!("strikes of {name}"), struck, &expected));
        }
        if let Some(status) = &expect.deliveries {
            let path = format!("/api/system/webhooks/deliveries?status={status}&per_page=500");
            let found = self.ask("GET", &path, None).await?;
            let count = found.as_array().map_or(0, Vec::len) as u64;
            check(counted(&format!("{status} deliveries"), count, expect));
        }
        match (wrong.is_empty(), held.is_empty()) {
            (true, true) => Err("this step expects nothing".into()),
            (true, false) => Ok(Ok(held.join("; "))),
            (false, _) => Ok(Err(wrong.join("; "))),
        }
    }

    /// Returns the names of the webhooks that came, or of the events that happened, as far as they are asked for.
    fn happened(&self, expect: &Expect) -> Result<Option<(String, Vec<&str>)>, String> {
        let fits = |event: &str| expect.event.as_deref().is_none_or(|pattern| glob::matches(pattern, event));
        let pattern = expect.event.as_deref().unwrap_or("webhooks");
        if let Some(name) = &expect.receiver {
            self.receiver(name)?;
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

fn same(what: &str, found: &str, asked: &str) -> Result<String, String> {
    if found == asked { Ok(format!("{what}: {found}")) } else { Err(format!("{what}: {found}, not {asked}")) }
}

fn counted(what: &str, found: u64, expect: &Expect) -> Result<String, String> {
    let mut asked = Vec::new();
    let mut holds = true;
    for (word, limit, fits) in [
        ("", expect.count, expect.count == Some(found)),
        ("at least ", expect.at_least, expect.at_least.is_some_and(|least| found >= least)),
        ("at most ", expect.at_most, expect.at_most.is_some_and(|most| found <= most)),
    ] {
        if let Some(limit) = limit {
            asked.push(format!("{word}{limit}"));
            holds &= fits;
        }
    }
    if asked.is_empty() {
        return Err(format!("{what}: {found}, and no count to hold it against"));
    }
    let asked = asked.join(" and ");
    if holds { Ok(format!("{what}: {found}")) } else { Err(format!("{what}: {found}, not {asked}")) }
}
