//! Every setting, once: help, `whoami`, the README and the resolver read this table.

/// A setting with its key, flag and variable.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key in a profile, in the configuration and in `.makini.toml`.
    pub key: &'static str,
    /// Its flag, if there is one.
    pub flag: Option<&'static str>,
    /// Its environment variable.
    pub env: &'static str,
    /// Whether a `.makini.toml` may set it. Never for settings that name a server, a program to run or a recipient.
    pub directory: bool,
    /// The default, as text.
    pub default: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
}

macro_rules! settings {
    ($($key:literal $(flag $flag:literal)? env $env:literal $(directory $directory:literal)? = $default:literal: $doc:literal;)*) => {
        /// Every setting.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            key: $key,
            flag: settings!(@some $($flag)?),
            env: $env,
            directory: settings!(@or $($directory)?),
            default: $default,
            doc: $doc,
        },)*];
    };
    (@some) => { None };
    (@some $flag:literal) => { Some($flag) };
    (@or) => { false };
    (@or $directory:literal) => { $directory };
}

settings! {
    "profile" flag "--profile" env "MAKINI_PROFILE" directory true = "default": "profile to use: one for each environment";
    "server" flag "--server" env "MAKINI_SERVER" = "https://api.makini.io": "address of the platform's API";
    "authorize_url" env "MAKINI_AUTHORIZE_URL" = "https://link.makini.io/oauth/authorize": "page for signing in with a browser";
    "client_id" env "MAKINI_CLIENT_ID" = "": "client ID of the application";
    "output" flag "--output" env "MAKINI_OUTPUT" directory true = "table": "table, json, ndjson, yaml or csv";
    "color" flag "--color" env "MAKINI_COLOR" directory true = "auto": "auto, always or never";
    "timeout" flag "--timeout" env "MAKINI_TIMEOUT" directory true = "60s": "time for one request to be answered";
    "connect_timeout" env "MAKINI_CONNECT_TIMEOUT" directory true = "10s": "time for a connection to be made";
    "wait_time" env "MAKINI_WAIT_TIME" directory true = "1h": "time for a sync that is watched to end";
    "retries" flag "--retries" env "MAKINI_RETRIES" directory true = "4": "how often a call is tried again";
    "secret_store" flag "--secret-store" env "MAKINI_SECRET_STORE" = "keyring": "keyring, file, command, helper or none";
    "secret_file" env "MAKINI_SECRET_FILE" = "": "encrypted secrets file, if not the one beside config.toml";
    "secret_key_file" env "MAKINI_SECRET_KEY_FILE" = "": "age identity that opens the secrets file instead of a passphrase";
    "secret_command" env "MAKINI_SECRET_COMMAND" = "": "command that prints a secret, as `vault kv get -field={kind} secret/makini`";
    "secret_helper" env "MAKINI_SECRET_HELPER" = "": "program that gets, stores and erases secrets";
    "keyring_timeout" env "MAKINI_KEYRING_TIMEOUT" = "10s": "time for the keyring to answer or to be unlocked";
    "ca_file" flag "--ca-file" env "MAKINI_CA_FILE" = "": "PEM file of certificates to trust besides the system's: of authorities, or of one server";
    "client_certificate" env "MAKINI_CLIENT_CERTIFICATE" = "": "PEM file of a client certificate";
    "client_key" env "MAKINI_CLIENT_KEY" = "": "PEM file of the key to it";
    "proxy" flag "--proxy" env "MAKINI_PROXY" = "": "proxy for every request; otherwise HTTPS_PROXY and ALL_PROXY count";
    "issue_tokens" env "MAKINI_ISSUE_TOKENS" = "true": "whether a token may be issued for a connection that has none here";
    "journal" env "MAKINI_JOURNAL" directory true = "true": "whether requests are noted in the local journal";
    "journal_max_age" env "MAKINI_JOURNAL_MAX_AGE" = "30d": "how long the journal keeps each request; then hourly sums";
    "journal_max_size" env "MAKINI_JOURNAL_MAX_SIZE" = "64MiB": "how large the journal may grow";
    "inbox" env "MAKINI_INBOX" = "": "inbox of webhooks if not the file in the data folder: a file, or postgres://USER@HOST/DATABASE";
    "inbox_password_file" env "MAKINI_INBOX_PASSWORD_FILE" = "": "file with the password of that database; otherwise PGPASSWORD counts";
    "sandbox" flag "--sandbox" env "MAKINI_SANDBOX" directory true = "false": "use the embedded platform";
    "no_input" flag "--no-input" env "MAKINI_NO_INPUT" directory true = "false": "never ask, never wait for a person";
    "accessible" flag "--accessible" env "MAKINI_ACCESSIBLE" directory true = "false": "for screen readers: no redrawn lines, numbered choices, lists instead of tables";
    "quiet" flag "--quiet" env "MAKINI_QUIET" = "false": "no progress and no notes on stderr";
}

/// Finds a setting by its key.
pub fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}
