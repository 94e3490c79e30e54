//! `--allow-host`.

use std::ops::Deref;

/// Machines besides this one that events may be sent to.
#[derive(clap::Args, Clone, Debug)]
pub struct AllowedHosts {
    /// Also allow sending to this host (can be repeated)
    ///
    /// Without it, events are sent to this machine only.
    #[arg(long, value_name = "HOST", hide_short_help = true)]
    allow_host: Vec<String>,
}

impl Deref for AllowedHosts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.allow_host
    }
}
