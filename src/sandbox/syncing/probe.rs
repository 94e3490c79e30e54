//! Tries systems again that could not be reached.

use rusqlite::Connection as Db;

use super::start::{Trigger, start};
use crate::api::requests::RequestKind;
use crate::api::sync::SyncMode;
use crate::sandbox::error::Error;
use crate::sandbox::faults::call::is_down;
use crate::sandbox::health;
use crate::sandbox::source_calls::{self, SourceCall};
use crate::sandbox::state::App;
use crate::sandbox::store::{connections, sync};

/// Probes an unreachable system. Once it is reached, a sync reads what was missed.
pub(crate) fn probe(app: &App, db: &Db, key: &str, at: i64) -> Result<(), Error> {
    let connection = connections::find(db, key)?;
    if connection.refusal().is_some() {
        return Ok(());
    }
    if is_down(db, key, at)? {
        let error = Error::source_unreachable(&connection.slug);
        let call = SourceCall { what: "probe", kind: RequestKind::Probe, span: (at, at), error: Some(&error) };
        source_calls::log(db, &connection, None, call)?;
        return health::set_offline(db, &connection, at);
    }
    let call = SourceCall { what: "probe", kind: RequestKind::Probe, span: (at, at), error: None };
    source_calls::log(db, &connection, None, call)?;
    health::set_online(db, &connection, at)?;
    if connection.last_error.is_some() && sync::running(db, key)?.is_none() {
        start(db, app.options(), &connection, SyncMode::Incremental, Trigger::Retry, &[], at)?;
    }
    Ok(())
}
