//! A command line for every command there is.

use std::collections::BTreeSet;

use clap::CommandFactory as _;
use makini::cli::Cli;
use makini::exit::Exit;

/// Rows to import.
pub(crate) const ROWS: &str = "title\nLeak\n";

/// What a line is given on stdin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stdin {
    Nothing,
    /// The client secret.
    ClientSecret,
    /// A ready token.
    Token,
    /// A secret that a connected system asks for.
    Field,
    /// A webhook's body.
    Body,
}

/// One line. `{secret}` is a file with the webhook secret, `{file}` one with the client secret, `{rows}` one with a row
/// to import, `{key}` a secret that
/// ends up in a query.
pub(crate) struct Line {
    pub text: &'static str,
    pub stdin: Stdin,
    /// How it ends where all is well.
    pub exit: Exit,
}

pub(crate) const fn line(text: &'static str) -> Line {
    Line { text, stdin: Stdin::Nothing, exit: Exit::Ok }
}

impl Line {
    pub(crate) const fn reads(self, stdin: Stdin) -> Self {
        Self { stdin, ..self }
    }

    pub(crate) const fn ends(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// Whether it is asked to show a secret.
    pub(crate) fn reveals(&self) -> bool {
        self.text.contains("--reveal")
    }
}

/// Lines about an account, in an order in which all can work.
pub(crate) const REMOTE: &[Line] = &[
    line("login --client-id mk_test_client_sandbox --client-secret-stdin").reads(Stdin::ClientSecret),
    line("login --client-id mk_test_client_sandbox --client-secret-file {file}"),
    line("whoami --check"),
    line("profile list"),
    line("profile use default"),
    line("profile show default"),
    line("systems list"),
    line("systems search maximo"),
    line("systems show maintain-x"),
    line("connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key").reads(Stdin::Field),
    line("connections connect maintain-x --yes --name Mill --email ops@example.com --field-stdin api_key --no-wait")
        .reads(Stdin::Field),
    line("connections list"),
    line("connections show Plant"),
    line("connections status Plant"),
    line("connections history Plant"),
    line("connections metadata Plant region=emea"),
    line("connections rename Plant Works"),
    line("reconnect Works --field-stdin api_key --confirm Works").reads(Stdin::Field),
    line("connections reconnect Works --field-stdin api_key --confirm Works").reads(Stdin::Field),
    line("token show Works"),
    line("token show Works --reveal"),
    line("token issue Works"),
    line("token rotate Works --yes"),
    line("token export Works --reveal"),
    line("token export Works").ends(Exit::Usage),
    line("sync start Works"),
    line("sync list Works"),
    line("sync status Works"),
    line("sync watch Works"),
    line("sync show Works nothing").ends(Exit::NotFound),
    line("sync cancel Works").ends(Exit::NotFound),
    line("sync schedule Works 1h"),
    line("connections settings Works --set schedule=2h"),
    line("connections mapping Works assets"),
    line("data entities Works"),
    line("data fields assets"),
    line("data validate - --entity assets").ends(Exit::Usage),
    line("data list Works assets --where 'isActive=true' --where 'name contains a' --order -name --limit 3"),
    line("data export Works sites --out {home}/export"),
    line("data import Works {rows} --entity service-requests --ledger {home}/import.ledger --yes"),
    line("data diff Works {home}/export sites --on key"),
    line("raw tables Works"),
    line("raw rows Works assets --where 'is_active=true' --limit 3"),
    line("passthrough Works --path assets"),
    line("data get Works assets nothing").ends(Exit::NotFound),
    line("data create Works service-requests --set title=Leak --yes"),
    line("data update Works assets nothing --set notes=seen --yes").ends(Exit::NotFound),
    line("data set-status Works work-orders nothing open --yes").ends(Exit::NotFound),
    line("connections magic-links"),
    line("connections reactivate Works").ends(Exit::Refused),
    line("alerts add latency --above 800ms --name slow"),
    line("alerts list"),
    line("alerts firing"),
    line("alerts history"),
    line("alerts remove slow --yes"),
    line("flows templates"),
    line("flows add low-stock --connection Works"),
    line("flows list"),
    line("flows show low-stock"),
    line("flows run low-stock"),
    line("flows executions"),
    line("flows logs"),
    line("flows remove low-stock --yes"),
    line("webhooks endpoints add http://127.0.0.1:9/hook --reveal"),
    line("webhooks endpoints list"),
    line("webhooks endpoints update http://127.0.0.1:9/hook --format php"),
    line("webhooks endpoints rotate http://127.0.0.1:9/hook --reveal"),
    line("webhooks endpoints test http://127.0.0.1:9/hook").ends(Exit::Unhealthy),
    line("webhooks events Works --only sync.failed"),
    line("webhooks conditions add --entity vendors --when 'name contains pump' --name pump"),
    line("webhooks conditions list"),
    line("webhooks conditions remove pump --yes"),
    line("webhooks deliveries list"),
    line("webhooks deliveries show del_nowhere").ends(Exit::NotFound),
    line("webhooks deliveries retry del_nowhere").ends(Exit::NotFound),
    line("webhooks endpoints delete http://127.0.0.1:9/hook --yes").ends(Exit::Unconfirmed),
    line("check"),
    line("check --max-regression p95=1.5x --min-requests 0"),
    line("monitor --rounds 1"),
    line("record --listen 127.0.0.1:0 --keep-bodies all --for 20ms"),
    line("metrics"),
    line("metrics --plot --bucket 2h --compare 7d"),
    line("metrics export"),
    line("metrics probe --samples 2"),
    line("metrics report --out {home}/metrics.html"),
    line("metrics watch --rounds 2 --every 1ms"),
    line("metrics probe Works --samples 2"),
    line("requests list"),
    line("requests show req_nowhere").ends(Exit::NotFound),
    line("requests tail --for 2s --interval 1s"),
    line("requests stats"),
    line("requests export --limit 20"),
    line("requests import {rows}").ends(Exit::Usage),
    line("why Works"),
    line("why evt_nowhere").ends(Exit::NotFound),
    line("why del_nowhere").ends(Exit::NotFound),
    line("credits"),
    line("support bundle --yes --out {home}/bundle.tar.gz"),
    line("api endpoints"),
    line("api endpoints import {file} --dry-run").ends(Exit::Usage),
    line("api endpoints export"),
    line("api endpoints verify"),
    line("api endpoints remove sync_start").ends(Exit::NotFound),
    line("api get /api/system/client"),
    line("api get /api/system/client --query access_token={key}"),
    line("api get /api/system/client --dry-run"),
    line("api post /api/nowhere --input -").reads(Stdin::Body).ends(Exit::NotFound),
    line("api put /api/nowhere --input -").reads(Stdin::Body).ends(Exit::NotFound),
    line("api delete /api/nowhere").ends(Exit::NotFound),
    line("token revoke Works --confirm Works"),
    line("disconnect Works --confirm Works"),
    line("connections disconnect Mill --confirm Mill"),
    line("data delete Mill --confirm Mill"),
    line("logout"),
    line("login --token-stdin").reads(Stdin::Token),
    line("profile remove default --confirm default"),
];

/// Lines that need no account, and send it nothing.
pub(crate) const LOCAL: &[Line] = &[
    line("webhooks sign - --secret-file {secret}").reads(Stdin::Body),
    line("webhooks verify - --secret-file {secret} -H 'X-Webhook-Signature: AAAA'")
        .reads(Stdin::Body)
        .ends(Exit::Invalid),
    line("webhooks explain - --secret-file {secret} -H 'X-Webhook-Signature: AAAA'")
        .reads(Stdin::Body)
        .ends(Exit::Invalid),
    line("webhooks listen --secret-file {secret} --port 0 --for 20ms"),
    line("webhooks trigger assets.updated --to http://127.0.0.1:9/hook --secret-file {secret}").ends(Exit::Unavailable),
    line("webhooks drill --url http://127.0.0.1:9/hook --secret-file {secret}").ends(Exit::Unavailable),
    line("support inspect nowhere.tar.gz").ends(Exit::Usage),
    line("webhooks receivers"),
    line("webhooks pause --handler http://127.0.0.1:9/hook"),
    line("webhooks pause"),
    line("webhooks resume --all"),
    line("webhooks inbox list"),
    line("webhooks inbox show evt_nowhere").ends(Exit::NotFound),
    line("webhooks inbox stats"),
    line("webhooks inbox export"),
    line("webhooks inbox gaps"),
    line("webhooks inbox copy nowhere.db elsewhere.db").ends(Exit::NotFound),
    line("webhooks inbox prune --before 1d --yes"),
    line("webhooks inbox retry evt_nowhere").ends(Exit::NotFound),
    line("webhooks replay evt_nowhere --to http://127.0.0.1:9/hook").ends(Exit::NotFound),
    line("sandbox status"),
    line("sandbox fault add rate-limited --count 1"),
    line("sandbox fault list"),
    line("sandbox fault clear"),
    line("sandbox clock"),
    line("sandbox clock show"),
    line("sandbox clock freeze"),
    line("sandbox clock advance 1m"),
    line("sandbox clock resume"),
    line("sandbox snapshot save before"),
    line("sandbox snapshot list"),
    line("sandbox snapshot load before"),
    line("sandbox snapshot delete before --yes"),
    line("sandbox seed {file}").ends(Exit::Usage),
    line("sandbox run {file}").ends(Exit::Usage),
    line("sandbox start --memory --for 20ms"),
    line("sandbox reset --yes"),
    line("demo --pace fast"),
    line("doctor --offline").ends(Exit::Unhealthy),
    line("completions bash"),
    line("man"),
    line("exit-codes"),
    line("version"),
];

/// Returns the command of a line, as `connections list`.
pub(crate) fn command_of(text: &str) -> String {
    let words = shell_words::split(&format!("makini {text}")).expect("words");
    let matches = Cli::command().try_get_matches_from(words).unwrap_or_else(|error| panic!("{text}: {error}"));
    let mut path = Vec::new();
    let mut at = &matches;
    while let Some((name, inner)) = at.subcommand() {
        path.push(name.to_owned());
        at = inner;
    }
    path.join(" ")
}

/// Names of all commands that do something, as `connections list`.
fn leaves(command: &clap::Command, name: &str, found: &mut BTreeSet<String>) {
    let mut children = command.get_subcommands().filter(|child| child.get_name() != "help").peekable();
    if children.peek().is_none() || !(command.is_subcommand_required_set() || name.is_empty()) {
        found.insert(name.trim().to_owned());
    }
    for child in children {
        leaves(child, &format!("{name} {}", child.get_name()), found);
    }
}

#[test]
fn every_command_has_a_line() {
    let mut all = BTreeSet::new();
    let mut root = Cli::command();
    root.build();
    leaves(&root, "", &mut all);
    let tried: BTreeSet<String> = REMOTE.iter().chain(LOCAL).map(|line| command_of(line.text)).collect();
    assert_eq!(tried, all, "a command without a line is not hunted through");
}
