//! Names of headers that client and sandbox share.

/// The time in a sandbox, as `2026-01-02T03:04:05.678Z`: its clock can be moved, and runs ahead of everybody else's.
pub const SANDBOX_TIME: &str = "x-makini-sandbox-time";

/// The key that opens the secrets in a snapshot of a sandbox: 64 hexadecimal digits, kept apart from it.
pub const SNAPSHOT_KEY: &str = "x-makini-snapshot-key";

/// Proof that the caller may read the files of the user who runs the sandbox. The application's secret is known to all, and
/// other users of a machine reach its loopback too: what they must not get needs this as well.
pub const OWNER_PROOF: &str = "x-makini-sandbox-owner";

/// A question to a sandbox that only the one in the owner's notice can answer.
pub const OWNER_QUESTION: &str = "x-makini-sandbox-question";

/// The answer to [`OWNER_QUESTION`].
pub const OWNER_ANSWER: &str = "x-makini-sandbox-answer";

/// Key of a creation: sent again with the same one, it takes effect once where the server honours keys.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// `true` on the answer of a creation that an earlier request with the same key made.
pub const IDEMPOTENT_REPLAYED: &str = "idempotent-replayed";

/// The user agent of this program where it passes on a request of a person.
pub const USER_AGENT: &str = concat!("makini/", env!("CARGO_PKG_VERSION"));

/// The user agent of this program where it asks for its own commands. Whoever counts requests can leave these out.
pub const TOOL_AGENT: &str = concat!("makini/", env!("CARGO_PKG_VERSION"), " (tool)");

/// Returns whether a user agent is this program's, in any version.
pub fn is_makini(user_agent: &str) -> bool {
    user_agent.starts_with("makini/")
}

/// Returns whether a user agent is [`TOOL_AGENT`], of any version.
pub fn is_tool(user_agent: &str) -> bool {
    is_makini(user_agent) && user_agent.ends_with(" (tool)")
}
