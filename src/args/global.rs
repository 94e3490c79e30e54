//! Flags that every command takes. Help shows one line about them; `makini help options` lists and explains them.

use clap::{ArgAction, Args, ValueEnum};

use crate::settings::Flags;
use crate::term::ColorChoice;
use crate::view::Format;

/// Flags that every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Global {
    /// Profile to use; one per environment
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "NAME")]
    pub profile: Option<String>,

    /// Use the embedded platform: no account, no network
    ///
    /// Connects to the running sandbox (`makini sandbox start`); if there is none, starts one inside this command with
    /// the state in the data folder.
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true)]
    pub sandbox: bool,

    /// Address of the platform's API
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "URL")]
    pub server: Option<String>,

    /// Output format: `table`, `json`, `ndjson`, `yaml` or `csv`
    #[arg(
        short,
        long,
        global = true,
        hide_short_help = true,
        hide_long_help = true,
        value_name = "FORMAT",
        value_enum
    )]
    pub output: Option<Format>,

    /// Filter the JSON output with a jq expression
    ///
    /// The input of the expression is what `-o json` prints: `{"schema": …, "data": …}`. Strings are printed without
    /// quotes.
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "EXPR")]
    pub jq: Option<String>,

    /// Columns to show, by their JSON keys (comma-separated)
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        hide_long_help = true,
        value_name = "KEY,…",
        value_delimiter = ','
    )]
    pub columns: Vec<String>,

    /// Column to sort by; `-KEY` for descending order
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        hide_long_help = true,
        value_name = "KEY",
        allow_hyphen_values = true
    )]
    pub sort: Option<String>,

    /// Omit the header row of tables and CSV
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true)]
    pub no_header: bool,

    /// With `-o csv`: make cells harmless that a spreadsheet would run as formulas
    ///
    /// A `'` is put before a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, unless it is a number.
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true)]
    pub spreadsheet: bool,

    /// When to use color: `auto`, `always` or `never`
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "WHEN", value_enum)]
    pub color: Option<ColorChoice>,

    /// Suppress progress and notes on stderr
    #[arg(short, long, global = true, hide_short_help = true, hide_long_help = true)]
    pub quiet: bool,

    /// Output for screen readers: no redrawn lines, numbered choices, lists instead of tables
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true)]
    pub accessible: bool,

    /// Verbose output; repeat (`-vv`) to log every request
    #[arg(short, long, global = true, hide_short_help = true, hide_long_help = true, action = ArgAction::Count)]
    pub verbose: u8,

    /// Never prompt and never wait for a person
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true)]
    pub no_input: bool,

    /// Answer yes to prompts, except those that destroy data
    #[arg(short, long, global = true, hide_short_help = true, hide_long_help = true)]
    pub yes: bool,

    /// Timeout of one request, for example `30s`
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "TIME")]
    pub timeout: Option<String>,

    /// Maximum number of retries of one request
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "COUNT")]
    pub retries: Option<String>,

    /// Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "STORE")]
    pub secret_store: Option<String>,

    /// PEM file of certificates to trust in addition to the system's: of authorities, or of one server
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "FILE")]
    pub ca_file: Option<String>,

    /// Proxy for all requests
    #[arg(long, global = true, hide_short_help = true, hide_long_help = true, value_name = "URL")]
    pub proxy: Option<String>,

    /// Print help; `-h` prints a summary
    #[arg(short, long, global = true, hide_short_help = true, hide_long_help = true, action = ArgAction::Help)]
    help: Option<bool>,
}

impl Global {
    /// Returns the flags as clap defines them, for their documentation.
    pub fn definitions() -> Vec<clap::Arg> {
        let mut command = Self::augment_args(clap::Command::new("makini").disable_help_flag(true));
        command.build();
        command.get_arguments().cloned().collect()
    }

    /// Returns the values that are settings, by their keys.
    pub fn settings(&self) -> Flags {
        let word = |value: &dyn Fn() -> Option<String>| value();
        let mut flags = Flags::new();
        let mut put = |key: &'static str, value: Option<String>| {
            if let Some(value) = value {
                flags.insert(key, value);
            }
        };
        put("profile", self.profile.clone());
        put("server", self.server.clone());
        put("sandbox", self.sandbox.then(|| "true".into()));
        put("output", word(&|| Some(self.output?.to_possible_value()?.get_name().to_owned())));
        put("color", word(&|| Some(self.color?.to_possible_value()?.get_name().to_owned())));
        put("quiet", self.quiet.then(|| "true".into()));
        put("accessible", self.accessible.then(|| "true".into()));
        put("no_input", self.no_input.then(|| "true".into()));
        put("timeout", self.timeout.clone());
        put("retries", self.retries.clone());
        put("secret_store", self.secret_store.clone());
        put("ca_file", self.ca_file.clone());
        put("proxy", self.proxy.clone());
        flags
    }
}
