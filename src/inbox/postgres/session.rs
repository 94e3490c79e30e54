//! A connection for code that waits: it lives on a thread of its own, and whoever asks waits for the thread.

use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use futures_core::Stream as _;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{CancelToken, Client, NoTls, Row};

use super::{Format, Server, check_format};
use crate::inbox::error::Error;

/// A value for a place in a statement, with its type.
pub(crate) type Bound = (Box<dyn ToSql + Send + Sync>, Type);

/// Rows that wait to be read, at most: the server is not read further meanwhile.
const AHEAD: usize = 64;

/// A connection to a server. It ends when this is dropped.
pub(crate) struct Session {
    server: Arc<Server>,
    token: CancelToken,
    requests: UnboundedSender<Request>,
    format: Format,
}

/// What the thread is asked to do, and where the answer goes.
enum Request {
    Query { sql: String, values: Vec<Bound>, rows: SyncSender<Result<Row, Error>> },
    Execute { sql: String, values: Vec<Bound>, count: SyncSender<Result<u64, Error>> },
    Batch { sql: String, done: SyncSender<Result<(), Error>> },
}

/// Ends the statement that runs.
pub(crate) struct Interrupt {
    server: Arc<Server>,
    token: CancelToken,
}

impl Interrupt {
    /// Asks the server, on a thread of its own: the answer may take a while.
    pub(crate) fn interrupt(&self) {
        let (token, server) = (self.token.clone(), Arc::clone(&self.server));
        std::thread::spawn(move || {
            // Where it fails the statement goes on to its end, which does no harm.
            if let Ok(runtime) = runtime() {
                match server.tls.clone() {
                    Some(tls) => runtime.block_on(token.cancel_query(tls)).ok(),
                    None => runtime.block_on(token.cancel_query(NoTls)).ok(),
                };
            }
        });
    }
}

/// Returns a runtime for one thread.
pub(crate) fn runtime() -> Result<Runtime, Error> {
    let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
    built.map_err(|source| Error::Io { what: "start what waits for the database", source })
}

impl Session {
    /// Connects to an inbox that is there.
    pub(crate) fn open_inbox(server: &Arc<Server>) -> Result<Self, Error> {
        let (opened, open) = sync_channel(1);
        let (requests, received) = unbounded_channel();
        let theirs = Arc::clone(server);
        let thread = std::thread::Builder::new().name("database".into()).spawn(move || {
            let runtime = match runtime() {
                Ok(runtime) => runtime,
                Err(error) => return drop(opened.send(Err(error))),
            };
            runtime.block_on(async {
                match open_inbox(&theirs).await {
                    Ok((client, format)) => {
                        if opened.send(Ok((client.cancel_token(), format))).is_ok() {
                            answer(&client, received).await;
                        }
                    }
                    Err(error) => drop(opened.send(Err(error))),
                }
            });
        });
        thread.map_err(|source| Error::Io { what: "start what waits for the database", source })?;
        let (token, format) = receive(&open)?;
        Ok(Self { server: Arc::clone(server), token, requests, format })
    }

    /// Returns the format of the tables, which may be those of an older version.
    pub(crate) const fn format(&self) -> Format {
        self.format
    }

    /// Returns the server.
    pub(crate) fn server(&self) -> &Server {
        &self.server
    }

    /// Calls `each` with every row of a result as it comes, until it returns false.
    pub(crate) fn each(
        &self,
        sql: String,
        values: Vec<Bound>,
        mut each: impl FnMut(&Row) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let (rows, received) = sync_channel(AHEAD);
        self.requests.send(Request::Query { sql, values, rows }).map_err(|_| ended())?;
        for row in received {
            if !each(&row?)? {
                break;
            }
        }
        Ok(())
    }

    /// Changes rows. Returns how many.
    pub(crate) fn execute(&self, sql: String, values: Vec<Bound>) -> Result<u64, Error> {
        let (count, counted) = sync_channel(1);
        self.requests.send(Request::Execute { sql, values, count }).map_err(|_| ended())?;
        receive(&counted)
    }

    fn batch(&self, sql: &str) -> Result<(), Error> {
        let (done, ended_so) = sync_channel(1);
        self.requests.send(Request::Batch { sql: sql.to_owned(), done }).map_err(|_| ended())?;
        receive(&ended_so)
    }

    /// Does something in one transaction that begins so.
    pub(crate) fn transaction<T>(&self, begin: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        self.batch(begin)?;
        let done = work();
        let ended = self.batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" });
        let done = done?;
        ended?;
        Ok(done)
    }

    /// Returns what ends the statement that runs.
    pub(crate) fn interrupt(&self) -> Interrupt {
        Interrupt { server: Arc::clone(&self.server), token: self.token.clone() }
    }
}

fn receive<T>(answer: &Receiver<Result<T, Error>>) -> Result<T, Error> {
    answer.recv().map_err(|_| ended())?
}

/// The thread is gone, which happens only when it panicked.
fn ended() -> Error {
    Error::Server("the connection has ended".into())
}

async fn open_inbox(server: &Server) -> Result<(Client, Format), Error> {
    let client = server.connect().await?;
    let format = check_format(&client, server).await?;
    Ok((client, format))
}

/// Answers requests until nobody can ask any more.
async fn answer(client: &Client, mut requests: UnboundedReceiver<Request>) {
    while let Some(request) = requests.recv().await {
        match request {
            Request::Query { sql, values, rows } => {
                if let Err(error) = query(client, &sql, &values, &rows).await {
                    rows.send(Err(error.into())).ok();
                }
            }
            Request::Execute { sql, values, count } => {
                let values: Vec<(&(dyn ToSql + Sync), Type)> =
                    values.iter().map(|(value, kind)| (&**value as _, kind.clone())).collect();
                count.send(client.execute_typed(&sql, &values).await.map_err(Error::from)).ok();
            }
            Request::Batch { sql, done } => {
                done.send(client.batch_execute(&sql).await.map_err(Error::from)).ok();
            }
        }
    }
}

async fn query(
    client: &Client,
    sql: &str,
    values: &[Bound],
    rows: &SyncSender<Result<Row, Error>>,
) -> Result<(), tokio_postgres::Error> {
    let values = values.iter().map(|(value, kind)| (&**value as &(dyn ToSql + Sync), kind.clone()));
    let mut found = pin!(client.query_typed_raw(sql, values).await?);
    while let Some(row) = poll_fn(|context| found.as_mut().poll_next(context)).await {
        // Whoever has seen enough has dropped the other end.
        if rows.send(Ok(row?)).is_err() {
            break;
        }
    }
    Ok(())
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Session").field(&self.server).finish()
    }
}
