//! Flags that every command takes.

use clap::{ArgAction, Args, ValueEnum};

use crate::settings::Flags;
use crate::term::ColorChoice;
use crate::view::Format;

/// Flags that every command takes.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Profile to use: one for each environment
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,

    /// Use the embedded platform: no account, no network
    ///
    /// Uses the running sandbox if there is one (`makini sandbox start`), else one inside this command, on the state
    /// kept in the data folder.
    #[arg(long, global = true)]
    pub sandbox: bool,

    /// Address of the platform's API
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub server: Option<String>,

    /// How to show the answer
    #[arg(short, long, global = true, value_name = "FORMAT", value_enum)]
    pub output: Option<Format>,

    /// Filter the JSON answer with a jq expression
    ///
    /// The expression sees what `-o json` prints: `{"schema": …, "data": …}`. Texts come out without quotes.
    #[arg(long, global = true, value_name = "EXPR")]
    pub jq: Option<String>,

    /// Columns to show, by their keys
    #[arg(long, global = true, value_name = "KEY,…", value_delimiter = ',', hide_short_help = true)]
    pub columns: Vec<String>,

    /// Column to sort by; `-KEY` for descending
    #[arg(long, global = true, value_name = "KEY", allow_hyphen_values = true, hide_short_help = true)]
    pub sort: Option<String>,

    /// Leave out the heading of tables
    #[arg(long, global = true, hide_short_help = true)]
    pub no_header: bool,

    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, hide_short_help = true)]
    pub color: Option<ColorChoice>,

    /// No progress and no notes on stderr
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Say what is done on stderr; twice for every request
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,

    /// Never ask and never wait for a person
    #[arg(long, global = true)]
    pub no_input: bool,

    /// Answer yes to ordinary questions, never to those that destroy
    #[arg(short, long, global = true)]
    pub yes: bool,

    /// Time for one request to be answered, as `30s`
    #[arg(long, global = true, value_name = "TIME", hide_short_help = true)]
    pub timeout: Option<String>,

    /// How often a call is tried again
    #[arg(long, global = true, value_name = "COUNT", hide_short_help = true)]
    pub retries: Option<String>,

    /// Where secrets are kept: keyring, file, command, helper or none
    #[arg(long, global = true, value_name = "STORE", hide_short_help = true)]
    pub secret_store: Option<String>,

    /// PEM file of certificate authorities to trust besides the system's
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub ca_file: Option<String>,

    /// Proxy for every request
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub proxy: Option<String>,
}

impl Global {
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
        put("no_input", self.no_input.then(|| "true".into()));
        put("timeout", self.timeout.clone());
        put("retries", self.retries.clone());
        put("secret_store", self.secret_store.clone());
        put("ca_file", self.ca_file.clone());
        put("proxy", self.proxy.clone());
        flags
    }
}
