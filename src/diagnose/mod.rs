//! Diagnoses this machine and the way to the server: configuration, folders, databases, secret store, proxy, server,
//! clock and token.

mod access;
mod build;
mod finding;
mod fix;
mod folders;
mod inbox;
mod leftovers;
mod local;
mod network;
mod store;
mod token;

pub use self::build::Build;
pub use self::finding::{Finding, Outcome};
pub use self::fix::{Change, Fix, Fixed};
use crate::context::Context;
use crate::failure::Failure;

/// Why a check that needs the settings was skipped.
const UNUSABLE: &str = "the settings cannot be used";

/// Runs every check; with `offline`, those that need the server are skipped. `unusable` says why the settings cannot be
/// used, where they cannot. `step` receives what is being checked.
pub async fn run(ctx: &Context, offline: bool, unusable: Option<&Failure>, step: impl Fn(&str)) -> Vec<Finding> {
    let mut checks = vec![
        match unusable {
            Some(failure) => {
                Finding::failed("configuration", failure).or_remedy("correct it there, then run `makini doctor` again")
            }
            None => local::configuration(ctx),
        },
        match unusable {
            Some(_) => Finding::skipped("directory file", UNUSABLE),
            None => local::directory(ctx),
        },
    ];
    checks.extend(folders::check(ctx));
    checks.extend([leftovers::private_files(ctx), leftovers::leftovers(ctx)]);
    checks.push(local::variables(ctx));
    checks.push(local::journal(ctx).await);
    checks.push(local::database("sandbox state", ctx.settings.paths.sandbox_file()).await);
    if unusable.is_none() {
        checks.extend(inbox::check(ctx).await);
    }
    if unusable.is_some() {
        let needing = ["secret store", "proxy", "server", "certificate", "clock", "offers", "token"];
        checks.extend(needing.map(|check| Finding::skipped(check, UNUSABLE)));
    } else {
        step("the secret store");
        let store = store::check(ctx).await;
        checks.extend([store.finding, network::proxy(ctx)]);
        step("the server");
        let reached = if offline { network::not_asked() } else { network::reach(ctx).await };
        checks.extend(reached.findings);
        step("the token");
        checks.push(token::check(ctx, store.works, reached.answered).await);
    }
    checks.push(local::terminal(ctx));
    checks
}
