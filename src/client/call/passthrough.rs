//! Calls to the system behind a connection.

use crate::api::passthrough::Passthrough;
use crate::api::path;
use crate::client::{ApiRequest, ApiResponse, Client, Error, Purpose};

impl Client {
    /// Calls the system behind a connection. What comes back has no published shape, so the answer is whole.
    pub async fn passthrough(&self, connection: &str, call: &Passthrough) -> Result<ApiResponse, Error> {
        // A POST to the platform, whatever the method at the system: never repeated on its own.
        self.send(ApiRequest::post(path::PASSTHROUGH).connection(connection).json(call).purpose(Purpose::Call)).await
    }
}
