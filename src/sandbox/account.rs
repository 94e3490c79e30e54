//! The account of a sandbox: its one application and its credits.

use crate::secret::Secret;

/// ID of the one application.
pub const CLIENT_ID: &str = "mk_test_client_sandbox";
/// Name of the one application.
pub const CLIENT_NAME: &str = "Sandbox application";
/// Credits of the account.
pub const CREDITS: u64 = 60;

/// Returns the secret of the one application. It is the same in every sandbox and opens nothing else.
pub fn client_secret() -> Secret {
    Secret::new("mk_test_secret_sandbox")
}
