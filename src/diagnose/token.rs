//! The token: whether there is one, how long it lasts, and whether the server takes it.

use jiff::{SignedDuration, Timestamp};

use super::finding::Finding;
use super::network::server_address;
use crate::client::Scope;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::secrets::{SecretKind, SecretName, env};
use crate::session::{TokenOrigin, TokenState};
use crate::settings::origin::Origin;

/// A token that expires sooner and cannot be renewed is a warning.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// Checks the token, and sends it to the server if that responds.
pub(super) async fn check(ctx: &Context, store_works: bool, server_answers: bool) -> Finding {
    let login = match &ctx.settings.get("profile").origin {
        Origin::Flag(_) => format!("`makini login --profile {}`", ctx.settings.profile()),
        _ => "`makini login`".to_owned(),
    };
    if !store_works && !environment_signs_in(ctx) {
        return Finding::skipped("token", "it is in the secret store, which does not work");
    }
    let session = match ctx.session().await {
        Ok(session) => session,
        Err(failure) => return Finding::failed("token", &failure).or_remedy(login),
    };
    let mut state = match session.state(&Scope::Application).await {
        Ok(Some(state)) => state,
        Ok(None) => return Finding::bad("token", format!("none for profile `{}`", ctx.settings.profile()), login),
        Err(error) => return Finding::failed("token", &Failure::from(error)).or_remedy(login),
    };
    state.renewable |= state.expires_at.is_some() && has_client_secret(ctx).await;
    let (words, lasting) = describe(ctx, &state, ctx.clock.now());
    if lasting == Lasting::Over {
        return Finding::bad("token", words, login);
    }
    let accepted = if server_answers {
        let asked = match ctx.client().await {
            Ok(client) => client.application().await.map_err(Failure::from),
            Err(failure) => Err(failure),
        };
        match asked {
            Ok(application) => match application.name.or(application.id) {
                Some(name) => format!("; accepted as `{name}`"),
                None => "; accepted".to_owned(),
            },
            Err(failure) if failure.exit == Exit::Auth => {
                let mut finding = Finding::failed("token", &failure).or_remedy(login);
                finding.found = format!("{words}; {}", finding.found);
                return finding;
            }
            // No verdict on the token: what answered may not be the platform.
            Err(failure) => {
                let found =
                    format!("{words}; whether the server takes it is not known: {}", failure.causes().join(": "));
                return Finding::bad("token", found, server_address(ctx));
            }
        }
    } else {
        "; not shown to the server".to_owned()
    };
    let words = words + &accepted;
    if lasting == Lasting::Soon { Finding::warning("token", words, login) } else { Finding::ok("token", words) }
}

/// Returns whether the environment signs in, so that no store is read for a token.
pub(super) fn environment_signs_in(ctx: &Context) -> bool {
    let ready = [env::TOKEN.to_owned(), format!("{}_FILE", env::TOKEN)].iter().any(|name| ctx.env.raw(name).is_some());
    // A secret that cannot be read is reported by the check of the token.
    ready || ctx.signs_in_by_environment().unwrap_or(true)
}

/// Returns whether an expired login is renewed with the client secret.
async fn has_client_secret(ctx: &Context) -> bool {
    let Ok(store) = ctx.secrets() else { return false };
    let name = SecretName { profile: ctx.settings.profile().to_owned(), kind: SecretKind::ClientSecret };
    let asked = tokio::task::spawn_blocking(move || store.get(&name)).await;
    matches!(asked, Ok(Ok(Some(_))))
}

/// How long the token is still valid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lasting {
    Long,
    Soon,
    Over,
}

fn describe(ctx: &Context, state: &TokenState, now: Timestamp) -> (String, Lasting) {
    let from = match (ctx.settings.is_on("sandbox"), &state.origin) {
        (true, _) => "issued by the sandbox",
        (false, TokenOrigin::Ready(_)) => "given by the environment",
        (false, TokenOrigin::Credentials) => "got with the client ID and secret from the environment",
        (false, TokenOrigin::Kept) => "from the secret store",
    };
    let Some(end) = state.expires_at else { return (from.to_owned(), Lasting::Long) };
    let left = end.duration_since(now);
    let over = left <= SignedDuration::ZERO;
    let ends = if over { "expired" } else { "expires" };
    match (state.renewable, over) {
        (true, true) => (format!("{from}; {ends} {end}, and renews itself"), Lasting::Long),
        (true, false) => (format!("{from}; renews itself"), Lasting::Long),
        (false, true) => (format!("{from}; {ends} {end}"), Lasting::Over),
        (false, false) if left <= SOON => (format!("{from}; {ends} {end}, and cannot be renewed"), Lasting::Soon),
        (false, false) => (format!("{from}; {ends} {end}"), Lasting::Long),
    }
}
