//! Logging in, and staying logged in.

mod browser;
mod machine;
mod race;
mod session;
