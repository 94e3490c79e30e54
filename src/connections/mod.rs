//! Work on connections that several commands share: the token of a new one, its first sync, and following any sync.
//! Nothing here writes to a terminal.

pub mod first_sync;
pub mod sync;
pub mod token;
