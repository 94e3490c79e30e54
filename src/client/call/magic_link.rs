//! Magic Links, and connections that wait for credits.

use serde_json::json;

use crate::api::connection::Connection;
use crate::api::magic_link::{MagicLink, NewMagicLink};
use crate::api::operation::Operation;
use crate::client::{Client, Error, Outgoing};

impl Client {
    /// Makes a Magic Link (advertised: `magic_link_create`).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn create_magic_link(&self, new: &NewMagicLink) -> Result<MagicLink, Error> {
        let endpoint = self.require(Operation::MagicLinkCreate).await?;
        self.send(Outgoing::to(&endpoint).json(new)).await?.data()
    }

    /// Makes an inactive connection active again (advertised: `connection_reactivate`). `overage` lets it take more
    /// credits than there are.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn reactivate_connection(&self, id: &str, overage: bool) -> Result<Connection, Error> {
        let endpoint = self.require(Operation::ConnectionReactivate).await?;
        self.send(Outgoing::to(&endpoint).fill(&[("id", id)]).json(&json!({ "overage": overage }))).await?.data()
    }
}
