//! The parts of the demo, in their order.

use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use super::Pace;
use super::receiver::Receiver;
use super::runner::{Command, Runner, failed};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::term::Line;

/// How long what has to come by itself may take: a webhook, a system that comes back.
const PATIENCE: Duration = Duration::from_secs(10);

const SAP: &str = "SAP Stuttgart";

/// Runs all parts in their order.
pub(super) async fn run(runner: &mut Runner, pace: Pace) -> Result<(), Failure> {
    let receiver = Receiver::start().await?;
    platform(runner, pace).await?;
    connect(runner).await?;
    sync(runner, &receiver).await?;
    webhook(runner, &receiver).await?;
    break_one(runner).await?;
    metrics(runner).await?;
    mend(runner).await?;
    disconnect(runner).await
}

async fn platform(runner: &mut Runner, pace: Pace) -> Result<(), Failure> {
    runner.act(
        "A platform to play with",
        "The sandbox is the whole platform in one process, on the loopback: no account, no network, nothing of yours.",
        "the whole platform in one process, without an account",
    )
    .await;
    runner.start_sandbox(format!("sandbox start --time-scale {}", pace.time_scale())).await?;
    runner
        .environment
        .output()
        .say(Line::new().muted("(From here on MAKINI_SANDBOX=1 stands for `--sandbox` on each command.)"));
    Ok(())
}

async fn connect(runner: &mut Runner) -> Result<(), Failure> {
    runner.act(
        "Connect three systems",
        "Each asks for its own fields; secrets come from stdin or a file, never from a flag. On a terminal, `makini connect` alone asks for everything.",
        "three systems connected: a CMMS, an ERP in the cloud, an ERP on premises",
    )
    .await;
    let key = runner.environment.path("netsuite.secret");
    files::save(&key, b"not-a-real-secret", Access::Everyone, "")?;
    let key = shell_words::quote(&key.display().to_string()).into_owned();
    for (before, line) in [
        (
            "printf %s \"$LIMBLE_SECRET\" | ",
            "connect limble --yes --name 'Limble Ulm' --email ops@example.com\n\
             --field client_id=V7G2K9 --field-stdin client_secret"
                .to_owned(),
        ),
        (
            "printf %s \"$NETSUITE_KEY\" | ",
            format!(
                "connect netsuite --yes --name 'NetSuite Finance' --email ops@example.com\n\
                 --field account_id=1234567_SB1 --field certificate_id=custcertificate_makini\n\
                 --field-stdin consumer_key --field-file consumer_secret={key}"
            ),
        ),
        (
            "printf %s \"$SAP_PASSWORD\" | ",
            format!(
                "connect sap-ecc --yes --name '{SAP}' --email ops@example.com --on-premises\n\
                 --field host=sapprd.example.com --field system_number=00 --field client=100\n\
                 --field username=MAKINI_RFC --field-stdin password"
            ),
        ),
    ] {
        runner.run(Command::new(line).reads(before, "not-a-real-secret")).await?;
    }
    runner.run(Command::new("connections list")).await?;
    runner.run(Command::new("credits")).await?;
    runner.run(Command::new(format!(
        "api get /api/eam/work-orders --connection '{SAP}' --query per_page=1 --jq '.data.body.data[0] | {{code, title, status, dueAt}}'"
    )))
    .await?;
    Ok(())
}

async fn sync(runner: &mut Runner, receiver: &Receiver) -> Result<(), Failure> {
    runner
        .act(
            "Be told, and watch a sync",
            "A webhook endpoint is told what happens; `--watch` shows how far each entity is and ends by the result.",
            "a full sync, watched to its end",
        )
        .await;
    let secret = quoted(&runner.environment.path("webhook.secret"));
    let line = format!("webhooks endpoints add {} --event 'sync.*' --secret-file {secret}", receiver.url());
    runner.run(Command::new(line)).await?;
    runner
        .run(Command::new(format!("sync start '{SAP}' --full --watch --entity vendors,materials,assets,work-orders")))
        .await?;
    Ok(())
}

async fn webhook(runner: &mut Runner, receiver: &Receiver) -> Result<(), Failure> {
    runner
        .act(
            "Verify the webhook that came",
            "The platform signs JSON.stringify of the body. Change one character, and the signature no longer fits.",
            "a signed webhook received and verified, a forged one refused",
        )
        .await;
    let Some(delivery) = receiver.wait_for("sync.completed", PATIENCE).await else {
        return Err(failed(Exit::Bug, "no webhook came after the sync".into()));
    };
    let output = runner.environment.output();
    for line in String::from_utf8_lossy(&delivery.request).lines() {
        if line.starts_with("POST") || line.starts_with("x-webhook") || line.starts_with('{') {
            let shown: String = line.chars().take(160).collect();
            output.say(Line::new().muted("| ").text(if shown.len() < line.len() {
                format!("{shown}…")
            } else {
                shown
            }));
        }
    }
    let (file, forged) = (runner.environment.path("delivery.http"), runner.environment.path("forged.http"));
    let secret = runner.environment.path("webhook.secret");
    files::save(&file, &delivery.request, Access::Everyone, "")?;
    let text = String::from_utf8_lossy(&delivery.request).replace("sync.completed", "sync.completes");
    files::save(&forged, text.as_bytes(), Access::Everyone, "")?;
    let line = |file: &Path| format!("webhooks verify --request {} --secret-file {}", quoted(file), quoted(&secret));
    runner.run(Command::new(line(&file))).await?;
    runner.run(Command::new(line(&forged)).ends(Exit::Invalid)).await?;
    Ok(())
}

/// Writes a path as a shell reads it.
fn quoted(path: &Path) -> String {
    shell_words::quote(&path.display().to_string()).into_owned()
}

async fn break_one(runner: &mut Runner) -> Result<(), Failure> {
    runner.act(
        "Break one system, and find out why",
        "A CI job sees it by the exit code, a person by the reason, and the request ID leads to the call that failed.",
        "an outage found by `check`, and explained from its request ID",
    )
    .await;
    runner.run(Command::new(format!("sandbox fault add source-down --connection '{SAP}'"))).await?;
    runner.run(Command::new(format!("sync start '{SAP}' --watch --entity vendors")).ends(Exit::Unhealthy)).await?;
    let line = format!("api get /api/eam/work-orders --connection '{SAP}' --retries 0");
    runner.run(Command::new(line).ends(Exit::Unavailable)).await?;
    runner.run(Command::new("check").ends(Exit::Unhealthy)).await?;
    let jq = "[.data.connections[].findings[].request_id | strings] | first";
    let line = format!("check '{SAP}' --jq '{jq}'");
    let checked = runner.run(Command::new(line).ends(Exit::Unhealthy)).await?;
    let id = checked.stdout.trim();
    if !id.starts_with("req_") {
        return Err(failed(Exit::Bug, format!("`makini check` names no request: `{id}`")));
    }
    runner.run(Command::new(format!("requests show {id}"))).await?;
    Ok(())
}

async fn metrics(runner: &mut Runner) -> Result<(), Failure> {
    runner
        .act(
            "Measure",
            "Response times, percentiles and error rates of every call so far, by endpoint. Syncs and probes count, too: `--by kind`.",
            "response times and error rates by endpoint",
        )
        .await;
    runner.run(Command::new("metrics --by endpoint --kind api")).await?;
    Ok(())
}

async fn mend(runner: &mut Runner) -> Result<(), Failure> {
    runner
        .act(
            "Recover",
            "When the system is back, the platform notices by itself and catches up.",
            "recovery without a hand",
        )
        .await;
    runner.run(Command::new("sandbox fault clear")).await?;
    recovered(runner).await?;
    runner.run(Command::new("check")).await?;
    Ok(())
}

/// Waits, off environment, until the platform has noticed that the system is back and the sync it tries again is over.
async fn recovered(runner: &mut Runner) -> Result<(), Failure> {
    let began = runner.environment.clock().moment();
    loop {
        // A sync that still runs is a warning: what is shown next has to be the same every time.
        let line = "check --fail-on warning".to_owned();
        let words = shell_words::split(&line).expect("well quoted");
        let ended = runner.environment.run_hidden(words).await?;
        if ended.exit == Exit::Ok {
            return Ok(());
        }
        if runner.environment.clock().since(began) > PATIENCE {
            return Err(failed(Exit::Bug, format!("{SAP} did not recover within {} s", PATIENCE.as_secs())));
        }
        runner.environment.clock().sleep(Duration::from_millis(50)).await;
    }
}

async fn disconnect(runner: &mut Runner) -> Result<(), Failure> {
    runner
        .act(
            "Give it all back",
            "Tokens die at once, syncs and Flows stop, and the credits are free for something else. Data stays.",
            "everything disconnected, every credit returned",
        )
        .await;
    let line = "disconnect 'Limble Ulm' 'NetSuite Finance' 'SAP Stuttgart'\n--confirm 'Limble Ulm' --confirm 'NetSuite Finance' --confirm 'SAP Stuttgart'";
    runner.run(Command::new(line)).await?;
    let credits = runner.run(Command::new("credits --jq '.data | {total, used, available}'")).await?;
    let used = serde_json::from_str::<Value>(&credits.stdout).ok();
    match used.as_ref().and_then(|answer| answer.get("used")).and_then(Value::as_u64) {
        Some(0) => Ok(()),
        _ => Err(failed(Exit::Bug, format!("the credits did not come back: {}", credits.stdout.trim()))),
    }
}
