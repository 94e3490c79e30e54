//! What must not happen, threat by threat; each test names the row of the threat table or of the list of bad inputs
//! that it proves.

mod account;
mod answers;
mod inputs;
mod mutations;
mod origins;
mod sandbox;
pub(crate) mod secrets;
mod transport;
