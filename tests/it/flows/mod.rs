//! Flows: what starts them, what each step is given and makes, and what a person types.

#[cfg(unix)]
mod command;
mod platform;
