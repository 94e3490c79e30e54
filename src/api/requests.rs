//! The request log (advertised: `request_list`, `request_get`).

use super::lenient;

lenient! {
    /// One request as the server logged it.
    pub struct LoggedRequest {
        /// Request ID, for example `req_7`.
        pub id: Option<String>,
        /// Time the server received it.
        pub at: Option<String>,
        /// The connection it was for.
        pub connection_id: Option<String>,
        /// The sync it belongs to.
        pub sync_id: Option<String>,
        /// `api`, or `sync` for the platform's own calls to the system.
        pub source: Option<String>,
        /// HTTP method, in capitals.
        pub method: Option<String>,
        /// Path with its IDs, without the query.
        pub path: Option<String>,
        /// Path template, for example `/api/eam/assets/{key}`.
        pub endpoint: Option<String>,
        /// HTTP status of the response.
        pub status: Option<u64>,
        /// [`super::error_code::ErrorCode`] of a failed request, as text.
        pub error_code: Option<String>,
        /// Message of a failed request, for people.
        pub error_message: Option<String>,
        /// Total time, in milliseconds.
        pub total_ms: Option<f64>,
        /// Part of that spent in the connected system, in milliseconds.
        pub source_ms: Option<f64>,
        /// Size of the response body, in bytes.
        pub bytes: Option<u64>,
        ..extra
    }
}
