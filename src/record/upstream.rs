//! The server that calls are passed on to.

use std::error::Error as StdError;
use std::future::pending;
use std::pin::pin;
use std::time::Duration;

use axum::body::Body;
use http::Uri;
use http::uri::{self, Authority, PathAndQuery, Scheme};
use hyper::body::Incoming;
use hyper_util::client::legacy::Error as ClientError;
use hyper_util::client::legacy::connect::{Connected, capture_connection};

use super::expectation;
use crate::client::ServerUrl;
use crate::network::{Connector, NetworkError, NetworkOptions, Peer, SetupError};
use crate::serve::passing::Passing;

/// Time an idle connection to the server is kept. The shortest of usual servers is 5 s (Node.js), and a request on a
/// connection that is closed meanwhile is lost.
const IDLE: Duration = Duration::from_secs(4);

/// The server.
pub(super) struct Upstream {
    client: Passing,
    peer: Peer,
    scheme: Scheme,
    authority: Authority,
    /// What comes before each path, without a slash at its end.
    base: String,
    /// Host and port, for messages.
    host: String,
}

impl Upstream {
    pub(super) fn new(server: &ServerUrl, network: &NetworkOptions) -> Result<Self, SetupError> {
        let (connector, peer) = Connector::new(network, !server.is_plain())?;
        let address: Uri =
            server.to_string().parse().map_err(|_| SetupError("the server address cannot be called".into()))?;
        let client = Passing::new(move |server| connector.connect(server), IDLE);
        Ok(Self {
            client,
            peer,
            scheme: address.scheme().cloned().unwrap_or(Scheme::HTTPS),
            authority: address.authority().cloned().ok_or(SetupError("the server address names no host".into()))?,
            base: server.base().to_owned(),
            host: server.host(),
        })
    }

    /// Returns the address of a path at the server. Its characters stay as they are.
    pub(super) fn address(&self, target: PathAndQuery) -> Option<Uri> {
        let target = if self.base.is_empty() { target } else { format!("{}{target}", self.base).try_into().ok()? };
        let mut parts = uri::Parts::default();
        (parts.scheme, parts.authority) = (Some(self.scheme.clone()), Some(self.authority.clone()));
        parts.path_and_query = Some(target);
        Uri::from_parts(parts).ok()
    }

    pub(super) async fn send(
        &self,
        mut request: http::Request<Body>,
        opener: Option<expectation::Opener>,
    ) -> Result<http::Response<Incoming>, ClientError> {
        let Some(opener) = opener else { return self.client.send(request).await };
        opener.open_when_asked(&mut request);
        let mut connection = capture_connection(&mut request);
        let mut sending = pin!(self.client.send(request));
        let mut opening = pin!(async {
            let is_h2 =
                connection.wait_for_connection_metadata().await.as_ref().is_some_and(Connected::is_negotiated_h2);
            if is_h2 {
                // There it is not told when a server asks.
                opener.open();
            }
            pending::<()>().await;
        });
        tokio::select! {
            response = &mut sending => response,
            () = &mut opening => unreachable!("it never ends"),
        }
    }

    /// Returns the code and the message of an exchange that failed.
    pub(super) fn fault(&self, error: &(dyn StdError + 'static), is_connect: bool) -> (&'static str, String) {
        let error = NetworkError::of_exchange(error, is_connect, &self.host, &self.peer);
        (error.fault.code(), error.to_string())
    }
}
