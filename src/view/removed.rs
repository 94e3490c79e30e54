//! The answer of a command that removes something.

use std::marker::PhantomData;

use serde::Serialize;

use super::{Page, View};
use crate::term::Line;

/// A resource with an ID and a name that can be removed.
pub trait Removable {
    /// The schema of the command that removes it, as `alerts.remove/1`.
    const REMOVED: &'static str;
}

/// A resource that was removed.
#[derive(Serialize)]
pub struct Removed<T> {
    id: String,
    name: String,
    removed: bool,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T> Removed<T> {
    /// A removed resource.
    pub const fn new(id: String, name: String) -> Self {
        Self { id, name, removed: true, of: PhantomData }
    }
}

impl<T: Removable> View for Removed<T> {
    const SCHEMA: &'static str = T::REMOVED;

    fn human(&self, page: &mut Page<'_>) {
        let line = Line::new().good("removed").text(": ").name(&self.name);
        page.line(if self.name == self.id { line } else { line.text(" ").id(&self.id) });
    }
}
