//! Flows, their executions, and the steps of these.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::Value;

use crate::api::flows::{FlowExecution, FlowStep, FlowTemplate};
use crate::sandbox::error::Error;
use crate::sandbox::flows::catalogue;
use crate::sandbox::state::iso;

/// Executions that are kept of each flow.
const KEPT: u64 = 1_000;

/// A flow as it is stored, with what is known of its executions.
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
    (SELECT count(*) FROM flow_executions e WHERE e.flow = f.id),
    (SELECT started_at FROM flow_executions e WHERE e.flow = f.id ORDER BY seq DESC LIMIT 1),
    (SELECT status FROM flow_executions e WHERE e.flow = f.id ORDER BY seq DESC LIMIT 1),
    (SELECT at FROM timers t WHERE t.kind = 'flow' AND t.subject = f.id) FROM flows f";

impl Flow {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let (at, status): (Option<i64>, Option<String>) = (row.get(6)?, row.get(7)?);
        Ok(Self {
            id: row.get(0)?,
            template: row.get(1)?,
            connection: row.get(2)?,
            status: row.get(3)?,
            created_at: row.get(4)?,
            executions: row.get(5)?,
            last: at.zip(status),
            next: row.get(8)?,
        })
    }

    /// Returns the flow as it goes over the wire.
    pub(crate) fn wire(&self) -> crate::api::flows::Flow {
        let unknown = || FlowTemplate { template: Some(self.template.clone()), ..FlowTemplate::default() };
        crate::api::flows::Flow {
            id: Some(self.id.clone()),
            template: catalogue::find(&self.template).map_or_else(unknown, catalogue::Template::wire),
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

/// Lists the flows of a connection, oldest first. Costs one look at an index when it has none.
pub(crate) fn of(db: &Db, connection: &str) -> Result<Vec<Flow>, Error> {
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

/// Takes a flow away, with its executions.
pub(crate) fn delete(db: &Db, id: &str) -> Result<(), Error> {
    db.execute("DELETE FROM flows WHERE id = ?1", [id])?;
    Ok(())
}

/// An execution as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Execution {
    pub(crate) seq: i64,
    pub(crate) flow: String,
    pub(crate) status: String,
    pub(crate) input: Value,
    pub(crate) started_at: i64,
    wire: FlowExecution,
}

impl Execution {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let input: String = row.get(5)?;
        let wire = FlowExecution {
            id: row.get(1)?,
            flow_id: row.get(2)?,
            trigger: row.get(3)?,
            status: row.get(4)?,
            input: serde_json::from_str(&input).unwrap_or_default(),
            error: row.get(6)?,
            started_at: Some(iso(row.get(7)?)),
            finished_at: row.get::<_, Option<i64>>(8)?.map(iso),
            template: row.get(9)?,
            connection_id: row.get(10)?,
            ..FlowExecution::default()
        };
        Ok(Self {
            seq: row.get(0)?,
            flow: row.get(2)?,
            status: row.get(4)?,
            input: wire.input.clone(),
            started_at: row.get(7)?,
            wire,
        })
    }
}

const EXECUTION: &str = "SELECT e.seq, e.id, e.flow, e.\"trigger\", e.status, e.input, e.error, e.started_at,
    e.finished_at, f.template, f.connection FROM flow_executions e JOIN flows f ON f.id = e.flow";

/// Begins an execution. The oldest of the flow go.
pub(crate) fn begin(db: &Db, id: &str, flow: &str, trigger: &str, input: &Value, now: i64) -> Result<(), Error> {
    db.execute(
        "INSERT INTO flow_executions (id, flow, \"trigger\", status, input, started_at)
         VALUES (?1, ?2, ?3, 'running', ?4, ?5)",
        (id, flow, trigger, input.to_string(), now),
    )?;
    db.execute(
        "DELETE FROM flow_executions WHERE flow = ?1 AND status <> 'running' AND seq <=
         (SELECT seq FROM flow_executions WHERE flow = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
        (flow, KEPT),
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

/// Returns an execution with its steps as it goes over the wire.
pub(crate) fn told(db: &Db, id: &str) -> Result<FlowExecution, Error> {
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
    Ok(FlowExecution { steps, ..found.wire })
}

/// Lists executions, newest first, and says how many there are.
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
    Ok((rows.into_iter().map(|row| row.wire).collect(), total))
}

/// Returns how many executions of a flow are running.
pub(crate) fn running(db: &Db, flow: &str) -> Result<u64, Error> {
    Ok(running_ids(db, flow)?.len() as u64)
}

/// Returns the executions of a flow that are running.
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

/// A step that was done.
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

/// Writes a step down.
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

/// Returns the steps of an execution that are done, in their order.
pub(crate) fn steps(db: &Db, execution: i64) -> Result<Vec<StepRow>, Error> {
    let mut found = db.prepare_cached(
        "SELECT name, kind, status, started_at, finished_at, input, output, error FROM flow_steps
         WHERE execution = ?1 ORDER BY position",
    )?;
    let json = |text: String| serde_json::from_str(&text).unwrap_or_default();
    let rows = found.query_map([execution], |row| {
        Ok(StepRow {
            name: row.get(0)?,
            kind: row.get(1)?,
            status: row.get(2)?,
            started_at: row.get(3)?,
            finished_at: row.get(4)?,
            input: json(row.get(5)?),
            output: json(row.get(6)?),
            error: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
