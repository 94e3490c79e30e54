//! Opening an inbox that is there.

use std::path::Path;
use std::time::Duration;

use super::super::database::{Access, Database};
use super::super::store::{Depth, inspect};
use super::super::{Error, Place};
use super::{Filter, Store};

/// How long a reader waits for a database that is being written.
const PATIENCE: Duration = Duration::from_secs(10);

impl Store {
    /// Opens an inbox to read it.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none; when the file is foreign, newer or damaged.
    pub fn open_read_only(place: &Place) -> Result<Self, Error> {
        Self::open_with(place, Access::Read)
    }

    /// Opens an inbox to read it; nothing where there is none.
    ///
    /// # Errors
    /// As [`Store::open_read_only`], but for [`Error::Missing`].
    pub fn open_if_there(place: &Place) -> Result<Option<Self>, Error> {
        match Self::open_read_only(place) {
            Err(Error::Missing { .. }) => Ok(None),
            opened => opened.map(Some),
        }
    }

    /// Opens an inbox to read and to change it.
    ///
    /// # Errors
    /// As [`Store::open_read_only`], and [`Error::HalfCopied`].
    pub fn open(place: &Place) -> Result<Self, Error> {
        Self::open_with(place, Access::Change)
    }

    /// Looks at every page of an inbox, for a check-up. Nothing is changed.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none, [`Error::Damaged`] if it is; and as [`Store::open_read_only`].
    pub fn check(path: &Path) -> Result<(), Error> {
        if !path.is_file() {
            return Err(Error::Missing { path: path.into() });
        }
        inspect(path, Depth::Full)
    }

    /// Returns what the inbox is a copy of, unless it holds all of it, or is none.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn unfinished_copy_of(&self) -> Result<Option<String>, Error> {
        self.db.unfinished_copy_of()
    }

    /// Returns whether there is no event at all.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn is_empty(&self) -> Result<bool, Error> {
        Ok(!self.holds(&Filter::default())?)
    }

    fn open_with(place: &Place, access: Access) -> Result<Self, Error> {
        if let Some(path) = place.file() {
            if !path.is_file() {
                return Err(Error::Missing { path: path.into() });
            }
            crate::sqlite::check_file(path)?;
            inspect(path, Depth::Header)?;
        }
        let db = Database::open(place, access, PATIENCE)?;
        // Whoever was to make it may have been ended before the first table.
        if let Some(path) = place.file()
            && !db.has_table("arrivals")?
        {
            return Err(Error::Missing { path: path.into() });
        }
        // What is changed in it would differ from what it is a copy of.
        if access == Access::Change
            && let Some(source_place) = db.unfinished_copy_of()?
        {
            return Err(Error::HalfCopied { place: place.to_string(), source_place });
        }
        Ok(Self { db })
    }
}
