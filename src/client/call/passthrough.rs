//! Calls to the system behind a connection.

use serde_json::{Map, Value};

use crate::api::passthrough::Passthrough;
use crate::api::path;
use crate::client::{ApiRequest, Client, Error, Purpose};

impl Client {
    /// Calls the system behind a connection. Of what comes back only that it is an object is published.
    pub async fn passthrough(&self, connection: &str, call: &Passthrough) -> Result<Map<String, Value>, Error> {
        // A POST to the platform, whatever the method at the system: never repeated on its own.
        let outgoing = ApiRequest::post(path::PASSTHROUGH).connection(connection).json(call).purpose(Purpose::Call);
        let answer = self.send(outgoing).await?;
        let has_data = answer.json::<Value>()?.get("data").is_some();
        answer.holds(has_data, "JSON without `data`")?;
        answer.object()
    }
}
