//! Whoever hangs in a transaction, or is cut off in one, keeps nobody from its rows for long.

use std::sync::Arc;

use makini::inbox::verify::Unsigned;

use super::opened;
use super::receiver::{Handler, RunningReceiver, event, unsigned, until};
use crate::support::postgres;

/// A receiver that is stopped between two statements holds locks that everybody waits for. When it is cannot be chosen, so
/// the transactions note what the server allows them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_ends_a_transaction_that_nobody_goes_on_with() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("hanging");
    let inbox = opened(&address).expect("opened");
    server.sql(
        "hanging",
        "CREATE TABLE allowed (idle TEXT);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO allowed VALUES (current_setting('idle_in_transaction_session_timeout'));
            RETURN NULL;
        END $$;
        CREATE TRIGGER note AFTER INSERT OR UPDATE ON attempts FOR EACH STATEMENT EXECUTE FUNCTION note()",
    );
    let handler = Handler::start().await;
    let rig = RunningReceiver::with(inbox, unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    assert_eq!(rig.post(&event("evt", "c", 1)).await.status, 200);
    let delivered = || server.sql("hanging", "SELECT count(*) FROM arrivals WHERE state = 2") == "1";
    until("it is forwarded", delivered).await;
    assert_eq!(server.sql("hanging", "SELECT idle, count(*) FROM allowed GROUP BY idle"), "5s|2");
    rig.stop().await;
}
