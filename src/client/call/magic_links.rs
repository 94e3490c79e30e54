//! Magic Links, and connections that wait for credits.

use serde_json::json;

use crate::api::connections::Connection;
use crate::api::magic_links::{MagicLink, NewMagicLink};
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

impl Client {
    /// Makes a Magic Link (advertised: `magic_link_create`).
    pub async fn create_magic_link(&self, new: &NewMagicLink) -> Result<MagicLink, Error> {
        let endpoint = self.require(Operation::MagicLinkCreate).await?;
        self.send(ApiRequest::to(&endpoint).json(new)).await?.data()
    }

    /// Walks Magic Links, the newest first (advertised: `magic_link_list`).
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn magic_link_pages(&self, options: PageOptions) -> Result<Pages<MagicLink>, Error> {
        let endpoint = self.require(Operation::MagicLinkList).await?;
        Ok(self.pages(ApiRequest::to(&endpoint), options))
    }

    /// Makes an inactive connection active again (advertised: `connection_reactivate`). `overage` lets it take more
    /// credits than there are.
    pub async fn reactivate_connection(&self, id: &str, overage: bool) -> Result<Connection, Error> {
        let endpoint = self.require(Operation::ConnectionReactivate).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&json!({ "overage": overage }))).await?.data()
    }
}
