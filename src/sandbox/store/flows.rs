//! Flows, their executions and steps.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::Value;

use crate::api::flows::{FlowExecution, FlowStep, FlowTemplate};
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;

/// Executions kept for each flow.
const MAX_EXECUTIONS: u64 = 1_000;

/// A stored flow, with figures of its executions.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    pub(crate) id: String,
    pub(crate) template: String,
    pub(crate) connection: String,
    pub(crate) status: String,
    created_at: i64,
    executions: u64,
    last: Option<(i64, String)>,
    next: Option<i64>,
}

const SELECT: &str = "SELECT f.id, f.template, f.connection, f.status, f.created_at,
    (SELECT count(*) FROM flow_executions e WHERE e.flow = f.id) AS executions,
    (SELECT started_at FROM flow_executions e WHERE e.flow = f.id ORDER BY seq DESC LIMIT 1) AS last_at,
    (SELECT status FROM flow_executions e WHERE e.flow = f.id ORDER BY seq DESC LIMIT 1) AS last_status,
    (SELECT at FROM timers t WHERE t.kind = 'flow' AND t.subject = f.id) AS next_at FROM flows f";

impl Flow {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let (at, status): (Option<i64>, Option<String>) = (row.get("last_at")?, row.get("last_status")?);
        Ok(Self {
            id: row.get("id")?,
            template: row.get("template")?,
            connection: row.get("connection")?,
            status: row.get("status")?,
            created_at: row.get("created_at")?,
            executions: row.get("executions")?,
            last: at.zip(status),
            next: row.get("next_at")?,
        })
    }

    /// Returns the flow as the API shows it, with what its template is.
    pub(crate) fn to_api(&self, template: FlowTemplate) -> crate::api::flows::Flow {
        crate::api::flows::Flow {
            id: Some(self.id.clone()),
            template,
            connection_id: Some(self.connection.clone()),
            status: Some(self.status.clone()),
            executions: Some(self.executions),
            last_execution_at: self.last.as_ref().map(|(at, _)| iso(*at)),
            last_status: self.last.as_ref().map(|(_, status)| status.clone()),
            next_execution_at: self.next.map(iso),
            created_at: Some(iso(self.created_at)),
            ..crate::api::flows::Flow::default()
        }
    }
}

/// Stores a flow.
pub(crate) fn insert(db: &Db, id: &str, template: &str, connection: &str, now: i64) -> Result<(), Error> {
    db.execute(
        "INSERT INTO flows (id, template, connection, status, created_at, updated_at) VALUES (?1, ?2, ?3, 'active', ?4, ?4)",
        (id, template, connection, now),
    )?;
    Ok(())
}

/// Finds a flow.
pub(crate) fn find(db: &Db, id: &str) -> Result<Flow, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE f.id = ?1"))?
        .query_row([id], Flow::read)
        .optional()?
        .ok_or_else(|| Error::not_found("flow"))
}

/// Lists the flows of a connection, oldest first. Costs one index read when it has none.
pub(crate) fn of_connection(db: &Db, connection: &str) -> Result<Vec<Flow>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} WHERE f.connection = ?1 ORDER BY f.seq"))?;
    Ok(found.query_map([connection], Flow::read)?.collect::<Result<_, _>>()?)
}

/// Lists all flows, oldest first.
pub(crate) fn list(db: &Db) -> Result<Vec<Flow>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} ORDER BY f.seq"))?;
    Ok(found.query_map([], Flow::read)?.collect::<Result<_, _>>()?)
}

/// Changes the status of a flow.
pub(crate) fn set_status(db: &Db, id: &str, status: &str, now: i64) -> Result<(), Error> {
    db.execute("UPDATE flows SET status = ?2, updated_at = ?3 WHERE id = ?1", (id, status, now))?;
    Ok(())
}

/// Deletes a flow with its executions.
pub(crate) fn delete(db: &Db, id: &str) -> Result<(), Error> {
    db.execute("DELETE FROM flows WHERE id = ?1", [id])?;
    Ok(())
}

/// A stored execution.
#[derive(Clone, Debug)]
pub(crate) struct Execution {
    pub(crate) seq: i64,
    pub(crate) flow: String,
    pub(crate) status: String,
    pub(crate) input: Value,
    pub(crate) started_at: i64,
    shown: FlowExecution,
}

impl Execution {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let input: String = row.get("input")?;
        let shown = FlowExecution {
            id: row.get("id")?,
            flow_id: row.get("flow")?,
            trigger: row.get("trigger")?,
            status: row.get("status")?,
            input: serde_json::from_str(&input).unwrap_or_default(),
            error: row.get("error")?,
            started_at: Some(iso(row.get("started_at")?)),
            finished_at: row.get::<_, Option<i64>>("finished_at")?.map(iso),
            template: row.get("template")?,
            connection_id: row.get("connection")?,
            ..FlowExecution::default()
        };
        Ok(Self {
            seq: row.get("seq")?,
            flow: row.get("flow")?,
            status: row.get("status")?,
            input: shown.input.clone(),
            started_at: row.get("started_at")?,
            shown,
        })
    }
}

const EXECUTION: &str = "SELECT e.seq, e.id, e.flow, e.\"trigger\", e.status, e.input, e.error, e.started_at,
    e.finished_at, f.template, f.connection FROM flow_executions e JOIN flows f ON f.id = e.flow";

/// Stores a new execution and deletes the oldest of the flow.
pub(crate) fn begin(db: &Db, id: &str, flow: &str, trigger: &str, input: &Value, now: i64) -> Result<(), Error> {
    db.execute(
        "INSERT INTO flow_executions (id, flow, \"trigger\", status, input, started_at)
         VALUES (?1, ?2, ?3, 'running', ?4, ?5)",
        (id, flow, trigger, input.to_string(), now),
    )?;
    db.execute(
        "DELETE FROM flow_executions WHERE flow = ?1 AND status <> 'running' AND seq <=
         (SELECT seq FROM flow_executions WHERE flow = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
        (flow, MAX_EXECUTIONS),
    )?;
    Ok(())
}

/// Finds an execution.
pub(crate) fn execution(db: &Db, id: &str) -> Result<Execution, Error> {
    db.prepare_cached(&format!("{EXECUTION} WHERE e.id = ?1"))?
        .query_row([id], Execution::read)
        .optional()?
        .ok_or_else(|| Error::not_found("execution"))
}

/// Returns an execution with its steps, as the API shows it.
pub(crate) fn execution_with_steps(db: &Db, id: &str) -> Result<FlowExecution, Error> {
    let found = execution(db, id)?;
    let step = |row: StepRow| FlowStep {
        name: Some(row.name),
        kind: Some(row.kind),
        status: Some(row.status),
        started_at: Some(iso(row.started_at)),
        finished_at: Some(iso(row.finished_at)),
        took_ms: u64::try_from(row.finished_at - row.started_at).ok(),
        input: row.input,
        output: row.output,
        error: row.error,
    };
    let steps = steps(db, found.seq)?.into_iter().map(step).collect();
    Ok(FlowExecution { steps, ..found.shown })
}

/// Returns a page of executions, newest first, and their total number.
pub(crate) fn executions(
    db: &Db,
    (flow, connection, status): (Option<&str>, Option<&str>, Option<&str>),
    offset: u64,
    limit: u64,
) -> Result<(Vec<FlowExecution>, u64), Error> {
    const TEST: &str =
        "(?1 IS NULL OR e.flow = ?1) AND (?2 IS NULL OR f.connection = ?2) AND (?3 IS NULL OR e.status = ?3)";
    let sql = format!("SELECT count(*) FROM flow_executions e JOIN flows f ON f.id = e.flow WHERE {TEST}");
    let total = db.prepare_cached(&sql)?.query_row((flow, connection, status), |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{EXECUTION} WHERE {TEST} ORDER BY e.seq DESC LIMIT ?4 OFFSET ?5"))?;
    let rows = found.query_map((flow, connection, status, limit, offset), Execution::read)?;
    let rows: Vec<Execution> = rows.collect::<Result<_, _>>()?;
    Ok((rows.into_iter().map(|row| row.shown).collect(), total))
}

/// Returns the number of running executions of a flow.
pub(crate) fn running(db: &Db, flow: &str) -> Result<u64, Error> {
    Ok(running_ids(db, flow)?.len() as u64)
}

/// Returns the IDs of the running executions of a flow.
pub(crate) fn running_ids(db: &Db, flow: &str) -> Result<Vec<String>, Error> {
    let mut found =
        db.prepare_cached("SELECT id FROM flow_executions WHERE flow = ?1 AND status = 'running' ORDER BY seq")?;
    Ok(found.query_map([flow], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Ends an execution.
pub(crate) fn end(db: &Db, id: &str, status: &str, error: Option<&str>, at: i64) -> Result<(), Error> {
    db.execute(
        "UPDATE flow_executions SET status = ?2, error = ?3, finished_at = ?4 WHERE id = ?1",
        (id, status, error, at),
    )?;
    Ok(())
}

/// A finished step.
#[derive(Clone, Debug)]
pub(crate) struct StepRow {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) status: String,
    pub(crate) started_at: i64,
    pub(crate) finished_at: i64,
    pub(crate) input: Value,
    pub(crate) output: Value,
    pub(crate) error: Option<String>,
}

/// Stores a finished step.
pub(crate) fn add_step(db: &Db, execution: i64, position: usize, step: &StepRow) -> Result<(), Error> {
    db.prepare_cached("INSERT INTO flow_steps VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?.execute((
        execution,
        i64::try_from(position).unwrap_or(i64::MAX),
        &step.name,
        &step.kind,
        &step.status,
        step.started_at,
        step.finished_at,
        step.input.to_string(),
        step.output.to_string(),
        &step.error,
    ))?;
    Ok(())
}

/// Returns the finished steps of an execution, in order.
pub(crate) fn steps(db: &Db, execution: i64) -> Result<Vec<StepRow>, Error> {
    let mut found = db.prepare_cached(
        "SELECT name, kind, status, started_at, finished_at, input, output, error FROM flow_steps
         WHERE execution = ?1 ORDER BY position",
    )?;
    let json = |text: String| serde_json::from_str(&text).unwrap_or_default();
    let rows = found.query_map([execution], |row| {
        Ok(StepRow {
            name: row.get("name")?,
            kind: row.get("kind")?,
            status: row.get("status")?,
            started_at: row.get("started_at")?,
            finished_at: row.get("finished_at")?,
            input: json(row.get("input")?),
            output: json(row.get("output")?),
            error: row.get("error")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
