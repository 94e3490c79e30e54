//! Warns of a pattern that fits no event of the platform: an endpoint with it gets nothing, which looks like silence.

use crate::context::Context;
use crate::failure::Classify as _;
use crate::samples::check_name;

/// Prints a warning for each of these patterns that fits no known event. A platform may know more of them.
pub(super) fn warn(ctx: &Context, patterns: &[String]) {
    for error in patterns.iter().filter_map(|pattern| check_name(pattern).err()) {
        let hint = error.hint().map_or_else(String::new, |hint| format!("; {hint}"));
        ctx.term.warn(format!("{error}{hint}"));
    }
}
