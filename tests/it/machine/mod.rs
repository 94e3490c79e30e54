//! This machine: no home, settings that cannot be used, and a gate that holds in every failure.

mod gate;
mod home;
mod network;
mod reports;
mod secrets;
