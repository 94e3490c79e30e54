//! Connections: list, create, update, disconnect.

use std::collections::HashSet;

use http::Method;
use serde::Serialize;
use serde_json::Value;

use super::token::Tokens;
use crate::api::connections::{Connection, Integration, MetadataEntry, NewConnection, Reconnect, fold};
use crate::api::lenient;
use crate::api::operation::Operation;
use crate::api::path;
use crate::api::token::TokenAnswer;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

/// A connection that was just created. It exists, even if fields are missing here.
#[derive(Debug)]
pub struct Made {
    /// ID, if the server sent it or the list contains it.
    pub id: Option<String>,
    /// Tokens, if the server sent any: store them before anything else.
    pub tokens: Option<Tokens>,
    /// Row of the list, if it was found there.
    pub connection: Option<Connection>,
    /// Error, if the search for the ID failed.
    pub search: Option<Error>,
    /// Whether another connection had the same name before.
    pub shares_name: bool,
}

/// Body of a request to update a connection. Unset fields stay as they are.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Update {
    /// Display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// E-mail address of the person who connected it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl Client {
    /// Returns the connections, to be fetched page by page.
    pub fn connection_pages(&self, options: PageOptions) -> Pages<Connection> {
        self.pages(ApiRequest::get(path::CONNECTIONS), options)
    }

    /// Returns every connection.
    pub async fn connections(&self) -> Result<Vec<Connection>, Error> {
        self.connection_pages(PageOptions::all()).all().await
    }

    /// Returns every connection, including disconnected ones where the server lists them.
    pub async fn connections_of_all_time(&self) -> Result<Vec<Connection>, Error> {
        let mut outgoing = ApiRequest::get(path::CONNECTIONS);
        // The published list takes no filters, so this is sent only to a server that has an advertisement.
        if self.advertisement().await?.is_some() {
            outgoing = outgoing.query("include", "disconnected");
        }
        self.pages(outgoing, PageOptions::all()).all().await
    }

    /// Returns one connection: by `connection_get` where the server offers it, else its row of the list. Nothing if
    /// there is none.
    pub async fn connection(&self, id: &str) -> Result<Option<Connection>, Error> {
        if let Some(endpoint) = self.operation(Operation::ConnectionGet).await? {
            return match self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await {
                Ok(answer) => answer.data().map(Some),
                Err(error) if error.is_not_found() => Ok(None),
                Err(error) => Err(error),
            };
        }
        let mut pages = self.connection_pages(PageOptions::all());
        while let Some(rows) = pages.next().await? {
            if let Some(found) = rows.into_iter().find(|connection| connection.id() == id) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Creates a connection.
    ///
    /// The published answer holds tokens and no ID, so the lists before and after are compared. Once the server has
    /// answered, the tokens are returned whatever fails afterwards.
    ///
    /// # Errors
    /// See [`Error`]; only while the connection is not made.
    pub async fn create_connection(&self, new: &NewConnection) -> Result<Made, Error> {
        let before = self.connections().await?;
        let shares_name = before.iter().any(|row| row.name.as_ref() == Some(&new.name));
        let before: HashSet<String> = before.iter().map(|row| row.id().to_owned()).collect();
        let answer = self.send(ApiRequest::post(path::CONNECTIONS).json(new)).await?;
        let body: Value = answer.data().unwrap_or_default();
        let tokens = answer.data::<TokenAnswer>().and_then(|read| self.checked(read));
        let named = ["key", "connection_id", "id"].iter().find_map(|name| match body.get(*name)? {
            Value::String(id) if !id.is_empty() => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        });
        let mut made = Made { id: named, tokens: None, connection: None, search: None, shares_name };
        match tokens {
            Ok(tokens) => made.tokens = Some(tokens),
            Err(error) if made.id.is_none() => made.search = Some(error),
            // A server that names the connection need not send tokens: they are issued when they are needed.
            Err(_) => {}
        }
        if made.id.is_none() {
            match self.connections().await {
                Ok(after) => {
                    made.connection = newest(after, &before, new);
                    made.id = made.connection.as_ref().map(|row| row.id().to_owned());
                }
                Err(error) => made.search = Some(error),
            }
        }
        Ok(made)
    }

    /// Disconnects a connection.
    pub async fn delete_connection(&self, id: &str) -> Result<(), Error> {
        let answer = self.ask(ApiRequest::delete(path::CONNECTION).fill(&[("id", id)])).await?;
        // The first attempt did it and its answer was lost; the second finds nothing.
        if answer.attempts > 1 && answer.status == http::StatusCode::NOT_FOUND {
            return Ok(());
        }
        answer.accepted().map(drop)
    }

    /// Changes name or e-mail (advertised: `connection_update`).
    pub async fn update_connection(&self, id: &str, update: &Update) -> Result<Connection, Error> {
        let endpoint = self.require(Operation::ConnectionUpdate).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(update)).await?.data()
    }

    /// Gives a connection new credentials (advertised: `connection_reconnect`). Returns its new tokens, if any.
    pub async fn reconnect(&self, id: &str, new: &Reconnect) -> Result<Option<Tokens>, Error> {
        let endpoint = self.require(Operation::ConnectionReconnect).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(new)).await?;
        let Ok(read) = answer.data::<TokenAnswer>() else { return Ok(None) };
        self.checked(read).map(Some)
    }

    /// Returns a connection's metadata, in whichever of its forms the platform sends it.
    pub async fn connection_metadata(&self, id: &str) -> Result<Value, Error> {
        let answer = self.send(ApiRequest::get(path::CONNECTION_METADATA).fill(&[("id", id)])).await?;
        answer.data()
    }

    /// Writes metadata entries and leaves the others.
    pub async fn set_connection_metadata(&self, id: &str, entries: &[MetadataEntry]) -> Result<Value, Error> {
        let outgoing = ApiRequest::new(Method::POST, path::CONNECTION_METADATA).fill(&[("id", id)]).json(entries);
        self.send(outgoing).await?.data()
    }

    /// Returns the connection as its own token sees it, with the state of its sync.
    pub async fn integration(&self, id: &str) -> Result<Integration, Error> {
        self.send(ApiRequest::get(path::INTEGRATION).connection(id)).await?.data()
    }

    /// Disconnects a connection with its own token.
    pub async fn delete_integration(&self, id: &str) -> Result<(), Error> {
        self.send(ApiRequest::delete(path::INTEGRATION).connection(id)).await.map(drop)
    }
}

/// Finds the newest row that was not there before and has the name, the e-mail and, if any has it, the provider.
fn newest(after: Vec<Connection>, before: &HashSet<String>, new: &NewConnection) -> Option<Connection> {
    let same = |found: Option<&str>, wanted: &str| found.is_some_and(|found| fold(found) == fold(wanted));
    let mut rows: Vec<Connection> = after
        .into_iter()
        .filter(|row| !row.id().is_empty() && !before.contains(row.id()))
        .filter(|row| row.name.as_deref() == Some(&new.name) && same(row.email.as_deref(), &new.email))
        .collect();
    // `integration_name` may be the slug or the name of the system, so it narrows and does not decide alone.
    if rows.iter().any(|row| same(row.integration_name.as_deref(), &new.provider)) {
        rows.retain(|row| same(row.integration_name.as_deref(), &new.provider));
    }
    rows.into_iter().max_by_key(|row| row.created_at.as_deref().and_then(lenient::timestamp))
}
