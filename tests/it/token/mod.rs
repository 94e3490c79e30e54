//! Tokens of connections: grants, refreshing, revoking, and where this machine keeps them.

mod command;
mod platform;
