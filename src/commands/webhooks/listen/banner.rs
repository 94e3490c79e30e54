//! What a receiver will do, in words.

use std::net::SocketAddr;

use super::Args;
use crate::inbox::forward::{Handler, Routes};
use crate::serve::exposure;
use crate::shell::{operand, option};
use crate::view::span;

/// What is printed once the receiver is ready.
pub(super) struct Banner {
    pub(super) verifies: String,
    pub(super) forwards: Vec<String>,
    pub(super) polls: Option<String>,
    /// How to have an event sent.
    pub(super) try_it: String,
}

impl Banner {
    pub(super) fn new(args: &Args, routes: &Routes, bound: SocketAddr) -> Self {
        let forwards = routes.handlers().iter().enumerate().map(|(at, handler)| forward(handler, at)).collect();
        let verifies = if args.policy.accept_unsigned {
            "nothing: what anybody sends is accepted".to_owned()
        } else {
            format!("signatures as `{}` makes them", args.scheme.config().scheme)
        };
        let polls = args.poll.map(|every| format!("how syncs stand, every {}", span(every)));
        Self { verifies, forwards, polls, try_it: try_it(args, bound) }
    }
}

/// Returns how to have an event sent, from another terminal that may be in another folder.
fn try_it(args: &Args, bound: SocketAddr) -> String {
    let protocol = if args.tls_certificate.is_some() { "https" } else { "http" };
    let url = format!("{protocol}://{}{}", exposure::from_here(bound), args.path.as_deref().unwrap_or("/"));
    if args.policy.accept_unsigned {
        let insecure = if args.tls_certificate.is_some() { "-k " } else { "" };
        return format!(
            "`curl {insecure}-d '{{\"event\":\"sync.completed\"}}' {}` in another terminal sends one",
            operand(&url)
        );
    }
    let Some(mut options) = args.scheme.sending_options() else {
        return "have the sender send one: this scheme signs its URL".to_owned();
    };
    if args.path.is_some() {
        options.push(option("--to", &url));
    }
    options.extend(args.place.option());
    options.insert(0, "makini webhooks trigger sync.completed".to_owned());
    format!("`{}` in another terminal sends one", options.join(" "))
}

/// Returns what goes to a handler, and how. `at` is its place.
fn forward(handler: &Handler, at: usize) -> String {
    let mut line = handler.name.as_ref().map_or_else(String::new, |name| format!("{name}: "));
    line += &match &handler.events[..] {
        [] if at == 0 || handler.condition.is_some() => "everything".to_owned(),
        [] => "the rest".to_owned(),
        events => events.join(", "),
    };
    if let Some(condition) = &handler.condition {
        line += &format!(" where {condition}");
    }
    line += &format!(" to {}", handler.target);
    if let Some(batch) = handler.batch {
        line += &format!(", in arrays of up to {batch}");
    }
    if let Some(rate) = handler.rate {
        line += &format!(", at most {rate}");
    }
    line
}
