//! makini: the command line for industrial integrations.
//!
//! # Map
//!
//! The program is a function: [`run`] takes a [`world::World`] (arguments, environment, streams, clock, keyring) and
//! returns an [`exit::Exit`]. Nothing is global and nothing is read behind its back, so a test runs it twice in one
//! process with time standing still.
//!
//! | to change | look in |
//! | --- | --- |
//! | what a command does, its flags and help | `commands/<noun>/<verb>.rs`; flags that commands share in [`args`] |
//! | what several commands do | the module of the noun: [`connections`], [`requests`], [`health`], [`diagnose`], [`inbox`], [`drill`] |
//! | the live view of `webhooks listen` | [`live`] |
//! | when `monitor` reports a change, and what it exposes | [`monitor`] |
//! | what a connection, a system or a rule on the command line means | [`args::resolve`] |
//! | how something is shown | the `View` in the command's file, or [`view`] for what all share |
//! | which columns a narrow terminal shows | `.essential()` and `.minor()` in the command's column list |
//! | the HTTP call behind it | `client/call/<noun>.rs`; paths in [`api::path`], types in `api/<noun>.rs` |
//! | what a command needs of a server, and does without it | `api/operation/need.rs` |
//! | an error code of the platform | [`api::error_code`] |
//! | what the sandbox answers | `sandbox/routes/<noun>.rs` |
//! | how signatures of webhooks are verified | [`webhooks`] |
//! | an exit code | [`exit`] |
//! | a setting, its flag, variable and default | [`settings::table`] |
//! | the reverse proxy that records an application's calls | [`record`] |
//! | a chart on the terminal, as SVG, or in a page | [`chart`]; the frame of pages [`html`] |
//! | a colour, a table, a prompt, a progress bar | [`term`] |
//! | how a connection is made: TLS, proxies, certificates | [`network`] |
//! | how a file is written, read or locked | [`files`] |
//! | which causes `why` knows, and by which signs | `why/rules.rs` |
//! | what is hidden before the journal writes it | `journal/redact/` |
//! | every use of a secret | `rg '\.expose\('` |
//!
//! Layers, from the leaves up: `exit secret clock hex glob html serve measure blocking shell suggest junit network
//! exposition support` ·
//! `shutdown failure files sqlite api exchange` · `settings secrets term` · `client session journal` · `webhooks samples
//! inbox drill health connections record requests why sandbox monitor` · `chart view` · `live` · `world context args` · `diagnose` ·
//! `commands` · `cli`.
//! Within `commands` no
//! noun uses another noun's files.
//! The first of them are the package `src/base`, and `src/serve` and `src/webhooks` are packages as well: their loops are
//! compiled for speed, the program for size (`[profile.release]`). All have their names here again, so `crate::exit` is what it
//! looks like.
//! Arrows point down only; `tests/it/layers.rs` holds the whole table and keeps it. The client never sees the sandbox
//! and the sandbox never sees the client: they share [`api`], and `cargo check --no-default-features` proves half of
//! it.
//!
//! # Style
//!
//! Plain technical English that an integration engineer can read, search for and translate. The field's own word wins
//! over a nicer one.
//!
//! **Words.** Data is parsed, returned, stored, sent, received, logged, resolved; a function does not tell, say, hear,
//! know or ask. A platform's word is written as the platform writes it: connection, sync, delivery, endpoint, event,
//! credit, entity. The same noun is used in type, call, command, view, route and test, in the same number, so that
//! searching for `connections` finds its whole story.
//!
//! | verb | meaning |
//! | --- | --- |
//! | `list`, `show` | read many, read one |
//! | `add`, `create` | add to a configuration, make a record |
//! | `update`, `set`, `clear` | change fields, set one value, remove one value |
//! | `remove` | remove anything; `delete` only for the platform's own operations on data |
//! | `start`, `stop`, `watch` | begin, end, follow something that runs |
//!
//! **Names.** A file's name says what is inside to somebody who sees only the tree. A type is a noun of the field
//! (`Delivery`, `Verdict`, `Lease`), not a role in a story. One name means one thing: no second `Place`, `Line` or
//! `Answer`. Modules are `name/mod.rs`; nothing is called `utils`, `common` or `misc`. A function that may fail to
//! find something returns `Option`; a boolean reads as a statement (`is_over`, `has_body`).
//!
//! **Help.** A command begins with a verb and names its object: "Manage alert rules (latency, error rate, sync age)".
//! An argument names the thing and its form: "Maximum number of connections to list". What repeats ends in "(can be
//! repeated)", an example is "for example `2s`", a default is mentioned and not explained. One line, a blank line,
//! then whole sentences; examples stand in a block at the end. A command's own options never stand under the heading
//! of another group, and what is shared is one struct in [`args`].
//!
//! **Messages.** An error says what failed, then `because:` with the causes, then `hint:` with a command that can be
//! pasted as it stands. It begins in lower case, has no full stop, and quotes what was typed in backticks: "invalid
//! value `5%` for `--above`: latency takes a duration, for example `800ms`". Status goes to stderr in a few words
//! ("syncing Plant 7"), without an exclamation mark, and never blames.
//!
//! **Output.** Machine output has one set of keys in every format; a key is the platform's field where there is one.
//! In text, no meaning rests on colour alone. Numbers carry units, times are UTC for machines and local for people.
//!
//! **Comments.** A doc comment gives meaning, unit, range, errors and source, and goes where it would only repeat the
//! name. Other comments say why, not what: which standard, which server, which attack. A sentence ends in a full stop.
//!
//! **Code.** Files stay under 400 lines, values are parsed once at the border into types that cannot be wrong, matches
//! list their arms instead of `_` where a new variant must be handled. `#[expect(…, reason)]` instead of `#[allow]`,
//! no `unwrap` outside tests, no `unsafe`.
//!
//! **Tests.** A test's name is the promise it keeps. Its failure names what broke, with the value. It never
//! sleeps to wait, and it fails without the code it is about: break the code once and see.
//!
//! **Commits.** The subject is `area: what changed` in lower case, for example `inbox: one verdict per delivery`; the
//! body says why when that is not obvious. Each commit builds, formatting apart from meaning, renames apart from
//! changes. The history is linear.
//!
//! # Rules that are easy to forget
//!
//! * A command returns a value; its `View` shows it; the value knows how the process ends.
//! * An error is classified where it is born ([`failure::Classify`]); nobody downcasts or reads messages.
//! * [`term`] is the only module that uses stdout and stderr, and it sanitizes foreign text on the way.
//! * Nothing is opened before it is needed: not the keyring, not the network, not a database.

pub mod api;
pub mod args;
pub mod blocking;
pub mod bug;
pub mod chart;
pub mod cli;
pub mod client;
pub mod clock;
pub mod commands;
pub mod connections;
pub mod context;
pub mod diagnose;
pub mod drill;
pub mod exchange;
pub mod exposition;
pub mod files;
pub mod glob;
pub mod health;
pub mod html;
pub mod inbox;
pub mod journal;
pub mod jq;
pub mod junit;
pub mod live;
pub mod measure;
pub mod monitor;
pub mod network;
pub mod record;
pub mod requests;
pub mod samples;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod secrets;
pub mod session;
pub mod settings;
pub mod shell;
pub mod shutdown;
pub mod sqlite;
pub mod support;
pub mod term;
pub mod view;
pub mod why;
pub mod world;

pub use makini_base::{exit, failure, hex, secret, suggest};
pub use makini_serve as serve;
pub use makini_webhooks as webhooks;

/// Runs one invocation.
pub fn run(world: world::World) -> exit::Exit {
    bug::contain(|| cli::run(world)).unwrap_or(exit::Exit::Bug)
}
