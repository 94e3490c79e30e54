//! The application, and the catalogue of systems it can connect.

use crate::api::connections::{Application, fold};
use crate::api::operation::Operation;
use crate::api::path;
use crate::api::systems::Platform;
use crate::client::{ApiRequest, Client, Error, PageOptions};

impl Client {
    /// Returns the calling application.
    pub async fn application(&self) -> Result<Application, Error> {
        self.get(path::CLIENT).await
    }

    /// Returns the whole catalogue.
    pub async fn platforms(&self) -> Result<Vec<Platform>, Error> {
        self.pages(ApiRequest::get(path::PLATFORMS), PageOptions::all()).all().await
    }

    /// Returns one system by its slug, with the fields it needs where the server sends them; nothing if there is none.
    pub async fn platform(&self, slug: &str) -> Result<Option<Platform>, Error> {
        if let Some(endpoint) = self.operation(Operation::PlatformGet).await? {
            return match self.send(ApiRequest::to(&endpoint).fill(&[("slug", slug)])).await {
                Ok(answer) => {
                    let found: Platform = answer.data()?;
                    let is_same = found.slug.as_deref().is_some_and(|found| fold(found) == fold(slug));
                    answer.holds(is_same, "another system than the one asked for")?;
                    Ok(Some(found))
                }
                Err(error) if error.is_not_found() => Ok(None),
                Err(error) => Err(error),
            };
        }
        let wanted = fold(slug);
        let platforms = self.platforms().await?;
        Ok(platforms.into_iter().find(|platform| platform.slug.as_deref().is_some_and(|slug| fold(slug) == wanted)))
    }
}
