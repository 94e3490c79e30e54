//! Where an inbox is.

use std::fmt;
use std::path::{Path, PathBuf};
#[cfg(feature = "postgres")]
use std::sync::Arc;

#[cfg(feature = "postgres")]
use super::postgres::Server;

/// Where an inbox is.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a file of this machine.
    File(PathBuf),
    /// In a database of a server, where several receivers may store.
    #[cfg(feature = "postgres")]
    Server(Arc<Server>),
}

impl Place {
    /// Returns the file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            #[cfg(feature = "postgres")]
            Self::Server(_) => None,
        }
    }
}

impl From<PathBuf> for Place {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

#[cfg(feature = "postgres")]
impl From<Server> for Place {
    fn from(server: Server) -> Self {
        Self::Server(Arc::new(server))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            #[cfg(feature = "postgres")]
            Self::Server(server) => server.fmt(f),
        }
    }
}
