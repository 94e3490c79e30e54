//! What every command that stays in the foreground and listens has in common.

use std::path::PathBuf;
use std::time::Duration;

use crate::measure::parse_duration;

/// How others notice that it listens, and when it ends.
#[derive(clap::Args, Clone, Debug)]
pub struct ServerProcess {
    /// Write the ready line to this file, as JSON, once requests are accepted
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub ready_file: Option<PathBuf>,

    /// Exit after this time, for example `10m`
    #[arg(long = "for", value_name = "TIME", value_parser = parse_duration, hide_short_help = true)]
    pub lifetime: Option<Duration>,
}
