//! Connections: list, make, change, end.

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
use crate::client::{Client, Error, Outgoing, PageOptions, Pages};

/// A connection that was just made. It exists, whatever is missing here.
#[derive(Debug)]
pub struct Made {
    /// Its ID, if the server said it or the list showed it.
    pub id: Option<String>,
    /// Its tokens, if the server sent any: keep them before anything else.
    pub tokens: Option<Tokens>,
    /// Its row, if it was found by its row.
    pub connection: Option<Connection>,
    /// Why its ID is not known, if looking for it failed.
    pub search: Option<Error>,
}

/// What may be changed about a connection. What is not set stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Update {
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who connected it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl Client {
    /// Walks the connections.
    pub fn connection_pages(&self, options: PageOptions) -> Pages<Connection> {
        self.pages(Outgoing::get(path::CONNECTIONS), options)
    }

    /// Returns every connection.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn connections(&self) -> Result<Vec<Connection>, Error> {
        self.connection_pages(PageOptions::all()).all().await
    }

    /// Returns every connection, and those that have ended as well where the server tells of them.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn connections_of_all_time(&self) -> Result<Vec<Connection>, Error> {
        let mut outgoing = Outgoing::get(path::CONNECTIONS);
        // The published list takes no filters, so this goes only to a server that says of itself what it offers.
        if self.advertisement().await?.is_some() {
            outgoing = outgoing.query("include", "disconnected");
        }
        self.pages(outgoing, PageOptions::all()).all().await
    }

    /// Returns one connection: by `connection_get` where the server offers it, else its row of the list. Nothing if
    /// there is none.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn connection(&self, id: &str) -> Result<Option<Connection>, Error> {
        if let Some(endpoint) = self.operation(Operation::ConnectionGet).await? {
            return match self.send(Outgoing::to(&endpoint).fill(&[("id", id)])).await {
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

    /// Makes a connection.
    ///
    /// The published answer holds tokens and no ID, so the lists before and after are compared. Once the server has
    /// answered, the tokens are returned whatever fails afterwards.
    ///
    /// # Errors
    /// See [`Error`]; only while the connection is not made.
    pub async fn create_connection(&self, new: &NewConnection) -> Result<Made, Error> {
        let before: HashSet<String> = self.connections().await?.iter().map(|row| row.id().to_owned()).collect();
        let answer = self.send(Outgoing::post(path::CONNECTIONS).json(new)).await?;
        let body: Value = answer.data().unwrap_or_default();
        let tokens = answer.data::<TokenAnswer>().and_then(|read| self.checked(read));
        let named = ["key", "connection_id", "id"].iter().find_map(|name| match body.get(*name)? {
            Value::String(id) if !id.is_empty() => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        });
        let mut made = Made { id: named, tokens: None, connection: None, search: None };
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

    /// Ends a connection.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete_connection(&self, id: &str) -> Result<(), Error> {
        let answer = self.ask(Outgoing::delete(path::CONNECTION).fill(&[("id", id)])).await?;
        // The first attempt did it and its answer was lost; the second finds nothing.
        if answer.attempts > 1 && answer.status == http::StatusCode::NOT_FOUND {
            return Ok(());
        }
        answer.accepted().map(drop)
    }

    /// Changes name or e-mail (advertised: `connection_update`).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn update_connection(&self, id: &str, update: &Update) -> Result<Connection, Error> {
        let endpoint = self.require(Operation::ConnectionUpdate).await?;
        self.send(Outgoing::to(&endpoint).fill(&[("id", id)]).json(update)).await?.data()
    }

    /// Gives a connection new credentials (advertised: `connection_reconnect`). Returns its new tokens, if any.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn reconnect(&self, id: &str, new: &Reconnect) -> Result<Option<Tokens>, Error> {
        let endpoint = self.require(Operation::ConnectionReconnect).await?;
        let answer = self.send(Outgoing::to(&endpoint).fill(&[("id", id)]).json(new)).await?;
        let Ok(read) = answer.data::<TokenAnswer>() else { return Ok(None) };
        self.checked(read).map(Some)
    }

    /// Returns a connection's metadata, in whichever of its forms the platform sends it.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn connection_metadata(&self, id: &str) -> Result<Value, Error> {
        let answer = self.send(Outgoing::get(path::CONNECTION_METADATA).fill(&[("id", id)])).await?;
        answer.data()
    }

    /// Writes metadata entries and leaves the others.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn set_connection_metadata(&self, id: &str, entries: &[MetadataEntry]) -> Result<Value, Error> {
        let outgoing = Outgoing::new(Method::POST, path::CONNECTION_METADATA).fill(&[("id", id)]).json(entries);
        self.send(outgoing).await?.data()
    }

    /// Returns the connection as its own token sees it, with the state of its sync.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn integration(&self, id: &str) -> Result<Integration, Error> {
        self.send(Outgoing::get(path::INTEGRATION).connection(id)).await?.data()
    }

    /// Ends a connection with its own token.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete_integration(&self, id: &str) -> Result<(), Error> {
        self.send(Outgoing::delete(path::INTEGRATION).connection(id)).await.map(drop)
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
