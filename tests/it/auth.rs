//! Logging in, and staying logged in.

mod browser;
mod machine;
mod session;
