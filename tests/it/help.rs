//! What `-h` and `--help` show, over the whole tree of commands.

use clap::{Arg, Command, CommandFactory as _};
use makini::cli::Cli;
use makini::cli::generate::examples;

/// Lines of a terminal. No `-h` is longer.
const SCREEN: usize = 24;

/// Columns of a terminal.
const COLUMNS: usize = 80;

/// The headings besides "Arguments" and "Options", and what may stand under each.
const HEADINGS: &[(&str, &[&str])] = &[
    ("Rules", &["only", "skip", "fail_fast", "accept"]),
    (
        "Budgets",
        &[
            "max_sync_age",
            "min_token_life",
            "max_error_rate",
            "max_p95",
            "max_regression",
            "compare",
            "max_failed_deliveries",
            "max_failing_events",
            "min_credits",
            "min_requests",
            "window",
        ],
    ),
    ("Delivery", &["header", "request"]),
    ("Notifications", &["on_change", "notify", "notify_secret_file", "quiet_hours"]),
    (
        "Signature",
        &[
            "scheme",
            "canonicalization",
            "algorithm",
            "encoding",
            "prefix",
            "signature_header",
            "secret_file",
            "secret_encoding",
            "tolerance",
            "at",
            "url",
            "public_url",
        ],
    ),
    ("Events", &["event", "connection", "state", "outcome", "failed", "dead", "since", "until"]),
    ("Secret", &["secret_file", "store_secret", "reveal"]),
    ("Policy", &["accept_unsigned", "keep_rejected", "on_conflict"]),
    (
        "Limits",
        &[
            "max_body",
            "max_memory",
            "body_time",
            "max_headers",
            "max_header_bytes",
            "header_time",
            "max_connections",
            "max_inbox",
        ],
    ),
    (
        "Forwarding",
        &[
            "forward_to",
            "route",
            "allow_host",
            "forward_timeout",
            "forward_attempts",
            "forward_batch",
            "forward_rate",
            "forward_wait",
            "forward_wait_max",
            "strict_200",
        ],
    ),
    ("Scope", &["connection", "endpoint", "any", "webhook", "event"]),
    ("Frequency", &["count", "probability"]),
    ("Parameters", &["latency", "median", "sigma", "status", "code", "retry_after", "within", "delay", "copies"]),
];

/// What a command may begin with.
const VERBS: &[&str] = &[
    "Add",
    "Advance",
    "Browse",
    "Call",
    "Cancel",
    "Check",
    "Clear",
    "Compare",
    "Collect",
    "Connect",
    "Create",
    "Delete",
    "Diagnose",
    "Disconnect",
    "Copy",
    "Count",
    "Explain",
    "Follow",
    "Export",
    "Fill",
    "Freeze",
    "Import",
    "Inject",
    "Inspect",
    "Issue",
    "List",
    "Log",
    "Look",
    "Manage",
    "Measure",
    "Pause",
    "Print",
    "Read",
    "Reactivate",
    "Rank",
    "Receive",
    "Reconnect",
    "Record",
    "Remove",
    "Replace",
    "Replay",
    "Reset",
    "Resume",
    "Retry",
    "Revoke",
    "Rotate",
    "Run",
    "Save",
    "Search",
    "Send",
    "Set",
    "Show",
    "Sign",
    "Start",
    "Test",
    "Update",
    "Verify",
    "Watch",
    "Write",
];

/// Returns every command with the words that lead to it, built.
fn commands() -> Vec<(String, Command)> {
    fn walk(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
        found.push((path.to_owned(), command.clone()));
        for child in command.get_subcommands().filter(|child| child.get_name() != "help") {
            walk(child, &format!("{path} {}", child.get_name()), found);
        }
    }
    let mut root = Cli::command().term_width(COLUMNS);
    root.build();
    let mut found = Vec::new();
    walk(&root, "makini", &mut found);
    found
}

/// Returns the arguments that a command has of its own and shows.
fn own(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_global_set() && !arg.is_hide_set() && arg.get_id() != "version")
}

#[test]
fn own_options_stand_under_their_own_heading() {
    let mut wrong = Vec::new();
    for (path, command) in commands() {
        for arg in own(&command) {
            let id = arg.get_id().as_str();
            let fits = match arg.get_help_heading() {
                None => true,
                Some(_) if arg.is_positional() => false,
                Some(heading) => HEADINGS.iter().any(|(known, ids)| *known == heading && ids.contains(&id)),
            };
            if !fits {
                wrong.push(format!("`{path}`: {id} under {:?}", arg.get_help_heading()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines of each `-h` are printed: `cargo test short_help_fits -- --nocapture`.
#[test]
fn short_help_fits_a_screen_and_ends_with_one_line_for_global_options() {
    let mut wrong = Vec::new();
    for (path, mut command) in commands() {
        let text = command.render_help().to_string();
        let lines: Vec<&str> = text.trim_end().lines().collect();
        println!("{:>3} {path} -h", lines.len());
        // The list of all commands is as long as there are commands.
        if lines.len() > SCREEN && path != "makini" {
            wrong.push(format!("`{path} -h` has {} lines", lines.len()));
        }
        if let Some(long) = lines.iter().find(|line| line.chars().count() > COLUMNS && !line.starts_with("Usage: ")) {
            wrong.push(format!("`{path} -h`: longer than {COLUMNS}: {long}"));
        }
        let last = lines.last().copied().unwrap_or_default();
        if !last.contains("makini help options") {
            wrong.push(format!("`{path} -h` ends with {last:?}"));
        }
        if lines.iter().any(|line| line.trim_start().starts_with("--profile <") || line.contains("--no-header")) {
            wrong.push(format!("`{path} -h` lists global options"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn long_help_ends_with_examples_that_parse() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, mut command) in commands() {
        let text = command.render_long_help().to_string();
        if text.matches("makini help options").count() != 1 {
            wrong.push(format!("`{path} --help` has no line, or several, for global options"));
        }
        let examples = examples(&command);
        if command.has_subcommands() && examples.is_empty() {
            continue;
        }
        if !(1..=3).contains(&examples.len()) {
            wrong.push(format!("`{path}` has {} examples", examples.len()));
        }
        if let Some(last) = examples.last()
            && !flowing(&text).ends_with(&flowing(last))
        {
            wrong.push(format!("`{path} --help` does not end with its examples"));
        }
        for example in &examples {
            seen += 1;
            if let Err(problem) = parses(example) {
                wrong.push(format!("`{path}`: `{example}`: {problem}"));
            }
        }
        let names_itself = |example: &String| example.contains(&path) || path == "makini" || example.contains("-- ");
        if !examples.iter().any(names_itself) && !ALIASES.iter().any(|alias| path == *alias) {
            wrong.push(format!("`{path}`: no example of its own"));
        }
    }
    assert!(seen > 100, "only {seen} examples were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns a text without the line breaks that the width of a terminal makes.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Commands whose examples use the shorter name at the top.
const ALIASES: [&str; 3] =
    ["makini connections connect", "makini connections reconnect", "makini connections disconnect"];

/// Parses the command lines of this program in a line for a shell.
fn parses(example: &str) -> Result<(), String> {
    let line = example.trim_start_matches("eval \"$(").trim_end_matches(")\"").replace("\\\n", " ");
    let words = shell_words::split(&line).map_err(|error| error.to_string())?;
    let mut seen = false;
    for part in words.split(|word| word == "|") {
        let Some(begin) = part.iter().position(|word| word == "makini") else { continue };
        let end = part.iter().position(|word| word == ">").unwrap_or(part.len());
        seen = true;
        Cli::command().try_get_matches_from(&part[begin..end]).map_err(|error| error.to_string())?;
    }
    if seen { Ok(()) } else { Err("runs nothing of this program".into()) }
}

#[test]
fn every_help_text_has_the_form_of_all() {
    let mut wrong = Vec::new();
    for (path, command) in commands() {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let verb = about.split([' ', ',']).next().unwrap_or_default();
        if path != "makini" && !VERBS.contains(&verb) {
            wrong.push(format!("`{path}` begins with no verb: {about:?}"));
        }
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            let is_capital = help.chars().next().is_some_and(|first| !first.is_lowercase());
            if !is_capital || help.ends_with('.') || help.contains('\n') {
                wrong.push(format!("`{path}` {}: {help:?}", arg.get_id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_option_that_the_readme_names_exists() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("readable");
    let mut known: Vec<String> = vec!["--help".into(), "--version".into()];
    for (_, command) in commands() {
        for arg in command.get_arguments() {
            // Hidden aliases are for old scripts, not for the README.
            let names = arg.get_long_and_visible_aliases().unwrap_or_default();
            known.extend(names.into_iter().map(|name| format!("--{name}")));
        }
    }
    let mut wrong = Vec::new();
    // Words of other programs: `cargo test --test it`.
    let lines =
        readme.lines().filter(|line| !["cargo", "curl", "npm", "docker"].iter().any(|other| line.contains(other)));
    for line in lines {
        for word in line.split(|c: char| c.is_whitespace() || "`'\"()[]|,;:/=.".contains(c)) {
            if word.len() > 3
                && word.starts_with("--")
                && word[2..].starts_with(char::is_alphabetic)
                && !known.iter().any(|name| name == word)
            {
                wrong.push(format!("{word}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
