//! Alert rules: when they fire, what the platform keeps of them, and what a person types.

#[cfg(unix)]
mod command;
mod platform;
