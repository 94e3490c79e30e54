//! The client's layers and calls, on scripted answers and a clock that stands still.

mod advertise;
mod ahead;
mod bearer;
mod calls;
mod classes;
mod growth;
mod pages;
mod retry;
