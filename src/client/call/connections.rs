//! Connections: list, create, update, disconnect.

use std::collections::HashSet;

use serde::Serialize;

use super::token::Tokens;
use crate::api::connections::{Connection, Integration, Lifecycle, NewConnection, Reconnect, fold};
use crate::api::lenient;
use crate::api::operation::Operation;
use crate::api::path;
use crate::api::token::TokenAnswer;
use crate::client::promise::named_id;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

/// A connection that was just created. It exists, even if fields are missing here.
#[derive(Debug, Default)]
pub struct Made {
    /// ID, if the server sent it or the list contains it.
    pub id: Option<String>,
    /// Tokens, if the server sent any: store them before anything else.
    pub tokens: Option<Tokens>,
    /// Why the answer had none, where it should have.
    pub no_tokens: Option<Error>,
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
        self.connection_pages_of(ApiRequest::get(path::CONNECTIONS), options)
    }

    /// Returns those that a request asks for. Each comes once, and a list that counts more than it has is refused.
    pub fn connection_pages_of(&self, outgoing: ApiRequest, options: PageOptions) -> Pages<Connection> {
        self.pages(outgoing, options).each_once(|row: &Connection| Some(row.id()))
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
        self.connection_pages_of(outgoing, PageOptions::all()).all().await
    }

    /// Returns one connection: by `connection_get` where the server offers it, else its row of the list. Nothing if
    /// there is none.
    pub async fn connection(&self, id: &str) -> Result<Option<Connection>, Error> {
        if let Some(endpoint) = self.operation(Operation::ConnectionGet).await? {
            return match self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await {
                Ok(answer) => {
                    let found: Connection = answer.data()?;
                    answer.is_about(found.key.as_deref(), id)?;
                    Ok(Some(found))
                }
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
        let outgoing = ApiRequest::post(path::CONNECTIONS).json(new).secrets(&new.secrets).returns_tokens();
        let mut made = Made { shares_name, ..Made::default() };
        let not_kept = match self.send(outgoing).await {
            Ok(answer) => {
                made.id = answer.object().ok().and_then(|object| named_id(&object));
                match answer.data::<TokenAnswer>().and_then(|read| self.checked(read)) {
                    Ok(tokens) => {
                        made.tokens = Some(tokens);
                        None
                    }
                    // A server that names the connection need not send tokens: they are issued when they are needed.
                    Err(error) => Some(error).filter(|_| made.id.is_none()),
                }
            }
            // Only its answer may be lost.
            Err(error) if error.may_be_done() => Some(error),
            Err(error) => return Err(error),
        };
        if made.id.is_none() {
            match self.connections().await {
                Ok(after) => {
                    made.connection = newest(after, |id| before.contains(id), new);
                    made.id = made.connection.as_ref().map(|row| row.id().to_owned());
                }
                Err(error) => made.search = Some(error),
            }
        }
        match not_kept {
            // Neither the answer nor the list shows that it was made.
            Some(error) if made.id.is_none() => Err(error),
            no_tokens => Ok(Made { no_tokens, ..made }),
        }
    }

    /// Disconnects a connection, and looks whether it is disconnected: what is published of the answer is that it is an
    /// object, which proves nothing.
    ///
    /// # Errors
    /// See [`Error`]; also when the server cannot be queried afterwards, or has the connection as before.
    pub async fn delete_connection(&self, id: &str) -> Result<(), Error> {
        let answer = self.ask(ApiRequest::delete(path::CONNECTION).fill(&[("id", id)])).await?;
        // The first attempt did it and its answer was lost; the second finds nothing.
        let is_gone = answer.attempts > 1 && answer.status == http::StatusCode::NOT_FOUND;
        if !is_gone {
            answer.clone().accepted()?.accepted_change()?;
        }
        let left = self.connection(id).await?;
        let is_left = left.is_some_and(|row| row.lifecycle() != Lifecycle::Disconnected);
        answer.holds(!is_left, "success, but the connection is as before")
    }

    /// Changes name or e-mail (advertised: `connection_update`).
    pub async fn update_connection(&self, id: &str, update: &Update) -> Result<Connection, Error> {
        let endpoint = self.require(Operation::ConnectionUpdate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(update)).await?;
        let changed: Connection = answer.data()?;
        answer.is_about(changed.key.as_deref(), id)?;
        let is = |found: &Option<String>, sent: &Option<String>| {
            sent.as_ref().is_none_or(|sent| found.as_ref().is_some_and(|found| found.trim() == sent.trim()))
        };
        let is_changed = is(&changed.name, &update.name) && is(&changed.email, &update.email);
        answer.holds(is_changed, "a connection that is not changed as requested")?;
        Ok(changed)
    }

    /// Gives a connection new credentials (advertised: `connection_reconnect`). Returns its new tokens, if any.
    pub async fn reconnect(&self, id: &str, new: &Reconnect) -> Result<Option<Tokens>, Error> {
        let endpoint = self.require(Operation::ConnectionReconnect).await?;
        let answer =
            self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(new).secrets(&new.secrets).returns_tokens());
        let answer = answer.await?;
        if let Ok(read) = answer.data::<TokenAnswer>() {
            return self.checked(read).map(Some);
        }
        // A server that answers with the connection sends no tokens: they are issued when they are needed.
        let named = named_id(&answer.object()?);
        answer.holds(named.as_deref() == Some(id), "neither tokens nor the connection")?;
        Ok(None)
    }

    /// Returns the connection as its own token sees it, with the state of its sync.
    pub async fn integration(&self, id: &str) -> Result<Integration, Error> {
        self.send(ApiRequest::get(path::INTEGRATION).connection(id)).await?.data()
    }

    /// Disconnects a connection with its own token.
    pub async fn delete_integration(&self, id: &str) -> Result<(), Error> {
        self.send(ApiRequest::delete(path::INTEGRATION).connection(id)).await?.accepted_change().map(drop)
    }
}

/// Finds the newest row that was not there before and has the name, the e-mail and, if any has it, the provider.
pub fn newest(after: Vec<Connection>, was_there: impl Fn(&str) -> bool, new: &NewConnection) -> Option<Connection> {
    let same = |found: Option<&str>, wanted: &str| found.is_some_and(|found| fold(found) == fold(wanted));
    let mut rows: Vec<Connection> = after
        .into_iter()
        .filter(|row| !row.id().is_empty() && !was_there(row.id()))
        .filter(|row| row.name.as_deref() == Some(&new.name) && same(row.email.as_deref(), &new.email))
        .collect();
    // `integration_name` may be the slug or the name of the system, so it narrows and does not decide alone.
    if rows.iter().any(|row| same(row.integration_name.as_deref(), &new.provider)) {
        rows.retain(|row| same(row.integration_name.as_deref(), &new.provider));
    }
    rows.into_iter().max_by_key(|row| row.created_at.as_deref().and_then(lenient::timestamp))
}
