//! The application, and the catalogue of systems it can connect.

use std::sync::Arc;

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

    /// Returns the whole catalogue, as the server has it now.
    pub async fn platforms(&self) -> Result<Arc<Vec<Platform>>, Error> {
        let found = self.pages(ApiRequest::get(path::PLATFORMS), PageOptions::all()).all().await?;
        let found = Arc::new(found);
        self.0.platforms.set(Arc::clone(&found)).ok();
        if let Some(cache) = self.0.cache.clone() {
            let (server, now, keep) = (self.0.server.clone(), self.0.clock.now(), Arc::clone(&found));
            tokio::task::spawn_blocking(move || cache.put(&server, &*keep, now)).await.ok();
        }
        Ok(found)
    }

    /// Returns the whole catalogue as it was read within the last hour, by this process or one before, and otherwise as the
    /// server has it now. The second is whether it was read before this process began: what is missing may be there now.
    pub async fn known_platforms(&self) -> Result<(Arc<Vec<Platform>>, bool), Error> {
        if let Some(found) = self.0.platforms.get() {
            return Ok((Arc::clone(found), false));
        }
        if let Some(cache) = self.0.cache.clone() {
            let (server, now) = (self.0.server.clone(), self.0.clock.now());
            let kept = tokio::task::spawn_blocking(move || cache.get::<Vec<Platform>>(&server, now)).await;
            // An empty one may be what an application had before it was set up.
            if let Some(kept) = kept.ok().flatten().filter(|kept| !kept.is_empty()) {
                return Ok((Arc::new(kept), true));
            }
        }
        Ok((self.platforms().await?, false))
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
        let is_it = |platform: &&Platform| platform.slug.as_deref().is_some_and(|slug| fold(slug) == wanted);
        let (known, is_kept) = self.known_platforms().await?;
        match known.iter().find(is_it) {
            None if is_kept => Ok(self.platforms().await?.iter().find(is_it).cloned()),
            found => Ok(found.cloned()),
        }
    }
}
