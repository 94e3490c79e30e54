//! Flows (advertised).

use serde_json::Value;

use crate::api::flows::{Flow, FlowExecution, FlowTemplate, NewFlow};
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

/// Which executions to list. What is not set does not narrow.
#[derive(Clone, Debug, Default)]
pub struct ExecutionQuery {
    /// Of one flow.
    pub flow_id: Option<String>,
    /// Of the flows of one connection.
    pub connection_id: Option<String>,
    /// With this status.
    pub status: Option<String>,
}

impl Client {
    /// Returns the flows that can be set up (advertised: `flow_template_list`).
    pub async fn flow_templates(&self) -> Result<Vec<FlowTemplate>, Error> {
        let endpoint = self.require(Operation::FlowTemplateList).await?;
        self.pages(ApiRequest::to(&endpoint), PageOptions::all()).all().await
    }

    /// Returns the flows, of one connection or of all (advertised: `flow_list`).
    pub async fn flows(&self, connection: Option<&str>) -> Result<Vec<Flow>, Error> {
        let endpoint = self.require(Operation::FlowList).await?;
        self.pages(ApiRequest::to(&endpoint).maybe_query("connection_id", connection), PageOptions::all()).all().await
    }

    /// Returns one flow (advertised: `flow_get`).
    pub async fn flow(&self, id: &str) -> Result<Flow, Error> {
        let endpoint = self.require(Operation::FlowGet).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
        let flow: Flow = answer.data()?;
        answer.is_about(flow.id.as_deref(), id)?;
        Ok(flow)
    }

    /// Sets a flow up for a connection (advertised: `flow_create`).
    pub async fn create_flow(&self, new: &NewFlow) -> Result<Flow, Error> {
        let endpoint = self.require(Operation::FlowCreate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).json(new)).await?;
        let made: Flow = answer.data()?;
        let is_same = made.template.template.as_deref() == Some(new.template.as_str())
            && made.connection_id.as_ref().is_none_or(|id| *id == new.connection_id);
        answer.holds(is_same, "another flow than the one that was sent")?;
        Ok(made)
    }

    /// Removes a flow with its executions (advertised: `flow_delete`).
    pub async fn delete_flow(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::FlowDelete).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }

    /// Starts a flow now (advertised: `flow_run`).
    pub async fn run_flow(&self, id: &str, input: &Value) -> Result<FlowExecution, Error> {
        let endpoint = self.require(Operation::FlowRun).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(input)).await?;
        let execution: FlowExecution = answer.data()?;
        answer.holds(execution.flow_id.as_ref().is_none_or(|found| found == id), "an execution of another flow")?;
        Ok(execution)
    }

    /// Returns executions, newest first (advertised: `flow_execution_list`), filtered by the query.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn flow_executions(
        &self,
        query: &ExecutionQuery,
        options: PageOptions,
    ) -> Result<Pages<FlowExecution>, Error> {
        let endpoint = self.require(Operation::FlowExecutionList).await?;
        let outgoing = ApiRequest::to(&endpoint)
            .maybe_query("flow_id", query.flow_id.as_deref())
            .maybe_query("connection_id", query.connection_id.as_deref())
            .maybe_query("status", query.status.as_deref());
        Ok(self.pages(outgoing, options))
    }

    /// Returns one execution with its steps (advertised: `flow_execution_get`).
    pub async fn flow_execution(&self, id: &str) -> Result<FlowExecution, Error> {
        let endpoint = self.require(Operation::FlowExecutionGet).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
        let execution: FlowExecution = answer.data()?;
        answer.is_about(execution.id.as_deref(), id)?;
        Ok(execution)
    }
}
