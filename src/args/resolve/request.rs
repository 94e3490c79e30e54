//! Requests that are known to another profile.

use crate::context::Context;
use crate::failure::Failure;
use crate::shell::{operand, option};

/// Adds the command that finds a request, where the journal has it under another profile: its server is another one. `command` is
/// the one that did not find it, for example `requests show`.
pub fn with_other_profile(ctx: &Context, command: &str, id: &str, failure: Failure) -> Failure {
    let other = ctx.journal().ok().and_then(|journal| journal.profile_of(id).ok().flatten());
    let Some(other) = other.filter(|other| other != ctx.settings.profile()) else { return failure };
    let command = format!("makini {command} {} {}", operand(id), option("--profile", &other));
    failure.hint(format!("this machine sent it with the profile `{other}`: `{command}`"))
}
