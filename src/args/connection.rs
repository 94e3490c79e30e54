//! How a connection is named on a command line, the same in every command.

use std::fmt;
use std::ops::Deref;

/// The one connection that a command is about.
#[derive(clap::Args, Clone, Debug)]
pub struct ConnectionArg {
    /// Connection: ID, name or unique prefix
    #[arg(value_name = "CONNECTION")]
    connection: String,
}

impl Deref for ConnectionArg {
    type Target = str;

    fn deref(&self) -> &str {
        &self.connection
    }
}

impl fmt::Display for ConnectionArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.connection)
    }
}

/// The one connection that a command is about, where it can be found without being named.
#[derive(clap::Args, Clone, Debug)]
pub struct OptionalConnectionArg {
    /// Connection: ID, name or unique prefix
    ///
    /// If omitted, the connection that `MAKINI_CONNECTION_TOKEN` belongs to; without that variable, a terminal offers
    /// the connections to choose from.
    #[arg(value_name = "CONNECTION")]
    connection: Option<String>,
}

impl OptionalConnectionArg {
    /// Returns the text that was given.
    pub fn as_deref(&self) -> Option<&str> {
        self.connection.as_deref()
    }
}

/// Any number of connections. Their ID among clap's arguments is `connections`.
#[derive(clap::Args, Clone, Debug)]
pub struct ConnectionsArg {
    /// Connections: IDs, names or unique prefixes
    #[arg(value_name = "CONNECTION")]
    connections: Vec<String>,
}

impl ConnectionsArg {
    /// Returns none by name, which stands for all of them.
    pub(super) const fn all() -> Self {
        Self { connections: Vec::new() }
    }
}

impl Deref for ConnectionsArg {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.connections
    }
}

/// The connection that a list or a rule is limited to. Its ID among clap's arguments is `connection`.
#[derive(clap::Args, Clone, Debug)]
pub struct ConnectionFilter {
    /// Only this connection (ID, name or prefix)
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,
}

impl ConnectionFilter {
    /// Returns the text that was given.
    pub fn as_deref(&self) -> Option<&str> {
        self.connection.as_deref()
    }
}
