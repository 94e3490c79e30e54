//! Resolves what a person typed to the one thing it means: a connection, a system, an alert rule.

mod connection;
mod entity;
mod request;
mod resource;
mod system;

pub use connection::{
    connection, connection_id, connection_or_own, connections, connections_of_all_time, journaled_connection,
    optional_names, shown_connection,
};
pub use entity::{entity, system_domains};
pub use request::with_other_profile;
pub use resource::{Resource, is_gone, resource};
pub use system::{catalogue, find_system, known_catalogue, system};
