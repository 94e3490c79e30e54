//! What is shown of a thing that was removed.

use std::marker::PhantomData;

use serde::Serialize;

use super::{Page, View};
use crate::term::Line;

/// A kind of thing that is removed and has an ID and a name.
pub trait Removable {
    /// The schema of the command that removes it, as `alerts.remove/1`.
    const REMOVED: &'static str;
}

/// One that was removed.
#[derive(Serialize)]
pub struct Removed<T> {
    id: String,
    name: String,
    removed: bool,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T> Removed<T> {
    /// Says which.
    pub const fn new(id: String, name: String) -> Self {
        Self { id, name, removed: true, of: PhantomData }
    }
}

impl<T: Removable> View for Removed<T> {
    const SCHEMA: &'static str = T::REMOVED;

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().good("removed").text(": ").name(&self.name).text(" ").id(&self.id));
    }
}
