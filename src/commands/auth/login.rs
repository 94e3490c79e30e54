//! `makini login`.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use super::ready_token_variable;
use crate::args::examples;
use crate::blocking;
use crate::client::call::Tokens;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::secret::Secret;
use crate::secrets::{SecretStore as _, token_input};
use crate::session::login::{self, BrowserLogin, SignInPage};
use crate::settings::edit::{self, Change};
use crate::settings::origin::Origin;
use crate::term::prompt::{Question, anything};
use crate::view::{Card, Cell, Page, View};

/// Longest secret or token that is read from stdin or a file.
const LONGEST: u64 = 64 * 1024;

/// Log in with the credentials of your application
///
/// Prompts for the client ID and client secret of your application (Dashboard, Settings, Application Settings);
/// `--client-secret-stdin` and `--client-secret-file` read the secret without a prompt. Credentials and token are
/// stored in the secret store only; `makini whoami` shows which one. An existing login is replaced only after the new
/// one succeeded.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini login",
    "printf %s \"$SECRET\" | makini login --client-id app-1 --client-secret-stdin",
    "makini login --web",
])]
pub struct Args {
    /// Client ID of the application
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,

    /// Read the client secret from stdin
    #[arg(long, group = "way")]
    client_secret_stdin: bool,

    /// Read the client secret from a file
    #[arg(long, value_name = "FILE", group = "way")]
    client_secret_file: Option<PathBuf>,

    /// Log in with a browser on this machine
    ///
    /// The page is the setting `authorize_url`. A browser on another machine cannot return to this one.
    #[arg(long, group = "way")]
    web: bool,

    /// Port of the redirect address
    #[arg(long, value_name = "PORT", requires = "web")]
    port: Option<u16>,

    /// Read an existing token from stdin
    #[arg(long, group = "way")]
    token_stdin: bool,

    /// Do not store the client secret
    ///
    /// The token cannot be renewed then.
    #[arg(long)]
    forget_secret: bool,
}

/// A method to sign in.
enum Method {
    Credentials { client_id: String, secret: Secret },
    Browser { client_id: String, port: Option<u16> },
    Token(Secret),
}

/// Signs in.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SignedIn>()?;
    if ctx.settings.is_on("sandbox") {
        return Err(Failure::usage("the sandbox needs no login: every command signs in by itself")
            .hint("leave out `--sandbox` to sign in to the platform"));
    }
    if let Some(variable) = ready_token_variable(ctx) {
        // It would also be what the new token is tried with.
        return Err(Failure::usage(format!("{variable} is set, and wins over whatever a login stores")).hint(format!(
            "unset {variable} and sign in again, or do without a login: every command uses the variable"
        )));
    }
    // The profile is written last, and must not be what fails.
    ctx.settings.paths.config_file()?;
    let forget_secret = args.forget_secret;
    let method = choose(ctx, args)?;
    // A token that could not be stored is not requested: it would be valid all the same.
    let store = ctx.secrets()?;
    blocking::run(move || store.check()).await.during(|| "could not sign in: the token could not be stored".into())?;
    let (tokens, client_id, secret) =
        sign_in(ctx, method).await.during(|| "could not sign in".into()).map_err(advise)?;

    // Whether it works is known before the old login is touched.
    let trial = ctx.client_with(tokens.access.clone()).await?;
    let application = trial.application().await.during(|| "could not use the new token".into()).map_err(advise)?;

    let session = ctx.session().await?;
    let kept_secret = secret.filter(|_| !forget_secret);
    let renews_by_secret = kept_secret.is_some();
    {
        // No other process may sign in, sign out or renew until the profile is written too.
        let mut login = session.change_login().await.during(|| "could not store the token".into())?;
        let kept = login.keep(tokens.clone(), client_id.clone(), kept_secret).await;
        kept.during(|| "could not store the token".into())?;
        remember(ctx, client_id.as_deref())?;
    }
    ctx.show(&SignedIn {
        profile: ctx.settings.profile().to_owned(),
        server: ctx.client().await?.server().to_string(),
        application: application.name.or(application.id),
        store: ctx.secrets()?.describe(),
        expires_at: tokens.expires_at,
        renewable: tokens.refresh.is_some() || (client_id.is_some() && renews_by_secret),
    })
}

/// Replaces the hints of a failed login: `makini login` would be no help here.
fn advise(failure: Failure) -> Failure {
    if failure.exit != Exit::Auth {
        return failure;
    }
    let hint = "nothing was changed; the client ID and secret are in the Dashboard, Settings, Application Settings";
    Failure { hints: vec![hint.into()], ..failure }
}

fn choose(ctx: &Context, args: Args) -> Result<Method, Failure> {
    if args.token_stdin {
        return Ok(Method::Token(ready_token(ctx)?));
    }
    let asked = ["Client ID and secret", "Browser", "A token I already have"].map(str::to_owned);
    let named = args.web || args.client_secret_stdin || args.client_secret_file.is_some() || args.client_id.is_some();
    let web = if named || ctx.env.raw("MAKINI_CLIENT_SECRET").is_some() {
        args.web
    } else {
        let question = Question::new("Way to sign in", "--client-id ID --client-secret-stdin");
        match ctx.prompter.choose(&question, &asked)? {
            1 => true,
            2 => {
                let token = ctx.prompter.secret(&Question::new("Token", "--token-stdin"))?;
                return Ok(Method::Token(token_input::token(token.expose())?));
            }
            _ => false,
        }
    };
    let client_id = match args.client_id.or_else(|| ctx.settings.maybe("client_id").map(Into::into)) {
        Some(id) => id,
        None => ctx.prompter.text(&Question::new("Client ID", "--client-id ID"), None, &anything)?,
    };
    if web {
        if !ctx.may_ask() {
            return Err(Failure::usage("a browser login needs a person, and there is nobody to ask")
                .hint("sign in with `--client-id ID --client-secret-stdin`, or with `--token-stdin`"));
        }
        return Ok(Method::Browser { client_id, port: args.port });
    }
    let secret = match (args.client_secret_file, ctx.env.text("MAKINI_CLIENT_SECRET")) {
        (Some(path), _) => {
            let secret = ctx.secret_file(&path, LONGEST)?;
            if secret.expose().trim().is_empty() {
                return Err(Failure::new(Exit::Local, format!("could not read `{}`: it is empty", path.display())));
            }
            secret
        }
        (None, _) if args.client_secret_stdin => ctx.term.read_secret(LONGEST).map_err(|error| {
            Failure::from(error)
                .hint("pipe it in: `printf %s \"$SECRET\" | makini login --client-id ID --client-secret-stdin`")
        })?,
        (None, Some(secret)) => Secret::from_line(secret),
        (None, None) => ctx.prompter.secret(&Question::new("Client secret", "--client-secret-stdin"))?,
    };
    Ok(Method::Credentials { client_id, secret })
}

fn ready_token(ctx: &Context) -> Result<Secret, Failure> {
    let bytes = ctx.term.read_stdin(LONGEST)?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new(Exit::Invalid, "the token on stdin is not text"))?;
    Ok(token_input::token(&text)?)
}

async fn sign_in(ctx: &Context, method: Method) -> Result<(Tokens, Option<String>, Option<Secret>), Failure> {
    let client = ctx.client().await?;
    match method {
        Method::Token(access) => Ok((Tokens { access, refresh: None, expires_at: None }, None, None)),
        Method::Credentials { client_id, secret } => {
            let tokens = login::by_client_credentials(client, &client_id, &secret).await?;
            Ok((tokens, Some(client_id), Some(secret)))
        }
        Method::Browser { client_id, port } => {
            let SignInPage { server: link, path: page, query } = SignInPage::parse(ctx.settings.text("authorize_url"))?;
            let mut query: Vec<_> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            // The same page connects systems; this is no system, but the account.
            if !query.iter().any(|(name, _)| *name == "scope") {
                query.push(("scope", "application"));
            }
            let secret = ctx.env.text("MAKINI_CLIENT_SECRET").map(Secret::from_line);
            let login = BrowserLogin {
                link: &link,
                page: &page,
                client_id: &client_id,
                client_secret: secret.as_ref(),
                query: &query,
                port,
                limit: login::TIME_LIMIT,
            };
            let tokens = login::by_browser(client, &login, |address| {
                let opened = (ctx.browser)(address);
                let lead = if opened { "A browser opens; if it does not, sign in" } else { "Sign in" };
                ctx.term.status(format!("{lead} here, within five minutes:"));
                ctx.term.status(address);
            });
            Ok((tokens.await?, Some(client_id), secret))
        }
    }
}

/// Writes what the profile needs for the next command; never a secret.
fn remember(ctx: &Context, client_id: Option<&str>) -> Result<(), Failure> {
    let profile = ctx.settings.profile().to_owned();
    let mut changes = Vec::new();
    let set = |key, value: &str| Change::Set { profile: profile.clone(), key, value: value.to_owned() };
    for key in ["server", "authorize_url", "secret_store", "secret_file", "secret_helper", "ca_file"] {
        let found = ctx.settings.get(key);
        let given = matches!(found.origin, Origin::Flag(_) | Origin::Env(_));
        if given && !found.value.is_empty() {
            changes.push(set(key, &found.value));
        }
    }
    if let Some(client_id) = client_id {
        changes.push(set("client_id", client_id));
    }
    if changes.is_empty() && !ctx.settings.profiles.contains(&profile) {
        changes.push(set("server", ctx.settings.text("server")));
    }
    if !ctx.settings.profiles.contains(&profile) && ctx.settings.profiles.is_empty() {
        changes.push(Change::Use(profile));
    }
    edit::apply(&ctx.settings.paths.config_file()?, &changes)
        .during(|| "signed in, but could not keep the profile".into())
}

/// A login that worked.
#[derive(Serialize)]
struct SignedIn {
    profile: String,
    server: String,
    application: Option<String>,
    store: String,
    expires_at: Option<Timestamp>,
    renewable: bool,
}

impl View for SignedIn {
    const SCHEMA: &'static str = "login/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let card = Card::new()
            .row("Signed in", self.application.as_deref().map_or_else(|| Cell::good("yes"), Cell::good))
            .row("Profile", Cell::name(self.profile.as_str()))
            .row("Server", Cell::text(self.server.as_str()))
            .row("Kept in", Cell::text(self.store.as_str()))
            .opt("Expires", self.expires_at.map(|end| Cell::time(Some(end), &look)))
            .row("Renews itself", Cell::flag(self.renewable));
        page.card(&card);
    }
}
