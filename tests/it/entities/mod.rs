//! The three domains, raw tables and passthrough, asked as a client asks them.

mod custom;
mod large;
mod lists;
mod parameters;
mod published;
mod raw;
mod sql;
mod writes;

use std::time::Duration;

use serde_json::Value;

use crate::support::sandbox::{Answer, InProcess};

/// A sandbox with one connection, and as many requests as a test needs.
struct DomainClient {
    sandbox: InProcess,
    id: String,
    token: String,
}

impl DomainClient {
    async fn of(slug: &str) -> Self {
        let sandbox = InProcess::with(|options| options.rate_limit = 1_000_000);
        let (id, token) = sandbox.connected(slug).await;
        Self { sandbox, id, token }
    }

    async fn get(&self, path: &str) -> Answer {
        self.sandbox.ask(&self.token, "GET", path, None).await
    }

    async fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.sandbox.ask(&self.token, method, path, Some(body)).await
    }

    /// Every row of a list, page after page, with time standing still.
    async fn all(&self, path: &str) -> Vec<Value> {
        let join = if path.contains('?') { '&' } else { '?' };
        let mut rows = Vec::new();
        for page in 1.. {
            let answer = self.get(&format!("{path}{join}per_page=500&page={page}")).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            rows.extend(answer.body["data"].as_array().expect("rows").iter().cloned());
            if answer.body["meta"]["last_page"] == page {
                assert_eq!(answer.body["meta"]["total"], rows.len());
                break;
            }
        }
        rows
    }

    fn wait(&self, time: Duration) {
        self.sandbox.clock.advance(time);
    }
}

fn texts<'a>(rows: &'a [Value], field: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[field].as_str().unwrap_or_default()).collect()
}
