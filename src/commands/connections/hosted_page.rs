//! The hosted page, where a person connects a system or signs one in again, and the way back from it.

use std::time::Duration;

use crate::api::operation::Operation;
use crate::client::Client;
use crate::client::call::Tokens;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName};
use crate::session;
use crate::session::login::{self, BrowserLogin, SignInPage};
use crate::view::span;

/// How the page is opened.
#[derive(clap::Args, Debug)]
pub(crate) struct PageArgs {
    /// Sign in on the hosted page in a browser
    ///
    /// The browser returns to this machine. The page is the one that the server advertises, otherwise the setting
    /// `authorize_url`.
    #[arg(long, conflicts_with_all = ["plain", "stdin", "files"])]
    pub(crate) web: bool,

    /// Print the address and do not open a browser
    #[arg(long, hide_short_help = true)]
    pub(crate) no_browser: bool,

    /// Maximum time to wait for the browser
    #[arg(long, value_name = "TIME", default_value = "15m", value_parser = crate::measure::parse_duration, requires = "web", hide_short_help = true)]
    pub(crate) link_time: Duration,
}

/// The page.
pub(super) struct HostedPage {
    page: SignInPage,
    /// Whether it accepts presets, which are not published.
    pub(super) takes_presets: bool,
}

impl HostedPage {
    /// Finds the page: the one that the server advertises, which also takes presets, else the one of the settings.
    pub(super) async fn find(ctx: &Context, client: &Client) -> Result<Self, Failure> {
        let advertised =
            client.offered(Operation::LinkPage).await.during(|| "could not read the address of the page".into())?;
        let page = match &advertised {
            Some(endpoint) => {
                SignInPage { server: client.server().clone(), path: endpoint.path.clone(), query: Vec::new() }
            }
            None => SignInPage::parse(ctx.settings.text("authorize_url"))?,
        };
        Ok(Self { page, takes_presets: advertised.is_some() })
    }

    /// Sends a person to the page and waits. Returns the connection's tokens.
    pub(super) async fn visit(
        &self,
        ctx: &Context,
        client: &Client,
        presets: &[(&str, &str)],
        args: &PageArgs,
    ) -> Result<Tokens, Failure> {
        let (client_id, secret) = application(ctx, client).await?;
        let own = self.page.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query: Vec<_> = own.chain(presets.iter().copied()).collect();
        let visit = BrowserLogin {
            link: &self.page.server,
            page: &self.page.path,
            client_id: &client_id,
            client_secret: secret.as_ref(),
            query: &query,
            port: None,
            limit: args.link_time,
        };
        let tokens = login::by_browser(client, &visit, |address| {
            let opened = !args.no_browser && (ctx.browser)(address);
            let lead = if opened { "A browser opens; if it does not, go on" } else { "Go on" };
            ctx.term.status(format!("{lead} here, within {}:", span(args.link_time)));
            ctx.term.status(address);
        });
        tokens.await.map_err(|error| failed(error, args.link_time))
    }
}

/// Refuses to wait for a browser where no person is there to use it.
pub(super) fn require_person(ctx: &Context, args: &PageArgs) -> Result<(), Failure> {
    if !ctx.term.options().no_input && (ctx.may_ask() || args.no_browser) {
        return Ok(());
    }
    Err(Failure::usage("the hosted page needs a person, and there is nobody to ask")
        .hint("connect by options: `makini connect --help` lists them, with an example")
        .hint("or let somebody else do it: `makini connect --magic-link --name North` prints an address to send"))
}

/// Returns the application's ID, and its secret where one is at hand.
async fn application(ctx: &Context, client: &Client) -> Result<(String, Option<Secret>), Failure> {
    let set = ctx.settings.maybe("client_id").filter(|_| !ctx.settings.is_on("sandbox"));
    let id = if let Some(id) = set {
        id.to_owned()
    } else {
        let application = client.application().await.during(|| "could not read the application".into())?;
        application.id.ok_or_else(|| {
            Failure::usage("the server does not return the application's ID").hint("set `MAKINI_CLIENT_ID`")
        })?
    };
    if ctx.settings.is_on("sandbox") {
        return Ok((id, None));
    }
    let store = ctx.secrets()?;
    let name = SecretName { profile: ctx.settings.profile().to_owned(), kind: SecretKind::ClientSecret };
    let found = tokio::task::spawn_blocking(move || store.get(&name)).await;
    // A server that supports PKCE needs no secret; any other answers with an error that asks for it.
    Ok((id, found.ok().and_then(Result::ok).flatten()))
}

/// Returns the failure for what happened, or did not happen, in the browser.
fn failed(error: session::Error, limit: Duration) -> Failure {
    match error {
        session::Error::Login(reason) if reason == "access_denied" => {
            Failure::new(Exit::Unconfirmed, "nothing was connected: the page was answered no")
        }
        session::Error::Login(reason) => {
            Failure::new(Exit::Unconfirmed, format!("nothing came back from the page: {reason}"))
                .hint("`makini connections list` shows whether something was connected")
        }
        session::Error::Late { .. } => {
            Failure::new(Exit::Unconfirmed, format!("nobody came back from the browser within {}", span(limit)))
                .hint("`--link-time` gives more time; `makini connect --magic-link` needs nobody to wait")
        }
        session::Error::Listen { .. } => Failure::from(error),
        other => Failure::from(other).during("the page was finished, but gave no token".to_owned()),
    }
}

/// Returns the ID of the connection that a token belongs to, as its own token sees it.
pub(super) async fn connection_of(ctx: &Context, tokens: &Tokens) -> Result<String, Failure> {
    let client = ctx.client_with(tokens.access.clone()).await?;
    let integration = client.integration("").await.during(|| "could not read the connection of the token".into())?;
    integration.id.filter(|id| !id.is_empty()).ok_or_else(|| {
        Failure::new(Exit::Unavailable, "the system is connected, but the server did not return its ID")
            .hint("`makini connections list --sort -created_at` shows it first; its token comes with `makini token issue` and its ID")
    })
}
