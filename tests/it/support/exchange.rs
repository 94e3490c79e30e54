//! Exchanges to record.

use std::time::Duration;

use jiff::Timestamp;
use makini::api::requests::RequestKind;
use makini::exchange::{Exchange, Sender};

/// A call that went well: `GET /api/system/connections`, 200, in 20 ms, at `at`.
pub(crate) fn good(at: &str) -> Exchange {
    Exchange {
        at: at.parse::<Timestamp>().expect("a stamp"),
        connection: Some("c1".into()),
        kind: RequestKind::Api,
        sender: Sender::Makini,
        method: "GET".into(),
        template: "/api/system/connections".into(),
        path: "/api/system/connections?page=1".into(),
        status: Some(200),
        error_code: None,
        error_message: None,
        request_id: Some("req_good".into()),
        elapsed: Duration::from_millis(20),
        server_time: Some(Duration::from_millis(15)),
        source_time: Some(Duration::from_millis(10)),
        sent_bytes: 0,
        received_bytes: 2048,
        attempt: 1,
    }
}

/// A call that failed: 502 with a code, in 80 ms, at `at`.
pub(crate) fn bad(at: &str, request_id: &str) -> Exchange {
    Exchange {
        status: Some(502),
        error_code: Some("SOURCE_UNREACHABLE".into()),
        error_message: Some("the system does not answer".into()),
        request_id: Some(request_id.into()),
        elapsed: Duration::from_millis(80),
        ..good(at)
    }
}
