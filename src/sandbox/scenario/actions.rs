//! Runs the actions of steps.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::file::{Action, AnswerStep, CallStep, ConnectStep, FaultStep, SyncStep, WriteStep};
use super::http_call;
use super::log::LineKind;
use super::run::{Run, ScenarioConnection};
use crate::measure::parse_duration;
use crate::sandbox::time::iso;

const CONNECTIONS: &str = "/api/system/connections";
const FAULTS: &str = "/sandbox/faults";
/// The most calls or rows of one step.
const MAX_TIMES: u32 = 10_000;

/// Result of an expectation, if the step has one: what holds, or the problem.
pub(super) type ExpectationResult = Option<Result<String, String>>;

impl Run<'_> {
    /// Runs the action of a step.
    pub(super) async fn run_action(&mut self, action: &Action) -> Result<ExpectationResult, String> {
        match action {
            Action::Connect(connect) => self.connect(connect).await?,
            Action::Reconnect(name) => self.reconnect(name).await?,
            Action::Disconnect(name) => {
                let known = self.connection(name)?;
                self.request("DELETE", &format!("{CONNECTIONS}/{}", known.id), None).await?;
                self.log(LineKind::Step, format!("disconnect {name}"));
            }
            Action::Advance(by) => {
                let to = self.now() + i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
                self.log(LineKind::Step, format!("advance to {}", iso(to)));
                self.move_to(to).await?;
            }
            Action::Sync(sync) => self.sync(sync).await?,
            Action::Call(call) => return self.calls(call).await,
            Action::Write(write) => self.write(write).await?,
            Action::Answer(answer) => self.answer(answer)?,
            Action::Fault(fault) => self.fault(fault).await?,
            Action::Clear(name) => self.clear(name.as_deref()).await?,
            Action::Retry(status) => self.retry(status).await?,
            Action::Expect(expect) => return self.expect(expect).await.map(Some),
        }
        Ok(None)
    }

    async fn credentials(&self, system: &str, given: &BTreeMap<String, String>) -> Result<Value, String> {
        let platform = self.request("GET", &format!("/api/system/platforms/{system}"), None).await?;
        let mut fields = Map::new();
        for field in platform["fields"].as_array().into_iter().flatten() {
            let name = field["name"].as_str().unwrap_or_default();
            let made_up = match field["type"].as_str() {
                Some("url") => "https://plant.example.com",
                Some("email") => "api@example.com",
                _ if field["secret"] == true => "made up by the scenario",
                _ => "scenario",
            };
            fields.insert(name.to_owned(), given.get(name).map_or(made_up, String::as_str).into());
        }
        if let Some(stranger) = given.keys().find(|name| !fields.contains_key(*name)) {
            return Err(format!("`{system}` has no field `{stranger}`"));
        }
        Ok(Value::Object(fields))
    }

    async fn connect(&mut self, connect: &ConnectStep) -> Result<(), String> {
        if self.connections.contains_key(&connect.name) {
            return Err(format!("there is a connection `{}` already", connect.name));
        }
        let body = json!({
            "name": connect.name,
            "email": connect.email.as_deref().unwrap_or("scenario@example.com"),
            "provider": connect.system,
            "credentials": self.credentials(&connect.system, &connect.fields).await?,
            "deployment": connect.deployment,
        });
        let tokens = self.request("POST", CONNECTIONS, Some(&body)).await?;
        let newest = self.request("GET", &format!("{CONNECTIONS}?sort[created_at]=1&per_page=1"), None).await?;
        let id = newest[0]["key"].as_str().unwrap_or_default().to_owned();
        if let Some(text) = connect.schedule.as_deref() {
            let seconds = match text {
                "off" => None,
                text => Some(parse_duration(text).map_err(|error| format!("`schedule`: {error}"))?.as_secs()),
            };
            let body = json!({ "schedule_seconds": seconds });
            self.request("PUT", &format!("{CONNECTIONS}/{id}/schedule"), Some(&body)).await?;
        }
        if !connect.metadata.is_empty() {
            let entries = connect.metadata.iter().map(|(key, value)| json!({ "key": key, "value": value }));
            let entries = Value::Array(entries.collect());
            self.request("POST", &format!("{CONNECTIONS}/{id}/metadata"), Some(&entries)).await?;
        }
        let token = tokens["access_token"].as_str().unwrap_or_default().to_owned();
        self.names.insert(id.clone(), connect.name.clone());
        self.log(LineKind::Step, format!("connect {} to {} as {id}", connect.system, connect.name));
        self.connections.insert(connect.name.clone(), ScenarioConnection { id, system: connect.system.clone(), token });
        Ok(())
    }

    async fn reconnect(&mut self, name: &str) -> Result<(), String> {
        let known = self.connection(name)?;
        let body = json!({ "credentials": self.credentials(&known.system, &BTreeMap::new()).await? });
        let tokens = self.request("POST", &format!("{CONNECTIONS}/{}/reconnect", known.id), Some(&body)).await?;
        let token = tokens["access_token"].as_str().unwrap_or_default().to_owned();
        self.connections.insert(name.to_owned(), ScenarioConnection { token, ..known });
        self.log(LineKind::Step, format!("reconnect {name}"));
        Ok(())
    }

    async fn sync(&mut self, sync: &SyncStep) -> Result<(), String> {
        let known = self.connection(&sync.connection)?;
        let mode = sync.mode.as_deref().unwrap_or("incremental");
        let body = json!({ "mode": mode, "entities": sync.entities });
        let started = self.request("POST", &format!("{CONNECTIONS}/{}/syncs", known.id), Some(&body)).await?;
        let mode = started["mode"].as_str().unwrap_or(mode);
        self.log(LineKind::Step, format!("{mode} sync of {}", sync.connection));
        Ok(())
    }

    /// Makes an HTTP call. An expired token is renewed, as a client would.
    async fn call_once(&mut self, call: &CallStep) -> Result<http_call::CallResult, String> {
        let body = call.body.as_ref().map(serde_json::to_string).transpose().map_err(|error| error.to_string())?;
        let token = match &call.connection {
            Some(name) => self.connection(name)?.token,
            None => self.sandbox.admin_token().map_err(|error| error.to_string())?.expose().to_owned(),
        };
        let answer = http_call::call(self.address, &call.method, &call.path, &token, body.as_deref()).await;
        let who = call.connection.as_deref().map_or_else(String::new, |name| format!(" of {name}"));
        let took = if answer.took.is_empty() { String::new() } else { format!(" in {} ms", answer.took) };
        self.log(LineKind::Call, format!("{} {}{who}: {}{took}", call.method, call.path, answer.outcome));
        if answer.outcome.ends_with("TOKEN_EXPIRED")
            && let Some(name) = &call.connection
        {
            let known = self.connection(name)?;
            let issued = self.request("POST", &format!("{CONNECTIONS}/{}/token", known.id), Some(&json!({}))).await?;
            let token = issued["token"].as_str().unwrap_or_default().to_owned();
            self.connections.insert(name.clone(), ScenarioConnection { token, ..known });
        }
        Ok(answer)
    }

    async fn calls(&mut self, call: &CallStep) -> Result<ExpectationResult, String> {
        let mut wrong = None;
        for number in 1..=call.times.min(MAX_TIMES) {
            let answer = self.call_once(call).await?;
            let expected = call.gives.as_deref().is_none_or(|gives| gives == answer.outcome);
            if !expected && wrong.is_none() {
                wrong = Some(format!(
                    "call {number} gives `{}`, not `{}`",
                    answer.outcome,
                    call.gives.as_deref().unwrap_or_default()
                ));
            }
        }
        Ok(match (wrong, &call.gives) {
            (Some(problem), _) => Some(Err(problem)),
            (None, Some(gives)) => Some(Ok(format!("{} {} gives {gives}", call.method, call.path))),
            (None, None) => None,
        })
    }

    async fn write(&mut self, write: &WriteStep) -> Result<(), String> {
        let place = (write.connection.clone(), write.entity.clone());
        let key = match write.key.as_deref() {
            Some("last") => {
                let made = self.made.get(&place).cloned();
                Some(made.ok_or_else(|| format!("no row of `{}` was made before", write.entity))?)
            }
            other => other.map(str::to_owned),
        };
        let path = format!("/api/{}", write.entity.trim_matches('/'));
        let call = CallStep {
            connection: Some(write.connection.clone()),
            method: if key.is_some() { "PUT".into() } else { "POST".into() },
            path: key.map_or_else(|| path.clone(), |key| format!("{path}/{key}")),
            body: Some(toml::Value::Table(write.body.clone())),
            times: 1,
            gives: None,
        };
        for _ in 0..write.times.min(MAX_TIMES) {
            let answer = self.call_once(&call).await?;
            if let Some(key) = answer.body["data"]["key"].as_str() {
                self.made.insert(place.clone(), key.to_owned());
            } else if answer.outcome.starts_with("422") {
                return Err(format!("the row was refused: {}", answer.body["error"]["message"]));
            }
        }
        Ok(())
    }

    fn answer(&mut self, answer: &AnswerStep) -> Result<(), String> {
        let status = StatusCode::from_u16(answer.status).map_err(|_| "a status is from 100 to 999".to_owned())?;
        self.receiver(&answer.receiver)?.answer(status);
        self.log(LineKind::Step, format!("{} answers {} from now on", answer.receiver, answer.status));
        Ok(())
    }

    async fn fault(&mut self, fault: &FaultStep) -> Result<(), String> {
        let mut spec = fault.spec.clone();
        if let Some(name) = &fault.connection {
            spec.insert("connection_id".into(), self.connection(name)?.id.into());
        }
        if let Some(name) = &fault.receiver {
            spec.insert("webhook_endpoint_id".into(), self.receiver(name)?.endpoint.clone().into());
        }
        let added = self.request("POST", FAULTS, Some(&Value::Object(spec))).await?;
        let id = added["id"].as_u64().unwrap_or_default();
        let name = fault.name.clone().unwrap_or_else(|| id.to_string());
        if self.faults.insert(name.clone(), id).is_some() {
            return Err(format!("there was a fault `{name}` before; mend it first, or name this one otherwise"));
        }
        let kind = added["kind"].as_str().unwrap_or_default().replace('_', "-");
        let on = fault.connection.as_ref().or(fault.receiver.as_ref());
        let on = on.map_or_else(String::new, |name| format!(" on {name}"));
        self.log(LineKind::Step, format!("fault {name}: {kind}{on}"));
        Ok(())
    }

    async fn clear(&mut self, name: Option<&str>) -> Result<(), String> {
        match name {
            None => {
                self.request("DELETE", FAULTS, None).await?;
                self.faults.clear();
                self.log(LineKind::Step, "mend all faults".to_owned());
            }
            Some(name) => {
                let id = self.faults.remove(name).ok_or_else(|| format!("there is no fault `{name}`"))?;
                self.request("DELETE", &format!("{FAULTS}/{id}"), None).await?;
                self.log(LineKind::Step, format!("mend {name}"));
            }
        }
        Ok(())
    }

    /// Retries all deliveries with a status, the oldest first.
    async fn retry(&mut self, status: &str) -> Result<(), String> {
        let path = format!("/api/system/webhooks/deliveries?status={status}&per_page=500");
        let found = self.request("GET", &path, None).await?;
        let ids: Vec<&str> =
            found.as_array().into_iter().flatten().rev().filter_map(|row| row["id"].as_str()).collect();
        for id in &ids {
            self.request("POST", &format!("/api/system/webhooks/deliveries/{id}/retry"), Some(&json!({}))).await?;
        }
        self.log(LineKind::Step, format!("retry {} {status} deliveries", ids.len()));
        Ok(())
    }
}
