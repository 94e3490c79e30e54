//! Magic Links, and connections that wait for credits.

use serde_json::json;

use crate::api::connections::{Connection, Lifecycle};
use crate::api::magic_links::{MagicLink, NewMagicLink};
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

impl Client {
    /// Makes a Magic Link (advertised: `magic_link_create`).
    pub async fn create_magic_link(&self, new: &NewMagicLink) -> Result<MagicLink, Error> {
        let endpoint = self.require(Operation::MagicLinkCreate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).json(new)).await?;
        let link: MagicLink = answer.data()?;
        answer.holds(link.url.is_some(), "a Magic Link without its address")?;
        Ok(link)
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
        let body = json!({ "overage": overage });
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&body)).await?;
        let active: Connection = answer.data()?;
        answer.is_about(active.key.as_deref(), id)?;
        answer.holds(active.lifecycle() != Lifecycle::Inactive, "a connection that is still inactive")?;
        Ok(active)
    }
}
