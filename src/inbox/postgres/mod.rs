//! A PostgreSQL server as the place of an inbox: its address, its connections, its tables.
//!
//! A connection is encrypted and the server's certificate verified, unless the server is on this machine. Statements are
//! sent without names, so that a pooler between may give each transaction another session.

mod schema;
mod session;
pub(super) mod text;

use std::fmt;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error as ThisError;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Config, NoTls};
use tokio_postgres_rustls_improved::MakeRustlsConnect;
use url::Url;

use super::error::Error;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::network::{self, NetworkOptions};
use crate::secret::Secret;

pub(super) use schema::{Format, OWNER, check_copied, check_format, check_owner, check_settings, prepare};
pub(super) use session::{Bound, Interrupt, Session, runtime};

/// How long nothing may come from the server before it is asked whether it is there, and again until it counts as gone.
const SILENCE: Duration = Duration::from_secs(5);

/// Begins a transaction that changes rows. Whoever hangs in one, or is cut off, would keep others from those rows until it
/// goes on; so the server ends it.
pub(super) const BEGIN: &str = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '5s'";

/// Bytes in use, as receivers counted them.
pub(super) const USED: &str = "SELECT ((SELECT coalesce(sum(bytes), 0) FROM stored_bytes)
    + (SELECT coalesce(sum(bytes), 0) FROM receivers))::int8 AS n";

/// Why an address of a database was refused.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum BadAddress {
    /// It is written otherwise.
    #[error("the address of the inbox cannot be read: {0}")]
    Unreadable(String),
    /// It holds a password, which others on the machine could read.
    #[error(
        "the address of the inbox holds a password, which every user of this machine can read in the list of processes"
    )]
    Password,
    /// It asks for less than a verified connection.
    #[error("`sslmode={0}` would accept any server; the certificate of a server is always verified")]
    SslMode(String),
    /// TLS cannot be set up.
    #[error("{0}")]
    Tls(#[from] network::SetupError),
}

impl Classify for BadAddress {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Unreadable(_) => "an address is written `postgres://USER@HOST/DATABASE`".into(),
            Self::Password => {
                "leave it out of the address: set PGPASSWORD, or `inbox_password_file` to a file with the password"
                    .into()
            }
            Self::SslMode(_) => {
                "leave `sslmode` out, and set `ca_file` to the authority of the server if it is one of your own".into()
            }
            Self::Tls(_) => return None,
        })
    }
}

/// A database for an inbox.
pub struct Server {
    config: Config,
    tls: Option<MakeRustlsConnect>,
    shown: String,
}

impl Server {
    /// Reads an address. No error repeats it: it may hold a password.
    ///
    /// # Errors
    /// When it cannot be read, or holds what is not accepted.
    pub fn parse(address: &str, network: &NetworkOptions) -> Result<Self, BadAddress> {
        let unreadable = |what: &str| BadAddress::Unreadable(what.into());
        // `postgres://ann@/inbox?host=/run/postgresql` is how others write a socket, and no URL.
        let (user, address) = match address.split_once("://").and_then(|(_, rest)| rest.split_once("@/")) {
            Some((user, rest)) if !user.contains(['/', '?', '@']) => (Some(user), format!("postgres:///{rest}")),
            _ => (None, address.to_owned()),
        };
        let mut url = Url::parse(&address).map_err(|error| unreadable(&error.to_string()))?;
        if url.password().is_some() || user.is_some_and(|user| user.contains(':')) {
            return Err(BadAddress::Password);
        }
        let (modes, mut others): (Vec<_>, Vec<_>) =
            url.query_pairs().into_owned().partition(|(name, _)| name == "sslmode");
        others.extend(user.map(|user| ("user".to_owned(), user.to_owned())));
        url.set_query(None);
        if !others.is_empty() {
            url.query_pairs_mut().extend_pairs(&others);
        }
        let mut config: Config = url.as_str().parse().map_err(|error| match std::error::Error::source(&error) {
            Some(what) => unreadable(&what.to_string()),
            None => unreadable("it is not one of PostgreSQL"),
        })?;
        if config.get_password().is_some() {
            return Err(BadAddress::Password);
        }
        let [host] = config.get_hosts() else { return Err(unreadable("it names no server, or several")) };
        let local = is_here(host) && config.get_hostaddrs().iter().all(IpAddr::is_loopback);
        let encrypted = match modes.last().map(|(_, mode)| mode.as_str()) {
            None => !local,
            Some("verify-full") => true,
            Some("disable") if local => false,
            Some(mode) => return Err(BadAddress::SslMode(mode.chars().take(20).collect())),
        };
        let (user, database) = (config.get_user().unwrap_or_default(), config.get_dbname().unwrap_or_default());
        let user = if user.is_empty() { String::new() } else { format!("{user}@") };
        let shown = match (host, config.get_ports().first()) {
            (Host::Tcp(host), None | Some(5432)) => format!("postgres://{user}{host}/{database}"),
            (Host::Tcp(host), Some(port)) => format!("postgres://{user}{host}:{port}/{database}"),
            (path, _) => format!("postgres://{user}/{database}?host={}", socket(path).display()),
        };
        let tls = encrypted.then(|| network::tls_client(network)).transpose()?.map(|mut tls| {
            // By this name a server tells it from HTTP.
            tls.alpn_protocols = vec![b"postgresql".to_vec()];
            MakeRustlsConnect::new(tls)
        });
        config
            .application_name("makini")
            .ssl_mode(if encrypted { SslMode::Require } else { SslMode::Disable })
            .connect_timeout(network.connect_time)
            .keepalives_idle(SILENCE)
            .keepalives_interval(SILENCE)
            .keepalives_retries(2)
            .tcp_user_timeout(SILENCE * 2);
        Ok(Self { config, tls, shown })
    }

    /// Adds the password.
    #[must_use]
    pub fn with_password(mut self, password: &Secret) -> Self {
        self.config.password(password.expose());
        self
    }

    /// Connects. The connection lasts as long as the client, and is driven by the runtime that this runs on.
    pub(super) async fn connect(&self) -> Result<Client, Error> {
        self.dial().await.map_err(|error| self.unreachable(&error))
    }

    async fn dial(&self) -> Result<Client, tokio_postgres::Error> {
        if let Some(tls) = self.tls.clone() {
            let (client, connection) = self.config.connect(tls).await?;
            tokio::spawn(connection);
            return Ok(client);
        }
        let (client, connection) = self.config.connect(NoTls).await?;
        tokio::spawn(connection);
        Ok(client)
    }

    /// Returns whether it is reached through a pooler that cannot reach it. A connection that is refused says nothing: those that
    /// are there may be as good as before.
    pub(super) async fn is_away(&self) -> bool {
        match self.dial().await {
            Ok(client) => client.query_typed("SELECT 1", &[]).await.is_err(),
            Err(_) => false,
        }
    }

    /// Makes sure that who owns the tables is who uses them.
    ///
    /// # Errors
    /// [`Error::NotOwner`] when they do not.
    pub(super) fn check_owner(&self, owner: String, user: String) -> Result<(), Error> {
        if owner == user {
            return Ok(());
        }
        let name: String = url::form_urlencoded::byte_serialize(owner.as_bytes()).collect();
        let place = self.shown.trim_start_matches("postgres://");
        let address = format!("postgres://{name}@{}", place.rsplit_once('@').map_or(place, |(_, place)| place));
        Err(Error::NotOwner { server: self.to_string(), owner, user, address })
    }

    fn unreachable(&self, error: &tokio_postgres::Error) -> Error {
        let (server, reason) = (self.shown.clone(), reason(error));
        let password = "set PGPASSWORD, or `inbox_password_file` to a file with the password";
        let Some(code) = error.code() else {
            // So a certificate is refused; whatever else fails on the way may be a server that starts.
            let cause = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<std::io::Error>());
            let passing = cause.is_none_or(|cause| cause.kind() != std::io::ErrorKind::InvalidData);
            // The library asks for one by itself, before the server does.
            return if reason.contains("password missing") {
                Error::Refused { server, reason, hint: Some(password.into()) }
            } else {
                Error::Unreachable { server, reason, passing }
            };
        };
        let hint = if *code == SqlState::INVALID_PASSWORD || *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION {
            Some(password)
        } else if *code == SqlState::UNDEFINED_DATABASE {
            Some("create it with `createdb`, owned by a user of its own")
        } else if *code == SqlState::CANNOT_CONNECT_NOW || *code == SqlState::TOO_MANY_CONNECTIONS {
            return Error::Unreachable { server, reason, passing: true };
        } else {
            None
        };
        Error::Refused { server, reason, hint: hint.map(str::to_owned) }
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl fmt::Debug for Server {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.shown).finish()
    }
}

/// Makes sure that a server can be reached, that what it commits stays, and that the tables of an inbox, if there are any, belong
/// to the user. Returns its version.
///
/// # Errors
/// When it cannot, or would not.
pub async fn check(server: &Server) -> Result<String, Error> {
    let client = server.connect().await?;
    check_settings(&client, server).await?;
    if client.query_typed_one("SELECT to_regclass('makini_inbox') IS NOT NULL", &[]).await?.try_get(0)? {
        check_owner(&client, server).await?;
    }
    Ok(client.query_typed_one("SELECT current_setting('server_version')", &[]).await?.try_get(0)?)
}

/// Makes the tables of an inbox, or brings them up to date. Those that it makes are marked as a copy that is not finished before
/// anybody sees them. Returns whether it made them.
///
/// # Errors
/// When the server cannot be reached, is not fit for one, or holds something else.
pub(super) fn make(server: &Server, copy_of: &str, started_at: i64) -> Result<bool, Error> {
    runtime()?.block_on(async {
        let client = server.connect().await?;
        check_settings(&client, server).await?;
        prepare(&client, server, Some((copy_of, started_at))).await
    })
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        match error.code() {
            Some(code) if *code == SqlState::LOCK_NOT_AVAILABLE || *code == SqlState::T_R_DEADLOCK_DETECTED => {
                Self::Busy
            }
            _ => Self::Server(reason(&error)),
        }
    }
}

/// Returns why something failed, in the words of the innermost cause. Details of the server may quote rows, so they stay out.
pub(super) fn reason(error: &tokio_postgres::Error) -> String {
    if let Some(error) = error.as_db_error() {
        return error.message().to_owned();
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// Returns whether a server is on this machine, so that what is sent to it passes no network.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|at| at.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn socket(host: &Host) -> &Path {
    match host {
        #[cfg(unix)]
        Host::Unix(path) => path,
        Host::Tcp(name) => Path::new(name),
    }
}

/// Shared by whoever connects to it.
pub(super) type Shared = Arc<Server>;

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Result<Server, BadAddress> {
        Server::parse(address, &NetworkOptions::default())
    }

    #[test]
    fn a_password_in_the_address_is_refused_and_not_repeated() {
        for address in [
            "postgres://ann:hunter2@db.example/inbox",
            "postgres://ann:hun@ter2@db.example/inbox",
            "postgres://ann@db.example/inbox?password=hunter2",
            "postgres:///inbox?host=/run/postgresql&password=hunter2",
            "postgres://ann:hunter2@/inbox?host=/run/postgresql",
        ] {
            let refused = parse(address).expect_err(address);
            assert_eq!(refused, BadAddress::Password, "{address}");
            let shown = format!("{refused} {refused:?} {:?}", refused.hint());
            assert!(!shown.contains("ter2") && shown.contains("PGPASSWORD"), "{shown}");
        }
    }

    #[test]
    fn only_this_machine_is_spoken_to_in_the_clear() {
        for (address, encrypted) in [
            ("postgres://ann@127.0.0.1/inbox", false),
            ("postgres://ann@localhost:5433/inbox", false),
            ("postgres:///inbox?host=/run/postgresql&user=ann", false),
            ("postgres://ann@127.0.0.1/inbox?sslmode=disable", false),
            ("postgres://ann@127.0.0.1/inbox?sslmode=verify-full", true),
            ("postgres://ann@db.example/inbox", true),
            ("postgres://ann@localhost.evil/inbox", true),
            ("postgres://ann@0.0.0.0/inbox", true),
            ("postgres://ann@localhost/inbox?hostaddr=10.0.0.7", true),
        ] {
            assert_eq!(parse(address).expect(address).tls.is_some(), encrypted, "{address}");
        }
        for mode in ["disable", "prefer", "require", "allow", "verify-ca"] {
            let address = format!("postgres://ann@db.example/inbox?sslmode={mode}");
            assert_eq!(parse(&address).expect_err(mode), BadAddress::SslMode(mode.into()));
        }
    }

    #[test]
    fn an_address_is_shown_without_what_it_does_not_need() {
        for (address, shown) in [
            ("postgresql://ann@db.example:5432/inbox?application_name=x", "postgres://ann@db.example/inbox"),
            ("postgres://db.example:5433/inbox", "postgres://db.example:5433/inbox"),
            ("postgres:///inbox?host=/run/postgresql&user=ann", "postgres://ann@/inbox?host=/run/postgresql"),
            ("postgres://ann@/inbox?host=/run/postgresql", "postgres://ann@/inbox?host=/run/postgresql"),
        ] {
            let server = parse(address).expect(address).with_password(&Secret::new("canary".to_owned()));
            assert_eq!(server.to_string(), shown);
            assert!(!format!("{server:?}").contains("canary"));
        }
        for address in ["postgres://a@h1,h2/inbox", "postgres:///inbox", "postgres://ann@db.example/inbox?colour=red"] {
            assert!(matches!(parse(address), Err(BadAddress::Unreadable(_))), "{address}");
        }
    }
}
