//! Which events are forwarded where.

use std::sync::Arc;
use std::time::Duration;

use super::handler::Handler;
use super::target::{BadTarget, Target, without_password};
use super::{OutboundRequest, Retry};
use crate::api::events;
use crate::network::NetworkOptions;

/// Which responses of a handler count as success.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Success {
    /// Any 2xx.
    #[default]
    Any2xx,
    /// What counts as delivered for the platform; see [`events::is_handled`].
    AsThePlatform,
}

impl Success {
    /// Returns whether a status is success.
    pub fn counts(self, status: u16) -> bool {
        match self {
            Self::Any2xx => (200..300).contains(&status),
            Self::AsThePlatform => events::is_handled(status),
        }
    }
}

/// The handlers, of which the first one that takes an event gets it.
#[derive(Clone, Debug)]
pub struct Routes {
    /// In the order in which they are tried.
    handlers: Arc<[Handler]>,
    /// The number of attempts and the waits between them.
    pub retry: Retry,
    /// How long a handler may take to answer.
    pub timeout: Duration,
    /// Which responses count as success.
    pub success: Success,
    /// How connections to handlers are made.
    pub network: NetworkOptions,
}

impl Default for Routes {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Routes {
    /// Sends events to these handlers.
    pub fn new(handlers: Vec<Handler>) -> Self {
        Self {
            handlers: handlers.into(),
            retry: Retry::default(),
            timeout: Duration::from_secs(30),
            success: Success::default(),
            network: NetworkOptions::default(),
        }
    }

    /// Parses routes (`sync.*=http://127.0.0.1:4000/hook`) and the default.
    ///
    /// # Errors
    /// When one of them is no route, or a target is refused.
    pub fn parse(rules: &[String], default: Option<&str>, named: &[String]) -> Result<Self, BadTarget> {
        Ok(Self::new(Self::handlers_of(rules, default, named)?))
    }

    /// Returns the handlers of routes and of the default, as [`Routes::parse`] does.
    ///
    /// # Errors
    /// As there.
    pub fn handlers_of(rules: &[String], default: Option<&str>, named: &[String]) -> Result<Vec<Handler>, BadTarget> {
        let rule = |text: &String| {
            let (pattern, url) = text.split_once('=').ok_or_else(|| BadTarget::NoRoute(without_password(text)))?;
            let target = Target::parse(url.trim(), named)?;
            Ok(Handler { events: vec![pattern.trim().to_owned()], ..Handler::to(target) })
        };
        let default = default.map(|url| Target::parse(url, named).map(Handler::to));
        rules.iter().map(rule).chain(default).collect()
    }

    /// Sends everything to one address.
    pub fn to(target: Target) -> Self {
        Self::new(vec![Handler::to(target)])
    }

    /// Returns whether an event of this name may have a handler; its condition may say otherwise.
    pub fn may_take(&self, event: &str) -> bool {
        self.handlers.iter().any(|handler| handler.has_event(event))
    }

    /// Returns the place of the handler of an event. `failed` gets each handler whose condition cannot be evaluated on it, and
    /// why.
    ///
    /// Such a handler does not get the event: its condition is about events of another shape, and a handler of batches would
    /// lose the whole batch to it. The next handler may take it; without one, the event stays in the inbox unforwarded, where
    /// `inbox retry` queues it again.
    pub(in crate::inbox) fn find(
        &self,
        request: &OutboundRequest,
        mut failed: impl FnMut(usize, String),
    ) -> Option<usize> {
        self.handlers.iter().enumerate().position(|(at, handler)| {
            handler.takes(request).unwrap_or_else(|why| {
                failed(at, why);
                false
            })
        })
    }

    /// Returns the handlers, in the order in which they are tried.
    pub fn handlers(&self) -> &[Handler] {
        &self.handlers
    }

    /// Returns a handler that takes every event, and one behind it; nothing where each may get one.
    pub fn hidden(&self) -> Option<(&Handler, &Handler)> {
        let all = self.handlers.iter().position(Handler::takes_all)?;
        Some((&self.handlers[all], self.handlers.get(all + 1)?))
    }

    /// Returns the patterns of event names.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        self.handlers.iter().flat_map(|handler| &handler.events).map(String::as_str)
    }

    /// Returns whether no event has a handler.
    pub fn is_empty(&self) -> bool {
        self.handlers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::handler::Condition;
    use super::*;

    fn event(name: &str, body: &str) -> OutboundRequest {
        OutboundRequest {
            number: 1,
            id: None,
            event: name.into(),
            connection: String::new(),
            received_at: jiff::Timestamp::UNIX_EPOCH,
            headers: b"x-plant: 7\n".to_vec(),
            body: body.into(),
            duplicate_of: None,
            newer: None,
        }
    }

    #[test]
    fn the_first_route_that_fits_counts() {
        let rules = ["sync.*=http://127.0.0.1:1/a".to_owned(), "*.updated=http://localhost:2/b?k=v=w".to_owned()];
        let routes = Routes::parse(&rules, Some("http://[::1]:3/c"), &[]).expect("good routes");
        let to = |name: &str| {
            let at = routes.find(&event(name, "{}"), |_, _| {}).expect("a default");
            routes.handlers()[at].target.to_string()
        };
        assert_eq!(to("sync.completed"), "http://127.0.0.1:1/a");
        assert_eq!(to("sync.updated"), "http://127.0.0.1:1/a");
        assert_eq!(to("assets.updated"), "http://localhost:2/b");
        assert_eq!(to(""), "http://[::1]:3/c");
        assert!(Routes::parse(&["sync.*".to_owned()], None, &[]).is_err());
    }

    #[test]
    fn a_condition_decides_and_one_that_fails_is_not_met_and_said() {
        let target = || Target::parse("http://127.0.0.1:1/", &[]).expect("good");
        let when = |text: &str| Some(Condition::new(text, jiff::Timestamp::UNIX_EPOCH).expect("jq"));
        let routes = Routes::new(vec![
            Handler {
                events: vec!["a.*".into(), "b".into()],
                condition: when(r#".body.n > 5 and .headers["x-plant"] == "7""#),
                ..Handler::to(target())
            },
            Handler { condition: when(".body | keys | length > 0"), ..Handler::to(target()) },
        ]);
        let find = |name: &str, body: &str| {
            let mut failed = Vec::new();
            (routes.find(&event(name, body), |at, _| failed.push(at)), failed)
        };
        assert_eq!(find("a.x", r#"{"n":6}"#), (Some(0), vec![]));
        assert_eq!(find("b", r#"{"n":6}"#), (Some(0), vec![]));
        assert_eq!(find("a.x", r#"{"n":5}"#), (Some(1), vec![]));
        assert_eq!(find("c", r#"{"n":6}"#), (Some(1), vec![]));
        assert_eq!(find("c", "{}"), (None, vec![]));
        assert_eq!(find("c", "no JSON"), (None, vec![1]));
        assert!(routes.may_take("c") && !Routes::default().may_take("c"));
    }
}
