//! The arguments of `check` and `monitor`.

use std::path::PathBuf;
use std::time::Duration;

use super::super::connection::ConnectionsArg;
use super::super::row_filter::RowFilter;
use super::budget::BudgetArgs;
use crate::measure::parse_positive_duration;

/// Which connections are checked, and what they are held against.
#[derive(clap::Args, Clone, Debug)]
pub struct CheckArgs {
    #[command(flatten)]
    pub(super) connections: ConnectionsArg,

    #[command(flatten)]
    pub(super) rows: RowFilter,

    /// Minimum number of connections
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    pub require: Option<usize>,

    /// Pass when there is no connection to check
    #[arg(long, hide_short_help = true)]
    pub(super) allow_none: bool,

    /// Number of concurrent checks
    ///
    /// Default: 16 at first, up to 128 while the server answers as fast as before, half as many when it becomes slower or
    /// refuses.
    #[arg(long, value_name = "COUNT", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=256), hide_short_help = true)]
    pub(super) concurrency: Option<usize>,

    /// Timeout of one connection
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = parse_positive_duration, allow_hyphen_values = true, hide_short_help = true)]
    pub(super) time_limit: Duration,

    /// What they are held against.
    #[command(flatten)]
    pub(super) budgets: BudgetArgs,

    /// File of findings that are accepted until a date
    ///
    /// TOML with tables `[[accept]]` of `rule`, `connection` (ID or name, with `*`), `until` (2027-01-31) and `because`.
    /// An accepted finding is shown and does not fail the check; from its date on it does. What could not be asked is
    /// never accepted.
    #[arg(long, value_name = "FILE", hide_short_help = true, help_heading = "Rules")]
    pub(super) accept: Option<PathBuf>,
}

/// Timeout of one connection.
const TIME_LIMIT: Duration = Duration::from_secs(30);

impl CheckArgs {
    /// Returns those of a command that takes none: every connection, and the budgets of the configuration.
    pub fn of_configuration(allow_none: bool) -> Self {
        Self {
            connections: ConnectionsArg::all(),
            rows: RowFilter::default(),
            require: None,
            allow_none,
            concurrency: None,
            time_limit: TIME_LIMIT,
            budgets: BudgetArgs::default(),
            accept: None,
        }
    }
}
