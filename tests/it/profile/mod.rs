//! Profiles: one for each environment, and what leaves with one that is removed.

mod removal;
mod settings;
