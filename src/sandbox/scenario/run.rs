//! Runs a scenario: a sandbox in memory with a frozen clock, a port for calls, receivers and steps.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::PoisonError;

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use serde::Serialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

use super::error::ScenarioError;
use super::file::Scenario;
use super::log::{Arrival, LineKind, LogLine, merged};
use super::receiver::{Arrivals, Receiver};
use crate::clock::Clock;
use crate::samples::check_name;
use crate::sandbox::middleware::SkipFaults;
use crate::sandbox::options::{Options, Start};
use crate::sandbox::seed;
use crate::sandbox::seed::file::Seed;
use crate::sandbox::server::Sandbox;
use crate::sandbox::store::webhooks::{self, StoredEvent};
use crate::sandbox::time::{iso, millis};
use crate::secret::Secret;
use crate::serve::{self, Limits};

/// Result of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Title of the scenario.
    pub title: String,
    /// The seed.
    pub seed: u64,
    /// Number of steps.
    pub steps: usize,
    /// Number of events.
    pub events: usize,
    /// Number of webhooks received.
    pub arrivals: usize,
    /// Number of expectations that hold.
    pub passed: usize,
    /// Expectations that do not hold.
    pub failed: Vec<FailedExpectation>,
}

/// An expectation that does not hold.
#[derive(Clone, Debug, Serialize)]
pub struct FailedExpectation {
    /// Number of the step, from 1.
    pub step: usize,
    /// Its line in the file.
    pub line: usize,
    /// What was found instead.
    pub problem: String,
}

/// A connection of the scenario.
#[derive(Clone, Debug)]
pub(super) struct ScenarioConnection {
    pub(super) id: String,
    pub(super) system: String,
    pub(super) token: String,
}

/// A running scenario.
pub(super) struct Run<'a> {
    pub(super) sandbox: Sandbox,
    /// Address for calls.
    pub(super) address: SocketAddr,
    pub(super) start: i64,
    pub(super) connections: BTreeMap<String, ScenarioConnection>,
    /// Names of connections by their IDs.
    pub(super) names: BTreeMap<String, String>,
    pub(super) receivers: Vec<Receiver>,
    pub(super) faults: BTreeMap<String, u64>,
    /// Keys of the rows created last, by connection and entity.
    pub(super) made: BTreeMap<(String, String), String>,
    /// Events so far.
    pub(super) events: Vec<StoredEvent>,
    /// Webhooks received so far.
    pub(super) arrived: Vec<Arrival>,
    arrivals: Arrivals,
    /// Current step and its line.
    place: (usize, usize),
    /// The log could not be written.
    quiet: bool,
    tell: &'a mut dyn FnMut(LogLine) -> bool,
    server: JoinHandle<()>,
}

impl Drop for Run<'_> {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Scenario {
    /// Runs the scenario. `tell` is called with each line of the log and returns whether to continue.
    ///
    /// # Errors
    /// When a step fails. An expectation that does not hold is no error: it is in the report.
    pub async fn run(&self, seed: Option<u64>, tell: &mut dyn FnMut(LogLine) -> bool) -> Result<Report, ScenarioError> {
        let seed = seed.unwrap_or(self.number);
        let mut run = Run::begin(self, seed, tell).await?;
        let mut passed = 0;
        let mut failed = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            run.place = (number + 1, step.line);
            let wrong =
                |problem: String| ScenarioError::Step(format!("step {} (line {}): {problem}", number + 1, step.line));
            if let Some(at) = step.at {
                run.move_to(run.start + i64::try_from(at.as_millis()).unwrap_or(i64::MAX)).await.map_err(wrong)?;
                run.deliver_and_log().await.map_err(wrong)?;
            }
            match run.run_action(&step.action).await.map_err(wrong)? {
                None => {}
                Some(Ok(text)) => {
                    passed += 1;
                    run.log(LineKind::Passed, text);
                }
                Some(Err(problem)) => {
                    run.log(LineKind::Failed, problem.clone());
                    failed.push(FailedExpectation { step: number + 1, line: step.line, problem });
                }
            }
            run.deliver_and_log().await.map_err(wrong)?;
            if run.quiet {
                return Err(ScenarioError::Output);
            }
        }
        Ok(Report {
            title: self.title.clone(),
            seed,
            steps: self.steps.len(),
            events: run.events.len(),
            arrivals: run.arrived.len(),
            passed,
            failed,
        })
    }
}

impl<'a> Run<'a> {
    async fn begin(
        scenario: &Scenario,
        seed: u64,
        tell: &'a mut dyn FnMut(LogLine) -> bool,
    ) -> Result<Self, ScenarioError> {
        // The machine's clock is fixed too: sleeping takes no time, and all attempts take equally long.
        let options = Options {
            seed,
            start: Start { at: Some(scenario.start), frozen: true },
            rate_limit: 600,
            ..Options::new(Clock::fixed(scenario.start))
        };
        let machine = |error: String| ScenarioError::Machine(error);
        let sandbox = Sandbox::open(options).map_err(|error| machine(error.to_string()))?;
        let failed = |error: std::io::Error| machine(format!("no port could be listened on: {error}"));
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let router = sandbox.router();
        // Without the delivery worker: webhooks are only delivered when the clock is advanced.
        let server = tokio::spawn(async move {
            serve::serve(listener, router, Limits::default(), std::future::pending()).await.ok();
        });
        let mut run = Self {
            sandbox,
            address,
            start: millis(scenario.start),
            connections: BTreeMap::new(),
            names: BTreeMap::new(),
            receivers: Vec::new(),
            faults: BTreeMap::new(),
            made: BTreeMap::new(),
            events: Vec::new(),
            arrived: Vec::new(),
            arrivals: Arrivals::default(),
            place: (0, 0),
            quiet: false,
            tell,
            server,
        };
        run.apply_seed(&scenario.seed).await?;
        for part in &scenario.receivers {
            for event in &part.events {
                let wrong = |error| ScenarioError::File(format!("receiver `{}`: {error}", part.name));
                check_name(event).map_err(wrong)?;
            }
            let mut receiver = Receiver::start(&part.name, &run.sandbox, &run.arrivals).await?;
            let body = json!({ "url": receiver.url, "events": part.events, "format": part.format });
            let made = run.request("POST", "/api/system/webhooks/endpoints", Some(&body)).await;
            let made = made.map_err(|problem| ScenarioError::File(format!("receiver `{}`: {problem}", part.name)))?;
            made["id"].as_str().unwrap_or_default().clone_into(&mut receiver.endpoint);
            receiver.events.clone_from(&part.events);
            receiver.set_secret(Secret::new(made["secret"].as_str().unwrap_or_default()));
            run.receivers.push(receiver);
        }
        Ok(run)
    }

    /// Applies the seed of the scenario. Its faults are named by their numbers.
    async fn apply_seed(&mut self, seed: &Seed) -> Result<(), ScenarioError> {
        let seeded = seed::apply::apply(&self.sandbox.0, seed).map_err(|error| ScenarioError::File(error.message))?;
        let wrong = |problem: String| ScenarioError::File(format!("the seed was not taken: {problem}"));
        // Whatever the seed sets: the clock is frozen between steps.
        self.request("POST", "/sandbox/clock/freeze", None).await.map_err(wrong)?;
        for made in seeded.connections {
            let path = format!("/api/system/connections/{}", made.id);
            let row = self.request("GET", &path, None).await.map_err(wrong)?;
            let issued = self.request("POST", &format!("{path}/token"), Some(&json!({}))).await.map_err(wrong)?;
            let system = row["integration_name"].as_str().unwrap_or_default().to_owned();
            let token = issued["token"].as_str().unwrap_or_default().to_owned();
            self.names.insert(made.id.clone(), made.name.clone());
            self.connections.insert(made.name, ScenarioConnection { id: made.id, system, token });
        }
        self.faults.extend(seeded.faults.into_iter().map(|id| (id.to_string(), id)));
        Ok(())
    }

    /// Returns the simulated time.
    pub(super) fn now(&self) -> i64 {
        millis(self.sandbox.0.now())
    }

    /// Logs a line.
    pub(super) fn log(&mut self, kind: LineKind, text: String) {
        let at = iso(self.now());
        self.log_at(at, kind, text);
    }

    fn log_at(&mut self, at: String, kind: LineKind, text: String) {
        let (step, line) = self.place;
        self.quiet |= !(self.tell)(LogLine { at, kind, step, line, text });
    }

    /// Calls the sandbox in process with the application's token, without faults. Returns the `data`, or the problem.
    pub(super) async fn request(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let token = self.sandbox.admin_token().map_err(|error| error.to_string())?;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost")
            .header("authorization", format!("Bearer {}", token.expose()))
            .header("content-type", "application/json")
            .extension(SkipFaults)
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))
            .map_err(|error| error.to_string())?;
        let response = self.sandbox.router().oneshot(request).await.unwrap_or_else(|never| match never {});
        let fine = response.status().is_success();
        let bytes = response.into_body().collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        let mut answer: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if fine {
            return Ok(answer["data"].take());
        }
        let error = &answer["error"];
        let fields = error["details"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, problems)| Some(format!("`{name}` {}", problems.as_array()?.first()?.as_str()?)));
        let fields = fields.collect::<Vec<_>>().join("; ");
        let message = error["message"].as_str().unwrap_or("the sandbox did not answer");
        Err(if fields.is_empty() { message.to_owned() } else { fields })
    }

    /// Advances the clock to a time.
    pub(super) async fn move_to(&mut self, to: i64) -> Result<(), String> {
        if to < self.now() {
            return Err(format!("it was to be done at {}, and it is {} already", iso(to), iso(self.now())));
        }
        self.request("POST", "/sandbox/clock/advance", Some(&json!({ "to": iso(to) }))).await.map(drop)
    }

    /// Delivers what is due, and logs new events and received webhooks.
    async fn deliver_and_log(&mut self) -> Result<(), String> {
        self.sandbox.deliver_due().await.map_err(|error| error.to_string())?;
        let last = self.events.last().map_or(0, |event| event.seq);
        let events = self.sandbox.0.read(|db| webhooks::events_since(db, last)).map_err(|error| error.to_string())?;
        let arrivals = std::mem::take(&mut *self.arrivals.lock().unwrap_or_else(PoisonError::into_inner));
        for (kind, at, text) in merged(&events, &arrivals, &self.names) {
            self.log_at(at, kind, text);
        }
        self.events.extend(events);
        self.arrived.extend(arrivals);
        Ok(())
    }

    /// Finds a connection by its name.
    pub(super) fn connection(&self, name: &str) -> Result<ScenarioConnection, String> {
        self.connections.get(name).cloned().ok_or_else(|| format!("there is no connection `{name}` in this scenario"))
    }

    /// Finds a receiver by its name.
    pub(super) fn receiver(&self, name: &str) -> Result<&Receiver, String> {
        let found = self.receivers.iter().find(|receiver| receiver.name == name);
        found.ok_or_else(|| format!("there is no receiver `{name}` in this scenario"))
    }
}
